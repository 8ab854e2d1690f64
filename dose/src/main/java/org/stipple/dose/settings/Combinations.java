package org.stipple.dose.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.stipple.dose.settings.SessionAnswer.Combination;

/// One setting of each zone, put together. Exact: for each under-dose and over-dose that any setting has, the
/// quickest settings of every zone that stay within both are the quickest combination that does.
final class Combinations {

    /// A setting of the zone of this number.
    private record Member(int zone, Setting setting) {

        double under() {
            return setting.worst().under();
        }

        double over() {
            return setting.worst().over();
        }
    }

    private final int zones;
    private final List<Member> byOver = new ArrayList<>();
    private final double[] underDoses;

    Combinations(List<List<Setting>> fronts) {
        zones = fronts.size();
        for (int zone = 0; zone < zones; zone++) {
            for (var setting : fronts.get(zone)) {
                byOver.add(new Member(zone, setting));
            }
        }
        byOver.sort(Comparator.comparingDouble(Member::over));
        underDoses =
                byOver.stream().mapToDouble(Member::under).sorted().distinct().toArray();
    }

    /// What the quickest settings of all zones take together.
    double leastSeconds() {
        double[] least = new double[zones];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        byOver.forEach(each ->
                least[each.zone()] = Math.min(least[each.zone()], each.setting().seconds()));
        return rounded(Arrays.stream(least).sum());
    }

    /// What no other combination beats, in order of under-dose, then over-dose.
    ///
    /// @param mostSeconds what all may take together
    List<Combination> front(double mostSeconds) {
        var front = new ArrayList<Combination>();
        // Seconds by over-dose, of what was kept: falling. What comes has no less under-dose.
        var kept = new TreeMap<Double, Double>();
        for (double under : underDoses) {
            for (var combination : quickest(under)) {
                var better = kept.floorEntry(combination.worst().over());
                if (combination.seconds() <= mostSeconds
                        && (better == null || combination.seconds() < better.getValue())) {
                    front.add(combination);
                    kept.put(combination.worst().over(), combination.seconds());
                    kept.tailMap(combination.worst().over(), false)
                            .values()
                            .removeIf(seconds -> seconds >= combination.seconds());
                }
            }
        }
        return List.copyOf(front);
    }

    /// With at most this under-dose: for every over-dose at which it changes, the quickest within it.
    private List<Combination> quickest(double under) {
        var found = new ArrayList<Combination>();
        var best = new TreeMap<Integer, Setting>();
        boolean changed = false;
        for (int i = 0; i < byOver.size(); i++) {
            var member = byOver.get(i);
            var so = best.get(member.zone());
            if (member.under() <= under && (so == null || member.setting().seconds() < so.seconds())) {
                best.put(member.zone(), member.setting());
                changed = true;
            }
            boolean last = i + 1 == byOver.size() || byOver.get(i + 1).over() > member.over();
            if (last && changed && best.size() == zones) {
                found.add(combination(List.copyOf(best.values())));
                changed = false;
            }
        }
        return found;
    }

    private static Combination combination(List<Setting> settings) {
        double under = 0;
        double over = 0;
        double seconds = 0;
        for (var each : settings) {
            under = Math.max(under, each.worst().under());
            over = Math.max(over, each.worst().over());
            seconds += each.seconds();
        }
        return new Combination(settings, new Misfit(under, over), rounded(seconds));
    }

    /// To a millionth, so that the order of adding does not count.
    private static double rounded(double seconds) {
        return Math.rint(seconds * 1e6) / 1e6;
    }
}
