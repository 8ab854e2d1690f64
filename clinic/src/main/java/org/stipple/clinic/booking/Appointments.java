package org.stipple.clinic.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.access.Serially;
import org.stipple.clinic.booking.Against.Rule;
import org.stipple.clinic.booking.Appointment.End;
import org.stipple.clinic.booking.Appointment.Ending;
import org.stipple.clinic.booking.Appointment.SetAside;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.NotHere;

/// Times taken, moved and cancelled. Each is judged again at the moment at which it is taken, in one
/// serializable transaction; that nothing is held twice is kept by the database as well.
@Component
public class Appointments {

    private final AppointmentStore store;
    private final SlotRules rules;
    private final FreeTimes times;
    private final Arrangements arrangements;
    private final Reminders reminders;
    private final Patients patients;
    private final Serially serially;
    private final ClinicClock clock;
    private final Ids ids;

    Appointments(
            AppointmentStore store,
            SlotRules rules,
            FreeTimes times,
            Arrangements arrangements,
            Reminders reminders,
            Patients patients,
            Serially serially,
            ClinicClock clock,
            Ids ids) {
        this.store = store;
        this.rules = rules;
        this.times = times;
        this.arrangements = arrangements;
        this.reminders = reminders;
        this.patients = patients;
        this.serially = serially;
        this.clock = clock;
        this.ids = ids;
    }

    /// A time of the clinic's length for its kind.
    @Transactional(readOnly = true)
    public Slot slot(
            AppointmentKind kind,
            org.stipple.clinic.access.AccountId practitioner,
            UUID room,
            Optional<UUID> handpiece,
            Instant from) {
        return new Slot(kind, practitioner, room, handpiece, from, from.plus(arrangements.length(kind)));
    }

    /// Takes a time.
    ///
    /// @param reason why a rule is set aside for it, where one is; counts from a supervising clinician alone
    /// @throws NotTaken with everything that stands against it; nothing was changed
    public Appointment take(PatientId person, Slot slot, Optional<String> reason) {
        return atOnce(() -> taken(person, slot, reason, Optional.empty()));
    }

    /// Takes several times, such as the rest of a course: all of them, or none.
    ///
    /// @throws NotTaken naming each that could not be had; nothing was changed
    public List<Appointment> takeAll(PatientId person, List<Slot> slots) {
        if (slots.isEmpty()) {
            throw new NotTaken(List.of(Against.always(Rule.PLACE, "No time was chosen.")));
        }
        return atOnce(() -> {
            var taken = new ArrayList<Appointment>();
            var against = new ArrayList<Against>();
            for (Slot slot :
                    slots.stream().sorted(Comparator.comparing(Slot::from)).toList()) {
                try {
                    taken.add(taken(person, slot, Optional.empty(), Optional.empty()));
                } catch (NotTaken one) {
                    one.against().forEach(why -> against.add(named(slot, why)));
                }
            }
            if (!against.isEmpty()) {
                throw new NotTaken(against);
            }
            return List.copyOf(taken);
        });
    }

    private static Against named(Slot slot, Against why) {
        return new Against(
                why.rule(),
                Days.moment(slot.from(), Acting.current().zone()) + ": " + why.words(),
                why.first(),
                why.overridable());
    }

    /// Gives a time up and takes another, in one transaction: nobody is left without either.
    ///
    /// @throws NotTaken with everything that stands against the new one; the old one stays
    public Appointment move(PatientId person, UUID appointment, Slot slot, Optional<String> reason) {
        return move(person, appointment, slot, reason, Knows.NOT_YET);
    }

    /// Whether a person knows already what a message tells them. They are written to all the same, and called
    /// only where they do not know.
    public enum Knows {
        ALREADY,
        NOT_YET
    }

    /// As [#move(PatientId, UUID, Slot, Optional)].
    public Appointment move(PatientId person, UUID appointment, Slot slot, Optional<String> reason, Knows knows) {
        return atOnce(() -> {
            Appointment old = standing(person, appointment);
            end(
                    old,
                    Ending.MOVED,
                    "moved to " + Days.moment(slot.from(), Acting.current().zone()));
            Appointment moved = taken(person, slot, reason, Optional.of(old.id()));
            reminders.tellMoved(old, moved, knows);
            return moved;
        });
    }

    /// Gives a time up.
    ///
    /// @param reason in words; may be empty: nobody has to say why they do not come
    /// @throws NotHere when there is no such appointment of this person
    /// @throws NotTaken when it ended before, or is over
    public void cancel(PatientId person, UUID appointment, String reason) {
        cancel(person, appointment, reason, Knows.NOT_YET);
    }

    /// As [#cancel(PatientId, UUID, String)].
    public void cancel(PatientId person, UUID appointment, String reason, Knows knows) {
        atOnce(() -> {
            Appointment old = standing(person, appointment);
            end(old, Ending.CANCELLED, reason.strip());
            reminders.tellCancelled(old, knows);
            return true;
        });
    }

