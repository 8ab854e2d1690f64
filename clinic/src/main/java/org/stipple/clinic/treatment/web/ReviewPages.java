package org.stipple.clinic.treatment.web;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Overrides;
import org.stipple.clinic.treatment.Charted;
import org.stipple.clinic.treatment.Gravity;
import org.stipple.clinic.treatment.Review;
import org.stipple.clinic.treatment.Reviews;
import org.stipple.clinic.treatment.SessionWithdrawal;
import org.stipple.clinic.treatment.Why;
import org.stipple.clinic.treatment.web.TreatmentViews.Noted;
import org.stipple.clinic.treatment.web.TreatmentViews.ReviewLine;
import org.stipple.clinic.treatment.web.TreatmentViews.ReviewsPage;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.NotHere;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;

/// What departed from its plan and waits for somebody who supervises, across people, gravest first.
@Controller
class ReviewPages {

    private final Pages pages;
    private final Reviews reviews;
    private final Patients patients;
    private final Overrides overrides;
    private final Once once;
    private final Ids ids;
    private final TransactionTemplate transaction;

    ReviewPages(
            Pages pages,
            Reviews reviews,
            Patients patients,
            Overrides overrides,
            Once once,
            Ids ids,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.reviews = reviews;
        this.patients = patients;
        this.overrides = overrides;
        this.once = once;
        this.ids = ids;
        this.transaction = transaction;
    }

    @GetMapping("/reviews")
    @Allowed(Role.SUPERVISING_CLINICIAN)
    ResponseEntity<String> open() {
        return show(HttpStatus.OK, Optional.empty(), List.of());
    }

    /// Where what was sent and refused is reloaded.
    @GetMapping("/people/{id}/sessions/{session}/reviews")
    @Allowed(Role.SUPERVISING_CLINICIAN)
    ResponseEntity<String> reloaded(@PathVariable UUID id, @PathVariable UUID session) {
        var person = new PatientId(id);
        if (reviews.of(person, session).isEmpty()
                && reviews.withdrawalsOf(person, session).isEmpty()) {
            throw new NotHere();
        }
        return Pages.seeOther("/reviews");
    }

    @PostMapping("/people/{id}/sessions/{session}/reviews")
    @Allowed(Role.SUPERVISING_CLINICIAN)
    ResponseEntity<String> review(
            @PathVariable UUID id, @PathVariable UUID session, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                List<String> why = review(new PatientId(id), session, form);
                if (!why.isEmpty()) {
                    throw new Refusal(why);
                }
                return "/reviews";
            }));
        } catch (Refusal refusal) {
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Optional.of(new Sent(
                            session,
                            form.text("entry").or(() -> form.text("withdrawn")).orElse(""),
                            form.text("note").orElse(""))),
                    refusal.why());
        }
    }

    /// A note that was sent and refused, with what it is about.
    ///
    /// @param about number of the entry, or identifier of the consent that was withdrawn
    private record Sent(UUID session, String about, String note) {

        boolean isAbout(Review review) {
            return review.session().equals(session)
                    && about.equals(String.valueOf(review.charted().entry()));
        }

        boolean isAbout(SessionWithdrawal withdrawal) {
            return withdrawal.session().equals(session)
                    && about.equals(withdrawal.consent().toString());
        }
    }

    private static Noted noted(Optional<Sent> sent, Predicate<Sent> isAboutIt) {
        return sent.filter(isAboutIt).map(typed -> Noted.sent(typed.note())).orElse(Noted.NOTHING);
    }

    private List<String> review(PatientId person, UUID session, Form form) {
        String note = form.text("note").orElse("");
        String password = form.required("password", "Your password");
        return form.text("withdrawn").isPresent()
                ? reviews.reviewWithdrawal(person, session, consent(form), note, password)
                : reviews.review(person, session, form.integer("entry", "Entry"), note, password);
    }

    private static UUID consent(Form form) {
        try {
            return UUID.fromString(form.required("withdrawn", "Consent"));
        } catch (IllegalArgumentException unknown) {
            throw new NotHere();
        }
    }

    /// The trail of each person whose departure is shown says who saw it.
    private ResponseEntity<String> show(HttpStatus status, Optional<Sent> sent, List<String> problems) {
        var page = transaction.execute(_ -> {
            var names = new HashMap<PatientId, String>();
            Function<PatientId, String> name = patient -> names.computeIfAbsent(
                    patient,
                    person -> patients.read(person, "departure to review").name());
            return new ReviewsPage(
                    Stream.concat(
                                    reviews.openWithdrawals().stream()
                                            .map(withdrawal -> line(
                                                    withdrawal,
                                                    name.apply(withdrawal.patient()),
                                                    noted(sent, typed -> typed.isAbout(withdrawal)))),
                                    reviews.open().stream()
                                            .map(review -> line(
                                                    review,
                                                    name.apply(review.patient()),
                                                    noted(sent, typed -> typed.isAbout(review)))))
                            .toList(),
                    problems,
                    Days.full(overrides.since()),
                    overrides.shares().stream().map(ReviewPages::words).toList());
        });
        return pages.show(status, "treatment/reviews", "/reviews", java.util.Objects.requireNonNull(page));
    }

    private static String words(Overrides.Share share) {
        return share.signer() + ": " + share.setAside() + " of " + share.signed()
                + (share.signed() == 1 ? " course" : " courses") + ", "
                + Math.round(100.0 * share.setAside() / share.signed()) + " %";
    }

    private ReviewLine line(Review review, String name, Noted note) {
        Charted charted = review.charted();
        return new ReviewLine(
                review.patient().toString(),
                name,
                review.session().toString(),
                "Session " + review.number(),
                String.valueOf(charted.entry()),
                "",
                Reviews.MEANING,
                ids.next(),
                charted.zone().words(),
                charted.gravity().map(Gravity::words).orElse(""),
                charted.gravity().filter(Gravity::isGrave).isPresent(),
                charted.deviation().orElse(""),
                charted.done().why().map(Why::words).orElse(""),
                charted.done().reason().orElse(""),
                review.amendment()
                        .map(entry ->
                                "It was " + entry.asAmendment(Acting.current().zone()))
                        .orElse(""),
                "Charted " + Days.moment(charted.recordedAt(), Acting.current().zone()) + " by " + charted.recordedBy(),
                own(charted),
                note);
    }

    private ReviewLine line(SessionWithdrawal withdrawal, String name, Noted note) {
        return new ReviewLine(
                withdrawal.patient().toString(),
                name,
                withdrawal.session().toString(),
                "Session " + withdrawal.number(),
                "",
                withdrawal.consent().toString(),
                Reviews.MEANING_OF_WITHDRAWAL,
                ids.next(),
                "the session",
                "consent withdrawn",
                true,
                "consent was withdrawn at "
                        + Days.moment(withdrawal.at(), Acting.current().zone()) + ", while the session was open",
                "",
                "",
                "",
                "Treated by " + withdrawal.treated().stream().sorted().collect(Collectors.joining(", ")),
                withdrawal.isOf(Acting.current())
                        ? own("You treated in this session", Acting.current().name())
                        : "",
                note);
    }

    private String own(Charted charted) {
        return charted.isBy(Acting.current()) ? own("You charted this", charted.recordedBy()) : "";
    }

    private String own(String did, String who) {
        List<String> others = reviews.othersThan(who);
        return others.isEmpty()
                ? did + ", and nobody else in this clinic supervises. It waits for a second person, and the "
                        + "visit report says so. An administrator adds one under Accounts."
                : did + ". Somebody else who supervises reviews it: " + String.join(", ", others) + ".";
    }
}
