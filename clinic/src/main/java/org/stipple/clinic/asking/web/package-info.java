/// Pages on which people answer: the self-check that is open to all, the intake by link, and, for staff, the
/// links that were given.
///
/// - What is here: [SelfCheckPages], [OwnIntakePages], [IntakeLinkPages] and what they show.
/// - What is mutable: nothing.
/// - Who may call it: the router.
/// - Where to start reading: [SheetLooks], which both kinds of pages share.
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.asking.web;
