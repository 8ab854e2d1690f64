package org.stipple.clinic.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;

/// How often refusals are set aside, by whoever signs first: a habit shows as a share that grows. It judges nobody;
/// whoever supervises looks and asks. The caller has entered in the trail that it reads of all people.
@Component
public class Overrides {

    /// `design`: a quarter of a year has enough courses to tell a habit from a case.
    static final Duration LOOKED_AT = Duration.ofDays(90);

    private final OverrideStore store;
    private final ClinicClock clock;

    Overrides(OverrideStore store, ClinicClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Of one signer.
    ///
    /// @param signed courses signed first by them
    /// @param setAside how many of those rest on a refusal that was set aside
    public record Share(String signer, int signed, int setAside) {}

    /// The first day that is counted.
    public LocalDate since() {
        return LocalDate.ofInstant(from(), Acting.current().zone());
    }

    private Instant from() {
        return clock.now().minus(LOOKED_AT);
    }

    /// Everybody who signed, the one with the most set aside first.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Share> shares() {
        return store.shares(from());
    }
}
