package org.stipple.clinic.booking.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.access.Serially;
import org.stipple.clinic.booking.Absence;
import org.stipple.clinic.booking.Absences;
import org.stipple.clinic.booking.Appointment;
import org.stipple.clinic.booking.AppointmentKind;
import org.stipple.clinic.booking.Appointments;
import org.stipple.clinic.booking.Appointments.Knows;
import org.stipple.clinic.booking.Arrangements;
import org.stipple.clinic.booking.DayBook;
import org.stipple.clinic.booking.FreeTimes;
import org.stipple.clinic.booking.NotTaken;
import org.stipple.clinic.booking.Practitioner;
import org.stipple.clinic.booking.Room;
import org.stipple.clinic.booking.Series;
import org.stipple.clinic.booking.Slot;
import org.stipple.clinic.booking.web.BookingViews.AbsenceForms;
import org.stipple.clinic.booking.web.BookingViews.AppointmentLine;
import org.stipple.clinic.booking.web.BookingViews.AppointmentPage;
import org.stipple.clinic.booking.web.BookingViews.BookingPage;
import org.stipple.clinic.booking.web.BookingViews.Fact;
import org.stipple.clinic.booking.web.BookingViews.FreeDay;
import org.stipple.clinic.booking.web.BookingViews.Option;
import org.stipple.clinic.booking.web.BookingViews.SeriesPage;
import org.stipple.clinic.booking.web.BookingViews.TimeButton;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.Sentence;
import org.stipple.clinic.web.WholeAddress;
import org.stipple.clinic.web.look.QrCode;

/// Times of one person: the next free ones are shown at once, one tap takes one.
@Controller
class BookingPages {

    /// `design`: as many of a day as fit a telephone without scrolling past the next day.
    private static final int A_DAY = 8;

    private static final int IN_ALL = 40;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final Pages pages;
    private final WholeAddress addresses;
    private final Patients patients;
    private final Appointments appointments;
    private final Absences absences;
    private final DayBook dayBook;
    private final FreeTimes times;
    private final Series series;
    private final Arrangements arrangements;
    private final Serially serially;
    private final Once once;
    private final AuditTrail trail;
    private final Ids ids;
    private final TransactionTemplate transaction;

    BookingPages(
            Pages pages,
            WholeAddress addresses,
            Patients patients,
            Appointments appointments,
            Absences absences,
            DayBook dayBook,
            FreeTimes times,
            Series series,
            Arrangements arrangements,
            Serially serially,
            Once once,
            AuditTrail trail,
            Ids ids,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.addresses = addresses;
        this.patients = patients;
        this.appointments = appointments;
        this.absences = absences;
        this.dayBook = dayBook;
        this.times = times;
        this.series = series;
        this.arrangements = arrangements;
        this.serially = serially;
        this.once = once;
        this.trail = trail;
        this.ids = ids;
        this.transaction = transaction;
    }

    /// What is asked of the page, as it stands in its address and in its form.
    private record Asked(
            Optional<AppointmentKind> kind,
            Optional<AccountId> practitioner,
            Optional<LocalDate> from,
            Optional<UUID> move,
            boolean despite) {

        static Asked of(Form form) {
            return new Asked(
                    form.text("kind").flatMap(AppointmentKind::find),
                    form.text("practitioner").map(text -> new AccountId(uuid(text))),
                    form.text("from").map(Asked::day),
                    form.text("move").map(BookingPages::uuid),
                    form.text("despite").isPresent() && Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN));
        }

