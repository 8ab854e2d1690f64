/// The page from which a copy of a record is given.
///
/// - What is here: [CopyPages]; [WithheldCopy], which asks why.
/// - What is mutable: nothing.
/// - Who may call it: browsers.
/// - Where to start reading: [CopyPages].
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.disclosure.web;
