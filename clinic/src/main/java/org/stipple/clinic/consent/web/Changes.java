package org.stipple.clinic.consent.web;

import java.util.ArrayList;
import java.util.List;

/// What changed from one text to the next, paragraph by paragraph: the fewest taken out and added.
final class Changes {

    private Changes() {}

    /// A paragraph that was added, or taken out.
    record Change(boolean added, String words) {}

    static List<Change> between(List<String> before, List<String> after) {
        int[][] common = common(before, after);
        var changes = new ArrayList<Change>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                i++;
                j++;
            } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                changes.add(new Change(false, before.get(i++)));
            } else {
                changes.add(new Change(true, after.get(j++)));
            }
        }
        return changes;
    }

    /// How many paragraphs the two have in common in one order, from each pair of places on.
    private static int[][] common(List<String> before, List<String> after) {
        var common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
