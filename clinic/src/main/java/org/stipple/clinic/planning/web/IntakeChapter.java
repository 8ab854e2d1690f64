package org.stipple.clinic.planning.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.web.Days;

/// What the intake tells on a person's page; to the front desk, how the questions are sent, and nothing else.
@Component
class IntakeChapter implements Chapter {

    private static final int ORDER = 1;
    private static final String TITLE = "Intake";

    private final Intakes intakes;

    IntakeChapter(Intakes intakes) {
        this.intakes = intakes;
    }

    @Override
    public Told tell(Patient person) {
        return intakes.latest(person.id())
                .map(latest -> new Told(
                        ORDER,
                        TITLE,
                        "Answers of "
                                + Days.moment(
                                        latest.answeredAt(), Acting.current().zone())
                                + ", " + latest.by() + ".",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(
                                new Link("Open the answers", "/people/" + person.id() + "/intake"),
                                byLink(person, "Send the questions, and what came by link")),
                        List.of()))
                .orElse(new Told(
                        ORDER,
                        TITLE,
                        "No answers yet. The questions decide whether and how treatment is possible.",
                        Optional.empty(),
                        Optional.of(new Link("Begin the intake", "/people/" + person.id() + "/intake")),
                        List.of(byLink(person, "Send the questions, and what came by link")),
                        List.of()));
    }

    @Override
    public Optional<Told> tellOthers(Patient person) {
        return Acting.current().isOneOf(Role.FRONT_DESK)
                ? Optional.of(new Told(
                        ORDER,
                        "Questions before a visit",
                        "The person answers on their own phone. What they answer is for whoever treats.",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(byLink(person, "Send the questions, and see whether a link was used")),
                        List.of()))
                : Optional.empty();
    }

    private static Link byLink(Patient person, String words) {
        return new Link(words, "/people/" + person.id() + "/intake/links");
    }
}
