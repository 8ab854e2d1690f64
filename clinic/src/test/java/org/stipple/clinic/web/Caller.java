package org.stipple.clinic.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stipple.clinic.ClinicUnderTest;

/// Somebody who calls the pages by HTTP, signed in or not. It follows no redirection.
final class Caller implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----stipple-under-test";

    private final CookieManager jar = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(jar).build();
    private final String address;
    private String token = "";

    private Caller(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /// Not signed in, but with a token: it has seen the sign-in page.
    static Caller nobody(int port) throws Exception {
        var caller = new Caller(port);
        caller.seeToken(caller.get("/sign-in"));
        return caller;
    }

    static Caller signedIn(int port, String username) throws Exception {
        var caller = nobody(port);
        var answer = caller.post(
                "/sign-in", Map.of("username", username, "password", ClinicUnderTest.PASSWORD), true, false);
        if (!answer.headers().firstValue("Location").orElse("").matches("(http://[^/]+)?/(\\?continue)?")) {
            throw new IllegalStateException(
                    username + " was not signed in: " + answer.headers().map());
        }
        caller.seeToken(caller.get("/people"));
        return caller;
    }

    /// What proves to the server that a form is of this caller.
    String token() {
        return token;
    }

    /// After a sign-in that led elsewhere than to the first page.
    void seesItsToken() throws Exception {
        seeToken(get("/account"));
    }

    private void seeToken(HttpResponse<String> page) {
        Matcher found = TOKEN.matcher(page.body());
        if (!found.find()) {
            throw new IllegalStateException("no token on the page: " + page.statusCode());
        }
        token = found.group(1);
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    /// @param withToken whether the form carries the token that proves where it came from
    /// @param withFile whether it carries a photo, as `multipart/form-data`
    HttpResponse<String> post(String path, Map<String, String> form, boolean withToken, boolean withFile)
            throws Exception {
        var fields = new LinkedHashMap<>(form);
        if (withToken) {
            fields.put("_csrf", token);
        }
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header(
                        "Content-Type",
                        withFile ? "multipart/form-data; boundary=" + BOUNDARY : "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        withFile ? multipart(fields, Belongings.skin()) : encoded(fields))));
    }

    /// Asks for a part of a page as htmx does, with a form that says nothing.
    HttpResponse<String> askForPart(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("HX-Request", "true")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofByteArray(encoded(Map.of("_csrf", token)))));
    }

    /// Sends a form whose fields may have several values, as a browser does; the token stands in it.
    HttpResponse<String> send(String path, Map<String, List<String>> form) throws Exception {
        String body = form.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(value -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                                + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        // One letter for one byte: a picture is looked through as well as a page, and canaries are plain letters.
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    private static byte[] encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// Sends a form with this file.
    HttpResponse<String> upload(String path, Map<String, String> form, byte[] file) throws Exception {
        var fields = new LinkedHashMap<>(form);
        fields.put("_csrf", token);
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(fields, file))));
    }

    /// Sends a part of a photo as it is, as the script of the page does.
    HttpResponse<String> part(String path, byte[] bytes) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/octet-stream")
                .header("X-CSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    /// As a browser writes them into a request.
    String cookies() {
        return jar.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static byte[] multipart(Map<String, String> fields, byte[] file) throws IOException {
        var body = new ByteArrayOutputStream();
        for (var field : fields.entrySet()) {
            body.writeBytes(part("form-data; name=\"" + field.getKey() + "\"\r\n\r\n" + field.getValue()));
        }
        body.writeBytes(part("form-data; name=\"file\"; filename=\"skin.png\"\r\nContent-Type: image/png\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static byte[] part(String rest) {
        return ("\r\n--" + BOUNDARY + "\r\nContent-Disposition: " + rest).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
