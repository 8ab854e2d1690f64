package org.stipple.protocol;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.stipple.quantities.Indication;
import org.stipple.quantities.ZoneId;

/// A condition over a case in one zone, in three-valued logic. Conditions are read from the knowledge once and
/// then
/// only evaluated: no text is looked at while screening.
sealed interface Condition {

    /// All of them; the empty list holds.
    record All(List<Condition> of) implements Condition {}

    /// One of them at least; the empty list does not hold.
    record Any(List<Condition> of) implements Condition {}

    /// The contrary.
    record Not(Condition of) implements Condition {}

    /// The fact is answered so: a flag, or for zone facts whether it holds in the zone.
    record Is(Fact fact, boolean value) implements Condition {}

    /// The fact is one of these words.
    record OneOf(Fact fact, Set<String> words) implements Condition {}

    /// The number is from `min` to `max`, both inside.
    record Between(Fact fact, int min, int max) implements Condition {}

    /// The day lies less than `period` before the day of the question: on day + period it holds no longer.
    record Within(Fact fact, Period period) implements Condition {}

    /// The zone is one of these.
    record InZone(Set<ZoneId> zones) implements Condition {}

    /// One of these is asked for.
    record Asks(Set<Indication> indications) implements Condition {}

    /// This subtype is asked for.
    record AsksSubtype(Sought sought) implements Condition {}

    /// The setting is this.
    record At(Setting setting) implements Condition {}

    /// The law of one of these places is stated to hold; a part inherits from its whole.
    record Under(List<String> jurisdictions) implements Condition {}

    /// One of these is stated to needle.
    record By(Set<Operator> operators) implements Condition {}

    /// The premises are stated to be so.
    record In(Premises premises) implements Condition {}

    /// One of these topical anaesthetics is meant to be used.
    record Anaesthetised(Set<String> products) implements Condition {}

    /// Something that is worked out from the case and the knowledge together.
    record Circumstantial(Circumstance circumstance) implements Condition {}

    /// Whether it holds for the case in the zone.
    default Truth holds(Case patient, ZoneId zone) {
        return switch (this) {
            case All(var of) -> {
                var truth = Truth.TRUE;
                for (var condition : of) {
                    truth = truth.and(condition.holds(patient, zone));
                    if (truth == Truth.FALSE) {
                        break;
                    }
                }
                yield truth;
            }
            case Any(var of) -> {
                var truth = Truth.FALSE;
                for (var condition : of) {
                    truth = truth.or(condition.holds(patient, zone));
                    if (truth == Truth.TRUE) {
                        break;
                    }
                }
                yield truth;
            }
            case Not(var of) -> of.holds(patient, zone).not();
            case Is(var fact, var value) ->
                switch (patient.answer(fact)) {
                    case null -> Truth.UNKNOWN;
                    case Answer.Flag(var flag) -> Truth.of(flag == value);
                    case Answer.InZones(var zones) -> Truth.of(zones.contains(zone) == value);
                    case Answer.Never _ -> Truth.of(!value);
                    case Answer.Day _ -> Truth.of(value);
                    case Answer.Word _, Answer.Whole _, Answer.Deep _ -> throw unfit(fact);
                };
            case OneOf(var fact, var words) ->
                switch (patient.answer(fact)) {
                    case null -> Truth.UNKNOWN;
                    case Answer.Word(var word) -> Truth.of(words.contains(word));
                    case Answer.Flag _, Answer.InZones _, Answer.Never _, Answer.Day _, Answer.Whole _, Answer.Deep _ ->
                        throw unfit(fact);
                };
            case Between(var fact, var min, var max) ->
                switch (patient.answer(fact)) {
                    case null -> Truth.UNKNOWN;
                    case Answer.Whole(var value) -> Truth.of(min <= value && value <= max);
                    case Answer.Flag _, Answer.InZones _, Answer.Never _, Answer.Day _, Answer.Word _, Answer.Deep _ ->
                        throw unfit(fact);
                };
            case Within(var fact, var period) ->
                switch (patient.answer(fact)) {
                    case null -> Truth.UNKNOWN;
                    case Answer.Never _ -> Truth.FALSE;
                    case Answer.Day(var date) -> Truth.of(patient.on().isBefore(end(date, period)));
                    case Answer.Flag _, Answer.InZones _, Answer.Word _, Answer.Whole _, Answer.Deep _ ->
                        throw unfit(fact);
                };
            case InZone(var zones) -> Truth.of(zones.contains(zone));
            case Asks(var indications) -> Truth.of(patient.asksOneOf(indications));
            case AsksSubtype(var sought) ->
                Truth.of(patient.facts().indications().contains(sought));
            case At(var setting) -> Truth.of(patient.facts().setting() == setting);
            case Under(var jurisdictions) -> Truth.of(patient.isUnder(jurisdictions));
            case By(var operators) ->
                Truth.of(patient.facts()
                        .place()
                        .operator()
                        .map(operators::contains)
                        .orElse(false));
            case In(var premises) ->
                Truth.of(
                        patient.facts().place().premises().map(premises::equals).orElse(false));
            case Anaesthetised(var products) ->
                Truth.of(patient.facts()
                        .wishes()
                        .anaesthetic()
                        .map(use -> products.contains(use.product()))
                        .orElse(false));
            case Circumstantial(var circumstance) -> circumstance.holds(patient, zone);
        };
    }

