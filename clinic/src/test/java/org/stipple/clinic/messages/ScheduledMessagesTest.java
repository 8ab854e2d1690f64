package org.stipple.clinic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.messages.Message.Cause;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.clinic.patient.Patients;
import org.stipple.quantities.Sex;

/// Messages that are written today and sent later, or taken back before.
class ScheduledMessagesTest {

    private static final Instant DUE = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant OVER = Instant.parse("2026-11-26T09:00:00Z");

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Letters sms;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(
                directory,
                "--server.port=0",
                "--stipple.messages.every=0s",
                "--stipple.base-url=https://clinic.example");
        noor = stipple.clinic("Hillside", "noor-scheduled");
        sms = Letters.open();
    }

    @AfterAll
    static void stop() {
        sms.close();
        stipple.close();
    }

    @BeforeEach
    void itIsMorning() {
        stipple.itIs("2026-12-20T09:00:00Z");
        sendDue();
        stipple.itIs("2026-11-20T09:00:00Z");
        sms.answer.set(202);
        sms.given.clear();
    }

    private static int sendDue() {
        return stipple.the(Outbox.class).sendDue(List.of(sms.post()));
    }

    private static <T> T as(Supplier<T> work) {
        try {
            return Acting.as(
                    noor,
                    () -> Objects.requireNonNull(
                            stipple.the(TransactionTemplate.class).execute(_ -> work.get())));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PatientId someone(boolean reachable) {
        return as(() -> {
            var id = new PatientId(UUID.randomUUID());
            stipple.the(Patients.class)
                    .register(
                            id,
                            new PatientDetails(
                                    "Amara",
                                    "Okafor",
                                    LocalDate.of(1992, 2, 11),
                                    Sex.FEMALE,
                                    Optional.of("+4930" + (100_000 + Math.abs(id.hashCode() % 900_000))),
                                    Optional.empty()));
            if (reachable) {
                stipple.the(Contacts.class).note(id, Channel.SMS, true);
            }
            return id;
        });
    }

    private static UUID schedule(PatientId person) {
        var about = UUID.randomUUID();
        as(() -> stipple.the(Messages.class)
                .schedule(person, Cause.APPOINTMENT, about, "You have an appointment.", DUE, OVER));
        return about;
    }

    private static Message messageOf(PatientId person) {
        return as(() -> {
            stipple.the(Patients.class).read(person, "test");
            return stipple.the(Messages.class).of(person).getFirst();
        });
    }

    private static void takeBack(PatientId person, UUID about) {
        as(() -> {
            stipple.the(Messages.class).takeBack(person, about);
            return true;
        });
    }

    private static boolean isToCall(PatientId person) {
        return as(() -> stipple.the(Messages.class).toCall()).stream()
                .anyMatch(card -> card.person().id().equals(person));
    }

    @Test
    void isSentWhenItIsDueAndNotASecondBefore() {
        PatientId amara = someone(true);
        schedule(amara);
        stipple.itIs("2026-11-23T08:59:59Z");
        assertThat(sendDue()).isZero();
        assertThat(as(() -> stipple.the(Messages.class).waiting())).isEmpty();
        stipple.itIs("2026-11-23T09:00:00Z");
        assertThat(sendDue()).isEqualTo(1);
        assertThat(messageOf(amara).standing()).isEqualTo(Message.Standing.SENT);
        assertThat(isToCall(amara)).as("no answer is wanted").isFalse();
    }

    @Test
    void whatIsTakenBackIsNotSentAndItsLinkSaysSo() {
        PatientId amara = someone(true);
        UUID about = schedule(amara);
        takeBack(amara, about);
        stipple.itIs("2026-11-23T09:00:00Z");
        assertThat(sendDue()).isZero();
        assertThat(messageOf(amara).standing()).isEqualTo(Message.Standing.OVER);
        var opened = stipple.the(Following.class)
                .open(stipple.the(Links.class).token(messageOf(amara).id()))
                .orElseThrow();
        assertThat(opened.words()).isEmpty();
    }

    @Test
    void whatWasSentAndTakenBackTellsNoOldTime() {
        PatientId amara = someone(true);
        UUID about = schedule(amara);
        stipple.itIs("2026-11-23T09:00:00Z");
        sendDue();
        String token = stipple.the(Links.class).token(messageOf(amara).id());
        assertThat(stipple.the(Following.class).open(token).orElseThrow().words())
                .isPresent();
        takeBack(amara, about);
        assertThat(stipple.the(Following.class).open(token).orElseThrow().words())
                .isEmpty();
        assertThat(stipple.the(Following.class)
                        .about(token, java.util.Set.of(Cause.APPOINTMENT), message -> Optional.of(message.id())))
                .isEmpty();
    }

    /// It was claimed a moment before: it may go out, and is not tried again.
    @Test
    void whatIsTakenBackWhileItIsOnItsWayIsNotTriedAgain() {
        PatientId amara = someone(true);
        UUID about = schedule(amara);
        stipple.itIs("2026-11-23T09:00:00Z");
        Post real = sms.post();
        sms.answer.set(503);
        Post meanwhile = new Post() {
            @Override
            public Channel channel() {
                return Channel.SMS;
            }

            @Override
            public Posted post(Letter letter) {
                takeBack(amara, about);
                return real.post(letter);
            }
        };
        assertThat(stipple.the(Outbox.class).sendDue(List.of(meanwhile))).isEqualTo(1);
        sms.answer.set(202);
        stipple.itIs("2026-11-23T12:00:00Z");
        assertThat(sendDue()).isZero();
        assertThat(messageOf(amara).deliveries().getFirst().state()).isEqualTo(Delivery.State.OVER);
    }

    @Test
    void whatCouldNotBeSentInTimeIsNotSentAfterwards() {
        PatientId amara = someone(true);
        schedule(amara);
        stipple.itIs("2026-11-26T09:00:00Z");
        assertThat(sendDue()).isZero();
        assertThat(messageOf(amara).deliveries().getFirst().state()).isEqualTo(Delivery.State.OVER);
        assertThat(isToCall(amara)).isFalse();
    }

    @Test
    void whoHasNoChannelIsCalledFromWhenItIsDueUntilItIsOfNoUse() {
        PatientId amara = someone(false);
        schedule(amara);
        assertThat(isToCall(amara)).isFalse();
        stipple.itIs("2026-11-23T09:00:00Z");
        assertThat(isToCall(amara)).isTrue();
        stipple.itIs("2026-11-26T09:00:00Z");
        assertThat(isToCall(amara)).isFalse();
    }
}
