package org.stipple.clinic.erasure.web;

import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.web.Worklist;

/// The ledger of erasures in the navigation. Who waits stands on the page of the day: to count them opens
/// records.
@Component
class ErasureWorklist implements Worklist {

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.PRIVACY_AND_SAFETY_LEAD, Role.AUDITOR);
    }

    @Override
    public String words() {
        return "Erasures";
    }

    @Override
    public String href() {
        return "/erasures";
    }

    @Override
    public int waiting() {
        return 0;
    }
}
