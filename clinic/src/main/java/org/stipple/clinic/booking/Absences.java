package org.stipple.clinic.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Serially;
import org.stipple.clinic.booking.Against.Rule;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.NotHere;

/// Who did not come, and who says that they cannot. What was said is kept and can be taken back by saying the
/// contrary; whoever is to be called stands on the page of the day until they are booked anew or somebody says
/// why not. A person is counted, and never judged by it.
@Component
public class Absences {

    /// `design`: two days, so that somebody else can be given the time; each clinic says its own.
    static final Duration USUAL_AHEAD = Duration.ofHours(48);

    private static final int LONGEST_WHY = 500;

    private final AbsenceStore store;
    private final AppointmentStore appointments;
    private final Appointments taking;
    private final Sessions sessions;
    private final Patients patients;
    private final AuditTrail trail;
    private final Serially serially;
    private final ClinicClock clock;

    Absences(
            AbsenceStore store,
            AppointmentStore appointments,
            Appointments taking,
            Sessions sessions,
            Patients patients,
            AuditTrail trail,
            Serially serially,
            ClinicClock clock) {
        this.store = store;
        this.appointments = appointments;
        this.taking = taking;
        this.sessions = sessions;
        this.patients = patients;
        this.trail = trail;
        this.serially = serially;
        this.clock = clock;
    }

    /// How many appointments there were, and to how many nobody came.
    ///
    /// @param began that were neither cancelled nor moved
    public record Count(AppointmentKind kind, int began, int missed) {}

    /// Writes down that somebody did not come. Twice is once.
    ///
    /// @throws NotHere when there is no such appointment of this person
    /// @throws NotTaken when it has not begun, has ended, or a session was begun on its day
    @Transactional
    public void missed(PatientId person, UUID appointment) {
        patients.change(person, "appointment: did not come");
        Appointment one = appointments.find(person, appointment).orElseThrow(NotHere::new);
        if (!one.stands()) {
            throw refused("This appointment was "
                    + one.end().map(end -> end.how().id()).orElse("ended") + ", so nobody was waited for.");
        }
        if (one.slot().from().isAfter(clock.now())) {
            throw refused("This appointment has not begun yet.");
        }
        var zone = Acting.current().zone();
        LocalDate day = one.slot().day(zone);
        if (one.slot().kind() == AppointmentKind.SESSION
                && sessions.of(person).stream()
                        .anyMatch(session ->
                                LocalDate.ofInstant(session.startedAt(), zone).equals(day))) {
            throw refused("A session of this person was begun on that day, so they came.");
        }
        if (store.of(person, appointment).missed().isEmpty()) {
            store.missed(person, appointment, true, clock.now(), Acting.current());
        }
    }

    /// Takes that back: they came. Nothing is to be done where it was not said.
    ///
    /// @throws NotHere when there is no such appointment of this person
    @Transactional
    public void came(PatientId person, UUID appointment) {
        patients.change(person, "appointment: came after all");
        refuseUnlessHere(person, appointment);
        if (store.of(person, appointment).missed().isPresent()) {
            store.missed(person, appointment, false, clock.now(), Acting.current());
        }
    }

    /// Writes down that somebody who said that they cannot come does come.
    ///
    /// @throws NotHere when there is no such appointment of this person
    @Transactional
    public void comesAfterAll(PatientId person, UUID appointment) {
        patients.change(person, "appointment: comes after all");
        Appointment one = appointments.find(person, appointment).orElseThrow(NotHere::new);
        if (one.stands() && store.of(person, appointment).cannotCome().isPresent()) {
            store.cannotCome(person, appointment, false, clock.now(), Acting.current());
        }
    }

    /// Writes down why nobody calls any more, and books no other time.
    ///
    /// @throws NotHere when there is no such appointment of this person
    /// @throws NotTaken when nobody is to call, or it was not said why
    @Transactional
    public void settle(PatientId person, UUID appointment, String why) {
        patients.change(person, "appointment: not booked anew");
        refuseUnlessHere(person, appointment);
        String words = why.strip();
        if (words.isEmpty() || words.length() > LONGEST_WHY) {
            throw refused("Why no other time is booked was not said, expected 1 to " + LONGEST_WHY + " characters.");
        }
        if (store.of(person, appointment).waits().isEmpty()) {
            throw refused("Nobody waits to be called about this any more.");
        }
        store.settle(person, appointment, words, clock.now(), Acting.current());
    }

    private void refuseUnlessHere(PatientId person, UUID appointment) {
        if (appointments.find(person, appointment).isEmpty()) {
            throw new NotHere();
        }
    }

