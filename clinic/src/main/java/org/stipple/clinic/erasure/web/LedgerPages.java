package org.stipple.clinic.erasure.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.erasure.Erasures;
import org.stipple.clinic.erasure.Requests;
import org.stipple.clinic.erasure.Retention;
import org.stipple.clinic.erasure.RetentionRule;
import org.stipple.clinic.erasure.Standing;
import org.stipple.clinic.erasure.web.ErasureViews.AskedLine;
import org.stipple.clinic.erasure.web.ErasureViews.LedgerPage;
import org.stipple.clinic.erasure.web.ErasureViews.RuleForm;
import org.stipple.clinic.erasure.web.ErasureViews.RulesPage;
import org.stipple.clinic.patient.RecordClass;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.Sentence;

/// The ledger of erasures, and for how long the clinic keeps what.
@Controller
class LedgerPages {

    private static final int LONGEST = 200;

    private final Erasures erasures;
    private final Requests requests;
    private final Retention retention;
    private final Pages pages;
    private final Once once;
    private final Ids ids;

    LedgerPages(Erasures erasures, Requests requests, Retention retention, Pages pages, Once once, Ids ids) {
        this.erasures = erasures;
        this.requests = requests;
        this.retention = retention;
        this.pages = pages;
        this.once = once;
        this.ids = ids;
    }

    /// An auditor reads the ledger, which names nobody, and not who asked.
    @GetMapping("/erasures")
    @Allowed({Role.PRIVACY_AND_SAFETY_LEAD, Role.AUDITOR})
    ResponseEntity<String> ledger(@RequestParam(defaultValue = "") String done) {
        boolean leads = Acting.current().isOneOf(Role.PRIVACY_AND_SAFETY_LEAD);
        var rules = retention.rules();
        return pages.show(
                "erasure/ledger",
                "/erasures",
                new LedgerPage(
                        Arrays.stream(RecordClass.values())
                                .map(of -> Sentence.beginning(of.words()) + ": "
                                        + Optional.ofNullable(rules.get(of))
                                                .map(LedgerLooks::of)
                                                .orElse("nothing is stated, so it is kept"))
                                .toList(),
                        leads
                                ? requests.waiting(LONGEST).stream()
                                        .map(LedgerPages::asked)
                                        .toList()
                                : List.of(),
                        erasures.ledger().stream()
                                .limit(LONGEST)
                                .map(LedgerLooks::of)
                                .toList(),
                        leads,
                        done.equals("erased") ? "The record was erased for good. The ledger keeps that it was." : ""));
    }

    private static AskedLine asked(Requests.Waiting waiting) {
        List<RecordClass> now = waiting.standing().stream()
                .filter(Standing::isErasable)
                .map(Standing::of)
                .toList();
        return new AskedLine(
                "/people/" + waiting.person().id() + "/erasure",
                waiting.person().name(),
                "asked on " + Days.full(waiting.request().askedOn()) + " to erase "
                        + LedgerLooks.classes(waiting.request().classes())
                        + (now.isEmpty()
                                ? "; something stands against it"
                                : ". Can be erased now: " + LedgerLooks.classes(now)),
                waiting.isDue());
    }

    @GetMapping("/erasures/rules")
    @Allowed(Role.PRIVACY_AND_SAFETY_LEAD)
    ResponseEntity<String> rules(@RequestParam(defaultValue = "") String done) {
        return show(HttpStatus.OK, Optional.empty(), done.isEmpty() ? "" : "It counts from now on.", List.of());
    }

    @PostMapping("/erasures/rules")
    @Allowed(Role.PRIVACY_AND_SAFETY_LEAD)
    ResponseEntity<String> state(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                var of = RecordClass.find(form.text("class").orElse(""))
                        .orElseThrow(() -> new Refusal(List.of("Choose for what it counts.")));
                int years = number(form, "years", "Years", 0);
                var age = form.text("age").isPresent()
                        ? OptionalInt.of(number(form, "age", "Age", 1))
                        : OptionalInt.empty();
                String law = form.required("law", "By which law");
                List<String> why = retention.state(of, years, age, law);
                if (!why.isEmpty()) {
                    throw new Refusal(why);
                }
                return "/erasures/rules?done=stated";
            }));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, Optional.of(form), "", refusal.why());
        }
    }

    private static int number(Form form, String field, String words, int least) {
        int number = form.integer(field, words);
        if (number < least || number > RetentionRule.MOST_YEARS) {
            throw new Refusal(List.of("“" + words + "” was " + number + ", expected " + least + " to "
                    + RetentionRule.MOST_YEARS + ". Nothing was changed."));
        }
        return number;
    }

    private ResponseEntity<String> show(HttpStatus status, Optional<Form> typed, String done, List<String> problems) {
        var rules = retention.rules();
        return pages.show(
                status,
                "erasure/rules",
                "/erasures",
                new RulesPage(
                        Arrays.stream(RecordClass.values())
                                .map(of -> form(of, Optional.ofNullable(rules.get(of)), typed))
                                .toList(),
                        retention.stated().stream()
                                .map(rule -> Sentence.beginning(rule.of().words()) + ", stated "
                                        + Days.moment(
                                                rule.statedAt(),
                                                Acting.current().zone()) + " by "
                                        + rule.statedBy() + ": " + LedgerLooks.of(rule))
                                .toList(),
                        done,
                        problems));
    }

    private RuleForm form(RecordClass of, Optional<RetentionRule> rule, Optional<Form> typed) {
        var mine =
                typed.filter(form -> form.text("class").filter(of.id()::equals).isPresent());
        return new RuleForm(
                of.id(),
                Sentence.beginning(of.words()),
                rule.map(LedgerLooks::of).orElse(""),
                mine.map(form -> form.text("years").orElse(""))
                        .orElseGet(() ->
                                rule.map(one -> String.valueOf(one.years())).orElse("")),
                mine.map(form -> form.text("age").orElse(""))
                        .orElseGet(() -> rule.filter(one -> one.untilAge().isPresent())
                                .map(one -> String.valueOf(one.untilAge().getAsInt()))
                                .orElse("")),
                mine.map(form -> form.text("law").orElse(""))
                        .orElseGet(() -> rule.map(RetentionRule::law).orElse("")),
                ids.next());
    }
}
