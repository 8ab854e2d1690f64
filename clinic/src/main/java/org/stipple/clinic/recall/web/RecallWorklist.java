package org.stipple.clinic.recall.web;

import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.recall.Recalls;
import org.stipple.clinic.web.Worklist;

/// That people are to be told of a recall, in the navigation.
@Component
class RecallWorklist implements Worklist {

    private final Recalls recalls;

    RecallWorklist(Recalls recalls) {
        this.recalls = recalls;
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.MANAGER, Role.SUPERVISING_CLINICIAN);
    }

    @Override
    public String words() {
        return "Recalls";
    }

    @Override
    public String href() {
        return "/recalls";
    }

    @Override
    public int waiting() {
        return recalls.waiting();
    }
}
