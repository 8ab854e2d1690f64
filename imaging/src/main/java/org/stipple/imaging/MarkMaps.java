package org.stipple.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stipple.imaging.raster.Plane;
import org.stipple.quantities.Fraction;

/// Maps of what can be pointed at: found in one photo, or new, gone and in both of two.
final class MarkMaps {

    private static final byte BOTH = 1;
    private static final byte GONE = 2;
    private static final byte FRESH = 3;

    private static final String[] WORDS = {"found in both", "no longer found", "newly found"};
    private static final String[] COLOURS = {"#3A3A3A", "#0072B2", "#D55E00"};
    private static final int[] ARGB = {0xD83A3A3A, 0xF00072B2, 0xF0D55E00};

    private MarkMaps() {}

    /// @param pair whether there are two photos
    /// @param factor pixels of the baseline to a pixel of the map
    static List<ChangeMap> of(MaskedMeasurement masked, boolean pair, int factor, int width, int height) {
        var maps = new ArrayList<ChangeMap>();
        for (Finding finding : Finding.values()) {
            Optional<SkinMask> before = masked.mask(SkinMask.Of.BASELINE, finding);
            Optional<SkinMask> change = masked.mask(SkinMask.Of.CHANGE, finding);
            if (before.isPresent() && pair == change.isPresent()) {
                map(finding, before.get(), change, factor, width, height).ifPresent(maps::add);
            }
        }
        return maps;
    }

    private static Optional<ChangeMap> map(
            Finding finding, SkinMask before, Optional<SkinMask> change, int factor, int width, int height) {
        var states = new byte[width * height];
        var rows = new long[before.height()][];
        // Each row of the map has rows of the photo of its own, so that threads do not meet.
        Plane.eachRow(height, row -> {
            for (int y = row * factor; y < (row + 1) * factor; y++) {
                rows[y] = row(before, change, y, factor, width, states, row * width);
            }
        });
        var counts = new long[4];
        for (int y = 0; y < height * factor; y++) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += rows[y][i];
            }
        }
        long all = counts[BOTH] + counts[GONE] + counts[FRESH];
        if (all == 0) {
            return Optional.empty();
        }
        byte[] seen = widened(states, width, height, reach(finding, width));
        var shades = new ArrayList<ChangeMap.Shade>();
        for (byte state : new byte[] {FRESH, GONE, BOTH}) {
            if (counts[state] > 0) {
                shades.add(new ChangeMap.Shade(
                        change.isPresent() ? WORDS[state - 1] : "found",
                        COLOURS[state - 1],
                        Fraction.ofValue(counts[state] / (double) all)));
            }
        }
        return Optional.of(
                new ChangeMap(ChangeMap.Of.of(finding), PictureFile.overlay(seen, ARGB, width, height), shades));
    }

    /// @return how many pixels of the photo have each state
    private static long[] row(
            SkinMask before, Optional<SkinMask> change, int y, int factor, int width, byte[] states, int first) {
        var counts = new long[4];
        for (int x = 0; x < width * factor; x++) {
            boolean was = before.contains(x, y);
            boolean changed = change.isPresent() && change.get().contains(x, y);
            if (was || changed) {
                byte state = changed ? was ? GONE : FRESH : BOTH;
                counts[state]++;
                int at = first + x / factor;
                states[at] = (byte) Math.max(states[at], state);
            }
        }
        return counts;
    }

    /// Lines of a pixel are not seen on a telephone. `design`
    private static int reach(Finding finding, int width) {
        return switch (finding) {
            case WRINKLES -> Math.max(1, width / 700);
            case PORES -> width / 1200;
            case SPOTS, STRETCH_MARKS, SHINE -> 0;
        };
    }

    private static byte[] widened(byte[] states, int width, int height, int reach) {
        if (reach == 0) {
            return states;
        }
        var wide = new byte[states.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                byte state = states[y * width + x];
                if (state != 0) {
                    for (int v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v++) {
                        for (int u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u++) {
                            int at = v * width + u;
                            wide[at] = (byte) Math.max(wide[at], state);
                        }
                    }
                }
            }
        }
        return wide;
    }
}
