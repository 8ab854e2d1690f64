package org.stipple.protocol;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;

/// A condition over a case, in three-valued logic for all its zones at once (see [ZoneTruths]). Conditions
/// are read from the knowledge once and then only evaluated: no text of the knowledge is looked at while
/// screening.
sealed interface Condition {

    /// So far from the end of the calendar that every wait ends in it.
    int LAST_YEAR = LocalDate.MAX.getYear() - 200;

    /// Where it holds for the case.
    long holds(Case patient);

    /// The unanswered facts that keep it from being decided in these zones, as [Fact#bit].
    ///
    /// @param where only zones in which it is unknown
    default long missing(Case patient, int where) {
        return 0;
    }

    /// Every fact that it looks at, as [Fact#bit].
    default long facts() {
        return 0;
    }

    /// All of them; the empty list holds.
    record All(List<Condition> of) implements Condition {
        @Override
        public long holds(Case patient) {
            long truths = ZoneTruths.trueIn(patient.asked());
            for (int i = 0; i < of.size() && truths != ZoneTruths.NOWHERE; i++) {
                truths &= of.get(i).holds(patient);
            }
            return truths;
        }

        @Override
        public long missing(Case patient, int where) {
            return missingOf(of, patient, where);
        }

        @Override
        public long facts() {
            return factsOf(of);
        }
    }

    /// One of them at least; the empty list does not hold.
    record Any(List<Condition> of) implements Condition {
        @Override
        public long holds(Case patient) {
            long truths = ZoneTruths.NOWHERE;
            for (var condition : of) {
                truths |= condition.holds(patient);
            }
            return truths;
        }

        @Override
        public long missing(Case patient, int where) {
            return missingOf(of, patient, where);
        }

        @Override
        public long facts() {
            return factsOf(of);
        }
    }

    /// The contrary.
    record Not(Condition of) implements Condition {
        @Override
        public long holds(Case patient) {
            return ZoneTruths.not(of.holds(patient), patient.asked());
        }

        @Override
        public long missing(Case patient, int where) {
            return of.missing(patient, where);
        }

        @Override
        public long facts() {
            return of.facts();
        }
    }

    /// The fact is answered so: a flag, or for zone facts whether it holds in the zone.
    record Is(Fact fact, boolean value) implements Condition {
        @Override
        public long holds(Case patient) {
            long truths = switch (patient.answer(fact)) {
                case null -> ZoneTruths.unknownIn(patient.asked());
                case Answer.Flag(var flag) -> patient.everywhere(flag);
                case Answer.InZones(var zones) -> ZoneTruths.trueIn(patient.askedOf(zones));
                case Answer.Never _ -> ZoneTruths.NOWHERE;
                case Answer.Day _ -> patient.everywhere(true);
                case Answer.Word _, Answer.Whole _, Answer.Deep _ -> throw unfit(fact);
            };
            return value ? truths : ZoneTruths.not(truths, patient.asked());
        }

        @Override
        public long missing(Case patient, int where) {
            return patient.missing(fact);
        }

        @Override
        public long facts() {
            return fact.bit();
        }
    }

    /// The fact is one of these words.
    record OneOf(Fact fact, Set<String> words) implements Condition {
        @Override
        public long holds(Case patient) {
            return switch (patient.answer(fact)) {
                case null -> ZoneTruths.unknownIn(patient.asked());
                case Answer.Word(var word) -> patient.everywhere(words.contains(word));
                case Answer.Flag _, Answer.InZones _, Answer.Never _, Answer.Day _, Answer.Whole _, Answer.Deep _ ->
                    throw unfit(fact);
            };
        }

        @Override
        public long missing(Case patient, int where) {
            return patient.missing(fact);
        }

        @Override
        public long facts() {
            return fact.bit();
        }
    }

    /// The number is from `min` to `max`, both inside.
    record Between(Fact fact, int min, int max) implements Condition {
        @Override
        public long holds(Case patient) {
            return switch (patient.answer(fact)) {
                case null -> ZoneTruths.unknownIn(patient.asked());
                case Answer.Whole(var value) -> patient.everywhere(min <= value && value <= max);
                case Answer.Flag _, Answer.InZones _, Answer.Never _, Answer.Day _, Answer.Word _, Answer.Deep _ ->
                    throw unfit(fact);
            };
        }

        @Override
        public long missing(Case patient, int where) {
            return patient.missing(fact);
        }

        @Override
        public long facts() {
            return fact.bit();
        }
    }

    /// The day lies less than `period` before the day of the question: on day + period it holds no longer.
    record Within(Fact fact, Period period) implements Condition {
        @Override
        public long holds(Case patient) {
            return switch (patient.answer(fact)) {
                case null -> ZoneTruths.unknownIn(patient.asked());
                case Answer.Never _ -> ZoneTruths.NOWHERE;
                case Answer.Day(var date) -> patient.everywhere(isWithin(date, patient.on()));
                case Answer.Flag _, Answer.InZones _, Answer.Word _, Answer.Whole _, Answer.Deep _ -> throw unfit(fact);
            };
        }

