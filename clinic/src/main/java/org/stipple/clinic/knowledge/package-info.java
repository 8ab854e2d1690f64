/// The knowledge base, to be read in the clinic: what a finding or a limit rests on, one link away from it.
///
/// - What is here: the pages in `web`. No patient is known here and nothing is stored.
/// - What is mutable: nothing.
/// - Who may call it: nobody; other pages link here.
/// - Where to start reading: `web.KnowledgeBrowser`.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"access", "web", "web :: look"})
package org.stipple.clinic.knowledge;
