/// Pages of the knowledge base.
///
/// - What is here: [KnowledgeBrowserPages], the routes; [KnowledgeBrowser], which turns entries into lines;
///   [ConditionWords], which says the condition of a rule in words.
/// - What is mutable: nothing.
/// - Who may call it: browsers.
/// - Where to start reading: [KnowledgeBrowser].
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.knowledge.web;
