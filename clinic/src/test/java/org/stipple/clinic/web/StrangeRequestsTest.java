package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stipple.clinic.ClinicUnderTest;

/// What nobody would send by a form gets a true answer, and changes nothing.
class StrangeRequestsTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Caller caller;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        stipple.clinic("Hillside", "noor-strange");
        caller = Caller.signedIn(stipple.port(), "noor-strange");
    }

    @AfterAll
    static void stop() {
        caller.close();
        stipple.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/people/0/zzz",
                "/people/7a5c2f8e-0000-4000-8000-000000000000/zzz",
                "/people/7a5c2f8e-0000-4000-8000-000000000000"
            })
    void anAddressThatLeadsNowhereIsNotFound(String address) throws Exception {
        var answer = caller.get(address);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is nothing here").doesNotContain("mistake");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/people", "/static/js/stipple.js"})
    void aQueryThatCannotBeDecodedIsTheCallersMistakeAndNotTheServers(String path) throws Exception {
        for (String query : List.of("%zz", "%ff", "%")) {
            // A client of good manners would not send it.
            var answer = raw(path + "?x=" + query);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("This could not be read");
        }
    }

    private static String raw(String target) throws Exception {
        try (var socket = new Socket("127.0.0.1", stipple.port())) {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + stipple.port() + "\r\nCookie: "
                                    + caller.cookies() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void nobodyGoesToThePageOfFailuresThemselves() throws Exception {
        assertThat(caller.get("/error").statusCode()).isEqualTo(404);
    }

    @Test
    void aCharacterThatCannotBeKeptIsNamedForWhatItIs() throws Exception {
        var answer = register("Ama\0ra");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("a character that cannot be kept").doesNotContain("Somebody else");
        assertThat(caller.get("/people?q=%00").statusCode()).isEqualTo(422);
    }

    @Test
    void aNameIsNoLongerThanANameAndAFieldNoLongerThanAPage() throws Exception {
        var name = register("a".repeat(500));
        assertThat(name.statusCode()).isEqualTo(422);
        assertThat(name.body()).contains("had 500 characters, expected at most 100");
        var field = register("a".repeat(30_000));
        assertThat(field.statusCode()).isEqualTo(422);
        assertThat(field.body()).contains("had 30000 characters, expected at most 20000");
    }

    private static java.net.http.HttpResponse<String> register(String given) throws Exception {
        var form = new LinkedHashMap<>(
                Map.of("givenName", given, "familyName", "Okafor", "birthDate", "1992-02-11", "sex", "female"));
        form.put("key", UUID.randomUUID().toString());
        return caller.post("/people", form, true, false);
    }
}
