package org.stipple.clinic.booking.web;

import java.time.LocalDate;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.OpenToAll;
import org.stipple.clinic.access.Serially;
import org.stipple.clinic.booking.Absences;
import org.stipple.clinic.booking.NotTaken;
import org.stipple.clinic.booking.web.BookingViews.OwnAppointmentPage;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Guest;
import org.stipple.clinic.invitation.OwnDoor;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.NotHere;
import org.stipple.clinic.web.OwnPages;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.words.Words;

/// A person's own page of one appointment, on which they say that they cannot come. Opening it says nothing.
@Controller
class OwnAppointmentPages {

    private static final String WHY = "a person has no account; the secret in the address opens one appointment";

    private final OwnPages pages;
    private final OwnDoor door;
    private final Absences absences;
    private final Patients patients;
    private final Serially serially;
    private final Once once;
    private final Ids ids;
    private final TransactionTemplate transaction;

    OwnAppointmentPages(
            OwnPages pages,
            OwnDoor door,
            Absences absences,
            Patients patients,
            Serially serially,
            Once once,
            Ids ids,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.door = door;
        this.absences = absences;
        this.patients = patients;
        this.serially = serially;
        this.once = once;
        this.ids = ids;
        this.transaction = transaction;
    }

    @GetMapping("/own/appointment/{token}")
    @OpenToAll(because = WHY)
    ResponseEntity<String> shown(@PathVariable String token) {
        return door.open(token, Errand.APPOINTMENT, guest -> show(HttpStatus.OK, guest, token))
                .orElseGet(pages::notGood);
    }

    @PostMapping("/own/appointment/{token}")
    @OpenToAll(because = WHY)
    ResponseEntity<String> cannotCome(@PathVariable String token, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return door.open(token, Errand.APPOINTMENT, guest -> keep(guest, token, form))
                .orElseGet(pages::notGood);
    }

    private ResponseEntity<String> keep(Guest guest, String token, Form form) {
        if (!guest.done()) {
            try {
                // The address is none of what is kept of a request: it has the secret of the link.
                serially.serially(() -> once.once(
                        form.key(),
                        form.body(),
                        () -> "said by link: "
                                + absences.cannotCome(guest.patient(), guest.about(), guest.invitation())));
            } catch (NotTaken | Refusal | IllegalArgumentException | Once.KeyUsedForSomethingElse unfit) {
                return pages.refused(guest.clinicName(), guest.reach(), path(token));
            }
        }
        return Pages.seeOther(path(token));
    }

    private ResponseEntity<String> show(HttpStatus status, Guest guest, String token) {
        return pages.show(
                status,
                "booking/own",
                guest.clinicName(),
                guest.reach(),
                Objects.requireNonNull(transaction.execute(_ -> page(guest, token))));
    }

    private OwnAppointmentPage page(Guest guest, String token) {
        patients.read(guest.patient(), "own appointment");
        Absences.Own own = absences.own(guest.patient(), guest.about()).orElseThrow(NotHere::new);
        var words = Words.in(guest.tongue());
        return new OwnAppointmentPage(
                path(token),
                ids.next(),
                words.moment(own.appointment().slot().from(), guest.zone()),
                own.givesUp(),
                own.cannotSince()
                        .map(at -> words.day(LocalDate.ofInstant(at, guest.zone())))
                        .orElse(""),
                !own.appointment().stands());
    }

    private static String path(String token) {
        return "/own/appointment/" + token;
    }
}
