package org.stipple.clinic.asking.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.OpenToAll;
import org.stipple.clinic.asking.Interview;
import org.stipple.clinic.asking.PaceOfEach;
import org.stipple.clinic.asking.SelfCheck;
import org.stipple.clinic.asking.Sheet;
import org.stipple.clinic.asking.SheetReading;
import org.stipple.clinic.asking.Told;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.OwnPages;
import org.stipple.clinic.web.words.Tongues;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.Knowledge;

/// May I, and may I at home: for anybody, without an account. Nothing is stored and nothing is logged;
/// everything that was answered comes with the next page, in its form.
@Controller
class SelfCheckPages {

    private static final String WHY =
            "a public page: it answers from the knowledge alone, reads no record and keeps nothing";

    /// `design`: who reads before they tap answers a page in some seconds; several people of one household, or
    /// behind the one address of a clinic, find room.
    private static final int MOST = 120;

    private final OwnPages pages;
    private final Tongues tongues;
    private final SelfCheckLooks looks;
    private final Knowledge knowledge;
    private final Clock clock;
    private final PaceOfEach pace = new PaceOfEach(MOST, Duration.ofMinutes(1));

    SelfCheckPages(OwnPages pages, Tongues tongues, SelfCheckLooks looks, Knowledge knowledge, Clock clock) {
        this.pages = pages;
        this.tongues = tongues;
        this.looks = looks;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    @GetMapping("/check")
    @OpenToAll(because = WHY)
    ResponseEntity<String> begin() {
        return show(HttpStatus.OK, "asking/check", looks.first(words(), Told.NOTHING, Map.of()));
    }

    @PostMapping("/check")
    @OpenToAll(because = WHY)
    ResponseEntity<String> answer(@RequestParam MultiValueMap<String, String> fields, HttpServletRequest request) {
        var words = words();
        if (!pace.take(request.getRemoteAddr(), clock.instant())) {
            return show(HttpStatus.TOO_MANY_REQUESTS, "asking/check-busy", words.of("selfcheck.busy"));
        }
        var sent = new Form(fields);
        LocalDate today = LocalDate.now(clock);
        var wish = SelfCheck.read(sent, today);
        if (!wish.troubles().isEmpty()
                || sent.text("go").filter("first"::equals).isPresent()) {
            boolean back = sent.text("go").isPresent();
            return show(
                    back ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                    "asking/check",
                    looks.first(words, wish.check().told(), back ? Map.of() : wish.troubles()));
        }
        return answered(words, wish.check(), sent);
    }

    private ResponseEntity<String> answered(Words words, SelfCheck check, Form sent) {
        var steps = new ArrayList<>(sent.texts("step").stream()
                .filter(step -> Sheet.find(step).isPresent())
                .distinct()
                .toList());
        String go = sent.text("go").orElse("");
        if (go.equals("back")) {
            return back(words, check, steps);
        }
        if (go.equals("result")) {
            return result(words, check, steps);
        }
        Optional<Interview.Page> page = sent.text("sheet")
                .flatMap(Sheet::find)
                .map(sheet -> SelfCheck.page(knowledge, sheet, sent.texts("asked")))
                .filter(shown -> !shown.questions().isEmpty());
        if (page.isEmpty()) {
            return next(words, check, steps);
        }
        // Only what stood on the page is answered by it: what was answered before on such a page stays.
        var before = check.without(page.get().facts());
        var reading = SheetReading.of(page.get().sheet(), page.get().facts(), Set.of(), sent, before.today());
        if (!reading.isWhole()) {
            return show(
                    reading.opened() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                    "asking/check-questions",
                    looks.questions(words, before, page.get(), reading.told(), reading.troubles(), true, steps));
        }
        steps.remove(page.get().sheet().id());
        steps.add(page.get().sheet().id());
        return next(words, before.with(reading.told()), steps);
    }

    private ResponseEntity<String> back(Words words, SelfCheck check, List<String> steps) {
        if (steps.isEmpty()) {
            return show(HttpStatus.OK, "asking/check", looks.first(words, check.told(), Map.of()));
        }
        var sheet = Sheet.find(steps.getLast()).orElseThrow();
        var before = check.without(sheet);
        var rest = steps.subList(0, steps.size() - 1);
        return before.next(knowledge)
                .map(page -> show(
                        HttpStatus.OK,
                        "asking/check-questions",
                        looks.questions(words, before, page, check.told(), Map.of(), false, rest)))
                .orElseGet(() -> result(words, before, rest));
    }

    private ResponseEntity<String> next(Words words, SelfCheck check, List<String> steps) {
        return check.next(knowledge)
                .map(page -> show(
                        HttpStatus.OK,
                        "asking/check-questions",
                        looks.questions(words, check, page, Told.NOTHING, Map.of(), false, steps)))
                .orElseGet(() -> result(words, check, steps));
    }

    private ResponseEntity<String> result(Words words, SelfCheck check, List<String> steps) {
        return show(HttpStatus.OK, "asking/check-result", looks.result(words, check, steps));
    }

    private Words words() {
        return Words.in(tongues.now());
    }

    private ResponseEntity<String> show(HttpStatus status, String template, Object page) {
        return pages.show(status, template, page);
    }
}
