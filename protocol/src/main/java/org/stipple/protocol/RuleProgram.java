package org.stipple.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The conditions of all rules as one straight program: every part has a place in one array of truths, and
/// whatever a part is made of stands before it. Running it is a few loops without a tree, a choice or a new
/// object; what it gives is what the tree of [Condition]s gives. Immutable.
///
/// Places begin with the facts (does it hold, did it ever happen) and the circumstances, each worked out once
/// however many rules look at it. Then come the other conditions, and last what is put together of them. A
/// negation has no place: the place of what it negates is written as its complement.
final class RuleProgram {

    private static final Fact[] FACTS = Fact.values();
    private static final Circumstance[] CIRCUMSTANCES = Circumstance.values();
    private static final int FIRST_LEAF = FACTS.length + CIRCUMSTANCES.length;

    /// All, or one, of some parts.
    private record Junction(boolean all, int[] of) {}

    private final int[] roots;
    private final Fact[] facts;
    private final Circumstance[] circumstances;
    private final Condition[] leaves;
    private final Junction[] junctions;

    private final CircumstanceProgram program;

    private RuleProgram(int[] roots, Compiler compiler, CircumstanceProgram program) {
        this.roots = roots;
        this.program = program;
        this.facts = Fact.of(compiler.facts).toArray(Fact[]::new);
        this.circumstances = Arrays.stream(CIRCUMSTANCES)
                .filter(one -> (compiler.circumstances & 1L << one.ordinal()) != 0)
                .toArray(Circumstance[]::new);
        this.leaves = compiler.leaves.toArray(Condition[]::new);
        this.junctions = compiler.junctions.toArray(Junction[]::new);
    }

    static RuleProgram of(Contents contents) {
        var rules = contents.rules();
        var compiler = new Compiler();
        for (var rule : rules) {
            compiler.gather(rule.when());
        }
        int[] roots = new int[rules.size()];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = compiler.place(rules.get(i).when());
        }
        return new RuleProgram(roots, compiler, new CircumstanceProgram(contents));
    }

    /// Two rounds over the trees: the leaves must all have their places before the first junction has one.
    private static final class Compiler {
        private final List<Condition> leaves = new ArrayList<>();
        private final List<Junction> junctions = new ArrayList<>();
        private long facts;
        private long circumstances;
        private int nextLeaf = FIRST_LEAF;

        private void gather(Condition condition) {
            switch (condition) {
                case Condition.All(var of) -> of.forEach(this::gather);
                case Condition.Any(var of) -> of.forEach(this::gather);
                case Condition.Not(var of) -> gather(of);
                case Condition.Is(var fact, var _) -> facts |= fact.bit();
                case Condition.Circumstantial(var one) -> circumstances |= 1L << one.ordinal();
                case Condition.OneOf _,
                        Condition.Between _,
                        Condition.Within _,
                        Condition.InZone _,
                        Condition.Asks _,
                        Condition.AsksSubtype _,
                        Condition.At _,
                        Condition.Under _,
                        Condition.By _,
                        Condition.Since _,
                        Condition.In _,
                        Condition.With _,
                        Condition.Anaesthetised _,
                        Condition.Possibly _ -> leaves.add(condition);
            }
        }

        private int place(Condition condition) {
            return switch (condition) {
                case Condition.All(var of) -> junction(true, of);
                case Condition.Any(var of) -> junction(false, of);
                case Condition.Not(var of) -> ~place(of);
                case Condition.Is(var fact, var value) -> value ? fact.ordinal() : ~fact.ordinal();
                case Condition.Circumstantial(var one) -> FACTS.length + one.ordinal();
                case Condition.OneOf _,
                        Condition.Between _,
                        Condition.Within _,
                        Condition.InZone _,
                        Condition.Asks _,
                        Condition.AsksSubtype _,
                        Condition.At _,
                        Condition.Under _,
                        Condition.By _,
                        Condition.Since _,
                        Condition.In _,
                        Condition.With _,
                        Condition.Anaesthetised _,
                        Condition.Possibly _ -> nextLeaf++;
            };
        }

        private int junction(boolean all, List<Condition> of) {
            int[] places = new int[of.size()];
            for (int i = 0; i < places.length; i++) {
                places[i] = place(of.get(i));
            }
            junctions.add(new Junction(all, places));
            return FIRST_LEAF + leaves.size() + junctions.size() - 1;
        }
    }

    /// The truth of every part in a case, by its place, as [ZoneTruths].
    long[] run(Case patient) {
        int asked = patient.asked();
        int firstJunction = FIRST_LEAF + leaves.length;
        long[] truths = new long[firstJunction + junctions.length];
        for (var fact : facts) {
            truths[fact.ordinal()] = truth(patient, fact);
        }
        program.run(patient, circumstances, truths, FACTS.length);
        for (int i = 0; i < leaves.length; i++) {
            truths[FIRST_LEAF + i] = leaves[i].holds(patient);
        }
        for (int i = 0; i < junctions.length; i++) {
            truths[firstJunction + i] = truth(junctions[i], truths, asked);
        }
        return truths;
    }

    private static long truth(Case patient, Fact fact) {
        return switch (patient.answer(fact)) {
            case null -> ZoneTruths.unknownIn(patient.asked());
            case Answer.Flag(var flag) -> patient.everywhere(flag);
            case Answer.InZones(var zones) -> ZoneTruths.trueIn(patient.askedOf(zones));
            case Answer.Never _ -> ZoneTruths.NOWHERE;
            case Answer.Day _ -> patient.everywhere(true);
            case Answer.Word _, Answer.Whole _, Answer.Deep _ ->
                throw new IllegalStateException("a rule asks whether " + fact + " holds, which is no such fact");
        };
    }

    private static long truth(Junction junction, long[] truths, int asked) {
        long sum = junction.all ? ZoneTruths.trueIn(asked) : ZoneTruths.NOWHERE;
        for (int place : junction.of) {
            sum = junction.all ? sum & truth(place, truths, asked) : sum | truth(place, truths, asked);
        }
        return sum;
    }

    private static long truth(int place, long[] truths, int asked) {
        return place >= 0 ? truths[place] : ZoneTruths.not(truths[~place], asked);
    }

    /// Where the condition of a rule holds.
    ///
    /// @param rule its place in the list
    /// @param truths what [#run] gave
    long truth(int rule, Case patient, long[] truths) {
        return truth(roots[rule], truths, patient.asked());
    }

    /// As [Condition#missing] of the rule's condition.
    ///
    /// @param where only zones in which it is unknown
    long missing(int rule, int where, Case patient, long[] truths) {
        return missingAt(roots[rule], where, patient, truths);
    }

    /// A negation is unknown where the negated is.
    private long missingAt(int signed, int where, Case patient, long[] truths) {
        int place = signed >= 0 ? signed : ~signed;
        if (place < FACTS.length) {
            return patient.missing(FACTS[place]);
        }
        if (place < FIRST_LEAF) {
            return CIRCUMSTANCES[place - FACTS.length].missing(patient);
        }
        if (place < FIRST_LEAF + leaves.length) {
            return leaves[place - FIRST_LEAF].missing(patient, where);
        }
        long missing = 0;
        for (int part : junctions[place - FIRST_LEAF - leaves.length].of) {
            int unknown = where & ZoneTruths.whereUnknown(truths[part >= 0 ? part : ~part]);
            if (unknown != 0) {
                missing |= missingAt(part, unknown, patient, truths);
            }
        }
        return missing;
    }
}
