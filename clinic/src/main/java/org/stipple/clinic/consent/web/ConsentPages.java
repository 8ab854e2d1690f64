package org.stipple.clinic.consent.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
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
import org.stipple.clinic.consent.Consent;
import org.stipple.clinic.consent.ConsentText;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.ShownCourse;
import org.stipple.clinic.consent.Signer;
import org.stipple.clinic.consent.web.ConsentViews.ConsentPage;
import org.stipple.clinic.consent.web.ConsentViews.Purposed;
import org.stipple.clinic.consent.web.ConsentViews.Sent;
import org.stipple.clinic.consent.web.ConsentViews.Wrong;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Identities;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.protocol.Knowledge;

/// What a person reads and signs, purpose by purpose, in the presence of somebody of the clinic.
@Controller
class ConsentPages {

    private final Pages pages;
    private final Patients patients;
    private final Consents consents;
    private final Courses courses;
    private final Identities identities;
    private final Knowledge knowledge;
    private final Once once;
    private final Ids ids;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    ConsentPages(
            Pages pages,
            Patients patients,
            Consents consents,
            Courses courses,
            Identities identities,
            Knowledge knowledge,
            Once once,
            Ids ids,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.consents = consents;
        this.courses = courses;
        this.identities = identities;
        this.knowledge = knowledge;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/consent")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> consent(@PathVariable UUID id) {
        return show(HttpStatus.OK, id, Optional.empty(), List.of());
    }

