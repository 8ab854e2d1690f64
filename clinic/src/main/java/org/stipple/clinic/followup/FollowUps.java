package org.stipple.clinic.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.adverse.AdverseEvents;
import org.stipple.clinic.followup.FollowUp.Note;
import org.stipple.clinic.followup.FollowUp.What;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;

/// Who is asked how it went. Who waits is derived from the records: a scale (and for a result a photo) within
/// the time ends it, a later session begins it anew, and whoever does not want to be asked is not. While an
/// adverse event of the person stands nobody asks: they are seen about that.
@Component
public class FollowUps {

    /// `design`: a week ahead is soon enough for a call and an appointment.
    public static final int DAYS_AHEAD = 7;

    private static final int LONGEST_NOTE = 1000;

    private final FollowUpStore store;
    private final AdverseEvents events;
    private final Patients patients;
    private final ClinicClock clock;

    FollowUps(FollowUpStore store, AdverseEvents events, Patients patients, ClinicClock clock) {
        this.store = store;
        this.events = events;
        this.patients = patients;
        this.clock = clock;
    }

    /// Somebody to ask now.
    public record ToAsk(Patient person, FollowUp followUp) {}

    /// Whom to ask now, longest due first. Whoever asks has entered in the trail that all records are read.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ToAsk> due(int atMost) {
        LocalDate today = clock.today();
        var due = new ArrayList<ToAsk>();
        for (FollowUp one : store.due(today, today.plusDays(DAYS_AHEAD))) {
            if (due.size() == atMost) {
                break;
            }
            if (!rests(one.patient())) {
                due.add(new ToAsk(patients.read(one.patient(), "follow-up"), one));
            }
        }
        return due;
    }

    /// Whether nobody asks for now, because an adverse event stands. The record has been opened.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean rests(PatientId patient) {
        return events.stands(patient);
    }

    /// What a person will be asked, soonest first.
    @Transactional
    public List<FollowUp> of(PatientId patient) {
        patients.read(patient, "follow-ups");
        return store.of(patient);
    }

    /// What came of asking a person so far, newest first.
    @Transactional
    public List<Note> notes(PatientId patient) {
        patients.read(patient, "follow-ups");
        return store.notes(patient);
    }

    /// Writes down what came of asking.
    ///
    /// @return why it was not; empty when it was
    @Transactional
    public List<String> note(PatientId patient, UUID session, What what, Came came, String words) {
        patients.change(patient, "asked how it went");
        if (words.length() > LONGEST_NOTE) {
            return List.of("The note had " + words.length() + " characters, expected at most " + LONGEST_NOTE + ".");
        }
        if (store.of(patient).stream().noneMatch(one -> one.session().equals(session) && one.what() == what)) {
            return List.of("Nobody waits to ask this any more: it was answered meanwhile, there was a later session, or"
                    + " the person does not want to be asked. Nothing was written.");
        }
        store.insert(
                patient,
                new Note(
                        session,
                        what,
                        came,
                        words.strip(),
                        clock.now(),
                        Acting.current().name()),
                Acting.current());
        return List.of();
    }
}
