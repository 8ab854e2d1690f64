package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
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
    void whatWasNotTreatedIsChosenAndNotChartedAsADepthOfNothing() throws Exception {
        var charted = caller.post(
                room() + "/zones",
                Map.of(
                        "key", UUID.randomUUID().toString(),
                        "zone", "cheek-right",
                        "onTopOf", "0",
                        "depthMm", "0",
                        "passes", "3",
                        "directions", "4",
                        "endpoint", "erythema",
                        "reason", "left it out today"),
                true,
                false);
        assertThat(charted.statusCode()).isEqualTo(422);
        assertThat(charted.body())
                .contains(
                        "Depth was 0 mm, expected 0.05 mm to 2.5 mm",
                        "a zone that was not needled is not charted: choose")
                .doesNotContain("Exception", "technique");
        var none = caller.post(
                room() + "/left-out",
                Map.of("key", UUID.randomUUID().toString(), "zone", "cheek-right", "onTopOf", "0", "reason", "x"),
                true,
                false);
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Why it was not treated: say why", ">x</textarea>");
        var said = caller.post(
                room() + "/left-out",
                Map.of(
                        "key", UUID.randomUUID().toString(),
                        "zone", "cheek-right",
                        "onTopOf", "0",
                        "reason", "a cold sore, seen today"),
                true,
                false);
        assertThat(said.statusCode()).isEqualTo(303);
        assertThat(caller.get(room()).body())
                .containsPattern("Right cheek: .{10,60}: not treated, because .{1,9}a cold sore, seen today");
    }

    private static HttpResponse<String> timed(String typed) throws Exception {
        return caller.post(
                room() + "/zones",
                Map.of(
                        "key", UUID.randomUUID().toString(),
                        "zone", "chin",
                        "onTopOf", "0",
                        "depthMm", "0.5",
                        "passes", "3",
                        "directions", "3",
                        "endpoint", "erythema",
                        "why", "other",
                        "reason", "the person asked for it in the room",
                        "onSkin", typed),
                true,
                false);
    }

    @Test
    void aTimeThatCannotBeReadIsRefusedAtItsFieldAndStaysThere() throws Exception {
        for (String typed : List.of("2:5", "soon", "0", "0:00", "-30", "1:75", "180:01", "10801", "1:00:00", "1.5")) {
            var refused = timed(typed);
            assertThat(refused.statusCode()).as(typed).isEqualTo(422);
        }
        var left = caller.post(
                room() + "/zones",
                Map.of(
                        "key", UUID.randomUUID().toString(),
                        "zone", "cheek-left",
                        "onTopOf", "1",
                        "depthMm", "0.5",
                        "passes", "3",
                        "directions", "3",
                        "endpoint", "erythema",
                        "onSkin", "2:5"),
                true,
                false);
        assertThat(left.body())
                .containsPattern("Time on the skin was .{1,9}2:5.{1,9}, expected minutes and seconds such as 1:25")
                .contains("name=\"onSkin\" type=\"text\" value=\"2:5\"");
    }

    @Test
    void theTimeOnTheSkinStandsInWhatWasCharted() throws Exception {
        assertThat(caller.get(room()).body())
                .containsPattern("Planned \\d+:\\d\\d, from \\d+:\\d\\d to \\d+:\\d\\d with a quicker or slower hand")
                .doesNotContain("on the skin;");
        assertThat(timed("95").statusCode()).isEqualTo(303);
        assertThat(caller.get(room()).body())
                .contains("<b>chin</b> 0.5 mm, 3 passes in 3 directions, 1:35 on the skin;");
    }

    @Test
    void whatIsTakenBackAsNotTreatedIsStruckThrough() throws Exception {
        String stands = "<li class=\"\"><b>left cheek</b>";
        assertThat(caller.get(room()).body()).contains(stands);
        var said = caller.post(
                room() + "/left-out",
                Map.of(
                        "key", UUID.randomUUID().toString(),
                        "zone", "cheek-left",
                        "onTopOf", "1",
                        "why", "entry",
                        "reason", "it was the other cheek"),
                true,
                false);
        assertThat(said.statusCode()).isEqualTo(303);
        assertThat(caller.get(room()).body())
                .doesNotContain(stands)
                .contains("<li class=\"amended\"><b>left cheek</b>");
    }

    /// The script in the page brings back what was typed when the sign-in had ended, to whoever typed it and to
    /// nobody else.
    @Test
    void whatIsTypedIsKeptForTheAccountThatTypedItAlone() throws Exception {
        String body = caller.get(room()).body();
        assertThat(body)
                .contains("<body data-account=\"" + clinic.everybody().account().value() + "\">")
                .contains("data-keep=\"zone-" + clinic.the("session") + "-cheek-left\"")
                .contains("data-keep=\"close-" + clinic.the("session") + "\"");
        try (var nobody = Caller.nobody(stipple.port())) {
            assertThat(nobody.get("/sign-in").body()).doesNotContain("data-account");
        }
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
