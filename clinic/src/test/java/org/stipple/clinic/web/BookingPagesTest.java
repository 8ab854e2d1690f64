package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.AccountChanges;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.booking.Appointment;
import org.stipple.clinic.booking.AppointmentKind;
import org.stipple.clinic.booking.Appointments;
import org.stipple.clinic.booking.Arrangements;
import org.stipple.clinic.booking.WorkingTime;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.messages.MessageLinks;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.web.look.Reach;
import org.stipple.clinic.web.look.Telephone;
import org.stipple.quantities.Sex;

/// Booking as the desk does it: the pages, their taps, and what calendar programs and people with a link read.
class BookingPagesTest {

    private static final Pattern SLOT = Pattern.compile("name=\"slot\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Pattern FEED = Pattern.compile("data-copy=\"(/calendar/[^\"]+)\"");

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Caller desk;
    static Caller clinician;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory, "--server.port=0", "--stipple.messages.every=0s");
        noor = stipple.clinic("Hillside", "noor-booking-pages");
        Acting.doing(noor, () -> {
            stipple.the(Accounts.class)
                    .add(UUID.randomUUID(), "kim-booking", "Kim", ClinicUnderTest.PASSWORD, Set.of(Role.FRONT_DESK));
            var arrangements = stipple.the(Arrangements.class);
            arrangements.openRoom("Room 1");
            arrangements.works(
                    noor.account(),
                    Arrays.stream(DayOfWeek.values())
                            .map(day -> new WorkingTime(day, LocalTime.of(8, 0), LocalTime.of(18, 0)))
                            .toList());
            stipple.the(Messages.class).reach(new Reach.Stated(Optional.of(new Telephone("030 1234")), Map.of()));
        });
        desk = Caller.signedIn(stipple.port(), "kim-booking");
        clinician = Caller.signedIn(stipple.port(), "noor-booking-pages");
    }

    @AfterAll
    static void stop() {
        desk.close();
        clinician.close();
        stipple.close();
    }

    @BeforeEach
    void itIsMorning() {
        stipple.itIs("2026-11-20T09:00:00Z");
    }

    private static PatientId somebody() {
        var person = new PatientId(UUID.randomUUID());
        Acting.doing(
                noor,
                () -> stipple.the(Patients.class)
                        .register(
                                person,
                                new PatientDetails(
                                        "Amara",
                                        "Okafor",
                                        LocalDate.of(1992, 2, 11),
                                        Sex.FEMALE,
                                        Optional.empty(),
                                        Optional.empty())));
        return person;
    }

    private static PatientId agreed() {
        PatientId person = somebody();
        Acting.doing(noor, () -> {
            stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
            stipple.the(Screenings.class).screen(person);
            var courses = stipple.the(Courses.class);
            var plan = courses.draft(UUID.randomUUID(), person).plan();
            courses.sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
            Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
        });
        return person;
    }

    private static List<Appointment> coming(PatientId person) {
        var found = new ArrayList<Appointment>();
        Acting.doing(noor, () -> found.addAll(stipple.the(Appointments.class).coming(person)));
        return found;
    }

    private static List<String> all(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }

    /// One tap opens the page on which the next free times stand, a second takes one; the most that was allowed
    /// are four.
    @Test
    void theNextDateIsTakenWithTwoTapsFromThePersonsPage() throws Exception {
        PatientId amara = agreed();
        String person = clinician.get("/people/" + amara).body();
        assertThat(person).contains("href=\"/people/" + amara + "/booking\"");
        String free = clinician.get("/people/" + amara + "/booking").body();
        assertThat(free).contains("aria-current=\"true\">session</a>");
        var taken = clinician.send(
                "/people/" + amara + "/booking",
                Map.of(
                        "key", List.of(all(KEY, free).getFirst()),
                        "kind", List.of("session"),
                        "slot", List.of(all(SLOT, free).getFirst()),
                        "_csrf", List.of(clinician.token())));
        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(coming(amara)).hasSize(1);
        assertThat(clinician.get(location(taken)).body()).contains("Taken.", "Room 1", "Move it");
    }

    @Test
    void fiftyCopiesOfOneFormTakeOneTime() throws Exception {
        PatientId amara = somebody();
        String free = desk.get("/people/" + amara + "/booking").body();
        var form = Map.of(
                "key", List.of(all(KEY, free).getFirst()),
                "kind", List.of("consultation"),
                "slot", List.of(all(SLOT, free).get(3)),
                "_csrf", List.of(desk.token()));
        var sends = new ArrayList<Callable<String>>();
        for (int i = 0; i < 50; i++) {
            sends.add(() -> {
                var answer = desk.send("/people/" + amara + "/booking", form);
                return answer.statusCode() + " " + location(answer);
            });
        }
        var answers = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(50)) {
            for (var answer : threads.invokeAll(sends)) {
                answers.add(answer.get());
            }
        }
        assertThat(coming(amara)).hasSize(1);
        assertThat(Set.copyOf(answers))
                .containsExactly("303 /people/" + amara + "/booking/"
                        + coming(amara).getFirst().id() + "?done=taken");
    }

    @Test
    void theDeskReadsNothingClinicalAndSetsNothingAside() throws Exception {
        PatientId amara = agreed();
        Acting.doing(noor, () -> {
            stipple.the(Intakes.class)
                    .save(
                            amara,
                            1,
                            Someone.withAcneScarsOnTheCheeks()
                                    .with("facts", Someone.answeringDay("peel.last", "2026-11-18")));
            stipple.the(Screenings.class).screen(amara);
        });
        String page = desk.get("/people/" + amara + "/booking?kind=session&despite=yes")
                .body();
        assertThat(page)
                .contains("A wait stands in the record until 18 Dec 2026.")
                .doesNotContain("peel", "microdermabrasion", "set this aside", "Why this may be taken all the same");
        String supervised =
                clinician.get("/people/" + amara + "/booking?kind=session").body();
        assertThat(supervised).contains("set this aside", "from=2026-11-20");
        assertThat(clinician
                        .get("/people/" + amara + "/booking?kind=session&despite=yes&from=2026-11-20")
                        .body())
                .contains("Why this may be taken all the same");
    }

    @Test
    void aSeriesIsProposedAndTakenInOneStep() throws Exception {
        PatientId amara = agreed();
        String free = desk.get("/people/" + amara + "/booking?kind=session&from=2027-06-01")
                .body();
        var proposed = desk.send(
                "/people/" + amara + "/booking",
                Map.of(
                        "key", List.of(all(KEY, free).getFirst()),
                        "kind", List.of("session"),
                        "series", List.of("yes"),
                        "slot", List.of(all(SLOT, free).getFirst()),
                        "_csrf", List.of(desk.token())));
        assertThat(coming(amara)).isEmpty();
        String proposal = desk.get(location(proposed)).body();
        List<String> slots = all(SLOT, proposal);
        assertThat(slots).hasSizeGreaterThan(1);
        var taken = desk.send(
                "/people/" + amara + "/booking/series",
                Map.of("key", List.of(all(KEY, proposal).getFirst()), "slot", slots, "_csrf", List.of(desk.token())));
        assertThat(location(taken)).endsWith("/booking?done=series");
        assertThat(coming(amara)).hasSize(slots.size());
    }

    @Test
    void theDayAndTheDaysPageNameWhoComes() throws Exception {
        PatientId amara = somebody();
        String free = desk.get("/people/" + amara + "/booking").body();
        desk.send(
                "/people/" + amara + "/booking",
                Map.of(
                        "key", List.of(all(KEY, free).getFirst()),
                        "kind", List.of("consultation"),
                        "slot", List.of(all(SLOT, free).getLast()),
                        "_csrf", List.of(desk.token())));
        Appointment taken = coming(amara).getFirst();
        String day = taken.slot().day(noor.zone()).toString();
        assertThat(desk.get("/booking?day=" + day).body())
                .contains("Amara Okafor", "consultation, Room 1", "Dr. Hillside");
        stipple.itIs(day + "T06:00:00Z");
        try (var kim = Caller.signedIn(stipple.port(), "kim-booking")) {
            assertThat(kim.get("/today").body()).contains("Next today", "Amara Okafor");
        }
    }

    @Test
    void aFeedTellsTimesAndNobodysNameAndANewAddressEndsTheOld() throws Exception {
        PatientId amara = somebody();
        String free = desk.get("/people/" + amara + "/booking").body();
        desk.send(
                "/people/" + amara + "/booking",
                Map.of(
                        "key", List.of(all(KEY, free).getFirst()),
                        "kind", List.of("consultation"),
                        "slot", List.of(all(SLOT, free).get(10)),
                        "_csrf", List.of(desk.token())));
        String first = feed("clinic");
        try (var nobody = Caller.nobody(stipple.port())) {
            var file = nobody.get(first);
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
            assertThat(file.body())
                    .contains("SUMMARY:Appointment\\, Dr. Hillside", "LOCATION:Room 1")
                    .doesNotContainIgnoringCase("okafor")
                    .doesNotContainIgnoringCase("amara")
                    .doesNotContainIgnoringCase("consultation")
                    .doesNotContain(amara.toString());
            String second = feed("clinic");
            assertThat(second).isNotEqualTo(first);
            assertThat(nobody.get(first).statusCode()).isEqualTo(404);
            assertThat(nobody.get(second).statusCode()).isEqualTo(200);
        }
    }

    private static String feed(String whose) throws Exception {
        String page = clinician.get("/booking/calendars").body();
        clinician.send(
                "/booking/calendars",
                Map.of(
                        "key", List.of(all(KEY, page).getFirst()),
                        "whose", List.of(whose),
                        "_csrf", List.of(clinician.token())));
        return all(FEED, clinician.get("/booking/calendars").body()).getLast();
    }

    @Test
    void aGuessedAddressOfACalendarIsNone() throws Exception {
        String own = feed("own");
        try (var nobody = Caller.nobody(stipple.port())) {
            String token = own.substring("/calendar/".length(), own.length() - ".ics".length());
            char last = token.charAt(token.length() - 2);
            String guessed = token.substring(0, token.length() - 2)
                    + (last == 'A' ? 'B' : 'A')
                    + token.charAt(token.length() - 1);
            assertThat(nobody.get("/calendar/" + guessed + ".ics").statusCode()).isEqualTo(404);
            assertThat(nobody.get("/calendar/" + "0".repeat(43) + ".ics").statusCode())
                    .isEqualTo(404);
            assertThat(nobody.get("/m/" + "0".repeat(43) + "/appointment.ics").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whoIsRemindedPutsTheAppointmentIntoTheirOwnCalendarWhileItStands() throws Exception {
        PatientId amara = somebody();
        String free = desk.get("/people/" + amara + "/booking?kind=consultation&from=2027-05-03")
                .body();
        desk.send(
                "/people/" + amara + "/booking",
                Map.of(
                        "key", List.of(all(KEY, free).getFirst()),
                        "kind", List.of("consultation"),
                        "slot", List.of(all(SLOT, free).getFirst()),
                        "_csrf", List.of(desk.token())));
        String link = MessageLinks.path(stipple, message(amara));
        try (var nobody = Caller.nobody(stipple.port())) {
            assertThat(nobody.get(link).body()).contains(link + "/appointment.ics", "You have an appointment");
            String file = nobody.get(link + "/appointment.ics").body();
            assertThat(file)
                    .contains("DTSTART:20270503T080000Z", "SUMMARY:Appointment at Hillside")
                    .doesNotContainIgnoringCase("consultation");
            Acting.doing(
                    noor,
                    () -> stipple.the(Appointments.class)
                            .cancel(amara, coming(amara).getFirst().id(), ""));
            assertThat(nobody.get(link + "/appointment.ics").statusCode()).isEqualTo(404);
            assertThat(nobody.get(link).body()).contains("no longer holds").doesNotContain("2027");
        }
    }

    private static UUID message(PatientId person) {
        var found = new ArrayList<UUID>();
        Acting.doing(
                noor,
                () -> stipple.the(TransactionTemplate.class).executeWithoutResult(_ -> {
                    stipple.the(Patients.class).read(person, "test");
                    stipple.the(Messages.class).of(person).forEach(message -> found.add(message.id()));
                }));
        return found.getFirst();
    }

    private static Appointment taken(PatientId person, String from) {
        var found = new ArrayList<Appointment>();
        Acting.doing(noor, () -> {
            var appointments = stipple.the(Appointments.class);
            var room = stipple.the(Arrangements.class).rooms().getFirst();
            found.add(appointments.take(
                    person,
                    appointments.slot(
                            AppointmentKind.CONSULTATION,
                            noor.account(),
                            room.id(),
                            Optional.empty(),
                            Instant.parse(from)),
                    Optional.empty()));
        });
        return found.getFirst();
    }

    private static HttpResponse<String> absence(Caller who, Appointment one, String what, String why) throws Exception {
        String page =
                who.get("/people/" + one.patient() + "/booking/" + one.id()).body();
        return who.send(
                "/people/" + one.patient() + "/booking/" + one.id() + "/absence",
                Map.of(
                        "key", List.of(all(KEY, page).getLast()),
                        "what", List.of(what),
                        "why", List.of(why),
                        "_csrf", List.of(who.token())));
    }

    @Test
    void whoDidNotComeStandsOnTheDayOnThePersonAndOnThePageOfTheDayUntilSomebodySaysWhyNot() throws Exception {
        PatientId amara = somebody();
        Appointment one = taken(amara, "2026-12-01T10:00:00Z");
        stipple.itIs("2026-12-01T10:30:00Z");
        try (var kim = Caller.signedIn(stipple.port(), "kim-booking")) {
            assertThat(kim.get("/people/" + amara + "/booking/" + one.id()).body())
                    .contains("Did not come");
            assertThat(location(absence(kim, one, "missed", ""))).endsWith("?done=missed");
            assertThat(kim.get("/booking?day=2026-12-01").body()).contains("consultation, Room 1, did not come");
            assertThat(kim.get("/today").body())
                    .contains("Cannot come, or did not", "consultation: did not come; call, and book anew");
            assertThat(kim.get("/people/" + amara).body())
                    .as("the desk, which reads no clinical chapter")
                    .contains("Did not come to 1 of 1 until now.", "Book a time");
            try (var clinic = Caller.signedIn(stipple.port(), "noor-booking-pages")) {
                assertThat(clinic.get("/people/" + amara).body()).contains("Did not come to 1 of 1 until now.");
            }
            var counted = kim.get("/booking/missed?first=2026-12-01&last=2026-12-01");
            assertThat(counted.body())
                    .contains("<td class=\"num\" data-label=\"Did not come\">1</td>")
                    .doesNotContain("Okafor");
            assertThat(absence(kim, one, "settle", " ").statusCode()).isEqualTo(422);
            assertThat(location(absence(kim, one, "settle", "moved away"))).endsWith("?done=settle");
            assertThat(kim.get("/today").body()).doesNotContain("consultation: did not come");
            assertThat(absence(kim, one, "came", "").statusCode()).isEqualTo(303);
            assertThat(kim.get("/booking?day=2026-12-01").body()).doesNotContain("did not come");
        }
    }

    @Test
    void fiftyCopiesOfDidNotComeAreOne() throws Exception {
        PatientId amara = somebody();
        Appointment one = taken(amara, "2026-12-03T10:00:00Z");
        stipple.itIs("2026-12-03T10:30:00Z");
        try (var kim = Caller.signedIn(stipple.port(), "kim-booking")) {
            String page = kim.get("/people/" + amara + "/booking/" + one.id()).body();
            var form = Map.of(
                    "key", List.of(all(KEY, page).getLast()),
                    "what", List.of("missed"),
                    "_csrf", List.of(kim.token()));
            var sends = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 50; i++) {
                sends.add(() -> kim.send("/people/" + amara + "/booking/" + one.id() + "/absence", form)
                        .statusCode());
            }
            try (var threads = Executors.newFixedThreadPool(50)) {
                for (var answer : threads.invokeAll(sends)) {
                    assertThat(answer.get()).isEqualTo(303);
                }
            }
        }
        var rows = new ArrayList<Integer>();
        Acting.doing(
                noor,
                () -> stipple.the(TransactionTemplate.class).executeWithoutResult(_ -> {
                    stipple.the(Patients.class).read(amara, "test");
                    rows.add(stipple.the(JdbcClient.class)
                            .sql("select count(*) from appointment_missed where patient_id = :person")
                            .param("person", amara.value())
                            .query(Integer.class)
                            .single());
                }));
        assertThat(rows).containsExactly(1);
    }

    @Test
    void aPersonSaysByTheLinkOfTheirReminderThatTheyCannotComeAndTheDeskSeesItAtOnce() throws Exception {
        PatientId amara = somebody();
        Appointment one = taken(amara, "2026-12-07T10:00:00Z");
        String staff = desk.get("/people/" + amara + "/booking/" + one.id() + "?code=yes")
                .body();
        String own = all(Pattern.compile("class=\"qr-address\" href=\"http://[^/]+(/own/appointment/[^\"]+)\""), staff)
                .getFirst();
        stipple.itIs("2026-12-07T06:00:00Z");
        try (var phone = Caller.nobody(stipple.port())) {
            String page = phone.get(own).body();
            assertThat(page)
                    .contains("You have an appointment: Monday, 7 December 2026", "It is soon.", "030 1234")
                    .doesNotContainIgnoringCase("consultation")
                    .doesNotContain("Okafor", "Hillside, Dr.");
            assertThat(phone.get(own + "?lang=es").body()).contains("Usted tiene una cita", "Falta poco.");
            var form = Map.of("key", List.of(all(KEY, page).getFirst()), "_csrf", List.of(phone.token()));
            assertThat(location(phone.send(own, form))).isEqualTo(own);
            assertThat(location(phone.send(own, form))).isEqualTo(own);
            assertThat(phone.get(own + "?lang=en").body())
                    .contains("You told us on 7 December 2026 that you cannot come.");
            assertThat(phone.get("/own/appointment/" + "0".repeat(43)).statusCode())
                    .isEqualTo(404);
        }
        assertThat(coming(amara)).hasSize(1);
        try (var kim = Caller.signedIn(stipple.port(), "kim-booking")) {
            assertThat(kim.get("/today").body())
                    .contains("consultation: says that they cannot come; the time is still held");
            assertThat(kim.get("/booking?day=2026-12-07").body()).contains("says that they cannot come");
            assertThat(absence(kim, one, "comes", "").statusCode()).isEqualTo(303);
            assertThat(kim.get("/booking?day=2026-12-07").body()).doesNotContain("says that they cannot come");
        }
    }

    @Test
    void aTimeThatIsGivenUpEarlyByLinkIsFree() throws Exception {
        PatientId amara = somebody();
        Appointment one = taken(amara, "2026-12-09T10:00:00Z");
        String own = all(
                        Pattern.compile("class=\"qr-address\" href=\"http://[^/]+(/own/appointment/[^\"]+)\""),
                        desk.get("/people/" + amara + "/booking/" + one.id() + "?code=yes")
                                .body())
                .getFirst();
        try (var phone = Caller.nobody(stipple.port())) {
            String page = phone.get(own).body();
            assertThat(page).contains("the time is given to somebody else");
            phone.send(own, Map.of("key", List.of(all(KEY, page).getFirst()), "_csrf", List.of(phone.token())));
            assertThat(phone.get(own).body()).contains("The time is free for somebody else.");
        }
        assertThat(coming(amara)).isEmpty();
        assertThat(desk.get("/today").body()).contains("gave the time up by their own link");
        taken(somebody(), "2026-12-09T10:00:00Z");
    }

    @Test
    void closuresAreStatedOnTheirPageAndWhatStandsInThemIsListed() throws Exception {
        PatientId amara = somebody();
        Appointment one = taken(amara, "2026-12-24T10:00:00Z");
        var form = new HashMap<>(Map.of(
                "key", List.of(UUID.randomUUID().toString()),
                "what", List.of("clinic"),
                "first", List.of("2026-12-24"),
                "last", List.of("2026-12-26"),
                "words", List.of("Christmas"),
                "_csrf", List.of(clinician.token())));
        form.put("from", List.of("10:00"));
        form.put("to", List.of("12:00"));
        var hours = clinician.send("/booking/closures", form);
        assertThat(hours.statusCode()).isEqualTo(422);
        assertThat(hours.body()).contains("Hours are those of one day", "value=\"Christmas\"");
        form.put("from", List.of(""));
        form.put("to", List.of(""));
        assertThat(location(clinician.send("/booking/closures", form))).endsWith("?done=stated");
        assertThat(desk.send("/booking/closures", form).statusCode()).isEqualTo(403);
        assertThat(desk.get("/booking/closures").body())
                .contains(
                        "the whole clinic: Christmas",
                        "Thursday, 24 Dec 2026 to Saturday, 26 Dec 2026",
                        "to be looked at")
                .doesNotContain("Lift it");
        assertThat(desk.get("/booking/look").body())
                .contains("Amara Okafor", "The clinic is closed at that time", "?move=" + one.id());
        assertThat(desk.get("/people/" + amara + "/booking/" + one.id()).body()).contains("The clinic is closed");
        assertThat(desk.get("/booking?day=2026-12-25").body()).contains("Closed: the whole clinic");
        String page = clinician.get("/booking/closures").body();
        clinician.send(
                "/booking/closures",
                Map.of(
                        "key", List.of(UUID.randomUUID().toString()),
                        "lift",
                                List.of(all(Pattern.compile("name=\"lift\" value=\"([^\"]+)\""), page)
                                        .getFirst()),
                        "_csrf", List.of(clinician.token())));
        assertThat(desk.get("/booking/look").body()).doesNotContain(one.id().toString());
    }

    /// Their column stays although their account is shut, so that nobody who is booked is lost.
    @Test
    void whoIsBookedWithSomebodyWhoLeftStandsInTheDay() throws Exception {
        PatientId amara = somebody();
        Acting.doing(noor, () -> {
            var accounts = stipple.the(Accounts.class);
            var ines = accounts.add(
                    UUID.randomUUID(),
                    "ines-booking",
                    "Ines Left",
                    ClinicUnderTest.PASSWORD,
                    Set.of(Role.PRACTITIONER));
            stipple.the(Arrangements.class)
                    .works(
                            ines,
                            Arrays.stream(DayOfWeek.values())
                                    .map(day -> new WorkingTime(day, LocalTime.of(8, 0), LocalTime.of(18, 0)))
                                    .toList());
            var appointments = stipple.the(Appointments.class);
            appointments.take(
                    amara,
                    appointments.slot(
                            AppointmentKind.CONSULTATION,
                            ines,
                            stipple.the(Arrangements.class).rooms().getFirst().id(),
                            Optional.empty(),
                            Instant.parse("2026-12-15T10:00:00Z")),
                    Optional.empty());
            stipple.the(AccountChanges.class)
                    .change(
                            ines,
                            accounts.find(ines).orElseThrow().version(),
                            Set.of(Role.PRACTITIONER),
                            Optional.empty(),
                            false,
                            "left for another clinic");
        });
        assertThat(desk.get("/booking?day=2026-12-15").body())
                .contains("Ines Left", "does not treat here any more", "Amara Okafor");
    }

    @Test
    void roomsAndHoursAreArrangedOnOnePage() throws Exception {
        String page = clinician.get("/booking/arrangements").body();
        assertThat(page).contains("Room 1", "08:00-18:00", "Dr. Hillside");
        var refused = clinician.send(
                "/booking/arrangements",
                Map.of(
                        "key", List.of(UUID.randomUUID().toString()),
                        "what", List.of("week"),
                        "account", List.of(noor.account().toString()),
                        "day-1", List.of("nine to five"),
                        "_csrf", List.of(clinician.token())));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("nine to five", "expected times such as 09:00-12:00");
        var length = clinician.send(
                "/booking/arrangements",
                Map.of(
                        "key", List.of(UUID.randomUUID().toString()),
                        "what", List.of("length"),
                        "kind", List.of("review"),
                        "minutes", List.of("20"),
                        "_csrf", List.of(clinician.token())));
        assertThat(length.statusCode()).isEqualTo(303);
        assertThat(clinician.get("/booking/arrangements").body()).contains("value=\"20\"");
    }
}