    /// Adds the unanswered facts that keep this from being decided. To be asked only where it is unknown.
    default void missing(Case patient, ZoneId zone, Set<Fact> into) {
        switch (this) {
            case All(var of) -> missingOf(of, patient, zone, into);
            case Any(var of) -> missingOf(of, patient, zone, into);
            case Not(var of) -> of.missing(patient, zone, into);
            case Is flag -> patient.missing(flag.fact(), into);
            case OneOf word -> patient.missing(word.fact(), into);
            case Between number -> patient.missing(number.fact(), into);
            case Within day -> patient.missing(day.fact(), into);
            case Circumstantial(var circumstance) -> circumstance.missing(patient, into);
            case InZone _, Asks _, AsksSubtype _, At _, Under _, By _, In _, Anaesthetised _ -> {}
        }
    }

    private static void missingOf(List<Condition> of, Case patient, ZoneId zone, Set<Fact> into) {
        for (var condition : of) {
            if (condition.holds(patient, zone) == Truth.UNKNOWN) {
                condition.missing(patient, zone, into);
            }
        }
    }

    /// Whether zones of one case can differ in it.
    default boolean dependsOnZone() {
        return switch (this) {
            case All(var of) -> of.stream().anyMatch(Condition::dependsOnZone);
            case Any(var of) -> of.stream().anyMatch(Condition::dependsOnZone);
            case Not(var of) -> of.dependsOnZone();
            case Is flag -> flag.fact().shape() == Fact.Shape.ZONES;
            case InZone _ -> true;
            case Circumstantial(var circumstance) -> circumstance.dependsOnZone();
            case OneOf _, Between _, Within _, Asks _, AsksSubtype _, At _, Under _, By _, In _, Anaesthetised _ ->
                false;
        };
    }

    /// Adds every fact that it looks at.
    default void facts(Set<Fact> into) {
        switch (this) {
            case All(var of) -> of.forEach(condition -> condition.facts(into));
            case Any(var of) -> of.forEach(condition -> condition.facts(into));
            case Not(var of) -> of.facts(into);
            case Is flag -> into.add(flag.fact());
            case OneOf word -> into.add(word.fact());
            case Between number -> into.add(number.fact());
            case Within day -> into.add(day.fact());
            case Circumstantial(var circumstance) -> into.addAll(circumstance.facts());
            case InZone _, Asks _, AsksSubtype _, At _, Under _, By _, In _, Anaesthetised _ -> {}
        }
    }

    /// The first day on which a wait no longer stands; the last day of the calendar for dates beyond it.
    static LocalDate end(LocalDate date, Period period) {
        return date.isBefore(LocalDate.MAX.minusYears(200)) ? date.plus(period) : LocalDate.MAX;
    }

    private static IllegalStateException unfit(Fact fact) {
        return new IllegalStateException("a rule compares " + fact + " with an answer that it cannot have");
    }
}
