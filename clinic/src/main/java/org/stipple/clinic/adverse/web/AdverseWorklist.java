package org.stipple.clinic.adverse.web;

import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.adverse.AdverseEvents;
import org.stipple.clinic.web.Worklist;

/// Adverse events in the navigation; how many are open or wait to be looked at, for whoever looks at them.
@Component
class AdverseWorklist implements Worklist {

    private final AdverseEvents events;

    AdverseWorklist(AdverseEvents events) {
        this.events = events;
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD);
    }

    @Override
    public String words() {
        return "Adverse events";
    }

    @Override
    public String href() {
        return "/adverse";
    }

    @Override
    public int waiting() {
        return AdverseEvents.mayReview() ? events.waiting() : 0;
    }
}
