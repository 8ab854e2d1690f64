package org.stipple.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stipple.imaging.MaskedMeasurement;
import org.stipple.imaging.SkinMask;
import org.stipple.protocol.document.UnusableInput;

/// The directory that `--masks` names; made where it is not there.
record MaskFiles(Path directory) {

    private static final String EXPECTED = "a directory that can be written";

    /// Found to be writable before anything is computed.
    static Optional<MaskFiles> in(@Nullable Path directory) {
        if (directory == null) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(directory);
        } catch (java.io.IOException unwritable) {
            throw new UnusableInput("--masks", directory + ", which cannot be made", EXPECTED);
        }
        if (!Files.isWritable(directory)) {
            throw new UnusableInput("--masks", directory + ", which cannot be written", EXPECTED);
        }
        return Optional.of(new MaskFiles(directory));
    }

    /// All masks, each for its file.
    Map<OutFile, byte[]> of(MaskedMeasurement masked) {
        Map<OutFile, byte[]> files = new LinkedHashMap<>();
        for (SkinMask mask : masked.masks()) {
            OutFile.of("--masks", directory.resolve(mask.fileName()), List.of())
                    .ifPresent(file -> files.put(file, mask.png()));
        }
        return files;
    }
}
