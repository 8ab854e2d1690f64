package org.stipple.clinic.booking.web;

import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.web.Worklist;

/// The way to the day of the desk, in the navigation. What waits today is counted on the page of the day.
@Component
class BookingWorklist implements Worklist {

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(
                Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.ADMINISTRATOR);
    }

    @Override
    public String words() {
        return "Booking";
    }

    @Override
    public String href() {
        return "/booking";
    }

    @Override
    public int waiting() {
        return 0;
    }
}
