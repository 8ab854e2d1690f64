package org.stipple.protocol;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stipple.quantities.ZoneId;

/// Puts a case before every rule and gathers what was found. Made for archives, which are screened again with
/// every release: what depends on the knowledge alone is worked out once, when it is loaded. [PlainScreener]
/// does the same in the obvious way, and the two are tested equal. Immutable.
final class Screener {

    private static final Kind[] KINDS = Kind.values();

    /// Room for so many findings is made at first.
    private static final int USUAL = 32;

    private final Contents contents;
    private final Rule[] rules;
    private final RuleWords[] words;
    private final Rests[] rests;
    private final RuleProgram program;

    Screener(Contents contents) {
        this.contents = contents;
        this.rules = contents.rules().toArray(Rule[]::new);
        this.words = new RuleWords[rules.length];
        this.rests = new Rests[rules.length];
        for (int i = 0; i < rules.length; i++) {
            words[i] = new RuleWords(rules[i], contents.questions());
            rests[i] = new Rests(rules[i].basis().id(), rules[i].basis().sources());
        }
        this.program = RuleProgram.of(contents);
    }

    /// What a rule rests on, as findings tell it.
    private record Rests(String basis, List<Citation> sources) {}

    Screening screening(Case patient) {
        return new Asked(patient).screening();
    }

    /// One case while it is screened.
    private final class Asked {

        private final Case patient;
        private final boolean atHome;
        private final long[] truths;
        private final ZoneSums sums;

        /// What was found, in the order of the rules, and how much of each kind.
        private @Nullable Finding[] found = new @Nullable Finding[USUAL];

        private final int[] ofKind = new int[KINDS.length];
        private int n;

        Asked(Case patient) {
            this.patient = patient;
            this.atHome = patient.facts().setting() == Setting.HOME;
            this.truths = program.run(patient);
            this.sums = new ZoneSums(patient.asked());
        }

        Screening screening() {
            for (int i = 0; i < rules.length; i++) {
                long truth = program.truth(i, patient, truths);
                if (truth != ZoneTruths.NOWHERE) {
                    apply(i, ZoneTruths.whereTrue(truth), ZoneTruths.whereUnknown(truth));
                }
            }
            var all = sums.in(patient.asked());
            return new Screening(
                    patient.on(),
                    all.verdict(),
                    all.until(),
                    all.openEnded(),
                    byZone(all),
                    gravestFirst(),
                    all.ask(),
                    contents.release());
        }

        private List<Screening.InZone> byZone(ZoneSums.Sum all) {
            var zones = patient.facts().zones();
            var byZone = new Screening.InZone[zones.size()];
            for (int i = 0; i < byZone.length; i++) {
                var here = sums.areSameEverywhere() ? all : sums.in(ZoneTruths.bit(zones.get(i)));
                byZone[i] =
                        new Screening.InZone(zones.get(i), here.verdict(), here.until(), here.openEnded(), here.ask());
            }
            return List.of(byZone);
        }

        private void apply(int i, int where, int unknown) {
            var rule = rules[i];
            // At home there is nobody to sign.
            boolean turned = atHome && rule.kind() == Kind.SIGN_OFF;
            var kind = turned ? Kind.REFUSE : rule.kind();
            if (where != 0) {
                var zones = zones(where);
                var finding = finding(i, kind, zones, until(rule), words[i].holding(patient, zones, turned));
                sums.add(finding, where);
                add(finding);
            }
            if (unknown != 0) {
                var zones = zones(unknown);
                long missing = program.missing(i, unknown, patient, truths);
                var told = words[i].unknown(patient, zones, missing);
                sums.addUnknown(unknown, kind, rule.overridable(), missing);
                add(finding(i, Kind.UNKNOWN, zones, Optional.empty(), told));
            }
        }

        private void add(Finding finding) {
            if (n == found.length) {
                found = Arrays.copyOf(found, 2 * n);
            }
            found[n++] = finding;
            ofKind[finding.kind().ordinal()]++;
        }

        /// In the order in which they were asked.
        private List<ZoneId> zones(int mask) {
            var asked = patient.facts().zones();
            if (mask == patient.asked()) {
                return asked;
            }
            var zones = new ZoneId[Integer.bitCount(mask)];
            int size = 0;
            for (int i = 0; i < asked.size(); i++) {
                if ((mask & ZoneTruths.bit(asked.get(i))) != 0) {
                    zones[size++] = asked.get(i);
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

        /// Of one kind they stay in the order of the rules: each kind has its stretch of the list.
        private List<Finding> gravestFirst() {
            int[] next = new int[KINDS.length];
            for (int kind = 1; kind < next.length; kind++) {
                next[kind] = next[kind - 1] + ofKind[kind - 1];
            }
            var sorted = new Finding[n];
            for (var finding : found) {
                if (finding == null) {
                    break;
                }
                sorted[next[finding.kind().ordinal()]++] = finding;
            }
            return List.of(sorted);
        }
    }

    private Finding finding(int i, Kind kind, List<ZoneId> zones, Optional<LocalDate> until, RuleWords.Told told) {
        var rule = rules[i];
        return new Finding(
                rule.id(),
                kind,
                zones,
                until,
                told.missing(),
                told.reason(),
                told.patientReason(),
                rests[i].basis,
                rests[i].sources,
                rule.views(),
                rule.overridable());
    }
}
