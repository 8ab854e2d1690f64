package org.stipple.clinic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Invitation;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.clinic.patient.Patients;
import org.stipple.quantities.Sex;

/// From the e-mail that arrives to the page that it invites to: two links, one tap, and nothing clinical on the
/// way.
class LinksByMailTest {

    private static final Pattern LINK = Pattern.compile("https://clinic\\.example(/m/[A-Za-z0-9_-]+)");

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static GreenMail mail;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(
                directory,
                "--server.port=0",
                "--stipple.messages.every=0s",
                "--stipple.base-url=https://clinic.example");
        noor = stipple.clinic("Hillside", "noor-mail");
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mail.start();
    }

    @AfterAll
    static void stop() {
        mail.stop();
        stipple.close();
    }

    private static PatientId amara(boolean may) throws Exception {
        return Acting.as(noor, () -> {
            var id = new PatientId(UUID.randomUUID());
            stipple.the(Patients.class)
                    .register(
                            id,
                            new PatientDetails(
                                    "Amara",
                                    "Okafor",
                                    LocalDate.of(1992, 2, 11),
                                    Sex.FEMALE,
                                    Optional.empty(),
                                    Optional.of("p" + id.toString().substring(0, 8) + "@example.org")));
            if (may) {
                stipple.the(Contacts.class).note(id, Channel.EMAIL, true);
            }
            return id;
        });
    }

    private static void post() {
        stipple.the(Outbox.class)
                .sendDue(List.of(new MailPost(
                        new MessageSettings.Mail(
                                "127.0.0.1",
                                mail.getSmtp().getPort(),
                                false,
                                Optional.empty(),
                                "post@hillside.example"),
                        Clock.systemUTC())));
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stipple.port() + path));
    }

    @Test
    void theLinkOfAnErrandArrivesAndLeadsThereWithOneTap() throws Exception {
        PatientId amara = amara(true);
        Invitation link = Acting.as(
                noor,
                () -> stipple.the(Invitations.class).invite(amara, Errand.INTAKE, amara.value(), Duration.ofDays(7)));
        assertThat(Acting.as(
                        noor, () -> stipple.the(Invitations.class).send(link, "Some questions before your visit.")))
                .isTrue();
        post();
        String text = String.valueOf(
                mail.getReceivedMessagesForDomain("p" + amara.toString().substring(0, 8) + "@example.org")[0]
                        .getContent());
        assertThat(text)
                .contains("Hillside has a message for you")
                .doesNotContain("questions", "Amara", "Okafor", link.path());
        var found = LINK.matcher(text);
        assertThat(found.find()).isTrue();
        String letter = found.group(1);
        try (var phone =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            String page = phone.send(to(letter).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(page)
                    .contains("Some questions before your visit.", "Open")
                    .doesNotContain(link.path());
            var answer = phone.send(
                    to(letter)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(""))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains(link.path());
        }
    }

    @Test
    void whoMayNotBeWrittenToIsNotAndTheClinicIsTold() throws Exception {
        PatientId amara = amara(false);
        boolean sent = Acting.as(
                noor,
                () -> stipple.the(Invitations.class)
                        .send(
                                stipple.the(Invitations.class)
                                        .invite(amara, Errand.AFTER, amara.value(), Duration.ofDays(7)),
                                "Your page."));
        assertThat(sent).isFalse();
    }

    @Test
    void aLinkThatWasTakenBackIsNotLedToAnyMore() throws Exception {
        PatientId amara = amara(true);
        UUID message = Acting.as(noor, () -> {
            var invitations = stipple.the(Invitations.class);
            Invitation link = invitations.invite(amara, Errand.INTAKE, amara.value(), Duration.ofDays(7));
            invitations.send(link, "Some questions.");
            invitations.takeBack(amara, link.id());
            return stipple.the(org.springframework.transaction.support.TransactionTemplate.class)
                    .execute(_ -> {
                        stipple.the(Patients.class).read(amara, "test");
                        return stipple.the(Messages.class).of(amara).getFirst().id();
                    });
        });
        try (var phone = HttpClient.newHttpClient()) {
            assertThat(phone.send(to(MessageLinks.path(stipple, message)).build(), HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("I have read this")
                    .doesNotContain("/own/");
        }
    }
}
