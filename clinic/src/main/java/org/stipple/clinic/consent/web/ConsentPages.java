package org.stipple.clinic.consent.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
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
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Leave;
import org.stipple.clinic.consent.PhotoUse;
import org.stipple.clinic.consent.PhotoUses;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.Question;
import org.stipple.clinic.consent.Questions;
import org.stipple.clinic.consent.Signer;
import org.stipple.clinic.consent.Where;
import org.stipple.clinic.consent.web.ConsentViews.Agreed;
import org.stipple.clinic.consent.web.ConsentViews.ConsentPage;
import org.stipple.clinic.consent.web.ConsentViews.Option;
import org.stipple.clinic.consent.web.ConsentViews.QuestionLine;
import org.stipple.clinic.consent.web.ConsentViews.Register;
import org.stipple.clinic.consent.web.ConsentViews.Sent;
import org.stipple.clinic.consent.web.ConsentViews.SignedLine;
import org.stipple.clinic.consent.web.ConsentViews.UseLine;
import org.stipple.clinic.consent.web.ConsentViews.Wrong;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Identities;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;

/// What a person reads and signs, purpose by purpose, in the presence of somebody of the clinic; what they
/// asked, and where their photos went.
@Controller
class ConsentPages {

    private final Pages pages;
    private final Patients patients;
    private final Consents consents;
    private final ConsentLooks looks;
    private final ConsentPdf pdf;
    private final Questions questions;
    private final PhotoUses uses;
    private final Leave leave;
    private final Identities identities;
    private final Invitations invitations;
    private final Once once;
    private final Ids ids;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    ConsentPages(
            Pages pages,
            Patients patients,
            Consents consents,
            ConsentLooks looks,
            ConsentPdf pdf,
            Questions questions,
            PhotoUses uses,
            Leave leave,
            Identities identities,
            Invitations invitations,
            Once once,
            Ids ids,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.consents = consents;
        this.looks = looks;
        this.pdf = pdf;
        this.questions = questions;
        this.uses = uses;
        this.leave = leave;
        this.identities = identities;
        this.invitations = invitations;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/consent")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> consent(
            @PathVariable UUID id, @RequestParam Optional<String> language, @RequestParam Optional<String> sent) {
        return show(HttpStatus.OK, id, tongue(language), Optional.empty(), sent(id, sent), List.of());
    }

    /// What became of a link, while there is one that works.
    private String sent(UUID id, Optional<String> sent) {
        boolean works = sent.isPresent()
                && invitations.of(new PatientId(id), Errand.CONSENT).stream().anyMatch(one -> one.isGood(clock.now()));
        return switch (works ? sent.orElse("") : "") {
            case "yes" -> "A link was written to the person. It works for 14 days.";
            case "no" ->
                "A link was made, and the person may not be written to by any channel. Show it as a code, or note a"
                        + " channel under Contact.";
            case String _ -> "";
        };
    }

    private static Tongue tongue(Optional<String> language) {
        return language.flatMap(Tongue::of).orElse(Tongue.ENGLISH);
    }

