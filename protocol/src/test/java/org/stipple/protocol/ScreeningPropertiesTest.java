package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stipple.protocol.document.Documents;
import org.stipple.quantities.Sex;
import org.stipple.quantities.ZoneId;

class ScreeningPropertiesTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    /// Few in every build; `-Dstipple.cases=100000` for a thorough run.
    private static final int CASES = Integer.getInteger("stipple.cases", 900);

    private static Screening screen(PatientFacts facts) {
        return KNOWLEDGE.screen(facts, Cases.ON);
    }

    @Test
    void neverMissesAFactThatIsAnswered() {
        var cases = new RandomCases(20261120);
        for (int i = 0; i < CASES; i++) {
            var facts = cases.any();
            var missing = new HashSet<Fact>();
            screen(facts).findings().forEach(finding -> missing.addAll(finding.missing()));
            for (var fact : missing) {
                assertThat(facts.answer(fact)).isEmpty();
                var answered = screen(facts.with(fact, cases.answer(fact)));
                assertThat(answered.findings())
                        .noneMatch(finding -> finding.missing().contains(fact));
            }
        }
    }

    @Test
    void leavesNothingUnknownOnceEverythingIsAnswered() {
        var cases = new RandomCases(7);
        for (int i = 0; i < CASES; i++) {
            var facts = cases.any();
            for (var fact : Fact.values()) {
                if (facts.answer(fact).isEmpty() && !fact.isOptionalDetail()) {
                    facts = facts.with(fact, cases.answer(fact));
                }
            }
            assertThat(screen(facts).findings()).noneMatch(finding -> finding.kind() == Kind.UNKNOWN);
        }
    }

    /// A fact that speaks against treatment never makes the verdict milder than its harmless answer does.
    @Test
    void isNeverMilderForAGraverFact() {
        var cases = new RandomCases(11);
        var harmful = Map.<Fact.Shape, List<Answer>>of(
                Fact.Shape.FLAG, List.of(new Answer.Flag(false), new Answer.Flag(true)),
                Fact.Shape.ZONES, List.of(Answer.InZones.nowhere(), Answer.InZones.everywhere()),
                Fact.Shape.DAY, List.of(new Answer.Never(), new Answer.Day(Cases.ON.minusDays(1))));
        for (int i = 0; i < CASES; i++) {
            var facts = cases.any();
            var fact = cases.pick(List.of(Fact.values()));
            if (fact == Fact.PREVIOUS_NEEDLING_ZONES || !harmful.containsKey(fact.shape())) {
                continue;
            }
            var answers = harmful.get(fact.shape());
            var milder = screen(facts.with(fact, answers.getFirst()));
            var graver = screen(facts.with(fact, answers.getLast()));
            assertThat(graver.verdict()).as(fact.path()).isLessThanOrEqualTo(milder.verdict());
        }
    }

    @Test
    void neverFindsLessInMoreZones() {
        var cases = new RandomCases(13);
        for (int i = 0; i < CASES; i++) {
            var facts = cases.any();
            var more = new ArrayList<>(facts.zones());
            for (ZoneId zone : cases.zones()) {
                if (!more.contains(zone)) {
                    more.add(zone);
                }
            }
            var few = screen(facts);
            var many = screen(facts.in(more));
            assertThat(many.verdict()).isLessThanOrEqualTo(few.verdict());
            assertThat(kinds(many)).containsAll(kinds(few));
        }
    }

    private static List<String> kinds(Screening screening) {
        return screening.findings().stream()
                .map(finding -> finding.kind() + " " + finding.rule())
                .toList();
    }

    /// Whatever is asked for can change the verdict, and whatever can change it to a graver one is asked for.
    @Test
    void asksForWhatCanMakeItGraver() {
        var cases = new RandomCases(17);
        for (int i = 0; i < CASES / 3; i++) {
            var facts = cases.any();
            var before = screen(facts);
            for (var fact : Fact.values()) {
                if (facts.answer(fact).isEmpty() && !before.ask().contains(fact) && !isNotAskedOfMen(facts, fact)) {
                    assertThat(screen(facts.with(fact, cases.answer(fact))).verdict())
                            .as(fact.path())
                            .isGreaterThanOrEqualTo(before.verdict());
                }
            }
        }
    }

    /// Said to be true it counts all the same, so it can change the verdict without being asked for.
    private static boolean isNotAskedOfMen(PatientFacts facts, Fact fact) {
        return facts.sex().filter(Sex.MALE::equals).isPresent()
                && (fact == Fact.PREGNANT || fact == Fact.BREASTFEEDING);
    }

    @Test
    void givesTheSameBytesForTheSameCase() {
        var cases = new RandomCases(19);
        var again = new RandomCases(19);
        var other = Knowledge.builtIn();
        for (int i = 0; i < CASES / 3; i++) {
            assertThat(Documents.json(other.screen(again.any(), Cases.ON).toDocument()))
                    .isEqualTo(Documents.json(screen(cases.any()).toDocument()));
        }
    }
}
