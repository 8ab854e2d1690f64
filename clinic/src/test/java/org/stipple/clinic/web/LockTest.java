package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Role;

/// A sign-in that nobody uses ends, on the server, whatever the browser does.
class LockTest {

    @TempDir
    Path directory;

    private static int idle(Caller caller) throws Exception {
        var found = Pattern.compile("data-idle=\"(\\d+)\"")
                .matcher(caller.get("/unlocked").body());
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }

    @Test
    void staffIsCoveredAfterFifteenMinutesAndAnAdministratorAfterTen() throws Exception {
        try (var stipple = ClinicUnderTest.serving(directory)) {
            var noor = stipple.clinic("Hillside", "noor-idle");
            Acting.doing(
                    noor,
                    () -> stipple.the(Accounts.class)
                            .add(
                                    UUID.randomUUID(),
                                    "sam-idle",
                                    "Sam",
                                    ClinicUnderTest.PASSWORD,
                                    Set.of(Role.PRACTITIONER)));
            try (var admin = Caller.signedIn(stipple.port(), "noor-idle");
                    var sam = Caller.signedIn(stipple.port(), "sam-idle")) {
                assertThat(idle(admin)).isBetween(9 * 60, 10 * 60);
                assertThat(idle(sam)).isBetween(14 * 60, 15 * 60);
            }
        }
    }

    @Test
    void whoDoesNothingIsSignedOutAndWhoTypesIsNot() throws Exception {
        try (var stipple =
                ClinicUnderTest.serving(directory, "--server.port=0", "--stipple.sign-in.idle-administrator=2s")) {
            stipple.clinic("Hillside", "noor-asleep");
            try (var asleep = Caller.signedIn(stipple.port(), "noor-asleep");
                    var awake = Caller.signedIn(stipple.port(), "noor-asleep")) {
                for (int i = 0; i < 4; i++) {
                    Thread.sleep(900);
                    assertThat(awake.get("/awake").statusCode()).isEqualTo(204);
                }
                var answer = asleep.get("/people");
                assertThat(answer.statusCode()).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in?ended");
            }
        }
    }

    @Test
    void aPageThatCoversItselfEndsTheSignInAndForgetsNothing() throws Exception {
        try (var stipple = ClinicUnderTest.serving(directory)) {
            stipple.clinic("Hillside", "noor-cover");
            try (var caller = Caller.signedIn(stipple.port(), "noor-cover")) {
                var locked = caller.post("/lock", Map.of(), true, false);
                assertThat(locked.statusCode()).isEqualTo(204);
                assertThat(locked.headers().firstValue("Clear-Site-Data")).isEmpty();
                assertThat(caller.get("/people").statusCode()).isEqualTo(302);
            }
        }
    }
}
