/// What patients read, in their language.
///
/// - What is here: [Words], the texts of the pages by key; [KnowledgeWords], what the knowledge base says to
///   patients; [Tongue], a language; [Tongues], in which of them this request is answered.
/// - What is mutable: nothing. The texts are files beside the program, one for each area and language; a test
///   holds that each key stands in both.
/// - Who may call it: pages and messages for patients. Pages for the staff are in English.
/// - Where to start reading: [Words].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("words")
package org.stipple.clinic.web.words;
