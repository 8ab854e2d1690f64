/// The page of automated words about symptoms.
///
/// - What is here: [MeaningPages]: what they are for, what people would read, and the switch.
/// - What is mutable: nothing.
/// - Who may call it: browsers.
/// - Where to start reading: [MeaningPages].
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.meaning.web;
