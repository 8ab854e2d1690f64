package org.stipple.clinic.booking;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.web.NotHere;

/// What the clinic arranged: its rooms, who works when, and how long things take.
@Component
public class Arrangements {

    /// `design`: from ten minutes, below which nobody is seen, to eight hours, the longest working day.
    private static final Duration SHORTEST = Duration.ofMinutes(10);

    private static final Duration LONGEST = Duration.ofHours(8);

    /// `design`: a quarter of a year in one step; longer absences are said in several, or by a week without
    /// work.
    private static final int MOST_DAYS_OFF = 92;

    private final ArrangementStore store;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final ClinicClock clock;
    private final Ids ids;

    Arrangements(ArrangementStore store, Accounts accounts, AuditTrail trail, ClinicClock clock, Ids ids) {
        this.store = store;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
        this.ids = ids;
    }

    /// Opens a room.
    ///
    /// @throws IllegalArgumentException when one of that name is open
    @Transactional
    public Room openRoom(String name) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > 60) {
            throw new IllegalArgumentException("the name of a room has 1 to 60 characters; nothing was changed");
        }
        if (rooms().stream().anyMatch(room -> room.open() && room.name().equalsIgnoreCase(called))) {
            throw new IllegalArgumentException("there is a room “" + called + "” already; nothing was changed");
        }
        var room = new Room(ids.next(), called, true);
        store.openRoom(room.id(), called, clock.now(), Acting.current().name());
        trail.note(Act.CREATE, "room " + called);
        return room;
    }

    /// Closes a room: nothing more is booked in it. What is booked stays, and is moved by whoever books.
    ///
    /// @throws NotHere when this clinic has no such room
    @Transactional
    public void closeRoom(UUID room) {
        Room found = rooms().stream()
                .filter(one -> one.id().equals(room))
                .findFirst()
                .orElseThrow(NotHere::new);
        store.closeRoom(room, clock.now(), Acting.current().name());
        trail.note(Act.CHANGE, "room closed: " + found.name());
    }

    /// All rooms, closed ones too, by name.
    @Transactional(readOnly = true)
    public List<Room> rooms() {
        return store.rooms();
    }

    /// Says when somebody works in a week, from now on. What is booked outside it stays.
    ///
    /// @throws NotHere when nobody of this clinic has this account, or it treats nobody
    /// @throws IllegalArgumentException when two times of a day overlap
    @Transactional
    public void works(AccountId account, List<WorkingTime> times) {
        String name = treating(account).name();
        var ordered = times.stream()
                .sorted(Comparator.comparing(WorkingTime::day).thenComparing(WorkingTime::from))
                .toList();
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).day() == ordered.get(i - 1).day()
                    && ordered.get(i).from().isBefore(ordered.get(i - 1).to())) {
                throw new IllegalArgumentException("two working times of one day overlap; nothing was changed");
            }
        }
        store.week(ids.next(), account, times, clock.now(), Acting.current().name());
        trail.note(Act.CHANGE, "working hours of " + name);
    }

    /// Says that somebody is away on some days, or works on them after all. What is booked stays.
    ///
    /// @param to the last of the days
    /// @throws NotHere when nobody of this clinic has this account, or it treats nobody
    /// @throws IllegalArgumentException when the days are none, or too many at once
    @Transactional
    public void away(AccountId account, LocalDate from, LocalDate to, boolean away) {
        String name = treating(account).name();
        if (to.isBefore(from) || from.plusDays(MOST_DAYS_OFF).isBefore(to)) {
            throw new IllegalArgumentException("expected a first day and a last day after it, at most " + MOST_DAYS_OFF
                    + " days later; nothing was changed");
        }
        from.datesUntil(to.plusDays(1))
                .forEach(day -> store.dayOff(
                        account, day, away, clock.now(), Acting.current().name()));
        trail.note(Act.CHANGE, "days off of " + name);
    }

    private Accounts.Account treating(AccountId account) {
        return accounts.all().stream()
                .filter(one -> one.id().equals(account) && treats(one))
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    private static boolean treats(Accounts.Account account) {
        return account.active()
                && (account.roles().contains(Role.PRACTITIONER)
                        || account.roles().contains(Role.SUPERVISING_CLINICIAN));
    }

    /// Everybody with whom a time can be taken, by name, with when they work; those too who said nothing yet.
    @Transactional(readOnly = true)
    public List<Practitioner> practitioners() {
        var weeks = store.weeks();
        var off = store.daysOff(clock.today());
        return accounts.all().stream()
                .filter(Arrangements::treats)
                .map(account -> new Practitioner(
                        account.id(),
                        account.name(),
                        account.profession(),
                        weeks.getOrDefault(account.id(), List.of()),
                        off.getOrDefault(account.id(), Set.of())))
                .toList();
    }

    /// How long an appointment takes.
    @Transactional(readOnly = true)
    public Duration length(AppointmentKind kind) {
        return store.length(kind);
    }

    /// Says how long an appointment takes, from now on.
    ///
    /// @throws IllegalArgumentException when that is no length
    @Transactional
    public void lasts(AppointmentKind kind, Duration length) {
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0 || length.toMinutes() % 5 != 0) {
            throw new IllegalArgumentException("a " + kind.words() + " was to last " + length.toMinutes()
                    + " minutes, expected 10 to 480 in steps of 5; nothing was changed");
        }
        store.length(kind, length, clock.now(), Acting.current().name());
        trail.note(Act.CHANGE, "length of a " + kind.words());
    }
}
