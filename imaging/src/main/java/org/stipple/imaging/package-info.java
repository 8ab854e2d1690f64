/// From the bytes of one or two photos to readings of skin with their error, or to the reason why there is none.
///
/// - What is here: [Photo], decoded with hard limits and without metadata; [PhotoSetting], what the operator
///   said about it ([View], [Zone]s, [Scale], [Ruler]s, [LandmarkProvider]); [Measurement], the answer:
///   [Gate]s, [ColourReference], [Registration] and [Reading]s; [MeasuredPictures], what one looks at beside
///   it. What is between decoding and readings is in [Preparation] and in the packages below this one, none of
///   which knows this one.
/// - What is mutable: nothing that can be seen. OpenCV is loaded once, by the first pair of photos, tag or
///   face; it writes its native library into a temporary directory and takes it away when the program ends.
/// - Who may call it: everybody. No type of OpenCV leaves this package.
/// - Where to start reading: [Measurement].
///
/// Nothing here is clinically validated: every limit of detection comes from synthetic skin.
@org.jspecify.annotations.NullMarked
package org.stipple.imaging;
