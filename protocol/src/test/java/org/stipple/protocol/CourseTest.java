package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.ZoneId;

class CourseTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    private static Course plan(String yaml) {
        return KNOWLEDGE.plan(Cases.changed(yaml), Cases.ON);
    }

    private static String depths(Course course) {
        var words = new StringBuilder();
        for (var zone : course.zones()) {
            switch (zone) {
                case ZonePlan.Refused refused -> words.append(refused.id()).append(" refused; ");
                case ZonePlan.Planned planned ->
                    words.append("%s %s (%s to %s) %s; "
                            .formatted(
                                    planned.id(),
                                    planned.depth().chosen(),
                                    planned.depth().min(),
                                    planned.depth().max(),
                                    planned.depth().boundBy()));
            }
        }
        return words.toString().strip();
    }

    @Test
    void plansTheClearedCourseOfAcneScarsOnTheCheek() {
        var course = plan("{zones: [cheek-left, cheek-right]}");
        assertThat(course.screening().findings()).extracting(Finding::rule).containsExactly("depth-beyond-skin");
        assertThat(course.screening().verdict()).isEqualTo(Verdict.CAUTION);
        assertThat(depths(course))
                .isEqualTo("cheek-left 1.5 mm (0.5 mm to 1.5 mm) zone; cheek-right 1.5 mm (0.5 mm to 1.5 mm) zone;");
        var schedule = course.schedule().orElseThrow();
        assertThat(schedule.sessions().chosen()).isEqualTo(3);
        assertThat(schedule.intervalDays()).isEqualTo(new CourseSchedule.Choice(30, 28, 42));
        assertThat(schedule.assessAtDays()).containsExactly(90, 180);
        assertThat(course.earliestStart()).contains(Cases.ON);
        assertThat(course.planned()).allMatch(zone -> zone.offLabel().isEmpty());
        assertThat(course.planned().getFirst().checks())
                .filteredOn(check -> !check.passed())
                .extracting(ZonePlan.Check::check)
                .containsExactly("skin-thickness");
    }

    /// The other courses that a regulator cleared, on their devices.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exceed | wrinkles | [cheek-left] | 4 | cheek-left 1 mm (0.3 mm to 1.5 mm) zone;",
                "exceed | wrinkles | [periorbital-left] | 4 | periorbital-left 0.5 mm (0.3 mm to 0.5 mm) zone;",
                "rejuvapen-nxt | wrinkles | [periorbital-right] | 4 | periorbital-right 0.5 mm (0.25 mm to 0.5 mm) zone;",
                "skinpen-precision | wrinkles | [neck] | 4 | neck 1 mm (0.25 mm to 2.5 mm) indication;",
                "skinstylus | '{id: surgical-scar, subtype: hypertrophic}' | [abdomen] | 3 | abdomen 1.5 mm (0.5 mm to 2.5 mm) indication;"
            })
    void plansTheClearedCourses(String device, String indication, String zones, int sessions, String depths) {
        var course = plan("{device: %s, indications: [%s], zones: %s}".formatted(device, indication, zones));
        assertThat(course.screening().verdict()).isEqualTo(Verdict.PROCEED);
        assertThat(depths(course)).isEqualTo(depths);
        assertThat(course.schedule().orElseThrow().sessions().chosen()).isEqualTo(sessions);
        assertThat(course.planned()).allMatch(zone -> zone.offLabel().isEmpty());
    }

    @Test
    void goesDeeperOnlyForAGoalAndWithASignature() {
        var neck = "{indications: [wrinkles], zones: [neck], goal: {depthMm: 2.0}}";
        assertThat(depths(plan(neck))).startsWith("neck 2 mm (0.25 mm to 2.5 mm)");
        assertThat(plan(neck).screening().verdict()).isEqualTo(Verdict.SIGN_OFF);
        var abdomen =
                "{device: skinstylus, indications: [{id: surgical-scar, subtype: hypertrophic}], zones: [abdomen], goal: {depthMm: 2.5}}";
        assertThat(depths(plan(abdomen))).startsWith("abdomen 2.5 mm");
        assertThat(plan(abdomen).screening().verdict()).isEqualTo(Verdict.PROCEED);
    }

    @Test
    void plansAGoalBeyondTheLimitsAtTheNearestSettingAndSaysSo() {
        var course = plan("{zones: [cheek-left, nose], goal: {depthMm: 3.0}}");
        assertThat(depths(course))
                .isEqualTo("cheek-left 1.5 mm (0.5 mm to 1.5 mm) zone; nose 0.75 mm (0.5 mm to 0.75 mm) zone;");
        assertThat(course.planned())
                .allSatisfy(zone -> assertThat(zone.checks())
                        .anyMatch(check -> check.check().equals("goal-not-met")
                                && !check.passed()
                                && check.asked().orElseThrow().doubleValue() == 3.0));
        assertThat(depths(plan("{zones: [cheek-left], goal: {depthMm: 0.25}}")))
                .isEqualTo("cheek-left 0.5 mm (0.5 mm to 1.5 mm) indication;");
        assertThat(depths(plan("{zones: [cheek-left], goal: {depthMm: 1.1}}")))
                .isEqualTo("cheek-left 1 mm (0.5 mm to 1.5 mm) device;");
    }

    @Test
    void keepsToTheScopeOfThePractitioner() {
        assertThat(depths(plan("{limits: {depthMm: 0.6}}")))
                .isEqualTo("cheek-left 0.5 mm (0.5 mm to 0.5 mm) scope; nose 0.5 mm (0.5 mm to 0.5 mm) scope;");
        assertThat(depths(plan("{limits: {depthMm: 0.6, zones: [nose]}}")))
                .isEqualTo("cheek-left refused; nose 0.5 mm (0.5 mm to 0.5 mm) scope;");
    }

    @Test
    void keepsToTheLaw() {
        assertThat(depths(plan("{jurisdiction: CH-ZH, operator: aesthetician, indications: [wrinkles]}")))
                .isEqualTo("cheek-left 0.5 mm (0.25 mm to 0.5 mm) law; nose 0.5 mm (0.25 mm to 0.5 mm) law;");
        assertThat(depths(plan("{jurisdiction: GB-SCT, zones: [cheek-left]}")))
                .isEqualTo("cheek-left 1.25 mm (0.5 mm to 1.5 mm) law;");
        assertThat(depths(plan("{jurisdiction: GB-SCT, premises: permitted, zones: [cheek-left]}")))
                .isEqualTo("cheek-left 1.5 mm (0.5 mm to 1.5 mm) zone;");
        assertThat(plan("{jurisdiction: GB-SCT, zones: [cheek-left], goal: {depthMm: 1.5}}")
                        .screening()
                        .verdict())
                .isEqualTo(Verdict.SIGN_OFF);
    }

    @Test
    void plansFixedNeedlesAtTheirLengthOrNotAtAll() {
        assertThat(depths(plan("{device: dermaroller-mf8}")))
                .isEqualTo("cheek-left 1.5 mm (1.5 mm to 1.5 mm) zone; nose refused;");
    }

    @Test
    void plansAClearCaseAtHome() {
        var course = plan("{setting: home, operator: self, device: home-roller, indications: [texture]}");
        assertThat(course.screening().verdict()).isEqualTo(Verdict.PROCEED);
        assertThat(course.planned())
                .hasSize(2)
                .allMatch(zone -> zone.depth().max().micrometres() <= 300);
        assertThat(course.schedule().orElseThrow().intervalDays().min()).isEqualTo(14);
        assertThat(course.disagreements()).extracting(Disagreement::id).contains("home-depth", "home-at-all");
    }

    @Test
    void startsWhenTheWaitsOfThePlannedZonesAreOver() {
        assertThat(plan("{facts: {peel: {last: 2026-11-10}}}").earliestStart()).contains(LocalDate.of(2026, 12, 10));
        var inflamed = plan("{facts: {peel: {last: 2026-11-10}, active-acne-in-zone: [nose]}}");
        assertThat(inflamed.earliestStart()).isEmpty();
        assertThat(inflamed.planned()).hasSize(2);
        assertThat(plan("{facts: {active-acne-in-zone: false, tattoo-in-zone: [nose]}}")
                        .earliestStart())
                .contains(Cases.ON);
    }

    /// The contract has no exception: while anything is open-ended, also where nothing is planned, the course
    /// stands without dates.
    @Test
    void standsWithoutDatesWhileAnythingIsOpenEnded() {
        for (String tattoo : List.of("[cheek-left]", "false")) {
            var course = plan(
                    "{zones: [cheek-left, cheek-right], facts: {active-acne-in-zone: [cheek-left], tattoo-in-zone: %s}}"
                            .formatted(tattoo));
            assertThat(course.screening().openEnded()).containsExactly("active-acne");
            assertThat(course.planned()).extracting(ZonePlan.Planned::id).contains(ZoneId.CHEEK_RIGHT);
            assertThat(course.earliestStart()).isEmpty();
        }
    }

    @Test
    void namesEveryZoneOrNone() {
        var one = plan("{facts: {open-wound-in-zone: [nose]}}");
        assertThat(one.zones()).extracting(ZonePlan::id).containsExactly(ZoneId.CHEEK_LEFT, ZoneId.NOSE);
        assertThat(one.zones().getLast())
                .isInstanceOfSatisfying(
                        ZonePlan.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("open-wound: "));
        var none = plan("{facts: {pregnant: null}}");
        assertThat(none.zones()).isEmpty();
        assertThat(none.schedule()).isEmpty();
        assertThat(none.earliestStart()).isEmpty();
        assertThat(plan("{device: rf-any}").zones()).isEmpty();
    }

    @Test
    void saysThatIndicationsDoNotFitTogether() {
        var course = plan("{indications: [acne-scars, oil], limits: {depthMm: 0.4}}");
        assertThat(course.zones()).isEmpty();
        assertThat(course.screening().findings().getFirst().reason()).contains("at least 0.5 mm (indication)");
    }

    @Test
    void checksTheAnaestheticAgainstItsLabel() {
        assertThat(anaesthetic("US", "emla, grams: 10, areaCm2: 100, minutes: 120"))
                .startsWith("{\"product\":\"emla\",\"label\":[\"US, major dermal procedures\"],\"passed\":true");
        assertThat(anaesthetic("US", "emla, grams: 30, areaCm2: 100, minutes: 120"))
                .contains("\"check\":\"grams-for-area\",\"passed\":false,\"limit\":20,\"given\":30");
        assertThat(anaesthetic("GB-SCT", "emla, grams: 18, areaCm2: 100, minutes: 60"))
                .contains("\"check\":\"grams-for-area\",\"passed\":false,\"limit\":15,\"given\":18");
        assertThat(anaesthetic("GB-SCT", "emla, grams: 12, areaCm2: 100, minutes: 30"))
                .contains("\"check\":\"min-minutes\",\"passed\":false,\"limit\":60,\"given\":30");
        assertThat(anaesthetic("CH-ZH", "pliaglis, grams: 60, areaCm2: 400")).contains("\"passed\":false");
        assertThatThrownBy(() -> anaesthetic("US", "cocaine"))
                .isInstanceOf(UnusableInput.class)
                .hasMessageStartingWith("anaesthetic.product: was \"cocaine\"");
    }

    /// The label of the US has two regimes, and the area says which of them holds.
    @Test
    void checksTheRegimeThatAppliesAndNamesIt() {
        assertThat(anaesthetic("US", "emla, grams: 2.5, areaCm2: 20, minutes: 60"))
                .startsWith("{\"product\":\"emla\",\"label\":[\"US, minor dermal procedures\"],\"passed\":true");
        assertThat(anaesthetic("US", "emla, grams: 4, areaCm2: 20, minutes: 60"))
                .contains("\"check\":\"max-grams\",\"passed\":false,\"limit\":2.5,\"given\":4");
        assertThat(anaesthetic("US", "emla, grams: 5, areaCm2: 30, minutes: 60"))
                .startsWith("{\"product\":\"emla\",\"label\":[\"US, major dermal procedures\"],\"passed\":false")
                .contains("\"check\":\"min-minutes\",\"passed\":false,\"limit\":120,\"given\":60");
        assertThat(anaesthetic("US", "emla, grams: 2, minutes: 60"))
                .contains("\"label\":[\"US, minor dermal procedures\",\"US, major dermal procedures\"]");
    }

    @Test
    void neverPassesWhatWasNotStated() {
        for (String part : List.of("emla", "emla, grams: 1", "emla, grams: 1, areaCm2: 20", "lmx4, minutes: 40")) {
            assertThat(anaesthetic("US", part)).contains("\"passed\":null,\"missing\":[");
            var screening = plan("{zones: [nose], anaesthetic: {product: " + part + "}}")
                    .screening();
            assertThat(screening.verdict()).isEqualTo(Verdict.CAUTION);
            assertThat(screening.findings()).extracting(Finding::rule).containsExactly("anaesthetic-unchecked");
        }
        assertThat(anaesthetic("US", "emla, minutes: 60")).contains("\"missing\":[\"grams\",\"areaCm2\"]");
    }

    /// A label that is silent about a limit permits nothing.
    @Test
    void borrowsALimitFromAnotherLabelWhereTheOneOfThePlaceIsSilent() {
        assertThat(anaesthetic("US", "emla, grams: 100, areaCm2: 700, minutes: 600"))
                .contains("\"check\":\"max-grams\",\"passed\":false,\"limit\":60")
                .contains("\"check\":\"max-area\",\"passed\":false,\"limit\":600")
                .contains("\"check\":\"max-minutes\",\"passed\":false,\"limit\":300");
        assertThat(anaesthetic("US", "lmx4, grams: 60, areaCm2: 300, minutes: 40"))
                .contains("\"check\":\"max-area\",\"passed\":false,\"limit\":200");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anaesthetic.grams | grams: 500",
                "anaesthetic.grams | grams: 0",
                "anaesthetic.areaCm2 | areaCm2: 5000",
                "anaesthetic.minutes | minutes: 900",
                "anaesthetic.minutes | minutes: 0"
            })
    void refusesWhatNoLabelComesNear(String path, String amount) {
        assertThatThrownBy(() -> anaesthetic("US", "lmx4, " + amount))
                .isInstanceOfSatisfying(
                        UnusableInput.class,
                        refused -> assertThat(refused.path()).isEqualTo(path));
    }

    /// What the label of a cream says decides like anything else.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{anaesthetic: {product: emla, grams: 30, areaCm2: 100, minutes: 120}} | refuse | anaesthetic-too-much",
                "{anaesthetic: {product: emla, grams: 10, areaCm2: 100, minutes: 60}} | caution | anaesthetic-too-short",
                "{facts: {dermatosis-in-zone: eczema}, anaesthetic: {product: emla, grams: 9, areaCm2: 90, minutes: 60}} | refuse | anaesthetic-too-much",
                "{facts: {dermatosis-in-zone: null}, anaesthetic: {product: emla, grams: 9, areaCm2: 90, minutes: 130}} | unknown | anaesthetic-too-much",
                "{jurisdiction: EU, operator: aesthetician, anaesthetic: {product: pliaglis, grams: 2, areaCm2: 20, minutes: 40}} | refuse | anaesthetic-on-the-face",
                "{jurisdiction: EU, operator: null, anaesthetic: {product: pliaglis, grams: 2, areaCm2: 20, minutes: 40}} | sign-off | anaesthetic-on-the-face-by-whom",
                "{zones: [periorbital-left], indications: [wrinkles], device: exceed, anaesthetic: {product: emla, grams: 0.5, areaCm2: 5, minutes: 60}} | sign-off | anaesthetic-near-the-eye",
                "{setting: home, operator: self, device: home-roller, indications: [texture], anaesthetic: {product: lmx4, grams: 2, areaCm2: 20, minutes: 40}} | refuse | anaesthetic-at-home"
            })
    void decidesByTheLabelOfTheAnaesthetic(String change, String verdict, String rule) {
        var screening = KNOWLEDGE.screen(Cases.changed(change), Cases.ON);
        assertThat(screening.verdict()).hasToString(verdict);
        assertThat(screening.findings()).anyMatch(finding -> finding.rule().equals(rule));
    }

    private static String anaesthetic(String place, String use) {
        var course = plan("{jurisdiction: %s, anaesthetic: {product: %s}}".formatted(place, use));
        return Documents.json(((org.stipple.protocol.document.Document.Mapping) course.anaesthetic())
                .fields()
                .getOrDefault("check", org.stipple.protocol.document.Document.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{facts: {pregnant: null}}",
                "{facts: {open-wound-in-zone: [nose], peel: {last: 2026-11-10}}}",
                "{goal: {depthMm: 3, densityPerCm2: 250}, anaesthetic: {product: emla, grams: 10}}",
                "{setting: home, device: home-roller, indications: [texture]}"
            })
    void readsBackWhatItWrote(String yaml) {
        var course = plan(yaml);
        assertThat(Course.read(Documents.read(Documents.json(course.toDocument()))))
                .isEqualTo(course);
    }

    @Test
    void neverExceedsALimit() {
        var cases = new RandomCases(23);
        int planned = 0;
        for (int i = 0; i < 3_000; i++) {
            var facts = cases.any();
            for (var fact : Fact.values()) {
                if (facts.answer(fact).isEmpty()) {
                    facts = facts.with(fact, cases.harmless(fact));
                }
            }
            var course = KNOWLEDGE.planWithoutDose(facts, Cases.ON);
            for (var zone : course.planned()) {
                planned++;
                assertThat(exceeded(facts, zone)).isEmpty();
            }
            assertThat(
                            course.zones().isEmpty()
                                    ? facts.zones()
                                    : course.zones().stream().map(ZonePlan::id).toList())
                    .isEqualTo(facts.zones());
        }
        assertThat(planned).isGreaterThan(300);
    }

    /// The limits as they stand in the knowledge, looked at one by one.
    private static List<String> exceeded(PatientFacts facts, ZonePlan.Planned plan) {
        var device = KNOWLEDGE.device(facts.device()).orElseThrow();
        int max = plan.depth().max().micrometres();
        var exceeded = new java.util.ArrayList<String>();
        if (!device.settings().contains(plan.depth().chosen())
                || max > device.deepest().micrometres()) {
            exceeded.add("device");
        }
        if (plan.depth().min().compareTo(plan.depth().chosen()) > 0
                || plan.depth().chosen().compareTo(plan.depth().max()) > 0) {
            exceeded.add("order");
        }
        var zone = KNOWLEDGE.zone(plan.id());
        int cap = zone.cap().orElseThrow().micrometres();
        for (var course : zone.courses()) {
            cap = Math.max(cap, course.cap().micrometres());
        }
        if (max > cap) {
            exceeded.add("zone");
        }
        if (facts.setting() == Setting.HOME && max > 300) {
            exceeded.add("home");
        }
        facts.wishes()
                .scope()
                .filter(scope ->
                        !scope.covers(plan.id()) || max > scope.deepest().micrometres())
                .ifPresent(_ -> exceeded.add("scope"));
        boolean inZurich = facts.place().jurisdiction().filter("CH-ZH"::equals).isPresent()
                && facts.place()
                        .operator()
                        .filter(Operator.AESTHETICIAN::equals)
                        .isPresent();
        if (inZurich && max > 500) {
            exceeded.add("law");
        }
        return exceeded;
    }

    @Test
    void checksTheMinutesOnEczema() {
        var eczema = "{facts: {dermatosis-in-zone: %s}, jurisdiction: %s, anaesthetic: {product: emla, minutes: %d}}";
        assertThat(Documents.json(plan(eczema.formatted("eczema", "GB", 31)).anaesthetic()))
                .contains("{\"check\":\"max-minutes-on-eczema\",\"passed\":false,\"limit\":30,\"given\":31}");
        assertThat(Documents.json(plan(eczema.formatted("eczema", "GB", 30)).anaesthetic()))
                .contains("{\"check\":\"max-minutes-on-eczema\",\"passed\":true,\"limit\":30,\"given\":30}")
                .contains("{\"check\":\"min-minutes-on-eczema\",\"passed\":true,\"limit\":15,\"given\":30}")
                .doesNotContain("\"min-minutes\"");
        assertThat(Documents.json(plan(eczema.formatted("none", "GB", 31)).anaesthetic()))
                .contains("{\"check\":\"min-minutes\",\"passed\":false,\"limit\":60,\"given\":31}");
    }

    /// The label of the US says nothing of eczema, which permits nothing; and unanswered is not no.
    @Test
    void keepsToTheMinutesOnEczemaWhereTheLabelIsSilentOrTheAnswerOpen() {
        var us = "{facts: {dermatosis-in-zone: %s}, anaesthetic: {product: emla, minutes: 120}}";
        assertThat(Documents.json(plan(us.formatted("eczema")).anaesthetic()))
                .contains("max-minutes-on-eczema\",\"passed\":false");
        assertThat(Documents.json(plan(us.formatted("null")).anaesthetic()))
                .contains("max-minutes-on-eczema\",\"passed\":false");
        assertThat(Documents.json(plan(us.formatted("psoriasis")).anaesthetic()))
                .doesNotContain("on-eczema\",");
    }

    @Test
    void knowsTheSameAnaestheticsWhetherItScreensOrPlans() {
        var facts = Cases.changed("{anaesthetic: {product: cocaine}}");
        for (org.assertj.core.api.ThrowableAssert.ThrowingCallable asked :
                List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> KNOWLEDGE.screen(facts, Cases.ON), () -> KNOWLEDGE.plan(facts, Cases.ON))) {
            assertThatThrownBy(asked)
                    .isInstanceOf(UnusableInput.class)
                    .hasMessage("anaesthetic.product: was \"cocaine\", expected one of emla, lmx4, pliaglis");
        }
    }

    /// Deferred zones are planned, but no day is named while an answer is missing that could refuse or wait
    /// longer.
    @Test
    void namesNoDayWhileADecidingAnswerIsMissing() {
        var waiting = "{zones: [cheek-left], facts: {peel: {last: 2026-11-10}%s}}";
        assertThat(plan(waiting.formatted("")).earliestStart()).contains(LocalDate.of(2026, 12, 10));
        for (String open : List.of(", skin-cancer-in-zone: null", ", pregnant: null", ", laser: {last: null}")) {
            var course = plan(waiting.formatted(open));
            assertThat(course.screening().verdict()).isEqualTo(Verdict.DEFER);
            assertThat(course.planned()).hasSize(1);
            assertThat(course.earliestStart()).isEmpty();
        }
    }

    @Test
    void plansNothingWhereAnAnswerIsMissingAndNamesIt() {
        var course = plan("{zones: [cheek-left, nose], facts: {tattoo-in-zone: [nose], keloid-history: null}}");
        assertThat(course.zones()).isEmpty();
        var mixed = plan("{zones: [neck, nose], indications: [wrinkles], facts: {herpes: {history: null}}}");
        assertThat(mixed.planned()).extracting(ZonePlan.Planned::id).containsExactly(ZoneId.NECK);
        assertThat(mixed.zones()).contains(new ZonePlan.Refused(ZoneId.NOSE, "not answered: herpes.history"));
    }
}
