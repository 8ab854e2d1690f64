package org.stipple.clinic.messages.web;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stipple.clinic.access.OpenToAll;
import org.stipple.clinic.messages.Following;
import org.stipple.clinic.messages.Message;
import org.stipple.clinic.messages.web.MessageViews.LetterPage;
import org.stipple.clinic.web.OwnPages;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.words.Tongues;
import org.stipple.clinic.web.words.Words;

/// What a person sees who follows their link. Opening it says nothing of having read it: mail programs open
/// links too.
@Controller
class LinkPages {

    private final OwnPages pages;
    private final Tongues tongues;
    private final Following following;

    LinkPages(OwnPages pages, Tongues tongues, Following following) {
        this.pages = pages;
        this.tongues = tongues;
        this.following = following;
    }

    @GetMapping("/m/{token}")
    @OpenToAll(because = "a person who is written to has no account; the secret in the address opens one message")
    ResponseEntity<String> open(@PathVariable String token) {
        return show(token, following.open(token));
    }

    @PostMapping("/m/{token}")
    @OpenToAll(because = "a person who is written to has no account; the secret in the address opens one message")
    ResponseEntity<String> read(@PathVariable String token) {
        Optional<Following.Opened> opened = following.acknowledge(token);
        return opened.filter(letter -> letter.words().isPresent())
                .map(letter -> Pages.seeOther(letter.leadsOn().orElse("/m/" + token)))
                .orElseGet(() -> show(token, opened));
    }

    private ResponseEntity<String> show(String token, Optional<Following.Opened> opened) {
        return opened.map(letter -> pages.show(
                        letter.words().isPresent() ? HttpStatus.OK : HttpStatus.GONE,
                        "messages/letter",
                        letter.clinicName(),
                        letter.reach(),
                        new LetterPage(
                                letter.clinicName(),
                                token,
                                letter.words().orElse(""),
                                letter.leadsOn().orElse(""),
                                letter.acknowledged()
                                        .map(day -> {
                                            var words = Words.in(tongues.now());
                                            return words.of("letter.read-on", words.day(day));
                                        })
                                        .orElse(""),
                                letter.cause().isOfAppointment(),
                                letter.cause() == Message.Cause.CANCELLED)))
                .orElseGet(pages::notGood);
    }
}
