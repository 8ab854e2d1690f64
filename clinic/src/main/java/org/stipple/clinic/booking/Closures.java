package org.stipple.clinic.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.booking.Closure.What;
import org.stipple.clinic.stock.Handpieces;
import org.stipple.clinic.web.NotHere;

/// Days, or hours of one, on which the clinic, a room, a handpiece or somebody is not there. Nothing more is
/// taken then; what was taken before stays, and is listed to be moved.
@Component
public class Closures {

    /// `design`: a year and a day; whoever is away for longer does not work here.
    private static final int MOST_DAYS = 366;

    /// `design`: nothing is booked further ahead than calendars show.
    private static final Duration AHEAD = Duration.ofDays(3 * 366);

    private static final int LONGEST_WORDS = 120;

    private final ClosureStore store;
    private final Arrangements arrangements;
    private final Handpieces handpieces;
    private final AuditTrail trail;
    private final ClinicClock clock;
    private final Ids ids;

    Closures(
            ClosureStore store,
            Arrangements arrangements,
            Handpieces handpieces,
            AuditTrail trail,
            ClinicClock clock,
            Ids ids) {
        this.store = store;
        this.arrangements = arrangements;
        this.handpieces = handpieces;
        this.trail = trail;
        this.clock = clock;
        this.ids = ids;
    }

    /// From when to when, by the clock at the clinic's place.
    ///
    /// @param hours of one day; empty for whole days
    public record When(LocalDate first, LocalDate last, Optional<Hours> hours) {

        /// Whole days, the last one too.
        public static When days(LocalDate first, LocalDate last) {
            return new When(first, last, Optional.empty());
        }
    }

    /// Hours of a day.
    public record Hours(LocalTime from, LocalTime to) {}

    /// States that something is not there.
    ///
    /// @throws IllegalArgumentException when that is no time, it is over, or it does not say why
    /// @throws NotHere when the clinic has no such room, handpiece or practitioner
    @Transactional
    public Closure state(What what, When when, String words) {
        ZoneId zone = Acting.current().zone();
        String why = words.strip();
        if (why.isEmpty() || why.length() > LONGEST_WORDS) {
            throw new IllegalArgumentException("why it is closed was not said in 1 to " + LONGEST_WORDS
                    + " characters, and whoever books reads it; nothing was changed");
        }
        if (when.last().isBefore(when.first())
                || when.first().plusDays(MOST_DAYS).isBefore(when.last())) {
            throw new IllegalArgumentException("expected a first day and a last day after it, at most " + MOST_DAYS
                    + " days later; nothing was changed");
        }
        if (when.hours().isPresent() && !when.first().equals(when.last())) {
            throw new IllegalArgumentException(
                    "hours are those of one day: leave them empty, or let the first day be the last; nothing was changed");
        }
        if (when.hours().filter(hours -> !hours.from().isBefore(hours.to())).isPresent()) {
            throw new IllegalArgumentException("the hours end before they begin; nothing was changed");
        }
        refuseUnlessHere(what);
        Instant from = when.hours()
                .map(hours -> when.first().atTime(hours.from()).atZone(zone))
                .orElseGet(() -> when.first().atStartOfDay(zone))
                .toInstant();
        Instant to = when.hours()
                .map(hours -> when.last().atTime(hours.to()).atZone(zone))
                .orElseGet(() -> when.last().plusDays(1).atStartOfDay(zone))
                .toInstant();
        // Hours that no clock shows on the day on which clocks go forward are no time.
        if (!to.isAfter(clock.now()) || !to.isAfter(from)) {
            throw new IllegalArgumentException("that time is over, or is none on that day; nothing was changed");
        }
        var closure =
                new Closure(ids.next(), what, from, to, why, Acting.current().name());
        store.insert(closure, clock.now());
        trail.note(Act.CREATE, "closure stated");
        return closure;
    }

    private void refuseUnlessHere(What what) {
        boolean here = switch (what) {
            case What.WholeClinic() -> true;
            case What.OneRoom(var room) ->
                arrangements.rooms().stream().anyMatch(one -> one.id().equals(room));
            case What.OneHandpiece(var handpiece) ->
                handpieces.all().stream().anyMatch(one -> one.id().equals(handpiece));
            case What.OnePractitioner(var practitioner) ->
                arrangements.practitioners().stream().anyMatch(one -> one.id().equals(practitioner));
        };
        if (!here) {
            throw new NotHere();
        }
    }

    /// Lifts one: from now on times can be taken in it. Twice is once.
    ///
    /// @throws NotHere when this clinic has none such that is still to come
    @Transactional
    public void lift(UUID closure) {
        if (coming().stream().noneMatch(one -> one.id().equals(closure))) {
            throw new NotHere();
        }
        store.end(closure, clock.now(), Acting.current().name());
        trail.note(Act.CHANGE, "closure lifted");
    }

    /// Those that hold and are not over, the first first.
    @Transactional(readOnly = true)
    public List<Closure> coming() {
        return store.between(clock.now(), clock.now().plus(AHEAD));
    }

    /// Those that hold at some time between two moments.
    @Transactional(readOnly = true)
    public List<Closure> between(Instant from, Instant to) {
        return store.between(from, to);
    }
}
