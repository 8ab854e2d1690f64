package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.clinic.treatment.Endpoint;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.Why;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

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
                Map.of(
                        "key",
                        UUID.randomUUID().toString(),
                        "onTopOf",
                        shown(),
                        "note",
                        note,
                        "password",
                        "not the password"),
                true,
                false);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(">" + note + "</textarea>");
    }

    @Test
    void whatTheDeviceCannotReachIsRefusedAndOverNoLimit() throws Exception {
        var refused = caller.post(
                room() + "/zones",
                Map.of(
                        "key", UUID.randomUUID().toString(),
                        "zone", "cheek-left",
                        "onTopOf", "1",
                        "depthMm", "2.6",
                        "passes", "3",
                        "directions", "4",
                        "endpoint", "erythema"),
                true,
                false);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Depth was 2.6 mm, and this device reaches 2.5 mm at most",
                        "id=\"over-cheek-left\" data-over role=\"status\" hidden")
                .doesNotContain("Depth the depth");
    }

    private static HttpResponse<String> nose(String onTopOf, String why, String depth) throws Exception {
        return caller.post(
                room() + "/zones",
                Map.of(
                        "key", UUID.randomUUID().toString(),
                        "zone", "nose",
                        "onTopOf", onTopOf,
                        "depthMm", depth,
                        "passes", "2",
                        "directions", "2",
                        "endpoint", "erythema",
                        "why", why,
                        "reason", "The person asked for it in the room."),
                true,
                false);
    }

    @Test
    void aZoneOutsideTheCourseIsChosenAndThenAmendedAndTakenBackAsAnyOther() throws Exception {
        assertThat(caller.get(room()).body())
                .contains("Chart a zone that is not in the course", "<option value=\"nose\">nose</option>")
                .doesNotContain("id=\"zone-nose\"", "z-is-done z-nose", "<option value=\"cheek-left\"");
        var refused = nose("0", "", "0.5");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("<option value=\"nose\" selected>nose</option>", "Why: choose why it was done");
        assertThat(nose("0", "other", "0.5").statusCode()).isEqualTo(303);
        var charted = caller.get(room()).body();
        assertThat(charted)
                .contains("id=\"zone-nose\"", "z-is-done z-nose", "Amend nose", "nose was not treated")
                .doesNotContain("<option value=\"nose\"");
        var last = Pattern.compile("value=\"nose\"><input type=\"hidden\" name=\"onTopOf\" value=\"(\\d+)\"")
                .matcher(charted);
        assertThat(last.find()).isTrue();
        assertThat(nose(last.group(1), "entry", "0.25").statusCode()).isEqualTo(303);
        assertThat(caller.get(room()).body()).contains("<b>nose</b> 0.25 mm, 2 passes in 2 directions");
    }

    /// What the form that closes the session says was shown.
    private static String shown() throws Exception {
        var found = Pattern.compile("/close\"(?s:.*?)name=\"onTopOf\" value=\"(\\d+)\"")
                .matcher(caller.get(room()).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void whoeverClosesSignsWhatWasShownAndNothingThatWasChartedSince() throws Exception {
        String shown = shown();
        stipple.itIs("2026-11-20T09:05:00Z");
        Acting.doing(
                clinic.everybody(),
                () -> stipple.the(Sessions.class)
                        .chart(
                                new PatientId(UUID.fromString(clinic.the("id"))),
                                UUID.fromString(clinic.the("session")),
                                ZoneId.FOREHEAD,
                                new Done(
                                        Depth.ofMillimetres("0.5"),
                                        3,
                                        3,
                                        Optional.empty(),
                                        Endpoint.ERYTHEMA,
                                        Optional.empty(),
                                        Optional.of(Why.OTHER),
                                        Optional.of("The person asked for it in the room."))));
        String note = "All calm, and cooled for ten minutes.";
        var refused = caller.post(
                room() + "/close",
                Map.of(
                        "key",
                        UUID.randomUUID().toString(),
                        "onTopOf",
                        shown,
                        "note",
                        note,
                        "password",
                        ClinicUnderTest.PASSWORD),
                true,
                false);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("more was charted meanwhile", "forehead, 20 Nov", ">" + note + "</textarea>")
                .contains("0.5 mm, 3 passes in 3 directions");
        assertThat(caller.get(room()).body()).contains("Close and sign");
        assertThat(Integer.parseInt(shown())).isEqualTo(Integer.parseInt(shown) + 1);
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
                .contains("<body data-account=\"" + clinic.everybody().account().value() + "\"")
                .contains("data-keep=\"zone-" + clinic.the("session") + "-cheek-left\"")
                .contains("data-keep=\"close-" + clinic.the("session") + "\"");
        assertThat(body.split("data-kept hidden", -1).length)
                .as("each form says that what was typed was brought back")
                .isEqualTo(body.split("data-keep=", -1).length);
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
