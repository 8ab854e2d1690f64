package org.stipple.clinic.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// One Stipple a directory: a lock of the operating system on a file, which ends with the process however that
/// ends.
final class DirectoryLock implements AutoCloseable {

    static final String FILE = "lock";

    /// Such a lock belongs to the process, and closing the file a second time would end it. So within this
    /// process the directories are counted here, and a held file is not opened again.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /// @throws CannotStart when another Stipple holds the directory; its file is then left as it was
    static DirectoryLock take(Path directory) throws IOException {
        Path real = directory.toRealPath();
        if (!HELD.add(real)) {
            throw new CannotStart("another Stipple of this process already uses " + directory);
        }
        boolean taken = false;
        try {
            FileChannel channel = FileChannel.open(
                    real.resolve(FILE),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                @Nullable FileLock lock = channel.tryLock();
                if (lock == null) {
                    throw new CannotStart("another Stipple" + holder(channel) + " already uses " + directory);
                }
                byte[] process = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
                channel.truncate(0).write(ByteBuffer.wrap(process), 0);
                taken = true;
                return new DirectoryLock(real, channel);
            } finally {
                if (!taken) {
                    channel.close();
                }
            }
        } finally {
            if (!taken) {
                HELD.remove(real);
            }
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        String process = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
        return process.isEmpty() ? "" : " (process " + process + ")";
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // The lock ends with the process in any case.
        } finally {
            HELD.remove(directory);
        }
    }
}
