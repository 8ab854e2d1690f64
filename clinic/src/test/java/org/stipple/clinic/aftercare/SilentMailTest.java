package org.stipple.clinic.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.messages.Channel;
import org.stipple.clinic.treatment.Begun;

/// A mail server that takes the connection and then says nothing holds up no clock.
class SilentMailTest {

    private static final Instant NIGHT = Instant.parse("2026-11-21T22:00:00Z");

    /// Less than one attempt waits for: ten seconds.
    private static final Duration SOON = Duration.ofSeconds(8);

    @TempDir
    static Path directory;

    /// Nobody accepts here: the system does, and no byte ever comes.
    @Test
    void theStepsGoOnInTimeWhileSeveralAlertsWaitForAMailServerThatSaysNothing() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    directory.resolve("messages.properties"),
                    "smtp.host=127.0.0.1\nsmtp.port=" + silent.getLocalPort()
                            + "\nsmtp.from=clinic@hillside.example\nsmtp.starttls=off\n");
            try (var stipple = ClinicUnderTest.serving(
                    directory,
                    "--server.port=0",
                    "--stipple.messages.every=0s",
                    "--stipple.concerns.every=200ms",
                    "--stipple.base-url=https://clinic.example")) {
                goOn(stipple);
            }
        }
    }

    private static void goOn(ClinicUnderTest stipple) throws Exception {
        Actor noor = stipple.clinic(
                "Hillside",
                "noor-silent",
                Set.of(
                        Role.PRACTITIONER,
                        Role.SUPERVISING_CLINICIAN,
                        Role.PRIVACY_AND_SAFETY_LEAD,
                        Role.ADMINISTRATOR));
        Begun begun = Acting.as(noor, () -> Begun.of(stipple, "SILENT1"));
        Acting.doing(noor, () -> stipple.the(Alerts.class).reachMe(Channel.EMAIL, "noor@staff.example"));
        stipple.itIs(NIGHT.toString());
        List<DiaryQuestion> questions = List.of(DiaryQuestion.FEVER, DiaryQuestion.FEVER, DiaryQuestion.FEVER);
        for (DiaryQuestion question : questions) {
            Acting.doing(
                    noor,
                    () -> stipple.the(Diary.class)
                            .answer(begun.person(), begun.session().id(), UUID.randomUUID(), question, "yes", ""));
        }
        within(SOON, stipple, noor, begun, 1);
        // Each alert has a server before it that says nothing for ten seconds.
        Thread.sleep(1000);
        stipple.itIs(NIGHT.plus(Duration.ofMinutes(15)).toString());
        within(SOON, stipple, noor, begun, 2);
        stipple.itIs(NIGHT.plus(Duration.ofMinutes(60)).toString());
        within(SOON, stipple, noor, begun, 3);
    }

    private static void within(Duration time, ClinicUnderTest stipple, Actor noor, Begun begun, int steps)
            throws Exception {
        long end = System.nanoTime() + time.toNanos();
        while (true) {
            List<Concern> all =
                    Acting.as(noor, () -> stipple.the(Concerns.class).of(begun.person()));
            if (all.stream().allMatch(one -> one.steps().size() >= steps) || System.nanoTime() > end) {
                assertThat(all)
                        .hasSize(3)
                        .allSatisfy(one -> assertThat(one.steps()).hasSize(steps));
                return;
            }
            Thread.sleep(50);
        }
    }
}
