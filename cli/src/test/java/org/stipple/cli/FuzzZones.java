package org.stipple.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.stipple.imaging.Photo;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;

/// Zones files.
final class FuzzZones implements FuzzTarget {

    private static final Photo PHOTO = Photo.decode(FuzzDecoding.jpeg(false));

    @Override
    public String name() {
        return "zones";
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                "{\"zones\": [{\"id\": \"chin\", \"polygon\": [[1, 1], [9.5, 2], [4, 12e0]]}]}"
                        .getBytes(StandardCharsets.UTF_8),
                "zones:\n- id: nose\n  polygon: [[0, 0], [24, 0], [24, 16], [0, 16]]\n"
                        .getBytes(StandardCharsets.UTF_8),
                "zones: &a [*a]".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void read(byte[] bytes) {
        try {
            var zones = ZonesFile.zones(
                    Field.root(Documents.read(new String(bytes, StandardCharsets.UTF_8)))
                            .mapping(Set.of("zones"))
                            .required("zones"),
                    PHOTO);
            if (zones.isEmpty()) {
                throw new AssertionError("a zones file without zones");
            }
        } catch (UnusableInput refused) {
            // In its own words.
            return;
        }
    }

    /// As a fuzzer calls it.
    public static void fuzzerTestOneInput(byte[] bytes) {
        new FuzzZones().read(bytes);
    }
}
