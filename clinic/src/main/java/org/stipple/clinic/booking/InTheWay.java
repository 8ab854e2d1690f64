package org.stipple.clinic.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Handpiece;
import org.stipple.clinic.stock.Handpieces;

/// What came into the way of an appointment since it was taken: something of the clinic is not there then, or
/// the record does not allow the day any more. Nothing is moved or cancelled by that: somebody looks.
@Component
class InTheWay {

    private final AppointmentStore store;
    private final Arrangements arrangements;
    private final Closures closures;
    private final Handpieces handpieces;
    private final SlotRules rules;
    private final Screenings screenings;
    private final ClinicClock clock;

    InTheWay(
            AppointmentStore store,
            Arrangements arrangements,
            Closures closures,
            Handpieces handpieces,
            SlotRules rules,
            Screenings screenings,
            ClinicClock clock) {
        this.store = store;
        this.arrangements = arrangements;
        this.closures = closures;
        this.handpieces = handpieces;
        this.rules = rules;
        this.screenings = screenings;
        this.clock = clock;
    }

    /// What is arranged for a time, read once.
    record Arranged(
            List<Practitioner> practitioners,
            Set<UUID> rooms,
            Set<UUID> handpieces,
            List<Closure> closures,
            Instant now,
            ZoneId zone) {

        Arranged {
            practitioners = List.copyOf(practitioners);
            rooms = Set.copyOf(rooms);
            handpieces = Set.copyOf(handpieces);
            closures = List.copyOf(closures);
        }

        /// What of the clinic is not there; each in a sentence.
        ///
        /// @param practitioner the name of whoever it is with, who may have left
        List<String> against(Slot slot, String practitioner) {
            var against = new ArrayList<String>();
            if (!slot.to().isAfter(now)) {
                return against;
            }
            Optional<Practitioner> who = practitioners.stream()
                    .filter(one -> one.id().equals(slot.practitioner()))
                    .findFirst();
            if (who.isEmpty()) {
                against.add(practitioner + " does not treat here any more.");
            } else if (!who.get().worksAt(slot, zone)) {
                against.add(practitioner + " does not work at that time any more.");
            }
            if (!rooms.contains(slot.room())) {
                against.add("The room is closed.");
            }
            if (slot.handpiece().filter(id -> !handpieces.contains(id)).isPresent()) {
                against.add("The handpiece is out of service.");
            }
            closures.stream()
                    .filter(closure -> closure.stops(slot))
                    .map(closure -> closure.sentence(practitioner))
                    .forEach(against::add);
            return against;
        }
    }

    Arranged arranged(Instant from, Instant to) {
        return new Arranged(
                arrangements.practitioners(),
                arrangements.rooms().stream().filter(Room::open).map(Room::id).collect(Collectors.toSet()),
                handpieces.all().stream()
                        .filter(one -> one.outOfService().isEmpty())
                        .map(Handpiece::id)
                        .collect(Collectors.toSet()),
                closures.between(from, to),
                clock.now(),
                Acting.current().zone());
    }

    /// What of the record stands in the way of a session that is to come; without anything clinical, as the
    /// desk reads it. The record has been opened in the same transaction.
    List<String> ofTheRecord(PatientId person, UUID appointment) {
        return store.find(person, appointment)
                .filter(one -> one.stands()
                        && one.slot().kind() == AppointmentKind.SESSION
                        && one.slot().to().isAfter(clock.now()))
                .map(this::ofTheRecord)
                .orElse(List.of());
    }

    private List<String> ofTheRecord(Appointment one) {
        Bookable now = rules.of(one.patient(), AppointmentKind.SESSION, Optional.of(one.id()));
        LocalDate day = one.slot().day(Acting.current().zone());
        Set<String> aside =
                one.overrides().stream().map(Appointment.SetAside::rule).collect(Collectors.toSet());
        var against = new ArrayList<String>();
        now.against(day).stream()
                // What a supervising clinician set aside for this very time is no news; a wait found since is.
                .filter(why ->
                        !aside.contains(why.rule().id()) || why.rule() == Against.Rule.DEFERRAL && isScreenedSince(one))
                .map(Against::words)
                .forEach(against::add);
        if (now.course()
                .filter(course -> !one.course().equals(Optional.of(course.plan().id())))
                .isPresent()) {
            against.add("The course that it was taken for is not the one in force.");
        }
        if (store.isConsentGone(one.patient(), one.id())) {
            against.add("Consent to the course was withdrawn since.");
        }
        return List.copyOf(against);
    }

    private boolean isScreenedSince(Appointment one) {
        return screenings
                .latest(one.patient())
                .filter(found -> found.madeAt().isAfter(one.takenAt()))
                .isPresent();
    }
}
