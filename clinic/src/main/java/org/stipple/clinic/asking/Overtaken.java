package org.stipple.clinic.asking;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stipple.protocol.Fact;
import org.stipple.protocol.PatientFacts;

/// What the record says otherwise than it did when a page was shown: who answered that page answered beside
/// something that holds no more. Pure.
///
/// @param facts whose answer is another
/// @param wanted whether what is wanted, or where, is another; an answer about the skin “there” is then about
///   another skin
record Overtaken(Set<Fact> facts, boolean wanted) {

    Overtaken {
        facts = Set.copyOf(facts);
    }

    /// @param then the record as it stood; empty where nothing was answered yet
    static Overtaken between(Optional<PatientFacts> then, Optional<PatientFacts> now) {
        return new Overtaken(
                Arrays.stream(Fact.values())
                        .filter(fact -> !then.flatMap(facts -> facts.answer(fact))
                                .equals(now.flatMap(facts -> facts.answer(fact))))
                        .collect(Collectors.toUnmodifiableSet()),
                !then.map(PatientFacts::zones).equals(now.map(PatientFacts::zones))
                        || !then.map(PatientFacts::indications).equals(now.map(PatientFacts::indications)));
    }

    /// Whether it touches a page: what it asks, or what was told on it.
    boolean touches(Interview.Page page, Told told) {
        return switch (page.sheet()) {
            case WANTED -> wanted;
            case SUN -> facts.contains(Fact.FITZPATRICK);
            case PREGNANCY, MEDICINES, NOW, THERE, MARKS, HISTORY, TOLD, HEALTH, EVER, LATELY, PLANNED, NEW ->
                Arrays.stream(Fact.values())
                        .filter(fact -> page.facts().contains(fact)
                                || !told.answer(fact).isEmpty())
                        .anyMatch(fact -> facts.contains(fact) || wanted && fact.isAboutZones());
        };
    }
}
