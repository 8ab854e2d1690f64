package org.stipple.clinic.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stipple.clinic.Someone;
import org.stipple.clinic.asking.SheetReading.Trouble;
import org.stipple.clinic.web.Form;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Sex;

/// What is asked of whom, what comes next, and what answers become.
class InterviewTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Document.Mapping BASE = Document.mapping()
            .with("setting", Document.of("clinic"))
            .with("device", Document.of("skinpen-precision"))
            .with("operator", Document.of("physician"))
            .with("age", Document.of(34))
            .with("sex", Document.of("female"));

    private static Interview first(Map<Sheet, Told> answered, Sex sex) {
        return Interview.first(KNOWLEDGE, BASE, sex, answered, TODAY);
    }

    private static Told wanted() {
        return Told.NOTHING.with("indication", List.of("acne-scars")).with("zone", List.of("cheek-left", "nose"));
    }

    private static SheetReading sent(Interview interview, Sheet sheet, Map<String, List<String>> fields) {
        return SheetReading.of(
                sheet, interview.page(sheet).orElseThrow().facts(), interview.known(), new Form(fields), TODAY);
    }

    private static Interview answering(Interview interview, Sheet sheet, Map<String, List<String>> fields) {
        var reading = sent(interview, sheet, fields);
        assertThat(reading.troubles()).isEmpty();
        var answered = new LinkedHashMap<>(interview.answered());
        answered.put(sheet, reading.told());
        return new Interview(interview.base(), interview.pages(), interview.known(), answered, Set.of(), 0, TODAY);
    }

    private static PatientFacts facts(Interview interview, Document.Mapping newest) {
        return PatientFacts.read(Field.root(interview.request(newest)), TODAY);
    }

    @Test
    void atMostTwelvePagesAreAskedAndPregnancyOnlyOfWhomItMayConcern() {
        assertThat(first(Map.of(), Sex.FEMALE).pages()).hasSizeLessThanOrEqualTo(12);
        assertThat(first(Map.of(), Sex.OTHER).page(Sheet.PREGNANCY)).isPresent();
        assertThat(first(Map.of(), Sex.MALE).page(Sheet.PREGNANCY)).isEmpty();
        assertThat(first(Map.of(), Sex.FEMALE).page(Sheet.PLANNED)).isEmpty();
    }

    @Test
    void whatIsWantedComesFirstAndThenWhatDecidesMost() {
        assertThat(first(Map.of(), Sex.FEMALE).next(KNOWLEDGE).orElseThrow().sheet())
                .isEqualTo(Sheet.WANTED);
        var begun = first(Map.of(Sheet.WANTED, wanted()), Sex.FEMALE);
        var next = begun.next(KNOWLEDGE).orElseThrow();
        var ask = KNOWLEDGE.screen(facts(begun, BASE), TODAY).ask();
        assertThat(next.facts()).contains(ask.getFirst());
        assertThat(next.sheet()).isEqualTo(Sheet.PREGNANCY);
    }

    @Test
    void oneTapAnswersAPageAndItsAnswersArePlainNosAndNevers() {
        var interview = first(Map.of(Sheet.WANTED, wanted()), Sex.FEMALE);
        for (var page : interview.pages()) {
            interview = switch (page.sheet()) {
                case WANTED -> interview;
                case SUN -> answering(interview, Sheet.SUN, Map.of("fitzpatrick", List.of("2")));
                default -> answering(interview, page.sheet(), Map.of("all", List.of("plain")));
            };
        }
        assertThat(interview.open()).isEmpty();
        var facts = facts(interview, BASE);
        for (var page : interview.pages()) {
            for (Fact fact : page.facts()) {
                assertThat(facts.answer(fact)).as(fact.path()).isPresent();
            }
        }
        assertThat(KNOWLEDGE.screen(facts, TODAY).ask()).isSubsetOf(Sheet.PLANNED.facts());
        assertThat(Told.at(interview.request(BASE), "facts.sunburn.last")).isEqualTo(Document.of("2025-11-19"));
        assertThat(Told.at(interview.request(BASE), "facts.peel.last")).isEqualTo(Document.of("never"));
        assertThat(Told.at(interview.request(BASE), "facts.diabetes")).isEqualTo(Document.of("none"));
    }

    @Test
    void iDoNotKnowIsAnAnswerAndNeverANo() {
        var interview = first(Map.of(Sheet.WANTED, wanted()), Sex.FEMALE);
        var fields = Map.of("fact:pregnant", List.of("unknown"), "fact:breastfeeding", List.of("false"));
        var told = answering(interview, Sheet.PREGNANCY, fields);
        assertThat(told.open()).noneMatch(page -> page.sheet() == Sheet.PREGNANCY);
        var facts = facts(told, BASE);
        assertThat(facts.answer(Fact.PREGNANT)).isEmpty();
        assertThat(facts.answer(Fact.BREASTFEEDING)).isPresent();
        assertThat(KNOWLEDGE.screen(facts, TODAY).ask()).contains(Fact.PREGNANT);
    }

    @Test
    void aPageIsNotAnsweredByHalfNorByADayToCome() {
        var interview = first(Map.of(Sheet.WANTED, wanted()), Sex.FEMALE);
        assertThat(sent(interview, Sheet.PREGNANCY, Map.of("fact:pregnant", List.of("false")))
                        .troubles())
                .containsOnlyKeys("breastfeeding");
        assertThat(sent(interview, Sheet.PREGNANCY, Map.of()).troubles()).hasSize(2);
        var days = new LinkedHashMap<String, List<String>>();
        Sheet.EVER.facts().forEach(fact -> days.put("fact:" + fact.path(), List.of("never")));
        days.put("fact:peel.last", List.of("date"));
        assertThat(sent(interview, Sheet.EVER, days).troubles()).containsEntry("peel.last", Trouble.NO_DAY);
        days.put("day:peel.last", List.of("2026-11-21"));
        assertThat(sent(interview, Sheet.EVER, days).troubles()).containsEntry("peel.last", Trouble.DAY_TO_COME);
        days.put("day:peel.last", List.of("2026-11-20"));
        assertThat(sent(interview, Sheet.EVER, days).isWhole()).isTrue();
        assertThat(sent(interview, Sheet.EVER, Map.of("all", List.of("same"))).troubles())
                .hasSize(5);
    }

    @Test
    void whoAnsweredBeforeIsAskedOnlyWhatCanHaveChanged() {
        var before = Someone.withAcneScarsOnTheCheeks();
        var again = Interview.again(KNOWLEDGE, before, Sex.FEMALE, Map.of(), TODAY);
        assertThat(again.page(Sheet.WANTED)).isEmpty();
        assertThat(again.page(Sheet.SUN)).isEmpty();
        assertThat(again.page(Sheet.NEW).orElseThrow().facts()).contains(Fact.DIABETES, Fact.METAL_ALLERGY);
        assertThat(again.page(Sheet.PREGNANCY)).isPresent();
        assertThat(again.pages()).hasSizeLessThanOrEqualTo(10);
        for (var page : again.pages()) {
            again = answering(again, page.sheet(), Map.of("all", List.of("same")));
        }
        assertThat(facts(again, before)).isEqualTo(PatientFacts.read(Field.root(before), TODAY));
    }

    @Test
    void whatIsAnotherThanBeforeReplacesItAndWhatIsUnknownTakesItBack() {
        var before = Someone.withAcneScarsOnTheCheeks()
                .withPath("facts.previous-needling.last", Document.of("2026-01-10"))
                .withPath("facts.previous-needling.sessions", Document.of(3));
        var again = Interview.again(KNOWLEDGE, before, Sex.FEMALE, Map.of(), TODAY);
        var fields = new LinkedHashMap<String, List<String>>();
        again.page(Sheet.EVER)
                .orElseThrow()
                .facts()
                .forEach(fact -> fields.put("fact:" + fact.path(), List.of("same")));
        fields.put("fact:laser.last", List.of("unknown"));
        var told = facts(answering(again, Sheet.EVER, fields), before);
        assertThat(told.answer(Fact.LASER)).isEmpty();
        assertThat(told.answer(Fact.PREVIOUS_NEEDLING_SESSIONS)).isPresent();
        fields.put("fact:previous-needling.last", List.of("never"));
        told = facts(answering(again, Sheet.EVER, fields), before);
        assertThat(told.answer(Fact.PREVIOUS_NEEDLING_SESSIONS)).isEmpty();
    }

    @Test
    void whatIsToldIsKeptAsItWasTold() {
        var told = wanted().with("fact:tattoo-in-zone", List.of("true")).with("zones:tattoo-in-zone", List.of("nose"));
        assertThat(Told.read(told.document())).isEqualTo(told);
        assertThat(Told.at(told.over(BASE, BASE, TODAY), "facts.tattoo-in-zone"))
                .isEqualTo(Document.texts(List.of("nose")));
    }

    @Test
    void oneComesBackToThePageBefore() {
        var interview = first(Map.of(Sheet.WANTED, wanted()), Sex.FEMALE);
        interview = answering(interview, Sheet.PREGNANCY, Map.of("all", List.of("plain")));
        assertThat(interview.before(Sheet.NOW).orElseThrow().sheet()).isEqualTo(Sheet.PREGNANCY);
        assertThat(interview.before(Sheet.PREGNANCY).orElseThrow().sheet()).isEqualTo(Sheet.WANTED);
        assertThat(interview.before(Sheet.WANTED)).isEmpty();
    }

    @Test
    void aPageThatWasNeverAnsweredHasNoAnswerAsLastTime() {
        assertThat(SheetReading.choices(Fact.PREGNANT, false)).containsExactly("true", "false", "unknown");
        assertThat(SheetReading.choices(Fact.PREGNANT, true)).startsWith("same");
        assertThat(SheetReading.of(
                                Sheet.PREGNANCY,
                                List.of(Fact.PREGNANT),
                                Set.of(),
                                new Form(Map.of("fact:pregnant", List.of("same"))),
                                TODAY)
                        .troubles())
                .hasSize(1);
    }
}
