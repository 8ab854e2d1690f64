package org.stipple.protocol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the findings of one case say together, in any of its zones. Gathered finding by finding in the order
/// of the rules; sets of zones and of facts are single numbers, so that most findings cost a few
/// instructions. It belongs to one screening.
final class ZoneSums {

    private static final Kind[] KINDS = Kind.values();
    private static final Verdict[] VERDICTS = Verdict.values();

    /// Places for the weight of a missing answer: what it can cause, and what nobody may set aside first.
    private static final int WEIGHTS = 2 * KINDS.length;

    /// What they say in some zones.
    record Sum(Verdict verdict, Optional<LocalDate> until, List<String> openEnded, List<Fact> ask) {}

    /// Something that does not hold of every zone alike.
    private record Wait(int zones, Finding finding) {}

    private record Missing(int zones, int weight, long facts) {}

    private final int asked;

    /// Zones with a finding of each kind.
    private final int[] zonesOf = new int[KINDS.length];

    private final long[] missingEverywhere = new long[WEIGHTS];
    private final List<Missing> missingSomewhere = new ArrayList<>(0);
    private final List<Wait> waits = new ArrayList<>(0);
    private boolean sameEverywhere = true;

    private long[] lastWeights = {};
    private List<Fact> lastAsk = List.of();

    /// @param asked as [Case#asked()]
    ZoneSums(int asked) {
        this.asked = asked;
    }

    /// One more finding.
    ///
    /// @param zones where it was found, as [ZoneTruths#mask]
    void add(Finding finding, int zones) {
        zonesOf[finding.kind().ordinal()] |= zones;
        sameEverywhere &= zones == asked;
        if (finding.until().isPresent() || finding.kind() == Kind.DEFER) {
            waits.add(new Wait(zones, finding));
        }
    }

    /// One more finding of something unknown.
    ///
    /// @param wouldBe what it would mean if it held
    /// @param facts that are missing, as [Fact#bit]
    void addUnknown(int zones, Kind wouldBe, Overridable overridable, long facts) {
        zonesOf[Kind.UNKNOWN.ordinal()] |= zones;
        int weight = 2 * wouldBe.ordinal() + (overridable == Overridable.NEVER ? 0 : 1);
        if (zones == asked) {
            missingEverywhere[weight] |= facts;
        } else {
            sameEverywhere = false;
            missingSomewhere.add(new Missing(zones, weight, facts));
        }
    }

    /// Whether they say the same of every zone.
    boolean areSameEverywhere() {
        return sameEverywhere;
    }

    /// @param zones as [ZoneTruths#mask]
    Sum in(int zones) {
        var verdict = verdict(zones);
        Optional<LocalDate> until = Optional.empty();
        List<String> openEnded = List.of();
        for (int i = 0; i < waits.size(); i++) {
            var wait = waits.get(i);
            if ((wait.zones & zones) != 0) {
                var end = wait.finding.until();
                if (until.isEmpty() || end.isPresent() && end.get().isAfter(until.get())) {
                    until = end;
                }
                if (wait.finding.isOpenEnded()) {
                    openEnded = with(openEnded, wait.finding.rule());
                }
            }
        }
        return new Sum(verdict, until, openEnded, ask(zones, verdict));
    }

    private Verdict verdict(int zones) {
        for (int kind = 0; kind < zonesOf.length; kind++) {
            if ((zonesOf[kind] & zones) != 0) {
                return VERDICTS[kind];
            }
        }
        return Verdict.PROCEED;
    }

    /// A rule is open-ended once in a case.
    private static List<String> with(List<String> some, String one) {
        var more = Arrays.copyOf(some.toArray(String[]::new), some.size() + 1);
        more[some.size()] = one;
        return List.of(more);
    }

    /// The most decisive first: by the gravest kind that the answer can cause, what nobody may set aside
    /// first, then in the order in which it is asked. While something unknown is the gravest, every answer
    /// counts; once a wait stands, only what may refuse; a refusal nothing changes any more.
    private List<Fact> ask(int zones, Verdict verdict) {
        int end = verdict == Verdict.UNKNOWN ? WEIGHTS : 2 * verdict.ordinal();
        if (end == 0 || verdict.compareTo(Verdict.UNKNOWN) > 0) {
            return List.of();
        }
        long[] byWeight = Arrays.copyOf(missingEverywhere, end);
        for (int i = 0; i < missingSomewhere.size(); i++) {
            var missing = missingSomewhere.get(i);
            if ((missing.zones & zones) != 0 && missing.weight < end) {
                byWeight[missing.weight] |= missing.facts;
            }
        }
        if (!Arrays.equals(byWeight, lastWeights)) {
            lastWeights = byWeight;
            lastAsk = inOrder(byWeight);
        }
        return lastAsk;
    }

    private static List<Fact> inOrder(long[] byWeight) {
        long all = 0;
        for (long set : byWeight) {
            all |= set;
        }
        var facts = new Fact[Long.bitCount(all)];
        long seen = 0;
        int n = 0;
        for (long set : byWeight) {
            n = Fact.into(facts, n, set & ~seen);
            seen |= set;
        }
        return List.of(facts);
    }
}
