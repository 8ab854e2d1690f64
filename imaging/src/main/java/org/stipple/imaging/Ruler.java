package org.stipple.imaging;

import org.stipple.quantities.Length;

/// Something in the photo of which somebody says how large it is.
public sealed interface Ruler {

    /// How large it is.
    Length length();

    /// An AprilTag of the family 36h11 in the plane of the skin.
    ///
    /// @param length side of its black square
    record Tag(Length length) implements Ruler {}

    /// The 24-patch colour card in the plane of the skin.
    ///
    /// @param length from the middle of a patch to the middle of the next
    record Card(Length length) implements Ruler {}

    /// The distance between the pupils, from landmarks. People differ by about 6 % (reference: standard
    /// deviation 3.6 mm): what it gives is estimated.
    ///
    /// @param length from pupil to pupil
    record Pupils(Length length) implements Ruler {}
}
