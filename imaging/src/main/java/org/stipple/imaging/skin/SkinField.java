package org.stipple.imaging.skin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stipple.imaging.raster.Logarithm;
import org.stipple.imaging.raster.Plane;
import org.stipple.imaging.raster.SrgbLight;

/// A zone as planes of linear light, each pixel the mean of a square of `factor` x `factor` pixels of the photo:
/// noise and the blocks of JPEG are less, and nothing that is looked for is finer.
public final class SkinField {

    private static final float[] LIGHT = SrgbLight.table();

    private final SkinPixels pixels;
    private final Grid grid;
    private final int factor;
    private final boolean[] skin;
    private final boolean[] full;

    /// At the size of the photo nobody asks for it but in rows, and it would take more memory than the photo.
    private Optional<Light> light = Optional.empty();

    /// Wrinkles and pores are looked for in the same one.
    private Optional<Plane> relief = Optional.empty();

    private Optional<List<Pores.Pore>> pores = Optional.empty();

    private record Light(Plane red, Plane green, Plane blue) {

        static Light of(int width, int height) {
            return new Light(new Plane(width, height), new Plane(width, height), new Plane(width, height));
        }
    }

    private SkinField(SkinPixels pixels, int factor) {
        this.pixels = pixels;
        this.factor = factor;
        this.grid = new Grid(
                pixels,
                factor,
                Math.max(1, (pixels.right() - pixels.left()) / factor),
                Math.max(1, (pixels.bottom() - pixels.top()) / factor));
        this.skin = new boolean[width() * height()];
        this.full = new boolean[width() * height()];
        Plane.eachRow(height(), this::belonging);
    }

    /// @param factor pixels of the photo to a side of a pixel here
    public static SkinField of(SkinPixels pixels, int factor) {
        return pixels.field(factor);
    }

    static SkinField ofPixels(SkinPixels pixels, int factor) {
        var field = new SkinField(pixels, factor);
        if (factor == 1) {
            Plane.eachRow(field.height(), field::fullOfRow);
        } else {
            var light = Light.of(field.width(), field.height());
            boolean isSliver = pixels.right() - pixels.left() < factor || pixels.bottom() - pixels.top() < factor;
            Plane.eachRow(field.height(), y -> {
                if (isSliver) {
                    field.lightOfSliver(y, light);
                } else {
                    field.light(y, light);
                }
            });
            field.light = Optional.of(light);
        }
        return field;
    }

    /// @param finer of the same pixels
    /// @param times pixels of it to a side of a pixel here
    static SkinField ofFiner(SkinField finer, int times) {
        if (finer.light.isEmpty() || finer.width() < times || finer.height() < times) {
            return ofPixels(finer.pixels, finer.factor * times);
        }
        var field = new SkinField(finer.pixels, finer.factor * times);
        var light = Light.of(field.width(), field.height());
        Light from = finer.light.get();
        Plane.eachRow(field.height(), y -> {
            means(from.red, light.red, times, y);
            means(from.green, light.green, times, y);
            means(from.blue, light.blue, times, y);
            field.fullOfFiner(finer, times, y);
        });
        field.light = Optional.of(light);
        return field;
    }

    /// The largest whole number of pixels that is at most so long.
    public static int factor(double mmPerPx, double pitchMm) {
        return Math.max(1, (int) (pitchMm / mmPerPx + 1e-6));
    }

    /// A pixel is of the zone when half of it is.
    private void belonging(int y) {
        int width = width();
        var inside = new int[width];
        for (int j = 0; j < factor; j++) {
            int[] runs = pixels.inside().runs(Math.min(pixels.top() + y * factor + j, pixels.photoHeight() - 1));
            for (int i = 0; i < runs.length; i += 2) {
                int from = Math.max(0, runs[i] - pixels.left());
                int to = Math.min(width * factor, runs[i + 1] - pixels.left());
                for (int x = from / factor; x * factor < to; x++) {
                    inside[x] += Math.min(to, (x + 1) * factor) - Math.max(from, x * factor);
                }
            }
        }
        for (int x = 0; x < width; x++) {
            skin[y * width + x] = 2 * inside[x] >= factor * factor;
        }
    }

