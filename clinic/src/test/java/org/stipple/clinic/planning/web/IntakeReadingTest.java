package org.stipple.clinic.planning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stipple.clinic.web.Form;
import org.stipple.protocol.Answer;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.ZoneId;

/// What the intake form says, and that no answer about the skin is carried to where nobody asked.
class IntakeReadingTest {

    private static final LocalDate ON = LocalDate.of(2026, 11, 20);

    /// Every field of the request that the form can hold.
    private static final String FULL = """
            setting: clinic
            device: skinpen-precision
            operator: nurse
            premises: other
            fitzpatrick: 4
            indications: [{id: acne-scars, subtype: boxcar}, texture, {id: hair, subtype: androgenetic}]
            zones: [cheek-left, chin, scalp]
            goal: {depthMm: 1.25, densityPerCm2: 250}
            limits: {depthMm: 2.0, zones: [chin]}
            areaCm2: {cheek-left: 21.5, scalp: 120}
            anaesthetic: {product: emla, grams: 10, areaCm2: 95.5, minutes: 60}
            facts:
              pregnant: false
              isotretinoin: {current: false, stopped: 2026-02-01}
              active-acne-in-zone: [chin]
              tattoo-in-zone: true
              radiation-in-zone: false
              surgery-in-zone: {last: 2020-05-17}
              dermatosis-in-zone: rosacea
              diabetes: controlled
              sunburn: {last: never}
              previous-needling: {last: 2026-09-01, depthMm: 1.5, sessions: 3, zones: [chin]}
            """;

    private static PatientFacts facts(Document request) {
        return PatientFacts.read(Field.root(request), ON);
    }

    private static IntakeReading read(IntakeForm form) {
        return IntakeReading.of(form, ON);
    }

    /// The form with some fields entered otherwise; an empty value takes the field away.
    private static IntakeForm with(IntakeForm form, Map<String, List<String>> changes) {
        var fields = new LinkedHashMap<>(form.fields().fields());
        fields.putAll(changes);
        return new IntakeForm(new Form(fields));
    }

    private static IntakeForm answered(List<String> zones) {
        return IntakeForm.of(Knowledge.builtIn().clearCase().with("zones", Document.texts(zones)));
    }

