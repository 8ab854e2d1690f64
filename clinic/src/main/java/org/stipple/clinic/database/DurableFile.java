package org.stipple.clinic.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Files and directories that only their owner may read, and that survive a power cut once they are written.
final class DurableFile {

    private DurableFile() {}

    /// Replaces a file as a whole: a reader sees the old text or the new, never a part. Mode 0600.
    static void write(Path file, String text) throws IOException {
        Path directory = directoryOf(file);
        Path fresh = directory.resolve(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(directory);
    }

    /// Makes a directory of mode 0700, and those above it that are missing.
    static void directory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            force(directoryOf(directory));
        }
    }

    /// Puts a directory in its place as a whole, and makes that durable.
    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        force(directoryOf(to));
    }

    /// Forces a file, or the entries of a directory, to the disk.
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Deletes a directory with all that is in it. Symbolic links are deleted, not followed.
    static void deleteTree(Path tree) throws IOException {
        if (Files.isDirectory(tree, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            try (var entries = Files.newDirectoryStream(tree)) {
                for (Path entry : entries) {
                    deleteTree(entry);
                }
            }
        }
        Files.deleteIfExists(tree);
    }

    private static Path directoryOf(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path : parent;
    }
}
