package org.stipple.bench.clinic;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/// Somebody signed in who opens pages, one after the other.
final class Visitor implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String address;

    private Visitor(String address) {
        this.address = address;
    }

    /// A page that came.
    ///
    /// @param took from the request to the last byte
    /// @param bytes over the wire, compressed where the server compresses
    record Opened(int status, Duration took, int bytes, byte[] body) {}

    static Visitor signedIn(String address, String username, String password) {
        var visitor = new Visitor(address);
        var token = TOKEN.matcher(visitor.text("/sign-in"));
        if (!token.find()) {
            throw new IllegalStateException("the sign-in page has no token");
        }
        var form = "username=" + encoded(username) + "&password=" + encoded(password) + "&_csrf="
                + encoded(token.group(1));
        var answer = visitor.send(HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.statusCode() != 302 && answer.statusCode() != 303) {
            throw new IllegalStateException(username + " was not signed in: " + answer.statusCode());
        }
        return visitor;
    }

    Opened open(String path) {
        long begun = System.nanoTime();
        var answer = send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept-Encoding", "gzip")
                .GET());
        var took = Duration.ofNanos(System.nanoTime() - begun);
        return new Opened(answer.statusCode(), took, answer.body().length, answer.body());
    }

    private String text(String path) {
        return new String(
                send(HttpRequest.newBuilder(URI.create(address + path)).GET()).body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
