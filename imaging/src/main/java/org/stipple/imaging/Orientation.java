package org.stipple.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How the camera was held, as EXIF tells it with a number from 1 to 8 (CIPA DC-008, tag 0x0112), and how to
/// turn the pixels upright.
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

    /// The photo with its pixels turned and mirrored as it is to be looked at.
    Photo upright(int width, int height, int[] rgb, PhotoFormat format) {
        if (code == 1) {
            return new Photo(width, height, rgb, format);
        }
        boolean turned = code >= 5;
        int newWidth = turned ? height : width;
        int newHeight = turned ? width : height;
        var out = new int[rgb.length];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                int column = sourceColumn(x, y, width);
                int row = sourceRow(x, y, height);
                out[y * newWidth + x] = rgb[row * width + column];
            }
        }
        return new Photo(newWidth, newHeight, out, format);
    }

    private int sourceColumn(int x, int y, int width) {
        return switch (code) {
            case 2, 3 -> width - 1 - x;
            case 4 -> x;
            case 5, 6 -> y;
            case 7, 8 -> width - 1 - y;
            default -> x;
        };
    }

    private int sourceRow(int x, int y, int height) {
        return switch (code) {
            case 3, 4 -> height - 1 - y;
            case 2 -> y;
            case 5, 8 -> x;
            case 6, 7 -> height - 1 - x;
            default -> y;
        };
    }
}
