/// Recalls: from recalled goods to the people who were treated with them, and on until each of them knows.
///
/// - What is here: [Recalls], the door; [Treated], somebody whom a recall concerns; [RecallWords], what may be
///   said to them.
/// - What is mutable: the tables `recall_words` and `recall_notice`, both append-only.
/// - Who may call it: its pages.
/// - Where to start reading: [Recalls].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "messages", "patient", "stock", "treatment", "web", "web :: look"})
package org.stipple.clinic.recall;
