package org.stipple.protocol;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.stipple.quantities.Depth;

/// How deep the law of a place allows.
///
/// @param jurisdiction where; a part inherits from its whole
/// @param from the first day on which it may hold; empty where that was not read, and then it holds on every day
/// @param operators for whom; empty for everybody
/// @param exceptPremises where these are stated it does not hold
/// @param underAge of whom: those younger than this, and those whose age is not known; empty for everybody
/// @param deepest that is allowed
/// @param verified whether we could verify that it is in force; otherwise more than that needs a signature
/// @param says in a sentence
record DepthLaw(
        String id,
        String jurisdiction,
        Optional<LocalDate> from,
        Set<Operator> operators,
        Optional<Premises> exceptPremises,
        Optional<Integer> underAge,
        Depth deepest,
        boolean verified,
        String says) {

    /// Whether it holds for a case, on the day of its question.
    boolean holds(Case patient) {
        var place = patient.facts().place();
        return (from.isEmpty() || !patient.on().isBefore(from.get()))
                && place.jurisdiction()
                        .map(stated -> patient.contents().places().covers(jurisdiction, stated))
                        .orElse(false)
                && (operators.isEmpty()
                        || place.operator().map(operators::contains).orElse(false))
                && (exceptPremises.isEmpty() || !place.premises().equals(exceptPremises))
                && (underAge.isEmpty()
                        || !(patient.answer(Fact.AGE) instanceof Answer.Whole(var age))
                        || age < underAge.get());
    }
}
