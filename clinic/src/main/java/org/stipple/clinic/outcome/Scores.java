package org.stipple.clinic.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.Days;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.OutcomeScale;
import org.stipple.quantities.ZoneId;

/// What clinicians and people judged by the scales of the knowledge.
@Component
public class Scores {

    private final ScoreStore store;
    private final Patients patients;
    private final Sessions sessions;
    private final Knowledge knowledge;
    private final ClinicClock clock;

    Scores(ScoreStore store, Patients patients, Sessions sessions, Knowledge knowledge, ClinicClock clock) {
        this.store = store;
        this.patients = patients;
        this.sessions = sessions;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /// What is said by a scale, before it is known to hold together.
    ///
    /// @param scale its identifier
    /// @param rater a clinician, whose name is that of whoever acts, or the person
    /// @param answer a total, or why there is none
    public record Said(
            String scale,
            By rater,
            Answered answer,
            Optional<String> variant,
            Set<ZoneId> zones,
            LocalDate on,
            Optional<Score.Beside> beside) {
        public Said {
            zones = Set.copyOf(zones);
        }
    }

    /// Who judged.
    public sealed interface By {
        /// Whoever acts.
        record Me(Score.Blinding blinding) implements By {}

        /// The person whose record it is.
        record ThePerson(Score.Way way) implements By {}
    }

    /// What was answered.
    public sealed interface Answered {
        /// A total.
        record Total(BigDecimal value) implements Answered {}

        /// None.
        record None(Score.Answer.Why why) implements Answered {}
    }

    /// What was said does not hold together; nothing was written.
    public static final class NotScored extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<String> why;

        NotScored(List<String> why) {
            super(String.join(" ", why));
            this.why = List.copyOf(why);
        }

        /// Each reason, a sentence for the reader.
        public List<String> why() {
            return why;
        }
    }

    /// Everything that was judged, corrected or not, in the order of the days.
    @Transactional
    public List<Score> of(PatientId patient) {
        patients.read(patient, "scales");
        return store.of(patient);
    }

    /// One of them.
    ///
    /// @throws NoSuchPatient when there is none
    @Transactional
    public Score find(PatientId patient, UUID score) {
        return of(patient).stream()
                .filter(one -> one.id().equals(score))
                .findFirst()
                .orElseThrow(NoSuchPatient::new);
    }

    /// Writes down what was judged.
    ///
    /// @throws NotScored where it does not hold together
    @Transactional
    public Score record(UUID id, PatientId patient, Said said) {
        Patient person = patients.change(patient, "scale scored");
        return write(id, person, said, rater(person, said.rater()), Optional.empty());
    }

    /// Writes down what takes the place of an earlier score, which stays as it was.
    ///
    /// @throws NotScored where it does not hold together, says no reason, or the earlier was corrected before
    @Transactional
    public Score correct(UUID id, PatientId patient, UUID earlier, Said said, String reason) {
        Patient person = patients.change(patient, "score corrected");
        Score before = store.of(patient).stream()
                .filter(one -> one.id().equals(earlier))
                .findFirst()
                .orElseThrow(NoSuchPatient::new);
        if (!before.scale().id().equals(said.scale())) {
            throw new NotScored(List.of("A correction is by the same scale. Of another scale, write that this was a"
                    + " mistake, and judge anew."));
        }
        if (!Reason.says(reason, false)) {
            throw new NotScored(List.of("The reason was “" + reason
                    + "”, expected why it is corrected, in two words and eight" + " letters at least."));
        }
        return write(
                id,
                person,
                said,
                corrected(before.told().rater(), rater(person, said.rater())),
                Optional.of(new Score.Correction(earlier, reason.strip())));
    }

