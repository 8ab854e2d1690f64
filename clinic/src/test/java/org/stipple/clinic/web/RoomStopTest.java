package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.planning.Intakes;

/// What arises while a session is open stands in red at the head of its room.
class RoomStopTest {

    @TempDir
    Path directory;

    @Test
    void newerAnswersThatForbidItSayStopAndAskForANoteAtTheEnd() throws Exception {
        try (var stipple = ClinicUnderTest.serving(directory)) {
            var clinic = Belongings.of(stipple, "Bergfink", "everybody-stop");
            try (var caller = Caller.signedIn(stipple.port(), "everybody-stop")) {
                String room = "/people/" + clinic.the("id") + "/sessions/" + clinic.the("session");
                assertThat(caller.get(room).body()).doesNotContain("stop-head");
                Acting.doing(
                        clinic.everybody(),
                        () -> stipple.the(Intakes.class)
                                .save(
                                        new PatientId(UUID.fromString(clinic.the("id"))),
                                        1,
                                        Someone.withAcneScarsOnTheCheeks()
                                                .with("facts", Someone.answering("pregnant", true))));
                assertThat(caller.get(room).body())
                        .contains("Stop: this arose after the session began", "No: Pregnancy", "goes to the reviews");
                var refused = caller.post(
                        room + "/close",
                        Map.of(
                                "key",
                                UUID.randomUUID().toString(),
                                "onTopOf",
                                "1",
                                "note",
                                "all is well",
                                "password",
                                ClinicUnderTest.PASSWORD),
                        true,
                        false);
                assertThat(refused.statusCode()).isEqualTo(422);
                assertThat(refused.body())
                        .contains("After the session began this arose", ">all is well</textarea>", "note-error");
            }
        }
    }
}