    /// Gives up what its person gave up by their own link, in the transaction in which they say so.
    void giveUp(Appointment one, UUID link) {
        reminders.linkIsDone(one, link);
        end(one, Ending.CANCELLED, "given up by their own link");
        reminders.tellCancelled(one, Knows.ALREADY);
    }

    Appointment standing(PatientId person, UUID appointment) {
        patients.change(person, "appointment changed");
        Appointment found = store.find(person, appointment).orElseThrow(NotHere::new);
        if (!found.stands()) {
            throw new NotTaken(List.of(Against.always(
                    Rule.PLACE,
                    "This appointment was "
                            + found.end().map(end -> end.how().id()).orElse("ended")
                            + " before. Nothing was changed.")));
        }
        // What was is not rewritten: whoever did not come did not come.
        if (!found.slot().to().isAfter(clock.now())) {
            throw new NotTaken(List.of(
                    Against.always(Rule.PLACE, "This appointment is over. Take another time; nothing was changed.")));
        }
        return found;
    }

    private void end(Appointment appointment, Ending how, String reason) {
        patients.change(appointment.patient(), "appointment " + how.id());
        store.end(
                appointment.patient(),
                appointment.id(),
                new End(how, reason, clock.now(), Acting.current().name()),
                Acting.current().account());
        reminders.takeBack(appointment);
    }

    private Appointment taken(PatientId person, Slot slot, Optional<String> reason, Optional<UUID> movedFrom) {
        patients.change(person, "appointment taken");
        Bookable bookable = rules.of(person, slot.kind(), Optional.empty());
        LocalDate day = slot.day(Acting.current().zone());
        List<Against> against = bookable.against(day);
        List<SetAside> aside = setAside(against, reason);
        times.calendar(person, bookable, Optional.empty(), day, day)
                .against(slot)
                .ifPresent(why -> {
                    throw new NotTaken(List.of(times.withNextDay(person, bookable, slot, why)));
                });
        var appointment = new Appointment(
                ids.next(),
                person,
                slot,
                bookable.course().map(CourseRecord::plan).map(CourseRecord.Plan::id),
                movedFrom,
                clock.now(),
                Acting.current().name(),
                aside,
                Optional.empty());
        store.insert(appointment, Acting.current().account());
        if (!aside.isEmpty()) {
            patients.change(person, "appointment taken, a rule set aside");
        }
        reminders.write(appointment);
        return appointment;
    }

    private static List<SetAside> setAside(List<Against> against, Optional<String> reason) {
        if (against.isEmpty()) {
            return List.of();
        }
        if (reason.isEmpty() || !against.stream().allMatch(Against::overridable)) {
            throw new NotTaken(against);
        }
        if (!Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN)) {
            throw new NotTaken(with(against, "Only a supervising clinician sets this aside."));
        }
        if (!Reason.says(reason.get(), true)) {
            throw new NotTaken(
                    with(against, "The reason was “" + reason.get().strip() + "”, expected " + Reason.TAKEN_ON + "."));
        }
        return against.stream()
                .map(Against::rule)
                .distinct()
                .map(rule -> new SetAside(
                        rule.id(), reason.get().strip(), Acting.current().name()))
                .toList();
    }

    private static List<Against> with(List<Against> against, String words) {
        var more = new ArrayList<>(against);
        more.add(new Against(Rule.OVERRIDE, words, Optional.empty(), true));
        return more;
    }

    /// Two desks at the same moment: one of them has it. The constraint speaks where the judgement could not
    /// see the other.
    private <T> T atOnce(java.util.function.Supplier<T> work) {
        try {
            return serially.serially(work);
        } catch (ConcurrencyFailureException anotherWasQuicker) {
            throw anotherWasQuicker;
        } catch (DataIntegrityViolationException held) {
            if (String.valueOf(held.getMessage()).contains("held_not_closed")) {
                throw new NotTaken(List.of(Against.always(
                        Rule.CLOSED, "It was closed for that time at the same moment. Choose another.")));
            }
            throw new NotTaken(List.of(Against.always(
                    Rule.TAKEN,
                    "Somebody else took that time, room or handpiece at the same moment. Choose another.")));
        }
    }

    /// Those that stand and are not over, the next first.
    @Transactional
    public List<Appointment> coming(PatientId person) {
        patients.read(person, "appointments");
        return store.coming(person, clock.now());
    }

    /// All of a person, those that ended too, newest first.
    @Transactional
    public List<Appointment> of(PatientId person) {
        patients.read(person, "appointments");
        return store.of(person);
    }

    /// @throws NotHere when there is no such appointment of this person
    @Transactional
    public Appointment find(PatientId person, UUID appointment) {
        patients.read(person, "appointment");
        return store.find(person, appointment).orElseThrow(NotHere::new);
    }

    /// Where the link leads by which its person says that they cannot come. The record has been opened in the
    /// same transaction. Whoever has it is taken for the person.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> ownPath(Appointment one) {
        return reminders.ownPath(one);
    }

    /// One of a person whose record has been opened in the same transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Appointment> opened(PatientId person, UUID appointment) {
        return store.find(person, appointment);
    }
}
