package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Consents;

/// The page of a session that runs keeps what is typed, and says at once when consent is gone.
class RoomPageTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Belongings clinic;
    static Caller caller;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        clinic = Belongings.of(stipple, "Bergfink", "everybody-room");
        caller = Caller.signedIn(stipple.port(), "everybody-room");
    }

    @AfterAll
    static void stop() {
        caller.close();
        stipple.close();
    }

    private static String room() {
        return "/people/" + clinic.the("id") + "/sessions/" + clinic.the("session");
    }

    @Test
    void aWrongPasswordAtTheEndKeepsTheNote() throws Exception {
        String note = "Right cheek left out, she felt faint and wished to stop.";
        var refused = caller.post(
                room() + "/close",
                Map.of("key", UUID.randomUUID().toString(), "note", note, "password", "not the password"),
                true,
                false);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(">" + note + "</textarea>");
    }

    @Test
    void consentThatIsWithdrawnMeanwhileIsSaidInTheRoom() throws Exception {
        assertThat(caller.get(room()).body()).doesNotContain("Consent was withdrawn");
        Acting.doing(clinic.everybody(), () -> {
            var consents = stipple.the(Consents.class);
            var person = new PatientId(UUID.fromString(clinic.the("id")));
            consents.of(person).forEach(consent -> consents.withdraw(person, consent.id()));
        });
        assertThat(caller.get(room()).body())
                .containsPattern("Consent was withdrawn at .{10,30}: stop. What is charted from now on says so");
    }
}