    private static NotTaken refused(String words) {
        return new NotTaken(List.of(Against.always(Rule.PLACE, words + " Nothing was changed.")));
    }

    /// What came of somebody's saying by their own link that they cannot come.
    public enum Heard {
        /// It is far enough ahead: the time is free again.
        GIVEN_UP,
        /// The time is still held, and the desk sees that they cannot.
        TOLD
    }

    /// Writes down that somebody cannot come, as they say by their own link. Twice is once.
    ///
    /// @param link by which they say it
    /// @throws NotTaken when it has ended or is over; nothing was changed
    public Heard cannotCome(PatientId person, UUID appointment, UUID link) {
        return serially.serially(() -> {
            Appointment one = taking.standing(person, appointment);
            Instant now = clock.now();
            if (store.of(person, appointment).cannotCome().isEmpty()) {
                store.cannotCome(person, appointment, true, now, Acting.current());
            }
            if (!givesUp(one, now)) {
                return Heard.TOLD;
            }
            taking.giveUp(one, link);
            return Heard.GIVEN_UP;
        });
    }

    private boolean givesUp(Appointment one, Instant now) {
        return !now.plus(givingUpAhead()).isAfter(one.slot().from());
    }

    /// Whether saying now that they cannot come frees the time.
    @Transactional(readOnly = true)
    public boolean givesUp(Appointment one) {
        return givesUp(one, clock.now());
    }

    /// How long before its time a person gives an appointment up by their own link.
    @Transactional(readOnly = true)
    public Duration givingUpAhead() {
        return store.givingUpAhead().orElse(USUAL_AHEAD);
    }

    /// Says how long, from now on.
    ///
    /// @throws IllegalArgumentException when that is more than a month
    @Transactional
    public void givingUpAhead(Duration ahead) {
        if (ahead.isNegative() || ahead.compareTo(Duration.ofDays(30)) > 0) {
            throw new IllegalArgumentException(
                    "the hours were " + ahead.toHours() + ", expected 0 to 720; nothing was changed");
        }
        store.givingUpAhead(ahead, clock.now(), Acting.current().name());
        trail.note(Act.CHANGE, "how long before their time people give it up by link");
    }

    /// Whether its time has come, so that it can be said whether anybody came.
    public boolean hasBegun(Appointment one) {
        return !one.slot().from().isAfter(clock.now());
    }

    /// What is written down of one appointment. The record has been opened in the same transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public Absence of(PatientId person, UUID appointment) {
        return store.of(person, appointment);
    }

    /// To which of their appointments a person did not come. The record has been opened in the same
    /// transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> missedBy(PatientId person) {
        return store.missedBy(person);
    }

    /// How many appointments began on the days of a period, and to how many nobody came: of each kind, without
    /// anybody's name. What has not begun yet is not counted.
    ///
    /// @param last the last of the days
    @Transactional(readOnly = true)
    public List<Count> counts(LocalDate first, LocalDate last) {
        var zone = Acting.current().zone();
        Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
        Instant now = clock.now();
        List<Count> found =
                store.counts(first.atStartOfDay(zone).toInstant(), end.isAfter(now) ? now.plusMillis(1) : end);
        return Arrays.stream(AppointmentKind.values())
                .map(kind -> found.stream()
                        .filter(one -> one.kind() == kind)
                        .findFirst()
                        .orElse(new Count(kind, 0, 0)))
                .toList();
    }

    /// Somebody to call.
    public record ToCall(Patient person, UUID appointment, Absence.What what, AppointmentKind kind, Instant from) {}

    /// Whom to call; whoever asks has entered in the trail that all records are read.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ToCall> toCall(int atMost) {
        var toCall = new ArrayList<ToCall>();
        for (var one : store.waiting(atMost)) {
            toCall.add(new ToCall(
                    patients.read(one.patient(), "appointment"),
                    one.appointment(),
                    one.what(),
                    one.kind(),
                    one.from()));
        }
        return toCall;
    }

    /// One appointment as whoever holds its link sees it: the record has been opened in the same transaction.
    ///
    /// @return empty where there is none such
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Own> own(PatientId person, UUID appointment) {
        return appointments
                .find(person, appointment)
                .map(one ->
                        new Own(one, store.of(person, appointment).cannotCome().map(Absence.Word::at), givesUp(one)));
    }

    /// An appointment as its person sees it.
    ///
    /// @param cannotSince when they said that they cannot come
    /// @param givesUp whether saying so now frees the time
    public record Own(Appointment appointment, Optional<Instant> cannotSince, boolean givesUp) {}
}