        /// Days are counted without making a date of each sum.
        private boolean isWithin(LocalDate date, LocalDate on) {
            return period.toTotalMonths() == 0
                    ? on.toEpochDay() - date.toEpochDay() < period.getDays()
                    : on.isBefore(end(date, period));
        }

        @Override
        public long missing(Case patient, int where) {
            return patient.missing(fact);
        }

        @Override
        public long facts() {
            return fact.bit();
        }
    }

    /// The zone is one of these.
    ///
    /// @param zones as [ZoneTruths#mask]
    record InZone(int zones) implements Condition {
        @Override
        public long holds(Case patient) {
            return ZoneTruths.trueIn(zones & patient.asked());
        }
    }

    /// One of these is asked for, in the zones that are treated for it.
    ///
    /// @param indications bit k stands for indication k
    record Asks(int indications) implements Condition {
        @Override
        public long holds(Case patient) {
            return ZoneTruths.trueIn(patient.whereSought(indications));
        }
    }

    /// This subtype is asked for, in the zones that are treated for it.
    record AsksSubtype(Sought sought) implements Condition {
        @Override
        public long holds(Case patient) {
            return ZoneTruths.trueIn(patient.whereSought(sought));
        }
    }

    /// The setting is this.
    record At(Setting setting) implements Condition {
        @Override
        public long holds(Case patient) {
            return patient.everywhere(patient.facts().setting() == setting);
        }
    }

    /// The law of one of these places is stated to hold; a part inherits from its whole.
    record Under(List<String> jurisdictions) implements Condition {
        @Override
        public long holds(Case patient) {
            return patient.everywhere(patient.isUnder(jurisdictions));
        }
    }

    /// The day of the question is this one or later.
    record Since(LocalDate day) implements Condition {
        @Override
        public long holds(Case patient) {
            return patient.everywhere(!patient.on().isBefore(day));
        }
    }

    /// One of these is stated to needle.
    record By(Set<Operator> operators) implements Condition {
        @Override
        public long holds(Case patient) {
            var operator = patient.facts().place().operator();
            return patient.everywhere(operator.isPresent() && operators.contains(operator.get()));
        }
    }

    /// The premises are stated to be so.
    record In(Premises premises) implements Condition {
        @Override
        public long holds(Case patient) {
            var stated = patient.facts().place().premises();
            return patient.everywhere(stated.isPresent() && stated.get() == premises);
        }
    }

    /// One of these devices is meant to be used.
    record With(Set<String> devices) implements Condition {
        @Override
        public long holds(Case patient) {
            return patient.everywhere(devices.contains(patient.facts().device()));
        }
    }

    /// One of these topical anaesthetics is meant to be used.
    record Anaesthetised(Set<String> products) implements Condition {
        @Override
        public long holds(Case patient) {
            var use = patient.facts().wishes().anaesthetic();
            return patient.everywhere(
                    use.isPresent() && products.contains(use.get().product()));
        }
    }

    /// Something that is worked out from the case and the knowledge together.
    record Circumstantial(Circumstance circumstance) implements Condition {
        @Override
        public long holds(Case patient) {
            return circumstance.everywhere(patient);
        }

        @Override
        public long missing(Case patient, int where) {
            return circumstance.missing(patient);
        }

        @Override
        public long facts() {
            return circumstance.facts();
        }
    }

    /// It holds, or may hold: what is not answered counts as it would if it spoke against treatment. It asks
    /// for nothing itself.
    record Possibly(Condition of) implements Condition {
        @Override
        public long holds(Case patient) {
            long truths = of.holds(patient);
            return ZoneTruths.trueIn(ZoneTruths.whereTrue(truths) | ZoneTruths.whereUnknown(truths));
        }
    }

    private static long missingOf(List<Condition> of, Case patient, int where) {
        long missing = 0;
        for (var condition : of) {
            int unknown = where & ZoneTruths.whereUnknown(condition.holds(patient));
            if (unknown != 0) {
                missing |= condition.missing(patient, unknown);
            }
        }
        return missing;
    }

    private static long factsOf(List<Condition> of) {
        long facts = 0;
        for (var condition : of) {
            facts |= condition.facts();
        }
        return facts;
    }

    /// The first day on which a wait no longer stands; the last day of the calendar for dates beyond it.
    static LocalDate end(LocalDate date, Period period) {
        return date.getYear() < LAST_YEAR ? date.plus(period) : LocalDate.MAX;
    }

    private static IllegalStateException unfit(Fact fact) {
        return new IllegalStateException("a rule compares " + fact + " with an answer that it cannot have");
    }
}
