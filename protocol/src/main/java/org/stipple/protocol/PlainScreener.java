package org.stipple.protocol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stipple.quantities.ZoneId;

/// The reference beside [Screener]: walks the tree of every rule's condition, in the order of the rules, and
/// sums up what it found zone by zone. Slower and easier to see through; the two are tested equal.
final class PlainScreener {

    private static final Kind[] KINDS = Kind.values();
    private static final Verdict[] VERDICTS = Verdict.values();

    /// A finding with the rule behind it.
    ///
    /// @param wouldBe what it would mean if it held
    /// @param zones as [ZoneTruths#mask]
    /// @param missing as [Fact#bit]
    private record Found(Rule rule, Kind wouldBe, int zones, long missing, Finding finding) {}

    private final Contents contents;
    private final List<RuleWords> words;

    PlainScreener(Contents contents) {
        this.contents = contents;
        this.words = contents.rules().stream()
                .map(rule -> new RuleWords(rule, contents.questions()))
                .toList();
    }

    Screening screen(PatientFacts facts, LocalDate on) {
        return new Asked(new Case(contents, facts, on)).screening();
    }

    /// One case.
    private final class Asked {

        private final Case patient;
        private final boolean atHome;
        private final List<Found> unsorted = new ArrayList<>();

        Asked(Case patient) {
            this.patient = patient;
            this.atHome = patient.facts().setting() == Setting.HOME;
        }

        Screening screening() {
            var rules = contents.rules();
            for (int i = 0; i < rules.size(); i++) {
                apply(rules.get(i), words.get(i));
            }
            var found = gravestFirst();
            var findings = new Finding[found.length];
            int everywhere = patient.asked();
            for (int i = 0; i < found.length; i++) {
                findings[i] = found[i].finding();
                everywhere &= found[i].zones();
            }
            var all = inZones(found, patient.asked());
            var zones = patient.facts().zones();
            var byZone = new Screening.InZone[zones.size()];
            for (int i = 0; i < byZone.length; i++) {
                // What was found everywhere says the same of every zone.
                var here = everywhere == patient.asked() ? all : inZones(found, ZoneTruths.bit(zones.get(i)));
                byZone[i] =
                        new Screening.InZone(zones.get(i), here.verdict(), here.until(), here.openEnded(), here.ask());
            }
            return new Screening(
                    patient.on(),
                    all.verdict(),
                    all.until(),
                    all.openEnded(),
                    List.of(byZone),
                    List.of(findings),
                    all.ask(),
                    patient.contents().release());
        }

        private void apply(Rule rule, RuleWords words) {
            long truths = rule.when().holds(patient);
            if (truths == ZoneTruths.NOWHERE) {
                return;
            }
            // At home there is nobody to sign.
            boolean turned = atHome && rule.kind() == Kind.SIGN_OFF;
            var kind = turned ? Kind.REFUSE : rule.kind();
            int where = ZoneTruths.whereTrue(truths);
            if (where != 0) {
                var zones = zones(where);
                add(rule, kind, kind, where, 0, zones, until(rule), words.holding(patient, zones, turned));
            }
            int unknown = ZoneTruths.whereUnknown(truths);
            if (unknown != 0) {
                var zones = zones(unknown);
                long missing = rule.when().missing(patient, unknown);
                var told = words.unknown(patient, zones, missing);
                add(rule, kind, Kind.UNKNOWN, unknown, missing, zones, Optional.empty(), told);
            }
        }

        private void add(
                Rule rule,
                Kind wouldBe,
                Kind kind,
                int where,
                long missing,
                List<ZoneId> zones,
                Optional<LocalDate> until,
                RuleWords.Told told) {
            var finding = new Finding(
                    rule.id(),
                    kind,
                    zones,
                    until,
                    told.missing(),
                    told.reason(),
                    told.patientReason(),
                    rule.basis().id(),
                    rule.basis().sources(),
                    rule.views(),
                    rule.overridable());
            unsorted.add(new Found(rule, wouldBe, where, missing, finding));
        }

        /// In the order in which they were asked.
        private List<ZoneId> zones(int mask) {
            var asked = patient.facts().zones();
            if (mask == patient.asked()) {
                return asked;
            }
            var zones = new ZoneId[Integer.bitCount(mask)];
            int n = 0;
            for (int i = 0; i < asked.size(); i++) {
                if ((mask & ZoneTruths.bit(asked.get(i))) != 0) {
                    zones[n++] = asked.get(i);
                }
            }
            return List.of(zones);
        }

        private Optional<LocalDate> until(Rule rule) {
            return rule.pause().isPresent()
                            && patient.answer(rule.pause().get().since()) instanceof Answer.Day(var date)
                    ? Optional.of(Condition.end(date, rule.pause().get().period()))
                    : Optional.empty();
        }

        /// Of one kind they stay in the order of the rules.
        private Found[] gravestFirst() {
            var sorted = new Found[unsorted.size()];
            int n = 0;
            for (var kind : KINDS) {
                for (int i = 0; i < unsorted.size() && n < sorted.length; i++) {
                    if (unsorted.get(i).finding().kind() == kind) {
                        sorted[n++] = unsorted.get(i);
                    }
                }
            }
            return sorted;
        }
    }

    /// What the findings say together.
    private record Sum(Verdict verdict, Optional<LocalDate> until, List<String> openEnded, List<Fact> ask) {}

    /// @param zones as [ZoneTruths#mask]
    private static Sum inZones(Found[] found, int zones) {
        var verdict = Verdict.PROCEED;
        Optional<LocalDate> until = Optional.empty();
        List<String> openEnded = List.of();
        for (var one : found) {
            if ((one.zones() & zones) != 0) {
                var finding = one.finding();
                var said = VERDICTS[finding.kind().ordinal()];
                verdict = said.compareTo(verdict) < 0 ? said : verdict;
                if (until.isEmpty()
                        || finding.until().isPresent() && finding.until().get().isAfter(until.get())) {
                    until = finding.until();
                }
                if (finding.isOpenEnded()) {
                    openEnded = with(openEnded, finding.rule());
                }
            }
        }
        return new Sum(verdict, until, openEnded, ask(found, zones, verdict));
    }

    private static List<String> with(List<String> some, String one) {
        if (some.contains(one)) {
            return some;
        }
        var more = new ArrayList<>(some);
        more.add(one);
        return List.copyOf(more);
    }

    /// The most decisive first: by the gravest kind that the answer can cause, what nobody may set aside
    /// first, then in the order in which it is asked. While something unknown is the gravest, every answer
    /// counts; once a wait stands, only what may refuse; a refusal nothing changes any more.
    private static List<Fact> ask(Found[] found, int zones, Verdict verdict) {
        long @Nullable [] byWeight = null;
        for (var one : found) {
            if (one.missing() != 0
                    && (one.zones() & zones) != 0
                    && (verdict == Verdict.UNKNOWN || VERDICTS[one.wouldBe().ordinal()].compareTo(verdict) < 0)) {
                byWeight = byWeight == null ? new long[2 * KINDS.length] : byWeight;
                boolean never = one.rule().overridable() == Overridable.NEVER;
                byWeight[2 * one.wouldBe().ordinal() + (never ? 0 : 1)] |= one.missing();
            }
        }
        if (byWeight == null) {
            return List.of();
        }
        var facts = new ArrayList<Fact>();
        long seen = 0;
        for (long set : byWeight) {
            facts.addAll(Fact.of(set & ~seen));
            seen |= set;
        }
        return List.copyOf(facts);
    }
}
