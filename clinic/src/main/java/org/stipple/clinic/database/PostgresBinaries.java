package org.stipple.clinic.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL that comes with Stipple, unpacked.
///
/// @param directory where `bin`, `lib` and `share` are
record PostgresBinaries(Path directory) {

    static final String MAJOR = "18";
    static final String VERSION = "18.6";
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    /// Unpacks them into `postgresql-18.6` below a directory, unless they are there already. A directory of
    /// that name is complete: it is unpacked beside it and renamed as a whole.
    static PostgresBinaries in(Path below) throws IOException {
        refuseOtherSystems();
        var wanted = new PostgresBinaries(below.resolve("postgresql-" + VERSION));
        if (!Files.isDirectory(wanted.directory)) {
            Path part = below.resolve(
                    "postgresql-" + VERSION + ".part-" + ProcessHandle.current().pid());
            DurableFile.deleteTree(part);
            DurableFile.directory(part);
            unpack(part);
            DurableFile.rename(part, wanted.directory);
        }
        return wanted;
    }

    private static void refuseOtherSystems() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!system.equals("Linux amd64")) {
            throw new CannotStart("Stipple brings its own PostgreSQL for Linux on x86-64 only, and this is " + system
                    + ": give one with --database-url");
        }
    }

    private static void unpack(Path into) throws IOException {
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (packed == null) {
                throw new CannotStart("this Stipple was built without its PostgreSQL: give one with --database-url");
            }
            try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, into);
                }
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream bytes, Path into) throws IOException {
        Path path = into.resolve(entry.getName()).normalize();
        if (!path.startsWith(into)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.copy(bytes, path);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            // Without this a power cut after the rename could leave a complete directory of empty files.
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
                file.force(false);
            }
        }
    }

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }
}
