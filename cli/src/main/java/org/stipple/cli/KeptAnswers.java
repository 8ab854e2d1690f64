package org.stipple.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stipple.protocol.document.Documents;

/// What an earlier start answered about an archive, read once and in order beside the archive. No more of it is
/// held than where the lines of one series stand. A line that is half there or says nothing of ours is passed
/// over. Mutable, for one thread; [#bytes] excepted.
final class KeptAnswers implements Closeable {

    /// A line that may be used again.
    ///
    /// @param made from what
    /// @param from first byte of its line
    /// @param size in bytes, with the end of the line
    record Kept(ArchiveLine.Made made, long from, int size) {}

    /// The lines of one series, by their two photos.
    record Series(Map<List<Optional<String>>, Kept> lines) {

        Series {
            lines = Map.copyOf(lines);
        }

        Optional<Kept> of(ArchiveLine line) {
            return Optional.ofNullable(lines.get(List.of(line.baseline(), line.followup())));
        }
    }

    /// What is done with a line.
    @FunctionalInterface
    interface Reader {
        void line(ArchiveLine line, byte[] bytes) throws IOException;
    }

    private final @Nullable FileChannel file;
    private final @Nullable InputStream in;
    private long at;
    private Optional<Found> next = Optional.empty();

    private record Found(ArchiveLine line, long from, int size) {}

    private KeptAnswers(@Nullable FileChannel file, @Nullable InputStream in) throws IOException {
        this.file = file;
        this.in = in;
        next = found();
    }

    /// What stands in a file, which need not be there.
    static KeptAnswers in(Path path) throws IOException {
        return Files.exists(path)
                ? new KeptAnswers(FileChannel.open(path), new BufferedInputStream(Files.newInputStream(path), 1 << 16))
                : new KeptAnswers(null, null);
    }

    /// All whole lines of a file, in order.
    static void eachLine(Path path, Reader reader) throws IOException {
        try (var all = in(path)) {
            for (var each = all.next; each.isPresent(); each = all.found()) {
                Found found = each.get();
                reader.line(found.line(), all.bytes(found.from(), found.size()).array());
            }
        }
    }

    /// The lines of this series; those of series before it are passed over, for they are there no more.
    Series of(String series) throws IOException {
        var lines = new HashMap<List<Optional<String>>, Kept>();
        while (next.isPresent()) {
            Found found = next.get();
            int order = Archive.inOrder(found.line().series(), series);
            if (order > 0) {
                break;
            }
            if (order == 0 && found.line().made().isPresent()) {
                lines.putIfAbsent(
                        List.of(found.line().baseline(), found.line().followup()),
                        new Kept(found.line().made().get(), found.from(), found.size()));
            }
            next = found();
        }
        return new Series(lines);
    }

    /// A line as it stands in the file.
    ByteBuffer bytes(Kept line) throws IOException {
        return bytes(line.from(), line.size());
    }

    private ByteBuffer bytes(long from, int size) throws IOException {
        var bytes = ByteBuffer.allocate(size);
        while (file != null && bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("the answers of before became shorter while they were read");
            }
        }
        return bytes.flip();
    }

    private Optional<Found> found() throws IOException {
        while (in != null) {
            long from = at;
            var line = new ByteArrayOutputStream();
            int each = in.read();
            while (each >= 0 && each != '\n') {
                at++;
                if (line.size() <= Documents.MAX_CHARACTERS) {
                    line.write(each);
                }
                each = in.read();
            }
            if (each < 0) {
                return Optional.empty(); // half written
            }
            at++;
            var read = line.size() > Documents.MAX_CHARACTERS
                    ? Optional.<ArchiveLine>empty()
                    : ArchiveLine.read(line.toString(StandardCharsets.UTF_8));
            if (read.isPresent()) {
                return Optional.of(new Found(read.get(), from, line.size() + 1));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
        if (file != null) {
            file.close();
        }
    }
}
