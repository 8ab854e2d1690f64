package org.stipple.clinic.treatment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.stock.Wanted;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.protocol.Operator;
import org.stipple.quantities.ZoneId;

/// The sessions of the clinic: starting, charting, closing.
@Component
public class Sessions {

    private final SessionStore store;
    private final SessionStart start;
    private final Charting charting;
    private final Closing closing;
    private final Patients patients;

    Sessions(SessionStore store, SessionStart start, Charting charting, Closing closing, Patients patients) {
        this.store = store;
        this.start = start;
        this.charting = charting;
        this.closing = closing;
        this.patients = patients;
    }

    /// Starts a session, or says everything that stands against it.
    ///
    /// @param units units that were scanned and passed their check; each is judged again here and then used
    public Start start(UUID session, PatientId patient, UUID course, List<UUID> units) {
        try {
            return new Start.Started(start.start(session, patient, course, units));
        } catch (SessionStart.Obstacles obstacles) {
            return new Start.NotStarted(obstacles.why());
        }
    }

    /// What stands in the way of starting, as far as it can be known before trying; none where starting is
    /// possible.
    ///
    /// @param units that were scanned
    @Transactional
    public List<Obstacle> against(PatientId patient, CourseRecord course, List<UUID> units) {
        patients.read(patient, "before the session");
        return start.gate().against(patient, course, units);
    }

    /// What a signature makes possible that would else stand in the way, each in a sentence with who signed.
    @Transactional
    public List<String> permitted(PatientId patient, CourseRecord course) {
        patients.read(patient, "before the session");
        return start.gate().permitted(patient, course);
    }

    /// The first day on which the next session of a course may be: what needled skin needs, and not before the
    /// waits of today's judgement end that the signature does not cover.
    ///
    /// @return empty where nothing of it was needled before and nothing waits
    @Transactional
    public Optional<LocalDate> nextFrom(PatientId patient, CourseRecord course) {
        patients.read(patient, "sessions");
        return start.gate().nextFrom(patient, course);
    }

    /// For when the course plans its next session, which may be later than it has to be.
    ///
    /// @return empty before its first
    @Transactional
    public Optional<LocalDate> nextPlanned(PatientId patient, SignedCourse course) {
        patients.read(patient, "sessions");
        return start.gate().nextPlanned(patient, course);
    }

    /// How many sessions of a course were begun; one that was closed with nothing treated is still to be had.
    @Transactional
    public int had(PatientId patient, SignedCourse course) {
        patients.read(patient, "sessions");
        return start.gate().had(patient, course);
    }

    /// From when on the zones of a course have rested, whatever else waits.
    ///
    /// @return empty where nothing of it was needled before
    @Transactional
    public Optional<LocalDate> restedFrom(PatientId patient, CourseRecord course) {
        patients.read(patient, "sessions");
        return start.gate().restedFrom(patient, course);
    }

    /// The first day on which a sign-off for an earlier session than the course asks for counts.
    ///
    /// @return empty where nothing of it was needled before
    @Transactional
    public Optional<LocalDate> earlySignOffFrom(PatientId patient, CourseRecord course) {
        patients.read(patient, "sessions");
        return start.gate().earlySignOffFrom(patient, course);
    }

    /// Days between two sessions of a course where nobody signed for fewer.
    public int restDays(CourseRecord course) {
        return start.gate().restDays(course);
    }

    /// What a course wants of the stock.
    public Wanted wanted(CourseRecord course) {
        return Gate.wanted(course.plan());
    }

    /// Who is to treat by a course.
    ///
    /// @return empty where it does not say
    public Optional<Operator> plannedFor(CourseRecord course) {
        return Gate.planned(course);
    }

    /// As [#chart(PatientId, UUID, ZoneId, Done, int)], on top of whatever was charted of the zone.
    @Transactional
    public Charted chart(PatientId patient, UUID session, ZoneId zone, Done done) {
        patients.change(patient, "session charted");
        int newest =
                store.find(patient, session).map(found -> found.newest(zone)).orElse(0);
        return chart(patient, session, zone, done, newest);
    }

    /// Writes down what was done to a zone. What truly happened is accepted up to what the device can do, and
    /// marked where it departs from the plan: that opens a review, and the graver it is the more must be said
    /// of it.
    ///
    /// @param onTopOf number of the entry about the zone that was shown, 0 for none
    /// @throws NotCharted when the device cannot have done it, or when it is not said why: of a departure, of
    ///   an amendment, of what is added to a closed session
    /// @throws ChartedMeanwhile when there is a newer entry about the zone
    @Transactional
    public Charted chart(PatientId patient, UUID session, ZoneId zone, Done done, int onTopOf) {
        return (Charted) alone(patient, session, new ZoneEntry.Treated(zone, done, onTopOf));
    }

    /// Writes down that a planned zone was not treated, and why. Where something was charted of it before, this
    /// takes it back; what was charted stays in the record, and its review stays open.
    ///
    /// @param onTopOf number of the entry about the zone that was shown, 0 for none
    /// @throws NotCharted when it is not said why, or was said before, or there is nothing to leave out
    /// @throws ChartedMeanwhile when there is a newer entry about the zone
    @Transactional
    public LeftOut leaveOut(
            PatientId patient, UUID session, ZoneId zone, Optional<Why> why, String reason, int onTopOf) {
        return (LeftOut) alone(patient, session, new ZoneEntry.NotTreated(zone, why, reason, onTopOf));
    }

    /// Writes down what was done to several zones: all of them, or none.
    ///
    /// @return what was written, in the same order
    /// @throws ZonesNotCharted when one or more do not hold together
    /// @throws ChartedMeanwhile when there is a newer entry about one or more
    @Transactional
    public List<Later> chart(PatientId patient, UUID session, List<ZoneEntry> entries) {
        return charting.chart(patient, session, entries);
    }

    private Later alone(PatientId patient, UUID session, ZoneEntry entry) {
        try {
            return charting.chart(patient, session, List.of(entry)).getFirst();
        } catch (ZonesNotCharted wrong) {
            throw new NotCharted(Objects.requireNonNull(wrong.wrong().get(entry.zone())));
        }
    }

    /// As [#close(PatientId, UUID, String, String, int)], on top of whatever was charted.
    @Transactional
    public List<String> close(PatientId patient, UUID session, String note, String password) {
        patients.change(patient, "session closed");
        Session found = store.find(patient, session).orElseThrow(NoSuchPatient::new);
        return close(patient, session, note, password, found.toldSoFar());
    }

    /// Closes the session under the name of whoever acts, and judges the person anew.
    ///
    /// @param onTopOf how much of it was shown, as [Session#toldSoFar()]: that is what is signed
    /// @return why it was not closed; empty when it was
    /// @throws ToldMeanwhile when more was charted since
    @Transactional
    public List<String> close(PatientId patient, UUID session, String note, String password, int onTopOf) {
        return closing.close(patient, session, note, password, onTopOf);
    }

    /// Who is to treat by the course of a session, where whoever acts does not treat as that.
    @Transactional
    public Optional<Operator> closedByAnother(Session session) {
        return closing.closedByAnother(session);
    }

    /// A session of a person.
    @Transactional
    public Session find(PatientId patient, UUID session) {
        patients.read(patient, "session");
        return store.find(patient, session).orElseThrow(NoSuchPatient::new);
    }

    /// All sessions of a person, newest first.
    @Transactional
    public List<Session> of(PatientId patient) {
        patients.read(patient, "sessions");
        return store.of(patient);
    }
}
