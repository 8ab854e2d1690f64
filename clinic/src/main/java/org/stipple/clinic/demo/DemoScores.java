package org.stipple.clinic.demo;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.outcome.Score;
import org.stipple.clinic.outcome.Scores;
import org.stipple.clinic.treatment.AfterNeedle;
import org.stipple.clinic.treatment.Afterwards;
import org.stipple.clinic.treatment.Reaction;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;

/// What the demo's clinician and its treated person said by scales, and what the skin showed. All invented.
@Component
class DemoScores {

    private static final Scores.By CLINICIAN = new Scores.By.Me(Score.Blinding.NOT_BLINDED);
    private static final Scores.By PERSON = new Scores.By.ThePerson(Score.Way.ROOM);

    private final Scores scores;
    private final Sessions sessions;
    private final AfterNeedle after;
    private final ClinicClock clock;
    private final Ids ids;

    DemoScores(Scores scores, Sessions sessions, AfterNeedle after, ClinicClock clock, Ids ids) {
        this.scores = scores;
        this.sessions = sessions;
        this.after = after;
        this.clock = clock;
        this.ids = ids;
    }

    /// Before the first session.
    void before(PatientId person) {
        score(person, "goodman-baron-qualitative", CLINICIAN, "3", Optional.empty());
        score(person, "dlqi", new Scores.By.ThePerson(Score.Way.PAPER), "7", Optional.empty());
    }

    /// The newest session left the skin red.
    void reacted(PatientId person) {
        Session newest = sessions.of(person).getFirst();
        after.tell(
                person,
                newest.id(),
                new Afterwards.Found(
                        new Reaction(
                                Map.of(Reaction.Sign.ERYTHEMA, 2, Reaction.Sign.OEDEMA, 1, Reaction.Sign.WHEAL, 0)),
                        Optional.of("cool compress"),
                        Optional.of(Afterwards.Aftercare.BOTH),
                        Optional.empty()),
                newest.aftermath().after().size());
    }

    /// Weeks after the last: clinician and person do not say the same.
    void after(PatientId person) {
        var beside = Optional.of(new Score.Beside(sessions.of(person).getFirst().id(), Score.Side.AFTER));
        score(person, "goodman-baron-qualitative", CLINICIAN, "2", beside);
        score(person, "gais", CLINICIAN, "2", beside);
        score(person, "gais", PERSON, "4", beside);
        score(person, "dlqi", new Scores.By.ThePerson(Score.Way.PAPER), "3", beside);
    }

    private void score(PatientId person, String scale, Scores.By by, String total, Optional<Score.Beside> beside) {
        scores.record(
                ids.next(),
                person,
                new Scores.Said(
                        scale,
                        by,
                        new Scores.Answered.Total(new BigDecimal(total)),
                        Optional.empty(),
                        Set.of(),
                        clock.today(),
                        beside));
    }
}
