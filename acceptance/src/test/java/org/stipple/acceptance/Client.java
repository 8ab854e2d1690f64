package org.stipple.acceptance;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A program that fills in the pages' forms over HTTP: it keeps cookies, and sends the token that the last
/// page with a form carried. It follows no redirection.
final class Client implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(PATIENCE)
            .build();
    private final String address;
    private String token = "";

    Client(String address) {
        this.address = address;
    }

    HttpResponse<String> get(String path) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    /// Sends a form with the token of the last page.
    HttpResponse<String> post(String path, Map<String, String> form) throws IOException {
        var fields = new LinkedHashMap<>(form);
        fields.put("_csrf", token);
        return postAsIs(path, fields);
    }

    /// Sends a form as it is.
    HttpResponse<String> postAsIs(String path, Map<String, String> fields) throws IOException {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            Matcher found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Makes the clinic by its one-time link.
    HttpResponse<String> setUp(String link) throws IOException {
        String path = URI.create(link).getPath();
        get(path);
        return post(
                path,
                Map.of(
                        "clinic", TheClinic.NAME,
                        "jurisdiction", TheClinic.PLACE,
                        "zone", TheClinic.ZONE,
                        "person", TheClinic.CLINICIAN,
                        "username", TheClinic.USERNAME,
                        "password", TheClinic.PASSWORD));
    }

    /// @throws IOException also where it does not succeed
    Client signedIn(String username, String password) throws IOException {
        get("/sign-in");
        var answer = post("/sign-in", Map.of("username", username, "password", password));
        String next = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || next.contains("wrong")) {
            throw new IOException("not signed in: " + answer.statusCode() + " " + next);
        }
        return this;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
