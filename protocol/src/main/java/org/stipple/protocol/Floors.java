package org.stipple.protocol;

import java.util.ArrayList;
import java.util.List;

/// Looks for rules that a clinic's overlay could loosen though it must not: what nobody may set aside, what
/// the law of a place says, and from what age on somebody is treated at all. They say why under `floor`.
final class Floors {

    private Floors() {}

    /// One line for each.
    static List<String> missingIn(Contents contents) {
        var problems = new ArrayList<String>();
        for (var rule : contents.rules()) {
            // No overlay changes what came with it.
            if (!contents.examples().containsKey(rule.id()) || OverlayRules.isOfTheClinic(rule, contents)) {
                continue;
            }
            boolean informs = rule.kind() == Kind.NOTE;
            if (rule.floor().isPresent()) {
                if (informs) {
                    problems.add("rules." + rule.id() + ".floor: a note has nothing that could be loosened");
                }
            } else if (rule.overridable() == Overridable.NEVER) {
                problems.add("rules." + rule.id() + ": nobody may set it aside, and it has no floor");
            } else if (!informs && looksAtThePlace(rule.when())) {
                problems.add("rules." + rule.id() + ": it speaks for the law of a place, and has no floor");
            } else if (rule.kind() == Kind.REFUSE && (rule.when().facts() & Fact.AGE.bit()) != 0) {
                problems.add("rules." + rule.id() + ": it refuses by age, and has no floor");
            }
        }
        return problems;
    }

    private static boolean looksAtThePlace(Condition condition) {
        return switch (condition) {
            case Condition.All(var of) -> of.stream().anyMatch(Floors::looksAtThePlace);
            case Condition.Any(var of) -> of.stream().anyMatch(Floors::looksAtThePlace);
            case Condition.Under _ -> true;
            case Condition.Possibly(var of) -> looksAtThePlace(of);
            // A rule that holds outside a place is not of its law.
            case Condition.Not _,
                    Condition.Is _,
                    Condition.OneOf _,
                    Condition.Between _,
                    Condition.Within _,
                    Condition.InZone _,
                    Condition.Asks _,
                    Condition.AsksSubtype _,
                    Condition.At _,
                    Condition.By _,
                    Condition.Since _,
                    Condition.In _,
                    Condition.With _,
                    Condition.Anaesthetised _,
                    Condition.Circumstantial _ -> false;
        };
    }
}
