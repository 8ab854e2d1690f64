/// A photo file comes from outside, and a decoder is the softest part of a program: so it is decoded in a
/// process of its own, with little memory and little time, that sees nothing but the file and may die without
/// harm.
///
/// - What is here: [Darkroom], which gives files away and takes pixels back.
/// - What is mutable: the darkroom's one process that waits ready.
/// - Who may call it: whoever takes in files that Stipple did not write itself.
/// - Where to start reading: [Darkroom#develop(byte[])].
@org.jspecify.annotations.NullMarked
package org.stipple.darkroom;
