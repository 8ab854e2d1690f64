package org.stipple.clinic.aftercare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
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

    /// Who answers concerns.
    public static final Set<Role> ANSWERING = Set.copyOf(Ladder.ALL);

    private static final int LONGEST_LIST = 100;

    private final ConcernStore store;
    private final ClockStore clocks;
    private final Patients patients;
    private final Accounts accounts;
    private final ClinicClock clock;
    private final Ids ids;

    Concerns(ConcernStore store, ClockStore clocks, Patients patients, Accounts accounts, ClinicClock clock, Ids ids) {
        this.store = store;
        this.clocks = clocks;
        this.patients = patients;
        this.accounts = accounts;
        this.clock = clock;
        this.ids = ids;
    }

    /// Who answers concerns.
    public static boolean answers(Actor actor) {
        return actor.isOneOf(Ladder.ALL.toArray(Role[]::new));
    }

    /// Whether there is anybody at all in this clinic who answers concerns: whoever tells one is told so only
    /// then.
    @Transactional(readOnly = true)
    public boolean somebodyAnswers() {
        return accounts.all().stream()
                .anyMatch(account -> account.roles().stream().anyMatch(Ladder.ALL::contains));
    }

    /// Raises a sign of an entry, in the transaction in which its answer is kept. While it is open it is told
    /// again, which wakes its clock where somebody had taken it on; after it was closed it is raised anew. The
    /// record is open to change, so that nobody else takes, closes or raises one of this person meanwhile.
    @Transactional(propagation = Propagation.MANDATORY)
    void raise(DiaryEntry entry, Sign sign) {
        Optional<ConcernStore.Last> last = store.last(entry.id(), sign);
        if (last.filter(one -> clocks.hold(one.concern())).isPresent()) {
            store.insertToldAgain(entry.patient(), last.get().concern(), clock.now());
            return;
        }
        store.insert(
                new Concern(
                        ids.next(),
                        entry.patient(),
                        entry.id(),
                        entry.session(),
                        sign,
                        clock.now(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty()),
                1 + last.map(ConcernStore.Last::number).orElse(0));
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

    /// Everything of one person that is open.
    ///
    /// @param gravest what comes first of it, at least one
    /// @param all how many are open
    public record OfPerson(Patient person, List<Concern> gravest, int all) {
        public OfPerson {
            gravest = List.copyOf(gravest);
        }
    }

    /// Who waits for an answer, whose gravest nobody has taken on first. However much somebody told, they stand
    /// here once. Each record is opened.
    @Transactional
    public List<OfPerson> openByPerson(int mostPeople, int mostOfEach) {
        var open = new ArrayList<OfPerson>();
        for (var one : clocks.openByPerson(mostPeople, mostOfEach)) {
            Patient person = patients.read(one.patient(), "concerns");
            List<Concern> gravest = one.gravest().stream()
                    .flatMap(concern -> store.find(one.patient(), concern).stream())
                    .toList();
            if (!gravest.isEmpty()) {
                open.add(new OfPerson(person, gravest, one.all()));
            }
        }
        return open;
    }

    /// How many are open, without opening a record.
    @Transactional(readOnly = true)
    public int countOpen() {
        return clocks.countOpen();
    }

    /// How many nobody has taken on although whoever sees to it that somebody answers was told, without opening a
    /// record.
    @Transactional(readOnly = true)
    public int countUnheard() {
        return clocks.countUnheard();
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

    /// Takes on what whoever takes it on saw, and nothing that was told since: it is one person who is called,
    /// but nobody takes on what they have not read.
    ///
    /// @param seen concerns of this person, each with how often it was told ([Concern#told()]) when it was seen
    /// @return whether nothing is open of this person that is not taken on now
    /// @throws NotHere when one of them is none of this person
    @Transactional
    public boolean take(PatientId patient, Map<UUID, Integer> seen) {
        patients.change(patient, "concern taken on");
        Instant now = clock.now();
        for (var one : seen.entrySet()) {
            boolean open = clocks.hold(one.getKey());
            Concern concern = store.find(patient, one.getKey()).orElseThrow(NotHere::new);
            if (open && concern.told() == one.getValue()) {
                store.insertTaken(
                        concern,
                        new Concern.Taken(now, Acting.current().name()),
                        Acting.current().account());
                clocks.rest(
                        concern.id(),
                        Acting.current().account(),
                        now.plus(Ladder.again(concern.sign().minutes())));
            }
        }
        return store.of(patient).stream()
                .filter(concern -> concern.closed().isEmpty())
                .allMatch(concern -> seen.getOrDefault(concern.id(), 0) == concern.told());
    }

    /// Says what came of a concern, which ends it.
    ///
    /// @param seen how often it was told when it was seen: what was told since is not closed unread
    /// @param words what was said and done
    /// @return what is missing; empty when it is closed, now or before
    /// @throws NotHere when there is none in this clinic
    @Transactional
    public List<String> close(PatientId patient, UUID concern, int seen, Concern.Outcome outcome, String words) {
        patients.change(patient, "concern closed");
        if (words.isBlank()) {
            return List.of("“What was said and done” is empty. The concern is still open: say it in a few words.");
        }
        boolean waits = clocks.hold(concern);
        Concern open = store.find(patient, concern).orElseThrow(NotHere::new);
        if (waits && open.told() != seen) {
            return List.of("The person told it once more while you were writing. The concern is still open: read what"
                    + " was told, then close it.");
        }
        store.insertClosed(
                open,
                new Concern.Closed(
                        outcome, words.strip(), clock.now(), Acting.current().name()),
                Acting.current().account());
        return List.of();
    }
}
