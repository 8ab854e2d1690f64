package org.stipple.protocol;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// The words of a rule. What does not depend on the case is put together once, when the knowledge is loaded;
/// what stands between braces is filled in for each case. Immutable.
final class RuleWords {

    /// What may stand between braces.
    static final List<String> GAPS = List.of(
            "device",
            "jurisdiction",
            "known",
            "operator",
            "scope",
            "forbidden",
            "law",
            "indications",
            "last",
            "why",
            "beyond",
            "too-much",
            "too-short",
            "missing",
            "together",
            "thickness",
            "least-age",
            "goal");

    /// Beyond so many facts their combinations are not put together beforehand.
    private static final int FEW = 4;

    /// What a finding says.
    ///
    /// @param missing the unanswered facts, none where the rule holds
    record Told(List<Fact> missing, String reason, String patientReason) {}

    private final Rule rule;
    private final Map<Fact, Question> questions;
    private final Template reason;
    private final Template patientReason;
    private final boolean hasGaps;
    private final Told holding;
    private final Told turned;

    /// Sets of facts that may be missing together, as [Fact#bit], and what is then said, in the same order;
    /// only the opening of it where the reason has gaps.
    private final long[] sets;

    private final List<Told> unknown = new ArrayList<>();

    RuleWords(Rule rule, Map<Fact, Question> questions) {
        this.rule = rule;
        this.questions = questions;
        this.reason = Template.of(rule.reason());
        this.patientReason = Template.of(rule.patientReason());
        this.hasGaps = reason.gaps.length + patientReason.gaps.length > 0;
        this.holding = holding(rule.reason(), rule.patientReason(), false);
        this.turned = holding(rule.reason(), rule.patientReason(), true);
        long facts = rule.when().facts();
        if ((facts & (Fact.PREGNANT.bit() | Fact.BREASTFEEDING.bit())) != 0) {
            facts |= Fact.SEX.bit();
        }
        this.sets = Long.bitCount(facts) > FEW ? new long[0] : subsets(facts);
        for (long set : sets) {
            unknown.add(hasGaps ? opening(set) : whole(opening(set), rule.reason()));
        }
    }

