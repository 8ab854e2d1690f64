package org.stipple.clinic.consent.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.stipple.clinic.consent.web.ConsentViews.Code;
import org.stipple.clinic.consent.web.ConsentViews.CodePage;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Invitation;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.WholeAddress;
import org.stipple.clinic.web.look.QrCode;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;

/// Gives a person the link by which they read and sign at home: written to them, or shown as a code.
@Controller
class ConsentLinkPages {

    /// `design`: two weeks to think it over; whoever needs longer gets another.
    static final Duration GOOD_FOR = Duration.ofDays(14);

    /// In which language somebody reads is not known before they come: the message stands in each.
    private static final String MESSAGE = Arrays.stream(Tongue.values())
            .map(tongue -> Words.in(tongue).of("consent.own.message"))
            .collect(Collectors.joining(" "));

    private final Pages pages;
    private final WholeAddress addresses;
    private final Patients patients;
    private final Courses courses;
    private final Invitations invitations;
    private final Once once;
    private final Ids ids;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    ConsentLinkPages(
            Pages pages,
            WholeAddress addresses,
            Patients patients,
            Courses courses,
            Invitations invitations,
            Once once,
            Ids ids,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.addresses = addresses;
        this.patients = patients;
        this.courses = courses;
        this.invitations = invitations;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @PostMapping("/people/{id}/consent/link")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> send(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            boolean written = invitations.send(invited(id), MESSAGE);
            return "/people/" + id + "/consent?sent=" + (written ? "yes" : "no");
        }));
    }

    private Invitation invited(UUID id) {
        var patient = new PatientId(id);
        patients.read(patient, "consent");
        UUID about = courses.inForce(patient)
                .map(SignedCourse::plan)
                .map(plan -> plan.id())
                .orElse(id);
        return invitations.invite(patient, Errand.CONSENT, about, GOOD_FOR);
    }

    @PostMapping("/people/{id}/consent/code")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> make(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            invited(id);
            return "/people/" + id + "/consent/code";
        }));
    }

    /// Takes back every link of this errand that still works: one may have gone to the wrong telephone.
    @PostMapping("/people/{id}/consent/code/end")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> takeBack(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            var patient = new PatientId(id);
            patients.read(patient, "consent");
            invitations.of(patient, Errand.CONSENT).stream()
                    .filter(one -> one.isGood(clock.now()))
                    .forEach(one -> invitations.takeBack(patient, one.id()));
            return "/people/" + id + "/consent/code";
        }));
    }

    @GetMapping("/people/{id}/consent/code")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> code(@PathVariable UUID id) {
        var page = transaction.execute(_ -> {
            var person = patients.read(new PatientId(id), "consent");
            return new CodePage(
                    id.toString(), person.name(), open(person.id()).map(this::code), ids.next(), ids.next());
        });
        return pages.show("consent/code", "/people", Objects.requireNonNull(page));
    }

    /// The newest link that still works.
    private Optional<Invitation> open(PatientId patient) {
        return invitations.of(patient, Errand.CONSENT).stream()
                .filter(one -> one.isGood(clock.now()))
                .findFirst();
    }

    private Code code(Invitation invitation) {
        String address = addresses.of(invitation.path());
        QrCode code = QrCode.of(address);
        return new Code(
                address,
                code.side(),
                code.path(),
                Days.moment(invitation.expiresAt(), Acting.current().zone()));
    }
}
