package org.stipple.imaging.skin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The round parts of a piece of a plane: what is left of it when whatever is narrower than a disc is cut off
/// (the morphological opening: Serra 1982). A wrinkle that runs into a spot, or past it, is no spot.
final class RoundParts {

    /// Area of what is round enough to be left alone, in its smallest square; a disc has 0.79.
    private static final double ROUND = 0.5;

    private RoundParts() {}

    /// @param piece indices of its pixels
    /// @param radiusPx of the disc
    static List<int[]> of(int[] piece, int width, double radiusPx) {
        if (fill(piece, width) >= ROUND) {
            return List.of(piece);
        }
        var all = new HashSet<Integer>();
        for (int at : piece) {
            all.add(at);
        }
        int[] disc = disc(width, radiusPx);
        var middles = new ArrayList<Integer>();
        for (int at : piece) {
            if (fits(at, disc, all)) {
                middles.add(at);
            }
        }
        var opened = new HashSet<Integer>();
        for (int at : middles) {
            for (int step : disc) {
                opened.add(at + step);
            }
        }
        return apart(opened, width);
    }

    /// Part of the smallest square around it.
    static double fill(int[] piece, int width) {
        int left = Integer.MAX_VALUE;
        int right = 0;
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        for (int at : piece) {
            left = Math.min(left, at % width);
            right = Math.max(right, at % width);
            top = Math.min(top, at / width);
            bottom = Math.max(bottom, at / width);
        }
        double side = 1.0 + Math.max(right - left, bottom - top);
        return piece.length / (side * side);
    }

    private static boolean fits(int at, int[] disc, Set<Integer> all) {
        for (int step : disc) {
            if (!all.contains(at + step)) {
                return false;
            }
        }
        return true;
    }

    private static int[] disc(int width, double radius) {
        int reach = (int) radius;
        var steps = new ArrayList<Integer>();
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                if (Math.hypot(dx, dy) <= radius) {
                    steps.add(dy * width + dx);
                }
            }
        }
        return steps.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<int[]> apart(Set<Integer> opened, int width) {
        var parts = new ArrayList<int[]>();
        var open = new ArrayDeque<Integer>();
        while (!opened.isEmpty()) {
            var part = new ArrayList<Integer>();
            int start = opened.iterator().next();
            opened.remove(start);
            open.add(start);
            while (!open.isEmpty()) {
                int at = open.poll();
                part.add(at);
                for (int step : new int[] {1, -1, width, -width}) {
                    if (opened.remove(at + step)) {
                        open.add(at + step);
                    }
                }
            }
            parts.add(part.stream().mapToInt(Integer::intValue).toArray());
        }
        return parts;
    }
}
