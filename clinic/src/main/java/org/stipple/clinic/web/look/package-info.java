/// What a page shows, in words and shapes: the parameters of the components in `src/main/jte`.
///
/// - What is here: small records, one for each component ([VerdictView], [FindingView], [MapView],
///   [ReadingView] …), and [Maps], which turns the outlines of the zones and a value for each into a map.
/// - What is mutable: nothing. Nothing here knows a request, a clock or a database.
/// - Who may call it: page controllers, to fill their pages.
/// - Where to start reading: [Page], then `docs/ui/components.md`.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("look")
package org.stipple.clinic.web.look;
