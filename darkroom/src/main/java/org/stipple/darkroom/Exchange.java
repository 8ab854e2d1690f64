package org.stipple.darkroom;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.stipple.imaging.Photo;
import org.stipple.imaging.UnusablePhoto;

/// What the two processes say to each other. The one that decoded a hostile file is not to be trusted: every
/// number that comes from it is looked at before anything is made of it.
final class Exchange {

    private static final int DEVELOPED = 1;
    private static final int REFUSED = 2;
    private static final int LONGEST_REASON = 500;

    private Exchange() {}

    static void file(byte[] file, DataOutputStream out) throws IOException {
        out.writeInt(file.length);
        out.write(file);
        out.flush();
    }

    static byte[] file(DataInputStream in) throws IOException {
        return in.readNBytes(Objects.checkIndex(in.readInt(), Photo.MAX_BYTES + 1));
    }

    static void write(Photo photo, DataOutputStream out) throws IOException {
        out.writeByte(DEVELOPED);
        out.writeUTF(photo.format());
        out.writeInt(photo.width());
        out.writeInt(photo.height());
        byte[] tables = photo.jpegTables();
        out.writeByte(tables.length);
        out.write(tables);
        var row = ByteBuffer.allocate(4 * photo.width());
        for (int y = 0; y < photo.height(); y++) {
            row.clear();
            for (int x = 0; x < photo.width(); x++) {
                row.putInt(photo.rgbAt(x, y));
            }
            out.write(row.array());
        }
    }

    static void write(UnusablePhoto refused, DataOutputStream out) throws IOException {
        out.writeByte(REFUSED);
        String why = String.valueOf(refused.getMessage());
        out.writeUTF(why.substring(0, Math.min(why.length(), LONGEST_REASON)));
    }

    /// @throws UnusablePhoto as the other process says
    /// @throws IOException when it ended before it had answered, or answers what makes no sense
    static Photo read(DataInputStream in) throws IOException {
        return switch (in.readUnsignedByte()) {
            case DEVELOPED -> photo(in);
            case REFUSED -> throw new UnusablePhoto(in.readUTF());
            default -> throw new IOException("an answer of no known kind");
        };
    }

    private static Photo photo(DataInputStream in) throws IOException {
        String format = in.readUTF();
        int width = in.readInt();
        int height = in.readInt();
        if (width < 1 || height < 1 || (long) width * height > Photo.MAX_PIXELS) {
            throw new IOException("a photo of " + width + " x " + height + " pixels");
        }
        byte[] tables = in.readNBytes(in.readUnsignedByte());
        var rgb = new int[width * height];
        var row = new byte[4 * width];
        for (int y = 0; y < height; y++) {
            in.readFully(row);
            ByteBuffer.wrap(row).asIntBuffer().get(rgb, y * width, width);
        }
        try {
            return format.equals("jpeg")
                    ? Photo.ofJpeg(width, height, rgb, tables)
                    : Photo.ofPixels(width, height, rgb, format);
        } catch (IllegalArgumentException nonsense) {
            throw new IOException(nonsense);
        }
    }
}
