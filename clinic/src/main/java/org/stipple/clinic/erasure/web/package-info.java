/// The pages from which a class of a record is erased, and the ledger of it.
///
/// - What is here: [ErasurePages], of one person; [LedgerPages], of the clinic; what they tell on the page of
///   the day and on a person's page.
/// - What is mutable: nothing.
/// - Who may call it: browsers.
/// - Where to start reading: [ErasurePages].
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.erasure.web;
