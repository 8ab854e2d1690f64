package org.stipple.clinic.patient.web;

import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.BreakGlass;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.web.Worklist;

/// That records opened in an emergency wait to be reviewed, in the navigation of the privacy and safety lead.
@Component
class EmergencyWorklist implements Worklist {

    private final BreakGlass glass;

    EmergencyWorklist(BreakGlass glass) {
        this.glass = glass;
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.PRIVACY_AND_SAFETY_LEAD);
    }

    @Override
    public String words() {
        return "Emergencies";
    }

    @Override
    public String href() {
        return "/emergencies";
    }

    @Override
    public int waiting() {
        return glass.waiting().size();
    }
}
