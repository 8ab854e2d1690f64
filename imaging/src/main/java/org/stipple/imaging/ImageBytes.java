package org.stipple.imaging;

import java.io.ByteArrayOutputStream;

/// The parts of a file that a decoder is to see. Mutable, for one thread.
final class ImageBytes extends ByteArrayOutputStream {

    /// @param file of which they are parts
    ImageBytes(byte[] file) {
        super(file.length);
    }

    HeldBytes stream() {
        return new HeldBytes(buf, count);
    }
}