    @PostMapping("/people/{id}/consent")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> give(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                Purpose purpose = purpose(form);
                give(new PatientId(id), purpose, form);
                return "/people/" + id + "/consent#" + purpose.id();
            }));
        } catch (NotFilledIn wrong) {
            return again(id, form, wrong.field, wrong.getMessage() + "");
        } catch (Signer.Unfit unfit) {
            return again(id, form, field(unfit.place()), unfit.getMessage() + "");
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, Optional.empty(), refusal.why());
        } catch (IllegalArgumentException refused) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, Optional.empty(), List.of(refused.getMessage() + "."));
        }
    }

    private ResponseEntity<String> again(UUID id, Form form, Wrong field, String why) {
        return show(
                HttpStatus.UNPROCESSABLE_CONTENT,
                id,
                Optional.of(new Again(form.text("purpose").orElse(""), Sent.of(form, field, why + "."))),
                List.of("Nothing was signed. What is to be mended stands beside its field below."));
    }

    private record Again(String purpose, Sent sent) {}

    /// A field that is empty or says nothing that is known here.
    private static final class NotFilledIn extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Wrong field;

        NotFilledIn(Wrong field, String why) {
            super(why);
            this.field = field;
        }
    }

    private static Wrong field(Signer.Place place) {
        return switch (place) {
            case SIGNER -> Wrong.SIGNER;
            case NAME -> Wrong.NAME;
            case RELATION -> Wrong.RELATION;
        };
    }

    private void give(PatientId patient, Purpose purpose, Form form) {
        if (form.text("agree").isEmpty()) {
            throw new NotFilledIn(Wrong.AGREE, "The box “I agree” is not ticked");
        }
        consents.give(
                ids.next(), patient, purpose, form.required("sha256", "text"), shown(purpose, form), signer(form));
    }

    private static Signer signer(Form form) {
        String name = form.text("signedName")
                .orElseThrow(() -> new NotFilledIn(Wrong.NAME, "is empty, expected the full name of who signs"));
        return switch (form.text("signer").orElse("")) {
            case "person" -> new Signer.ThePerson(name);
            case "representative" ->
                new Signer.Representative(
                        name,
                        form.text("relation")
                                .flatMap(Signer.Relation::find)
                                .orElseThrow(() -> new NotFilledIn(
                                        Wrong.RELATION, "is empty, expected as what this person signs for the other")));
            case String _ -> throw new NotFilledIn(Wrong.SIGNER, "Nobody said who signs: the person, or somebody else");
        };
    }

    /// The course that stood on the page.
    private static Optional<ShownCourse> shown(Purpose purpose, Form form) {
        return switch (purpose) {
            case RECORD_PHOTOS, MEASUREMENT -> Optional.empty();
            case TREATMENT ->
                Optional.of(form.text("course")
                        .flatMap(course -> form.text("courseSha256").map(hash -> shown(course, hash)))
                        .orElseThrow(() -> new Refusal(List.of(
                                "This page does not say which course was shown. Nothing was signed. Open it again, and "
                                        + "read the course with the person."))));
        };
    }

    private static ShownCourse shown(String course, String sha256) {
        try {
            return new ShownCourse(UUID.fromString(course), sha256);
        } catch (IllegalArgumentException notACourse) {
            throw new Refusal(List.of("This page names no course. Nothing was signed. Open it again."));
        }
    }

    private static Purpose purpose(Form form) {
        return Purpose.find(form.required("purpose", "Purpose"))
                .orElseThrow(() -> new Refusal(List.of("This purpose is not known here.")));
    }

    @PostMapping("/people/{id}/consent/{consent}/withdrawal")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> withdraw(
            @PathVariable UUID id, @PathVariable UUID consent, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        if (form.text("sure").isEmpty()) {
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    id,
                    Optional.empty(),
                    List.of("Nothing was withdrawn yet. Open “Withdraw this consent” and say yes."));
        }
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            consents.withdraw(new PatientId(id), consent);
            return "/people/" + id + "/consent";
        }));
    }

    private ResponseEntity<String> show(HttpStatus status, UUID id, Optional<Again> again, List<String> problems) {
        var page = transaction.execute(_ -> {
            var person = patients.read(new PatientId(id), "consent");
            var course = courses.inForce(person.id());
            boolean minor = Signer.isMinor(person, clock.today());
            return new ConsentPage(
                    id.toString(),
                    identities.of(person),
                    minor
                            ? person.name() + " is " + person.ageOn(clock.today())
                                    + " years old: a parent, a guardian or a representative signs."
                            : "",
                    Arrays.stream(Signer.Relation.values())
                            .filter(relation -> minor || relation != Signer.Relation.PARENT)
                            .map(relation -> new ConsentViews.Option(relation.id(), relation.words()))
                            .toList(),
                    Arrays.stream(Purpose.values())
                            .map(purpose -> purposed(
                                    person,
                                    purpose,
                                    course,
                                    again.filter(one -> one.purpose().equals(purpose.id()))
                                            .map(Again::sent)
                                            .orElseGet(() -> Sent.nothing(minor))))
                            .toList(),
                    problems);
        });
        return pages.show(status, "consent/consent", "/people", java.util.Objects.requireNonNull(page));
    }

    private Purposed purposed(Patient person, Purpose purpose, Optional<SignedCourse> course, Sent sent) {
        ConsentText text = consents.text(purpose);
        boolean treatment = purpose == Purpose.TREATMENT;
        Optional<ShownCourse> about = treatment ? course.map(ShownCourse::of) : Optional.empty();
        Optional<Consent> holds =
                treatment && about.isEmpty() ? Optional.empty() : consents.inForce(person.id(), purpose, about);
        return new Purposed(
                purpose.id(),
                purpose.words(),
                ids.next(),
                text.title(),
                text.body().strip().lines().filter(line -> !line.isBlank()).toList(),
                treatment ? course.map(this::plan).orElse(List.of()) : List.of(),
                text.version(),
                text.sha256(),
                about.map(shown -> shown.id().toString()).orElse(""),
                about.map(ShownCourse::sha256).orElse(""),
                holds.map(consent -> "Agreed "
                                + Days.moment(
                                        consent.givenAt(), Acting.current().zone()) + " as “"
                                + consent.signature() + "”, in the presence of " + consent.witness() + ".")
                        .orElse(""),
                holds.map(consent -> consent.id().toString()).orElse(""),
                treatment && course.isEmpty()
                        ? "It is signed after a clinician has signed the course that it is about."
                        : "",
                sent);
    }

    /// What the person agrees to, in words: device, zones, sessions, and what is outside the clearance.
    private List<String> plan(SignedCourse signed) {
        var course = signed.plan().course();
        var planned = course.planned();
        String device = knowledge
                .device(signed.plan().device())
                .map(org.stipple.protocol.Device::name)
                .orElse(signed.plan().device());
        String zones = planned.stream()
                .map(zone -> zone.id().words() + " at " + zone.depth().chosen())
                .collect(Collectors.joining(", "));
        var lines = new java.util.ArrayList<String>();
        lines.add("Device: " + device + ".");
        lines.add("Zones: " + zones + ".");
        course.schedule()
                .ifPresent(schedule -> lines.add(schedule.sessions().chosen() + " sessions, "
                        + schedule.intervalDays().chosen() + " days apart."));
        planned.stream()
                .flatMap(zone -> zone.offLabel().stream())
                .distinct()
                .forEach(why -> lines.add("Outside what the device is cleared for: " + why));
        return lines;
    }
}
