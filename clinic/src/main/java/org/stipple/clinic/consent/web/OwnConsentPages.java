package org.stipple.clinic.consent.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.OpenToAll;
import org.stipple.clinic.consent.Consent;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Leave;
import org.stipple.clinic.consent.NotSigned;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.Question;
import org.stipple.clinic.consent.Questions;
import org.stipple.clinic.consent.Signer;
import org.stipple.clinic.consent.Where;
import org.stipple.clinic.consent.web.ConsentViews.Agreed;
import org.stipple.clinic.consent.web.ConsentViews.Asked;
import org.stipple.clinic.consent.web.ConsentViews.OwnPage;
import org.stipple.clinic.consent.web.ConsentViews.QuestionLine;
import org.stipple.clinic.consent.web.ConsentViews.Sent;
import org.stipple.clinic.consent.web.ConsentViews.Wrong;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Guest;
import org.stipple.clinic.invitation.Invitation;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.invitation.OwnDoor;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.OwnPages;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.words.Words;

/// What a person reads, asks, signs and takes back at home, by the link that they were given. Nobody of the
/// clinic sees who it is, and the record says so.
@Controller
class OwnConsentPages {

    private static final String WHY = "the link is the key: it opens the consent of one person, and nothing else";

    private final OwnDoor door;
    private final OwnPages own;
    private final Invitations invitations;
    private final Patients patients;
    private final Consents consents;
    private final ConsentLooks looks;
    private final ConsentPdf pdf;
    private final Questions questions;
    private final Leave leave;
    private final Once once;
    private final Ids ids;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    OwnConsentPages(
            OwnDoor door,
            OwnPages own,
            Invitations invitations,
            Patients patients,
            Consents consents,
            ConsentLooks looks,
            ConsentPdf pdf,
            Questions questions,
            Leave leave,
            Once once,
            Ids ids,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.door = door;
        this.own = own;
        this.invitations = invitations;
        this.patients = patients;
        this.consents = consents;
        this.looks = looks;
        this.pdf = pdf;
        this.questions = questions;
        this.leave = leave;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// What is shown beside what stands there anyway.
    ///
    /// @param sent what was sent and is to be mended
    /// @param typed the question that was typed and not sent
    private record Beside(HttpStatus status, Optional<Sent> sent, String typed, String notice, List<String> problems) {

        static Beside nothing() {
            return done("");
        }

        static Beside done(String notice) {
            return new Beside(HttpStatus.OK, Optional.empty(), "", notice, List.of());
        }

        static Beside refused(String why) {
            return new Beside(HttpStatus.UNPROCESSABLE_CONTENT, Optional.empty(), "", "", List.of(why));
        }

        static Beside toMend(Sent sent) {
            return new Beside(HttpStatus.UNPROCESSABLE_CONTENT, Optional.of(sent), "", "", List.of());
        }
    }

    @GetMapping("/own/consent/{token}")
    @OpenToAll(because = WHY)
    ResponseEntity<String> list(@PathVariable String token) {
        return door.open(token, Errand.CONSENT, guest -> show(guest, token, Optional.empty(), Beside.nothing()))
                .orElseGet(own::notGood);
    }

    @GetMapping("/own/consent/{token}/{purpose}")
    @OpenToAll(because = WHY)
    ResponseEntity<String> read(
            @PathVariable String token, @PathVariable String purpose, @RequestParam Optional<String> done) {
        return open(token, purpose, (guest, asked) -> show(guest, token, Optional.of(asked), done(guest, asked, done)));
    }

    /// What was done just now, where it is so: an address is typed by anybody, and kept from another day.
    private Beside done(Guest guest, Purpose asked, Optional<String> done) {
        var words = Words.in(guest.tongue());
        boolean isSo = Boolean.TRUE.equals(transaction.execute(_ -> switch (done.orElse("")) {
            case "signed" ->
                looks.holds(patients.read(guest.patient(), "consent"), asked).isPresent();
            case "withdrawn" -> leave.withdrawn(guest.patient(), asked).isPresent();
            case "asked" ->
                questions.of(guest.patient()).stream()
                        .anyMatch(question ->
                                question.purpose() == asked && question.answer().isEmpty());
            case String _ -> false;
        }));
        return switch (isSo ? done.orElse("") : "") {
            case "signed" -> Beside.done(words.of("consent.own.signed"));
            case "withdrawn" -> Beside.done(words.of("consent.own.withdrawn"));
            case "asked" -> Beside.done(words.of("consent.own.question-sent"));
            case String _ -> Beside.nothing();
        };
    }

    /// Opens the door, and the purpose; what neither opens is told nothing.
    private ResponseEntity<String> open(
            String token, String purpose, BiFunction<Guest, Purpose, ResponseEntity<String>> work) {
        return Purpose.find(purpose)
                .flatMap(asked -> door.open(
                        token,
                        Errand.CONSENT,
                        guest -> guest.done()
                                ? show(guest, token, Optional.empty(), Beside.nothing())
                                : work.apply(guest, asked)))
                .orElseGet(own::notGood);
    }

    @PostMapping("/own/consent/{token}/{purpose}")
    @OpenToAll(because = WHY)
    ResponseEntity<String> sign(
            @PathVariable String token,
            @PathVariable String purpose,
            @RequestParam MultiValueMap<String, String> fields) {
        return open(token, purpose, (guest, asked) -> {
            var words = Words.in(guest.tongue());
            try {
                return sign(guest, token, asked, new Form(fields));
            } catch (NotSigned not) {
                return show(
                        guest,
                        token,
                        Optional.of(asked),
                        Beside.refused(words.of("consent.refused." + not.why().id())));
            } catch (Once.KeyUsedForSomethingElse before) {
                return show(guest, token, Optional.of(asked), Beside.refused(words.of("consent.refused.sent-before")));
            } catch (Refusal unreadable) {
                return show(guest, token, Optional.of(asked), Beside.refused(words.of("consent.refused.unread")));
            }
        });
    }

    private ResponseEntity<String> sign(Guest guest, String token, Purpose asked, Form form) {
        var words = Words.in(guest.tongue());
        String name = name(guest);
        try {
            // The address is none of what is kept of a request: it has the secret of the link.
            once.once(form.key(), form.body(), () -> {
                var agreed = new SignForm(form, name).agreement(new Where.ByOwnLink(guest.invitation()));
                if (agreed.purpose() != asked) {
                    throw new Refusal(List.of("This form is about another purpose."));
                }
                consents.give(ids.next(), guest.patient(), agreed);
                return "signed by link";
            });
            return Pages.seeOther("/own/consent/" + token + "/" + asked.id() + "?done=signed");
        } catch (NotFilledIn wrong) {
            return show(
                    guest,
                    token,
                    Optional.of(asked),
                    Beside.toMend(Sent.of(form, wrong.field(), words.of(wrong.key()))));
        } catch (Signer.Unfit unfit) {
            return show(guest, token, Optional.of(asked), unfit(words, form, name, unfit.place()));
        }
    }

    private static Beside unfit(Words words, Form form, String name, Signer.Place place) {
        return switch (place) {
            case NAME ->
                Beside.toMend(Sent.of(
                        form,
                        Wrong.NAME,
                        words.of("consent.wrong.name", form.text("signedName").orElse(""), name)));
            case SIGNER, RELATION -> Beside.refused(words.of("consent.wrong.by-link"));
        };
    }

    private String name(Guest guest) {
        return patients.read(guest.patient(), "consent").name();
    }

    @PostMapping("/own/consent/{token}/{purpose}/question")
    @OpenToAll(because = WHY)
    ResponseEntity<String> ask(
            @PathVariable String token,
            @PathVariable String purpose,
            @RequestParam MultiValueMap<String, String> fields) {
        return open(token, purpose, (guest, asked) -> {
            var words = Words.in(guest.tongue());
            try {
                var form = new Form(fields);
                String question = form.text("question").orElse("");
                if (question.isEmpty() || question.length() > Questions.LONGEST) {
                    return show(
                            guest,
                            token,
                            Optional.of(asked),
                            new Beside(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    Optional.empty(),
                                    question,
                                    "",
                                    List.of(
                                            question.isEmpty()
                                                    ? words.of("consent.own.question-empty")
                                                    : words.of(
                                                            "consent.own.question-long",
                                                            question.length(),
                                                            Questions.LONGEST))));
                }
                once.once(form.key(), form.body(), () -> {
                    questions.ask(ids.next(), guest.patient(), asked, question, guest.tongue(), guest.invitation());
                    return "asked by link";
                });
                return Pages.seeOther("/own/consent/" + token + "/" + asked.id() + "?done=asked");
            } catch (Once.KeyUsedForSomethingElse before) {
                return show(guest, token, Optional.of(asked), Beside.refused(words.of("consent.refused.sent-before")));
            } catch (Refusal unreadable) {
                return show(guest, token, Optional.of(asked), Beside.refused(words.of("consent.refused.unread")));
            }
        });
    }

    @PostMapping("/own/consent/{token}/{purpose}/withdrawal")
    @OpenToAll(because = WHY)
    ResponseEntity<String> withdraw(
            @PathVariable String token,
            @PathVariable String purpose,
            @RequestParam MultiValueMap<String, String> fields) {
        return open(token, purpose, (guest, asked) -> {
            var words = Words.in(guest.tongue());
            try {
                var form = new Form(fields);
                if (form.text("sure").isEmpty()) {
                    return show(guest, token, Optional.of(asked), Beside.refused(words.of("consent.own.withdraw-not")));
                }
                if (newest(guest, asked).isEmpty()) {
                    return show(
                            guest, token, Optional.of(asked), Beside.refused(words.of("consent.own.withdraw-none")));
                }
                once.once(form.key(), form.body(), () -> {
                    consents.withdraw(guest.patient(), asked);
                    return "withdrawn by link";
                });
                return Pages.seeOther("/own/consent/" + token + "/" + asked.id() + "?done=withdrawn");
            } catch (Once.KeyUsedForSomethingElse before) {
                return show(guest, token, Optional.of(asked), Beside.refused(words.of("consent.refused.sent-before")));
            } catch (Refusal unreadable) {
                return show(guest, token, Optional.of(asked), Beside.refused(words.of("consent.refused.unread")));
            }
        });
    }

    /// The paper of what was signed last for a purpose.
    @GetMapping("/own/consent/{token}/{purpose}/signed.pdf")
    @OpenToAll(because = WHY)
    ResponseEntity<?> paper(@PathVariable String token, @PathVariable String purpose) {
        Optional<byte[]> file = Purpose.find(purpose)
                .flatMap(asked -> door.open(token, Errand.CONSENT, guest -> paper(guest, asked)))
                .flatMap(found -> found);
        return file.<ResponseEntity<?>>map(ConsentPages::file).orElseGet(own::notGood);
    }

    private Optional<byte[]> paper(Guest guest, Purpose asked) {
        return Objects.requireNonNull(transaction.execute(_ ->
                newest(guest, asked).filter(_ -> !guest.done()).map(consent -> pdf.of(guest.patient(), consent.id()))));
    }

    private Optional<Consent> newest(Guest guest, Purpose asked) {
        return consents.of(guest.patient()).stream()
                .filter(consent -> consent.purpose() == asked)
                .findFirst();
    }

    private ResponseEntity<String> show(Guest guest, String token, Optional<Purpose> asked, Beside beside) {
        var words = Words.in(guest.tongue());
        if (guest.done()) {
            return own.show(
                    HttpStatus.OK,
                    "consent/own-ended",
                    guest.clinicName(),
                    guest.reach(),
                    words.of("consent.own.ended-words"));
        }
        var page = transaction.execute(_ -> {
            Patient person = patients.read(guest.patient(), "consent");
            boolean mayAgree = !Signer.isMinor(person, clock.today());
            String base = "/own/consent/" + token;
            return new OwnPage(
                    base,
                    words.of("consent.own.hello", person.details().givenName()),
                    words.of("consent.own.sub", until(guest, words)),
                    mayAgree,
                    person.name(),
                    asked.isPresent() ? List.of() : list(guest, person, words, base),
                    asked.map(purpose -> looks.purposed(
                            person,
                            purpose,
                            guest.tongue(),
                            words.of("consent.own.no-plan"),
                            consent -> agreed(guest, words, base, consent),
                            beside.sent().orElseGet(() -> Sent.nothing(false)))),
                    asked.map(purpose -> asked(guest, words, purpose)).orElse(List.of()),
                    ids.next(),
                    beside.typed(),
                    beside.notice(),
                    beside.problems());
        });
        return own.show(
                beside.status(), "consent/own", guest.clinicName(), guest.reach(), Objects.requireNonNull(page));
    }

    private String until(Guest guest, Words words) {
        return invitations.of(guest.patient(), Errand.CONSENT).stream()
                .filter(one -> one.id().equals(guest.invitation()))
                .findFirst()
                .map(Invitation::expiresAt)
                .map(at -> day(guest, words, at))
                .orElse("");
    }

    private static String day(Guest guest, Words words, Instant at) {
        return words.day(LocalDate.ofInstant(at, guest.zone()));
    }

    private List<Asked> list(Guest guest, Patient person, Words words, String base) {
        return Arrays.stream(Purpose.values())
                .map(purpose -> {
                    Optional<Consent> holds = looks.holds(person, purpose);
                    return new Asked(
                            base + "/" + purpose.id(),
                            words.of("consent.purpose." + purpose.id()),
                            holds.map(consent ->
                                            words.of("consent.own.state-yes", day(guest, words, consent.givenAt())))
                                    .orElseGet(() -> without(guest, words, purpose)),
                            holds.isPresent());
                })
                .toList();
    }

    /// How a purpose stands for which nothing is in force.
    private String without(Guest guest, Words words, Purpose purpose) {
        Optional<Instant> withdrawn = leave.withdrawn(guest.patient(), purpose);
        if (withdrawn.isPresent()) {
            return words.of("consent.own.state-withdrawn", day(guest, words, withdrawn.get()));
        }
        return words.of(newest(guest, purpose).isPresent() ? "consent.own.state-again" : "consent.own.state-not");
    }

    private static Agreed agreed(Guest guest, Words words, String base, Consent consent) {
        return new Agreed(
                words.of("consent.own.agreed", day(guest, words, consent.givenAt()), consent.signature()),
                consent.id().toString(),
                ConsentLooks.path(consent),
                base + "/" + consent.purpose().id() + "/signed.pdf",
                consent.isToBeConfirmed());
    }

    private List<QuestionLine> asked(Guest guest, Words words, Purpose purpose) {
        return questions.of(guest.patient()).stream()
                .filter(question -> question.purpose() == purpose)
                .map(question -> line(guest, words, question))
                .toList();
    }

    private static QuestionLine line(Guest guest, Words words, Question question) {
        return new QuestionLine(
                question.id().toString(),
                words.of("consent.own.asked", day(guest, words, question.at()), question.words()),
                question.words(),
                question.answer()
                        .map(answer -> words.of(
                                "consent.own.answered", day(guest, words, answer.at()), answer.by(), answer.words()))
                        .orElse(""),
                new UUID(0, 0));
    }
}
