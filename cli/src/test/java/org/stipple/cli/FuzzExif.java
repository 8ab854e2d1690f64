package org.stipple.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.stipple.imaging.Photo;

/// What a camera wrote beside a photo: whatever it is, the photo stays a photo, upright or turned.
final class FuzzExif implements FuzzTarget {

    private static final byte[] JPEG = FuzzDecoding.jpeg(false);
    private static final Photo PLAIN = Photo.decode(JPEG);

    @Override
    public String name() {
        return "exif";
    }

    @Override
    public List<byte[]> seeds() {
        var seeds = new ArrayList<byte[]>();
        for (int code = 0; code <= 9; code++) {
            seeds.add(("MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0" + (char) code + "\0\0\0\0\0\0")
                    .getBytes(StandardCharsets.ISO_8859_1));
            seeds.add(("II*\0\10\0\0\0\1\0\22\1\3\0\1\0\0\0" + (char) code + "\0\0\0\0\0\0\0")
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
        return seeds;
    }

    @Override
    public void read(byte[] bytes) {
        Photo photo = Photo.decode(FuzzDecoding.withSegment(JPEG, 0xE1, "Exif\0\0", bytes));
        boolean upright = photo.width() == PLAIN.width() && photo.height() == PLAIN.height();
        boolean turned = photo.width() == PLAIN.height() && photo.height() == PLAIN.width();
        if (!upright && !turned) {
            throw new AssertionError("a photo of " + photo.width() + " x " + photo.height());
        }
    }

    /// As a fuzzer calls it.
    public static void fuzzerTestOneInput(byte[] bytes) {
        new FuzzExif().read(bytes);
    }
}
