package org.stipple.imaging.skin;

import java.util.BitSet;
import java.util.List;
import org.stipple.imaging.raster.Plane;

/// The wrinkles of a zone as centre lines, with their width and how dark they are.
public final class Wrinkles {

    /// Side of a pixel that fine lines need; coarser photos are refused before they come here.
    private static final double PITCH_MM = 0.125;

    private static final double[] SCALES_MM = {0.15, 0.25, 0.4};

    /// `design`: what calm skin in a good photo shows without a line, at each scale. On rougher or darker skin,
    /// or in a noisy photo, chance makes longer and darker lines.
    private static final double[] CALM = {0.028, 0.02, 0.0195};

    private static final double REACH_MM = 2.2;
    private static final double LEAST_MM = 3;

    /// A wrinkle is one line beyond a spot, a pore or a highlight.
    private static final double GAP_MM = 2.1;

    /// Of the end of a piece, to tell where it points.
    private static final double DIRECTION_MM = 1.2;

    private static final float LOW = 0.035f;
    private static final float HIGH = 0.045f;

    /// Highlights are no brighter than this here: what is dark only beside a highlight is no wrinkle.
    private static final float BRIGHTEST = 0.1f;

    private static final float DARKEST = -0.4f;

    private final SkinField field;
    private final double pitchMm;
    private final List<Crease> creases;
    private final LineProfile profile;

    private Wrinkles(SkinField field, double pitchMm, List<Crease> creases, LineProfile profile) {
        this.field = field;
        this.pitchMm = pitchMm;
        this.creases = creases;
        this.profile = profile;
    }

    /// @param mmPerPx of the photo
    /// @param spots of the same zone: their rims are no lines
    public static Wrinkles of(SkinPixels pixels, double mmPerPx, Spots spots) {
        var field = SkinField.of(pixels, SkinField.factor(mmPerPx, PITCH_MM));
        double pitch = mmPerPx * field.factor();
        Plane whole = field.relief(pitch);
        Plane relief = PoreFinder.filled(field, pitch);
        var bounded = new Plane(relief.width(), relief.height());
        var where = new boolean[bounded.values().length];
        Plane.eachRow(relief.height(), y -> {
            for (int at = y * relief.width(); at < (y + 1) * relief.width(); at++) {
                bounded.values()[at] = Math.clamp(relief.values()[at], DARKEST, BRIGHTEST);
                where[at] = field.isSkin(at) && !field.isFull(at);
            }
        });
        var scales = new double[SCALES_MM.length];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = Math.max(0.7, SCALES_MM[i] / pitch);
        }
        var light = SideLight.of(whole, where, pitch);
        var bank = LineBank.of(bounded, where, scales, REACH_MM / pitch, 0.9f * LOW, light);
        List<Line> lines = CentreLines.of(bank, where, LOW, HIGH, LEAST_MM / pitch).stream()
                .map(line -> line.faded(1 - Hairs.likeness(line, field, mmPerPx)))
                .toList();
        List<Crease> creases = Linking.of(lines, bank.contrast, GAP_MM / pitch, DIRECTION_MM / pitch).stream()
                .map(line -> Crease.of(line, spots.rims(line, field, mmPerPx), bank.unrest(line, CALM), pitch))
                .toList();
        return new Wrinkles(field, pitch, creases, LineProfile.of(relief, creases, light, pitch));
    }

    /// Their length together; what is barely seen counts barely.
    public double lengthMm() {
        return creases.stream().mapToDouble(Crease::length).sum() * pitchMm;
    }

    /// Mean over their length, at half their darkness.
    public double widthMm() {
        return profile.widthMm();
    }

    /// Mean over their length of the area between the profile of the logarithm of luminance and the skin beside
    /// it, in mm, divided by 1 mm: what a groove takes of the light, wide and shallow or narrow and deep.
    public double contrastArea() {
        return profile.area();
    }

    /// Whether there is none.
    public boolean isEmpty() {
        return creases.stream().noneMatch(crease -> crease.length() > 0);
    }

    /// Marks their centre lines, one pixel wide, in the frame of the photo.
    public void mark(BitSet photo) {
        for (int i = 0; i < creases.size(); i++) {
            creases.get(i).mark(profile.lines().get(i), field, photo);
        }
    }
}
