package org.stipple.clinic.booking.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.booking.Arrangements;
import org.stipple.clinic.booking.Closure.What;
import org.stipple.clinic.booking.Closures;
import org.stipple.clinic.booking.Closures.Hours;
import org.stipple.clinic.booking.Closures.When;
import org.stipple.clinic.booking.DayBook;
import org.stipple.clinic.booking.Room;
import org.stipple.clinic.booking.web.BookingViews.ClosureLine;
import org.stipple.clinic.booking.web.BookingViews.ClosureTyped;
import org.stipple.clinic.booking.web.BookingViews.ClosuresPage;
import org.stipple.clinic.booking.web.BookingViews.Option;
import org.stipple.clinic.stock.Handpieces;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.Sentence;

/// Days and hours on which something is not there. What is booked in them already is counted here, and named on
/// the page of what is to be looked at.
@Controller
class ClosurePages {

    private static final String HREF = "/booking/closures";

    private final Pages pages;
    private final Closures closures;
    private final ClosureWords words;
    private final Arrangements arrangements;
    private final Handpieces handpieces;
    private final DayBook dayBook;
    private final Once once;
    private final Ids ids;
    private final ClinicClock clock;

    ClosurePages(
            Pages pages,
            Closures closures,
            ClosureWords words,
            Arrangements arrangements,
            Handpieces handpieces,
            DayBook dayBook,
            Once once,
            Ids ids,
            ClinicClock clock) {
        this.pages = pages;
        this.closures = closures;
        this.words = words;
        this.arrangements = arrangements;
        this.handpieces = handpieces;
        this.dayBook = dayBook;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping(HREF)
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.ADMINISTRATOR})
    ResponseEntity<String> shown(@RequestParam(defaultValue = "") String done) {
        String said = switch (done) {
            case "stated" -> "Written down. Nothing more is taken then; what is booked stays until somebody moves it.";
            case "lifted" -> "Lifted. Times can be taken then.";
            default -> "";
        };
        return show(HttpStatus.OK, Optional.empty(), List.of(), said);
    }

    @PostMapping(HREF)
    @Allowed({Role.MANAGER, Role.ADMINISTRATOR})
    ResponseEntity<String> state(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                Optional<String> lifted = form.text("lift");
                if (lifted.isPresent()) {
                    closures.lift(uuid(lifted.get()));
                    return HREF + "?done=lifted";
                }
                closures.state(what(form), when(form), form.text("words").orElse(""));
                return HREF + "?done=stated";
            }));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, Optional.of(form), refusal.why(), "");
        } catch (IllegalArgumentException wrong) {
            String why = wrong.getMessage() + "";
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT, Optional.of(form), List.of(Sentence.beginning(why) + "."), "");
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(List.of("This page names nothing that is here. Open it again; nothing was changed."));
        }
    }

    private static What what(Form form) {
        String[] parts = form.required("what", "What is not there").split(":", -1);
        return switch (parts[0]) {
            case "clinic" -> new What.WholeClinic();
            case "room" -> new What.OneRoom(uuid(parts[parts.length - 1]));
            case "handpiece" -> new What.OneHandpiece(uuid(parts[parts.length - 1]));
            case "practitioner" -> new What.OnePractitioner(new AccountId(uuid(parts[parts.length - 1])));
            default -> throw new Refusal(List.of("Choose what is not there. Nothing was changed."));
        };
    }

    private static When when(Form form) {
        LocalDate first = day(form.required("first", "First day"));
        LocalDate last = form.text("last").map(ClosurePages::day).orElse(first);
        Optional<LocalTime> from = form.text("from").map(ClosurePages::hour);
        Optional<LocalTime> to = form.text("to").map(ClosurePages::hour);
        if (from.isPresent() != to.isPresent()) {
            throw new Refusal(List.of("Only one of two hours was given; expected both, or none for whole days. Nothing"
                    + " was changed."));
        }
        return new When(first, last, from.flatMap(begin -> to.map(end -> new Hours(begin, end))));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw new Refusal(
                    List.of("The day was “" + text + "”, expected one such as 2026-12-24. Nothing was changed."));
        }
    }

    private static LocalTime hour(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException notAnHour) {
            throw new Refusal(List.of("The hour was “" + text + "”, expected one such as 13:30. Nothing was changed."));
        }
    }

    private ResponseEntity<String> show(HttpStatus status, Optional<Form> form, List<String> problems, String done) {
        boolean seesPeople =
                Acting.current().isOneOf(Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER);
        int standing = seesPeople ? dayBook.toLookAt().size() : 0;
        return pages.show(
                status,
                "booking/closures",
                "/booking",
                new ClosuresPage(
                        ids.next(),
                        closures.coming().stream()
                                .map(one -> new ClosureLine(
                                        one.id().toString(),
                                        ids.next(),
                                        words.what(one),
                                        words.when(one),
                                        one.words() + ", by " + one.saidBy()))
                                .toList(),
                        whats(form),
                        new ClosureTyped(
                                typed(form, "first", clock.today().toString()),
                                typed(form, "last", ""),
                                typed(form, "from", ""),
                                typed(form, "to", ""),
                                typed(form, "words", "")),
                        Acting.current().isOneOf(Role.MANAGER, Role.ADMINISTRATOR),
                        switch (standing) {
                            case 0 -> "";
                            case 1 -> "One appointment is to be looked at: something came into its way.";
                            default -> standing + " appointments are to be looked at: something came into their way.";
                        },
                        problems,
                        done));
    }

    private static String typed(Optional<Form> form, String field, String otherwise) {
        return form.map(sent -> sent.text(field).orElse("")).orElse(otherwise);
    }

    private List<Option> whats(Optional<Form> form) {
        String chosen = form.flatMap(sent -> sent.text("what")).orElse("clinic");
        var whats = new ArrayList<Option>();
        whats.add(option("clinic", "The whole clinic", chosen));
        arrangements.practitioners().forEach(one -> whats.add(option("practitioner:" + one.id(), one.name(), chosen)));
        arrangements.rooms().stream()
                .filter(Room::open)
                .forEach(one -> whats.add(option("room:" + one.id(), one.name(), chosen)));
        handpieces.all().stream()
                .filter(one -> one.outOfService().isEmpty())
                .forEach(one -> whats.add(option("handpiece:" + one.id(), one.words(), chosen)));
        return whats;
    }

    private static Option option(String value, String words, String chosen) {
        return new Option(value, words, Objects.equals(value, chosen));
    }
}
