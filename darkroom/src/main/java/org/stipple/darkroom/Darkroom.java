package org.stipple.darkroom;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stipple.imaging.Photo;
import org.stipple.imaging.UnusablePhoto;

/// Decodes photo files in processes of their own: `darkroom.develop(file)` answers as [Photo#decode(byte[])]
/// does, and a file that makes a decoder run for ever, take all memory or fall over is refused instead of
/// taking the program with it.
///
/// A process sees one file and ends; the next one can wait ready. It may take [Program#MEMORY_MB] and the time
/// that it is given, and inherits no environment. It runs under the same account: it keeps the faults of a
/// decoder apart, and is no prison for somebody who got code of their own to run in it.
///
/// For use by several threads; not more than two files are developed at once.
public final class Darkroom implements AutoCloseable {

    /// `design`: a photo of 50 megapixels takes three seconds on a loaded machine; who waits longer waits for
    /// nothing.
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int AT_ONCE = 2;

    private final Program program;
    private final Duration patience;
    private final boolean keepsOneReady;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Object door = new Object();
    private Optional<Process> ready = Optional.empty();
    private boolean closed;

    Darkroom(Program program, Duration patience, boolean keepsOneReady) {
        this.program = program;
        this.patience = patience;
        this.keepsOneReady = keepsOneReady;
    }

    /// For one file or a few: a process is started when it is asked for.
    public static Darkroom open() {
        return new Darkroom(Program.developing(), PATIENCE, false);
    }

    /// For a server: after the first file one process waits ready, so that the next file saves its start.
    public static Darkroom standing() {
        return new Darkroom(Program.developing(), PATIENCE, true);
    }

    /// The photo in a file, as [Photo#decode(byte[])].
    ///
    /// @throws UnusablePhoto saying what it is instead, or that it could not be decoded within the limits
    /// @throws UncheckedIOException when no process can be started
    public Photo develop(byte[] file) {
        if (file.length > Photo.MAX_BYTES) {
            return Photo.decode(file);
        }
        places.acquireUninterruptibly();
        try {
            return developed(file);
        } finally {
            places.release();
        }
    }

    private Photo developed(byte[] file) {
        Process process = next();
        var late = new AtomicBoolean();
        Thread watch = Thread.ofVirtual().start(() -> {
            if (!ended(process)) {
                late.set(true);
                process.destroyForcibly();
            }
        });
        try (var in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
                var out = new DataOutputStream(process.getOutputStream())) {
            Exchange.file(file, out);
            return Exchange.read(in);
        } catch (IOException ended) {
            throw new UnusablePhoto(
                    late.get()
                            ? "a file that cannot be decoded within " + patience.toSeconds() + " seconds"
                            : "a file on which the decoder fails, or for which " + program.memoryMb()
                                    + " MB of memory are not enough",
                    ended);
        } finally {
            process.destroyForcibly();
            watch.interrupt();
            makeReady();
        }
    }

    private boolean ended(Process process) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException done) {
            return true;
        }
    }

    private Process next() {
        synchronized (door) {
            Optional<Process> waiting = ready.filter(Process::isAlive);
            ready = Optional.empty();
            return waiting.orElseGet(program::start);
        }
    }

    private void makeReady() {
        synchronized (door) {
            if (keepsOneReady && !closed && ready.isEmpty()) {
                ready = Optional.of(program.start());
            }
        }
    }

    /// The process that waits for the next file, if one does.
    Optional<Process> waiting() {
        synchronized (door) {
            return ready;
        }
    }

    /// Ends the process that waits. Files that are being developed are finished.
    @Override
    public void close() {
        synchronized (door) {
            closed = true;
            ready.ifPresent(Process::destroyForcibly);
            ready = Optional.empty();
        }
    }
}
