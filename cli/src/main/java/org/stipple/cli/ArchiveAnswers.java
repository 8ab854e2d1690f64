package org.stipple.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.stipple.protocol.document.UnusableInput;

/// The file into which an archive is measured, line by line in the order of the archive. What an earlier start
/// wrote is set aside as `FILE.before` and taken over line by line where it still holds; whenever the program
/// ends, the two together have everything that was ever answered, and at the end of the archive `FILE` alone is
/// left.
///
/// Mutable; lines are written by one thread, and [#stop()] may be called by another: no line is ever half there
/// because of it.
final class ArchiveAnswers implements Closeable {

    private static final String EXPECTED = "a file that is not there yet, or one that measure-all began";

    private final Path file;
    private final FileChannel to;
    private final KeptAnswers kept;
    private long length;
    private boolean stopped;

    private ArchiveAnswers(Path file, FileChannel to, KeptAnswers kept) {
        this.file = file;
        this.to = to;
        this.kept = kept;
    }

    /// Refuses a file that holds something else.
    ///
    /// @throws UnusableInput naming `--out`
    static void check(Path file) {
        try {
            if (Files.exists(file) && Files.size(file) > 0) {
                byte[] wanted = ArchiveLine.BEGINNING.getBytes(StandardCharsets.UTF_8);
                try (var in = Files.newInputStream(file)) {
                    byte[] found = in.readNBytes(wanted.length);
                    if (!java.util.Arrays.equals(found, 0, found.length, wanted, 0, found.length)) {
                        throw new UnusableInput("--out", file + ", which is there and holds something else", EXPECTED);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UnusableInput("--out", file + ", which cannot be read", EXPECTED);
        }
    }

    /// @throws IOException when there is no room, or the file may not be written
    static ArchiveAnswers into(Path file) throws IOException {
        Path before = before(file);
        if (Files.exists(file) && Files.size(file) > 0) {
            if (Files.exists(before)) {
                joined(file, before);
            } else {
                Files.move(file, before, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        FileChannel to = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        try {
            return new ArchiveAnswers(file, to, KeptAnswers.in(before));
        } catch (IOException unreadable) {
            to.close();
            throw unreadable;
        }
    }

    private static Path before(Path file) {
        return file.resolveSibling(file.getFileName() + ".before");
    }

    /// Two starts were broken off: what the later one has, and behind it what it had not come to.
    private static void joined(Path file, Path before) throws IOException {
        Path both = file.resolveSibling(file.getFileName() + ".joining");
        try (var out = new BufferedOutputStream(Files.newOutputStream(both))) {
            var last = new String[] {""};
            KeptAnswers.eachLine(file, (line, bytes) -> {
                last[0] = line.series();
                out.write(bytes);
            });
            KeptAnswers.eachLine(before, (line, bytes) -> {
                if (last[0].isEmpty() || Archive.inOrder(line.series(), last[0]) >= 0) {
                    out.write(bytes);
                }
            });
        }
        Files.move(both, before, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// What was answered about a series before. To be asked for in the order of the archive.
    ///
    /// @throws IOException when it cannot be read
    KeptAnswers.Series keptOf(String series) throws IOException {
        return kept.of(series);
    }

    /// Adds a line.
    ///
    /// @throws IOException when there is no room; what was written of it is taken away again
    void add(String line) throws IOException {
        write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /// Adds a line as it stood there before.
    void add(KeptAnswers.Kept line) throws IOException {
        write(kept.bytes(line));
    }

    private synchronized void write(ByteBuffer line) throws IOException {
        while (stopped) {
            waitForTheEnd();
        }
        int size = line.remaining();
        try {
            while (line.hasRemaining()) {
                to.write(line);
            }
            length += size;
        } catch (IOException full) {
            cut();
            throw full;
        }
    }

    private synchronized void waitForTheEnd() throws IOException {
        try {
            wait();
        } catch (InterruptedException ended) {
            throw new IOException("it was stopped", ended);
        }
    }

    private void cut() {
        try {
            to.truncate(length);
        } catch (IOException stays) {
            // Whoever goes on drops the half line.
            return;
        }
    }

    /// To be called when all of the archive has its line: nothing of before is needed any more.
    synchronized void finish() throws IOException {
        while (stopped) {
            waitForTheEnd();
        }
        to.force(false);
        close();
        Files.deleteIfExists(before(file));
    }

    /// To be called when the program is about to end: the line that is being written is finished, and whoever
    /// would write another waits for the end.
    synchronized void stop() throws IOException {
        stopped = true;
        to.force(false);
    }

    @Override
    public synchronized void close() throws IOException {
        to.close();
        kept.close();
    }
}
