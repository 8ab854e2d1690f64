package org.stipple.clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.WhoWaits;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.booking.Absence.What;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Invitation;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.invitation.OwnDoor;
import org.stipple.clinic.patient.Patients;

/// Who did not come is called and booked anew, or somebody says why not; and who says by their own link that
/// they cannot come is heard.
class AbsencesTest {

    private static final AppointmentKind TALK = AppointmentKind.CONSULTATION;

    @TempDir
    static Path directory;

    static BookedClinic clinic;

    static LocalDate free = LocalDate.of(2027, 1, 4);

    private LocalDate day = free;

    @BeforeAll
    static void start() {
        clinic = BookedClinic.open(directory, ZoneId.of("America/New_York"), "noor-absences");
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    @BeforeEach
    void anotherMonth() {
        free = free.plusDays(60);
        day = free;
        itIs(day.minusDays(10), "12:00");
    }

    private static void itIs(LocalDate on, String clock) {
        clinic.stipple().itIs(clinic.at(on + "T" + clock).toString());
    }

    private static Absences absences() {
        return clinic.stipple().the(Absences.class);
    }

    private static <T> T within(Supplier<T> work) {
        return clinic.as(() -> Objects.requireNonNull(
                clinic.stipple().the(TransactionTemplate.class).execute(_ -> work.get())));
    }

    private static Absence of(Appointment one) {
        return within(() -> {
            clinic.stipple().the(Patients.class).read(one.patient(), "test");
            return absences().of(one.patient(), one.id());
        });
    }

    private static List<UUID> toCall() {
        return within(() -> {
            clinic.stipple().the(AuditTrail.class).openAll("test");
            return absences().toCall(1000).stream()
                    .map(Absences.ToCall::appointment)
                    .toList();
        });
    }

    private static void missed(Appointment one) {
        clinic.doing(() -> absences().missed(one.patient(), one.id()));
    }

    private Appointment talk(PatientId person, String clock) {
        return clinic.take(person, clinic.slot(TALK, day + "T" + clock));
    }

    @Test
    void onlyWhatHasBegunAndStandsWasMissed() {
        PatientId amara = clinic.somebody();
        Appointment one = talk(amara, "09:00");
        itIs(day, "08:59");
        assertThatThrownBy(() -> missed(one)).isInstanceOf(NotTaken.class).hasMessageContaining("has not begun yet");
        itIs(day, "09:00");
        missed(one);
        missed(one);
        assertThat(of(one).missed()).get().extracting(Absence.Word::by).isEqualTo("Dr. Noor");
        assertThat(of(one).waits()).contains(What.MISSED);
        Appointment cancelled = talk(clinic.somebody(), "13:00");
        clinic.doing(() -> clinic.appointments().cancel(cancelled.patient(), cancelled.id(), ""));
        itIs(day, "13:30");
        assertThatThrownBy(() -> missed(cancelled)).isInstanceOf(NotTaken.class).hasMessageContaining("was cancelled");
        WhoWaits.isWhatTheRecordsSay(clinic.stipple(), clinic.noor());
    }

    @Test
    void whoDidNotComeStandsThereUntilTheyAreBookedAnewAndAgainWhenThatIsCancelled() {
        PatientId amara = clinic.somebody();
        Appointment one = talk(amara, "09:00");
        itIs(day, "10:00");
        missed(one);
        assertThat(toCall()).contains(one.id());
        Appointment anew = clinic.take(amara, clinic.slot(TALK, day.plusDays(3) + "T09:00"));
        assertThat(toCall()).doesNotContain(one.id());
        Appointment moved = clinic.as(() -> clinic.appointments()
                .move(amara, anew.id(), clinic.slot(TALK, day.plusDays(4) + "T09:00"), Optional.empty()));
        assertThat(toCall()).doesNotContain(one.id());
        WhoWaits.isWhatTheRecordsSay(clinic.stipple(), clinic.noor());
        clinic.doing(() -> clinic.appointments().cancel(amara, moved.id(), ""));
        assertThat(toCall()).contains(one.id());
        WhoWaits.isWhatTheRecordsSay(clinic.stipple(), clinic.noor());
    }

    /// The next of a series was booked long ago: it is not what was missed, booked anew.
    @Test
    void whatWasBookedBeforeIsNotBookedAnew() {
        PatientId amara = clinic.somebody();
        Appointment one = talk(amara, "09:00");
        clinic.take(amara, clinic.slot(TALK, day.plusDays(7) + "T09:00"));
        itIs(day, "10:00");
        missed(one);
        assertThat(toCall()).contains(one.id());
    }

    @Test
    void whyNoOtherTimeIsBookedIsSaidInWords() {
        Appointment one = talk(clinic.somebody(), "09:00");
        itIs(day, "10:00");
        missed(one);
        assertThatThrownBy(() -> clinic.doing(() -> absences().settle(one.patient(), one.id(), "  ")))
                .isInstanceOf(NotTaken.class);
        clinic.doing(() -> absences().settle(one.patient(), one.id(), "moved to another town"));
        assertThat(toCall()).doesNotContain(one.id());
        assertThat(of(one).settled()).extracting(Absence.Settled::why).containsExactly("moved to another town");
        WhoWaits.isWhatTheRecordsSay(clinic.stipple(), clinic.noor());
    }

    @Test
    void whatWasSaidIsTakenBackBySayingTheContrary() {
        Appointment one = talk(clinic.somebody(), "09:00");
        itIs(day, "10:00");
        missed(one);
        clinic.doing(() -> absences().came(one.patient(), one.id()));
        assertThat(of(one).missed()).isEmpty();
        assertThat(toCall()).doesNotContain(one.id());
        assertThat(line(one).missed()).isFalse();
        missed(one);
        assertThat(line(one).missed()).isTrue();
        WhoWaits.isWhatTheRecordsSay(clinic.stipple(), clinic.noor());
    }

    private DayBook.Line line(Appointment one) {
        return clinic.as(() -> clinic.stipple().the(DayBook.class).of(day)).stream()
                .filter(line -> line.appointment().equals(one.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theClinicIsCountedByKindAndOverItsOwnDays() {
        Appointment came = talk(clinic.somebody(), "09:00");
        Appointment not = talk(clinic.somebody(), "16:30");
        Appointment gone = talk(clinic.somebody(), "11:00");
        clinic.doing(() -> clinic.appointments().cancel(gone.patient(), gone.id(), ""));
        itIs(day, "16:45");
        missed(not);
        // Half past four in New York on the last of the days is a day later elsewhere.
        var counts = clinic.as(() -> absences().counts(day, day));
        assertThat(counts)
                .contains(
                        new Absences.Count(TALK, 2, 1),
                        new Absences.Count(AppointmentKind.SESSION, 0, 0),
                        new Absences.Count(AppointmentKind.REVIEW, 0, 0));
        assertThat(clinic.as(() -> absences().counts(day.plusDays(1), day.plusDays(1))))
                .contains(new Absences.Count(TALK, 0, 0));
        assertThat(came.stands()).isTrue();
    }

    @Test
    void aCourseWhoseNextSessionWasMissedKeepsItsDueDateAndIsBookedAnewAtOnce() {
        PatientId amara = clinic.agreed();
        itIs(day, "10:00");
        clinic.treats(amara);
        LocalDate due = due(amara);
        LocalDate next = day.plusDays(clinic.restDays(amara));
        Appointment session = clinic.take(amara, clinic.slot(AppointmentKind.SESSION, next + "T09:00"));
        assertThat(due(amara)).isEqualTo(due);
        itIs(next, "09:20");
        missed(session);
        assertThat(due(amara)).isEqualTo(due);
        assertThat(clinic.as(() -> clinic.appointments().coming(amara))).isEmpty();
        // The missed one stands in no way: neither its day nor its number.
        clinic.take(amara, clinic.slot(AppointmentKind.SESSION, next + "T14:00"));
        assertThat(toCall()).doesNotContain(session.id());
        itIs(next, "14:00");
        clinic.treats(amara);
        assertThatThrownBy(() -> clinic.doing(() -> {
                    var second = clinic.appointments().of(amara).getFirst();
                    absences().missed(amara, second.id());
                }))
                .isInstanceOf(NotTaken.class)
                .hasMessageContaining("so they came");
        WhoWaits.isWhatTheRecordsSay(clinic.stipple(), clinic.noor());
        free = next.plusDays(30);
    }

    private static LocalDate due(PatientId person) {
        return within(() -> {
            clinic.stipple().the(AuditTrail.class).openAll("test");
            return clinic.stipple()
                    .the(org.springframework.jdbc.core.simple.JdbcClient.class)
                    .sql("select due_on from waiting_session where patient_id = :person")
                    .param("person", person.value())
                    .query(LocalDate.class)
                    .single();
        });
    }

    @Test
    void whatIsOverIsNeitherCancelledNorMoved() {
        Appointment one = talk(clinic.somebody(), "09:00");
        itIs(day, "09:30");
        assertThatThrownBy(() -> clinic.doing(() -> clinic.appointments().cancel(one.patient(), one.id(), "")))
                .isInstanceOf(NotTaken.class)
                .hasMessageContaining("This appointment is over");
        assertThat(of(one).missed()).isEmpty();
    }

    private static Invitation link(Appointment one) {
        return clinic.as(() -> clinic.stipple().the(Invitations.class).of(one.patient(), Errand.APPOINTMENT)).stream()
                .filter(link -> link.about().equals(one.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Absences.Heard> byLink(Appointment one) {
        Invitation link = link(one);
        String token = link.path().substring(link.path().lastIndexOf('/') + 1);
        return clinic.stipple()
                .the(OwnDoor.class)
                .open(
                        token,
                        Errand.APPOINTMENT,
                        guest -> absences().cannotCome(guest.patient(), guest.about(), guest.invitation()));
    }

    @Test
    void whoSaysSoLongAheadFreesTheTimeAndStandsThereToBeBookedAnew() {
        Appointment one = talk(clinic.somebody(), "09:00");
        itIs(day.minusDays(2), "09:00");
        assertThat(byLink(one)).contains(Absences.Heard.GIVEN_UP);
        assertThat(of(one).waits()).contains(What.GIVEN_UP);
        assertThat(toCall()).contains(one.id());
        talk(clinic.somebody(), "09:00");
        Appointment ended = clinic.as(() -> clinic.appointments().find(one.patient(), one.id()));
        assertThat(ended.end()).get().satisfies(end -> {
            assertThat(end.how()).isEqualTo(Appointment.Ending.CANCELLED);
            assertThat(end.by()).isEqualTo("by their own link");
        });
        WhoWaits.isWhatTheRecordsSay(clinic.stipple(), clinic.noor());
    }

    /// A minute less than the time that the clinic stated.
    @Test
    void whoSaysSoLateFreesNothingUntilSomebodyDecides() {
        Appointment one = talk(clinic.somebody(), "09:00");
        itIs(day.minusDays(2), "09:01");
        assertThat(byLink(one)).contains(Absences.Heard.TOLD);
        assertThat(of(one).waits()).contains(What.CANNOT_COME);
        assertThat(line(one).cannotCome()).isTrue();
        Slot same = one.slot();
        assertThatThrownBy(() -> clinic.take(clinic.somebody(), same)).isInstanceOf(NotTaken.class);
        WhoWaits.isWhatTheRecordsSay(clinic.stipple(), clinic.noor());
        clinic.doing(() -> absences().comesAfterAll(one.patient(), one.id()));
        assertThat(toCall()).doesNotContain(one.id());
        assertThat(line(one).cannotCome()).isFalse();
        byLink(one);
        clinic.doing(() -> clinic.appointments().cancel(one.patient(), one.id(), "", Appointments.Knows.ALREADY));
        // Cancelled by the desk, and still to be booked anew.
        assertThat(of(one).waits()).contains(What.GIVEN_UP);
        clinic.take(one.patient(), clinic.slot(TALK, day.plusDays(5) + "T09:00"));
        assertThat(of(one).waits()).isEmpty();
        WhoWaits.isWhatTheRecordsSay(clinic.stipple(), clinic.noor());
    }

    @Test
    void theClinicSaysHowLongAhead() {
        clinic.doing(() -> absences().givingUpAhead(Duration.ofHours(3)));
        try {
            Appointment one = talk(clinic.somebody(), "12:00");
            itIs(day, "09:00");
            assertThat(byLink(one)).contains(Absences.Heard.GIVEN_UP);
        } finally {
            clinic.doing(() -> absences().givingUpAhead(Absences.USUAL_AHEAD));
        }
    }

    @Test
    void fiftyTapsAtOnceGiveUpOneTimeOnce() throws Exception {
        Appointment one = talk(clinic.somebody(), "09:00");
        var taps = IntStream.range(0, 50)
                .<Callable<String>>mapToObj(_ -> () -> {
                    try {
                        return byLink(one).map(Enum::name).orElse("the link is over");
                    } catch (NotTaken ended) {
                        return "ended before";
                    }
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(50)) {
            long gaveUp = 0;
            for (var tap : threads.invokeAll(taps)) {
                gaveUp += tap.get().equals("GIVEN_UP") ? 1 : 0;
            }
            assertThat(gaveUp).isEqualTo(1);
        }
        assertThat(of(one).cannotCome()).isPresent();
        WhoWaits.isWhatTheRecordsSay(clinic.stipple(), clinic.noor());
    }

    @Test
    void theLinkOfAnAppointmentThatWasMovedOpensNothing() throws Exception {
        Appointment one = talk(clinic.somebody(), "09:00");
        Invitation link = link(one);
        Acting.doing(
                clinic.desk(),
                () -> clinic.appointments()
                        .move(one.patient(), one.id(), clinic.slot(TALK, day + "T11:00"), Optional.empty()));
        String token = link.path().substring(link.path().lastIndexOf('/') + 1);
        assertThat(clinic.stipple().the(OwnDoor.class).open(token, Errand.APPOINTMENT, _ -> true))
                .isEmpty();
    }
}
