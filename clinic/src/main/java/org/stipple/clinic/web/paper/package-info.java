/// Papers that people take with them.
///
/// - What is here: [TaggedPdf], a document for paper and for screen readers; [CalendarFile], times for the
///   calendar of a telephone.
/// - What is mutable: nothing but a paper while it is written.
/// - Who may call it: the `web` packages of modules that hand out papers.
/// - Where to start reading: [TaggedPdf].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("paper")
package org.stipple.clinic.web.paper;
