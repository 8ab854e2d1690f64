package org.stipple.clinic.treatment.web;

import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.treatment.Reviews;
import org.stipple.clinic.web.Worklist;

/// That departures wait, in the navigation of whoever supervises.
@Component
class ReviewWorklist implements Worklist {

    private final Reviews reviews;

    ReviewWorklist(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.SUPERVISING_CLINICIAN);
    }

    @Override
    public String words() {
        return "Reviews";
    }

    @Override
    public String href() {
        return "/reviews";
    }

    @Override
    public int waiting() {
        return reviews.waiting();
    }
}
