package org.stipple.clinic.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.stock.Handpiece;
import org.stipple.clinic.stock.Handpieces;
import org.stipple.clinic.stock.Scanning;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.Days;

/// Times at which practitioner, room and handpiece are free together, and the person may come.
@Component
public class FreeTimes {

    /// Times begin on quarters of an hour. `design`: what people remember and clocks show.
    static final Duration STEP = Duration.ofMinutes(15);

    /// `design`: whoever finds nothing in so many days asks for another practitioner.
    static final int DAYS = 120;

    private final AppointmentStore store;
    private final Arrangements arrangements;
    private final Closures closures;
    private final SlotRules rules;
    private final Handpieces handpieces;
    private final Scanning scanning;
    private final Sessions sessions;
    private final Patients patients;
    private final ClinicClock clock;

    FreeTimes(
            AppointmentStore store,
            Arrangements arrangements,
            Closures closures,
            SlotRules rules,
            Handpieces handpieces,
            Scanning scanning,
            Sessions sessions,
            Patients patients,
            ClinicClock clock) {
        this.store = store;
        this.arrangements = arrangements;
        this.closures = closures;
        this.rules = rules;
        this.handpieces = handpieces;
        this.scanning = scanning;
        this.sessions = sessions;
        this.patients = patients;
        this.clock = clock;
    }

    /// What is looked for.
    ///
    /// @param practitioner empty for anybody
    /// @param from the first day; empty for the one for which the course plans it, else today
    /// @param replaced an appointment that would be moved, whose time is free
    /// @param despite whether days are shown too on which only such rules stand as may be set aside
    public record Search(
            AppointmentKind kind,
            Optional<AccountId> practitioner,
            Optional<LocalDate> from,
            Optional<UUID> replaced,
            boolean despite) {

        boolean allows(List<Against> against) {
            return against.stream().allMatch(one -> despite && one.overridable());
        }
    }

    /// What was found.
    ///
    /// @param from the first day that was looked at
    /// @param against what stands against coming at all; nothing was looked for then
    /// @param later what stood against the day from which it was looked for, where that is why a later one is
    /// shown
    /// @param asideFrom the first day on which all that stands against it may be set aside; empty where there
    /// is none
    /// @param left sessions of the course that are neither had nor booked
    public record Found(
            LocalDate from,
            List<Slot> slots,
            List<String> against,
            List<String> later,
            Optional<LocalDate> asideFrom,
            Optional<Integer> left) {
        public Found {
            slots = List.copyOf(slots);
            against = List.copyOf(against);
            later = List.copyOf(later);
        }
    }

    /// The next free times.
    ///
    /// @param aDay how many of one day at most
    /// @param atMost how many in all
    @Transactional
    public Found find(PatientId person, Search search, int aDay, int atMost) {
        patients.read(person, "booking");
        Bookable bookable = rules.of(person, search.kind(), search.replaced());
        LocalDate wanted = search.from()
                .or(bookable::planned)
                .filter(day -> !day.isBefore(clock.today()))
                .orElse(clock.today());
        if (!search.allows(bookable.always())) {
            return new Found(
                    wanted,
                    List.of(),
                    bookable.always().stream().map(Against::words).toList(),
                    List.of(),
                    asideFrom(bookable, wanted),
                    bookable.left());
        }
        LocalDate first = search.despite() ? wanted : bookable.firstFrom(wanted);
        Calendar calendar = calendar(person, bookable, search.replaced(), first, first.plusDays(DAYS));
        var slots = new ArrayList<Slot>();
        for (int day = 0; day < DAYS && slots.size() < atMost; day++) {
            LocalDate on = first.plusDays(day);
            if (search.allows(bookable.against(on))) {
                slots.addAll(spread(calendar.free(on, search.practitioner()), Math.min(aDay, atMost - slots.size())));
            }
        }
        return new Found(
                first,
                slots,
                List.of(),
                bookable.against(wanted).stream().map(Against::words).toList(),
                asideFrom(bookable, wanted),
                bookable.left());
    }

    private static Optional<LocalDate> asideFrom(Bookable bookable, LocalDate wanted) {
        return wanted.datesUntil(wanted.plusDays(DAYS))
                .filter(day -> {
                    List<Against> against = bookable.against(day);
                    return !against.isEmpty() && against.stream().allMatch(Against::overridable);
                })
                .findFirst();
    }