    private void fullOfRow(int y) {
        int[] rgb = pixels.rgb();
        int from = (pixels.top() + y) * pixels.photoWidth() + pixels.left();
        for (int x = 0; x < width(); x++) {
            int pixel = rgb[from + x];
            full[y * width() + x] =
                    Math.max(pixel >> 16 & 0xFF, Math.max(pixel >> 8 & 0xFF, pixel & 0xFF)) >= SkinPixels.FULL;
        }
    }

    private void light(int y, Light light) {
        int[] rgb = pixels.rgb();
        int width = width();
        int row = y * width;
        float[] reds = light.red.values();
        float[] greens = light.green.values();
        float[] blues = light.blue.values();
        float share = 1f / (factor * factor);
        var brightest = new int[width];
        for (int j = 0; j < factor; j++) {
            int at = (pixels.top() + y * factor + j) * pixels.photoWidth() + pixels.left();
            for (int x = 0; x < width; x++) {
                float r = reds[row + x];
                float g = greens[row + x];
                float b = blues[row + x];
                int most = brightest[x];
                for (int end = at + factor; at < end; at++) {
                    int pixel = rgb[at];
                    int r8 = pixel >> 16 & 0xFF;
                    int g8 = pixel >> 8 & 0xFF;
                    int b8 = pixel & 0xFF;
                    r += LIGHT[r8];
                    g += LIGHT[g8];
                    b += LIGHT[b8];
                    most = Math.max(most, Math.max(r8, Math.max(g8, b8)));
                }
                reds[row + x] = r;
                greens[row + x] = g;
                blues[row + x] = b;
                brightest[x] = most;
            }
        }
        for (int x = 0; x < width; x++) {
            reds[row + x] *= share;
            greens[row + x] *= share;
            blues[row + x] *= share;
            full[row + x] = brightest[x] >= SkinPixels.FULL;
        }
    }

    /// A zone narrower than one pixel here: what its photo lacks is taken from its edge.
    private void lightOfSliver(int y, Light light) {
        int width = width();
        float share = 1f / (factor * factor);
        for (int x = 0; x < width; x++) {
            int at = y * width + x;
            for (int j = 0; j < factor; j++) {
                for (int i = 0; i < factor; i++) {
                    int photoX = Math.min(pixels.left() + x * factor + i, pixels.photoWidth() - 1);
                    int photoY = Math.min(pixels.top() + y * factor + j, pixels.photoHeight() - 1);
                    int pixel = pixels.rgb()[photoY * pixels.photoWidth() + photoX];
                    light.red.values()[at] += share * LIGHT[pixel >> 16 & 0xFF];
                    light.green.values()[at] += share * LIGHT[pixel >> 8 & 0xFF];
                    light.blue.values()[at] += share * LIGHT[pixel & 0xFF];
                    full[at] |= (pixel >> 16 & 0xFF) >= SkinPixels.FULL
                            || (pixel >> 8 & 0xFF) >= SkinPixels.FULL
                            || (pixel & 0xFF) >= SkinPixels.FULL;
                }
            }
        }
    }

    private void fullOfFiner(SkinField finer, int times, int y) {
        for (int x = 0; x < width(); x++) {
            boolean any = false;
            for (int j = y * times; j < (y + 1) * times; j++) {
                int row = j * finer.width();
                for (int i = row + x * times; i < row + (x + 1) * times; i++) {
                    any |= finer.full[i];
                }
            }
            full[y * width() + x] = any;
        }
    }

    private static void means(Plane finer, Plane out, int times, int y) {
        float[] from = finer.values();
        float share = 1f / (times * times);
        for (int x = 0; x < out.width(); x++) {
            float sum = 0;
            for (int j = y * times; j < (y + 1) * times; j++) {
                int row = j * finer.width() + x * times;
                for (int i = row; i < row + times; i++) {
                    sum += from[i];
                }
            }
            out.values()[y * out.width() + x] = sum * share;
        }
    }

    /// Pixels in a row.
    public int width() {
        return grid.width();
    }

