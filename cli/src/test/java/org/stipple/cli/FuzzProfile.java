package org.stipple.cli;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.util.Arrays;
import java.util.List;

/// Colour profiles (ICC) in a JPEG.
final class FuzzProfile implements FuzzTarget {

    private static final byte[] JPEG = FuzzDecoding.jpeg(false);

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public List<byte[]> seeds() {
        byte[] linear = profile(ColorSpace.CS_LINEAR_RGB);
        return List.of(linear, profile(ColorSpace.CS_sRGB), profile(ColorSpace.CS_GRAY), Arrays.copyOf(linear, 200));
    }

    private static byte[] profile(int space) {
        return ((ICC_ColorSpace) ColorSpace.getInstance(space)).getProfile().getData();
    }

    @Override
    public void read(byte[] bytes) {
        FuzzDecoding.decode(FuzzDecoding.withSegment(JPEG, 0xE2, "ICC_PROFILE\0\1\1", bytes));
    }

    /// As a fuzzer calls it.
    public static void fuzzerTestOneInput(byte[] bytes) {
        new FuzzProfile().read(bytes);
    }
}
