/// What a pen, roller or stamp delivers to a zone of skin: puncture density, coverage, depths, injured volume.
///
/// - What is here: the question ([DoseQuestion] with its [NeedleArray], [Technique], [Outline] and
///   [SkinThickness]), the answer ([DoseEstimate]), the same in many scenarios ([RobustQuestion]), pictures of
///   it ([FineMap], [CoverageMap]), the ranges of everything that can be asked ([Limit]). Behind them: closed
///   forms, and a simulation of every single puncture by the motion model of the input contract. Identifiers of
///   devices and zones are not known here; their geometry and layers are passed in.
/// - What is mutable: nothing that is public; inside one estimate, the maps that the punctures fall on.
/// - Who may call it: everybody. The same question gives the same answer, to the last bit, on every machine.
/// - Where to start reading: [DoseQuestion#estimate()], then `Motion` and `PunctureMaps`.
///
/// Nothing here is clinically validated.
@org.jspecify.annotations.NullMarked
package org.stipple.dose;