        private static LocalDate day(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException notADay) {
                throw new Refusal(List.of("“From” was " + text + ", expected a date such as 2026-12-12."));
            }
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(List.of("This page names nothing that is here. Open it again."));
        }
    }

    @GetMapping("/people/{id}/booking")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER})
    ResponseEntity<String> free(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var person = new PatientId(id);
        patients.read(person, "booking");
        var form = new Form(fields);
        String done = form.text("done").filter("series"::equals).isPresent()
                ? "All of them are taken."
                : form.text("done").filter("cancelled"::equals).isPresent()
                        ? "Cancelled. The time is free again, no reminder of it is sent, and the person is told."
                        : "";
        try {
            return show(HttpStatus.OK, person, Asked.of(form), List.of(), "", done);
        } catch (Refusal refusal) {
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    person,
                    new Asked(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false),
                    refusal.why(),
                    "",
                    "");
        }
    }

    @PostMapping("/people/{id}/booking")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER})
    ResponseEntity<String> take(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var person = new PatientId(id);
        patients.read(person, "booking");
        var form = new Form(fields);
        Asked asked = Asked.of(form);
        Optional<String> reason = asked.despite() ? form.text("reason") : Optional.empty();
        try {
            AppointmentKind kind = asked.kind().orElse(AppointmentKind.CONSULTATION);
            Slot slot = slot(kind, form.required("slot", "Time"));
            if (form.text("series").isPresent() && asked.move().isEmpty()) {
                return Pages.seeOther("/people/" + id + "/booking/series?first=" + value(slot));
            }
            return Pages.seeOther(serially.serially(() -> once.once(form.key(), form.body(), () -> {
                Appointment taken = asked.move()
                        .map(old -> appointments.move(person, old, slot, reason, knows(form)))
                        .orElseGet(() -> appointments.take(person, slot, reason));
                return href(person) + "/" + taken.id() + "?done="
                        + (asked.move().isPresent() ? "moved" : "taken");
            })));
        } catch (NotTaken not) {
            trail.refused(Optional.of(person), "appointment not taken");
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    person,
                    asked,
                    not.why(),
                    form.text("reason").orElse(""),
                    "");
        } catch (Refusal refusal) {
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    person,
                    asked,
                    refusal.why(),
                    form.text("reason").orElse(""),
                    "");
        }
    }

    private static Knows knows(Form form) {
        return form.text("knows").isPresent() ? Knows.ALREADY : Knows.NOT_YET;
    }

    /// As the form sends it: moment, practitioner, room and handpiece.
    static String value(Slot slot) {
        return slot.from() + "," + slot.practitioner().value() + "," + slot.room()
                + slot.handpiece().map(handpiece -> "," + handpiece).orElse("");
    }

    private Slot slot(AppointmentKind kind, String value) {
        String[] parts = value.split(",", -1);
        if (parts.length < 3 || parts.length > 4) {
            throw new Refusal(List.of("This page names no time. Open it again and choose one."));
        }
        try {
            return appointments.slot(
                    kind,
                    new AccountId(uuid(parts[1])),
                    uuid(parts[2]),
                    parts.length == 4 ? Optional.of(uuid(parts[3])) : Optional.empty(),
                    Instant.parse(parts[0]));
        } catch (DateTimeException | IllegalArgumentException notATime) {
            throw new Refusal(List.of("This page names no time. Open it again and choose one."));
        }
    }

    private ResponseEntity<String> show(
            HttpStatus status, PatientId person, Asked asked, List<String> problems, String reason, String done) {
        return pages.show(
                status,
                "booking/person",
                "/booking",
                Objects.requireNonNull(transaction.execute(_ -> page(person, asked, problems, reason, done))));
    }

    private BookingPage page(PatientId id, Asked asked, List<String> problems, String reason, String done) {
        Patient person = patients.read(id, "booking");
        Optional<Appointment> moved = asked.move().map(move -> appointments.find(id, move));
        AppointmentKind kind =
                moved.map(old -> old.slot().kind()).or(asked::kind).orElseGet(() -> usual(id));
        var search = new FreeTimes.Search(kind, asked.practitioner(), asked.from(), asked.move(), asked.despite());
        var found = times.find(id, search, A_DAY, IN_ALL);
        var practitioners = arrangements.practitioners();
        Map<AccountId, String> names =
                practitioners.stream().collect(Collectors.toMap(Practitioner::id, Practitioner::name));
        Map<UUID, String> rooms = arrangements.rooms().stream().collect(Collectors.toMap(Room::id, Room::name));
        boolean supervises = Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN);
        Optional<LocalDate> aside = supervises && !asked.despite() ? found.asideFrom() : Optional.empty();
        return new BookingPage(
                id.toString(),
                person.name(),
                ids.next(),
                moved.map(old -> old.id().toString()).orElse(""),
                moved.map(old -> old.slot().kind().words() + " on "
                                + Days.moment(
                                        old.slot().from(), Acting.current().zone()))
                        .orElse(""),
                Arrays.stream(AppointmentKind.values())
                        .filter(each -> moved.isEmpty() || each == kind)
                        .map(each -> new Option(each.id(), each.words(), each == kind))
                        .toList(),
                practitioners.stream()
                        .filter(each -> !each.times().isEmpty())
                        .map(each -> new Option(
                                each.id().toString(),
                                each.name(),
                                asked.practitioner().equals(Optional.of(each.id()))))
                        .toList(),
                found.from().toString(),
                days(found.slots(), names, rooms),
                found.against(),
                found.later(),
                supervises,
                aside.map(day -> href(id) + "?kind=" + kind.id() + "&despite=yes&from=" + day
                                + asked.move().map(move -> "&move=" + move).orElse(""))
                        .orElse(""),
                asked.despite(),
                reason,
                moved.isEmpty() && kind == AppointmentKind.SESSION
                        ? found.left().filter(left -> left > 1).orElse(0)
                        : 0,
                appointments.coming(id).stream()
                        .map(one -> line(one, names, rooms))
                        .toList(),
                problems,
                done);
    }

    /// What is most likely wanted: the next session while one can be booked, else a consultation.
    private AppointmentKind usual(PatientId person) {
        return times.find(
                                person,
                                new FreeTimes.Search(
                                        AppointmentKind.SESSION,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        false),
                                1,
                                1)
                        .against()
                        .isEmpty()
                ? AppointmentKind.SESSION
                : AppointmentKind.CONSULTATION;
    }

    private static List<FreeDay> days(List<Slot> slots, Map<AccountId, String> names, Map<UUID, String> rooms) {
        var zone = Acting.current().zone();
        var byDay = new LinkedHashMap<LocalDate, List<TimeButton>>();
        for (Slot slot : slots) {
            byDay.computeIfAbsent(slot.day(zone), _ -> new ArrayList<>())
                    .add(new TimeButton(value(slot), clock(slot.from()), where(slot, names, rooms)));
        }
        return byDay.entrySet().stream()
                .map(day -> new FreeDay(weekday(day.getKey()), day.getValue()))
                .toList();
    }

    private static String where(Slot slot, Map<AccountId, String> names, Map<UUID, String> rooms) {
        return names.getOrDefault(slot.practitioner(), "somebody who left") + ", "
                + rooms.getOrDefault(slot.room(), "a room");
    }

    static String clock(Instant at) {
        return LocalTime.ofInstant(at, Acting.current().zone()).format(CLOCK);
    }

    /// `Saturday, 12 Dec 2026`.
    static String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ", " + Days.full(day);
    }

    static String href(PatientId person) {
        return "/people/" + person + "/booking";
    }

    private static AppointmentLine line(Appointment one, Map<AccountId, String> names, Map<UUID, String> rooms) {
        return new AppointmentLine(
                href(one.patient()) + "/" + one.id(),
                weekday(one.slot().day(Acting.current().zone())) + ", "
                        + clock(one.slot().from()),
                one.slot().kind().words() + ", " + where(one.slot(), names, rooms));
    }

    /// @param first the time with which it begins
    @GetMapping("/people/{id}/booking/series")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER})
    ResponseEntity<String> proposed(@PathVariable UUID id, @RequestParam(defaultValue = "") String first) {
        var person = new PatientId(id);
        patients.read(person, "booking");
        if (first.isEmpty()) {
            return Pages.seeOther(href(person) + "?kind=session");
        }
        var proposal = series.propose(person, slot(AppointmentKind.SESSION, first));
        return showSeries(HttpStatus.OK, person, proposal.slots(), proposal.missing(), List.of());
    }

    @PostMapping("/people/{id}/booking/series")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER})
    ResponseEntity<String> takeSeries(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var person = new PatientId(id);
        patients.read(person, "booking");
        var form = new Form(fields);
        List<Slot> slots = form.texts("slot").stream()
                .map(text -> slot(AppointmentKind.SESSION, text))
                .toList();
        try {
            return Pages.seeOther(serially.serially(() -> once.once(form.key(), form.body(), () -> {
                appointments.takeAll(person, slots);
                return href(person) + "?done=series";
            })));
        } catch (NotTaken not) {
            trail.refused(Optional.of(person), "series not taken");
            var why = new ArrayList<String>();
            why.add("None of them was taken:");
            why.addAll(not.why());
            return showSeries(HttpStatus.UNPROCESSABLE_CONTENT, person, slots, List.of(), why);
        }
    }

    private ResponseEntity<String> showSeries(
            HttpStatus status, PatientId id, List<Slot> slots, List<String> missing, List<String> problems) {
        Patient person = patients.read(id, "booking");
        Map<AccountId, String> names =
                arrangements.practitioners().stream().collect(Collectors.toMap(Practitioner::id, Practitioner::name));
        Map<UUID, String> rooms = arrangements.rooms().stream().collect(Collectors.toMap(Room::id, Room::name));
        return pages.show(
                status,
                "booking/series",
                "/booking",
                new SeriesPage(
                        id.toString(),
                        person.name(),
                        ids.next(),
                        slots.stream()
                                .map(slot -> new TimeButton(
                                        value(slot),
                                        weekday(slot.day(Acting.current().zone())) + ", " + clock(slot.from()),
                                        where(slot, names, rooms)))
                                .toList(),
                        missing,
                        problems));
    }

    @GetMapping("/people/{id}/booking/{appointment}")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER})
    ResponseEntity<String> one(
            @PathVariable UUID id,
            @PathVariable UUID appointment,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String code) {
        String words = switch (done) {
            case "taken" ->
                "Taken. Reminders go out three days and one day before, where the person may be written to.";
            case "moved" -> "Moved. The old time is free again, no reminder of it is sent, and the person is told.";
            case "missed" -> "Written down. They stand on the page of the day, to be called and booked anew.";
            case "came" -> "Written down: they came.";
            case "comes" -> "Written down: they come after all.";
            case "settle" -> "Written down. Nobody calls about it any more.";
            default -> "";
        };
        return showOne(HttpStatus.OK, new PatientId(id), appointment, List.of(), words, code.equals("yes"));
    }

    @PostMapping("/people/{id}/booking/{appointment}")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER})
    ResponseEntity<String> cancel(
            @PathVariable UUID id, @PathVariable UUID appointment, @RequestParam MultiValueMap<String, String> fields) {
        var person = new PatientId(id);
        appointments.find(person, appointment);
        var form = new Form(fields);
        try {
            return Pages.seeOther(serially.serially(() -> once.once(form.key(), form.body(), () -> {
                appointments.cancel(person, appointment, form.text("reason").orElse(""), knows(form));
                return href(person) + "?done=cancelled";
            })));
        } catch (NotTaken not) {
            return showOne(HttpStatus.CONFLICT, person, appointment, not.why(), "");
        }
    }

    /// One address for all that is said of somebody's not coming: `what` says which.
    @PostMapping("/people/{id}/booking/{appointment}/absence")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER})
    ResponseEntity<String> absence(
            @PathVariable UUID id, @PathVariable UUID appointment, @RequestParam MultiValueMap<String, String> fields) {
        var person = new PatientId(id);
        appointments.find(person, appointment);
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                String what = form.required("what", "What");
                switch (what) {
                    case "missed" -> absences.missed(person, appointment);
                    case "came" -> absences.came(person, appointment);
                    case "comes" -> absences.comesAfterAll(person, appointment);
                    case "settle" ->
                        absences.settle(person, appointment, form.text("why").orElse(""));
                    default ->
                        throw new Refusal(List.of("This page does not send that. Open it again; nothing was changed."));
                }
                return href(person) + "/" + appointment + "?done=" + what;
            }));
        } catch (NotTaken not) {
            return showOne(HttpStatus.UNPROCESSABLE_CONTENT, person, appointment, not.why(), "");
        } catch (Refusal refusal) {
            return showOne(HttpStatus.UNPROCESSABLE_CONTENT, person, appointment, refusal.why(), "");
        }
    }

    private ResponseEntity<String> showOne(
            HttpStatus status, PatientId id, UUID appointment, List<String> problems, String done) {
        return showOne(status, id, appointment, problems, done, false);
    }

    private ResponseEntity<String> showOne(
            HttpStatus status, PatientId id, UUID appointment, List<String> problems, String done, boolean code) {
        return pages.show(
                status,
                "booking/appointment",
                "/booking",
                Objects.requireNonNull(transaction.execute(_ -> page(id, appointment, problems, done, code))));
    }

    private AppointmentPage page(PatientId id, UUID appointment, List<String> problems, String done, boolean code) {
        Patient person = patients.read(id, "appointment");
        Appointment one = appointments.find(id, appointment);
        Absence absence = absences.of(id, appointment);
        var zone = Acting.current().zone();
        Map<AccountId, String> names =
                arrangements.practitioners().stream().collect(Collectors.toMap(Practitioner::id, Practitioner::name));
        boolean standing =
                appointments.coming(id).stream().anyMatch(each -> each.id().equals(appointment));
        String what = one.slot().kind().words();
        Optional<String> own = standing ? appointments.ownPath(one) : Optional.empty();
        return new AppointmentPage(
                id.toString(),
                person.name(),
                appointment.toString(),
                ids.next(),
                Sentence.beginning(what) + " on " + weekday(one.slot().day(zone)),
                facts(one, absence, names),
                dayBook.inTheWay(one, names.getOrDefault(one.slot().practitioner(), "Whoever it is with")),
                standing,
                absent(absence),
                new AbsenceForms(
                        ids.next(),
                        one.stands() && absence.missed().isEmpty() && absences.hasBegun(one),
                        absence.missed().isPresent(),
                        one.stands()
                                && absence.missed().isEmpty()
                                && absence.cannotCome().isPresent(),
                        absence.waits().isPresent()),
                own.isPresent() && !code ? href(id) + "/" + appointment + "?code=yes" : "",
                own.filter(_ -> code).map(path -> QrCode.of(addresses.of(path))),
                href(id) + "?move=" + appointment,
                problems,
                done);
    }

    private List<Fact> facts(Appointment one, Absence absence, Map<AccountId, String> names) {
        var zone = Acting.current().zone();
        Map<UUID, String> rooms = arrangements.rooms().stream().collect(Collectors.toMap(Room::id, Room::name));
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                "When",
                weekday(one.slot().day(zone)) + ", " + clock(one.slot().from()) + " to "
                        + clock(one.slot().to())));
        facts.add(new Fact("With", where(one.slot(), names, rooms)));
        facts.add(new Fact("Taken", Days.moment(one.takenAt(), zone) + " by " + one.takenBy()));
        one.overrides()
                .forEach(aside -> facts.add(new Fact(
                        "Set aside", "the " + aside.rule() + " by " + aside.signer() + ": “" + aside.reason() + "”")));
        one.end()
                .ifPresent(end -> facts.add(new Fact(
                        "Ended",
                        end.how().id() + " " + Days.moment(end.at(), zone) + " by " + end.by()
                                + (end.reason().isEmpty() ? "" : ": “" + end.reason() + "”"))));
        absence.cannotCome().ifPresent(word -> facts.add(new Fact("Cannot come", said(word))));
        absence.missed().ifPresent(word -> facts.add(new Fact("Did not come", said(word))));
        absence.settled()
                .forEach(settled ->
                        facts.add(new Fact("Not booked anew", "“" + settled.why() + "”, " + said(settled.said()))));
        return facts;
    }

    private static String said(Absence.Word word) {
        return "written down " + Days.moment(word.at(), Acting.current().zone()) + " by " + word.by();
    }

    private static String absent(Absence absence) {
        return absence.waits()
                .map(what -> switch (what) {
                    case MISSED -> "They did not come. Please call, and book anew; or say why no other time is booked.";
                    case CANNOT_COME ->
                        "They say by their own link that they cannot come. The time is still held: cancel it or move it,"
                                + " or say that they come after all.";
                    case GIVEN_UP ->
                        "They gave this time up by their own link, and it is free. Please call, and book anew; or say why"
                                + " no other time is booked.";
                })
                .orElse("");
    }
}
