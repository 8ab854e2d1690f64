package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.AccountChanges;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.aftercare.AlertsUnderTest;
import org.stipple.clinic.aftercare.Diary;
import org.stipple.clinic.aftercare.DiaryQuestion;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.treatment.Begun;

/// Clinics in which a step of the ladder, or all of it, has nobody.
class NobodyAnswersTest {

    private static final String WENT = "left the clinic in autumn";

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static GreenMail mail;

    @BeforeAll
    static void start() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        Files.writeString(
                directory.resolve("messages.properties"),
                "smtp.host=127.0.0.1\nsmtp.port=" + port + "\nsmtp.from=clinic@hillside.example\nsmtp.starttls=off\n");
        stipple = ClinicUnderTest.serving(
                directory,
                "--server.port=0",
                "--stipple.messages.every=0s",
                "--stipple.concerns.every=0s",
                "--stipple.base-url=https://clinic.example");
    }

    @AfterAll
    static void stop() {
        stipple.close();
        mail.stop();
    }

    /// Somebody who administers, and can be reached.
    private static Actor colleague(Actor first, String name, Set<Role> roles) throws Exception {
        AccountId account = Acting.as(
                first,
                () -> stipple.the(Accounts.class).add(UUID.randomUUID(), name, name, ClinicUnderTest.PASSWORD, roles));
        Actor colleague = first.colleague(account, name, roles);
        Acting.doing(colleague, () -> AlertsUnderTest.reachMe(stipple, name + "@staff.example"));
        return colleague;
    }

    private static void fever(Actor noor, Begun begun) {
        tells(noor, begun, DiaryQuestion.FEVER, "yes", UUID.randomUUID());
    }

    private static void tells(Actor noor, Begun begun, DiaryQuestion question, String answer, UUID entry) {
        Acting.doing(
                noor,
                () -> stipple.the(Diary.class)
                        .answer(begun.person(), begun.session().id(), entry, question, answer, ""));
    }

    private static int told(String name) {
        return (int) java.util.Arrays.stream(mail.getReceivedMessages())
                .filter(letter -> to(letter).startsWith(name + "@"))
                .count();
    }

    private static String to(jakarta.mail.internet.MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void minutesLater(int minutes) {
        stipple.itIs(java.time.Instant.parse("2026-11-21T22:00:00Z")
                .plus(Duration.ofMinutes(minutes))
                .toString());
        AlertsUnderTest.round(stipple);
    }

    @Test
    void withoutAPractitionerTheSupervisingClinicianIsToldAtOnce() throws Exception {
        stipple.itIs("2026-11-20T09:00:00Z");
        Actor noor =
                stipple.clinic("No practitioner", "noor-none", Set.of(Role.SUPERVISING_CLINICIAN, Role.ADMINISTRATOR));
        Acting.doing(noor, () -> AlertsUnderTest.reachMe(stipple, "noor-none@staff.example"));
        colleague(noor, "lead-none", Set.of(Role.PRIVACY_AND_SAFETY_LEAD));
        Begun begun = Acting.as(noor, () -> Begun.of(stipple, "NOBODY1"));
        stipple.itIs("2026-11-21T22:00:00Z");
        fever(noor, begun);
        minutesLater(0);
        assertThat(told("noor-none")).isEqualTo(1);
        assertThat(told("lead-none")).isZero();
        minutesLater(60);
        assertThat(told("lead-none")).isEqualTo(1);
    }

    @Test
    void withoutALeadAllOfTheOthersAreToldWhenTheTimeIsOver() throws Exception {
        stipple.itIs("2026-11-20T09:00:00Z");
        Actor noor = stipple.clinic("No lead", "noor-unled", Set.of(Role.SUPERVISING_CLINICIAN, Role.ADMINISTRATOR));
        Acting.doing(noor, () -> AlertsUnderTest.reachMe(stipple, "noor-unled@staff.example"));
        colleague(noor, "nurse-unled", Set.of(Role.PRACTITIONER));
        Begun begun = Acting.as(noor, () -> Begun.of(stipple, "NOBODY2"));
        stipple.itIs("2026-11-21T22:00:00Z");
        fever(noor, begun);
        minutesLater(0);
        minutesLater(15);
        assertThat(told("nurse-unled")).isEqualTo(1);
        assertThat(told("noor-unled")).isEqualTo(1);
        minutesLater(60);
        assertThat(told("nurse-unled")).isEqualTo(2);
        assertThat(told("noor-unled")).isEqualTo(2);
    }

    @Test
    void whereNobodyIsReachedWhoeverAdministersIsToldAtOnce() throws Exception {
        stipple.itIs("2026-11-20T09:00:00Z");
        Actor noor = stipple.clinic("Unreached", "noor-unreached", Set.of(Role.SUPERVISING_CLINICIAN));
        colleague(noor, "admin-behind", Set.of(Role.ADMINISTRATOR));
        Begun begun = Acting.as(noor, () -> Begun.of(stipple, "NOBODY4"));
        stipple.itIs("2026-11-21T22:00:00Z");
        fever(noor, begun);
        minutesLater(0);
        assertThat(told("admin-behind")).isEqualTo(1);
        try (var administrator = Caller.signedIn(stipple.port(), "admin-behind")) {
            assertThat(administrator.get("/today").body())
                    .contains("Nobody is reached who answers concerns", "1 concern waits", "/concerns/reach")
                    .doesNotContain("Okafor");
        }
    }

    @Test
    void withNobodyWhoeverAdministersIsToldAndThePersonIsToldToCall() throws Exception {
        stipple.itIs("2026-11-20T09:00:00Z");
        Actor noor = stipple.clinic("Nobody", "noor-gone", Set.of(Role.SUPERVISING_CLINICIAN, Role.ADMINISTRATOR));
        Actor admin = colleague(noor, "admin-alone", Set.of(Role.ADMINISTRATOR));
        Actor manager = colleague(noor, "manager-alone", Set.of(Role.MANAGER));
        Begun begun = Acting.as(noor, () -> Begun.of(stipple, "NOBODY3"));
        String path = Acting.as(
                        noor,
                        () -> stipple.the(Invitations.class)
                                .invite(
                                        begun.person(),
                                        Errand.AFTER,
                                        begun.session().id(),
                                        Duration.ofDays(366)))
                .path();
        stipple.itIs("2026-11-21T22:00:00Z");
        UUID entry = UUID.randomUUID();
        try (var administrator = Caller.signedIn(stipple.port(), "admin-alone");
                var person = Caller.nobody(stipple.port())) {
            assertThat(administrator.get("/accounts").body()).doesNotContain("Nobody answers concerns");
            assertThat(administrator.get("/accounts/" + noor.account()).body())
                    .contains("This is the last account of its kind. Without it: Nobody answers concerns");
            assertThat(administrator.get("/today").body())
                    .contains("People who answer concerns")
                    .doesNotContain("Nobody answers concerns");
            tells(noor, begun, DiaryQuestion.FEVER, "yes", entry);
            assertThat(person.get(path + "/entry/" + entry).body()).contains("We have told the people of the clinic");
            Acting.doing(
                    admin,
                    () -> stipple.the(AccountChanges.class)
                            .change(
                                    noor.account(),
                                    stipple.the(Accounts.class)
                                            .find(noor.account())
                                            .orElseThrow()
                                            .version(),
                                    Set.of(Role.SUPERVISING_CLINICIAN, Role.ADMINISTRATOR),
                                    Optional.empty(),
                                    false,
                                    WENT));
            minutesLater(0);
            assertThat(told("admin-alone")).isEqualTo(1);
            assertThat(told("manager-alone")).isEqualTo(1);
            var letter = java.util.Arrays.stream(mail.getReceivedMessages())
                    .filter(one -> to(one).startsWith("manager-alone@"))
                    .findFirst()
                    .orElseThrow();
            assertThat(letter.getSubject() + letter.getContent())
                    .contains("https://clinic.example/today")
                    .doesNotContain("/concerns", "Okafor")
                    .doesNotContainIgnoringCase("fever");
            assertThat(person.get(path + "/entry/" + entry).body())
                    .contains("Nobody of the clinic can answer here now", "Call now")
                    .doesNotContain("We have told");
            assertThat(administrator.get("/accounts").body()).contains("Nobody answers concerns");
            assertThat(administrator.get("/today").body())
                    .contains("Nobody answers concerns", "1 concern waits", "/accounts")
                    .doesNotContain("Okafor");
            assertThat(administrator.get("/concerns/reach").statusCode()).isEqualTo(200);
            assertThat(administrator.get("/concerns").statusCode()).isEqualTo(403);
        }
        try (var person = Caller.nobody(stipple.port())) {
            UUID emergency = UUID.randomUUID();
            tells(manager, begun, DiaryQuestion.SWELLING, "face", emergency);
            assertThat(person.get(path + "/entry/" + emergency).body())
                    .contains("Call the emergency number now", "Do not wait for us")
                    .doesNotContain("We have been told");
        }
    }
}
