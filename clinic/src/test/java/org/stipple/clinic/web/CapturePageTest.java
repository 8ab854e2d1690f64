package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Sha256;

/// The page on which photos are taken, as a browser without a camera gets it, and the doors behind it.
class CapturePageTest {

    private static final byte[] SKIN = Belongings.skin();

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Belongings clinic;
    static Caller caller;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        clinic = Belongings.of(stipple, "Eisvogel", "everybody-capture");
        caller = Caller.signedIn(stipple.port(), "everybody-capture");
    }

    @AfterAll
    static void stop() {
        caller.close();
        stipple.close();
    }

    private static String photos() {
        return "/people/" + clinic.the("id") + "/photos";
    }

    private static List<String> all(String pattern, String html) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElse("");
    }

    @Test
    void theViewsOfAFaceStandInTheirOrderEachWithAFormForAFile() throws Exception {
        String page = caller.get(photos() + "/capture").body();
        assertThat(all("data-step data-view=\"([a-z0-9-]+)\"", page))
                .containsExactly("frontal", "left-45", "left-90", "right-45", "right-90", "patch");
        assertThat(all("(capture=\"environment\")", page)).hasSize(6);
        assertThat(all("name=\"view\" value=\"([a-z0-9-]+)\"", page)).hasSize(6);
        assertThat(page).contains("data-stage", "hidden", " of 6 views have a photo");
    }

    @Test
    void onlyThePageOfTheGuideMayRunWebAssemblyAndNoneMayMakeAProgramOfText() throws Exception {
        boolean guide = new ClassPathResource("static/guide/0.4.1633559619/face_mesh.js").exists();
        var answer = caller.get(photos() + "/capture");
        assertThat(policy(answer).contains("'wasm-unsafe-eval'")).isEqualTo(guide);
        assertThat(policy(answer))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("'unsafe-eval'", "'unsafe-inline'", "blob:", "http");
        assertThat(answer.body())
                .contains(guide ? "loads after the camera is open" : "The guide by landmarks of the face is off");
        for (String other : List.of(
                "/people",
                "/people/" + clinic.the("id"),
                photos(),
                "/people/" + clinic.the("id") + "/sessions/" + clinic.the("session"))) {
            assertThat(policy(caller.get(other))).as(other).isNotEmpty().doesNotContain("unsafe");
        }
    }

    @Test
    void aFileOfAViewIsStoredForItsSessionAndItsMomentAndItsAnswerStandsThere() throws Exception {
        var form = new LinkedHashMap<>(Map.of(
                "key", UUID.randomUUID().toString(), "view", "left-45", "takenOn", "2026-11-20", "moment", "after"));
        form.put("session", clinic.the("session"));
        var answer = caller.upload(photos() + "/capture", form, SKIN);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith("?session=" + clinic.the("session") + "&moment=after#view-left-45");
        String page = caller.get(photos() + "/capture?session=" + clinic.the("session") + "&moment=after")
                .body();
        assertThat(page)
                .contains("Right after session 1", "No colour card and no tag found")
                .contains("width of the skin 600 px, at least 900 px is needed");
        String before = caller.get(photos() + "/capture?session=" + clinic.the("session") + "&moment=before")
                .body();
        assertThat(before).contains("Compared with <a", "0 of 6 views have a photo");
        assertThat(caller.get(photos()).body()).contains("Misses: width of the skin 600 px");
        assertThat(caller.get("/people/" + clinic.the("id")).body())
                .contains("Photo: left, half turned", "right after the needle");
    }

    private static Map<String, List<String>> told(UUID upload, byte[] file, String view) {
        return Map.of(
                "_csrf", List.of(caller.token()),
                "upload", List.of(upload.toString()),
                "view", List.of(view),
                "moment", List.of("visit"),
                "takenOn", List.of("2026-11-20"),
                "bytes", List.of(Integer.toString(file.length)),
                "sha256", List.of(Sha256.hex(file)),
                "seen", List.of("Sharp: 0.91, at least 0.72", "Pose: 3° off, at most 15°"),
                "though", List.of());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void aPhotoComesInPartsAndGoesOnWhereACutConnectionEnded() throws Exception {
        var upload = UUID.randomUUID();
        String door = photos() + "/uploads";
        int half = SKIN.length / 2;
        assertThat(header(caller.send(door, told(upload, SKIN, "right-90")), "Upload-Offset"))
                .isEqualTo("0");
        assertThat(header(
                        caller.part(door + "/" + upload + "/part?at=0", java.util.Arrays.copyOf(SKIN, half)),
                        "Upload-Offset"))
                .isEqualTo(Integer.toString(half));
        cutOff(door + "/" + upload + "/part?at=" + half);
        var progress = caller.get(door + "/" + upload);
        assertThat(header(progress, "Upload-Offset")).isEqualTo(Integer.toString(half));
        assertThat(header(progress, "Upload-State")).isEqualTo("coming");
        byte[] rest = java.util.Arrays.copyOfRange(SKIN, half, SKIN.length);
        assertThat(caller.part(door + "/" + upload + "/part?at=" + half, rest).statusCode())
                .isEqualTo(200);
        var whole = caller.send(door + "/" + upload + "/whole", told(upload, SKIN, "right-90"));
        assertThat(header(whole, "Upload-State")).isEqualTo("stored");
        assertThat(whole.body()).contains("shot-answer", "No colour card and no tag found");
        var again = caller.send(door + "/" + upload + "/whole", told(upload, SKIN, "right-90"));
        assertThat(again.body()).isEqualTo(whole.body());
        assertThat(caller.send(door + "/" + upload + "/whole", told(upload, SKIN, "left-90"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(caller.get(photos() + "/" + upload).statusCode()).isEqualTo(200);
    }

    /// Promises a part and hangs up after a few bytes of it.
    private static void cutOff(String path) throws IOException {
        try (var line = new Socket("127.0.0.1", stipple.port())) {
            String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + caller.cookies()
                    + "\r\nX-CSRF-TOKEN: " + caller.token()
                    + "\r\nContent-Type: application/octet-stream\r\nContent-Length: 50000\r\n\r\n";
            line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            line.getOutputStream().write(new byte[1000]);
            line.getOutputStream().flush();
        }
    }

    @Test
    void aPartWithoutTheTokenOrTooLargeIsNotTaken() throws Exception {
        var upload = UUID.randomUUID();
        String door = photos() + "/uploads";
        caller.send(door, told(upload, SKIN, "patch"));
        assertThat(caller.part(door + "/" + upload + "/part?at=0", new byte[2_000_001])
                        .statusCode())
                .isEqualTo(422);
        assertThat(caller.post(door + "/" + upload + "/part?at=0", Map.of(), false, false)
                        .statusCode())
                .isEqualTo(403);
        assertThat(header(caller.get(door + "/" + upload), "Upload-Offset")).isEqualTo("0");
    }

    @Test
    void aMomentThatIsNoneIsRefusedInWords() throws Exception {
        assertThat(caller.get(photos() + "/capture?session=" + clinic.the("session") + "&moment=teatime")
                        .body())
                .contains(" was teatime, expected before, after or visit.");
    }

    @Test
    void theKeyOfABrowserIsThatOfItsAccount() throws Exception {
        String key = caller.get("/photos/key").body();
        assertThat(java.util.Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(caller.get("/photos/key").body()).isEqualTo(key);
    }
}
