package org.stipple.imaging.skin;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.stipple.imaging.raster.Plane;

/// Stretch marks: bands of 1 to 6 mm, redder than the skin around while they are young, paler when they are old.
/// Looked for in the pigments and not in the brightness, so that folds and shadows are none.
public final class StretchMarks {

    private static final double PITCH_MM = 0.4;
    private static final double SMOOTH_MM = 0.3;
    private static final double[] SCALES_MM = {0.5, 0.9, 1.5, 2.3};
    private static final double REACH_MM = 5;
    private static final double LEAST_MM = 8;
    private static final double MOST_HALF_WIDTH_MM = 3.5;
    /// Of the length to the whole width. `design`: what is broader than that is a patch, of redness or of
    /// paleness, with a line laid through it; striae are drawn out along the tension of the skin.
    private static final double LEAST_SLENDER = 3;

    private static final double GROUND_MM = 10;
    private static final float OUTLIER = 0.03f;

    /// Absorbance in green light.
    private static final float LOW = 0.02f;

    private static final float HIGH = 0.035f;

    private final Grid grid;
    private final double pitchMm;
    private final List<Band> bands;

    private StretchMarks(Grid grid, double pitchMm, List<Band> bands) {
        this.grid = grid;
        this.pitchMm = pitchMm;
        this.bands = bands;
    }

    /// @param mmPerPx of the photo
    public static StretchMarks of(SkinPixels pixels, double mmPerPx) {
        var field = SkinField.of(pixels, SkinField.factor(mmPerPx, PITCH_MM));
        double pitch = mmPerPx * field.factor();
        var pigments = Pigments.of(field, SMOOTH_MM / pitch);
        int n = field.width() * field.height();
        boolean[] skin = field.seen();
        var redder = new Plane(field.width(), field.height());
        var paler = new Plane(field.width(), field.height());
        for (int i = 0; i < n; i++) {
            redder.values()[i] = -pigments.blood.values()[i];
            paler.values()[i] =
                    1.38f * pigments.melanin.values()[i] + pigments.blood.values()[i];
        }
        var bands = new ArrayList<Band>();
        for (Plane plane : List.of(redder, paler)) {
            float[] ground = Ground.of(plane, skin, GROUND_MM / pitch, OUTLIER).values();
            for (int i = 0; i < n; i++) {
                // What is less than the ground only: between two marks there is no third.
                plane.values()[i] = Math.min(0, plane.values()[i] - ground[i]);
            }
            var scales = new double[SCALES_MM.length];
            for (int i = 0; i < scales.length; i++) {
                scales[i] = Math.max(0.75, SCALES_MM[i] / pitch);
            }
            var bank = LineBank.of(plane, skin, scales, REACH_MM / pitch, LOW / 2, SideLight.NONE);
            for (Line line : CentreLines.of(bank, skin, LOW, HIGH, LEAST_MM / pitch)) {
                Band band = Band.of(line, plane, MOST_HALF_WIDTH_MM / pitch);
                if (band.depth() >= HIGH / 2 && band.slenderness() >= LEAST_SLENDER) {
                    bands.add(band);
                }
            }
        }
        return new StretchMarks(field.grid(), pitch, Band.apart(bands, field.width(), field.height()));
    }

    /// Their length together.
    public double lengthMm() {
        return bands.stream().mapToDouble(band -> band.line().length()).sum() * pitchMm;
    }

    /// Marks them in the frame of the photo, as wide as they are.
    public void mark(BitSet photo) {
        for (Band band : bands) {
            for (int i = 0; i < band.line().points(); i++) {
                Marks.disc(band.line().x()[i], band.line().y()[i], band.halfWidth()[i], grid, photo);
            }
        }
    }
}
