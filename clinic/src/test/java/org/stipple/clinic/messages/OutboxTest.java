package org.stipple.clinic.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.messages.Delivery.State;
import org.stipple.clinic.messages.Message.Cause;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.clinic.patient.Patients;
import org.stipple.quantities.Sex;

/// What leaves the clinic, how often, and what is known of it. Mail goes to a real SMTP server of this machine,
/// text messages to a real HTTP server.
class OutboxTest {

    private static final String WORDS = "We would like to speak with you. Please call us.";

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static GreenMail mail;
    static Letters sms;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(
                directory,
                "--server.port=0",
                "--stipple.messages.every=0s",
                "--stipple.base-url=https://clinic.example/stipple");
        noor = stipple.clinic("Hillside", "noor-outbox");
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mail.start();
        sms = Letters.open();
    }

    @AfterAll
    static void stop() {
        sms.close();
        mail.stop();
        stipple.close();
    }

    @BeforeEach
    void itIsMorning() throws Exception {
        sms.answer.set(202);
        // What another test has left waiting goes out first.
        stipple.itIs("2026-11-21T09:00:00Z");
        outbox().sendDue(posts());
        stipple.itIs("2026-11-20T09:00:00Z");
        mail.purgeEmailFromAllMailboxes();
        sms.given.clear();
    }

    private static Outbox outbox() {
        return stipple.the(Outbox.class);
    }

    private static Post mailPost() {
        return mailPost(mail.getSmtp().getPort());
    }

    private static Post mailPost(int port) {
        return new MailPost(
                new MessageSettings.Mail("127.0.0.1", port, false, Optional.empty(), "post@hillside.example"),
                Clock.systemUTC());
    }

    private static List<Post> posts() {
        return List.of(mailPost(), sms.post());
    }

    private static <T> T as(Actor actor, Callable<T> work) {
        try {
            return Acting.as(
                    actor,
                    () -> Objects.requireNonNull(
                            stipple.the(TransactionTemplate.class).execute(_ -> call(work))));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PatientId someone(Actor actor, Channel... may) {
        return as(actor, () -> {
            var id = new PatientId(UUID.randomUUID());
            stipple.the(Patients.class)
                    .register(
                            id,
                            new PatientDetails(
                                    "Amara",
                                    "Okafor",
                                    java.time.LocalDate.of(1992, 2, 11),
                                    Sex.FEMALE,
                                    Optional.of("+49 (30) 1234-" + Math.abs(id.hashCode() % 10_000)),
                                    Optional.of("p" + id.toString().substring(0, 8) + "@example.org")));
            for (Channel channel : may) {
                stipple.the(Contacts.class).note(id, channel, true);
            }
            return id;
        });
    }

    private static boolean write(Actor actor, PatientId to, UUID about) {
        return as(actor, () -> stipple.the(Messages.class).write(to, Cause.RECALL, about, WORDS));
    }

    private static Message messageOf(Actor actor, PatientId person) {
        return as(actor, () -> {
            stipple.the(Patients.class).read(person, "test");
            return stipple.the(Messages.class).of(person).getFirst();
        });
    }

    private static Delivery delivery(PatientId person) {
        return messageOf(noor, person).deliveries().getFirst();
    }

    @Test
    void anEmailHoldsTheNameOfTheClinicAndALinkAndNothingOfWhy() throws Exception {
        PatientId amara = someone(noor, Channel.EMAIL);
        write(noor, amara, UUID.randomUUID());
        assertThat(outbox().sendDue(posts())).isEqualTo(1);

        MimeMessage[] received = mail.getReceivedMessages();
        assertThat(received).hasSize(1);
        String token = stipple.the(Links.class).token(messageOf(noor, amara).id());
        assertThat(received[0].getSubject()).isEqualTo("A message from Hillside / Un mensaje de Hillside");
        assertThat(received[0].getContent().toString().replace("\r\n", "\n")).isEqualTo("""
                        Hillside has a message for you.

                        Read it here:
                        https://clinic.example/stipple/m/%s

                        The link opens this one message and nothing else, until 20 December 2026.
                        Replies to this e-mail are not read. The page behind the link says how to reach us.


                        Hillside tiene un mensaje para usted.

                        Léalo aquí:
                        https://clinic.example/stipple/m/%s

                        El enlace abre solo este mensaje, hasta el 20 de diciembre de 2026.
                        Nadie lee las respuestas a este correo. La página del enlace dice cómo hablar con nosotros.""".formatted(token, token));
        var whole = new java.io.ByteArrayOutputStream();
        received[0].writeTo(whole);
        assertThat(whole.toString(java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("Amara", "Okafor", "1992", "recall", "speak")
                .contains("Message-ID: <" + messageOf(noor, amara).id() + "@hillside.example>")
                .contains("Auto-Submitted: auto-generated");
        assertThat(messageOf(noor, amara).standing()).isEqualTo(Message.Standing.SENT);
    }

    @Test
    void whatWaitsIsCountedWithWhenTheOldestWasWritten() {
        PatientId amara = someone(noor, Channel.EMAIL);
        write(noor, amara, UUID.randomUUID());
        stipple.itIs("2026-11-20T11:00:00Z");
        write(noor, amara, UUID.randomUUID());
        assertThat(as(noor, () -> stipple.the(Messages.class).waiting()))
                .containsEntry(Channel.EMAIL, new Messages.Waiting(2, java.time.Instant.parse("2026-11-20T09:00:00Z")));
    }

    @Test
    void aTextMessageGoesToTheGatewayAsItsTemplateSays() {
        PatientId amara = someone(noor, Channel.SMS);
        write(noor, amara, UUID.randomUUID());
        outbox().sendDue(posts());
        assertThat(sms.given).singleElement().satisfies(given -> {
            assertThat(given.key()).isEqualTo(messageOf(noor, amara).id().toString());
            assertThat(given.authorization()).isEqualTo("Bearer of-the-clinic");
            assertThat(given.body())
                    .startsWith("{\"to\":\"+49301234")
                    .contains(
                            "\"body\":{\"text\":\"Hillside has a message for you / Hillside tiene un mensaje para usted: https://clinic.example/stipple/m/")
                    .endsWith("\"}}");
        });
    }

    @Test
    void whatIsWrittenAndTakenBackIsNeverSent() {
        PatientId amara = someone(noor, Channel.EMAIL);
        assertThatThrownBy(() -> as(noor, () -> {
                    stipple.the(Messages.class).write(amara, Cause.RECALL, UUID.randomUUID(), WORDS);
                    throw new IllegalStateException("the cause failed");
                }))
                .hasMessage("the cause failed");
        assertThat(outbox().sendDue(posts())).isZero();
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void nobodyIsWrittenToTwiceAboutTheSame() {
        PatientId amara = someone(noor, Channel.EMAIL);
        UUID about = UUID.randomUUID();
        assertThat(write(noor, amara, about)).isTrue();
        assertThat(write(noor, amara, about)).isFalse();
        outbox().sendDue(posts());
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void withoutAYesNobodyIsWrittenToAndIsCalledInstead() {
        PatientId amara = someone(noor);
        int before = as(noor, () -> stipple.the(Messages.class).waitingForCall());
        write(noor, amara, UUID.randomUUID());
        assertThat(outbox().sendDue(posts())).isZero();
        assertThat(messageOf(noor, amara).standing()).isEqualTo(Message.Standing.NO_CHANNEL);
        assertThat(as(noor, () -> stipple.the(Messages.class).waitingForCall())).isEqualTo(before + 1);
        assertThat(as(noor, () -> stipple.the(Messages.class).toCall()))
                .anySatisfy(card -> assertThat(card.person().id()).isEqualTo(amara));
        as(noor, () -> {
            stipple.the(Messages.class).called(messageOf(noor, amara).id(), CallOutcome.NO_ANSWER, "");
            return true;
        });
        assertThat(as(noor, () -> stipple.the(Messages.class).waitingForCall())).isEqualTo(before + 1);
        as(noor, () -> {
            stipple.the(Messages.class).called(messageOf(noor, amara).id(), CallOutcome.TOLD, "spoke with her");
            return true;
        });
        assertThat(messageOf(noor, amara).standing()).isEqualTo(Message.Standing.TOLD);
        assertThat(as(noor, () -> stipple.the(Messages.class).waitingForCall())).isEqualTo(before);
    }

    @Test
    void aYesToAnotherAddressIsNoYes() {
        PatientId amara = someone(noor, Channel.EMAIL);
        as(noor, () -> {
            var person = stipple.the(Patients.class).read(amara, "test");
            var old = person.details();
            return stipple.the(Patients.class)
                    .correct(
                            amara,
                            person.version(),
                            new PatientDetails(
                                    old.givenName(),
                                    old.familyName(),
                                    old.birthDate(),
                                    old.sex(),
                                    old.phone(),
                                    Optional.of("somebody-else@example.org")),
                            "");
        });
        write(noor, amara, UUID.randomUUID());
        assertThat(messageOf(noor, amara).standing()).isEqualTo(Message.Standing.NO_CHANNEL);
    }

    @Test
    void whoTakesTheirYesBackBeforeItIsSentGetsNothing() {
        PatientId amara = someone(noor, Channel.EMAIL);
        write(noor, amara, UUID.randomUUID());
        as(noor, () -> {
            stipple.the(Contacts.class).note(amara, Channel.EMAIL, false);
            return true;
        });
        outbox().sendDue(posts());
        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(delivery(amara).state()).isEqualTo(State.WITHDRAWN);
        assertThat(as(noor, () -> stipple.the(Messages.class).toCall()))
                .anySatisfy(card -> assertThat(card.person().id()).isEqualTo(amara));
    }

    @Test
    void whereNothingIsSetUpItWaits() {
        PatientId amara = someone(noor, Channel.EMAIL);
        write(noor, amara, UUID.randomUUID());
        assertThat(outbox().sendDue()).isZero();
        assertThat(outbox().sendDue(List.of(sms.post()))).isZero();
        assertThat(delivery(amara).state()).isEqualTo(State.WAITING);
        assertThat(delivery(amara).attempts()).isEmpty();
        assertThat(stipple.the(Messages.class).notSetUp()).containsExactlyInAnyOrder(Channel.values());
        assertThat(outbox().sendDue(posts())).isEqualTo(1);
    }

    @Test
    void whatFailsIsTriedFiveTimesEverLaterAndThenSomebodyLooks() {
        PatientId amara = someone(noor, Channel.SMS);
        write(noor, amara, UUID.randomUUID());
        sms.answer.set(503);
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(outbox().sendDue(posts())).as("attempt %d", attempt).isEqualTo(1);
            assertThat(outbox().sendDue(posts())).as("at once after it").isZero();
            stipple.itIs("2026-11-20T%02d:00:00Z".formatted(9 + 2 * attempt));
        }
        assertThat(delivery(amara).state()).isEqualTo(State.DEAD);
        assertThat(delivery(amara).attempts())
                .hasSize(5)
                .allSatisfy(attempt -> assertThat(attempt.end().orElseThrow().why())
                        .isEqualTo("the gateway could not take it now (503)"));
        assertThat(sms.given.stream().map(Letters.Given::key).distinct()).hasSize(1);
        assertThat(as(noor, () -> stipple.the(Messages.class).givenUp()))
                .anySatisfy(card -> assertThat(card.person().id()).isEqualTo(amara));
        assertThat(as(noor, () -> stipple.the(Messages.class).toCall()))
                .anySatisfy(card -> assertThat(card.person().id()).isEqualTo(amara));

        sms.answer.set(200);
        UUID message = messageOf(noor, amara).id();
        as(noor, () -> {
            stipple.the(Messages.class).tryAgain(message);
            return true;
        });
        assertThat(outbox().sendDue(posts())).isEqualTo(1);
        assertThat(delivery(amara).state()).isEqualTo(State.SENT);
        assertThat(delivery(amara).attempts()).hasSize(6);
    }

    @Test
    void whatIsRefusedForGoodIsNotTriedAgain() throws Exception {
        PatientId bySms = someone(noor, Channel.SMS);
        write(noor, bySms, UUID.randomUUID());
        sms.answer.set(400);
        outbox().sendDue(posts());
        assertThat(delivery(bySms).state()).isEqualTo(State.DEAD);
        assertThat(delivery(bySms).attempts()).hasSize(1);

        PatientId byMail = someone(noor, Channel.EMAIL);
        write(noor, byMail, UUID.randomUUID());
        try (var server = new Refusing("550 5.1.1 <secret@example.org> unknown")) {
            outbox().sendDue(List.of(mailPost(server.port())));
        }
        assertThat(delivery(byMail).state()).isEqualTo(State.DEAD);
        assertThat(delivery(byMail).attempts().getFirst().end().orElseThrow().why())
                .isEqualTo("the mail server refused it (550)");
    }

    @Test
    void greylistingIsNoRefusal() throws Exception {
        PatientId amara = someone(noor, Channel.EMAIL);
        write(noor, amara, UUID.randomUUID());
        try (var server = new Refusing("451 4.7.1 come back later")) {
            outbox().sendDue(List.of(mailPost(server.port())));
        }
        assertThat(delivery(amara).state()).isEqualTo(State.WAITING);
        assertThat(delivery(amara).attempts().getFirst().end().orElseThrow().why())
                .isEqualTo("the mail server could not take it now (451)");
        stipple.itIs("2026-11-20T09:02:00Z");
        outbox().sendDue(posts());
        assertThat(delivery(amara).state()).isEqualTo(State.SENT);
    }

    @Test
    void aServerThatDoesNotAnswerTheLastWordLeavesTheOutcomeUnknown() throws Exception {
        PatientId amara = someone(noor, Channel.EMAIL);
        write(noor, amara, UUID.randomUUID());
        try (var server = new Refusing("")) {
            outbox().sendDue(List.of(mailPost(server.port())));
        }
        assertThat(delivery(amara).attempts().getFirst().end().orElseThrow())
                .satisfies(end -> assertThat(end.outcome()).isEqualTo("unknown"));
        assertThat(delivery(amara).state()).isEqualTo(State.WAITING);
    }

    @Test
    void mailGoesToNoServerThatDoesNotSpeakTlsWhereThatIsRequired() {
        PatientId amara = someone(noor, Channel.EMAIL);
        write(noor, amara, UUID.randomUUID());
        outbox().sendDue(List.of(new MailPost(
                new MessageSettings.Mail(
                        "127.0.0.1", mail.getSmtp().getPort(), true, Optional.empty(), "post@hillside.example"),
                Clock.systemUTC())));
        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(delivery(amara).state()).isEqualTo(State.WAITING);
    }

    /// The process ends between handing the letter over and writing down that it did.
    @Test
    void anAttemptThatWasCutOffIsSaidToBeUnknownAndMadeAgainUnderTheSameIdentifier() {
        PatientId amara = someone(noor, Channel.SMS);
        write(noor, amara, UUID.randomUUID());
        Post real = sms.post();
        Post cut = new Post() {
            @Override
            public Channel channel() {
                return Channel.SMS;
            }

            @Override
            public Posted post(Letter letter) {
                real.post(letter);
                throw new IllegalStateException("killed");
            }
        };
        assertThatThrownBy(() -> outbox().sendDue(List.of(cut))).hasMessage("killed");
        assertThat(delivery(amara).attempts().getFirst().end()).isEmpty();
        assertThat(outbox().sendDue(posts())).as("while the lease holds").isZero();

        stipple.itIs("2026-11-20T09:05:00Z");
        assertThat(outbox().sendDue(posts())).isEqualTo(1);
        assertThat(delivery(amara).attempts().getFirst().end().orElseThrow()).satisfies(end -> {
            assertThat(end.outcome()).isEqualTo("unknown");
            assertThat(end.why()).contains("not known");
        });
        assertThat(delivery(amara).state()).isEqualTo(State.SENT);
        assertThat(sms.given).hasSize(2);
        assertThat(sms.given.stream().map(Letters.Given::key).distinct()).hasSize(1);
    }

    @Test
    void aLetterThatKillsTheProgramEachTimeIsGivenUp() {
        PatientId amara = someone(noor, Channel.SMS);
        write(noor, amara, UUID.randomUUID());
        Post poison = new Post() {
            @Override
            public Channel channel() {
                return Channel.SMS;
            }

            @Override
            public Posted post(Letter letter) {
                throw new IllegalStateException("killed");
            }
        };
        for (int time = 1; time <= 5; time++) {
            assertThatThrownBy(() -> outbox().sendDue(List.of(poison))).hasMessage("killed");
            stipple.itIs("2026-11-20T1" + time + ":00:00Z");
        }
        assertThat(outbox().sendDue(List.of(poison))).isZero();
        assertThat(delivery(amara).state()).isEqualTo(State.DEAD);
        assertThat(delivery(amara).attempts()).hasSize(5);
    }

    @Test
    void eightWorkersAtOnceSendEachMessageOnce() throws Exception {
        var people = new ArrayList<PatientId>();
        for (int i = 0; i < 24; i++) {
            PatientId person = someone(noor, Channel.SMS);
            write(noor, person, UUID.randomUUID());
            people.add(person);
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 8; i++) {
                all.add(() -> outbox().sendDue(posts()));
            }
            int attempts = 0;
            for (var done : threads.invokeAll(all)) {
                attempts += done.get();
            }
            assertThat(attempts).isEqualTo(24);
        }
        assertThat(sms.given).hasSize(24);
        assertThat(sms.given.stream().map(Letters.Given::key).distinct()).hasSize(24);
        assertThat(people)
                .allSatisfy(person -> assertThat(delivery(person).state()).isEqualTo(State.SENT));
    }

    @Test
    void theWorkerWritesForEachClinicUnderItsOwnNameAndStandsInTheTrailOfThePerson() throws Exception {
        Actor other = stipple.clinic("Seaside", "ari-outbox-" + UUID.randomUUID());
        PatientId ours = someone(noor, Channel.EMAIL);
        PatientId theirs = someone(other, Channel.EMAIL);
        write(noor, ours, UUID.randomUUID());
        write(other, theirs, UUID.randomUUID());
        assertThat(outbox().sendDue(posts())).isEqualTo(2);
        var subjects = new ArrayList<String>();
        for (MimeMessage letter : mail.getReceivedMessages()) {
            subjects.add(letter.getSubject());
        }
        assertThat(subjects)
                .containsExactlyInAnyOrder(
                        "A message from Hillside / Un mensaje de Hillside",
                        "A message from Seaside / Un mensaje de Seaside");
        assertThat(as(noor, () -> stipple.the(AuditTrail.class).about(ours, 20)))
                .anySatisfy(entry -> {
                    assertThat(entry.who()).isEqualTo("Stipple, sending messages");
                    assertThat(entry.what()).isEqualTo("message sent by e-mail");
                });
        assertThat(as(noor, () -> stipple.the(AuditTrail.class).about(theirs, 20)))
                .isEmpty();
    }

    @Test
    void theWaitGrowsFourfoldAndDoesNotComeBackTogether() {
        assertThat(Backoff.after(1, 0.5)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Backoff.after(2, 0.5)).isEqualTo(Duration.ofMinutes(4));
        assertThat(Backoff.after(4, 0.5)).isEqualTo(Duration.ofMinutes(64));
        assertThat(Backoff.after(1, 0)).isEqualTo(Duration.ofSeconds(48));
        assertThat(Backoff.after(1, 1)).isEqualTo(Duration.ofSeconds(72));
    }

    /// A mail server that answers the recipient with one line, or that hangs up when it has the whole letter.
    private static final class Refusing implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

        Refusing(String answer) throws java.io.IOException {
            Thread.ofVirtual().start(() -> {
                try (var caller = socket.accept();
                        var in = new java.io.BufferedReader(new java.io.InputStreamReader(
                                caller.getInputStream(), java.nio.charset.StandardCharsets.US_ASCII));
                        var out = new java.io.PrintStream(
                                caller.getOutputStream(), true, java.nio.charset.StandardCharsets.US_ASCII)) {
                    out.print("220 here\r\n");
                    boolean letter = false;
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        if (letter) {
                            if (line.equals(".")) {
                                return;
                            }
                        } else if (line.startsWith("RCPT")) {
                            out.print((answer.isEmpty() ? "250 well" : answer) + "\r\n");
                        } else if (line.startsWith("DATA")) {
                            letter = true;
                            out.print("354 go on\r\n");
                        } else if (line.startsWith("QUIT")) {
                            out.print("221 bye\r\n");
                            return;
                        } else {
                            out.print("250 well\r\n");
                        }
                    }
                } catch (java.io.IOException closed) {
                    // The test is over.
                }
            });
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws java.io.IOException {
            socket.close();
        }
    }
}
