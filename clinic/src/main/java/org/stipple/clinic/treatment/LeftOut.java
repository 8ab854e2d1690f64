package org.stipple.clinic.treatment;

import java.time.Instant;
import java.util.Optional;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.web.Days;
import org.stipple.quantities.ZoneId;

/// That a planned zone was not treated, and why. Where something was charted of it before, this takes it back;
/// what is charted later counts instead.
///
/// @param after number of the zone's newest entry when this was said, 0 for none
/// @param why the kind of reason, where one was chosen
/// @param reason why, in words
public record LeftOut(
        ZoneId zone, int after, Optional<Why> why, String reason, Instant at, String by, AccountId account)
        implements Later {

    @Override
    public Instant toldAt() {
        return at;
    }

    @Override
    public String asAmendment(java.time.ZoneId clinic) {
        return "amended " + told(clinic);
    }

    @Override
    public String told(java.time.ZoneId clinic) {
        return Days.moment(at, clinic) + " by " + by + ": not treated, because “" + reason + "”";
    }
}
