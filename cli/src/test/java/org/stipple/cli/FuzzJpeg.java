package org.stipple.cli;

import java.util.Arrays;
import java.util.List;

/// JPEG files.
final class FuzzJpeg implements FuzzTarget {

    @Override
    public String name() {
        return "jpeg";
    }

    @Override
    public List<byte[]> seeds() {
        byte[] plain = FuzzDecoding.jpeg(false);
        byte[] progressive = FuzzDecoding.jpeg(true);
        return List.of(
                plain,
                progressive,
                Arrays.copyOf(plain, plain.length / 2),
                FuzzDecoding.withSegment(plain, 0xFE, "a comment", new byte[9]),
                FuzzDecoding.withSegment(progressive, 0xEE, "Adobe", new byte[] {0, 100, 0, 0, 0, 0, 2}));
    }

    @Override
    public void read(byte[] bytes) {
        FuzzDecoding.decode(bytes);
    }

    /// As a fuzzer calls it.
    public static void fuzzerTestOneInput(byte[] bytes) {
        new FuzzJpeg().read(bytes);
    }
}