    @Test
    void whatWasSavedIsReadBackFromTheFormThatItFills() {
        var saved = Documents.read(FULL);
        var reading = read(IntakeForm.of(saved));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.again()).isEmpty();
        assertThat(facts(reading.request())).isEqualTo(facts(saved));
    }

    @ParameterizedTest
    @EnumSource(Fact.class)
    void everyAnswerAboutZonesWasGivenForTheZonesItCountsFor(Fact fact) {
        var cheek = answered(List.of("cheek-left"));
        var wider = read(with(cheek, Map.of("zone", List.of("cheek-left", "forehead"))));
        var before = facts(read(cheek).request()).answer(fact);
        var carried = facts(wider.request()).answer(fact);
        if (fact.isAboutZones()) {
            assertThat(carried).isEmpty();
            assertThat(wider.again().contains(fact)).isEqualTo(before.isPresent());
        } else {
            assertThat(carried).isEqualTo(before);
            assertThat(wider.again()).doesNotContain(fact);
        }
        assertThat(wider.isWhole()).isFalse();
    }

    @Test
    void anAnswerGivenAmongTheNewZonesCounts() {
        var path = Fact.ACTIVE_ACNE.path();
        var form = with(
                answered(List.of("cheek-left")),
                Map.of("zone", List.of("cheek-left", "forehead"), "about:" + path, List.of("forehead cheek-left")));
        assertThat(facts(read(form).request()).answer(Fact.ACTIVE_ACNE)).contains(Answer.InZones.nowhere());
    }

    @Test
    void fewerZonesNeedNoNewAnswerAndTheSameZoneAgainDoes() {
        var both = answered(List.of("cheek-left", "forehead"));
        var fewer = with(both, Map.of("zone", List.of("cheek-left")));
        assertThat(read(fewer).isWhole()).isTrue();
        var later = IntakeForm.of(read(fewer).request());
        assertThat(read(with(later, Map.of("zone", List.of("cheek-left", "forehead"))))
                        .again())
                .contains(Fact.ACTIVE_ACNE, Fact.SURGERY, Fact.DERMATOSIS, Fact.SUNBURN);
    }

    @Test
    void aYesEverywhereHoldsForAZoneThatIsAdded() {
        var path = Fact.ACTIVE_INFECTION.path();
        var form = with(
                answered(List.of("cheek-left")),
                Map.of("fact:" + path, List.of("true"), "zone", List.of("cheek-left", "forehead")));
        assertThat(facts(read(form).request()).answer(Fact.ACTIVE_INFECTION)).contains(Answer.InZones.everywhere());
        assertThat(read(form).again()).doesNotContain(Fact.ACTIVE_INFECTION);
    }

    @Test
    void aYesForSomeZonesKeepsThemAndIsAskedAgain() {
        var path = Fact.ACTIVE_ACNE.path();
        var form = with(
                answered(List.of("cheek-left", "chin")),
                Map.of(
                        "fact:" + path,
                        List.of("true"),
                        "zones:" + path,
                        List.of("chin"),
                        "zone",
                        List.of("cheek-left", "chin", "forehead")));
        var reading = read(form);
        assertThat(facts(reading.request()).answer(Fact.ACTIVE_ACNE)).isEmpty();
        var shown = form.askedAgain(reading.again());
        assertThat(shown.answer(Fact.ACTIVE_ACNE)).isEmpty();
        assertThat(shown.only(Fact.ACTIVE_ACNE)).containsExactly("chin");
        assertThat(shown.before(Fact.ACTIVE_ACNE)).isEqualTo("true");
        // Sent on without an answer, it is not forgotten either.
        assertThat(read(shown).problems()).containsKey("fact:" + path);
    }

    @Test
    void whatIsAskedAgainCountsOnceAnsweredAgain() {
        var wider = with(answered(List.of("cheek-left")), Map.of("zone", List.of("cheek-left", "forehead")));
        var shown = wider.askedAgain(read(wider).again());
        assertThat(read(shown).again()).isEmpty();
        assertThat(facts(read(shown).request()).answer(Fact.SURGERY)).isEmpty();
        var again = with(shown, Map.of("fact:" + Fact.SURGERY.path(), List.of("never")));
        assertThat(facts(read(again).request()).answer(Fact.SURGERY)).contains(new Answer.Never());
    }

    @Test
    void aFormThatDoesNotSayWhatItAskedAboutAnswersNothingAboutZones() {
        var form = answered(List.of("cheek-left"));
        var fields = new LinkedHashMap<>(form.fields().fields());
        fields.keySet().removeIf(name -> name.startsWith("about:"));
        var reading = read(new IntakeForm(new Form(fields)));
        assertThat(facts(reading.request()).answers().keySet()).noneMatch(Fact::isAboutZones);
        assertThat(reading.again()).hasSizeGreaterThan(14);
    }

    @ParameterizedTest
    @CsvSource({
        "goal.depthMm, abc, 'a number from 0.05 to 5'",
        "goal.depthMm, 7, 'a number from 0.05 to 5'",
        "goal.depthMm, 1e999999999, 'a number from 0.05 to 5'",
        "day:peel.last, 2027-01-05, 'a date not after 2026-11-20'",
        "day:peel.last, 5 May, 'a date such as 2026-11-20, or never'",
        "areaCm2.cheek-left, -3, 'a number from 0.01'",
        "anaesthetic.minutes, soon, 'a whole number from 1 to 720'",
        "fact:previous-needling.depthMm, deep, 'a number from 0 to 5'",
        "fact:keloid-history, no, 'true or false'",
        "fitzpatrick, 9, 'a whole number from 1 to 6'",
        "premises, mine, 'one of permitted, other'",
    })
    void oneBadFieldIsNamedAndAllOthersAreRead(String name, String entered, String expected) {
        var good = with(
                IntakeForm.of(Documents.read(FULL)),
                Map.of("fact:peel.last", List.of("date"), "day:peel.last", List.of("2026-10-01")));
        var form = with(good, Map.of(name, List.of(entered)));
        var reading = read(form);
        assertThat(reading.problems()).containsOnlyKeys(name);
        assertThat(reading.problems().get(name)).contains(expected);
        assertThat(form.askedAgain(reading.again()).text(name)).isEqualTo(entered);
        var all = facts(read(good).request());
        var rest = facts(reading.request());
        assertThat(Arrays.stream(Fact.values())
                        .filter(fact -> !all.answer(fact).equals(rest.answer(fact)))
                        .count())
                .isLessThanOrEqualTo(1);
        assertThat(rest.zones()).containsExactly(ZoneId.CHEEK_LEFT, ZoneId.CHIN, ZoneId.SCALP);
    }

    @Test
    void whatIsNotChosenYetIsNamedAndTheRestIsStillLookedAt() {
        var reading =
                read(new IntakeForm(new Form(Map.of("goal.depthMm", List.of("x"), "fact:pregnant", List.of("true")))));
        assertThat(reading.problems()).containsOnlyKeys("indication", "zone", "device", "operator", "goal.depthMm");
        assertThat(reading.request().fields().get("facts"))
                .isEqualTo(Document.mapping().with("pregnant", Document.of(true)));
    }

    @Test
    void anAmountWithoutAProductIsNotLost() {
        var reading = read(with(
                answered(List.of("chin")),
                Map.of("anaesthetic.grams", List.of("5"), "anaesthetic.areaCm2", List.of("40"))));
        assertThat(reading.problems()).containsOnlyKeys("anaesthetic.product");
    }

    @Test
    void aDateWithoutAChoiceIsNoAnswerAndNotLost() {
        var form = with(
                answered(List.of("chin")),
                Map.of("fact:filler.last", List.of(), "day:filler.last", List.of("2026-11-01")));
        assertThat(read(form).problems()).containsOnlyKeys("day:filler.last");
        assertThat(facts(read(form).request()).answer(Fact.FILLER)).isEqualTo(Optional.empty());
    }

    @Test
    void iDoNotKnowIsAnAnswerThatIsNeverNo() {
        var form = with(answered(List.of("chin")), Map.of("fact:diabetes", List.of("unknown")));
        assertThat(read(form).isWhole()).isTrue();
        assertThat(facts(read(form).request()).answer(Fact.DIABETES)).isEmpty();
    }
}
