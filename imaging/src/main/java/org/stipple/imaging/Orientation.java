package org.stipple.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How the camera was held, as EXIF tells it with a number from 1 to 8 (CIPA DC-008, tag 0x0112), and so
/// how the pixels are turned upright: see [UprightPixels].
///
/// @param code 1 = upright
record Orientation(int code) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;

    Orientation {
        if (code < 1 || code > 8) {
            throw new IllegalArgumentException("orientation must be 1..8, was " + code);
        }
    }

    /// Reads the one tag out of the first directory of an EXIF block, and nothing else of it. Whatever is
    /// broken or absent means upright, as every viewer has it.
    ///
    /// @param tiff begins with `II` or `MM`
    static Orientation inTiff(ByteBuffer tiff) {
        if (tiff.remaining() < 8) {
            return UPRIGHT;
        }
        ByteBuffer data = tiff.slice();
        byte mark = data.get(0);
        if (mark != data.get(1) || (mark != 'I' && mark != 'M')) {
            return UPRIGHT;
        }
        data.order(mark == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = data.getInt(4);
        if (directory < 8 || directory > data.limit() - 2) {
            return UPRIGHT;
        }
        int entries = data.getShort(directory) & 0xFFFF;
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + 12 * entry;
            if (at > data.limit() - 12) {
                return UPRIGHT;
            }
            if ((data.getShort(at) & 0xFFFF) == TAG && data.getShort(at + 2) == SHORT) {
                int code = data.getShort(at + 8) & 0xFFFF;
                return code >= 1 && code <= 8 ? new Orientation(code) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
