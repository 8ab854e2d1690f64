package org.stipple.clinic.aftercare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.NotHere;

/// Signs that somebody of the clinic has to answer. Raising one starts its clock ([Escalation]); taking it on
/// lets the clock rest; only what came of it ends it.
@Component
public class Concerns {

    private static final int LONGEST_LIST = 100;

    private final ConcernStore store;
    private final ClockStore clocks;
    private final Patients patients;
    private final ClinicClock clock;
    private final Ids ids;

    Concerns(ConcernStore store, ClockStore clocks, Patients patients, ClinicClock clock, Ids ids) {
        this.store = store;
        this.clocks = clocks;
        this.patients = patients;
        this.clock = clock;
        this.ids = ids;
    }

    /// Who answers concerns.
    public static boolean answers(org.stipple.clinic.access.Actor actor) {
        return actor.isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD);
    }

    /// Raises a sign of an entry, in the transaction in which its answer is kept. Each sign of an entry is
    /// raised once.
    @Transactional(propagation = Propagation.MANDATORY)
    void raise(DiaryEntry entry, Sign sign) {
        store.insert(new Concern(
                ids.next(),
                entry.patient(),
                entry.id(),
                entry.session(),
                sign,
                clock.now(),
                List.of(),
                List.of(),
                Optional.empty()));
    }

    /// A concern with the person who told it.
    public record Of(Patient person, Concern concern) {}

    /// What is open in the clinic, what nobody has taken on and the gravest first. Each record is opened.
    @Transactional
    public List<Of> open() {
        return open(LONGEST_LIST);
    }

    /// At most so many of them.
    @Transactional
    public List<Of> open(int most) {
        var open = new ArrayList<Of>();
        for (var one : clocks.open(most)) {
            Patient person = patients.read(one.patient(), "concern");
            store.find(one.patient(), one.concern()).ifPresent(concern -> open.add(new Of(person, concern)));
        }
        return open;
    }

    /// How many are open, without opening a record.
    @Transactional(readOnly = true)
    public int countOpen() {
        return clocks.countOpen();
    }

    /// One concern.
    ///
    /// @throws NotHere when there is none in this clinic
    @Transactional
    public Of find(PatientId patient, UUID concern) {
        Patient person = patients.read(patient, "concern");
        return new Of(person, store.find(patient, concern).orElseThrow(NotHere::new));
    }

    /// All of a person, newest first.
    @Transactional
    public List<Concern> of(PatientId patient) {
        patients.read(patient, "concerns");
        return store.of(patient);
    }

    /// Takes on everything that is open of this concern's person: it is one person who is called.
    ///
    /// @throws NotHere when there is none in this clinic
    @Transactional
    public void take(PatientId patient, UUID concern) {
        patients.change(patient, "concern taken on");
        if (store.find(patient, concern).isEmpty()) {
            throw new NotHere();
        }
        Instant now = clock.now();
        for (Concern open : store.of(patient)) {
            if (open.closed().isEmpty()) {
                store.insertTaken(
                        open,
                        new Concern.Taken(now, Acting.current().name()),
                        Acting.current().account());
                clocks.rest(open.id(), now.plus(Ladder.again(open.sign().minutes())));
            }
        }
    }

    /// Says what came of a concern, which ends it.
    ///
    /// @param words what was said and done
    /// @return what is missing; empty when it is closed, now or before
    /// @throws NotHere when there is none in this clinic
    @Transactional
    public List<String> close(PatientId patient, UUID concern, Concern.Outcome outcome, String words) {
        patients.change(patient, "concern closed");
        if (words.isBlank()) {
            return List.of("“What was said and done” is empty. The concern is still open: say it in a few words.");
        }
        Concern open = store.find(patient, concern).orElseThrow(NotHere::new);
        store.insertClosed(
                open,
                new Concern.Closed(
                        outcome, words.strip(), clock.now(), Acting.current().name()),
                Acting.current().account());
        return List.of();
    }
}
