package org.stipple.imaging.skin;

/// How much of a zone something takes.
final class Shares {

    private Shares() {}

    static double percent(boolean[] marked, SkinField field) {
        long all = 0;
        long here = 0;
        for (int i = 0; i < marked.length; i++) {
            if (field.isSkin(i)) {
                all++;
                here += marked[i] ? 1 : 0;
            }
        }
        return all == 0 ? 0 : 100.0 * here / all;
    }
}
