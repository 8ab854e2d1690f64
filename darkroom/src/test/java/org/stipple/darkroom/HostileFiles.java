package org.stipple.darkroom;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// Files that mean harm, made here: none of them lies in the source tree.
///
/// @param name what it tries
/// @param file its bytes
/// @param says what its refusal says; empty where it is a photo like any other, which is shown
record HostileFiles(String name, byte[] file, String says) {

    private static final int JPEG_MOST = 7_000;

    /// All of them.
    static List<HostileFiles> all() throws IOException {
        var all = new ArrayList<HostileFiles>();
        byte[] png = png(300, 200);
        byte[] jpeg = jpeg(300, 200, false);
        // Bombs.
        all.add(refused("PNG, 50 megapixels of black in 150 KB", blackPng(8000, 6250, 8, false), "less than grain"));
        all.add(refused("PNG, 16 bits, 50 megapixels of black", blackPng(8000, 6250, 16, false), "to decode, above"));
        all.add(refused("PNG, interlaced, 50 megapixels of black", blackPng(8000, 6250, 8, true), "less than grain"));
        all.add(refused("PNG, 65,500 x 65,500", pngHeader(65_500, 65_500), "65500 x 65500"));
        all.add(refused("PNG, one pixel wide, 50 million high", pngHeader(1, 50_000_000), "longer than any photo"));
        all.add(refused("PNG, a header of 50 megapixels and no more", pngHeader(8000, 6250), "cut off"));
        all.add(refused("PNG, iCCP of 200 MB in 200 KB", withChunk(png, "iCCP", bomb("x\0\0")), "colour profile"));
        all.add(shown("PNG, zTXt of 200 MB in 200 KB", withChunk(png, "zTXt", bomb("x\0\0"))));
        all.add(shown("PNG, iTXt of 200 MB in 200 KB", withChunk(png, "iTXt", bomb("x\0\1\0\0\0"))));
        all.add(refused("JPEG, 65,500 x 65,500", jpegHeader(65_500, 65_500, 0xC0), "65500 x 65500"));
        all.add(refused("JPEG, a header of 49 megapixels", jpegHeader(JPEG_MOST, JPEG_MOST, 0xC0), "cannot be"));
        all.add(refused("JPEG, 10,000 scans", scans(jpeg(40, 30, true), 10_000), "more than 100 scans"));
        all.add(refused("JPEG, 99 scans of 49 megapixels", manyScans(99), "more work than any photo"));
        all.add(refused("JPEG, lossless", jpegHeader(300, 200, 0xC3), "no camera writes"));
        all.add(refused("JPEG, arithmetic", jpegHeader(300, 200, 0xC9), "no camera writes"));
        all.add(refused("JPEG, colour profile of 8 MB", withProfile(jpeg, new byte[8_000_000]), "colour profile"));
        all.add(refused("JPEG, colour profile of noise", withProfile(jpeg, noise(3_000)), ""));
        all.add(refused("JPEG, colour profile cut off", withProfile(jpeg, Arrays.copyOf(profile(), 300)), ""));
        all.add(refused("JPEG, CMYK", cmyk(), "CMYK"));
        // Damage.
        all.add(refused("PNG, cut in half", Arrays.copyOf(png, png.length / 2), "cut off"));
        all.add(refused("PNG, without its last byte", Arrays.copyOf(png, png.length - 1), "cut off"));
        all.add(refused("PNG, wrong checksum", flipped(png, 60), "checksum"));
        all.add(refused("JPEG, cut in half", Arrays.copyOf(jpeg, jpeg.length / 2), "cut off"));
        all.add(refused("JPEG, without its last byte", Arrays.copyOf(jpeg, jpeg.length - 1), "cut off"));
        all.add(refused("no byte", new byte[0], "an empty file"));
        all.add(refused("one byte", new byte[] {(byte) 0xFF}, "neither JPEG nor PNG"));
        all.add(refused("a byte more than 25 MB", new byte[25_000_001], ""));
        all.add(refused("25 MB of noise that begins as a JPEG", begun(noise(25_000_000), jpeg), ""));
        all.add(refused("25 MB of noise that begins as a PNG", begun(noise(25_000_000), png), ""));
        // Other kinds under the name of a photo.
        all.add(refused("GIF", text("GIF89a\1\0\1\0"), "a GIF file"));
        all.add(refused("SVG", text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "XML, SVG"));
        all.add(refused("HEIC", text("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), "a HEIC"));
        all.add(refused("WebP", text("RIFF\0\0\0\0WEBPVP8 "), "a WebP"));
        all.add(refused("TIFF", text("II*\0\10\0\0\0"), "a TIFF"));
        all.add(refused("BMP", text("BM\0\0\0\0"), "a BMP"));
        all.add(refused("GIF with a JPEG behind it", joined(text("GIF89a"), jpeg), "a GIF file"));
        // Photos after all, of which nothing but the pixels is kept.
        all.add(shown("JPEG with a ZIP behind it", joined(jpeg, text("PK\3\4" + SECRET))));
        all.add(shown("JPEG with a page behind it", joined(jpeg, text("<script>" + SECRET + "</script>"))));
        all.add(shown("PNG with a page behind it", joined(png, text("<script>" + SECRET + "</script>"))));
        all.add(shown("JPEG, EXIF with place and thumbnail", withExif(jpeg)));
        all.add(shown("PNG, interlaced", blackPng(300, 200, 8, true)));
        all.add(shown("PNG, 16 bits", blackPng(300, 200, 16, false)));
        return all;
    }

    /// Stands in everything that must not be kept.
    static final String SECRET = "GPSLatitude 47.3769N by Zzqxv";

    private static HostileFiles refused(String name, byte[] file, String says) {
        return new HostileFiles(name, file, says.isEmpty() ? " " : says);
    }

    private static HostileFiles shown(String name, byte[] file) {
        return new HostileFiles(name, file, "");
    }

    boolean isShown() {
        return says.isEmpty();
    }

    @Override
    public String toString() {
        return name;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] begun(byte[] noise, byte[] photo) {
        System.arraycopy(photo, 0, noise, 0, Math.min(photo.length / 2, noise.length));
        return noise;
    }

    private static byte[] noise(int length) {
        var bytes = new byte[length];
        new Random(11).nextBytes(bytes);
        return bytes;
    }

    private static byte[] flipped(byte[] file, int at) {
        byte[] other = file.clone();
        other[at] ^= 1;
        return other;
    }

    private static BufferedImage picture(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(3);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 0x806050 + 0x010101 * random.nextInt(40));
            }
        }
        return image;
    }

