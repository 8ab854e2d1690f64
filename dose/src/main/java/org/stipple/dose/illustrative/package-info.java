/// Published equations of wound healing, to look at. No published model is validated for the wounds of needling,
/// whose holes close in hours to days.
///
/// - What is here: [MacrophageModel] (Waugh and Sherratt 2006) and [InflammationModel] (Cooper 2015).
/// - What is mutable: nothing.
/// - Who may call it: who teaches or compares models. Nothing in Stipple does, and a check sees to it: no
///   plan, no limit and no date may ever rest on these numbers.
/// - Where to start reading: [MacrophageModel#after(double)].
@org.jspecify.annotations.NullMarked
package org.stipple.dose.illustrative;