    /// Whether nothing else than [#GAPS] stands between braces, and no brace alone.
    static boolean areFillable(String text) {
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0 || text.lastIndexOf('}', open) >= from || !GAPS.contains(text.substring(open + 1, close))) {
                return false;
            }
            from = close + 1;
        }
        return text.indexOf('}', from) < 0;
    }

    /// All but the empty one.
    private static long[] subsets(long of) {
        long[] subsets = new long[(1 << Long.bitCount(of)) - 1];
        long subset = of;
        for (int i = 0; i < subsets.length; i++) {
            subsets[i] = subset;
            subset = (subset - 1) & of;
        }
        return subsets;
    }

    /// Where the rule holds.
    ///
    /// @param noSignature whether a signature was needed where there is nobody to sign
    Told holding(Case patient, List<ZoneId> zones, boolean noSignature) {
        return hasGaps
                ? holding(filled(reason, patient, zones), filled(patientReason, patient, zones), noSignature)
                : noSignature ? turned : holding;
    }

    /// Where it is unknown whether it holds.
    ///
    /// @param missing facts as [Fact#bit]
    Told unknown(Case patient, List<ZoneId> zones, long missing) {
        for (int i = 0; i < sets.length; i++) {
            if (sets[i] == missing) {
                return hasGaps ? whole(unknown.get(i), filled(reason, patient, zones)) : unknown.get(i);
            }
        }
        return whole(opening(missing), filled(reason, patient, zones));
    }

    private static Told holding(String reason, String patientReason, boolean noSignature) {
        return noSignature
                ? new Told(
                        List.of(),
                        reason + " At home there is nobody to sign: see a clinician.",
                        patientReason + " Please see a clinician instead of needling at home.")
                : new Told(List.of(), reason, patientReason);
    }

    /// What is said before the reason.
    private Told opening(long missing) {
        var facts = Fact.of(missing);
        var wordings = new StringJoiner(" ");
        for (var fact : facts) {
            wordings.add(
                    questions.get(fact) instanceof Question(var _, var wording, var _, var _) ? wording : fact.path());
        }
        return new Told(facts, "Not answered: " + wordings + " If so: ", "Please answer first: " + wordings);
    }

    private static Told whole(Told opening, String reason) {
        return new Told(opening.missing, opening.reason.concat(reason), opening.patientReason);
    }

    /// A text that stands between its gaps: `words[0] gaps[0] words[1] gaps[1] …`, cut apart once.
    private record Template(String[] words, String[] gaps) {

        static Template of(String text) {
            var words = new ArrayList<String>();
            var gaps = new ArrayList<String>();
            int from = 0;
            for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
                int close = text.indexOf('}', open);
                words.add(text.substring(from, open));
                gaps.add(text.substring(open + 1, close));
                from = close + 1;
            }
            words.add(text.substring(from));
            return new Template(words.toArray(String[]::new), gaps.toArray(String[]::new));
        }
    }

    private String filled(Template template, Case patient, List<ZoneId> zones) {
        String text = template.words[0];
        for (int i = 0; i < template.gaps.length; i++) {
            text = text.concat(gap(template.gaps[i], patient, zones)).concat(template.words[i + 1]);
        }
        return text;
    }

    private String gap(String name, Case patient, List<ZoneId> zones) {
        return switch (name) {
            case "device" ->
                patient.device().isPresent()
                        ? patient.device().get().name()
                        : patient.facts().device();
            case "jurisdiction" -> patient.facts().place().jurisdiction().orElse("this place");
            case "known" -> known(patient);
            case "operator" ->
                patient.facts().place().operator().map(Operator::words).orElse("somebody");
            case "scope" -> scope(patient);
            case "forbidden" -> forbidden(patient, zones);
            case "law" -> law(patient);
            case "indications" -> indications(patient, zones);
            case "beyond" -> beyond(patient, zones);
            case "too-much" ->
                patient.anaestheticCheck().map(AnaestheticCheck::tooMuch).orElse("");
            case "too-short" ->
                patient.anaestheticCheck().map(AnaestheticCheck::tooShort).orElse("");
            case "missing" ->
                patient.anaestheticCheck()
                        .map(check -> String.join(", ", check.missing()))
                        .orElse("");
            case "together" -> together(patient, zones);
            case "last" -> last(patient);
            case "why" -> why(patient, zones);
            case "thickness" -> thickness(patient, zones);
            case "least-age" -> String.valueOf(Circumstance.labelAge(patient));
            case "goal" ->
                patient.facts().wishes().goalDepth().map(Object::toString).orElse("no depth");
            default -> throw new IllegalStateException("rule " + rule.id() + " has a gap that nothing fills: " + name);
        };
    }

    /// Those of the indications that the rule speaks of, in these zones.
    private String indications(Case patient, List<ZoneId> zones) {
        var words = new LinkedHashSet<String>();
        for (var sought : patient.facts().indications()) {
            if (Concerned.isConcerned(rule.when(), patient, sought, zones)) {
                words.add(sought.indication().words());
            }
        }
        return String.join(" and ", words);
    }

    /// What is known though the law of the place is not.
    private static String known(Case patient) {
        String place = patient.facts().place().jurisdiction().orElse("");
        return patient.contents().laws().stream()
                .filter(law -> law.holdsOn(patient.on()))
                .map(Law::jurisdiction)
                .filter(whole ->
                        !whole.equals(place) && patient.contents().places().covers(whole, place))
                .findFirst()
                .map(whole -> ", only what holds in all of " + whole)
                .orElse("");
    }

    /// The zones to which the practitioner's scope goes.
    private static String scope(Case patient) {
        return patient.facts().wishes().scope().stream()
                .flatMap(scope -> scope.zones().stream())
                .map(ZoneId::words)
                .collect(Collectors.joining(", "));
    }

    /// What by itself forbids every depth, zone by zone.
    private static String forbidden(Case patient, List<ZoneId> zones) {
        var words = new LinkedHashSet<String>();
        for (var zone : zones) {
            if (patient.depthOrNull(zone) instanceof DepthRange.Empty empty) {
                empty.forbiddenBy()
                        .ifPresent(
                                by -> words.add(zone.words() + ": at most " + by.deepest() + " (" + by.name() + ")"));
            }
        }
        return String.join("; ", words);
    }

    private static String law(Case patient) {
        return patient.contents().depthLaws().stream()
                .filter(law -> law.holds(patient))
                .map(DepthLaw::says)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String beyond(Case patient, List<ZoneId> zones) {
        var words = new LinkedHashSet<String>();
        for (var zone : zones) {
            if (patient.depthOrNull(zone) instanceof DepthRange.Settable range) {
                words.add(zone.words() + ": " + range.chosen() + " is beyond " + range.beyond());
            }
        }
        return String.join("; ", words);
    }

    /// What each indication prefers by itself, and which of them binds.
    private static String together(Case patient, List<ZoneId> zones) {
        var words = new LinkedHashSet<String>();
        for (var zone : zones) {
            var alone = new LinkedHashMap<String, Depth>();
            for (var sought : patient.soughtIn(zone)) {
                patient.contents()
                        .treatment(sought.indication())
                        .schedule()
                        .ifPresent(schedule -> alone.put(sought.indication().words(), schedule.preferred()));
            }
            var least = alone.values().stream().min(Depth::compareTo).orElse(Depth.ZERO);
            String each = alone.entrySet().stream()
                    .map(one -> one.getKey() + " " + one.getValue())
                    .collect(Collectors.joining(", "));
            String binding = alone.entrySet().stream()
                    .filter(one -> one.getValue().equals(least))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(" and "));
            words.add(each + ", of which " + binding + ", the shallower, binds");
        }
        return String.join("; ", words);
    }

    private String last(Case patient) {
        return rule.pause()
                .map(wait -> patient.answer(wait.since()) instanceof Answer.Day(LocalDate date)
                        ? date.toString()
                        : "an unknown day")
                .orElse("");
    }

    private static String why(Case patient, List<ZoneId> zones) {
        var reasons = new LinkedHashSet<String>();
        for (var zone : zones) {
            switch (patient.depthOrNull(zone)) {
                case DepthRange.Empty(var reason, var _) -> reasons.add(reason);
                case DepthRange.Settable range ->
                    reasons.add(zone.words() + ": " + range.chosen() + ", bound by " + range.boundBy());
                case null -> {}
            }
        }
        return String.join("; ", reasons);
    }

    private static String thickness(Case patient, List<ZoneId> zones) {
        var layers = new LinkedHashSet<String>();
        for (var zone : zones) {
            patient.contents()
                    .zone(zone)
                    .thickness()
                    .ifPresent(skin -> layers.add(zone.words() + " "
                            + BigDecimal.valueOf(skin.meanMm(patient.sex())).setScale(2, RoundingMode.HALF_EVEN)
                            + " mm ("
                            + skin.method() + ", measured at the " + skin.site() + ")"));
        }
        return String.join("; ", layers);
    }
}
