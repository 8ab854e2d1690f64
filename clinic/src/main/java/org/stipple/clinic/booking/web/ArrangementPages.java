package org.stipple.clinic.booking.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.booking.Absences;
import org.stipple.clinic.booking.AppointmentKind;
import org.stipple.clinic.booking.Arrangements;
import org.stipple.clinic.booking.Practitioner;
import org.stipple.clinic.booking.Room;
import org.stipple.clinic.booking.WorkingTime;
import org.stipple.clinic.booking.web.BookingViews.ArrangementsPage;
import org.stipple.clinic.booking.web.BookingViews.DayField;
import org.stipple.clinic.booking.web.BookingViews.LengthField;
import org.stipple.clinic.booking.web.BookingViews.RoomLine;
import org.stipple.clinic.booking.web.BookingViews.WeekForm;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.Sentence;

/// Rooms, working hours, days off and lengths: one page, one form for each.
@Controller
class ArrangementPages {

    private static final String HREF = "/booking/arrangements";

    private final Pages pages;
    private final Arrangements arrangements;
    private final Absences absences;
    private final Once once;
    private final Ids ids;
    private final ClinicClock clock;

    ArrangementPages(Pages pages, Arrangements arrangements, Absences absences, Once once, Ids ids, ClinicClock clock) {
        this.pages = pages;
        this.arrangements = arrangements;
        this.absences = absences;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping(HREF)
    @Allowed({Role.MANAGER, Role.ADMINISTRATOR})
    ResponseEntity<String> shown(@RequestParam(defaultValue = "") String done) {
        return show(HttpStatus.OK, List.of(), done.equals("yes") ? "Written down." : "");
    }

    /// One address for all of it: `what` says which form was sent.
    @PostMapping(HREF)
    @Allowed({Role.MANAGER, Role.ADMINISTRATOR})
    ResponseEntity<String> arrange(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                arrange(form);
                return HREF + "?done=yes";
            }));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, refusal.why(), "");
        } catch (IllegalArgumentException wrong) {
            String why = wrong.getMessage() + "";
            return show(HttpStatus.UNPROCESSABLE_CONTENT, List.of(Sentence.beginning(why) + "."), "");
        }
    }

    private void arrange(Form form) {
        switch (form.required("what", "What")) {
            case "room" -> arrangements.openRoom(form.required("name", "Name of the room"));
            case "close" -> arrangements.closeRoom(uuid(form.required("room", "Room")));
            case "week" -> arrangements.works(account(form), week(form));
            case "away" ->
                arrangements.away(
                        account(form),
                        day(form.required("from", "First day")),
                        day(form.text("to").orElse(form.required("from", "First day"))),
                        form.text("back").isEmpty());
            case "ahead" -> absences.givingUpAhead(Duration.ofHours(form.integer("hours", "Hours")));
            case "length" ->
                arrangements.lasts(
                        form.text("kind")
                                .flatMap(AppointmentKind::find)
                                .orElseThrow(() -> new Refusal(List.of("Choose what the length is for."))),
                        Duration.ofMinutes(form.integer("minutes", "Minutes")));
            default -> throw new Refusal(List.of("This page does not send that. Open it again; nothing was changed."));
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(List.of("This page names nothing that is here. Open it again; nothing was changed."));
        }
    }

    private static AccountId account(Form form) {
        return new AccountId(uuid(form.required("account", "Practitioner")));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw new Refusal(
                    List.of("The day was “" + text + "”, expected one such as 2026-12-12. Nothing was changed."));
        }
    }

    private static List<WorkingTime> week(Form form) {
        var times = new ArrayList<WorkingTime>();
        for (DayOfWeek day : DayOfWeek.values()) {
            form.text("day-" + day.getValue())
                    .ifPresent(text -> Arrays.stream(text.split(",", -1))
                            .map(String::strip)
                            .filter(part -> !part.isEmpty())
                            .map(part -> time(day, part))
                            .forEach(times::add));
        }
        return times;
    }

    private static WorkingTime time(DayOfWeek day, String text) {
        String[] ends = text.split("[-–]", -1);
        try {
            if (ends.length == 2) {
                return new WorkingTime(day, clock(ends[0]), clock(ends[1]));
            }
        } catch (DateTimeException | IllegalArgumentException notATime) {
            // Said below, with what was expected.
        }
        throw new Refusal(List.of(name(day) + " was “" + text
                + "”, expected times such as 09:00-12:00, 13:00-17:30. Nothing was changed."));
    }

    private static LocalTime clock(String text) {
        String typed = text.strip();
        return LocalTime.parse(typed.length() == 4 ? "0" + typed : typed);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private ResponseEntity<String> show(HttpStatus status, List<String> problems, String done) {
        return pages.show(
                status,
                "booking/arrangements",
                "/booking",
                new ArrangementsPage(
                        ids.next(),
                        arrangements.rooms().stream()
                                .filter(Room::open)
                                .map(room -> new RoomLine(room.id().toString(), room.name(), ids.next()))
                                .toList(),
                        arrangements.practitioners().stream().map(this::form).toList(),
                        Arrays.stream(AppointmentKind.values())
                                .map(kind -> new LengthField(
                                        kind.id(),
                                        kind.words(),
                                        (int) arrangements.length(kind).toMinutes(),
                                        ids.next()))
                                .toList(),
                        (int) absences.givingUpAhead().toHours(),
                        ids.next(),
                        clock.today().toString(),
                        problems,
                        done));
    }

    private WeekForm form(Practitioner one) {
        return new WeekForm(
                one.id().toString(),
                one.name(),
                ids.next(),
                ids.next(),
                one.off().stream().sorted().map(Days::full).collect(Collectors.joining("; ")),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new DayField(
                                day.getValue(),
                                name(day),
                                one.times().stream()
                                        .filter(time -> time.day() == day)
                                        .map(time -> time.from() + "-" + time.to())
                                        .collect(Collectors.joining(", "))))
                        .toList());
    }
}
