package org.stipple.phantom;

import java.util.BitSet;
import java.util.stream.IntStream;

/// The skin as it lies in the frame: the light that leaves it, and what is true about it, pixel by pixel.
final class Scene {

    /// Linear sensor value of a perfectly white, flatly lit surface at exposure 0.
    private static final double WHITE_LEVEL = 0.95;

    /// Part of the light that comes from everywhere.
    private static final double AMBIENT = 0.4;

    private static final byte RED = 1;
    private static final byte WRINKLE = 2;
    private static final byte PORE = 4;

    private final Skin skin;
    private final Capture capture;
    private final int width;
    private final int height;
    private final double pixelMm;
    private final HeightField heights;
    private final double meanMelanin;

    /// Heights in mm, with a margin of one pixel on every side for the slopes.
    private final float[] relief;

    private final float[] haemoglobin;
    private final float[] melanin;
    private final byte[] features;

    /// Sums of the reflectance of each row: red, green, blue.
    private final double[] reflected;

    Scene(Skin skin, Capture capture, Frame frame) {
        this.skin = skin;
        this.capture = capture;
        this.width = frame.widthPx();
        this.height = frame.heightPx();
        this.pixelMm = frame.pixel().millimetres() / capture.pose().zoom();
        this.heights = new HeightField(skin);
        this.meanMelanin = SkinColour.melanin(skin.type());
        this.relief = new float[(width + 2) * (height + 2)];
        this.haemoglobin = new float[width * height];
        this.melanin = new float[width * height];
        this.features = new byte[width * height];
        this.reflected = new double[3 * height];
        double[] first = capture.pose().skinAt(frame, 0.5, 0.5);
        double[] right = capture.pose().skinAt(frame, 1.5, 0.5);
        double stepX = right[0] - first[0];
        double stepY = right[1] - first[1];
        var blood = new Pattern(width, height, capture.pose(), frame, skin.seed() + 53, 6);
        var spots = new Pattern(width, height, capture.pose(), frame, skin.seed() + 61, 3);
        // A turned square grid: one pixel down is one pixel right, turned by a quarter.
        IntStream.range(-1, height + 1)
                .parallel()
                .forEach(y -> row(y, first[0] - y * stepY, first[1] + y * stepX, stepX, stepY, blood, spots));
    }

    /// @param x0 where the middle of the first pixel of the row lies on the skin, with y0, in mm
    private void row(int y, double x0, double y0, double stepX, double stepY, Pattern blood, Pattern spots) {
        for (int x = -1; x <= width; x++) {
            double skinX = x0 + x * stepX;
            double skinY = y0 + x * stepY;
            double pore = heights.poreDistance(skinX, skinY);
            relief[(y + 1) * (width + 2) + x + 1] = (float) heights.at(skinX, skinY, pore);
            if (x < 0 || x >= width || y < 0 || y >= height) {
                continue;
            }
            double added = 0;
            for (RednessBlob blob : skin.redness()) {
                added += blob.at(skinX, skinY);
            }
            // Blood: a diffuse pattern over millimetres and the patches of redness, all in proportion to the
            // whole.
            int i = y * width + x;
            haemoglobin[i] = (float) (skin.haemoglobin() * (1 + 0.14 * blood.at(x, y) + added));
            melanin[i] = (float) (meanMelanin * (1 + 0.05 * spots.at(x, y)));
            features[i] = (byte) ((added > 0.2 ? RED : 0)
                    | (heights.isWrinkle(skinX, skinY) ? WRINKLE : 0)
                    | (HeightField.isPore(pore) ? PORE : 0));
        }
    }

    /// @return planes of linear red, green and blue
    float[][] light() {
        var planes = new float[3][width * height];
        IntStream.range(0, height).parallel().forEach(y -> lightOfRow(y, planes));
        return planes;
    }

    private void lightOfRow(int y, float[][] planes) {
        var from = capture.light();
        double elevation = Math.toRadians(from.elevationDegrees());
        double azimuth = Math.toRadians(from.azimuthDegrees());
        double lightX = Math.cos(elevation) * Math.cos(azimuth);
        double lightY = Math.cos(elevation) * Math.sin(azimuth);
        double lightZ = Math.sin(elevation);
        double halfLength = Math.sqrt(2 + 2 * lightZ);
        double level = WHITE_LEVEL * Math.pow(2, from.stops());
        var sum = new double[3];
        for (int x = 0; x < width; x++) {
            int above = y * (width + 2) + x + 1;
            int here = above + width + 2;
            double slopeX = (relief[here + 1] - relief[here - 1]) / (2 * pixelMm);
            double slopeY = (relief[here + width + 2] - relief[above]) / (2 * pixelMm);
            double norm = 1 / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
            double towards = lightZ - slopeX * lightX - slopeY * lightY;
            double lambert = Math.max(0, towards * norm) / lightZ;
            double mirror = 0.06 * skin.shine() * power24(Math.max(0, (towards + 1) * norm / halfLength));
            double side =
                    ((x + 0.5) / width - 0.5) * Math.cos(azimuth) + ((y + 0.5) / height - 0.5) * Math.sin(azimuth);
            double lit = level * (1 + from.fallOff() * side);
            double diffuse = lit * (AMBIENT + (1 - AMBIENT) * lambert);
            int i = y * width + x;
            for (int band = 0; band < 3; band++) {
                double reflectance = SkinColour.reflectance(band, melanin[i], haemoglobin[i]);
                sum[band] += reflectance;
                planes[band][i] = (float) (diffuse * reflectance + lit * mirror);
            }
        }
        System.arraycopy(sum, 0, reflected, 3 * y, 3);
    }

    /// The lobe of the mirror-like light (Blinn and Phong): a wide one, as of skin.
    private static double power24(double cosine) {
        double p2 = cosine * cosine;
        double p8 = p2 * p2 * p2 * p2;
        return p8 * p8 * p8;
    }

    /// To be asked after [#light()].
    Truth truth() {
        var redness = new BitSet(width * height);
        var wrinkles = new BitSet(width * height);
        var pores = new BitSet(width * height);
        for (int i = 0; i < features.length; i++) {
            if (features[i] != 0) {
                redness.set(i, (features[i] & RED) != 0);
                wrinkles.set(i, (features[i] & WRINKLE) != 0);
                pores.set(i, (features[i] & PORE) != 0);
            }
        }
        var mean = new double[3];
        for (int i = 0; i < reflected.length; i++) {
            mean[i % 3] += reflected[i] / (width * height);
        }
        return new Truth(
                width, height, haemoglobin, redness, wrinkles, pores, SkinColour.ita(mean[0], mean[1], mean[2]));
    }
}
