package org.stipple.clinic.consent.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.consent.ConsentText;
import org.stipple.clinic.consent.ConsentTexts;
import org.stipple.clinic.consent.ConsentTexts.Edition;
import org.stipple.clinic.consent.ConsentTexts.Wording;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.web.ConsentViews.ChangeView;
import org.stipple.clinic.consent.web.ConsentViews.EditionView;
import org.stipple.clinic.consent.web.ConsentViews.TextForm;
import org.stipple.clinic.consent.web.ConsentViews.TextsPage;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.words.Tongue;

/// A clinic's own texts of consent: each version is kept, what it changed is shown, and the newest is in force.
@Controller
class TextPages {

    private final ConsentTexts texts;
    private final Pages pages;
    private final Once once;
    private final Ids ids;
    private final TransactionTemplate transaction;

    TextPages(ConsentTexts texts, Pages pages, Once once, Ids ids, TransactionTemplate transaction) {
        this.texts = texts;
        this.pages = pages;
        this.once = once;
        this.ids = ids;
        this.transaction = transaction;
    }

    @GetMapping("/consent/texts")
    @Allowed({Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> texts(@RequestParam Optional<String> offered, @RequestParam Optional<String> published) {
        return show(
                HttpStatus.OK,
                Optional.empty(),
                offered.flatMap(Purpose::find),
                published
                        .flatMap(Purpose::find)
                        .map(purpose -> "Published: " + purpose.words()
                                + ". Whoever agreed to the older text stands on the page of the day under “To agree"
                                + " again”.")
                        .orElse(""),
                List.of());
    }

    @PostMapping("/consent/texts")
    @Allowed({Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> publish(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        Purpose purpose = SignForm.purpose(form);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                List<String> why = texts.publish(
                        purpose,
                        new Wording(
                                form.text("title").orElse(""), form.text("body").orElse("")),
                        spanish(form),
                        form.integer("version", "Version"));
                if (!why.isEmpty()) {
                    throw new Refusal(why);
                }
                return "/consent/texts?published=" + purpose.id() + "#" + purpose.id();
            }));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, Optional.of(form), Optional.empty(), "", refusal.why());
        }
    }

    /// Both fields empty: none in Spanish. One of them filled is one half, which is refused.
    private static Optional<Wording> spanish(Form form) {
        String title = form.text("titleEs").orElse("");
        String body = form.text("bodyEs").orElse("");
        return title.isEmpty() && body.isEmpty() ? Optional.empty() : Optional.of(new Wording(title, body));
    }

    private ResponseEntity<String> show(
            HttpStatus status, Optional<Form> sent, Optional<Purpose> offered, String done, List<String> problems) {
        var page = transaction.execute(_ -> new TextsPage(
                Arrays.stream(Purpose.values())
                        .map(purpose -> form(
                                purpose,
                                sent.filter(form -> form.text("purpose").equals(Optional.of(purpose.id()))),
                                offered.filter(purpose::equals).isPresent()))
                        .toList(),
                done,
                problems));
        return pages.show(status, "consent/texts", "/consent/texts", java.util.Objects.requireNonNull(page));
    }

    private TextForm form(Purpose purpose, Optional<Form> sent, boolean withOffered) {
        List<Edition> editions = texts.editions(purpose);
        Edition newest = editions.getFirst();
        Optional<List<ConsentText>> offered = texts.offered(purpose);
        List<ConsentText> filled = offered.filter(_ -> withOffered).orElse(newest.texts());
        return new TextForm(
                purpose.id(),
                purpose.words(),
                ids.next(),
                newest.version(),
                told(newest),
                sent.map(form -> form.text("title").orElse("")).orElseGet(() -> title(filled, Tongue.ENGLISH)),
                sent.map(form -> form.text("body").orElse("")).orElseGet(() -> body(filled, Tongue.ENGLISH)),
                sent.map(form -> form.text("titleEs").orElse("")).orElseGet(() -> title(filled, Tongue.SPANISH)),
                sent.map(form -> form.text("bodyEs").orElse("")).orElseGet(() -> body(filled, Tongue.SPANISH)),
                offered.isPresent() && !withOffered,
                sent.isPresent() || withOffered,
                told(editions));
    }

    private static Optional<ConsentText> in(List<ConsentText> texts, Tongue tongue) {
        return texts.stream().filter(text -> text.tongue() == tongue).findFirst();
    }

    private static String title(List<ConsentText> texts, Tongue tongue) {
        return in(texts, tongue).map(ConsentText::title).orElse("");
    }

    private static String body(List<ConsentText> texts, Tongue tongue) {
        return in(texts, tongue).map(text -> text.body().strip()).orElse("");
    }

    /// `Version 2, in force since 20 Nov 2026, 09:40, by Dr. Noor`.
    private static String told(Edition edition) {
        return "Version " + edition.version() + ", since "
                + Days.moment(edition.at(), Acting.current().zone()) + ", "
                + edition.by().map(by -> "by " + by).orElse("as Stipple ships it");
    }

    private static List<EditionView> told(List<Edition> newestFirst) {
        var told = new ArrayList<EditionView>();
        for (int i = 0; i < newestFirst.size(); i++) {
            Edition edition = newestFirst.get(i);
            told.add(new EditionView(
                    told(edition), i + 1 < newestFirst.size() ? changes(newestFirst.get(i + 1), edition) : List.of()));
        }
        return told;
    }

    private static List<ChangeView> changes(Edition before, Edition after) {
        return Arrays.stream(Tongue.values())
                .flatMap(tongue -> Changes.between(lines(before, tongue), lines(after, tongue)).stream()
                        .map(change -> new ChangeView(tongue.own(), change.added(), change.words())))
                .toList();
    }

    private static List<String> lines(Edition edition, Tongue tongue) {
        var lines = new ArrayList<String>();
        in(edition.texts(), tongue).ifPresent(text -> {
            lines.add(text.title());
            lines.addAll(ConsentLooks.paragraphs(text));
        });
        return lines;
    }
}