    /// So many of a day, over the whole of it: the first, and the others as evenly as can be. Whoever can come
    /// in the afternoon alone sees that too.
    private static List<Slot> spread(List<Slot> free, int atMost) {
        return free.size() <= atMost || atMost < 2
                ? free.stream().limit(atMost).toList()
                : IntStream.range(0, atMost)
                        .mapToObj(i -> free.get(i * (free.size() - 1) / (atMost - 1)))
                        .toList();
    }

    /// All that has to be known of the days between two, read once.
    Calendar calendar(PatientId person, Bookable bookable, Optional<UUID> replaced, LocalDate from, LocalDate to) {
        ZoneId zone = Acting.current().zone();
        return new Calendar(
                person,
                bookable.kind(),
                arrangements.length(bookable.kind()),
                arrangements.practitioners().stream()
                        .filter(one -> isFor(one, bookable.course()))
                        .toList(),
                arrangements.rooms().stream().filter(Room::open).toList(),
                suitable(bookable.course()),
                bookable.course()
                        .filter(course -> scanning.keepsHandpieces(course.plan().device()))
                        .isPresent(),
                store
                        .held(
                                from.atStartOfDay(zone).toInstant(),
                                to.plusDays(1).atStartOfDay(zone).toInstant())
                        .stream()
                        .filter(held -> !replaced.equals(Optional.of(held.appointment())))
                        .toList(),
                closures.between(
                        from.atStartOfDay(zone).toInstant(),
                        to.plusDays(1).atStartOfDay(zone).toInstant()),
                clock.now(),
                zone);
    }

    /// With the next day that is possible with the same practitioner, where something is closed.
    Against withNextDay(PatientId person, Bookable bookable, Slot slot, Against why) {
        if (why.rule() != Against.Rule.CLOSED) {
            return why;
        }
        LocalDate day = slot.day(Acting.current().zone());
        Calendar days = calendar(person, bookable, Optional.empty(), day, day.plusDays(DAYS));
        Optional<LocalDate> next = day.datesUntil(day.plusDays(DAYS))
                .filter(on -> bookable.against(on).isEmpty())
                .filter(on -> !days.free(on, Optional.of(slot.practitioner())).isEmpty())
                .findFirst();
        return new Against(
                why.rule(),
                why.words()
                        + next.map(on -> " The next day that is possible is " + Days.full(on) + ".")
                                .orElse(" Nothing is free with this practitioner in the " + DAYS
                                        + " days that follow."),
                next,
                false);
    }

    /// Who treats by a course is judged with it; whose account says nothing of it is not left out here.
    private boolean isFor(Practitioner one, Optional<CourseRecord> course) {
        return course.flatMap(sessions::plannedFor)
                .filter(planned -> one.profession().filter(is -> is != planned).isPresent())
                .isEmpty();
    }

