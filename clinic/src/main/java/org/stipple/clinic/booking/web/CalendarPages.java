package org.stipple.clinic.booking.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.OpenToAll;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.booking.CalendarFeeds;
import org.stipple.clinic.booking.web.BookingViews.FeedCard;
import org.stipple.clinic.booking.web.BookingViews.FeedsPage;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.NotHere;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.words.Tongues;

/// Calendars: the addresses that the staff makes, and what stands under them.
@Controller
class CalendarPages {

    private static final String HREF = "/booking/calendars";

    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final Pages pages;
    private final CalendarFeeds feeds;
    private final Tongues tongues;
    private final Once once;
    private final Ids ids;
    private final String baseUrl;

    CalendarPages(
            Pages pages,
            CalendarFeeds feeds,
            Tongues tongues,
            Once once,
            Ids ids,
            @Value("${stipple.base-url:}") String baseUrl) {
        this.pages = pages;
        this.feeds = feeds;
        this.tongues = tongues;
        this.once = once;
        this.ids = ids;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    @GetMapping(HREF)
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER})
    ResponseEntity<String> addresses() {
        return show(HttpStatus.OK, List.of());
    }

    @PostMapping(HREF)
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER})
    ResponseEntity<String> renew(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        Optional<AccountId> whose = switch (form.required("whose", "Which calendar")) {
            case "own" -> Optional.of(Acting.current().account());
            case "clinic" -> Optional.empty();
            default -> throw new Refusal(List.of("This page has no such calendar. Nothing was changed."));
        };
        if (whose.isPresent() && !treats()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, List.of("Only who treats has a calendar of their own."));
        }
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            feeds.renew(whose);
            return HREF;
        }));
    }

    private static boolean treats() {
        return Acting.current().isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN);
    }

    private ResponseEntity<String> show(HttpStatus status, List<String> problems) {
        var cards = new ArrayList<FeedCard>();
        if (treats()) {
            cards.add(card(
                    "own",
                    "Your own calendar",
                    "Your appointments, with the room.",
                    Optional.of(Acting.current().account())));
        }
        cards.add(card(
                "clinic",
                "The clinic’s calendar",
                "All appointments, with the practitioner and the room.",
                Optional.empty()));
        return pages.show(status, "booking/calendars", "/booking", new FeedsPage(cards, problems));
    }

    private FeedCard card(String whose, String title, String words, Optional<AccountId> account) {
        return new FeedCard(
                whose,
                title,
                words,
                feeds.address(account)
                        .map(token -> baseUrl + "/calendar/" + token + ".ics")
                        .orElse(""),
                ids.next());
    }

    @GetMapping("/calendar/{token}.ics")
    @OpenToAll(because = "a calendar program cannot sign in; the secret in the address opens times without names")
    ResponseEntity<String> feed(@PathVariable String token) {
        return file(feeds.feed(token).orElseThrow(NotHere::new), "inline");
    }

    @GetMapping("/m/{token}/appointment.ics")
    @OpenToAll(because = "a person who is reminded has no account; the secret in the address opens one appointment")
    ResponseEntity<String> own(@PathVariable String token) {
        return file(feeds.behindLink(token, tongues.now()).orElseThrow(NotHere::new), "attachment");
    }

    private static ResponseEntity<String> file(String calendar, String how) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header("Content-Disposition", how + "; filename=\"appointment.ics\"")
                .body(calendar);
    }
}
