package org.stipple.clinic.treatment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.web.Days;
import org.stipple.protocol.Operator;

/// Closes a session under a name.
@Component
class Closing {

    private final SessionStore store;
    private final Patients patients;
    private final Courses courses;
    private final Screenings screenings;
    private final Accounts accounts;
    private final ClinicClock clock;
    private final AgainstGoingOn against;
    private final WhoTreats whoTreats;
    private final NextSessions next;
    private final NumbingStore numbings;

    Closing(
            SessionStore store,
            Patients patients,
            Courses courses,
            Screenings screenings,
            Accounts accounts,
            ClinicClock clock,
            AgainstGoingOn against,
            WhoTreats whoTreats,
            NextSessions next,
            NumbingStore numbings) {
        this.numbings = numbings;
        this.next = next;
        this.store = store;
        this.patients = patients;
        this.courses = courses;
        this.screenings = screenings;
        this.accounts = accounts;
        this.clock = clock;
        this.against = against;
        this.whoTreats = whoTreats;
    }

    /// Closes the session under the name of whoever acts, and judges the person anew.
    ///
    /// @param onTopOf how much of it was shown, as [Session#toldSoFar()]: that is what is signed
    /// @return why it was not closed; empty when it was
    /// @throws ToldMeanwhile when more was charted since
    @Transactional
    public List<String> close(PatientId patient, UUID session, String note, String password, int onTopOf) {
        patients.change(patient, "session closed");
        Session found = store.find(patient, session).orElseThrow(NoSuchPatient::new);
        if (found.close().isPresent()) {
            return List.of("This session was closed meanwhile by "
                    + found.close().get().signer() + ". Nothing was lost and nothing is left to do; what is added now "
                    + "amends it.");
        }
        if (found.toldSoFar() != onTopOf) {
            throw new ToldMeanwhile(found.toldAfter(onTopOf, Acting.current().zone()));
        }
        var why = new ArrayList<String>();
        List<String> left = courses.find(patient, found.course()).plan().course().planned().stream()
                .filter(zone -> !found.isTold(zone.id()))
                .map(zone -> zone.id().words())
                .toList();
        if (!left.isEmpty() && !Reason.says(note, false)) {
            why.add("Not charted: " + String.join(", ", left)
                    + ". Chart it, say that it was not treated, or write in the note why it was left out, in two words"
                    + " at least.");
        }
        List<String> arose = against.of(found);
        if (!arose.isEmpty() && !Reason.says(note, true)) {
            why.add("After the session began this arose: " + String.join("; ", arose)
                    + ". Write in the note what was done about it: say " + Reason.MORE + ".");
        }
        closedByAnother(found)
                .filter(_ -> arose.isEmpty() && !Reason.says(note, false))
                .ifPresent(planned -> why.add("The course was planned for " + WhoTreats.words(planned)
                        + ", and you do not treat as that. Write in the note why you close it, in two"
                        + " words and eight letters at least."));
        numbings.of(patient).stream()
                .filter(numbing -> numbing.off().isEmpty())
                .forEach(
                        on -> why.add(
                                "The anaesthetic is on the skin since "
                                        + Days.moment(
                                                on.onAt(), Acting.current().zone()) + ": " + on.words()
                                        + ". Wipe it off completely, write that down at the top of this page, then close the session."));
        accounts.whyNotConfirmed(password).ifPresent(why::add);
        if (why.isEmpty()) {
            if (!store.close(patient, session, note, arose, whoTreats.current(), clock.now(), Acting.current())) {
                return List.of("This session was closed at the same moment by somebody else. Nothing was lost.");
            }
            // The verdict from before the needle says "go"; from now on the person waits.
            screenings.screen(patient);
            next.closed(found);
        }
        return why;
    }

    /// Who is to treat by the course of a session, where whoever acts does not treat as that.
    @Transactional
    public Optional<Operator> closedByAnother(Session session) {
        return Gate.planned(courses.find(session.patient(), session.course()))
                .filter(planned -> !whoTreats.current().equals(Optional.of(planned)));
    }
}
