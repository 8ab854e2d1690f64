package org.stipple.clinic.aftercare.web;

import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.aftercare.Concerns;
import org.stipple.clinic.web.Worklist;

/// What people reported after a session, in the navigation with its count.
@Component
class ConcernWorklist implements Worklist {

    private final Concerns concerns;

    ConcernWorklist(Concerns concerns) {
        this.concerns = concerns;
    }

    @Override
    public boolean isFor(Actor actor) {
        return Concerns.answers(actor);
    }

    @Override
    public String words() {
        return "Concerns";
    }

    @Override
    public String href() {
        return "/concerns";
    }

    @Override
    public int waiting() {
        return concerns.countOpen();
    }
}
