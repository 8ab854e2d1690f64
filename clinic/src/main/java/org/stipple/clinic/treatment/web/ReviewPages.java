package org.stipple.clinic.treatment.web;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.stipple.clinic.treatment.Charted;
import org.stipple.clinic.treatment.Gravity;
import org.stipple.clinic.treatment.Review;
import org.stipple.clinic.treatment.Reviews;
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
    private final Once once;
    private final Ids ids;
    private final TransactionTemplate transaction;

    ReviewPages(Pages pages, Reviews reviews, Patients patients, Once once, Ids ids, TransactionTemplate transaction) {
        this.pages = pages;
        this.reviews = reviews;
        this.patients = patients;
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
        if (reviews.of(new PatientId(id), session).isEmpty()) {
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
                List<String> why = reviews.review(
                        new PatientId(id),
                        session,
                        form.integer("entry", "Entry"),
                        form.text("note").orElse(""),
                        form.required("password", "Your password"));
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
                            form.text("entry").orElse(""),
                            form.text("note").orElse(""))),
                    refusal.why());
        }
    }

    /// A note that was sent and refused, with what it is about.
    private record Sent(UUID session, String entry, String note) {

        boolean isAbout(Review review) {
            return review.session().equals(session)
                    && entry.equals(String.valueOf(review.charted().entry()));
        }
    }

    /// The trail of each person whose departure is shown says who saw it.
    private ResponseEntity<String> show(HttpStatus status, Optional<Sent> sent, List<String> problems) {
        var page = transaction.execute(_ -> {
            var names = new HashMap<PatientId, String>();
            return new ReviewsPage(
                    reviews.open().stream()
                            .map(review -> line(
                                    review,
                                    names.computeIfAbsent(
                                            review.patient(),
                                            person -> patients.read(person, "departure to review")
                                                    .name()),
                                    sent.filter(typed -> typed.isAbout(review))
                                            .map(typed -> Noted.sent(typed.note()))
                                            .orElse(Noted.NOTHING)))
                            .toList(),
                    problems);
        });
        return pages.show(status, "treatment/reviews", "/reviews", java.util.Objects.requireNonNull(page));
    }

    private ReviewLine line(Review review, String name, Noted note) {
        Charted charted = review.charted();
        return new ReviewLine(
                review.patient().toString(),
                name,
                review.session().toString(),
                "Session " + review.number(),
                charted.entry(),
                ids.next(),
                charted.zone().words(),
                charted.gravity().map(Gravity::words).orElse(""),
                charted.gravity().filter(Gravity::isGrave).isPresent(),
                charted.deviation().orElse(""),
                charted.done().why().map(Why::words).orElse(""),
                charted.done().reason().orElse(""),
                "Charted " + Days.moment(charted.recordedAt(), Acting.current().zone()) + " by " + charted.recordedBy(),
                own(charted),
                note);
    }

    private String own(Charted charted) {
        if (!charted.isBy(Acting.current())) {
            return "";
        }
        List<String> others = reviews.othersThan(charted.recordedBy());
        return others.isEmpty()
                ? "You charted this, and nobody else in this clinic supervises. It waits for a second person, and the "
                        + "visit report says so. An administrator adds one under Accounts."
                : "You charted this. Somebody else who supervises reviews it: " + String.join(", ", others) + ".";
    }
}
