/// Pages of outcome.
///
/// - What is here: [OutcomePages]: measuring a pair of photos, and the report of a visit.
/// - What is mutable: nothing.
/// - Who may call it: browsers.
/// - Where to start reading: [OutcomePages].
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.outcome.web;
