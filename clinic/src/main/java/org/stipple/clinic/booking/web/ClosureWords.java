package org.stipple.clinic.booking.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.booking.Arrangements;
import org.stipple.clinic.booking.Closure;
import org.stipple.clinic.booking.Closure.What;
import org.stipple.clinic.booking.Room;
import org.stipple.clinic.stock.Handpiece;
import org.stipple.clinic.stock.Handpieces;
import org.stipple.clinic.web.Days;

/// Closures as the staff reads them.
@Component
class ClosureWords {

    private final Arrangements arrangements;
    private final Accounts accounts;
    private final Handpieces handpieces;

    ClosureWords(Arrangements arrangements, Accounts accounts, Handpieces handpieces) {
        this.arrangements = arrangements;
        this.accounts = accounts;
        this.handpieces = handpieces;
    }

    /// What is not there: `the whole clinic`, `Room 2`.
    String what(Closure closure) {
        return switch (closure.what()) {
            case What.WholeClinic() -> "the whole clinic";
            case What.OneRoom(var room) ->
                named(arrangements.rooms().stream()
                        .filter(one -> one.id().equals(room))
                        .map(Room::name)
                        .findFirst());
            case What.OneHandpiece(var handpiece) ->
                named(handpieces.all().stream()
                        .filter(one -> one.id().equals(handpiece))
                        .map(Handpiece::words)
                        .findFirst());
            case What.OnePractitioner(var practitioner) ->
                named(accounts.find(practitioner).map(Accounts.Account::name));
        };
    }

    private static String named(Optional<String> name) {
        return name.orElse("something that is gone");
    }

    /// When, by the clock at the clinic's place: whole days as days.
    String when(Closure closure) {
        var zone = Acting.current().zone();
        LocalDateTime from = LocalDateTime.ofInstant(closure.from(), zone);
        LocalDateTime to = LocalDateTime.ofInstant(closure.to(), zone);
        boolean whole = from.toLocalTime()
                        .equals(from.toLocalDate().atStartOfDay(zone).toLocalTime())
                && to.toLocalTime().equals(to.toLocalDate().atStartOfDay(zone).toLocalTime());
        LocalDate last = whole ? to.toLocalDate().minusDays(1) : to.toLocalDate();
        String days = last.equals(from.toLocalDate())
                ? BookingPages.weekday(last)
                : BookingPages.weekday(from.toLocalDate()) + " to " + BookingPages.weekday(last);
        return whole ? days : Days.full(from.toLocalDate()) + ", " + hour(from) + " to " + hour(to);
    }

    private static LocalTime hour(LocalDateTime at) {
        return at.toLocalTime();
    }

    /// In one line: `Closed: the whole clinic, Friday, 25 Dec 2026: “Christmas”`.
    String sentence(Closure closure) {
        return "Closed: " + what(closure) + ", " + when(closure) + ": “" + closure.words() + "”";
    }
}
