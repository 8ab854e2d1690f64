package org.stipple.clinic.disclosure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A copy that is ready to be sent, once or again. It is a ZIP file while it is written and nowhere before.
public final class Copy {

    /// From here on the format needs more room for lengths, and how much is not counted beforehand.
    private static final long LARGE = 0xFFFF_FFFFL;

    /// A fixed day, so that the same record gives the same bytes.
    private static final FileTime DAY = FileTime.fromMillis(315_532_800_000L);

    /// A file of it.
    sealed interface Part {

        String name();

        /// What is held.
        record Held(String name, Supplier<byte[]> content) implements Part {}

        /// What is read at the moment at which it is sent; it is packed already, and is not packed again.
        ///
        /// @param bytes how long it is, exactly
        record Read(String name, long bytes, Supplier<byte[]> content) implements Part {}
    }

    private final List<Part> parts;

    Copy(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /// How long the file is, exactly, so that whoever fetches it sees how far it is, and does not take a part
    /// of it for the whole.
    ///
    /// @return empty where it is longer than four gigabytes
    public OptionalLong bytes() {
        var counted = new Counted();
        long read = 0;
        try {
            var zip = new Zip(counted);
            for (Part part : parts) {
                switch (part) {
                    case Part.Held(var name, var content) -> zip.packed(name, content.get());
                    case Part.Read(var name, long bytes, var _) -> {
                        // How much stands around a file that is not packed does not depend on its length.
                        zip.plain(name, new byte[0]);
                        read += bytes;
                    }
                }
            }
            zip.finish();
            zip.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        long whole = counted.bytes + read;
        return whole < LARGE ? OptionalLong.of(whole) : OptionalLong.empty();
    }

    /// Writes it. Where that fails, or a photo is damaged, the end of the file is not written: what came until
    /// then is not taken for the whole.
    ///
    /// @throws UncheckedIOException when the line is broken
    public void to(OutputStream out) {
        var zip = new Zip(out);
        try {
            for (Part part : parts) {
                switch (part) {
                    case Part.Held(var name, var content) -> zip.packed(name, content.get());
                    case Part.Read(var name, long bytes, var content) -> {
                        byte[] file = content.get();
                        if (file.length != bytes) {
                            throw new IllegalStateException("a file of a copy was said to be of another length");
                        }
                        zip.plain(name, file);
                    }
                }
            }
            zip.finish();
            zip.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            zip.end();
        }
    }

    /// Is finished, and never closed: closing writes the end also of what broke off.
    private static final class Zip extends ZipOutputStream {

        Zip(OutputStream out) {
            super(out, StandardCharsets.UTF_8);
        }

        void packed(String name, byte[] content) throws IOException {
            put(new ZipEntry(name), content);
        }

        void plain(String name, byte[] content) throws IOException {
            var entry = new ZipEntry(name);
            var sum = new CRC32();
            sum.update(content);
            entry.setMethod(STORED);
            entry.setSize(content.length);
            entry.setCompressedSize(content.length);
            entry.setCrc(sum.getValue());
            put(entry, content);
        }

        private void put(ZipEntry entry, byte[] content) throws IOException {
            entry.setLastModifiedTime(DAY);
            putNextEntry(entry);
            write(content);
            closeEntry();
        }

        /// Gives back what packing holds outside of Java's memory.
        void end() {
            def.end();
        }
    }

    /// Keeps nothing but the number of bytes.
    private static final class Counted extends OutputStream {

        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}
