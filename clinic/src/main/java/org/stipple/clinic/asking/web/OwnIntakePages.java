package org.stipple.clinic.asking.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.OpenToAll;
import org.stipple.clinic.asking.Interview;
import org.stipple.clinic.asking.OwnIntakes;
import org.stipple.clinic.asking.Sheet;
import org.stipple.clinic.asking.SheetReading;
import org.stipple.clinic.asking.Told;
import org.stipple.clinic.asking.web.AskingViews.DonePage;
import org.stipple.clinic.asking.web.OwnIntakeLooks.Behind;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Guest;
import org.stipple.clinic.invitation.OwnDoor;
import org.stipple.clinic.patient.ChangedMeanwhile;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.OwnPages;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.Knowledge;

/// The intake behind a link: one page of questions after the other, kept as it is answered, looked through and
/// sent at the end. It says nothing about what follows from the answers.
@Controller
class OwnIntakePages {

    private static final String WHY = "whoever holds the link answers for themselves; the link opens this errand alone";

    /// The last page, on which everything is looked through.
    static final String SEND = "send";

    private final OwnDoor door;
    private final OwnPages pages;
    private final OwnIntakes intakes;
    private final OwnIntakeLooks looks;
    private final Knowledge knowledge;
    private final Once once;
    private final ClinicClock clock;

    OwnIntakePages(
            OwnDoor door,
            OwnPages pages,
            OwnIntakes intakes,
            OwnIntakeLooks looks,
            Knowledge knowledge,
            Once once,
            ClinicClock clock) {
        this.door = door;
        this.pages = pages;
        this.intakes = intakes;
        this.looks = looks;
        this.knowledge = knowledge;
        this.once = once;
        this.clock = clock;
    }

    @GetMapping("/own/intake/{token}")
    @OpenToAll(because = WHY)
    ResponseEntity<String> begin(@PathVariable String token) {
        return opened(
                token,
                guest -> show(
                        HttpStatus.OK,
                        "asking/own-start",
                        guest,
                        looks.start(words(guest), token, intakes.interview(guest), next(guest))));
    }

    @GetMapping("/own/intake/{token}/{sheet}")
    @OpenToAll(because = WHY)
    ResponseEntity<String> page(
            @PathVariable String token, @PathVariable String sheet, @RequestParam(defaultValue = "") String each) {
        return opened(token, guest -> {
            var interview = intakes.interview(guest);
            if (sheet.equals(SEND)) {
                return show(
                        HttpStatus.OK, "asking/own-send", guest, looks.send(words(guest), token, interview, List.of()));
            }
            return Sheet.find(sheet)
                    .flatMap(interview::page)
                    .map(page -> show(
                            HttpStatus.OK,
                            "asking/own-sheet",
                            guest,
                            looks.sheet(
                                    words(guest),
                                    behind(token, interview, page),
                                    interview,
                                    page,
                                    interview.answered().getOrDefault(page.sheet(), Told.NOTHING),
                                    Map.of(),
                                    !each.isEmpty())))
                    .orElseGet(() -> Pages.seeOther("/own/intake/" + token));
        });
    }

    @PostMapping("/own/intake/{token}/{sheet}")
    @OpenToAll(because = WHY)
    ResponseEntity<String> answer(
            @PathVariable String token,
            @PathVariable String sheet,
            @RequestParam MultiValueMap<String, String> fields) {
        var sent = new Form(fields);
        return opened(token, guest -> sheet.equals(SEND) ? send(guest, token, sent) : keep(guest, token, sheet, sent));
    }

    private ResponseEntity<String> keep(Guest guest, String token, String sheet, Form sent) {
        var interview = intakes.interview(guest);
        Optional<Interview.Page> page = Sheet.find(sheet).flatMap(interview::page);
        if (page.isEmpty()) {
            return Pages.seeOther("/own/intake/" + token);
        }
        var reading = SheetReading.of(page.get().sheet(), page.get().facts(), interview.known(), sent, clock.today());
        if (reading.opened()) {
            return Pages.seeOther("/own/intake/" + token + "/" + sheet + "?each=one");
        }
        if (!reading.isWhole()) {
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "asking/own-sheet",
                    guest,
                    looks.sheet(
                            words(guest),
                            behind(token, interview, page.get()),
                            interview,
                            page.get(),
                            reading.told(),
                            reading.troubles(),
                            true));
        }
        if (!intakes.keep(guest, page.get(), reading.told(), record(sent))) {
            // What was typed one by one stands in the form; what one tap answered is read anew.
            Told typed = sent.text(SheetReading.ALL).isEmpty() ? reading.told().withoutSame() : Told.NOTHING;
            return anew(guest, token, page.get().sheet(), typed);
        }
        return Pages.seeOther("/own/intake/" + token + "/" + next(guest));
    }

    /// A page once more, beside what was recorded meanwhile.
    private ResponseEntity<String> anew(Guest guest, String token, Sheet sheet, Told typed) {
        var interview = intakes.interview(guest);
        return interview
                .page(sheet)
                .map(page -> show(
                        HttpStatus.CONFLICT,
                        "asking/own-sheet",
                        guest,
                        looks.sheet(
                                words(guest),
                                new Behind(token, interview.record(), true),
                                interview,
                                page,
                                typed,
                                Map.of(),
                                true)))
                .orElseGet(() -> Pages.seeOther("/own/intake/" + token));
    }

    /// The number of the answers beside which the page was shown.
    private static Optional<Integer> record(Form sent) {
        return sent.text("record").filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
    }

    /// The word of the page that comes next.
    private String next(Guest guest) {
        return intakes.interview(guest)
                .next(knowledge)
                .map(page -> page.sheet().id())
                .orElse(SEND);
    }

    private ResponseEntity<String> send(Guest guest, String token, Form sent) {
        String here = "/own/intake/" + token;
        try {
            // The address is none of what is kept of a request: it has the secret of the link.
            once.once(sent.key(), sent.body(), () -> {
                intakes.send(guest);
                return "sent by link";
            });
            return Pages.seeOther(here);
        } catch (OwnIntakes.Unanswered _) {
            var interview = intakes.interview(guest);
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "asking/own-send",
                    guest,
                    looks.send(words(guest), token, interview, interview.open()));
        } catch (Once.KeyUsedForSomethingElse | ChangedMeanwhile _) {
            // Somebody recorded something in the same moment: the pages say what is to be answered anew.
            return Pages.seeOther(here);
        }
    }

    private ResponseEntity<String> opened(String token, Function<Guest, ResponseEntity<String>> work) {
        return door.open(token, Errand.INTAKE, guest -> guest.done() ? done(guest) : work.apply(guest))
                .orElseGet(pages::notGood);
    }

    private ResponseEntity<String> done(Guest guest) {
        return show(
                HttpStatus.OK,
                "asking/own-done",
                guest,
                new DonePage(intakes.came(guest).map(OwnIntakes.Came::callFirst).orElse(false)));
    }

    private static Behind behind(String token, Interview interview, Interview.Page page) {
        return new Behind(token, interview.record(), interview.overtaken().contains(page.sheet()));
    }

    private static Words words(Guest guest) {
        return Words.in(guest.tongue());
    }

    private ResponseEntity<String> show(HttpStatus status, String template, Guest guest, Object page) {
        return pages.show(status, template, guest.clinicName(), guest.reach(), page);
    }
}
