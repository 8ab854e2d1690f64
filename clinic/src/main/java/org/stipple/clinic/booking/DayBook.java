package org.stipple.clinic.booking;

import java.time.LocalDate;
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

    private final DayBookStore store;
    private final AuditTrail trail;
    private final ClinicClock clock;

    DayBook(DayBookStore store, AuditTrail trail, ClinicClock clock) {
        this.store = store;
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
    public record Line(
            UUID appointment,
            PatientId patient,
            String name,
            Slot slot,
            String practitioner,
            String room,
            List<Missing> missing) {
        public Line {
            missing = List.copyOf(missing);
        }
    }

    /// Everybody of a day, by time; that it was read stands in the trail.
    @Transactional
    public List<Line> of(LocalDate day) {
        trail.openAll("appointments of a day");
        var zone = Acting.current().zone();
        return store.between(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant(),
                MOST,
                zone);
    }

    /// Those of today that are not over, the next first. The caller has entered in the trail that it reads of
    /// all people.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Line> stillToday(int atMost) {
        var zone = Acting.current().zone();
        return store.between(
                clock.now(), clock.today().plusDays(1).atStartOfDay(zone).toInstant(), atMost, zone);
    }
}
