package org.stipple.clinic.aftercare;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.protocol.Knowledge;

/// What people write after a session. Each answer is judged in the transaction in which it is kept: whoever
/// stops after the first tap has been heard.
@Component
public class Diary {

    private final DiaryStore store;
    private final Concerns concerns;
    private final Sessions sessions;
    private final Patients patients;
    private final Triage triage;
    private final ClinicClock clock;

    Diary(
            DiaryStore store,
            Concerns concerns,
            Sessions sessions,
            Patients patients,
            Knowledge knowledge,
            ClinicClock clock) {
        this.store = store;
        this.concerns = concerns;
        this.sessions = sessions;
        this.patients = patients;
        this.triage = new Triage(knowledge);
        this.clock = clock;
    }

    /// Keeps an answer, and raises what it is a sign of, and what its words are.
    ///
    /// @param entry chosen by the page that asks; the first answer begins it
    /// @param words what the person wrote beside it, at most 2,000 characters; may be empty. Words beside
    ///   “nothing” count instead of it, words beside a sign with it
    /// @return the entry as it stands now
    /// @throws IllegalArgumentException when the answer is none of this question, or the entry is of another
    ///   session
    @Transactional
    public DiaryEntry answer(
            PatientId patient, UUID session, UUID entry, DiaryQuestion question, String answer, String words) {
        patients.change(patient, "diary");
        if (!question.takes(answer)
                || answer.startsWith(DiaryQuestion.SIGN) && named(answer).isEmpty()) {
            throw new IllegalArgumentException("“" + answer + "” is no answer to “" + question.id() + "”");
        }
        if (words.strip().length() > DiaryQuestion.MOST_WORDS) {
            throw new IllegalArgumentException(
                    "words of " + words.strip().length() + " characters, at most " + DiaryQuestion.MOST_WORDS);
        }
        Session about = sessions.find(patient, session);
        // Browsers send two characters for the end of a line, and count one.
        String said = words.replace("\r\n", "\n").strip();
        String counts = !said.isEmpty() && answer.equals(DiaryQuestion.NOTHING) ? DiaryQuestion.WORDS : answer;
        Instant now = clock.now();
        store.begin(
                new DiaryEntry(entry, patient, about.id(), now, Acting.current().name(), List.of()));
        DiaryEntry begun = store.find(patient, entry)
                .filter(one -> one.session().equals(session))
                .orElseThrow(() -> new IllegalArgumentException("this entry is about another session"));
        store.insert(patient, begun.id(), new DiaryEntry.Given(question, counts, said, now));
        DiaryEntry written = store.find(patient, entry).orElseThrow();
        long hours = Duration.between(newest(patient, about).startedAt(), now).toHours();
        Stream.of(
                        triage.of(question, counts, hours),
                        triage.ofWords(said),
                        triage.together(question, written.standing(), hours))
                .flatMap(List::stream)
                .distinct()
                .forEach(sign -> concerns.raise(written, sign));
        return written;
    }

    /// By which session a person is now that begin with this one: the newest of them in which something was
    /// done to the skin. What is expected, and what is a sign, counts from there.
    @Transactional
    public Session newest(PatientId patient, Session from) {
        return sessions.of(patient).stream()
                .filter(session -> session.startedAt().isAfter(from.startedAt()))
                .filter(session -> !session.standing().isEmpty())
                .max(Comparator.comparing(Session::startedAt))
                .orElse(from);
    }

    private Optional<org.stipple.protocol.RedFlag> named(String answer) {
        return triage.find(answer.substring(DiaryQuestion.SIGN.length()));
    }

    /// An entry of this person.
    @Transactional
    public Optional<DiaryEntry> find(PatientId patient, UUID entry) {
        patients.read(patient, "diary");
        return store.find(patient, entry);
    }

    /// What was written after a session, newest first.
    @Transactional
    public List<DiaryEntry> of(PatientId patient, UUID session) {
        patients.read(patient, "diary");
        return store.of(patient, session);
    }
}
