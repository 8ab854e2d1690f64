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
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.Indication;
import org.stipple.quantities.ZoneId;

class PatientFactsTest {

    private static final String FEWEST =
            "setting: clinic\ndevice: skinpen-precision\nindications: [acne-scars]\nzones: [cheek-left]\n";

    @Test
    void readsTheExampleOfTheContract() {
        var facts = Cases.read(ContractExample.YAML);
        assertThat(facts.age()).contains(34);
        assertThat(facts.answers()).hasSize(Fact.values().length);
        assertThat(facts.answer(Fact.ISOTRETINOIN_STOPPED)).contains(new Answer.Day(LocalDate.of(2026, 8, 1)));
        assertThat(facts.answer(Fact.ACTIVE_ACNE)).contains(Answer.InZones.everywhere());
        assertThat(facts.answer(Fact.PREVIOUS_NEEDLING_ZONES))
                .contains(new Answer.InZones(java.util.Set.of(ZoneId.CHEEK_LEFT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "age: 41\nsex: male\ngoal: {depthMm: 1.25, densityPerCm2: 250}\nareaCm2: {cheek-left: 22.5}\n",
                "limits: {depthMm: 0.5}\nanaesthetic: {product: emla, grams: 10, areaCm2: 100, minutes: 60}\n",
                "limits: {depthMm: 0.5, zones: [cheek-left]}\nfacts: {herpes: {active: false}, tattoo-in-zone: [nose]}\n",
                "facts: {previous-needling: {last: 2026-01-02, depthMm: 0.75, sessions: 3, zones: [cheek-left, nose]}}\n"
            })
    void readsWhatItWrote(String more) {
        var facts = Cases.read(FEWEST + more);
        assertThat(PatientFacts.read(Field.root(Documents.read(Documents.json(facts.toDocument()))), Cases.ON))
                .isEqualTo(facts);
    }

    @Test
    void readsFaceAsItsThirteenZones() {
        assertThat(Cases.read(FEWEST.replace("[cheek-left]", "[neck, face]")).zones())
                .hasSize(14)
                .startsWith(ZoneId.NECK, ZoneId.FOREHEAD);
    }

    @Test
    void assumesTheSubtypeThatIsNotSaid() {
        assertThat(Cases.read(FEWEST).indications()).containsExactly(new Sought(Indication.ACNE_SCARS, "mixed"));
        assertThat(Cases.read(FEWEST.replace("[acne-scars]", "[{id: hair, subtype: unknown}, {id: surgical-scar}]"))
                        .indications())
                .containsExactly(
                        new Sought(Indication.HAIR, "unknown"), new Sought(Indication.SURGICAL_SCAR, "unknown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"setting", "device", "indications", "zones"})
    void requiresWhatItCannotDoWithout(String name) {
        String without = FEWEST.replaceAll("(?m)^" + name + ":.*\n", "");
        assertThatThrownBy(() -> Cases.read(without))
                .isInstanceOf(UnusableInput.class)
                .hasMessageStartingWith(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "age: 340 | age: was 340",
                "age: 34.5 | age: was 34.5",
                "fitzpatrick: 0 | fitzpatrick: was 0",
                "sex: woman | sex: was \"woman\"",
                "agee: 34 | agee: was a name that is not known",
                "facts: {pregnannt: true} | facts.pregnannt: was a name that is not known",
                "facts: {pregnant: yes} | facts.pregnant: was \"yes\", expected true or false: write true or false",
                "facts: {pregnant: 1} | facts.pregnant: was 1",
                "facts: {active-acne-in-zone: cheek-left} | facts.active-acne-in-zone: was \"cheek-left\", expected true, false or a list of zones",
                "facts: {tattoo-in-zone: no} | facts.tattoo-in-zone: was \"no\", expected true, false or a list of zones: write true or false",
                "facts: {previous-needling: {zones: 1}} | facts.previous-needling.zones: was 1, expected true, false or a list of zones",
                "facts: {sunburn: {last: 2026-11-21}} | facts.sunburn.last: was \"2026-11-21\", expected a date not after",
                "facts: {sunburn: {last: 2026-13-01}} | facts.sunburn.last",
                "facts: {sunburn: 2026-11-01} | facts.sunburn",
                "facts: {sunburn: {lust: never}} | facts.sunburn.lust",
                "facts: {tattoo-in-zone: [cheek-middle]} | facts.tattoo-in-zone[0]: was \"cheek-middle\"",
                "facts: {dermatosis-in-zone: acne} | facts.dermatosis-in-zone: was \"acne\"",
                "facts: {previous-needling: {depthMm: 1.00005}} | facts.previous-needling.depthMm",
                "facts: {previous-needling: {depthMm: 9}} | facts.previous-needling.depthMm",
                "goal: {depthMm: 0} | goal.depthMm",
                "goal: {depht: 1} | goal.depht",
                "limits: {zones: [nose]} | limits.depthMm: was absent",
                "anaesthetic: {grams: 3} | anaesthetic.product: was absent",
                "operator: robot | operator: was \"robot\"",
                "jurisdiction: Scotland | jurisdiction: was \"Scotland\""
            })
    void namesThePathOfWhatDoesNotFit(String line, String message) {
        assertThatThrownBy(() -> Cases.read(FEWEST + line + "\n"))
                .isInstanceOf(UnusableInput.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zones: [cheek-left] | zones: [] | zones: was []",
                "zones: [cheek-left] | zones: [cheek] | zones[0]: was \"cheek\"",
                "zones: [cheek-left] | zones: [cheek-left, cheek-left] | zones[1]",
                "indications: [acne-scars] | indications: [acne-scars, acne-scars] | indications[1]",
                "indications: [acne-scars] | indications: [{id: texture, subtype: rough}] | indications[0]",
                "indications: [acne-scars] | indications: [{id: acne-scars, subtype: deep}] | indications[0].subtype",
                "setting: clinic | setting: spa | setting: was \"spa\"",
                "device: skinpen-precision | device: 'Skin Pen' | device: was"
            })
    void refusesWhatIsAskedWrongly(String line, String instead, String message) {
        assertThatThrownBy(() -> Cases.read(FEWEST.replace(line, instead)))
                .isInstanceOf(UnusableInput.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesARecordThatNoFileCouldHold() {
        var facts = Cases.clear();
        assertThatThrownBy(() -> facts.in(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> facts.with(Fact.PREGNANT, new Answer.Never()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> facts.with(Fact.AGE, new Answer.Whole(121)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(facts.with(Fact.AGE, new Answer.Whole(120)).age()).contains(120);
    }
}
