package org.stipple.clinic.planning;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stipple.protocol.Course;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Kind;
import org.stipple.protocol.Release;
import org.stipple.protocol.ZonePlan;
import org.stipple.quantities.ZoneId;

/// A course beside what today's answers and today's knowledge make of it: everything that changed.
///
/// @param planned the knowledge it was planned on
/// @param today the knowledge of now
/// @param found what is found now and was not, gravest first
/// @param gone what was found and is not any more
/// @param depths zones whose greatest depth is another
/// @param interval days between sessions, where they are others
/// @param sessions how many are planned, where that is another number
public record Rechecked(
        Release planned,
        Release today,
        List<Finding> found,
        List<Finding> gone,
        List<OtherDepth> depths,
        Optional<Other> interval,
        Optional<Other> sessions) {

    public Rechecked {
        found = List.copyOf(found);
        gone = List.copyOf(gone);
        depths = List.copyOf(depths);
    }

    /// Another greatest depth than when it was planned.
    ///
    /// @param before in words, with its unit
    /// @param now in words, with its unit; empty where the zone may not be treated any more
    /// @param boundBy the limit that binds now
    public record OtherDepth(ZoneId zone, String before, Optional<String> now, String boundBy) {}

    /// A number that is another.
    public record Other(int before, int now) {}

    /// Compares a course with how it would be planned now.
    static Rechecked of(TodaysJudgement judgement) {
        Course before = judgement.plan().course();
        Course now = judgement.course();
        return new Rechecked(
                before.screening().release(),
                now.screening().release(),
                judgement.newlyFound(),
                judgement.notFoundAnyMore(),
                before.planned().stream()
                        .flatMap(zone -> otherDepth(zone, now).stream())
                        .toList(),
                other(
                        before.schedule()
                                .map(schedule -> schedule.intervalDays().chosen()),
                        now.schedule().map(schedule -> schedule.intervalDays().chosen())),
                other(
                        before.schedule().map(schedule -> schedule.sessions().chosen()),
                        now.schedule().map(schedule -> schedule.sessions().chosen())));
    }

    /// Whether the knowledge is the one that it was planned on.
    public boolean isOnTheSameKnowledge() {
        return planned.equals(today);
    }

    /// Whether nothing of the course is other than it was planned.
    public boolean isAsPlanned() {
        return Stream.of(found, gone, depths).allMatch(List::isEmpty) && interval.isEmpty() && sessions.isEmpty();
    }

    private static Optional<OtherDepth> otherDepth(ZonePlan.Planned before, Course now) {
        String then = before.depth().max().toString();
        var today =
                now.planned().stream().filter(zone -> zone.id() == before.id()).findFirst();
        if (today.isEmpty()) {
            return Optional.of(new OtherDepth(before.id(), then, Optional.empty(), ""));
        }
        var limit = today.get().depth();
        return limit.max().equals(before.depth().max())
                ? Optional.empty()
                : Optional.of(new OtherDepth(
                        before.id(),
                        then,
                        Optional.of(limit.max().toString()),
                        limit.boundBy().toString()));
    }

    private static Optional<Other> other(Optional<Integer> before, Optional<Integer> now) {
        return before.flatMap(
                then -> now.filter(number -> !number.equals(then)).map(number -> new Other(then, number)));
    }

    /// Whether a finding asks for something: a note does not.
    static boolean isMoreThanANote(Finding finding) {
        return finding.kind() != Kind.NOTE;
    }
}
