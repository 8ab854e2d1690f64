package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.UnusableInput;

/// Every refusal of the check, each seen to refuse something that is deliberately broken.
class KnowledgeCheckTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    @Test
    void findsNothingWrongWithWhatWePublish() {
        assertThat(KNOWLEDGE.check().problems()).isEmpty();
        assertThat(KNOWLEDGE.check().overlay()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a number that rests on nothing
                "zones.yaml | design: \"thin skin over bone: mean 1.06 | note: \"thin skin over bone: mean 1.06 | zones.yaml.zones[0].cap.note: was a name that is not known here",
                "zones.yaml | maxMm: 2.5, bySignOff: false, sources: [k200044] | maxMm: 2.5, bySignOff: false | zones.yaml.zones[14].courses[0].design: was absent",
                "red-flags.yaml | answer: {withinMinutes: 60, design: \"an antiviral works early\", review: dermatologist} | answer: {withinMinutes: 60} | red-flags.yaml.red-flags[4].answer.design: was absent",
                "healing.yaml | fromDay: 0, toDay: 0, sources: [farber-2020] | fromDay: 0, toDay: 0 | healing.yaml.healing[0].design: was absent",
                "devices.yaml | minAge: 22, evaluatedMm: 2.5, sources: [k200044] | minAge: 22, evaluatedMm: 2.5 | devices.yaml.devices[2].clearances[0].design: was absent",
                // an identifier that nobody knows
                "zones.yaml | sources: [k200044] | sources: [k999999] | zones.yaml.zones[14].courses[0].sources[0]: was \"k999999\"",
                "rules/health.yaml | {fact: breastfeeding} | {fact: breast-feeding} | rules/health.yaml.rules[0].when.fact: was \"breast-feeding\"",
                "rules/indications.yaml | when: {indication: [cellulite]} | when: {indication: [celulite]} | rules/indications.yaml.rules[0].when.indication[0]: was \"celulite\"",
                "rules/indications.yaml | subtype: ice-pick} | subtype: icepick} | rules/indications.yaml.rules[9].when.subtype: was \"icepick\"",
                "law.yaml | sources: [health-canada-2021] | sources: [hearsay] | law.yaml.law[9].sources[0]: was \"hearsay\"",
                // a rule without its examples
                "rules/never.yaml | refusing: {age: 15},  | '' | rules/never.yaml.rules[6].examples.refusing: was absent",
                "rules/never.yaml | passing: {age: 18},  | '' | rules/never.yaml.rules[6].examples.passing: was absent",
                "rules/never.yaml | , unknown: {age: unknown} | '' | rules/never.yaml.rules[6].examples.unknown: was absent",
                // ranges that run backwards
                "healing.yaml | fromDay: 2, toDay: 7 | fromDay: 8, toDay: 7 | healing.yaml.healing[4].toDay: was 7",
                "red-flags.yaml | fromHours: 336, toHours: 2016 | fromHours: 2017, toHours: 2016 | red-flags.yaml.red-flags[8].window.toHours: was 2016",
                "indications.yaml | sessions: {chosen: 6, min: 3, max: 12 | sessions: {chosen: 6, min: 7, max: 12 | indications.yaml.indications[9].sessions.chosen: was 6",
                // what a file does not know
                "law.yaml | says: \"Many | said: \"Many | law.yaml.law[10].said: was a name that is not known here",
                "topicals.yaml | role: glide | role: glider | topicals.yaml.topicals[0].role: was \"glider\""
            })
    void refusesToReadWhatCannotStand(String file, String from, String to, String refusal) {
        assertThatThrownBy(() -> Broken.knowledge(file, from, to))
                .isInstanceOf(UnusableInput.class)
                .hasMessageStartingWith(refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a number that rests on nothing, or on what is only remembered
                "settings.yaml | , design: \"the glide of the published simulations; nobody measured what hands do\" | '' | settings.glide.mmPerS: a number without sources and without a reason",
                "sources.yaml | read: seen, where: \"https://www.pubmed.ncbi.nlm.nih.gov/31985622/\" | read: recall, where: \"x\" | indications.surgical-scar.assessAtDays: rests on nothing but what is remembered",
                // an identifier that nobody knows
                "rules/medicines.yaml | {anaesthetic: [pliaglis]} | {anaesthetic: [pliagli]} | rules.tetracaine-contraindicated.when: \"pliagli\" is the identifier of no anaesthetic",
                "rules/law.yaml | {not: {since: 2027-09-06}} | {since: 2028-01-01}, {not: {since: 2027-09-06}} | rules.law-scotland-licence.when: can never hold",
                "rules/law.yaml | {all: [{jurisdiction: GB-ENG}, | {all: [{jurisdiction: GB-EN}, | rules.law-england.when: \"GB-EN\" is the identifier of no jurisdiction of the law",
                "devices.yaml | subtypes: [hypertrophic] | subtypes: [raised] | devices.skinstylus.clearances: \"raised\" is the identifier of no subtype of surgical-scar",
                // a rule that can never fire
                "rules/zone-findings.yaml | when: {fact: keloid-history} | when: {all: [{fact: keloid-history}, {not: {fact: keloid-history}}]} | rules.keloid-history.when: can never hold",
                "rules/zone-findings.yaml | when: {fact: keloid-history} | when: {all: [{fact: age, atMost: 30}, {fact: age, atLeast: 31}]} | rules.keloid-history.when: can never hold",
                "rules/zone-findings.yaml | when: {fact: keloid-history} | when: {all: [{fact: diabetes, is: none}, {fact: diabetes, in: [controlled, uncontrolled]}]} | rules.keloid-history.when: can never hold",
                "rules/zone-findings.yaml | when: {fact: keloid-history} | when: {all: [{setting: home}, {setting: clinic}]} | rules.keloid-history.when: can never hold",
                "rules/zone-findings.yaml | when: {fact: keloid-history} | when: {all: [{fact: filler.last, withinDays: 7}, {not: {fact: filler.last, withinMonths: 1}}]} | rules.keloid-history.when: can never hold",
                "rules/zone-findings.yaml | when: {fact: keloid-history} | when: {all: [{indication: [hair]}, {not: {indication: [hair, oil]}}]} | rules.keloid-history.when: can never hold",
                // a rule in the shadow of another
                "rules/zone-findings.yaml | when: {fact: keloid-history} | when: {all: [{fact: pregnant}, {zone: [face]}]} | rules.keloid-history.when: shadowed by pregnant",
                "rules/zone-findings.yaml | when: {fact: keloid-history} | when: {fact: fitzpatrick, is: 6, atLeast: 5} | rules.keloid-history.when: shadowed by darker-skin",
                "rules/waits.yaml | wait: {fact: waxing.last, withinDays: 7} | wait: {fact: filler.last, withinDays: 7} | rules.waxing.when: shadowed by filler",
                // ranges that overlap
                "rules/zone-findings.yaml | when: {fact: keloid-history} | when: {fact: fitzpatrick, atLeast: 6} | rules.keloid-history.when: overlaps darker-skin",
                "scales.yaml | {from: 19, to: 30, says: moderate} | {from: 18, to: 30, says: moderate} | scales.gags.bands: mild overlaps moderate",
                "scales.yaml | {from: 39, to: 44 | {from: 39, to: 45 | scales.gags.bands: very severe lies outside the total",
                "scales.yaml | {score: 3, says: \"Moderate; more | {score: 2, says: \"Moderate; more | scales.iga-acne.grades: two for 2",
                "scales.yaml | min: 0, max: 5} | min: 0, max: 4} | scales.vancouver.total: the items add up to 0 to 12",
                "healing.yaml | depth: {minMm: 0.8, maxMm: 1.5} | depth: {minMm: 0.5, maxMm: 1.5} | healing.downtime-medium.depth: overlaps downtime-shallow",
                // an example that does not hold
                "rules/never.yaml | refusing: {age: 15} | refusing: {age: 19} | rules.minor.examples.refusing: does not give refuse but nothing",
                "rules/never.yaml | passing: {age: 18} | passing: {age: 17} | rules.minor.examples.passing: gives refuse",
                "rules/never.yaml | unknown: {age: unknown} | unknown: {age: 40} | rules.minor.examples.unknown: gives nothing",
                "rules/never.yaml | unknown: {age: unknown} | unknown: impossible | rules.minor.examples.unknown: is possible",
                "rules/waits.yaml | until: 2026-11-21\\n      passing: {facts: {sunburn | until: 2026-11-22\\n      passing: {facts: {sunburn | rules.sunburn.examples.until: gives 2026-11-21",
                // a rule that an overlay could loosen and must not
                "rules/never.yaml | \\n    floor: the label forbids it and nobody studied it | '' | rules.pregnant: nobody may set it aside, and it has no floor",
                "rules/never.yaml | \\n    floor: no cleared use begins before 22 years, and one law makes it an offence before 18 | '' | rules.minor: it refuses by age, and has no floor",
                "rules/law.yaml | overridable: clinician\\n    floor: the law of a country | overridable: clinician | rules.law-scotland-depth: it speaks for the law of a place, and has no floor",
                "rules/law.yaml | kind: note\\n    overridable: clinician | kind: note\\n    floor: none\\n    overridable: clinician | rules.law-not-applied.floor: a note has nothing that could be loosened",
                // a decision of ours that refuses and that nobody is asked to review
                "rules/waits.yaml | \\n    review: dermatologist | '' | rules.recent-vaccination: a defer by design names nobody in review",
                "rules/indications.yaml | \\n    review: dermatologist | '' | rules.cellulite: a refuse by design names nobody in review",
                "rules/zone-findings.yaml | \\n    review: dermatologist | '' | rules.unexplained-striae: a sign-off by design names nobody in review",
                "zones.yaml | , review: dermatologist | '' | zones.nose.cap: a number by design that a refusing rule measures by names nobody in review",
                "devices.yaml | , review: device specialist | '' | devices.generic-pen.evaluated: a number by design that a refusing rule measures by names nobody in review",
                "settings.yaml | \\n    review: dermatologist | '' | settings.home-cap: a number by design that a refusing rule measures by names nobody in review"
            })
    void findsWhatIsWrong(String file, String from, String to, String problem) {
        var check = Broken.knowledge(file, from.replace("\\n", "\n"), to.replace("\\n", "\n"))
                .check();
        assertThat(check.problems()).anyMatch(line -> line.startsWith(problem));
    }

    /// Which is why the conditions that screening decides by are asked as well as those that were read.
    @Test
    void tellsAConditionThatImpliesAnotherFromOneThatDoesNot() {
        var young = Documents.read("{fact: age, atMost: 17}");
        var younger = Documents.read("{all: [{fact: age, atMost: 12}, {setting: home}]}");
        assertThat(Situations.implies(younger, young)).isTrue();
        assertThat(Situations.implies(young, younger)).isFalse();
        assertThat(Situations.implies(
                        Documents.read("{jurisdiction: US-CA}"), Documents.read("{jurisdiction: [US, GB]}")))
                .isTrue();
        assertThat(Situations.implies(Documents.read("{jurisdiction: US}"), Documents.read("{jurisdiction: US-CA}")))
                .isFalse();
        assertThat(Situations.implies(
                        Documents.read("{indication: hair, subtype: other}"), Documents.read("{indication: [hair]}")))
                .isTrue();
    }

    @Test
    void countsANumberWithSourcesAndADecisionAsADecision() {
        var none = new KnowledgeCheck.Numbers(0, 0);
        var before = KNOWLEDGE.numbers().getOrDefault("healing", none);
        var after = Broken.knowledge(
                        "healing.yaml", "fromDay: 0, toDay: 0, sources", "fromDay: 0, toDay: 0, design: ours, sources")
                .numbers()
                .getOrDefault("healing", none);
        assertThat(after.sourced()).isEqualTo(before.sourced() - 2);
        assertThat(after.design()).isEqualTo(before.design() + 2);
    }

    @Test
    void addsUpTheNumbersOfAllFiles() {
        var check = KNOWLEDGE.check();
        int all = check.numbers().values().stream()
                .mapToInt(one -> one.sourced() + one.design())
                .sum();
        assertThat(check.total().sourced() + check.total().design()).isEqualTo(all);
        assertThat(new KnowledgeCheck.Numbers(2, 1).sourcedPercent()).isEqualTo(66);
        assertThat(new KnowledgeCheck.Numbers(0, 0).sourcedPercent()).isEqualTo(100);
    }
}
