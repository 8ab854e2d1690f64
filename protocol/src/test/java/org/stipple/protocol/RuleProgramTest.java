package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Beyond the rules that there are: any conditions at all.
class RuleProgramTest {

    private static final int CASES = Integer.getInteger("stipple.cases", 900);
    private static final int RULES = 40;
    private static final Contents CONTENTS = Knowledge.builtIn().contents();

    @Test
    void givesWhatTheTreesGive() {
        var random = new Random(37);
        var cases = new RandomCases(41);
        for (int i = 0; i < CASES / 10; i++) {
            var rules = new ArrayList<Rule>();
            for (int rule = 0; rule < RULES; rule++) {
                rules.add(rule("r" + rule, condition(random, 3)));
            }
            assertSame(rules, cases);
        }
    }

    /// Every fact and circumstance by itself, so that none is taken for its neighbour.
    @Test
    void givesEveryLeafItsPlace() {
        var rules = new ArrayList<Rule>();
        for (var fact : Fact.values()) {
            leaf(fact, true).ifPresent(is -> rules.add(rule("is-" + fact, is)));
            leaf(fact, false).ifPresent(not -> rules.add(rule("not-" + fact, not)));
        }
        for (var circumstance : Circumstance.values()) {
            rules.add(rule(circumstance.id(), new Condition.Circumstantial(circumstance)));
        }
        rules.add(rule("none", new Condition.Any(List.of())));
        rules.add(rule("all", new Condition.All(List.of())));
        var cases = new RandomCases(43);
        for (int i = 0; i < CASES / 10; i++) {
            assertSame(rules, cases);
        }
    }

    private static void assertSame(List<Rule> rules, RandomCases cases) {
        var program = RuleProgram.of(CONTENTS.with(CONTENTS.release(), rules));
        for (int i = 0; i < 10; i++) {
            var patient = new Case(CONTENTS, cases.any(), Cases.ON);
            long[] truths = program.run(patient);
            for (int rule = 0; rule < rules.size(); rule++) {
                var when = rules.get(rule).when();
                assertThat(program.truth(rule, patient, truths)).as("%s", when).isEqualTo(when.holds(patient));
                int unknown = ZoneTruths.whereUnknown(when.holds(patient));
                if (unknown != 0) {
                    assertThat(program.missing(rule, unknown, patient, truths))
                            .as("%s", when)
                            .isEqualTo(when.missing(patient, unknown));
                }
            }
        }
    }

    private static Rule rule(String id, Condition when) {
        return new Rule(
                id,
                Kind.CAUTION,
                when,
                Optional.empty(),
                "reason",
                "reason",
                new Basis.Design("a trial"),
                List.of(),
                Overridable.CLINICIAN,
                Optional.empty(),
                Optional.empty());
    }

    private static Condition condition(Random random, int levels) {
        int choice = random.nextInt(levels == 0 ? 5 : 8);
        return switch (choice) {
            case 0 -> new Condition.InZone(random.nextInt());
            case 1 -> new Condition.Asks(random.nextInt());
            case 2 -> new Condition.Circumstantial(any(random, Circumstance.values()));
            case 3 -> new Condition.At(any(random, Setting.values()));
            case 4 -> leaf(any(random, Fact.values()), random.nextBoolean()).orElse(new Condition.InZone(-1));
            case 5 ->
                random.nextInt(4) == 0
                        ? new Condition.Possibly(condition(random, levels - 1))
                        : new Condition.Not(condition(random, levels - 1));
            default -> {
                var of = new ArrayList<Condition>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    of.add(condition(random, levels - 1));
                }
                yield choice == 6 ? new Condition.All(List.copyOf(of)) : new Condition.Any(List.copyOf(of));
            }
        };
    }

    private static Optional<Condition> leaf(Fact fact, boolean plain) {
        return switch (fact.shape()) {
            case FLAG, ZONES -> Optional.of(new Condition.Is(fact, plain));
            case DAY ->
                Optional.of(plain ? new Condition.Is(fact, true) : new Condition.Within(fact, Period.ofMonths(6)));
            case WORD ->
                Optional.of(new Condition.OneOf(
                        fact,
                        Set.of(plain ? fact.words().getFirst() : fact.words().getLast())));
            case WHOLE -> Optional.of(new Condition.Between(fact, plain ? 0 : 5, plain ? 4 : 1_000));
            case DEPTH -> Optional.empty();
        };
    }

    private static <T> T any(Random random, T[] from) {
        return from[random.nextInt(from.length)];
    }
}
