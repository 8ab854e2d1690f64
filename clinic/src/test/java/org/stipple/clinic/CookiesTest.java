package org.stipple.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where people come by HTTPS, the cookie of a sign-in never goes without it: also where a proxy speaks TLS.
class CookiesTest {

    private static ServeSettings settings(Optional<URI> baseUrl, boolean trustedProxy) {
        return new ServeSettings(
                "127.0.0.1",
                0,
                false,
                Path.of("."),
                baseUrl,
                Optional.empty(),
                Optional.empty(),
                trustedProxy,
                Duration.ofHours(ServeSettings.USUAL_SIGN_IN_HOURS),
                Optional.empty(),
                Optional.empty());
    }

    private static List<String> cookies(Path directory, ServeSettings settings, String... headers) throws Exception {
        var words = ClinicApplication.words(settings).toArray(String[]::new);
        try (var stipple = ClinicUnderTest.serving(directory, words);
                var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stipple.port() + "/sign-in"));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .allValues("Set-Cookie");
        }
    }

    @Test
    void behindAProxyThatSpeaksTls(@TempDir Path directory) throws Exception {
        var settings = settings(Optional.of(URI.create("https://clinic.example")), true);
        assertThat(cookies(directory, settings, "X-Forwarded-Proto", "https", "X-Forwarded-Host", "clinic.example"))
                .singleElement()
                .asString()
                .startsWith("__Host-stipple=")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }

    /// The proxy may forget to say how it was asked; the address that people type is known all the same.
    @Test
    void whateverTheProxySays(@TempDir Path directory) throws Exception {
        var settings = settings(Optional.of(URI.create("https://clinic.example")), false);
        assertThat(cookies(directory, settings)).singleElement().asString().contains("Secure");
    }

    @Test
    void onThisMachineAloneItWorksWithoutTls(@TempDir Path directory) throws Exception {
        assertThat(cookies(directory, settings(Optional.empty(), false)))
                .singleElement()
                .asString()
                .startsWith("stipple=")
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
    }
}