    /// Rows.
    public int height() {
        return grid.height();
    }

    /// Pixels of the photo to a side of a pixel here.
    public int factor() {
        return factor;
    }

    /// What it was made of.
    public SkinPixels pixels() {
        return pixels;
    }

    /// Where it lies in the photo.
    Grid grid() {
        return grid;
    }

    /// Linear red.
    public Plane red() {
        return planes().red;
    }

    /// Linear green.
    public Plane green() {
        return planes().green;
    }

    /// Linear blue.
    public Plane blue() {
        return planes().blue;
    }

    private synchronized Light planes() {
        Light known = light.orElseGet(() -> {
            var made = Light.of(width(), height());
            Plane.eachRow(height(), y -> light(y, made));
            return made;
        });
        light = Optional.of(known);
        return known;
    }

    /// Whether at least half of the pixel belongs to the zone.
    public boolean isSkin(int at) {
        return skin[at];
    }

    /// Whether a channel of any of its pixels is full, so that neither its colour nor its brightness is known.
    public boolean isFull(int at) {
        return full[at];
    }

    /// Of which pixels colour and brightness can be read: those of the zone that are not full. A fresh array.
    boolean[] seen() {
        boolean[] seen = Arrays.copyOf(skin, skin.length);
        Plane.eachRow(height(), y -> {
            for (int at = y * width(); at < (y + 1) * width(); at++) {
                seen[at] &= !full[at];
            }
        });
        return seen;
    }

    /// How brightly the skin is lit, as [Relief] has it. Made once: not to be written to.
    Plane relief(double pitchMm) {
        Plane known = relief.orElseGet(() -> Relief.of(this, pitchMm));
        relief = Optional.of(known);
        return known;
    }

    /// What is dark and round in the relief, inside the zone and beside it. Looked for once.
    List<Pores.Pore> pores(double pitchMm) {
        List<Pores.Pore> known = pores.orElseGet(() -> PoreFinder.blobs(relief(pitchMm), pitchMm));
        pores = Optional.of(known);
        return known;
    }

    /// Luminance (Y of CIE 1931). A fresh plane.
    public Plane luminance() {
        var luminance = new Plane(width(), height());
        float[] out = luminance.values();
        Plane.eachBand(height(), (from, to) -> {
            var row = new Row(width());
            for (int y = from; y < to; y++) {
                read(y, row);
                for (int x = 0; x < width(); x++) {
                    out[y * width() + x] = 0.2126f * row.red[x] + 0.7152f * row.green[x] + 0.0722f * row.blue[x];
                }
            }
        });
        return luminance;
    }

    /// The natural logarithm of red less blue, which is at least `least`. A fresh plane.
    Plane logRedLessBlue(float least) {
        var plane = new Plane(width(), height());
        float[] out = plane.values();
        Plane.eachBand(height(), (from, to) -> {
            var row = new Row(width());
            for (int y = from; y < to; y++) {
                read(y, row);
                for (int x = 0; x < width(); x++) {
                    out[y * width() + x] = Logarithm.of(Math.max(least, row.red[x] - row.blue[x]));
                }
            }
        });
        return plane;
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared with nothing.
    private record Row(float[] red, float[] green, float[] blue) {

        Row(int width) {
            this(new float[width], new float[width], new float[width]);
        }
    }

    /// From the planes where they are made, else from the photo.
    private void read(int y, Row row) {
        if (light.isPresent()) {
            System.arraycopy(light.get().red.values(), y * width(), row.red, 0, width());
            System.arraycopy(light.get().green.values(), y * width(), row.green, 0, width());
            System.arraycopy(light.get().blue.values(), y * width(), row.blue, 0, width());
            return;
        }
        int[] rgb = pixels.rgb();
        int from = (pixels.top() + y) * pixels.photoWidth() + pixels.left();
        for (int x = 0; x < width(); x++) {
            int pixel = rgb[from + x];
            row.red[x] = LIGHT[pixel >> 16 & 0xFF];
            row.green[x] = LIGHT[pixel >> 8 & 0xFF];
            row.blue[x] = LIGHT[pixel & 0xFF];
        }
    }
}
