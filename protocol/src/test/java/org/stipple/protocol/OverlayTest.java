package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

class OverlayTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final String SIGNED = "loosened: {by: Dr A. Muster, reason: own series, date: 2026-11-01}";

    private static Knowledge over(String yaml) {
        return KNOWLEDGE.withOverlay("version: \"7\"\n" + yaml, Cases.ON);
    }

    private static Finding finding(Screening screening, String rule) {
        return screening.findings().stream()
                .filter(one -> one.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tightensACapWithoutASignature() {
        var stricter = over("zones: {cheek: {capMm: 0.75}}");
        var course = stricter.plan(Cases.clear(), Cases.ON);
        assertThat(course.planned().getFirst().depth().max()).isEqualTo(Depth.ofMillimetres("0.75"));
        assertThat(course.screening().findings()).noneMatch(one -> one.rule().startsWith("overlay-"));
    }

    @Test
    void aLowerCapHoldsForClearedCoursesToo() {
        var facts = Cases.changed("{indications: [wrinkles], zones: [neck], goal: {depthMm: 2.0}}");
        assertThat(KNOWLEDGE.plan(facts, Cases.ON).planned().getFirst().depth().max())
                .isEqualTo(Depth.ofMillimetres("2.5"));
        assertThat(over("zones: {neck: {capMm: 0.5}}")
                        .plan(facts, Cases.ON)
                        .planned()
                        .getFirst()
                        .depth()
                        .max())
                .isEqualTo(Depth.ofMillimetres("0.5"));
    }

    @Test
    void loosensACapWithANameAndSaysSoInThatZoneOnly() {
        var looser = over("zones: {nose: {capMm: 1.0, " + SIGNED + "}}");
        var course = looser.plan(Cases.clear(), Cases.ON);
        assertThat(course.planned().getLast().depth().max()).isEqualTo(Depth.ofMillimetres("1.0"));
        var note = finding(course.screening(), "overlay-cap-nose");
        assertThat(note.kind()).isEqualTo(Kind.NOTE);
        assertThat(note.zones()).containsExactly(ZoneId.NOSE);
        assertThat(note.reason())
                .contains("1 mm instead of 0.75 mm")
                .contains("by Dr A. Muster on 2026-11-01: own series");
    }

    /// A cap makes a hand no safer: its thickness is still not known.
    @Test
    void aCapAloneDoesNotOpenAHand() {
        var looser = over("zones: {hand: {capMm: 0.5, " + SIGNED + "}}");
        var facts = Cases.changed("{zones: [hand-left], indications: [texture]}");
        assertThat(looser.plan(facts, Cases.ON).planned()).isEmpty();
    }

    @Test
    void makesARuleGraverOrAWaitLonger() {
        var stricter = over("rules: {darker-skin: {kind: refuse}, sunburn: {withinDays: 21}}");
        var facts = Cases.changed("{fitzpatrick: 5, facts: {sunburn: {last: 2026-11-01}}}");
        var screening = stricter.screen(facts, Cases.ON);
        assertThat(finding(screening, "darker-skin").kind()).isEqualTo(Kind.REFUSE);
        assertThat(finding(screening, "sunburn").until()).contains(LocalDate.of(2026, 11, 22));
        assertThat(KNOWLEDGE.screen(facts, Cases.ON).findings())
                .noneMatch(one -> one.rule().equals("sunburn"));
    }

    private static final String NO_WRINKLES_WITH_SKINPEN = """
            newRules:
              - id: no-wrinkles-with-skinpen
                kind: refuse
                overridable: never
                when: {all: [{device: skinpen-precision}, {indication: wrinkles}]}
                reason: This clinic does not needle wrinkles with this pen.
                patientReason: We do not do this here.
                design: decided after an audit of our own results
                review: Dr A. Muster
                examples: {refusing: {indications: [wrinkles]}, passing: {indications: [acne-scars]}, unknown: impossible}
            """;

    /// So a clinic takes a cleared use away, or a device, or whatever else rules can speak of.
    @Test
    void addsARuleOfTheClinicsOwn() {
        var stricter = over(NO_WRINKLES_WITH_SKINPEN);
        var wrinkles = Cases.changed("{indications: [wrinkles]}");
        var found = finding(stricter.screen(wrinkles, Cases.ON), "no-wrinkles-with-skinpen");
        assertThat(found.kind()).isEqualTo(Kind.REFUSE);
        assertThat(stricter.screen(Cases.changed("{indications: [acne-scars]}"), Cases.ON)
                        .findings())
                .noneMatch(one -> one.rule().equals("no-wrinkles-with-skinpen"));
        assertThat(stricter.screen(Cases.changed("{indications: [wrinkles], device: exceed}"), Cases.ON)
                        .findings())
                .noneMatch(one -> one.rule().equals("no-wrinkles-with-skinpen"));
        assertThat(KNOWLEDGE.screen(wrinkles, Cases.ON).verdict()).isNotEqualTo(Verdict.REFUSE);
        assertThat(stricter.check().problems()).isEmpty();
    }

    @Test
    void runsTheExamplesOfAClinicsOwnRule() {
        var wrong = over(NO_WRINKLES_WITH_SKINPEN.replace(
                "indications: [acne-scars]", "fitzpatrick: 2, indications: [wrinkles]"));
        assertThat(wrong.check().problems())
                .containsExactly("rules.no-wrinkles-with-skinpen.examples.passing: gives refuse");
        assertThat(over(NO_WRINKLES_WITH_SKINPEN.replace("skinpen-precision", "skinpan"))
                        .check()
                        .problems())
                .anyMatch(line -> line.contains("\"skinpan\" is the identifier of no device"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "newRules[0].id | id: no-wrinkles-with-skinpen | id: pregnant",
                "newRules[0].id | id: no-wrinkles-with-skinpen | id: overlay-cap-nose",
                "newRules[0].floor | overridable: never | 'overridable: never, floor: ours'",
                "newRules[0].review | 'review: Dr A. Muster' | 'review: \" \"'",
                "rules.no-wrinkles-with-skinpen.kind | kind: refuse | kind: perhaps",
                "rules.no-wrinkles-with-skinpen.when | device: skinpen-precision | pen: skinpen-precision",
                "rules.no-wrinkles-with-skinpen.reason | reason: This | 'reason: \"{nothing}\" # '",
            })
    void namesWhatIsWrongInAClinicsOwnRule(String path, String words, String instead) {
        String yaml = NO_WRINKLES_WITH_SKINPEN.replace(words, instead.replace(", floor", "\n    floor"));
        assertThatThrownBy(() -> over(yaml)).isInstanceOf(UnusableInput.class).hasMessageStartingWith(path);
    }

    @Test
    void loosensARuleWithANameAndItsFindingSaysSo() {
        var looser = over("rules: {darker-skin: {kind: caution, " + SIGNED + "}}");
        var found = finding(looser.screen(Cases.changed("{fitzpatrick: 5}"), Cases.ON), "darker-skin");
        assertThat(found.kind()).isEqualTo(Kind.CAUTION);
        assertThat(found.reason()).endsWith("Loosened by Dr A. Muster on 2026-11-01: own series");
    }

    @Test
    void allowsHalfAMillimetreAtHomeAndNoMore() {
        var home = Cases.changed("{setting: home, operator: self, device: home-roller, indications: [texture]}");
        var looser = over("homeCap: {depthMm: 0.5, " + SIGNED + "}");
        assertThat(finding(looser.screen(home, Cases.ON), "overlay-home-cap").reason())
                .contains("0.5 mm instead of 0.3 mm");
        assertThat(looser.screen(Cases.clear(), Cases.ON).findings())
                .noneMatch(one -> one.rule().equals("overlay-home-cap"));
        assertThatThrownBy(() -> over("homeCap: {depthMm: 0.6, " + SIGNED + "}"))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("at most 0.5 mm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zones.nose | zones: {nose: {capMm: 1.0}}",
                "rules.darker-skin | rules: {darker-skin: {kind: note}}",
                "rules.sunburn | rules: {sunburn: {withinDays: 3}}",
                "homeCap | homeCap: {depthMm: 0.4}",
                "zones.nose.loosened.by | 'zones: {nose: {capMm: 1.0, loosened: {reason: x, date: 2026-11-01}}}'",
                "zones.nose.loosened.reason | 'zones: {nose: {capMm: 1, loosened: {by: x, reason: \" \", date: 2026-11-01}}}'",
                "zones.knee | zones: {knee: {capMm: 1.0}}",
                "rules.nothing | rules: {nothing: {kind: refuse}}",
                "rules.pregnant | 'rules: {pregnant: {kind: caution, loosened: {by: x, reason: y, date: 2026-11-01}}}'",
                "rules.keloid-history | rules: {keloid-history: {withinDays: 3}}",
                "device | device: skinpen",
            })
    void refusesWhatIsLooserWithoutANameOrUnknown(String path, String yaml) {
        assertThatThrownBy(() -> over(yaml)).isInstanceOf(UnusableInput.class).hasMessageStartingWith(path + ":");
    }

    @Test
    void namesItselfInEveryAnswer() {
        var one = over("zones: {cheek: {capMm: 0.75}}")
                .screen(Cases.clear(), Cases.ON)
                .release();
        var other = over("zones: {cheek: {capMm: 0.5}}")
                .screen(Cases.clear(), Cases.ON)
                .release();
        assertThat(one.version()).isEqualTo(KNOWLEDGE.release().version() + "+7");
        assertThat(one.hash()).startsWith("sha256:").hasSize(71).isNotEqualTo(other.hash());
        assertThat(one.hash()).isNotEqualTo(KNOWLEDGE.release().hash());
    }

    /// A clinician who measured a hand opens it, under a signature that every answer there carries.
    @Test
    void opensAHandWithACapAndAThickness() {
        var looser = over("zones: {hand: {capMm: 0.5, thickness: {site: hand dorsum, method: ultrasound, "
                + "female: {epidermisMm: 0.1, dermisMm: 1.2}, male: {epidermisMm: 0.1, dermisMm: 1.3}}, " + SIGNED
                + "}}");
        var facts = Cases.changed("{zones: [hand-left, nose], indications: [texture]}");
        var course = looser.planWithoutDose(facts, Cases.ON);
        assertThat(course.planned().getFirst().id()).isEqualTo(ZoneId.HAND_LEFT);
        assertThat(course.planned().getFirst().depth().max()).isEqualTo(Depth.ofMillimetres("0.5"));
        assertThat(finding(course.screening(), "overlay-cap-hand-left").zones()).containsExactly(ZoneId.HAND_LEFT);
        assertThat(finding(course.screening(), "overlay-thickness-hand-left").reason())
                .contains("Dr A. Muster");
        assertThat(KNOWLEDGE.planWithoutDose(facts, Cases.ON).planned()).hasSize(1);
    }

    @Test
    void changesOneCheekAndLeavesTheOther() {
        var stricter = over("zones: {cheek-left: {capMm: 0.75}}");
        assertThat(stricter.zone(ZoneId.CHEEK_LEFT).cap()).contains(Depth.ofMillimetres("0.75"));
        assertThat(stricter.zone(ZoneId.CHEEK_RIGHT).cap()).contains(Depth.ofMillimetres("1.5"));
    }

    @Test
    void raisesAnAgeWithoutASignatureAndSaysSoToBoth() {
        var stricter = over("rules: {minor: {atMost: 20}}");
        var found = finding(stricter.screen(Cases.changed("{age: 20}"), Cases.ON), "minor");
        assertThat(found.kind()).isEqualTo(Kind.REFUSE);
        assertThat(found.reason()).endsWith("In this clinic: to 20 instead of 17.");
        assertThat(found.patientReason()).endsWith("(In this clinic: to 20 instead of 17.)");
    }

    @Test
    void tightensSessionsIntervalsDepthsAndSaysNothing() {
        var stricter = over("indications: {acne-scars: {sessions: {max: 4}, intervalDays: {min: 35, chosen: 40}, "
                + "depth: {preferredMm: 1.0, deepestMm: 1.0}, assessAtDays: [120, 240]}}");
        var course = stricter.planWithoutDose(Cases.changed("{zones: [cheek-left]}"), Cases.ON);
        var schedule = course.schedule().orElseThrow();
        assertThat(schedule.sessions()).isEqualTo(new CourseSchedule.Choice(3, 1, 4));
        assertThat(schedule.intervalDays()).isEqualTo(new CourseSchedule.Choice(40, 35, 42));
        assertThat(schedule.assessAtDays()).containsExactly(120, 240);
        assertThat(course.planned().getFirst().depth().chosen()).isEqualTo(Depth.ofMillimetres("1.0"));
        assertThat(course.screening().findings()).noneMatch(one -> one.rule().startsWith("overlay-"));
    }

    @Test
    void loosensAnIntervalOnlyWithANameAndSaysSoWhereItIsAskedFor() {
        var looser = over("indications: {acne-scars: {intervalDays: {min: 21}, " + SIGNED + "}}");
        assertThat(finding(looser.screen(Cases.clear(), Cases.ON), "overlay-acne-scars")
                        .reason())
                .isEqualTo("This clinic's interval (min) for acne scars is 21 days instead of 28 days, "
                        + "loosened by Dr A. Muster on 2026-11-01: own series.");
        assertThat(looser.screen(Cases.changed("{indications: [wrinkles]}"), Cases.ON)
                        .findings())
                .noneMatch(one -> one.rule().startsWith("overlay-"));
    }

    @Test
    void bindsByALawThatOnlyTheClinicKnows() {
        var stricter = over("laws: [{id: our-land, jurisdiction: DE, says: to half a millimetre, dated: \"2026\", "
                + "inForce: true, depth: {operators: [aesthetician], maxMm: 0.5}, design: told by our lawyer}]");
        var facts = Cases.changed("{jurisdiction: DE, operator: aesthetician, zones: [cheek-left]}");
        var course = stricter.planWithoutDose(facts, Cases.ON);
        assertThat(course.planned().getFirst().depth().boundBy()).isEqualTo("law");
        assertThat(course.screening().findings()).noneMatch(one -> one.rule().equals("law-unknown"));
    }

    @Test
    void takesALawForCertainThatWeCouldNotVerify() {
        var facts = Cases.changed("{jurisdiction: GB-SCT, premises: other, zones: [cheek-left], goal: {depthMm: 1.5}}");
        assertThat(KNOWLEDGE.screen(facts, Cases.ON).verdict()).isEqualTo(Verdict.SIGN_OFF);
        var stricter = over("law: {scotland-act: {inForce: true}}");
        assertThat(stricter.planWithoutDose(facts, Cases.ON)
                        .planned()
                        .getFirst()
                        .depth()
                        .max())
                .isEqualTo(Depth.ofMillimetres("1.25"));
    }

    @Test
    void holdsADeviceToLessThanItHas() {
        var stricter = over("devices: {skinpen-precision: {maxMm: 1.0, minAge: 25}}");
        assertThat(stricter.device("skinpen-precision").orElseThrow().deepest()).isEqualTo(Depth.ofMillimetres("1.0"));
        assertThat(finding(stricter.screen(Cases.changed("{age: 24}"), Cases.ON), "under-label-age")
                        .kind())
                .isEqualTo(Kind.SIGN_OFF);
        assertThatThrownBy(() -> over("devices: {skinpen-precision: {maxMm: 3.0, " + SIGNED + "}}"))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("no more than the device has");
    }

    @Test
    void addsWordsToAftercareFreelyAndReplacesThemUnderAName() {
        var more = over("aftercare: {first-day: {alsoAvoid: No pets.}}\nredFlags: {pigment: {withinMinutes: 60}}");
        assertThat(more.planWithoutDose(Cases.clear(), Cases.ON)
                        .aftercare()
                        .getFirst()
                        .avoid())
                .endsWith("heat. No pets.");
        assertThat(more.redFlags()).anyMatch(one -> one.id().equals("pigment") && one.answerWithinMinutes() == 60);
        assertThatThrownBy(() -> over("aftercare: {first-day: {do: Nothing.}}"))
                .isInstanceOf(UnusableInput.class)
                .hasMessageStartingWith("aftercare.first-day");
        var other = over("aftercare: {first-day: {do: Nothing., " + SIGNED + "}}");
        assertThat(other.planWithoutDose(Cases.clear(), Cases.ON)
                        .aftercare()
                        .getFirst()
                        .todo())
                .isEqualTo("Nothing. (This clinic's words, by Dr A. Muster on 2026-11-01: own series.)");
    }

    @Test
    void showsItselfInEntriesAndInTheCheck() {
        var changed = over("zones: {nose: {capMm: 1.0, " + SIGNED + "}}\nrules: {minor: {atMost: 20}}");
        assertThat(changed.entries().getOrDefault("overlay", Map.of()).keySet())
                .containsExactly("zones.nose.capMm", "rules.minor");
        assertThat(Documents.json(
                        changed.entries().getOrDefault("zones", Map.of()).getOrDefault("nose", Document.UNKNOWN)))
                .contains("\"maxMm\":1,", "this clinic's overlay 7: 1 mm instead of 0.75 mm, loosened by Dr A. Muster");
        var check = changed.check();
        assertThat(check.problems()).isEmpty();
        assertThat(check.overlay())
                .contains("zones.nose.capMm: 1 instead of 0.75, loosened by Dr A. Muster")
                .anyMatch(line -> line.startsWith("by the overlay: rules.minor.examples.passing: gives refuse"));
    }

    @Test
    void isOneAlone() {
        var changed = over("zones: {cheek: {capMm: 0.75}}");
        assertThatThrownBy(() -> changed.withOverlay("version: \"8\"", Cases.ON))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "indications.acne-scars.sessions | indications: {acne-scars: {sessions: {max: 9}}}",
                "indications.acne-scars.intervalDays | indications: {acne-scars: {intervalDays: {shortestSigned: 7}}}",
                "indications.acne-scars | indications: {acne-scars: {assessAtDays: [60]}}",
                "indications.cellulite | indications: {cellulite: {sessions: {max: 1}}}",
                "law.arizona-estheticians.depthMm | law: {arizona-estheticians: {depthMm: 1.0}}",
                "law.zurich-cosmetologists.inForce | law: {zurich-cosmetologists: {inForce: false}}",
                "law.england-plans | law: {england-plans: {depthMm: 0.5}}",
                "laws[0].id | 'laws: [{id: scotland-act, jurisdiction: GB, says: x, dated: x, inForce: true, design: x}]'",
                "devices.exceed | devices: {exceed: {minAge: 18}}",
                "anaesthetics.emla | anaesthetics: {emla: {maxMinutes: 400}}",
                "law.zurich-cosmetologists.loosened | 'law: {zurich-cosmetologists: {depthMm: 0.5, loosened: {by: x, reason: y, date: 2026-11-01}}}'",
                "rules.minor | rules: {minor: {atMost: 15}}",
                "rules.minor | 'rules: {minor: {atMost: 10, loosened: {by: x, second: z, reason: y, date: 2026-11-01}}}'",
                "rules.minor | 'rules: {minor: {kind: note, loosened: {by: x, second: z, reason: y, date: 2026-11-01}}}'",
                "rules.law-scotland-depth | 'rules: {law-scotland-depth: {kind: note, loosened: {by: x, reason: y, date: 2026-11-01}}}'",
                "rules.breastfeeding.loosened.second | 'rules: {breastfeeding: {kind: note, loosened: {by: x, reason: y, date: 2026-11-01}}}'",
                "rules.breastfeeding.loosened.second | 'rules: {breastfeeding: {kind: note, loosened: {by: X, second: x , reason: y, date: 2026-11-01}}}'",
                "rules.darker-skin.loosened.date | 'rules: {darker-skin: {kind: note, loosened: {by: x, reason: y, date: 2026-11-21}}}'",
                "zones.nose.loosened.date | 'zones: {nose: {capMm: 1.0, loosened: {by: x, reason: y, date: 2030-01-01}}}'",
                "rules.minor-at-home | 'rules: {minor-at-home: {atMost: 15, loosened: {by: x, reason: y, date: 2026-11-01}}}'",
                "rules.pregnant | rules: {pregnant: {atMost: 3}}",
                "zones.nose | zones: {nose: {thickness: {site: nose, method: ultrasound, wholeMm: 3}}}",
                "dermisGuard | dermisGuard: {mostBeyond: 0.5}",
                "superficial | superficial: {belowMm: 1.0}",
                "aftercare.first-day | aftercare: {first-day: {toHours: 12}}",
                "redFlags.herpes | redFlags: {herpes: {withinMinutes: 600}}",
                "version | 'version: \"{device}\"'"
            })
    void namesWhatIsLooserOrUnknown(String path, String yaml) {
        String text = yaml.startsWith("version") ? yaml : "version: \"7\"\n" + yaml;
        assertThatThrownBy(() -> KNOWLEDGE.withOverlay(text, Cases.ON))
                .isInstanceOfSatisfying(
                        UnusableInput.class,
                        refused -> assertThat(refused.path()).isEqualTo(path));
    }

    /// Below the threshold of the clinic the rule is silent, and the silence is what has to be said.
    @Test
    void saysWhereARuleIsSilentBecauseItWasLoosened() {
        var looser =
                over("rules: {darker-skin: {atLeast: 5, " + SIGNED + "}, sunburn: {withinDays: 3, " + SIGNED + "}}");
        var facts = Cases.changed("{fitzpatrick: 4, facts: {sunburn: {last: 2026-11-10}}}");
        var screening = looser.screen(facts, Cases.ON);
        assertThat(screening.findings()).extracting(Finding::rule).doesNotContain("darker-skin", "sunburn");
        assertThat(finding(screening, "overlay-darker-skin").reason())
                .isEqualTo("In this clinic the rule darker-skin is another: from 5 instead of 4, loosened by "
                        + "Dr A. Muster on 2026-11-01: own series.");
        assertThat(finding(screening, "overlay-sunburn").kind()).isEqualTo(Kind.NOTE);
        assertThat(looser.screen(Cases.clear(), Cases.ON).findings())
                .noneMatch(one -> one.rule().startsWith("overlay-"));
        assertThat(looser.screen(Cases.clear().without(Fact.FITZPATRICK), Cases.ON)
                        .findings())
                .anyMatch(one -> one.rule().equals("overlay-darker-skin") && one.kind() == Kind.NOTE);
    }

    @Test
    void takesTwoNamesForWhatTwoPeopleDecide() {
        var looser = over("rules: {breastfeeding: {kind: sign-off, loosened: "
                + "{by: Dr A. Muster, second: Dr B. Keller, reason: own series, date: 2026-11-01}}}");
        var screening = looser.screen(Cases.changed("{facts: {breastfeeding: true}}"), Cases.ON);
        assertThat(finding(screening, "breastfeeding").reason())
                .endsWith("Loosened by Dr A. Muster and Dr B. Keller on 2026-11-01: own series");
        assertThat(finding(screening, "overlay-breastfeeding").reason()).contains("sign-off instead of refuse");
    }

    @Test
    void answersNothingBeforeTheDayOnWhichItWasLoosened() {
        var looser = over("rules: {darker-skin: {kind: caution, " + SIGNED + "}}");
        var before = LocalDate.of(2026, 10, 31);
        assertThatThrownBy(() -> looser.screen(Cases.clear(), before))
                .isInstanceOf(UnusableInput.class)
                .hasMessageStartingWith("overlay: was loosened on 2026-11-01");
        assertThatThrownBy(() -> looser.plan(Cases.clear(), before)).isInstanceOf(UnusableInput.class);
        assertThat(looser.screen(Cases.clear(), LocalDate.of(2026, 11, 1)).verdict())
                .isEqualTo(KNOWLEDGE.screen(Cases.clear(), Cases.ON).verdict());
    }

    /// Whatever a clinic does to the rules of age, somebody below the age of every clearance is never found
    /// clear.
    @Test
    void findsEveryMinorWhateverIsChanged() {
        var stricter = over("rules: {minor: {atMost: 20}}");
        for (int age = 0; age < 22; age++) {
            var facts = Cases.changed("{age: " + age + "}");
            assertThat(KNOWLEDGE.screen(facts, Cases.ON).findings())
                    .anyMatch(one -> one.rule().equals("under-label-age"));
            assertThat(stricter.screen(facts, Cases.ON).verdict())
                    .isEqualTo(age <= 20 ? Verdict.REFUSE : Verdict.SIGN_OFF);
        }
    }

    /// What no overlay may loosen, two people may still set aside for one person, and nobody what is never set
    /// aside.
    @Test
    void setsARefusalAsideInOneCaseAlone() {
        var minor = Cases.changed("{age: 17}");
        var aside = KNOWLEDGE.settingAside(
                List.of(new Knowledge.SetAside("minor", "Dr A. Muster", "chickenpox scars", Cases.ON)));
        var found = finding(aside.screen(minor, Cases.ON), "minor");
        assertThat(found.kind()).isEqualTo(Kind.SIGN_OFF);
        assertThat(found.reason()).endsWith("Set aside by Dr A. Muster on 2026-11-20: chickenpox scars");
        assertThat(aside.release()).isNotEqualTo(KNOWLEDGE.release());
        assertThat(finding(KNOWLEDGE.screen(minor, Cases.ON), "minor").kind()).isEqualTo(Kind.REFUSE);
        var overlaid = over("zones: {nose: {capMm: 0.5}}")
                .settingAside(List.of(new Knowledge.SetAside("minor", "Dr A. Muster", "scars", Cases.ON)));
        assertThat(finding(overlaid.screen(minor, Cases.ON), "minor").kind()).isEqualTo(Kind.SIGN_OFF);
        for (String rule : List.of("pregnant", "nothing")) {
            assertThatThrownBy(() -> KNOWLEDGE.settingAside(
                            List.of(new Knowledge.SetAside(rule, "Dr A. Muster", "x", Cases.ON))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(rule);
        }
    }
}
