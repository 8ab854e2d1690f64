package org.stipple.clinic.treatment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.CourseRecord.Acceptance;
import org.stipple.clinic.planning.CourseRecord.AwaitingSecond;
import org.stipple.clinic.planning.CourseRecord.DraftCourse;
import org.stipple.clinic.planning.CourseRecord.Signature;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.protocol.CourseSchedule;
import org.stipple.protocol.ExpectedHealing;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.Treatment;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.document.Field;

/// When a zone that was needled may be needled again under a course. Skin knows nothing of courses: all
/// sessions of the person count, whatever course they were of.
///
/// @param zone needled in that session
/// @param last day of the newest session that needled it
/// @param shortest days that the course asks for at least
/// @param from first day on which it may be needled again
/// @param signable first day on which a sign-off for an earlier session counts: before it nobody has seen the
///   skin settle
/// @param early the sign-off that takes it below the interval of the course, where one was given on that day or
///   later
/// @param tooSoon day of a sign-off that was given after that session, and before it counts
record Recovery(
        org.stipple.quantities.ZoneId zone,
        LocalDate last,
        int shortest,
        LocalDate from,
        LocalDate signable,
        Optional<Acceptance> early,
        Optional<LocalDate> tooSoon) {

    /// The rule whose sign-off is for exactly that: needling again before the interval has passed.
    private static final String EARLY = "retreatment-early";

    /// The line of expected healing that says when all of it is over.
    private static final String SETTLED = "settled";

    /// Design: where the knowledge no longer says when skin is settled, a week as it says today.
    private static final int SETTLED_DAYS = 7;

    /// Of each planned zone that was needled before.
    ///
    /// @param sessions all of the person that count as needling
    static List<Recovery> of(List<Session> sessions, CourseRecord course, Knowledge knowledge, ZoneId place) {
        return course.plan().course().planned().stream()
                .flatMap(zone ->
                        last(sessions, zone).stream().map(session -> of(session, zone, course, knowledge, place)))
                .toList();
    }

    private static Optional<Session> last(List<Session> sessions, ZonePlan.Planned zone) {
        return sessions.stream()
                .filter(session -> session.mayHaveNeedled(zone.id()))
                .max(Comparator.comparing(Session::startedAt));
    }

    private static Recovery of(
            Session session, ZonePlan.Planned zone, CourseRecord course, Knowledge knowledge, ZoneId place) {
        LocalDate last = LocalDate.ofInstant(session.startedAt(), place);
        int shortest = shortest(zone, course);
        int floor = Math.max(Math.min(shortest, shortestSigned(course, knowledge, last)), settled(knowledge));
        LocalDate signable = last.plusDays(floor);
        Optional<Signature> signed =
                signature(course).filter(signature -> signature.at().isAfter(session.startedAt()));
        Optional<LocalDate> on = signed.map(signature -> LocalDate.ofInstant(signature.at(), place));
        Optional<Acceptance> given = signed.flatMap(signature -> early(signature, zone));
        boolean seen = on.filter(day -> !day.isBefore(signable)).isPresent();
        return new Recovery(
                zone.id(),
                last,
                shortest,
                given.isPresent() && seen ? signable : last.plusDays(Math.max(shortest, settled(knowledge))),
                signable,
                given.filter(_ -> seen),
                given.isPresent() && !seen ? on : Optional.empty());
    }

    /// Days between two sessions of a course that needs no sign-off, of the zone that has to wait longest.
    static int restDays(CourseRecord course, Knowledge knowledge) {
        return course.plan().course().planned().stream()
                .mapToInt(zone -> Math.max(shortest(zone, course), settled(knowledge)))
                .max()
                .orElse(settled(knowledge));
    }

    private static int shortest(ZonePlan.Planned zone, CourseRecord course) {
        return zone.schedule()
                .or(() -> course.plan().course().schedule())
                .map(CourseSchedule::intervalDays)
                .map(CourseSchedule.Choice::min)
                .orElse(0);
    }

    private static Optional<Acceptance> early(Signature signature, ZonePlan.Planned zone) {
        return signature.acceptances().stream()
                .filter(acceptance -> acceptance.rule().equals(EARLY))
                .filter(acceptance ->
                        acceptance.zones().isEmpty() || acceptance.zones().contains(zone.id()))
                .findFirst();
    }

    /// What one of two signs for opens nothing yet.
    private static Optional<Signature> signature(CourseRecord course) {
        return switch (course) {
            case SignedCourse signed -> Optional.of(signed.signature());
            case DraftCourse _, AwaitingSecond _ -> Optional.empty();
        };
    }

    /// The shortest interval that may be signed for at all; of several indications the longest.
    private static int shortestSigned(CourseRecord course, Knowledge knowledge, LocalDate on) {
        return PatientFacts.read(Field.root(course.plan().request()), on).indications().stream()
                .flatMap(sought -> knowledge.treatment(sought.indication()).schedule().stream())
                .mapToInt(Treatment.Schedule::shortestSignedDays)
                .max()
                .orElse(Integer.MAX_VALUE);
    }

    /// Days for which no signature opens needled skin again. Design: the channels of the needles close within
    /// three days and redness goes as fast, but flaking and bruises are expected for a week (`healing.yaml`);
    /// no trial that was read, the weekly ones of the scalp included, went below that week, so it is the
    /// longer, safer of the two.
    private static int settled(Knowledge knowledge) {
        return knowledge.healing().stream()
                .filter(healing -> healing.id().equals(SETTLED))
                .mapToInt(ExpectedHealing::toDay)
                .findFirst()
                .orElse(SETTLED_DAYS);
    }
}
