package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.stipple.protocol.document.UnusableInput;

class KnowledgeTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    @Test
    void holdsWhatEveryRuleShowsByItsExamples() {
        var check = KNOWLEDGE.check();
        assertThat(check.problems()).isEmpty();
        assertThat(check.rules()).isGreaterThan(60);
        assertThat(check.examples()).isGreaterThan(150);
    }

    @Test
    void hasARuleForEveryFact() {
        assertThat(KNOWLEDGE.contents().rules()).noneMatch(rule -> rule.id().startsWith("no-rule-for-"));
    }

    @Test
    void asksInTheOrderOfTheFacts() {
        assertThat(KNOWLEDGE.questions())
                .extracting(Question::fact)
                .containsExactlyElementsOf(Arrays.asList(Fact.values()));
    }

    /// What the same-day recheck of practice names (products 4.2) and what a rule waits for is asked by itself.
    @Test
    void whatASingleDayCanChangeIsAskedOneByOneBeforeEachSession() {
        assertThat(KNOWLEDGE.questions())
                .filteredOn(question -> question.again() == AskAgain.ONE_BY_ONE)
                .extracting(Question::fact)
                .contains(
                        Fact.PREGNANT,
                        Fact.ISOTRETINOIN_CURRENT,
                        Fact.ISOTRETINOIN_STOPPED,
                        Fact.ANTICOAGULANT,
                        Fact.ACTIVE_ACNE,
                        Fact.ACTIVE_INFECTION,
                        Fact.HERPES_ACTIVE,
                        Fact.SYSTEMIC_ILLNESS,
                        Fact.OPEN_WOUND,
                        Fact.IMMUNOSUPPRESSED,
                        Fact.SUNBURN,
                        Fact.SURGERY,
                        Fact.LASER,
                        Fact.NON_STERILE_TOPICAL_PLANNED)
                .hasSizeGreaterThan(25);
    }

    @Test
    void onlyAPlainYesLasts() {
        assertThat(KNOWLEDGE.questions())
                .filteredOn(Question::lasting)
                .isNotEmpty()
                .allMatch(question -> question.again() == AskAgain.WITH_WHAT_IS_NEW)
                .extracting(question -> question.fact().shape())
                .containsOnly(Fact.Shape.FLAG, Fact.Shape.ZONES);
    }

    @Test
    void asksAboutTheZonesWhereTheWordingSaysThere() {
        assertThat(KNOWLEDGE.questions())
                .filteredOn(question -> question.wording().matches(".*\\b(there|where you want)\\b.*"))
                .hasSizeGreaterThan(14)
                .allMatch(question -> question.fact().isAboutZones());
        assertThat(Fact.values())
                .filteredOn(fact -> fact.path().contains("-in-zone"))
                .allMatch(Fact::isAboutZones);
        assertThat(Fact.values())
                .filteredOn(fact -> fact.isAboutZones() && fact != Fact.PREVIOUS_NEEDLING_ZONES)
                .allMatch(fact ->
                        KNOWLEDGE.contents().question(fact).wording().matches(".*\\b(there|where you want)\\b.*"));
    }

    @Test
    void asksForPremisesWhereTheLawLooksAtThem() {
        assertThat(KNOWLEDGE.asksForPremises("GB-SCT")).isTrue();
        assertThat(KNOWLEDGE.asksForPremises("GB-ENG")).isFalse();
        assertThat(KNOWLEDGE.asksForPremises("US-CA")).isFalse();
    }

    @Test
    void namesTheAnaestheticsWhoseLimitsAreKnown() {
        assertThat(KNOWLEDGE.anaesthetics()).containsKeys("emla", "lmx4", "pliaglis");
    }

    @Test
    void signsAnAnswerThatNoRuleLooksAt() {
        var fewer = Knowledge.load(name -> name.equals("index.yaml")
                ? Knowledge.resource(name).replace("  - rules/products.yaml\n", "")
                : Knowledge.resource(name));
        var facts = Cases.clear().with(Fact.NON_STERILE_TOPICAL_PLANNED, new Answer.Flag(true));
        assertThat(fewer.screen(facts, Cases.ON).verdict()).isEqualTo(Verdict.SIGN_OFF);
        assertThat(fewer.screen(facts.without(Fact.NON_STERILE_TOPICAL_PLANNED), Cases.ON)
                        .ask())
                .containsExactly(Fact.NON_STERILE_TOPICAL_PLANNED);
    }

    @Test
    void changesItsHashWithAnyCharacter() {
        var other = Knowledge.load(name -> Knowledge.resource(name) + (name.equals("zones.yaml") ? "# \n" : ""));
        assertThat(other.release().hash()).startsWith("sha256:").hasSize(71);
        assertThat(other.release().hash()).isNotEqualTo(KNOWLEDGE.release().hash());
        assertThat(Knowledge.builtIn().release()).isEqualTo(KNOWLEDGE.release());
    }

    @Test
    void findsANumberThatRestsOnNothing() {
        var check = changed(
                        "settings.yaml",
                        ", design: \"the glide of the published simulations; nobody measured what hands do\"",
                        "")
                .check();
        assertThat(check.problems()).anyMatch(line -> line.startsWith("settings.glide.mmPerS"));
    }

    @Test
    void findsAnExampleThatDoesNotHold() {
        var check = changed("rules/never.yaml", "refusing: {age: 15}", "refusing: {age: 19}")
                .check();
        assertThat(check.problems()).anyMatch(line -> line.startsWith("rules.minor.examples.refusing"));
    }

    @Test
    void refusesASourceThatNobodyKnows() {
        assertThatThrownBy(() -> changed("rules/never.yaml", "[fda-rf-2025]", "[hearsay]"))
                .isInstanceOf(UnusableInput.class)
                .hasMessageStartingWith("rules/never.yaml.rules[0].sources[0]: was \"hearsay\"");
    }

    @Test
    void findsTwoEntriesThatAnswerTheSameQuestion() {
        var courses = changed(
                "zones.yaml",
                "- {indications: [wrinkles], clearedOnly: true",
                "- {indications: [wrinkles, oil], clearedOnly: false, maxMm: 1.0, bySignOff: true, design: x}\n"
                        + "      - {indications: [wrinkles], clearedOnly: true");
        assertThat(courses.check().problems()).contains("zones.neck.courses: two for the same indication");
        var clearances = changed(
                "devices.yaml",
                "- {indications: [acne-scars], zones: [face], minAge: 22, sources: [k243800]}",
                "- {indications: [acne-scars], zones: [face], minAge: 22, sources: [k243800]}\n"
                        + "      - {indications: [acne-scars], zones: [nose], minAge: 18, sources: [k243800]}");
        assertThat(clearances.check().problems())
                .contains("devices.pro-pen.clearances: two for the same indication in the same zone");
        assertThat(changed("anaesthetics.yaml", "place: EU, gramsPer10Cm2: 1.5", "place: GB, gramsPer10Cm2: 1.5")
                        .check()
                        .problems())
                .contains("anaesthetics.emla.labels: two for GB");
        assertThat(changed("rules/zone-findings.yaml", "{fact: keloid-history}", "{fact: pih-history}")
                        .check()
                        .problems())
                .contains("rules.keloid-history.when: the same as of pih-history");
        assertThat(changed("law.yaml", "jurisdiction: US-NC", "jurisdiction: US-AZ")
                        .check()
                        .problems())
                .contains(
                        "law.north-carolina-estheticians.depth: for the same place and people as arizona-estheticians");
    }

    @Test
    void findsRulesWhoseNumbersOverlap() {
        var check = changed(
                        "rules/zone-findings.yaml",
                        "when: {fact: keloid-history}",
                        "when: {fact: fitzpatrick, atLeast: 6}")
                .check();
        assertThat(check.problems()).contains("rules.keloid-history.when: overlaps darker-skin");
    }

    /// What can never hold has no example in which it does.
    @Test
    void findsARuleThatIsNeverReached() {
        var check = changed(
                        "rules/zone-findings.yaml",
                        "when: {fact: keloid-history}",
                        "when: {all: [{fact: keloid-history}, {not: {fact: keloid-history}}]}")
                .check();
        assertThat(check.problems()).anyMatch(line -> line.startsWith("rules.keloid-history.examples.refusing"));
    }

    @Test
    void refusesAReasonThatNothingFills() {
        assertThatThrownBy(() -> changed("rules/devices.yaml", "{device} is not cleared", "{devise} is not cleared"))
                .isInstanceOf(UnusableInput.class)
                .hasMessageStartingWith("rules/devices.yaml.rules[0].reason: ");
    }

    private static Knowledge changed(String file, String from, String to) {
        return Knowledge.load(name -> {
            String text = Knowledge.resource(name);
            if (name.equals(file)) {
                assertThat(text).contains(from);
                return text.replace(from, to);
            }
            return text;
        });
    }
}