    @PostMapping("/people/{id}/consent")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> give(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var patient = new PatientId(id);
        Tongue tongue = tongue(form.text("language"));
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                String name = patients.read(patient, "consent").name();
                var agreed = new SignForm(form, name)
                        .agreement(new Where.InTheClinic(Acting.current().name()));
                consents.give(ids.next(), patient, agreed);
                return page(id, tongue) + "#" + agreed.purpose().id();
            }));
        } catch (NotFilledIn wrong) {
            return again(id, tongue, form, wrong.field(), Words.in(tongue).of(wrong.key()));
        } catch (Signer.Unfit unfit) {
            return again(id, tongue, form, field(unfit.place()), prefix(unfit.place()) + unfit.getMessage() + ".");
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, tongue, Optional.empty(), "", refusal.why());
        } catch (IllegalArgumentException refused) {
            return refused(id, tongue, refused.getMessage() + ".");
        }
    }

    private static String page(UUID id, Tongue tongue) {
        return "/people/" + id + "/consent" + (tongue == Tongue.ENGLISH ? "" : "?language=" + tongue.lang());
    }

    private ResponseEntity<String> again(UUID id, Tongue tongue, Form form, Wrong field, String why) {
        return show(
                HttpStatus.UNPROCESSABLE_CONTENT,
                id,
                tongue,
                Optional.of(new Again(form.text("purpose").orElse(""), Sent.of(form, field, why))),
                "",
                List.of("Nothing was signed. What is to be mended stands beside its field below."));
    }

    private ResponseEntity<String> refused(UUID id, Tongue tongue, String why) {
        return show(HttpStatus.UNPROCESSABLE_CONTENT, id, tongue, Optional.empty(), "", List.of(why));
    }

    private record Again(String purpose, Sent sent) {}

    private static Wrong field(Signer.Place place) {
        return switch (place) {
            case SIGNER -> Wrong.SIGNER;
            case NAME -> Wrong.NAME;
            case RELATION -> Wrong.RELATION;
        };
    }

    private static String prefix(Signer.Place place) {
        return switch (place) {
            case NAME -> "The name ";
            case SIGNER, RELATION -> "";
        };
    }

    @PostMapping("/people/{id}/consent/{consent}/withdrawal")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> withdraw(
            @PathVariable UUID id, @PathVariable UUID consent, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        if (form.text("sure").isEmpty()) {
            return refused(id, Tongue.ENGLISH, "Nothing was withdrawn yet. Open “Withdraw this consent” and say yes.");
        }
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            consents.withdraw(new PatientId(id), consent);
            return "/people/" + id + "/consent";
        }));
    }

    /// Somebody of the clinic makes sure of what was signed at home.
    @PostMapping("/people/{id}/consent/{consent}/confirmation")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> confirm(
            @PathVariable UUID id, @PathVariable UUID consent, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var patient = new PatientId(id);
        consents.one(patient, consent, "consent");
        if (form.text("seen").isEmpty() || form.text("answered").isEmpty()) {
            return refused(
                    id,
                    Tongue.ENGLISH,
                    "Nothing was confirmed yet: tick both, that you saw who it is and that"
                            + " what was asked is answered.");
        }
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                consents.confirm(patient, consent);
                return "/people/" + id + "/consent";
            }));
        } catch (IllegalArgumentException refused) {
            return refused(id, Tongue.ENGLISH, "Nothing was confirmed: " + refused.getMessage() + ".");
        }
    }

    /// The name of the file says nothing of whose it is: it lies in folders and stands in lists.
    @GetMapping("/people/{id}/consent/{consent}/signed.pdf")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<byte[]> paper(@PathVariable UUID id, @PathVariable UUID consent) {
        return file(Objects.requireNonNull(transaction.execute(_ -> pdf.of(new PatientId(id), consent))));
    }

    static ResponseEntity<byte[]> file(byte[] bytes) {
        return ResponseEntity.ok()
                .header("Content-Type", "application/pdf")
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("consent.pdf")
                                .build()
                                .toString())
                .body(bytes);
    }

    @PostMapping("/people/{id}/consent/questions/{question}")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> answer(
            @PathVariable UUID id, @PathVariable UUID question, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                questions.answer(
                        new PatientId(id), question, form.text("answer").orElse(""));
                return "/people/" + id + "/consent#questions";
            }));
        } catch (IllegalArgumentException refused) {
            return refused(id, Tongue.ENGLISH, refused.getMessage() + "");
        }
    }

    /// Enters that something went out.
    @PostMapping("/people/{id}/consent/uses")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> use(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                uses.enter(
                        ids.next(),
                        new PatientId(id),
                        SignForm.purpose(form),
                        form.text("what").orElse(""),
                        form.text("to").orElse(""),
                        day(form));
                return "/people/" + id + "/consent#uses";
            }));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, Tongue.ENGLISH, Optional.empty(), "", refusal.why());
        } catch (IllegalArgumentException refused) {
            return refused(id, Tongue.ENGLISH, refused.getMessage() + "");
        }
    }

    private static LocalDate day(Form form) {
        String text = form.required("on", "On");
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException notADay) {
            throw new Refusal(List.of("“On” was " + text + ", expected a date such as 2026-11-20."));
        }
    }

    /// Enters what came of asking for it back.
    @PostMapping("/people/{id}/consent/uses/{use}/end")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> end(
            @PathVariable UUID id, @PathVariable UUID use, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                uses.end(
                        new PatientId(id),
                        use,
                        form.text("outcome").flatMap(PhotoUse.Outcome::find).orElse(PhotoUse.Outcome.OUT_OF_REACH),
                        form.text("done").orElse(""));
                return "/people/" + id + "/consent#uses";
            }));
        } catch (IllegalArgumentException refused) {
            return refused(id, Tongue.ENGLISH, refused.getMessage() + "");
        }
    }

    private ResponseEntity<String> show(
            HttpStatus status, UUID id, Tongue tongue, Optional<Again> again, String done, List<String> problems) {
        var page = transaction.execute(_ -> {
            var person = patients.read(new PatientId(id), "consent");
            boolean minor = Signer.isMinor(person, clock.today());
            var words = Words.in(tongue);
            return new ConsentPage(
                    id.toString(),
                    identities.of(person),
                    words,
                    Arrays.stream(Tongue.values())
                            .filter(other -> other != tongue)
                            .map(other -> new Option(page(id, other), other.own()))
                            .toList(),
                    minor
                            ? person.name() + " is " + person.ageOn(clock.today())
                                    + " years old: a parent, a guardian or a representative signs."
                            : "",
                    Arrays.stream(Signer.Relation.values())
                            .filter(relation -> minor || relation != Signer.Relation.PARENT)
                            .map(relation -> new Option(relation.id(), words.of("consent.relation." + relation.id())))
                            .toList(),
                    Arrays.stream(Purpose.values())
                            .map(purpose -> looks.purposed(
                                    person,
                                    purpose,
                                    tongue,
                                    "It is signed after a clinician has signed the course that it is about.",
                                    consent -> agreed(person, consent),
                                    again.filter(one -> one.purpose().equals(purpose.id()))
                                            .map(Again::sent)
                                            .orElseGet(() -> Sent.nothing(minor))))
                            .toList(),
                    consents.of(person.id()).stream()
                            .map(consent -> signed(person, consent))
                            .toList(),
                    questions.of(person.id()).stream().map(this::question).toList(),
                    register(person),
                    ids.next(),
                    done,
                    problems);
        });
        return pages.show(status, "consent/consent", "/people", Objects.requireNonNull(page));
    }

    private static Agreed agreed(Patient person, Consent consent) {
        return new Agreed(
                "Agreed " + moment(consent) + " as “" + consent.signature() + "”, "
                        + consent.where().words() + "."
                        + consent.confirmed()
                                .map(one -> " Confirmed "
                                        + Days.moment(one.at(), Acting.current().zone()) + " by " + one.by() + ".")
                                .orElse(""),
                consent.id().toString(),
                ConsentLooks.path(consent),
                paper(person, consent),
                consent.isToBeConfirmed());
    }

    private static String moment(Consent consent) {
        return Days.moment(consent.givenAt(), Acting.current().zone());
    }

    private static String paper(Patient person, Consent consent) {
        return "/people/" + person.id() + "/consent/" + consent.id() + "/signed.pdf";
    }

    private static SignedLine signed(Patient person, Consent consent) {
        return new SignedLine(
                consent.purpose().words() + ", version " + consent.version() + ", " + moment(consent) + ", “"
                        + consent.signature() + "”",
                consent.withdrawnAt()
                        .map(at ->
                                "withdrawn " + Days.moment(at, Acting.current().zone()))
                        .orElse(""),
                paper(person, consent));
    }

    private QuestionLine question(Question question) {
        var zone = Acting.current().zone();
        return new QuestionLine(
                question.id().toString(),
                question.purpose().words() + ", " + Days.moment(question.at(), zone),
                question.words(),
                question.answer()
                        .map(answer ->
                                answer.words() + " (" + answer.by() + ", " + Days.moment(answer.at(), zone) + ")")
                        .orElse(""),
                ids.next());
    }

    private Register register(Patient person) {
        return new Register(
                ids.next(),
                Purpose.leaving().stream()
                        .filter(purpose -> leave.allows(person.id(), purpose))
                        .map(purpose -> new Option(purpose.id(), purpose.words()))
                        .toList(),
                clock.today().toString(),
                uses.of(person.id()).stream().map(this::use).toList(),
                Arrays.stream(PhotoUse.Outcome.values())
                        .map(outcome -> new Option(outcome.id(), outcome.words()))
                        .toList());
    }

    private UseLine use(PhotoUse use) {
        return new UseLine(
                use.id().toString(),
                use.purpose().words() + ": " + use.what() + ", to " + use.to() + ", " + Days.full(use.on()) + ", by "
                        + use.by(),
                use.isToEnd(),
                use.end()
                        .map(end -> end.outcome().words() + ": " + end.words() + " (" + end.by() + ", "
                                + Days.moment(end.at(), Acting.current().zone()) + ")")
                        .orElse(""),
                ids.next());
    }
}
