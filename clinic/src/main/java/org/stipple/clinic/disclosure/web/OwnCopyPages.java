package org.stipple.clinic.disclosure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.OpenToAll;
import org.stipple.clinic.disclosure.Copies;
import org.stipple.clinic.disclosure.Copy;
import org.stipple.clinic.disclosure.CopyLinks;
import org.stipple.clinic.disclosure.CopyLinks.Tried;
import org.stipple.clinic.disclosure.web.CopyViews.OwnCopyPage;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Guest;
import org.stipple.clinic.invitation.OwnDoor;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.OwnPages;
import org.stipple.clinic.web.words.Words;

/// Behind a person's own link: what a copy of their record holds, and the copy itself, for whoever knows the
/// date of birth. Before that, nothing on the page says anything of the record but about how large it is.
@Controller
class OwnCopyPages {

    private static final String WHY =
            "a person has no account; the secret in the address and the date of birth give this one record to them";

    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1_000_000);

    private final OwnDoor door;
    private final OwnPages pages;
    private final Copies copies;
    private final CopyLinks links;

    OwnCopyPages(OwnDoor door, OwnPages pages, Copies copies, CopyLinks links) {
        this.door = door;
        this.pages = pages;
        this.copies = copies;
        this.links = links;
    }

    @GetMapping("/own/copy/{token}")
    @OpenToAll(because = WHY)
    ResponseEntity<String> page(@PathVariable String token) {
        return door.open(token, Errand.COPY, guest -> show(HttpStatus.OK, guest, token, "", new Said("", "", "")))
                .orElseGet(pages::notGood);
    }

    /// Gives the file, or the page again. The same right date gives it again as long as the link is good: a
    /// line that breaks loses nothing.
    @PostMapping("/own/copy/{token}")
    @OpenToAll(because = WHY)
    void fetch(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response)
            throws IOException {
        var said = Said.of(new Form(fields));
        try {
            // The file is written inside: its photos are read in the name of whoever holds the link.
            var answer = door.open(token, Errand.COPY, guest -> answer(guest, token, said, response));
            if (answer.isEmpty()) {
                write(pages.notGood(), response);
            } else if (answer.get() instanceof Answer.Page(var page)) {
                write(page, response);
            }
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    /// What came of asking for the file.
    private sealed interface Answer {
        /// It was sent.
        record Sent() implements Answer {}

        /// A page instead.
        record Page(ResponseEntity<String> page) implements Answer {}
    }

    /// What was typed.
    private record Said(String day, String month, String year) {

        static Said of(Form form) {
            return new Said(
                    form.text("day").orElse(""),
                    form.text("month").orElse(""),
                    form.text("year").orElse(""));
        }

        /// @return empty where it is no date
        Optional<LocalDate> date() {
            if (!year.matches("[0-9]{4}")) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
            } catch (NumberFormatException | DateTimeException none) {
                return Optional.empty();
            }
        }
    }

    private Answer answer(Guest guest, String token, Said said, HttpServletResponse response) {
        var words = Words.in(guest.tongue());
        Optional<LocalDate> date = said.date();
        if (date.isEmpty()) {
            return again(guest, token, words.of("copy.link.unread"), said);
        }
        return switch (links.tried(guest, date.get())) {
            case Tried.Right() -> {
                Copy copy = copies.give(guest.patient(), guest.tongue(), Optional.of(guest.invitation()));
                try {
                    CopyAnswer.send(copy, "record.zip", response);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
                yield new Answer.Sent();
            }
            case Tried.Wrong(int left) ->
                again(
                        guest,
                        token,
                        left == 1 ? words.of("copy.link.wrong.last") : words.of("copy.link.wrong", left),
                        said);
            case Tried.Over() ->
                new Answer.Page(
                        pages.show(HttpStatus.NOT_FOUND, "disclosure/own-over", guest.clinicName(), guest.reach(), ""));
        };
    }

    private Answer again(Guest guest, String token, String trouble, Said said) {
        return new Answer.Page(show(HttpStatus.UNPROCESSABLE_CONTENT, guest, token, trouble, said));
    }

    private ResponseEntity<String> show(HttpStatus status, Guest guest, String token, String trouble, Said said) {
        var words = Words.in(guest.tongue());
        long bytes = copies.about(guest.patient(), guest.tongue());
        String size = bytes < 1_000_000
                ? words.of("copy.link.size.small")
                : words.of("copy.link.size.mb", BigDecimal.valueOf(bytes).divide(MEGABYTE, 0, RoundingMode.UP));
        return pages.show(
                status,
                "disclosure/own",
                guest.clinicName(),
                guest.reach(),
                new OwnCopyPage(
                        "/own/copy/" + token,
                        size,
                        words.moment(links.until(guest), guest.zone()),
                        trouble,
                        said.day(),
                        said.month(),
                        said.year()));
    }

    private static void write(ResponseEntity<String> page, HttpServletResponse response) throws IOException {
        response.setStatus(page.getStatusCode().value());
        page.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.getOutputStream().write(Objects.requireNonNull(page.getBody()).getBytes(StandardCharsets.UTF_8));
    }
}
