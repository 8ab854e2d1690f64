package org.stipple.clinic.aftercare.web;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.aftercare.Concerns;
import org.stipple.clinic.web.StaffNeeded;
import org.stipple.clinic.web.TodayList;

/// That nobody is there who answers concerns: on the page of accounts, and first of all on the page of the day
/// of those who can help it. It tells how many wait, and neither of whom nor what.
@Component
class AnswersConcerns implements StaffNeeded, TodayList {

    private final Concerns concerns;

    AnswersConcerns(Concerns concerns) {
        this.concerns = concerns;
    }

    @Override
    public Set<Role> roles() {
        return Concerns.ANSWERING;
    }

    @Override
    public String nobody() {
        return "Nobody answers concerns: no account that is open is that of a practitioner, a supervising clinician or a"
                + " privacy and safety lead. What people report after a session reaches nobody; they are told to call.";
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public String title() {
        return "People who answer concerns";
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.ADMINISTRATOR, Role.MANAGER);
    }

    @Override
    public boolean opensRecords() {
        return false;
    }

    @Override
    public List<Line> lines() {
        if (!concerns.somebodyAnswers()) {
            return List.of(new Line(
                    "Nobody answers concerns",
                    "no account that is open is that of a practitioner, a supervising clinician or a privacy and safety"
                            + " lead",
                    waiting(concerns.countOpen()),
                    Acting.current().isOneOf(Role.ADMINISTRATOR) ? "/accounts" : "/concerns/reach",
                    true));
        }
        int unheard = concerns.countUnheard();
        return unheard == 0
                ? List.of()
                : List.of(new Line(
                        "Nobody is reached who answers concerns",
                        "by e-mail or text message: call them",
                        waiting(unheard),
                        "/concerns/reach",
                        true));
    }

    private static String waiting(int concerns) {
        return concerns == 0 ? "" : concerns == 1 ? "1 concern waits" : concerns + " concerns wait";
    }
}
