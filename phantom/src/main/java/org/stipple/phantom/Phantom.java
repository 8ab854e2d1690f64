package org.stipple.phantom;

import org.stipple.quantities.Length;

/// Photographs skin: `Phantom.photograph(Skin.plain(SkinType.III, 7), Capture.careful(1), Frame.CHEEK)`.
///
/// Height to normals, normals to Lambert and a little mirror light, pigments to colour, then the camera:
/// blur, white balance, exposure, noise, sRGB in 8 bits. Rows are made in parallel; the pixels do not depend
/// on it.
public final class Phantom {

    private Phantom() {}

    /// One photo of one skin, with its truth.
    public static Rendering photograph(Skin skin, Capture capture, Frame frame) {
        var scene = new Scene(skin, capture, frame);
        float[][] light = Lens.blurred(scene.light(), frame.widthPx(), frame.heightPx(), capture.blurPx());
        int[] rgb = Sensor.record(light, frame.widthPx(), capture);
        var pixel = Length.ofMillimetres(
                frame.pixel().millimetres() / capture.pose().zoom());
        return new Rendering(new RenderedPhoto(frame, pixel, rgb), scene.truth());
    }
}
