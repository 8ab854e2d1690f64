package org.stipple.clinic.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Guest;
import org.stipple.clinic.invitation.Invitation;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.NotHere;

/// The links by which people fetch their own copy. A whole record lies behind one, so that whoever holds it is
/// asked for the date of birth as well, and not for long.
@Component
public class CopyLinks {

    /// `design`: long enough for whoever reads their mail on Sundays, and short enough that an old message on a
    /// lost phone opens nothing.
    public static final Duration GOOD_FOR = Duration.ofDays(7);

    /// `design`: one slip of the finger and one doubt. A day among those of a life is not guessed in three.
    public static final int TRIES = 3;

    private final Invitations invitations;
    private final CopyStore store;
    private final Patients patients;
    private final ClinicClock clock;

    CopyLinks(Invitations invitations, CopyStore store, Patients patients, ClinicClock clock) {
        this.invitations = invitations;
        this.store = store;
        this.patients = patients;
        this.clock = clock;
    }

    /// What came of saying a date of birth.
    public sealed interface Tried {

        /// It is theirs.
        record Right() implements Tried {}

        /// It is not.
        ///
        /// @param left how often it may be said again
        record Wrong(int left) implements Tried {}

        /// The link has ended: it was wrong too often, or was taken back meanwhile.
        record Over() implements Tried {}
    }

    /// Somebody whose link ended because the date of birth was wrong.
    public record Locked(PatientId patient, String name, Instant at) {}

    /// Makes a link. Nothing is sent.
    @Transactional
    public Invitation give(PatientId patient) {
        return invitations.invite(patient, Errand.COPY, patient.value(), GOOD_FOR);
    }

    /// The links that this person was given, newest first.
    @Transactional
    public List<Invitation> of(PatientId patient) {
        return invitations.of(patient, Errand.COPY);
    }

    /// Until when a guest's link is good.
    @Transactional
    public Instant until(Guest guest) {
        return required(guest.patient(), guest.invitation()).expiresAt();
    }

    /// Tries a date of birth. A wrong one is counted for good; one after the other, however many come at once.
    @Transactional
    public Tried tried(Guest guest, LocalDate said) {
        Patient person = patients.change(guest.patient(), "date of birth said by link");
        int before = store.tries(person.id(), guest.invitation());
        boolean good = invitations.of(person.id(), Errand.COPY).stream()
                .anyMatch(link -> link.id().equals(guest.invitation()) && link.isGood(clock.now()));
        if (before >= TRIES || !good) {
            return new Tried.Over();
        }
        if (person.details().birthDate().equals(said)) {
            return new Tried.Right();
        }
        store.tried(person.id(), guest.invitation(), before + 1, clock.now());
        if (before + 1 < TRIES) {
            return new Tried.Wrong(TRIES - before - 1);
        }
        invitations.takeBack(person.id(), guest.invitation());
        return new Tried.Over();
    }

    /// Takes a link back: from now on it opens nothing.
    ///
    /// @throws NotHere when this person was given no such link
    @Transactional
    public void takeBack(PatientId patient, UUID link) {
        invitations.takeBack(patient, required(patient, link).id());
    }

    /// Says that somebody has seen that a link ended by wrong dates of birth.
    ///
    /// @throws NotHere when this person was given no such link
    @Transactional
    public void seen(PatientId patient, UUID link) {
        patients.change(patient, "seen that a link ended");
        store.seen(patient, required(patient, link).id(), clock.now(), Acting.current());
    }

    private Invitation required(PatientId patient, UUID link) {
        return of(patient).stream()
                .filter(one -> one.id().equals(link))
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    /// How often the date of birth was wrong behind a link.
    @Transactional
    public int wrong(PatientId patient, UUID link) {
        patients.read(patient, "copy of the record");
        return store.tries(patient, link);
    }

    /// The links of this person that ended by it, and that nobody has seen.
    @Transactional
    public List<UUID> unseen(PatientId patient) {
        patients.read(patient, "copy of the record");
        return store.unseen(patient);
    }

    /// All of them, the newest first. That all records are read has been entered in the same transaction.
    @Transactional
    public List<Locked> waiting(int atMost) {
        return store.waiting(atMost);
    }
}
