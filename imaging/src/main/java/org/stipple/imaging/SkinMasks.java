package org.stipple.imaging;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stipple.quantities.Length;

/// Gathers what was found in the zones of two photos, and where it differs.
final class SkinMasks {

    /// `design`: what was found within this distance in the other photo is no change; three times the error
    /// that a registration may have.
    private static final double NEAR_MM = 0.6;

    private static final double NEAR_PX = 8;

    private final Photo baseline;
    private final Optional<Photo> followup;
    private final Map<Finding, BitSet> before = new EnumMap<>(Finding.class);
    private final Map<Finding, BitSet> after = new EnumMap<>(Finding.class);

    SkinMasks(Photo baseline, Optional<Photo> followup) {
        this.baseline = baseline;
        this.followup = followup;
    }

    void add(SkinMask.Of of, ZoneReader reader, Obstacles obstacles) {
        Map<Finding, BitSet> marks = of == SkinMask.Of.BASELINE ? before : after;
        for (Finding finding : Finding.values()) {
            var found = new BitSet();
            if (obstacles.to(ZoneReader.metric(finding)).isEmpty() && reader.mark(finding, found)) {
                marks.computeIfAbsent(finding, _ -> new BitSet()).or(found);
            }
        }
    }

    /// @param onto from the baseline to the follow-up, where they lie on each other
    List<SkinMask> masks(Optional<Registration.Carry> onto, Scale scale) {
        var masks = new ArrayList<SkinMask>();
        before.forEach((finding, marks) ->
                masks.add(new SkinMask(SkinMask.Of.BASELINE, finding, baseline.width(), baseline.height(), marks)));
        followup.ifPresent(photo -> after.forEach((finding, marks) ->
                masks.add(new SkinMask(SkinMask.Of.FOLLOWUP, finding, photo.width(), photo.height(), marks))));
        if (onto.isPresent() && followup.isPresent()) {
            double px = scale.length(1)
                    .map(Length::millimetres)
                    .map(mm -> NEAR_MM / mm)
                    .orElse(NEAR_PX);
            for (Finding finding : Finding.values()) {
                if (before.containsKey(finding) && after.containsKey(finding)) {
                    masks.add(change(finding, onto.get(), followup.get(), px));
                }
            }
        }
        return masks;
    }

    private SkinMask change(Finding finding, Registration.Carry onto, Photo photo, double near) {
        BitSet here = before.getOrDefault(finding, new BitSet());
        BitSet there = after.getOrDefault(finding, new BitSet());
        var changed = new BitSet();
        int width = baseline.width();
        for (int i = here.nextSetBit(0); i >= 0; i = here.nextSetBit(i + 1)) {
            double x = i % width + 0.5;
            double y = i / width + 0.5;
            Place in = onto.of(new Place(x, y));
            if (isFar(there, photo.width(), photo.height(), in.x(), in.y(), near)) {
                changed.set(i);
            }
        }
        Registration.Carry back = onto.inverse();
        for (int i = there.nextSetBit(0); i >= 0; i = there.nextSetBit(i + 1)) {
            double u = i % photo.width() + 0.5;
            double v = i / photo.width() + 0.5;
            Place in = back.of(new Place(u, v));
            double x = in.x();
            double y = in.y();
            boolean inFrame = x >= 0 && y >= 0 && x < width && y < baseline.height();
            if (inFrame && isFar(here, width, baseline.height(), x, y, near)) {
                changed.set((int) y * width + (int) x);
            }
        }
        return new SkinMask(SkinMask.Of.CHANGE, finding, width, baseline.height(), changed);
    }

    /// Whether nothing is marked within a distance.
    private static boolean isFar(BitSet marks, int width, int height, double x, double y, double near) {
        for (int v = Math.max(0, (int) (y - near)); v <= Math.min(height - 1, y + near); v++) {
            int from = Math.max(0, (int) (x - near));
            int next = from >= width ? -1 : marks.nextSetBit(v * width + from);
            if (next >= 0 && next <= v * width + Math.min(width - 1, (int) (x + near))) {
                return false;
            }
        }
        return true;
    }
}