    static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture(width, height), "png", out);
        return out.toByteArray();
    }

    static byte[] jpeg(int width, int height, boolean progressive) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var to = ImageIO.createImageOutputStream(out)) {
            var how = writer.getDefaultWriteParam();
            how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(to);
            writer.write(null, new IIOImage(picture(width, height), null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static byte[] pngHeader(int width, int height) throws IOException {
        byte[] png = png(40, 30);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        var sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        return png;
    }

    /// A small JPEG that says something else in its frame header.
    private static byte[] jpegHeader(int width, int height, int marker) throws IOException {
        byte[] jpeg = jpeg(40, 30, false);
        int frame = segment(jpeg, 0xC0);
        jpeg[frame + 1] = (byte) marker;
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return jpeg;
    }

    private static int segment(byte[] jpeg, int marker) {
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != marker) {
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
        return at;
    }

    /// The first scan of a JPEG again and again, each with its header.
    private static byte[] scans(byte[] jpeg, int number) {
        int scan = segment(jpeg, 0xDA);
        int end = scan + 2;
        while ((jpeg[end] & 0xFF) != 0xFF || jpeg[end + 1] == 0 || (jpeg[end + 1] & 0xF8) == 0xD0) {
            end++;
        }
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, scan);
        for (int i = 0; i < number; i++) {
            out.write(jpeg, scan, end - scan);
        }
        out.write(jpeg, jpeg.length - 2, 2);
        return out.toByteArray();
    }

    /// Progressive, with room for what its first scan must have, and then scan after scan in which nothing
    /// changes.
    private static byte[] manyScans(int number) throws IOException {
        byte[] jpeg = jpeg(40, 30, true);
        int frame = segment(jpeg, 0xC2);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) JPEG_MOST).putShort(frame + 7, (short) JPEG_MOST);
        int scan = segment(jpeg, 0xDA);
        int data = scan + 2 + ((jpeg[scan + 2] & 0xFF) << 8 | jpeg[scan + 3] & 0xFF);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, scan);
        for (int i = 0; i < number; i++) {
            out.write(jpeg, scan, data - scan);
            out.write(new byte[i == 0 ? 900_000 : 100]);
        }
        out.write(jpeg, jpeg.length - 2, 2);
        return out.toByteArray();
    }

    private static byte[] profile() {
        return ((ICC_ColorSpace) ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB))
                .getProfile()
                .getData();
    }

    /// In as many segments as it takes.
    private static byte[] withProfile(byte[] jpeg, byte[] profile) {
        int most = 65_000;
        int number = Math.ceilDiv(profile.length, most);
        byte[] file = jpeg;
        for (int i = number; i > 0; i--) {
            byte[] part = Arrays.copyOfRange(profile, (i - 1) * most, Math.min(i * most, profile.length));
            file = withSegment(file, 0xE2, joined(text("ICC_PROFILE\0" + (char) i + (char) number), part));
        }
        return file;
    }

    /// Place, camera and a small picture of the picture before it was cut.
    static byte[] withExif(byte[] jpeg) throws IOException {
        byte[] exif = text("Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\1\0\0\0\0\0\0" + SECRET);
        byte[] commented = withSegment(jpeg, 0xFE, text(SECRET));
        byte[] described = withSegment(commented, 0xE1, text("http://ns.adobe.com/xap/1.0/\0<x>" + SECRET + "</x>"));
        return withSegment(described, 0xE1, joined(exif, jpeg(16, 12, false)));
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        int after = 4 + ((jpeg[4] & 0xFF) << 8 | jpeg[5] & 0xFF);
        return ByteBuffer.allocate(jpeg.length + 4 + content.length)
                .put(jpeg, 0, after)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, after, jpeg.length - after)
                .array();
    }

    /// Four inks, as a printer wants them: the frame and its scan say four channels.
    private static byte[] cmyk() throws IOException {
        byte[] jpeg = jpeg(40, 30, false);
        int frame = segment(jpeg, 0xC0);
        var file = ByteBuffer.allocate(jpeg.length + 3)
                .put(jpeg, 0, frame + 2)
                .putShort((short) 20)
                .put(jpeg, frame + 4, 5)
                .put((byte) 4)
                .put(jpeg, frame + 10, 9)
                .put(new byte[] {4, 0x11, 0})
                .put(jpeg, frame + 19, jpeg.length - frame - 19);
        return file.array();
    }

    static byte[] withChunk(byte[] png, String type, byte[] data) {
        int after = 33;
        byte[] chunk = chunk(type, data);
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, after)
                .put(chunk)
                .put(png, after, png.length - after)
                .array();
    }

    /// 200 MB of zeros, deflated, behind the name that the chunk begins with.
    private static byte[] bomb(String name) throws IOException {
        return joined(text(name), deflated(200, new byte[1_000_000]));
    }

    private static byte[] deflated(int times, byte[] part) throws IOException {
        var data = new ByteArrayOutputStream();
        var best = new Deflater(Deflater.BEST_COMPRESSION);
        try (var out = new DeflaterOutputStream(data, best)) {
            for (int i = 0; i < times; i++) {
                out.write(part);
            }
        } finally {
            best.end();
        }
        return data.toByteArray();
    }

    /// Bytes of the seven passes of Adam (PNG specification, section 8.2), each row with its filter.
    private static int passes(int width, int height, int pixel) {
        int[][] passes = {
            {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
        };
        int bytes = 0;
        for (int[] pass : passes) {
            int columns = Math.ceilDiv(width - pass[0], pass[2]);
            int rows = Math.ceilDiv(height - pass[1], pass[3]);
            bytes += rows * (1 + columns * pixel);
        }
        return bytes;
    }

    /// @param depth bits a channel
    static byte[] blackPng(int width, int height, int depth, boolean interlaced) throws IOException {
        byte[] data = interlaced
                ? deflated(1, new byte[passes(width, height, 3 * depth / 8)])
                : deflated(height, new byte[1 + 3 * width * depth / 8]);
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {
            (byte) depth, 2, 0, 0, (byte) (interlaced ? 1 : 0)
        });
        return png(header.array(), data);
    }

    /// Grain, as a photo has it.
    static byte[] grainyPng(int width, int height) throws IOException {
        var data = new ByteArrayOutputStream();
        var none = new Deflater(Deflater.BEST_SPEED);
        var random = new Random(8);
        try (var out = new DeflaterOutputStream(data, none)) {
            for (int y = 0; y < height; y++) {
                var row = new byte[1 + 3 * width];
                for (int x = 1; x < row.length; x += 12) {
                    row[x] = (byte) random.nextInt(4);
                }
                out.write(row);
            }
        } finally {
            none.end();
        }
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        return png(header.array(), data.toByteArray());
    }

    private static byte[] png(byte[] header, byte[] data) {
        byte[] begun = joined(text("\u0089PNG\r\n\u001A\n"), chunk("IHDR", header));
        return joined(joined(begun, chunk("IDAT", data)), chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String type, byte[] data) {
        var chunk = ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(text(type))
                .put(data);
        var sum = new CRC32();
        sum.update(chunk.array(), 4, 4 + data.length);
        return chunk.putInt((int) sum.getValue()).array();
    }
}
