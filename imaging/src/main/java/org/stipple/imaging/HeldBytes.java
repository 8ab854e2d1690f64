package org.stipple.imaging;

import javax.imageio.stream.ImageInputStreamImpl;

/// Bytes that are in memory already, for a decoder that wants a stream: the platform's own streams keep a second
/// copy, in memory or in a file. Mutable, for one thread.
final class HeldBytes extends ImageInputStreamImpl {

    private final byte[] bytes;
    private final int length;

    /// @param length how many of them count
    HeldBytes(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < length ? bytes[(int) streamPos++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int from, int count) {
        bitOffset = 0;
        if (streamPos >= length) {
            return -1;
        }
        int some = (int) Math.min(count, length - streamPos);
        System.arraycopy(bytes, (int) streamPos, to, from, some);
        streamPos += some;
        return some;
    }

    @Override
    public long length() {
        return length;
    }
}
