package org.stipple.imaging.skin;

import java.util.Arrays;

/// Peels lines down to one pixel, keeping what is connected connected (Zhang and Suen 1984, doi
/// 10.1145/357994.358023).
final class Thinning {

    private Thinning() {}

    /// Only ever clears pixels of `set`.
    static void thin(boolean[] set, int width, int height) {
        int[] todo = pixels(set, width, height);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int pass = 0; pass < 2; pass++) {
                var peeled = new int[todo.length];
                int n = 0;
                for (int at : todo) {
                    if (set[at] && peels(set, at, width, pass)) {
                        peeled[n] = at;
                        n++;
                    }
                }
                for (int i = 0; i < n; i++) {
                    set[peeled[i]] = false;
                }
                changed |= n > 0;
            }
            todo = Arrays.stream(todo).filter(at -> set[at]).toArray();
        }
    }

    /// The outermost rows and columns have no neighbours: cleared.
    private static int[] pixels(boolean[] set, int width, int height) {
        var found = new int[set.length];
        int n = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                if (x == 0 || y == 0 || x == width - 1 || y == height - 1) {
                    set[at] = false;
                } else if (set[at]) {
                    found[n] = at;
                    n++;
                }
            }
        }
        return Arrays.copyOf(found, n);
    }

    private static boolean peels(boolean[] set, int at, int width, int pass) {
        boolean n = set[at - width];
        boolean ne = set[at - width + 1];
        boolean e = set[at + 1];
        boolean se = set[at + width + 1];
        boolean s = set[at + width];
        boolean sw = set[at + width - 1];
        boolean w = set[at - 1];
        boolean nw = set[at - width - 1];
        int count = one(n) + one(ne) + one(e) + one(se) + one(s) + one(sw) + one(w) + one(nw);
        if (count < 2 || count > 6) {
            return false;
        }
        int turns = rise(n, ne)
                + rise(ne, e)
                + rise(e, se)
                + rise(se, s)
                + rise(s, sw)
                + rise(sw, w)
                + rise(w, nw)
                + rise(nw, n);
        if (turns != 1) {
            return false;
        }
        return pass == 0 ? !(n && e && s) && !(e && s && w) : !(n && e && w) && !(n && s && w);
    }

    private static int one(boolean set) {
        return set ? 1 : 0;
    }

    private static int rise(boolean from, boolean to) {
        return !from && to ? 1 : 0;
    }
}
