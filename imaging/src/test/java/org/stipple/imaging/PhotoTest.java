package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoTest {

    private static final int WIDTH = 48;
    private static final int HEIGHT = 32;

    /// GPS latitude and a maker's note, as plain text so that a search finds them.
    private static final String SECRET = "GPSLatitude 47.3769N taken by Zzqxv";

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void keepsPixelsWhereTheyAre(String format) throws IOException {
        var photo = Photo.decode(file(format));
        assertThat(photo.width()).isEqualTo(WIDTH);
        assertThat(photo.height()).isEqualTo(HEIGHT);
        assertNear(photo.rgbAt(8, 8), 0xC83C28);
        assertNear(photo.rgbAt(40, 8), 0x28A03C);
        assertNear(photo.rgbAt(8, 24), 0x2850C8);
        assertNear(photo.rgbAt(40, 24), 0xDCDCA0);
    }

    /// Top left, top right and bottom left quadrant as looked at, for each way of holding the camera (CIPA
    /// DC-008).
    @ParameterizedTest
    @CsvSource({
        "1, RED, GREEN, BLUE",
        "2, GREEN, RED, YELLOW",
        "3, YELLOW, BLUE, GREEN",
        "4, BLUE, YELLOW, RED",
        "5, RED, BLUE, GREEN",
        "6, BLUE, RED, YELLOW",
        "7, YELLOW, GREEN, BLUE",
        "8, GREEN, YELLOW, RED"
    })
    void turnsThePhotoUprightAsTheCameraWasHeld(int code, Quadrant topLeft, Quadrant topRight, Quadrant bottomLeft)
            throws IOException {
        var photo = Photo.decode(withExif(file("jpeg"), code));
        boolean turned = code >= 5;
        assertThat(photo.width()).isEqualTo(turned ? HEIGHT : WIDTH);
        assertThat(photo.height()).isEqualTo(turned ? WIDTH : HEIGHT);
        int w = photo.width();
        int h = photo.height();
        assertNear(photo.rgbAt(w / 5, h / 5), topLeft.rgb);
        assertNear(photo.rgbAt(w - w / 5, h / 5), topRight.rgb);
        assertNear(photo.rgbAt(w / 5, h - h / 5), bottomLeft.rgb);
    }

    @Test
    void leavesNothingOfThePlaceOrTheCameraInWhatIsStored() throws IOException {
        byte[] camera = withExif(file("jpeg"), 6);
        assertThat(text(camera)).contains(SECRET).contains("Exif");
        byte[] stored = Photo.decode(camera).stripped();
        assertThat(text(stored)).doesNotContain("Zzqxv").doesNotContain("GPS").doesNotContain("Exif");
        assertThat(jpegMarkers(stored))
                .as("image data and the bare file header alone")
                .allMatch(marker -> !(marker >= 0xE1 && marker <= 0xEF) && marker != 0xFE);
        var again = Photo.decode(stored);
        assertThat(again.width()).as("turned for good").isEqualTo(HEIGHT);
        assertNear(again.rgbAt(6, 9), Quadrant.BLUE.rgb);
    }

    @Test
    void leavesNothingButPixelsInAStoredPng() throws IOException {
        byte[] noted = withChunk(file("png"), "tEXt", ("Comment\0" + SECRET).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(text(noted)).contains("Zzqxv");
        assertThat(text(Photo.decode(noted).stripped())).doesNotContain("Zzqxv").doesNotContain("tEXt");
    }

    @Test
    void appliesTheColourProfileOfAJpeg() throws IOException {
        byte[] profile = ((ICC_ColorSpace) ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB))
                .getProfile()
                .getData();
        var segment = ByteBuffer.allocate(profile.length + 18)
                .put((byte) 0xFF)
                .put((byte) 0xE2)
                .putShort((short) (profile.length + 16))
                .put("ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) 1)
                .put((byte) 1)
                .put(profile);
        var photo = Photo.decode(insertedAfterHeader(file("jpeg"), segment.array()));
        // 60/255 of linear light is 0.235, which sRGB writes as 133.
        assertThat(photo.rgbAt(8, 8) >> 8 & 0xFF).isBetween(127, 139);
    }

    /// As of a JPEG: 60/255 of linear light is 0.235, which sRGB writes as 133.
    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void appliesTheColourProfileOfAPng(int bits) throws IOException {
        byte[] plain = bits == 8 ? file("png") : deep();
        assertThat(plain[24]).as("bits").isEqualTo((byte) bits);
        assertThat(Photo.decode(plain).rgbAt(8, 8)).isEqualTo(Quadrant.RED.rgb);
        var photo = Photo.decode(withChunk(plain, "iCCP", packed("linear", LINEAR)));
        assertThat(photo.rgbAt(8, 8) >> 8 & 0xFF).isBetween(131, 135);
        // 200/255 is 0.784, written as 229; 40/255 is 0.157, written as 111.
        assertThat(photo.rgbAt(8, 8) >> 16).isBetween(227, 231);
        assertThat(photo.rgbAt(8, 8) & 0xFF).isBetween(109, 113);
    }

    @Test
    void aTransparentPngWithAProfileIsRefusedToo() throws IOException {
        var image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB);
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        assertRefused(withChunk(out.toByteArray(), "iCCP", packed("linear", LINEAR)), "transparent");
    }

    @Test
    void refusesColoursOfAPngThatItCannotApply() throws IOException {
        byte[] png = file("png");
        byte[] grey = ((ICC_ColorSpace) ColorSpace.getInstance(ColorSpace.CS_GRAY))
                .getProfile()
                .getData();
        assertRefused(withChunk(png, "iCCP", packed("grey", grey)), "not one of red, green and blue");
        assertRefused(withChunk(png, "iCCP", packed("cut", Arrays.copyOf(LINEAR, 90))), "damaged colour profile");
        assertRefused(withChunk(png, "iCCP", packed("bomb", new byte[30_000_000])), "more than 2000000 bytes");
        byte[] broken = packed("linear", LINEAR);
        assertRefused(withChunk(png, "iCCP", Arrays.copyOf(broken, broken.length / 2)), "breaks off");
        assertRefused(withChunk(png, "iCCP", new byte[200]), "cannot be unpacked");
        assertRefused(withChunk(png, "gAMA", new byte[] {0, 1, (byte) 0x86, (byte) 0xA0}), "not those of sRGB");
        assertRefused(withChunk(png, "cICP", new byte[] {9, 16, 0, 1}), "colours of video");
        byte[] once = withChunk(png, "iCCP", packed("linear", LINEAR));
        assertRefused(withChunk(once, "iCCP", packed("linear", LINEAR)), "two colour profiles");
        assertThat(Photo.decode(withChunk(png, "gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F}))
                        .rgbAt(8, 8))
                .as("the gamma of sRGB")
                .isEqualTo(Quadrant.RED.rgb);
    }

    /// 48 x 32 pixels before two hundred megabytes of nothing.
    @Test
    void refusesAPngThatUnpacksToMoreThanItsPixels() throws IOException {
        byte[] png = file("png");
        int at = new String(png, StandardCharsets.ISO_8859_1).indexOf("IDAT") - 4;
        byte[] bomb = withChunk(Arrays.copyOf(png, at), "IDAT", deflated(new byte[200_000_000]));
        byte[] end = Arrays.copyOfRange(png, png.length - 12, png.length);
        byte[] whole = Arrays.copyOf(bomb, bomb.length + 12);
        System.arraycopy(end, 0, whole, bomb.length, 12);
        assertRefused(whole, "unpacks to more than the 4640 bytes that its pixels are");
    }

    @Test
    void readsAnInterlacedPng() throws IOException {
        var image = ImageIO.read(new java.io.ByteArrayInputStream(file("png")));
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var asked = writer.getDefaultWriteParam();
        asked.setProgressiveMode(javax.imageio.ImageWriteParam.MODE_DEFAULT);
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new javax.imageio.IIOImage(image, null, null), asked);
        }
        assertThat(out.toByteArray()[28]).as("interlaced").isEqualTo((byte) 1);
        assertThat(Photo.decode(out.toByteArray()).rgbAt(40, 24)).isEqualTo(Quadrant.YELLOW.rgb);
        for (int width = 1; width < 10; width++) {
            assertThat(PngPixels.unpacked(width, 1, 24, true))
                    .as("each pixel once")
                    .isBetween(3L * width + 1, 3L * width + 4);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY})
    void aPngWithAPaletteIsNoPhoto(int kind) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, kind), "png", out);
        assertRefused(out.toByteArray(), "no photo as a camera makes it");
    }

    private static final byte[] LINEAR = ((ICC_ColorSpace) ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB))
            .getProfile()
            .getData();

    /// What an iCCP chunk holds.
    private static byte[] packed(String name, byte[] profile) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write((name + "\0\0").getBytes(StandardCharsets.ISO_8859_1));
        out.write(deflated(profile));
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflating = new java.util.zip.DeflaterOutputStream(out)) {
            deflating.write(bytes);
        }
        return out.toByteArray();
    }

    /// The quadrants in 16 bits a channel.
    private static byte[] deep() throws IOException {
        var model = new java.awt.image.ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                false,
                false,
                java.awt.Transparency.OPAQUE,
                java.awt.image.DataBuffer.TYPE_USHORT);
        var raster = java.awt.image.Raster.createInterleavedRaster(
                java.awt.image.DataBuffer.TYPE_USHORT, WIDTH, HEIGHT, 3, new java.awt.Point());
        var shown = ImageIO.read(new java.io.ByteArrayInputStream(file("png")));
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int rgb = shown.getRGB(x, y);
                raster.setPixel(
                        x, y, new int[] {257 * (rgb >> 16 & 0xFF), 257 * (rgb >> 8 & 0xFF), 257 * (rgb & 0xFF)});
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(model, raster, false, null), "png", out);
        return out.toByteArray();
    }

    /// 16 bits a channel: the numbers are those of sRGB, rounded to 8 bits.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsPngsOfSixteenBitsAsTheyStand(boolean colour) throws IOException {
        int bands = colour ? 3 : 1;
        var raster = java.awt.image.Raster.createInterleavedRaster(
                java.awt.image.DataBuffer.TYPE_USHORT, 7, 5, bands, new java.awt.Point());
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 7; x++) {
                int[] deep = {257 * 200 + 100, 257 * 40 * x - (x > 0 ? 100 : 0), 257 * 60 * y};
                raster.setPixel(x, y, Arrays.copyOf(deep, bands));
            }
        }
        var model = new java.awt.image.ComponentColorModel(
                ColorSpace.getInstance(colour ? ColorSpace.CS_sRGB : ColorSpace.CS_GRAY),
                false,
                false,
                java.awt.Transparency.OPAQUE,
                java.awt.image.DataBuffer.TYPE_USHORT);
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(model, raster, false, null), "png", out);
        assertThat(out.toByteArray()[24]).as("bits").isEqualTo((byte) 16);
        var photo = Photo.decode(out.toByteArray());
        assertThat(photo.rgbAt(3, 2)).isEqualTo(colour ? 200 << 16 | 120 << 8 | 120 : 200 * 0x010101);
        assertThat(photo.rgbAt(0, 4)).isEqualTo(colour ? 200 << 16 | 240 : 200 * 0x010101);
    }

    @Test
    void refusesWhatIsNeitherJpegNorPng() {
        assertRefused("GIF89a".getBytes(StandardCharsets.ISO_8859_1), "a GIF file");
        assertRefused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), "XML, SVG or HTML");
        assertRefused("\0\0\0\u0018ftypheic".getBytes(StandardCharsets.ISO_8859_1), "HEIC");
        assertRefused(new byte[0], "an empty file");
        assertRefused("%PDF-1.7".getBytes(StandardCharsets.ISO_8859_1), "neither JPEG nor PNG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void refusesAPhotoThatIsCutOffAnywhere(String format) throws IOException {
        byte[] whole = file(format);
        for (int length = 3; length < whole.length; length += 7) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Photo.decode(part)).isInstanceOf(UnusablePhoto.class);
        }
    }

    @Test
    void refusesAJpegWhoseMiddleIsMissing() throws IOException {
        byte[] whole = file("jpeg");
        byte[] damaged = Arrays.copyOf(whole, whole.length - 60);
        damaged[damaged.length - 2] = (byte) 0xFF;
        damaged[damaged.length - 1] = (byte) 0xD9;
        assertRefused(damaged, "damaged");
    }

    @Test
    void refusesMorePixelsThanItDecodesAtOnce() throws IOException {
        byte[] png = file("png");
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        var sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        assertRefused(png, "60000 x 60000");
        byte[] jpeg = file("jpeg");
        int frame = frameHeader(jpeg);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 40_000).putShort(frame + 7, (short) 40_000);
        assertRefused(jpeg, "40000 x 40000");
        assertRefused(new byte[Photo.MAX_BYTES + 1], "above the limit of 25000000");
    }

    @Test
    void answersASmallFileThatClaimsTheMostPixelsInTime() throws IOException {
        byte[] jpeg = file("jpeg");
        int frame = frameHeader(jpeg);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 7_000).putShort(frame + 7, (short) 7_000);
        long start = System.nanoTime();
        assertRefused(jpeg, "damaged");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void refusesTransparentParts() throws IOException {
        var image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB);
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        assertRefused(out.toByteArray(), "transparent");
    }

    /// Three thousand random changes of bytes: a photo or a refusal, never anything else.
    @Test
    void answersEveryDamagedFileWithAPhotoOrARefusal() throws IOException {
        var random = new Random(12);
        for (byte[] whole : new byte[][] {withExif(file("jpeg"), 3), file("png")}) {
            for (int round = 0; round < 1500; round++) {
                byte[] mutant = whole.clone();
                for (int change = 0; change <= random.nextInt(4); change++) {
                    mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
                }
                assertThatCode(() -> {
                            try {
                                Photo.decode(mutant);
                            } catch (UnusablePhoto refused) {
                                assertThat(refused.getMessage()).isNotBlank();
                            }
                        })
                        .doesNotThrowAnyException();
            }
        }
    }

    enum Quadrant {
        RED(0xC83C28),
        GREEN(0x28A03C),
        BLUE(0x2850C8),
        YELLOW(0xDCDCA0);

        private final int rgb;

        Quadrant(int rgb) {
            this.rgb = rgb;
        }
    }

    private static byte[] file(String format) throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                var quadrant = Quadrant.values()[(y >= HEIGHT / 2 ? 2 : 0) + (x >= WIDTH / 2 ? 1 : 0)];
                image.setRGB(x, y, quadrant.rgb);
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /// A camera's APP1: orientation in the first directory, and text that must never be seen again.
    private static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] secret = SECRET.getBytes(StandardCharsets.US_ASCII);
        int tiff = 8 + 2 + 12 + 4 + secret.length;
        var segment = ByteBuffer.allocate(4 + 6 + tiff)
                .put((byte) 0xFF)
                .put((byte) 0xE1)
                .putShort((short) (2 + 6 + tiff))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(secret);
        return insertedAfterHeader(jpeg, segment.array());
    }

    private static byte[] insertedAfterHeader(byte[] jpeg, byte[] segment) {
        int after = 2 + 2 + ((jpeg[4] & 0xFF) << 8 | jpeg[5] & 0xFF);
        return ByteBuffer.allocate(jpeg.length + segment.length)
                .put(jpeg, 0, after)
                .put(segment)
                .put(jpeg, after, jpeg.length - after)
                .array();
    }

    private static byte[] withChunk(byte[] png, String type, byte[] data) {
        int after = 8 + 25;
        var chunk = ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data);
        var sum = new CRC32();
        sum.update(chunk.array(), 4, 4 + data.length);
        chunk.putInt((int) sum.getValue());
        return ByteBuffer.allocate(png.length + 12 + data.length)
                .put(png, 0, after)
                .put(chunk.array())
                .put(png, after, png.length - after)
                .array();
    }

    private static int frameHeader(byte[] jpeg) {
        for (int at = 2; ; ) {
            if ((jpeg[at + 1] & 0xFF) == 0xC0) {
                return at;
            }
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
    }

    private static java.util.List<Integer> jpegMarkers(byte[] jpeg) {
        var markers = new java.util.ArrayList<Integer>();
        for (int at = 2; ; ) {
            int marker = jpeg[at + 1] & 0xFF;
            markers.add(marker);
            if (marker == 0xDA) {
                return markers;
            }
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
    }

    private static void assertRefused(byte[] file, String says) {
        assertThatThrownBy(() -> Photo.decode(file))
                .isInstanceOf(UnusablePhoto.class)
                .hasMessageContaining(says);
    }

    /// JPEG changes values a little.
    private static void assertNear(int rgb, int expected) {
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(rgb >> shift & 0xFF)
                    .as("%06x against %06x", rgb, expected)
                    .isBetween((expected >> shift & 0xFF) - 12, (expected >> shift & 0xFF) + 12);
        }
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
