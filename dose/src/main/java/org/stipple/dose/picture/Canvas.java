package org.stipple.dose.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Pixels in memory, and their way into a PNG. Column 0 is at the left, row 0 at the top. For one thread.
final class Canvas {

    static final int WHITE = 0xFFFFFF;
    static final int INK = 0x1A1A1A;

    private static final int MOST_COLOURS = 256;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /// Filter types of a line.
    private static final byte AS_IT_IS = 0;

    private static final byte AS_ABOVE = 2;

    private final int width;
    private final int height;
    private final int[] pixels;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
        Arrays.fill(pixels, WHITE);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// Fills a rectangle; what lies outside the canvas is left out.
    void fill(int left, int top, int wide, int high, int colour) {
        for (int y = Math.max(0, top); y < Math.min(height, top + high); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, left + wide); x++) {
                pixels[y * width + x] = colour;
            }
        }
    }

    /// A straight line two pixels wide.
    void line(double fromX, double fromY, double toX, double toY, int colour) {
        int steps = (int) Math.ceil(2 * Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY))) + 1;
        for (int i = 0; i <= steps; i++) {
            double x = fromX + (toX - fromX) * i / steps;
            double y = fromY + (toY - fromY) * i / steps;
            fill((int) Math.round(x - 1), (int) Math.round(y - 1), 2, 2, colour);
        }
    }

    /// Writes what [Glyphs] knows, its upper left corner here, twice as large as it is drawn there.
    void text(int left, int top, String text) {
        int x = left;
        for (char sign : text.toCharArray()) {
            String[] rows = Glyphs.of(sign);
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length(); column++) {
                    if (rows[row].charAt(column) == '#') {
                        fill(x + 2 * column, top + 2 * row, 2, 2, INK);
                    }
                }
            }
            x += Glyphs.ADVANCE;
        }
    }

    /// PNG with a palette, a byte a pixel. Source: ISO/IEC 15948 (the W3C recommendation PNG).
    ///
    /// @throws IllegalStateException when there are more than 256 colours
    byte[] png() {
        var colours = new LinkedHashMap<Integer, Byte>();
        byte[] lines = lines(colours);
        var palette = ByteBuffer.allocate(3 * colours.size());
        colours.keySet()
                .forEach(colour -> palette.put((byte) (colour >> 16))
                        .put((byte) (colour >> 8))
                        .put(colour.byteValue()));
        var file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        // Depth 8, colour type 3 (palette), the only compression, filter method, no interlace.
        chunk(
                file,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 3, 0, 0, 0})
                        .array());
        chunk(file, "PLTE", palette.array());
        chunk(file, "IDAT", deflated(lines));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /// Lines that repeat the one above, most of them where cells are several pixels high, are written as what
    /// differs from it, which is nothing.
    ///
    /// @param colours takes every colour, in the order in which they are met
    private byte[] lines(Map<Integer, Byte> colours) {
        byte[] lines = new byte[height * (1 + width)];
        int known = -1;
        byte index = 0;
        for (int y = 0; y < height; y++) {
            int at = y * (1 + width);
            lines[at] = repeats(y) ? AS_ABOVE : AS_IT_IS;
            for (int x = 0; x < width && lines[at] == AS_IT_IS; x++) {
                int colour = pixels[y * width + x];
                if (colour != known) {
                    index = colours.computeIfAbsent(colour, _ -> (byte) colours.size());
                    known = colour;
                }
                lines[at + 1 + x] = index;
            }
        }
        if (colours.size() > MOST_COLOURS) {
            throw new IllegalStateException("a picture of " + colours.size() + " colours");
        }
        return lines;
    }

    private static byte[] deflated(byte[] lines) {
        try (var deflater = new Deflater()) {
            deflater.setInput(lines);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            byte[] part = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return out.toByteArray();
        }
    }

    private boolean repeats(int y) {
        return y > 0 && Arrays.equals(pixels, y * width, (y + 1) * width, pixels, (y - 1) * width, y * width);
    }

    private static void chunk(ByteArrayOutputStream file, String name, byte[] data) {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(type);
        sum.update(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(type);
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
