package org.stipple.imaging.skin;

import java.util.ArrayList;
import java.util.List;

/// Turns lines of one pixel's width into chains of places: from each end or fork to the next.
final class Tracing {

    private final boolean[] set;
    private final int width;
    private final boolean[] done;
    private final int[] around;
    private final List<int[]> chains = new ArrayList<>();

    private Tracing(boolean[] set, int width) {
        this.set = set;
        this.width = width;
        this.done = new boolean[set.length];
        this.around = new int[] {1, width, -1, -width, 1 + width, width - 1, -1 - width, 1 - width};
    }

    /// @param set thinned, nothing in the outermost rows and columns
    /// @return indices of pixels, each chain in order
    static List<int[]> chains(boolean[] set, int width) {
        var tracing = new Tracing(set, width);
        // Ends and forks first; what is left then are rings.
        for (int at = 0; at < set.length; at++) {
            if (set[at] && tracing.neighbours(at).length != 2) {
                tracing.from(at);
            }
        }
        for (int at = 0; at < set.length; at++) {
            if (set[at] && !tracing.done[at]) {
                tracing.from(at);
            }
        }
        return tracing.chains;
    }

    private void from(int start) {
        done[start] = true;
        for (int next : neighbours(start)) {
            if (done[next] && (neighbours(next).length == 2 || next < start)) {
                continue;
            }
            var chain = new ArrayList<Integer>();
            chain.add(start);
            int before = start;
            int here = next;
            while (true) {
                chain.add(here);
                int[] on = neighbours(here);
                if (on.length != 2 || done[here]) {
                    break;
                }
                done[here] = true;
                int after = on[0] == before ? on[1] : on[0];
                before = here;
                here = after;
            }
            done[here] = true;
            chains.add(chain.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /// A diagonal step is none where two straight ones lead to the same pixel.
    int[] neighbours(int at) {
        var found = new int[8];
        int n = 0;
        for (int i = 0; i < 4; i++) {
            if (set[at + around[i]]) {
                found[n] = at + around[i];
                n++;
            }
        }
        for (int i = 4; i < 8; i++) {
            int step = around[i];
            int across = step == 1 + width || step == 1 - width ? 1 : -1;
            if (set[at + step] && !set[at + across] && !set[at + step - across]) {
                found[n] = at + step;
                n++;
            }
        }
        return java.util.Arrays.copyOf(found, n);
    }
}
