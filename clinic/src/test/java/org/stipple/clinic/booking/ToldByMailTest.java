package org.stipple.clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.messages.Channel;
import org.stipple.clinic.messages.Contacts;
import org.stipple.clinic.messages.Message;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.messages.Posting;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.clinic.patient.Patients;

/// What arrives at a mail server when an appointment is moved or does not take place, and when somebody says
/// yes to e-mail late.
class ToldByMailTest {

    private static final AppointmentKind TALK = AppointmentKind.CONSULTATION;

    @TempDir
    static Path directory;

    static BookedClinic clinic;
    static GreenMail mail;

    static LocalDate free = LocalDate.of(2027, 1, 4);

    private LocalDate day = free;

    @BeforeAll
    static void start() {
        clinic = BookedClinic.open(directory, ZoneId.of("Europe/Madrid"), "noor-told");
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mail.start();
    }

    @AfterAll
    static void stop() {
        mail.stop();
        clinic.close();
    }

    @BeforeEach
    void anotherWeek() throws Exception {
        free = free.plusDays(30);
        day = free;
        clinic.stipple().itIs(day.minusDays(20) + "T09:00:00Z");
        Posting.byMail(clinic.stipple(), mail.getSmtp().getPort());
        mail.purgeEmailFromAllMailboxes();
    }

    private static void mayBeWrittenTo(PatientId person, boolean may) {
        clinic.doing(() -> clinic.stipple().the(Contacts.class).note(person, Channel.EMAIL, may));
    }

    private static PatientId reachable() {
        PatientId amara = clinic.somebody();
        mayBeWrittenTo(amara, true);
        return amara;
    }

    private static List<MimeMessage> arrived() {
        Posting.byMail(clinic.stipple(), mail.getSmtp().getPort());
        return Arrays.asList(mail.getReceivedMessages());
    }

    private static String part(MimeMessage letter, int which) throws Exception {
        var part = ((MimeMultipart) letter.getContent()).getBodyPart(which);
        try (InputStream in = part.getInputStream()) {
            // As sent, long lines are folded.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n ", "");
        }
    }

    private Appointment take(PatientId person, String clock) {
        return clinic.take(person, clinic.slot(TALK, day + "T" + clock));
    }

    private Appointment move(Appointment one, String clock) {
        return clinic.as(() -> clinic.appointments()
                .move(one.patient(), one.id(), clinic.slot(TALK, day + "T" + clock), Optional.empty()));
    }

    private static int toCall(PatientId person) {
        return (int) clinic.as(() -> clinic.stipple().the(Messages.class).toCall()).stream()
                .filter(one -> one.person().id().equals(person))
                .count();
    }

    @Test
    void whatIsMovedArrivesUnderTheSameIdentifierWithAHigherNumberAndWhatIsCancelledEndsIt() throws Exception {
        PatientId amara = reachable();
        Appointment one = take(amara, "09:00");
        Appointment two = move(one, "10:00");
        var moved = arrived();
        assertThat(moved).hasSize(1);
        assertThat(part(moved.getFirst(), 0))
                .contains("Hillside has a message for you", "https://clinic.example/m/")
                .doesNotContainIgnoringCase("consultation")
                .doesNotContain("Amara", "Okafor", "Noor", "10:00");
        String request = part(moved.getFirst(), 1);
        assertThat(((MimeMultipart) moved.getFirst().getContent())
                        .getBodyPart(1)
                        .getContentType())
                .contains("text/calendar", "method=REQUEST");
        assertThat(request)
                .contains(
                        "METHOD:REQUEST",
                        "UID:" + one.id() + "@stipple",
                        "SEQUENCE:1",
                        "DTSTART:" + day.toString().replace("-", "") + "T",
                        "ORGANIZER:mailto:post@hillside.example",
                        "ATTENDEE:mailto:amara-" + amara)
                .doesNotContainIgnoringCase("consultation")
                .doesNotContain("Okafor", "Noor", "Room");
        mail.purgeEmailFromAllMailboxes();
        move(two, "11:00");
        assertThat(part(arrived().getFirst(), 1)).contains("UID:" + one.id() + "@stipple", "SEQUENCE:2");
        mail.purgeEmailFromAllMailboxes();
        Appointment last = clinic.as(() -> clinic.appointments().coming(amara)).getFirst();
        clinic.doing(() -> clinic.appointments().cancel(amara, last.id(), "the laser room is being repaired"));
        var cancelled = arrived();
        assertThat(cancelled).hasSize(1);
        assertThat(part(cancelled.getFirst(), 1))
                .contains("METHOD:CANCEL", "STATUS:CANCELLED", "UID:" + one.id() + "@stipple", "SEQUENCE:3")
                .doesNotContain("repaired");
        assertThat(part(cancelled.getFirst(), 0)).doesNotContain("repaired");
    }

