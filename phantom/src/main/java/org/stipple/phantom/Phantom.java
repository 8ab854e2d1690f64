package org.stipple.phantom;

import org.stipple.quantities.Length;

/// Photographs skin: `Phantom.photograph(Skin.plain(SkinType.III, 7), Capture.careful(1), Frame.CHEEK)`.
///
/// Height to normals, normals to Lambert's and mirrored light, pigments to colour, then the camera: blur, its
/// own colours, white balance, exposure, noise, sRGB in 8 bits. Strips of rows are made in parallel; the pixels
/// do not depend on it.
public final class Phantom {

    private Phantom() {}

    /// One photo of one skin, with its truth.
    public static Rendering photograph(Skin skin, Capture capture, Frame frame) {
        var scene = new Scene(skin, capture, frame);
        int[] rgb = scene.photograph();
        var pixel = Length.ofMillimetres(
                frame.pixel().millimetres() / capture.pose().zoom());
        return new Rendering(new RenderedPhoto(frame, pixel, rgb), new Truth(scene));
    }
}
