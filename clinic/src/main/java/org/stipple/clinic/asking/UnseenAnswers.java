package org.stipple.clinic.asking;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.treatment.AgainstStarting;
import org.stipple.clinic.treatment.Obstacle;

/// Answers that came by a link and that nobody who treats has looked at stand against the next session: what
/// was answered at home on the morning of the day is no asking by whoever holds the needle.
@Component
class UnseenAnswers implements AgainstStarting {

    private final OwnIntakeStore store;

    UnseenAnswers(OwnIntakeStore store) {
        this.store = store;
    }

    @Override
    public List<Obstacle> of(PatientId patient) {
        return store.anyWaits(patient)
                ? List.of(new Obstacle(
                        "Answers came by a link, and nobody who treats has looked at them. On the person’s page: “Send the "
                                + "questions, and what came by link”.",
                        Obstacle.Step.LOOK_AT_ANSWERS))
                : List.of();
    }
}