    @Test
    void whoSaidNoOrNothingIsWrittenToByNobodyAndCalledUnlessTheyKnow() {
        PatientId amara = clinic.somebody();
        Appointment one = take(amara, "09:00");
        clinic.doing(() -> clinic.appointments().cancel(amara, one.id(), ""));
        assertThat(arrived()).isEmpty();
        assertThat(toCall(amara)).isEqualTo(1);
        PatientId ines = clinic.somebody();
        Appointment other = take(ines, "09:00");
        clinic.doing(() -> clinic.appointments().cancel(ines, other.id(), "", Appointments.Knows.ALREADY));
        assertThat(toCall(ines)).isZero();
        // When its time is over a call is of no use.
        clinic.stipple().itIs(day.plusDays(1) + "T09:00:00Z");
        assertThat(toCall(amara)).isZero();
    }

    /// Two moves in a row before anything was sent: only the last one holds.
    @Test
    void whatWasOvertakenIsNotSent() throws Exception {
        PatientId amara = reachable();
        Appointment one = take(amara, "09:00");
        move(move(one, "10:00"), "11:00");
        var letters = arrived();
        assertThat(letters).hasSize(1);
        assertThat(part(letters.getFirst(), 1)).contains("SEQUENCE:2");
    }

    @Test
    void whoSaysYesAfterBookingIsConfirmedOnceAndRemindedFromThenOn() {
        PatientId amara = clinic.somebody();
        Appointment one = take(amara, "09:00");
        take(amara, "15:00");
        mayBeWrittenTo(amara, true);
        assertThat(arrived()).hasSize(1);
        assertThat(words(amara, Message.Cause.CONFIRMATION))
                .contains("09:00", "15:00")
                .doesNotContain("consultation");
        mayBeWrittenTo(amara, false);
        mayBeWrittenTo(amara, true);
        assertThat(arrived()).as("confirmed once").hasSize(1);
        clinic.stipple().itIs(one.slot().from().minus(Reminders.FIRST).toString());
        assertThat(arrived()).as("reminded of the first").hasSize(2);
        clinic.stipple().itIs(one.slot().from().minus(Duration.ofHours(1)).toString());
        assertThat(arrived()).as("and of the other, and of both a day before").hasSize(5);
        assertThat(toCall(amara)).isZero();
    }

    @Test
    void aConfirmationInWhichATimeStandsThatIsGoneDoesNotHold() {
        PatientId amara = clinic.somebody();
        Appointment one = take(amara, "09:00");
        mayBeWrittenTo(amara, true);
        clinic.doing(() -> clinic.appointments().cancel(amara, one.id(), ""));
        var letters = arrived();
        assertThat(letters).as("only that it does not take place").hasSize(1);
    }

    @Test
    void whoTakesTheirYesBackIsNotRemindedByMailAndIsCalled() {
        PatientId amara = reachable();
        Appointment one = take(amara, "09:00");
        mayBeWrittenTo(amara, false);
        clinic.stipple().itIs(one.slot().from().minus(Reminders.FIRST).toString());
        assertThat(arrived()).isEmpty();
        assertThat(toCall(amara)).isEqualTo(1);
        // And says yes again before the next one.
        mayBeWrittenTo(amara, true);
        clinic.stipple().itIs(one.slot().from().minus(Reminders.SECOND).toString());
        assertThat(arrived()).as("a confirmation and a reminder").hasSize(2);
    }

    @Test
    void whoNamesAnotherAddressIsRemindedThere() throws Exception {
        PatientId amara = reachable();
        Appointment one = take(amara, "09:00");
        clinic.doing(() -> {
            var patients = clinic.stipple().the(Patients.class);
            var details = Objects.requireNonNull(
                    clinic.stipple().the(TransactionTemplate.class).execute(_ -> patients.read(amara, "test")));
            patients.correct(
                    amara,
                    details.version(),
                    new PatientDetails(
                            details.details().givenName(),
                            details.details().familyName(),
                            details.details().birthDate(),
                            details.details().sex(),
                            Optional.empty(),
                            Optional.of("new-" + amara + "@example.org")),
                    "");
        });
        mayBeWrittenTo(amara, true);
        mail.purgeEmailFromAllMailboxes();
        clinic.stipple().itIs(one.slot().from().minus(Reminders.FIRST).toString());
        assertThat(arrived())
                .as("the confirmation and the reminder")
                .hasSize(2)
                .allSatisfy(letter ->
                        assertThat(letter.getAllRecipients()[0].toString()).isEqualTo("new-" + amara + "@example.org"));
    }

    private static String words(PatientId person, Message.Cause cause) {
        return clinic.as(() -> Objects.requireNonNull(clinic.stipple()
                .the(TransactionTemplate.class)
                .execute(_ -> {
                    clinic.stipple().the(Patients.class).read(person, "test");
                    return clinic.stipple().the(Messages.class).of(person).stream()
                            .filter(message -> message.cause() == cause)
                            .findFirst()
                            .orElseThrow()
                            .words();
                })));
    }
}
