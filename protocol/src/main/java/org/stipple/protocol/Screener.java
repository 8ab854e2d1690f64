package org.stipple.protocol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stipple.quantities.ZoneId;

/// Puts one case before every rule and gathers what was found.
final class Screener {

    /// A finding with the rule behind it and what it would mean if it held.
    private record Found(Rule rule, Kind wouldBe, Finding finding) {}

    private final Case patient;
    private final List<Found> found = new ArrayList<>();

    Screener(Case patient) {
        this.patient = patient;
    }

    Screening screening() {
        for (var rule : patient.contents().rules()) {
            apply(rule);
        }
        found.sort(Comparator.comparing(one -> one.finding().kind()));
        var findings = found.stream().map(Found::finding).toList();
        var all = inZone(Optional.empty());
        return new Screening(
                patient.on(),
                all.verdict(),
                all.until(),
                all.openEnded(),
                patient.facts().zones().stream()
                        .map(zone -> {
                            var here = inZone(Optional.of(zone));
                            return new Screening.InZone(
                                    zone, here.verdict(), here.until(), here.openEnded(), here.ask());
                        })
                        .toList(),
                findings,
                all.ask(),
                patient.contents().release());
    }

    private void apply(Rule rule) {
        var zones = patient.facts().zones();
        if (!rule.zoneDependent()) {
            var truth = truth(rule, zones.getFirst());
            if (truth != Truth.FALSE) {
                add(rule, truth, zones);
            }
            return;
        }
        var where = new ArrayList<ZoneId>();
        var unknownWhere = new ArrayList<ZoneId>();
        for (var zone : zones) {
            switch (truth(rule, zone)) {
                case TRUE -> where.add(zone);
                case UNKNOWN -> unknownWhere.add(zone);
                case FALSE -> {}
            }
        }
        if (!where.isEmpty()) {
            add(rule, Truth.TRUE, where);
        }
        if (!unknownWhere.isEmpty()) {
            add(rule, Truth.UNKNOWN, unknownWhere);
        }
    }

    private Truth truth(Rule rule, ZoneId zone) {
        return rule.when().holds(patient, zone);
    }

    private void add(Rule rule, Truth truth, List<ZoneId> zones) {
        boolean atHome = patient.facts().setting() == Setting.HOME;
        // At home there is nobody to sign.
        boolean turned = atHome && rule.kind() == Kind.SIGN_OFF;
        var kind = turned ? Kind.REFUSE : rule.kind();
        var missing = truth == Truth.UNKNOWN ? missing(rule, zones) : List.<Fact>of();
        var words = new Wording(patient, rule, zones, missing, turned);
        found.add(new Found(
                rule,
                kind,
                new Finding(
                        rule.id(),
                        truth == Truth.UNKNOWN ? Kind.UNKNOWN : kind,
                        zones,
                        truth == Truth.UNKNOWN ? Optional.empty() : until(rule),
                        missing,
                        words.reason(),
                        words.patientReason(),
                        rule.basis().id(),
                        rule.basis().sources(),
                        rule.views(),
                        rule.overridable())));
    }

    private List<Fact> missing(Rule rule, List<ZoneId> zones) {
        var missing = EnumSet.noneOf(Fact.class);
        for (var zone : zones) {
            rule.when().missing(patient, zone, missing);
        }
        return List.copyOf(missing);
    }

    private Optional<LocalDate> until(Rule rule) {
        return rule.pause()
                .flatMap(wait -> patient.answer(wait.since()) instanceof Answer.Day(var date)
                        ? Optional.of(Condition.end(date, wait.period()))
                        : Optional.empty());
    }

    /// What the findings say together.
    private record Sum(Verdict verdict, Optional<LocalDate> until, List<String> openEnded, List<Fact> ask) {}

    /// @param zone empty for all zones together
    private Sum inZone(Optional<ZoneId> zone) {
        var here = found.stream()
                .filter(one ->
                        zone.map(id -> one.finding().zones().contains(id)).orElse(true))
                .toList();
        var verdict = here.stream()
                .map(one -> Verdict.of(one.finding().kind()))
                .min(Comparator.naturalOrder())
                .orElse(Verdict.PROCEED);
        var until = here.stream().flatMap(one -> one.finding().until().stream()).max(Comparator.naturalOrder());
        var openEnded = here.stream()
                .map(Found::finding)
                .filter(Finding::isOpenEnded)
                .map(Finding::rule)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Sum(verdict, until, List.copyOf(openEnded), ask(here, verdict));
    }

    /// How much the answer to a fact may decide, the more the smaller.
    private record Weight(Kind kind, boolean canBeSetAside, Fact fact) {
        private static final Comparator<Weight> MOST_DECISIVE = Comparator.comparing(Weight::kind)
                .thenComparing(Weight::canBeSetAside)
                .thenComparing(Weight::fact);
    }

    /// While something unknown is the gravest, every answer counts; once a wait stands, only what may refuse; a
    /// refusal
    /// nothing changes any more.
    private static List<Fact> ask(List<Found> here, Verdict verdict) {
        var weights = new ArrayList<Weight>();
        for (var one : here) {
            if (one.finding().kind() == Kind.UNKNOWN
                    && (verdict == Verdict.UNKNOWN || Verdict.of(one.wouldBe()).compareTo(verdict) < 0)) {
                boolean canBeSetAside = one.rule().overridable() != Overridable.NEVER;
                for (var fact : one.finding().missing()) {
                    weights.add(new Weight(one.wouldBe(), canBeSetAside, fact));
                }
            }
        }
        weights.sort(Weight.MOST_DECISIVE);
        Set<Fact> facts = new LinkedHashSet<>();
        weights.forEach(weight -> facts.add(weight.fact()));
        return List.copyOf(facts);
    }
}
