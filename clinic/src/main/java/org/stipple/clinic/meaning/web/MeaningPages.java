package org.stipple.clinic.meaning.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.stipple.clinic.meaning.IntendedUse;
import org.stipple.clinic.meaning.SymptomWording;
import org.stipple.clinic.meaning.Turned;
import org.stipple.clinic.meaning.web.MeaningViews.MeaningPage;
import org.stipple.clinic.meaning.web.MeaningViews.TextsOf;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.words.Tongue;

/// What automated words about symptoms are for and what people would read, with the switch for whoever leads
/// privacy and safety.
@Controller
class MeaningPages {

    private final Pages pages;
    private final SymptomWording wording;
    private final Once once;
    private final Ids ids;

    MeaningPages(Pages pages, SymptomWording wording, Once once, Ids ids) {
        this.pages = pages;
        this.wording = wording;
        this.once = once;
        this.ids = ids;
    }

    @GetMapping("/meaning")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD, Role.AUDITOR})
    ResponseEntity<String> shown() {
        return show(HttpStatus.OK, "", List.of());
    }

    @PostMapping("/meaning")
    @Allowed(Role.PRIVACY_AND_SAFETY_LEAD)
    ResponseEntity<String> turn(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        String reason = form.text("reason").orElse("");
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                List<String> why = wording.turn(
                        form.text("turn").equals(Optional.of("on")),
                        form.integer("number", "number"),
                        reason,
                        form.text("read"));
                if (!why.isEmpty()) {
                    throw new Refusal(why);
                }
                return "/meaning";
            }));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, reason, refusal.why());
        }
    }

    private ResponseEntity<String> show(HttpStatus status, String reason, List<String> problems) {
        boolean on = wording.isOn();
        return pages.show(
                status,
                "meaning/meaning",
                "/meaning",
                new MeaningPage(
                        ids.next(),
                        wording.newest().map(Turned::number).orElse(0),
                        on,
                        state(wording.newest(), on),
                        Acting.current().isOneOf(Role.PRIVACY_AND_SAFETY_LEAD),
                        IntendedUse.forTheClinic(),
                        Arrays.stream(Tongue.values())
                                .map(tongue ->
                                        new TextsOf(tongue.lang(), tongue.own(), IntendedUse.forThePerson(tongue)))
                                .toList(),
                        IntendedUse.sha256(),
                        reason,
                        wording.all().stream().map(MeaningPages::words).toList(),
                        problems));
    }

    private static String state(Optional<Turned> newest, boolean on) {
        return newest.map(turned -> on
                        ? "On since " + moment(turned) + "."
                        : turned.on()
                                ? "Off: the texts are others than those that were turned on " + moment(turned)
                                        + ". They stay off until they are turned on again."
                                : "Off since " + moment(turned) + ".")
                .orElse("Off: nobody ever turned it on.");
    }

    private static String moment(Turned turned) {
        return Days.moment(turned.at(), Acting.current().zone()) + ", by " + turned.by();
    }

    private static String words(Turned turned) {
        return "Turned " + (turned.on() ? "on " : "off ") + moment(turned) + ": “" + turned.reason() + "”";
    }
}
