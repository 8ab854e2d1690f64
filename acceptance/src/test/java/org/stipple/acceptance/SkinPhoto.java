package org.stipple.acceptance;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/// A file as a camera might give it, though nobody was photographed: a tone of skin, light from one side, and
/// noise.
final class SkinPhoto {

    static final int WIDTH = 1200;
    static final int HEIGHT = 900;

    private SkinPhoto() {}

    static byte[] jpeg() {
        return file("jpeg");
    }

    /// The same without loss: some megabytes.
    static byte[] png() {
        return file("png");
    }

    private static byte[] file(String format) {
        var random = new Random(20261121);
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double light = 0.85 + 0.15 * x / WIDTH - 0.05 * y / HEIGHT + 0.03 * random.nextGaussian();
                image.setRGB(x, y, channel(224 * light) << 16 | channel(178 * light) << 8 | channel(150 * light));
            }
        }
        var file = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, file)) {
                throw new IllegalStateException("this Java writes no " + format);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static int channel(double value) {
        return (int) Math.clamp(value, 0, 255);
    }
}
