package org.stipple.clinic.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;

/// A day as the desk sees it: who comes when, to whom, where, and what stands in the way.
@Component
public class DayBook {

    /// `design`: more than ten practitioners see in a day.
    private static final int MOST = 300;

    /// `design`: as far ahead as calendars show.
    private static final Duration AHEAD = Duration.ofDays(400);

    /// `design`: more than are booked at once by ten practitioners for a quarter of a year.
    private static final int MOST_AHEAD = 5000;

    private final DayBookStore store;
    private final InTheWay inTheWay;
    private final AuditTrail trail;
    private final ClinicClock clock;

    DayBook(DayBookStore store, InTheWay inTheWay, AuditTrail trail, ClinicClock clock) {
        this.store = store;
        this.inTheWay = inTheWay;
        this.trail = trail;
        this.clock = clock;
    }

    /// What a session lacks before it can begin.
    public enum Missing {
        SIGNATURE("the course is not signed"),
        CONSENT("no consent to this course"),
        ANSWERS("answers not asked again for this day");

        private final String words;

        Missing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// Somebody who comes.
    ///
    /// @param practitioner their name
    /// @param room its name
    /// @param inTheWay what came into its way since it was taken, each in a sentence without anything clinical
    /// @param cannotCome whether they say that they cannot come
    /// @param missed whether it was said that they did not come
    public record Line(
            UUID appointment,
            PatientId patient,
            String name,
            Slot slot,
            String practitioner,
            String room,
            List<Missing> missing,
            List<String> inTheWay,
            boolean cannotCome,
            boolean missed) {
        public Line {
            missing = List.copyOf(missing);
            inTheWay = List.copyOf(inTheWay);
        }

        private Line with(List<String> more) {
            return new Line(appointment, patient, name, slot, practitioner, room, missing, more, cannotCome, missed);
        }
    }

    /// Of an appointment, and whether the record was written on since it was taken.
    record Written(Line line, boolean since) {}

    /// Everybody of a day, by time; that it was read stands in the trail.
    @Transactional
    public List<Line> of(LocalDate day) {
        trail.openAll("appointments of a day");
        var zone = Acting.current().zone();
        return judged(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant(),
                MOST);
    }

    /// Those of today that are not over, the next first. The caller has entered in the trail that it reads of
    /// all people.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Line> stillToday(int atMost) {
        var zone = Acting.current().zone();
        return judged(clock.now(), clock.today().plusDays(1).atStartOfDay(zone).toInstant(), atMost).stream()
                .filter(line -> !line.missed())
                .toList();
    }

    private List<Line> judged(Instant from, Instant to, int atMost) {
        InTheWay.Arranged arranged = inTheWay.arranged(from, to);
        return store.between(from, to, atMost, Acting.current().zone()).stream()
                .map(one -> judged(one, arranged))
                .toList();
    }

    /// What the record says is asked only of those whose record was written on since.
    private Line judged(Written one, InTheWay.Arranged arranged) {
        Line line = one.line();
        var against = new ArrayList<>(arranged.against(line.slot(), line.practitioner()));
        if (one.since() && line.slot().kind() == AppointmentKind.SESSION) {
            against.addAll(inTheWay.ofTheRecord(line.patient(), line.appointment()));
        }
        return against.isEmpty() ? line : line.with(against);
    }

    /// Those to come in whose way something came since they were taken, the next first: to be looked at, and
    /// moved or left by a person.
    @Transactional
    public List<Line> toLookAt() {
        trail.openAll("appointments to look at");
        return toLookAt(AHEAD, MOST_AHEAD);
    }

    /// As [#toLookAt()], of the next days. The caller has entered in the trail that it reads of all people.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Line> toLookAt(Duration ahead, int atMost) {
        Instant now = clock.now();
        return judged(now, now.plus(ahead), MOST_AHEAD).stream()
                .filter(line -> !line.missed() && !line.inTheWay().isEmpty())
                .limit(atMost)
                .toList();
    }

    /// What came into the way of an appointment since it was taken. The record has been opened in the same
    /// transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> inTheWay(Appointment one, String practitioner) {
        if (!one.stands()) {
            return List.of();
        }
        var against = new ArrayList<>(
                inTheWay.arranged(one.slot().from(), one.slot().to()).against(one.slot(), practitioner));
        against.addAll(inTheWay.ofTheRecord(one.patient(), one.id()));
        return List.copyOf(against);
    }
}
