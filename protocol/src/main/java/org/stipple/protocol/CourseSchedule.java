package org.stipple.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// How often, how far apart and when the result is judged.
///
/// @param sessions in number
/// @param intervalDays between sessions; `min` is the shortest without a signature
/// @param assessAtDays days after the last session, 56 at the earliest
/// @param maintenance what is known about keeping the result, one line an indication
public record CourseSchedule(
        Choice sessions, Choice intervalDays, List<Integer> assessAtDays, List<String> maintenance) {

    /// A whole number that was chosen between two others, both allowed.
    public record Choice(int chosen, int min, int max) {

        /// @throws IllegalArgumentException unless `min <= chosen <= max`
        public Choice {
            if (min > chosen || chosen > max) {
                throw new IllegalArgumentException(
                        "must have min <= chosen <= max, was " + min + " " + chosen + " " + max);
            }
        }

        /// The more cautious of both for several indications at once: the larger number of each.
        private Choice and(Choice other) {
            int most = Math.max(chosen, other.chosen);
            return new Choice(most, Math.min(most, Math.max(min, other.min)), Math.max(most, Math.min(max, other.max)));
        }

        Document document() {
            return Document.mapping()
                    .with("chosen", Document.of(chosen))
                    .with("min", Document.of(min))
                    .with("max", Document.of(max));
        }

        static Choice read(Field field) {
            return new Choice(
                    field.required("chosen").integer(0, 10_000),
                    field.required("min").integer(0, 10_000),
                    field.required("max").integer(0, 10_000));
        }
    }

    public CourseSchedule {
        assessAtDays = List.copyOf(assessAtDays);
        maintenance = List.copyOf(maintenance);
    }

    /// The days on which the result is judged.
    Document assessDocument() {
        return Document.listing(
                assessAtDays.stream().map(day -> Document.of(day.longValue())).toList());
    }

    /// As it stands in an answer among other names; empty where there is none.
    static Optional<CourseSchedule> readWithin(Field root) {
        return root.optional("sessions")
                .map(sessions -> new CourseSchedule(
                        Choice.read(sessions),
                        Choice.read(root.required("intervalDays")),
                        root.required("assessAtDays").items().stream()
                                .map(day -> day.integer(0, 10_000))
                                .toList(),
                        Stored.texts(root.required("maintenance"))));
    }

    /// One schedule that serves several indications.
    ///
    /// @param shortest the shortest interval without a signature where needling is so shallow that it may be
    ///   shorter than the indications say, else a larger number
    static CourseSchedule of(Collection<Treatment> treatments, int shortest) {
        var schedules = treatments.stream()
                .map(treatment -> treatment.schedule().orElseThrow())
                .toList();
        var sessions = schedules.getFirst().sessions();
        var interval = schedules.getFirst().intervalDays();
        var assess = new TreeSet<Integer>();
        var maintenance = new ArrayList<String>();
        for (var schedule : schedules) {
            sessions = sessions.and(schedule.sessions());
            interval = interval.and(schedule.intervalDays());
            assess.addAll(schedule.assessAtDays());
        }
        for (var treatment : treatments) {
            maintenance.add(treatment.id().words() + ": "
                    + treatment.schedule().orElseThrow().maintenance());
        }
        // However shallow the needling, no indication is repeated sooner than its own shortest interval under
        // a signature.
        int floor = schedules.stream()
                .mapToInt(Treatment.Schedule::shortestSignedDays)
                .max()
                .orElseThrow();
        int min = Math.min(interval.chosen(), Math.max(floor, Math.min(interval.min(), shortest)));
        var allowed = new Choice(interval.chosen(), min, interval.max());
        return new CourseSchedule(sessions, allowed, List.copyOf(assess), maintenance);
    }
}
