package org.stipple.clinic.consent.web;

import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.web.Worklist;

/// The clinic's texts of consent, in the navigation. Nothing of them waits.
@Component
class TextWorklist implements Worklist {

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.PRIVACY_AND_SAFETY_LEAD);
    }

    @Override
    public String words() {
        return "Consent texts";
    }

    @Override
    public String href() {
        return "/consent/texts";
    }

    @Override
    public int waiting() {
        return 0;
    }
}
