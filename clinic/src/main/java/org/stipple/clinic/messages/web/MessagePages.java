package org.stipple.clinic.messages.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.stipple.clinic.access.Role;
import org.stipple.clinic.messages.CallOutcome;
import org.stipple.clinic.messages.Channel;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.messages.web.MessageViews.MessagesPage;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.look.Reach;
import org.stipple.clinic.web.words.Tongue;

/// What waits to be sent, what was given up, and whom to call.
@Controller
class MessagePages {

    /// Nothing, or a number as it is dialled.
    private static final String EMERGENCY = "([+0-9][0-9 ]{1,18}[0-9])?";

    private final Pages pages;
    private final Messages messages;
    private final Once once;
    private final Ids ids;
    private final TransactionTemplate transaction;

    MessagePages(Pages pages, Messages messages, Once once, Ids ids, TransactionTemplate transaction) {
        this.pages = pages;
        this.messages = messages;
        this.once = once;
        this.ids = ids;
        this.transaction = transaction;
    }

    @GetMapping("/messages")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER})
    ResponseEntity<String> messages(@RequestParam(defaultValue = "") String done) {
        String words = switch (done) {
            case "called" -> "The call is written down.";
            case "again" -> "It is tried again.";
            default -> "";
        };
        return show(HttpStatus.OK, words, List.of());
    }

    @PostMapping("/messages/{message}/calls")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER})
    ResponseEntity<String> called(@PathVariable UUID message, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                messages.refuseUnlessHere(message);
                CallOutcome outcome = form.text("outcome")
                        .flatMap(CallOutcome::find)
                        .orElseThrow(() -> new Refusal(List.of("“What came of it” is empty; please choose.")));
                messages.called(message, outcome, form.text("note").orElse(""));
                return back(form, "called");
            }));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, "", refusal.why());
        }
    }

    /// Where what was sent and refused is reloaded.
    @GetMapping({"/messages/{message}/calls", "/messages/{message}/again"})
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER})
    ResponseEntity<String> reloaded(@PathVariable UUID message) {
        messages.refuseUnlessHere(message);
        return Pages.seeOther("/messages");
    }

    @PostMapping("/messages/{message}/again")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER})
    ResponseEntity<String> again(@PathVariable UUID message, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            messages.tryAgain(message);
            return "/messages?done=again";
        }));
    }

    /// A call is written down on the list of messages or on that of a recall, and leads back to where it was.
    private static String back(Form form, String done) {
        return form.text("recall")
                .filter(recall -> recall.matches("[0-9a-f-]{36}"))
                .map(recall -> "/recalls/" + recall + "?done=" + done)
                .orElse("/messages?done=" + done);
    }

    @GetMapping("/messages/reach")
    @Allowed({Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.ADMINISTRATOR})
    ResponseEntity<String> reach(@RequestParam(defaultValue = "") String done) {
        Reach reach = messages.reach().orElse(Reach.unsaid());
        return pages.show(
                "messages/reach",
                "/messages",
                ReachForm.page(
                        reach,
                        messages.emergency(),
                        done.equals("said") ? "Written down. It stands behind every link from now on." : "",
                        ids.next()));
    }

    @PostMapping("/messages/reach")
    @Allowed({Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.ADMINISTRATOR})
    ResponseEntity<String> reach(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            Reach.Stated stated = ReachForm.read(form);
            String emergency = ReachForm.emergency(form);
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                messages.reach(stated, emergency);
                return "/messages/reach?done=said";
            }));
        } catch (Refusal refusal) {
            return pages.show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "messages/reach",
                    "/messages",
                    ReachForm.page(form, refusal.why(), messages.reach().orElse(Reach.unsaid()), ids.next()));
        }
    }

    private ResponseEntity<String> show(HttpStatus status, String done, List<String> problems) {
        Reach reach = messages.reach().orElse(Reach.unsaid());
        MessagesPage page = Objects.requireNonNull(transaction.execute(_ -> new MessagesPage(
                done,
                problems,
                missing(),
                messages.waiting().entrySet().stream()
                        .map(waits -> waits(waits.getKey(), waits.getValue()))
                        .toList(),
                MessageWords.cards(messages.toCall(), ids::next),
                MessageWords.cards(messages.givenUp(), ids::next),
                reach.line(Tongue.ENGLISH),
                !(reach instanceof Reach.Stated),
                Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.ADMINISTRATOR))));
        return pages.show(status, "messages/messages", "/messages", page);
    }

    private static String waits(Channel channel, Messages.Waiting waiting) {
        String oldest = Days.moment(waiting.oldest(), Acting.current().zone());
        return waiting.number() == 1
                ? "1 waits to be sent by " + channel.words() + ", since " + oldest + "."
                : waiting.number() + " wait to be sent by " + channel.words() + ", the oldest since " + oldest + ".";
    }

    private List<String> missing() {
        var missing = new ArrayList<String>();
        for (Channel channel : messages.notSetUp()) {
            missing.add(
                    switch (channel) {
                        case EMAIL -> "No mail server is set up: e-mails wait and are sent when one is.";
                        case SMS -> "No gateway is set up: text messages wait and are sent when one is.";
                    });
        }
        if (!messages.hasAddressForLinks()) {
            missing.add("The address under which people reach this server is not set, so that links lead nowhere: "
                    + "messages wait until it is.");
        }
        return missing;
    }
}
