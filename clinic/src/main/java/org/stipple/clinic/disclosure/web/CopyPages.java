package org.stipple.clinic.disclosure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.consent.Leave;
import org.stipple.clinic.disclosure.Copies;
import org.stipple.clinic.disclosure.CopyLinks;
import org.stipple.clinic.disclosure.Given;
import org.stipple.clinic.disclosure.web.CopyViews.CopyPage;
import org.stipple.clinic.disclosure.web.CopyViews.LinkLine;
import org.stipple.clinic.invitation.Invitation;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.WholeAddress;
import org.stipple.clinic.web.look.QrCode;
import org.stipple.clinic.web.words.Tongue;

/// From which a person's copy of their record is given, and the link by which they fetch it themselves.
@Controller
public class CopyPages implements Chapter {

    private static final int LAST = 90;

    /// Nothing clinical stands in a message: what it is about, the person learns behind the link.
    private static final String LETTER =
            "You asked us for something to keep. You can get it here for a week. / Usted nos "
                    + "pidió algo para guardar. Puede obtenerlo aquí durante una semana.";

    private final Pages pages;
    private final WholeAddress addresses;
    private final Copies copies;
    private final CopyLinks links;
    private final Invitations invitations;
    private final Patients patients;
    private final Leave leave;
    private final WithheldCopy withheld;
    private final Once once;
    private final Ids ids;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    CopyPages(
            Pages pages,
            WholeAddress addresses,
            Copies copies,
            CopyLinks links,
            Invitations invitations,
            Patients patients,
            Leave leave,
            WithheldCopy withheld,
            Once once,
            Ids ids,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.addresses = addresses;
        this.copies = copies;
        this.links = links;
        this.invitations = invitations;
        this.patients = patients;
        this.leave = leave;
        this.withheld = withheld;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/copy")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> copy(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String done) {
        var page = transaction.execute(_ -> page(new PatientId(id), code, done));
        return pages.show("disclosure/copy", "/people", Objects.requireNonNull(page));
    }

    /// Written as it is read, so that no copy of a record lies anywhere.
    @GetMapping("/people/{id}/copy.zip")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    void file(@PathVariable UUID id, @RequestParam(defaultValue = "en") String language, HttpServletResponse response)
            throws IOException {
        transaction.executeWithoutResult(_ -> patients.read(new PatientId(id), "copy of the record"));
        leave.requireCopy(new PatientId(id));
        var copy = copies.give(new PatientId(id), Tongue.of(language).orElse(Tongue.ENGLISH), Optional.empty());
        CopyAnswer.send(copy, "record-" + id + ".zip", response);
    }

    @PostMapping("/people/{id}/copy/links")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> give(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            Invitation link = links.give(new PatientId(id));
            String here = "/people/" + id + "/copy?code=" + link.id();
            return form.text("how").equals(Optional.of("code"))
                    ? here
                    : here + "&done=" + (invitations.send(link, LETTER) ? "sent" : "none");
        }));
    }

    @PostMapping("/people/{id}/copy/links/{copy}/end")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> takeBack(
            @PathVariable UUID id, @PathVariable UUID copy, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            links.takeBack(new PatientId(id), copy);
            return "/people/" + id + "/copy?done=ended";
        }));
    }

    @PostMapping("/people/{id}/copy/links/{copy}/seen")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> seen(
            @PathVariable UUID id, @PathVariable UUID copy, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            links.seen(new PatientId(id), copy);
            return "/people/" + id + "/copy?done=seen";
        }));
    }

    private CopyPage page(PatientId patient, String code, String done) {
        Patient person = patients.read(patient, "copy of the record");
        List<Invitation> all = links.of(patient);
        List<UUID> unseen = links.unseen(patient);
        List<Given> given = copies.given(patient);
        return new CopyPage(
                patient.toString(),
                person.name(),
                ids.next(),
                words(done),
                all.stream()
                        .filter(link -> link.id().toString().equals(code) && link.isGood(clock.now()))
                        .findFirst()
                        .map(link -> QrCode.of(addresses.of(link.path()))),
                all.stream()
                        .map(link -> line(patient, link, given, unseen.contains(link.id())))
                        .toList(),
                given.stream()
                        .map(one -> moment(one.at())
                                + (one.invitation().isPresent() ? ", fetched " : ", given by ")
                                + one.by())
                        .toList(),
                withheld.of(patient));
    }

    private LinkLine line(PatientId patient, Invitation link, List<Given> given, boolean locked) {
        long fetched = given.stream()
                .filter(one -> one.invitation().equals(Optional.of(link.id())))
                .count();
        return new LinkLine(
                link.id().toString(),
                "Given " + moment(link.madeAt()) + " by " + link.madeBy(),
                state(patient, link)
                        + (fetched == 0 ? "" : " Fetched " + (fetched == 1 ? "once." : fetched + " times.")),
                link.isGood(clock.now()),
                locked,
                ids.next(),
                ids.next());
    }

    private String state(PatientId patient, Invitation link) {
        int wrong = links.wrong(patient, link.id());
        if (wrong >= CopyLinks.TRIES) {
            return "Ended " + link.end().map(end -> moment(end.at())).orElse("")
                    + ": the date of birth was wrong three times.";
        }
        String tried = wrong == 0 ? "" : " The date of birth was wrong " + (wrong == 1 ? "once." : "twice.");
        return link.end()
                        .map(end -> "Taken back " + moment(end.at()) + " by " + end.by() + ".")
                        .orElse((link.isGood(clock.now()) ? "Good until " : "Its time was over ")
                                + moment(link.expiresAt()) + ".")
                + tried;
    }

    private static String words(String done) {
        return switch (done) {
            case "sent" -> "The link is on its way by the channels the person agreed to.";
            case "none" ->
                "The link is made, but the person has agreed to no channel, so nothing was sent. Let them scan the code, "
                        + "or write down under “Contact” how they may be written to.";
            case "ended" -> "The link was taken back. It opens nothing any more.";
            case "seen" -> "Written down: you have seen that the link ended.";
            default -> "";
        };
    }

    private static String moment(java.time.Instant at) {
        return Days.moment(at, Acting.current().zone());
    }

    @Override
    public Told tell(Patient person) {
        return new Told(
                LAST,
                "Their copy",
                "Everything that is kept, in one file that is theirs.",
                Optional.empty(),
                Optional.empty(),
                List.of(new Link("Copy of the record", "/people/" + person.id() + "/copy")),
                List.of());
    }
}