    private List<Handpiece> suitable(Optional<CourseRecord> course) {
        return course.map(one -> handpieces.all().stream()
                        .filter(handpiece ->
                                handpiece.product().equals(one.plan().device()))
                        .filter(handpiece -> scanning.whyNot(handpiece.id(), sessions.wanted(one))
                                .isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /// Days as they stand.
    ///
    /// @param needsHandpiece whether the clinic keeps handpieces of the device, so that each session holds one
    record Calendar(
            PatientId person,
            AppointmentKind kind,
            Duration length,
            List<Practitioner> practitioners,
            List<Room> rooms,
            List<Handpiece> handpieces,
            boolean needsHandpiece,
            List<Held> held,
            List<Closure> closures,
            Instant now,
            ZoneId zone) {

        Calendar {
            practitioners = List.copyOf(practitioners);
            rooms = List.copyOf(rooms);
            handpieces = List.copyOf(handpieces);
            held = List.copyOf(held);
            closures = List.copyOf(closures);
        }

        /// Free times of a day in order, one for each moment; of several practitioners the first by name.
        List<Slot> free(LocalDate day, Optional<AccountId> wanted) {
            var free = new ArrayList<Slot>();
            var taken = new java.util.TreeSet<Instant>();
            for (Practitioner one : practitioners) {
                if (wanted.isEmpty() || wanted.get().equals(one.id())) {
                    for (WorkingTime time : one.on(day)) {
                        for (Instant from : moments(day, time)) {
                            if (!taken.contains(from)) {
                                at(from, one).ifPresent(slot -> {
                                    taken.add(from);
                                    free.add(slot);
                                });
                            }
                        }
                    }
                }
            }
            free.sort(java.util.Comparator.comparing(Slot::from));
            return free;
        }

        /// Where the clocks go forward, a time that no clock shows is the moment an hour later; where they go
        /// back, the first of two is meant. Either may come twice here, and is offered once.
        private List<Instant> moments(LocalDate day, WorkingTime time) {
            var moments = new ArrayList<Instant>();
            Instant end = day.atTime(time.to()).atZone(zone).toInstant();
            LocalDateTime local = day.atTime(time.from());
            while (local.toLocalDate().equals(day)) {
                var at = local.atZone(zone);
                if (at.toInstant().plus(length).isAfter(end)) {
                    break;
                }
                moments.add(at.toInstant());
                local = local.plus(STEP);
            }
            return moments;
        }

        /// With the first room and handpiece that are free.
        Optional<Slot> at(Instant from, Practitioner practitioner) {
            Instant to = from.plus(length);
            List<Held> meanwhile =
                    held.stream().filter(one -> one.slot().overlaps(from, to)).toList();
            boolean busy = meanwhile.stream()
                    .anyMatch(one -> one.patient().equals(person)
                            || one.slot().practitioner().equals(practitioner.id()));
            if (busy || !from.isAfter(now)) {
                return Optional.empty();
            }
            // Each that is free, tried until one is not closed either.
            List<Optional<UUID>> free = handpieces.stream()
                    .map(Handpiece::id)
                    .filter(id -> meanwhile.stream()
                            .noneMatch(one -> one.slot().handpiece().equals(Optional.of(id))))
                    .map(Optional::of)
                    .toList();
            if (free.isEmpty() && needsHandpiece) {
                return Optional.empty();
            }
            List<Optional<UUID>> tried = free.isEmpty() ? List.of(Optional.empty()) : free;
            return rooms.stream()
                    .map(Room::id)
                    .filter(id -> meanwhile.stream()
                            .noneMatch(one -> one.slot().room().equals(id)))
                    .flatMap(room -> tried.stream()
                            .map(handpiece -> new Slot(kind, practitioner.id(), room, handpiece, from, to)))
                    .filter(slot -> closures.stream().noneMatch(closure -> closure.stops(slot)))
                    .findFirst();
        }

        /// Why a slot cannot be taken as it is; empty when it can.
        Optional<Against> against(Slot slot) {
            Optional<Practitioner> who = practitioners.stream()
                    .filter(one -> one.id().equals(slot.practitioner()))
                    .findFirst();
            if (who.isEmpty()) {
                return place("This practitioner does not treat here, or the course is for another profession.");
            }
            if (!who.get().worksAt(slot, zone)) {
                return place(who.get().name() + " does not work at that time.");
            }
            if (!slot.from().isAfter(now)) {
                return place("That time is over.");
            }
            if (rooms.stream().noneMatch(room -> room.id().equals(slot.room()))) {
                return place("That room is closed.");
            }
            if (needsHandpiece && slot.handpiece().isEmpty()
                    || slot.handpiece().isPresent()
                            && handpieces.stream()
                                    .noneMatch(one ->
                                            one.id().equals(slot.handpiece().get()))) {
                return place("The handpiece is not in service for this course.");
            }
            Optional<Closure> closed =
                    closures.stream().filter(one -> one.stops(slot)).findFirst();
            if (closed.isPresent()) {
                return Optional.of(Against.always(
                        Against.Rule.CLOSED, closed.get().sentence(who.get().name())));
            }
            return held.stream()
                    .filter(one -> one.slot().overlaps(slot.from(), slot.to()))
                    .flatMap(one -> meets(one, slot, who.get()).stream())
                    .findFirst()
                    .map(words -> Against.always(Against.Rule.TAKEN, words));
        }

        private static Optional<Against> place(String words) {
            return Optional.of(Against.always(Against.Rule.PLACE, words));
        }

        private Optional<String> meets(Held other, Slot slot, Practitioner who) {
            if (other.patient().equals(person)) {
                return Optional.of("This person has another appointment at that time.");
            }
            if (other.slot().practitioner().equals(slot.practitioner())) {
                return Optional.of(who.name() + " was booked for that time meanwhile. Choose another.");
            }
            if (other.slot().room().equals(slot.room())) {
                return Optional.of("The room was booked for that time meanwhile. Choose another time.");
            }
            return slot.handpiece().isPresent() && other.slot().handpiece().equals(slot.handpiece())
                    ? Optional.of("The handpiece was booked for that time meanwhile. Choose another time.")
                    : Optional.empty();
        }
    }
}
