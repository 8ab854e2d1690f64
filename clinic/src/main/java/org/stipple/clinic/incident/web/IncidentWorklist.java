package org.stipple.clinic.incident.web;

import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.incident.Incidents;
import org.stipple.clinic.web.Worklist;

/// The register in the navigation of whoever writes into it; how many wait, for whoever looks at them.
@Component
class IncidentWorklist implements Worklist {

    private final Incidents incidents;

    IncidentWorklist(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.PRIVACY_AND_SAFETY_LEAD);
    }

    @Override
    public String words() {
        return "Incidents";
    }

    @Override
    public String href() {
        return "/incidents";
    }

    @Override
    public int waiting() {
        return Incidents.mayReview() ? incidents.waiting() : 0;
    }
}
