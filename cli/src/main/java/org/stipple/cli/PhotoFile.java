package org.stipple.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.stipple.darkroom.Darkroom;
import org.stipple.imaging.Photo;
import org.stipple.imaging.UnusablePhoto;

/// The file of a photo, of which never more is read than a photo may have: what is no file has no end, and a file
/// may grow while it is read.
record PhotoFile(Path path) {

    static final String EXPECTED = "a JPEG or PNG photo of at most " + Photo.MAX_BYTES / 1_000_000 + " MB and "
            + Photo.MAX_PIXELS / 1_000_000 + " million pixels";

    /// @throws UnusablePhoto when it is no file, too large or cannot be read
    byte[] bytes() {
        try {
            if (!Files.isRegularFile(path)) {
                throw new UnusablePhoto(whatElse());
            }
            long size = Files.size(path);
            if (size > Photo.MAX_BYTES) {
                throw new UnusablePhoto("a file of " + size + " bytes");
            }
            try (var in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes(Photo.MAX_BYTES + 1);
                if (bytes.length > Photo.MAX_BYTES) {
                    throw new UnusablePhoto("a file that grew beyond " + Photo.MAX_BYTES + " bytes while it was read");
                }
                return bytes;
            }
        } catch (IOException unreadable) {
            throw new UnusablePhoto("a file that cannot be read", unreadable);
        }
    }

    private String whatElse() {
        if (Files.isDirectory(path)) {
            return "a folder";
        }
        if (Files.exists(path)) {
            return "a pipe, a device or a socket";
        }
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? "a link that leads to no file" : "where no file is";
    }

    /// @throws UnusablePhoto saying what it is instead of a photo
    Photo developed(Darkroom darkroom) {
        return darkroom.develop(bytes());
    }
}
