package org.stipple.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Standard output, which remembers the first failure to write: a [java.io.PrintWriter] says only that there
/// was one, and a full disk must not end as if the answer were there. Mutable, for one thread.
final class StandardOutput extends OutputStream {

    private final OutputStream to;
    private final boolean isPipe;
    private Optional<IOException> failure = Optional.empty();

    /// @param isPipe whether somebody reads it, who may leave: that is no failure
    StandardOutput(OutputStream to, boolean isPipe) {
        this.to = to;
        this.isPipe = isPipe;
    }

    /// Of this process.
    static StandardOutput ofThisProcess() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out), isPipe(Path.of("/proc/self/fd/1")));
    }

    /// What follows the link tells, because an error's words are in the language of the machine.
    private static boolean isPipe(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    /// Why what was written is not there; empty where it is, or where the reader has left.
    Optional<String> failure() {
        return isPipe ? Optional.empty() : failure.map(each -> String.valueOf(each.getMessage()));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            to.write(bytes, from, count);
        } catch (IOException unwritten) {
            failure = failure.or(() -> Optional.of(unwritten));
            throw unwritten;
        }
    }
}
