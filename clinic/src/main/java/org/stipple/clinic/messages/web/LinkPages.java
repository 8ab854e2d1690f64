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
import org.stipple.clinic.messages.web.MessageViews.LetterPage;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Pages;

/// What a person sees who follows their link. Opening it says nothing of having read it: mail programs open
/// links too.
@Controller
class LinkPages {

    private final Pages pages;
    private final Following following;

    LinkPages(Pages pages, Following following) {
        this.pages = pages;
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
        return opened.filter(letter -> letter.words().isPresent()).isPresent()
                ? Pages.seeOther("/m/" + token)
                : show(token, opened);
    }

    private ResponseEntity<String> show(String token, Optional<Following.Opened> opened) {
        return opened.map(letter -> pages.show(
                        letter.words().isPresent() ? HttpStatus.OK : HttpStatus.GONE,
                        "messages/letter",
                        "",
                        new LetterPage(
                                letter.clinicName(),
                                token,
                                letter.words().orElse(""),
                                letter.reach(),
                                letter.acknowledged()
                                        .map(day -> "You said on " + Days.full(day) + " that you have read this.")
                                        .orElse(""))))
                .orElseGet(() -> pages.problem(
                        HttpStatus.NOT_FOUND,
                        "This link is not good",
                        "It may have been cut when it was copied.",
                        "Open it again from the message, or call the clinic that wrote to you."));
    }
}
