package org.stipple.clinic.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.words.Tongue;

/// What people ask before they sign. A question waits for the clinic and signs nothing.
@Component
public class Questions {

    /// In characters; a page of a letter.
    public static final int LONGEST = 2000;

    private final QuestionStore store;
    private final Patients patients;
    private final ClinicClock clock;

    Questions(QuestionStore store, Patients patients, ClinicClock clock) {
        this.store = store;
        this.patients = patients;
        this.clock = clock;
    }

    /// Somebody whose question waits.
    public record Waiting(PatientId patient, String name, Purpose purpose, Instant since) {}

    /// @param words not blank, at most [#LONGEST] characters
    /// @param invitation the link by which it came
    @Transactional
    public void ask(UUID id, PatientId patient, Purpose purpose, String words, Tongue tongue, UUID invitation) {
        patients.change(patient, "question about consent");
        store.insert(id, patient, purpose, words.strip(), tongue, invitation, clock.now());
    }

    /// All of a person, newest first.
    @Transactional
    public List<Question> of(PatientId patient) {
        patients.read(patient, "questions about consent");
        return store.of(patient);
    }

    /// Answers one. The first answer stands.
    ///
    /// @throws NoSuchPatient when there is none of this person
    /// @throws IllegalArgumentException when it is blank or was answered before
    @Transactional
    public void answer(PatientId patient, UUID question, String words) {
        patients.change(patient, "question about consent answered");
        Question asked = store.of(patient).stream()
                .filter(one -> one.id().equals(question))
                .findFirst()
                .orElseThrow(NoSuchPatient::new);
        if (words.isBlank()) {
            throw new IllegalArgumentException("The answer is empty. Nothing was sent.");
        }
        asked.answer().ifPresent(before -> {
            throw new IllegalArgumentException(
                    "It was answered meanwhile by " + before.by() + ". Nothing was changed.");
        });
        store.answer(patient, question, words.strip(), Acting.current(), clock.now());
    }

    /// Longest waiting first. The caller has entered in the trail that it reads of all people.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Waiting> waiting(int atMost) {
        return store.waiting(atMost);
    }
}