    private Score write(UUID id, Patient person, Said said, Score.Rater rater, Optional<Score.Correction> correction) {
        OutcomeScale scale = scale(said.scale())
                .orElseThrow(() -> new NotScored(List.of("The scale “" + said.scale() + "” is not known here.")));
        var why = new ArrayList<String>();
        raterFault(scale, said.rater()).ifPresent(why::add);
        answerFault(scale, said.answer(), correction).ifPresent(why::add);
        dayFault(person, said).ifPresent(why::add);
        if (!why.isEmpty()) {
            throw new NotScored(why);
        }
        var score = new Score(
                id,
                Score.ByScale.of(scale, knowledge.release().version()),
                new Score.Told(
                        rater, answer(scale, said.answer()), said.variant(), said.zones(), said.on(), said.beside()),
                correction,
                clock.now(),
                Acting.current().name());
        if (!store.insert(person.id(), score, Acting.current())) {
            throw new NotScored(
                    List.of("This was corrected before, by somebody else or in another window. That stands; nothing"
                            + " was lost."));
        }
        return score;
    }

    /// The scale of that identifier.
    public Optional<OutcomeScale> scale(String id) {
        return knowledge.scales().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private static Score.Rater rater(Patient person, By by) {
        return switch (by) {
            case By.Me(var blinding) ->
                new Score.Rater.Clinician(Acting.current().name(), blinding);
            case By.ThePerson(var way) -> new Score.Rater.ThePerson(person.name(), way);
        };
    }

    /// Whoever judged stays who judged; who corrects stands beside it as who wrote it down.
    private static Score.Rater corrected(Score.Rater before, Score.Rater now) {
        return before instanceof Score.Rater.Clinician first && now instanceof Score.Rater.Clinician later
                ? new Score.Rater.Clinician(first.name(), later.blinding())
                : now;
    }

    private static Score.Answer answer(OutcomeScale scale, Answered answered) {
        return switch (answered) {
            case Answered.Total(var value) -> new Score.Answer.Given(value, scale.meaning(value));
            case Answered.None(var why) -> new Score.Answer.Absent(why);
        };
    }

    private static Optional<String> raterFault(OutcomeScale scale, By by) {
        OutcomeScale.By who = switch (by) {
            case By.Me _ -> OutcomeScale.By.CLINICIAN;
            case By.ThePerson _ -> OutcomeScale.By.PATIENT;
        };
        if (!scale.scoredBy().contains(who)) {
            return Optional.of(scale.name() + " is not scored by the " + who.id() + ".");
        }
        boolean themselves = Acting.current().isOneOf(Role.PATIENT);
        boolean told = by.equals(new By.ThePerson(Score.Way.ACCOUNT));
        if (themselves != told) {
            return Optional.of(
                    themselves
                            ? "You enter what you yourself say, and nothing else."
                            : "Only the person themselves enters something as entered by themselves.");
        }
        return Optional.empty();
    }

    private static Optional<String> answerFault(
            OutcomeScale scale, Answered answered, Optional<Score.Correction> correction) {
        return switch (answered) {
            case Answered.Total(var value) ->
                scale.has(value)
                        ? Optional.empty()
                        : Optional.of("The score was " + value.toPlainString() + ", expected " + scale.least() + " to "
                                + scale.most() + " in steps of " + scale.step().toPlainString() + ".");
            case Answered.None(var why) ->
                why == Score.Answer.Why.MISTAKEN && correction.isEmpty()
                        ? Optional.of("Only what was written before can have been a mistake.")
                        : Optional.empty();
        };
    }

    private Optional<String> dayFault(Patient person, Said said) {
        if (said.on().isAfter(clock.today())) {
            return Optional.of("The day was " + Days.full(said.on()) + ", which is still to come.");
        }
        if (said.on().isBefore(person.details().birthDate())) {
            return Optional.of("The day was " + Days.full(said.on()) + ", before the person was born.");
        }
        return said.beside().flatMap(beside -> {
            Session session = sessions.find(person.id(), beside.session());
            LocalDate of =
                    LocalDate.ofInstant(session.startedAt(), Acting.current().zone());
            boolean fits = switch (beside.side()) {
                case BEFORE -> !said.on().isAfter(of);
                case AFTER -> !said.on().isBefore(of);
            };
            return fits
                    ? Optional.empty()
                    : Optional.of("It was said to be " + beside.side().id() + " session " + session.number()
                            + ", which was on " + Days.full(of) + "; the day was " + Days.full(said.on()) + ".");
        });
    }
}
