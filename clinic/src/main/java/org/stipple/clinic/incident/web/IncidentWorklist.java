package org.stipple.clinic.incident.web;

import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.incident.Incidents;
import org.stipple.clinic.web.Worklist;

/// That incidents wait, in the navigation of whoever looks at them.
@Component
class IncidentWorklist implements Worklist {

    private final Incidents incidents;

    IncidentWorklist(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD);
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
        return incidents.waiting();
    }
}
