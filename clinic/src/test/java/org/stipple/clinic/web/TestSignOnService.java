package org.stipple.clinic.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// A sign-on service (OpenID Connect) on this machine, which a test can make lie. It shares no code with what
/// it is shown to.
final class TestSignOnService implements AutoCloseable {

    static final String CLIENT = "stipple at hillside";
    static final String SECRET = "a secret: with + and % and ü";

    private final HttpServer server;
    private final KeyPair published;
    private final KeyPair other;

    /// What somebody was asked for, by the code that they bring back.
    private final Map<String, Map<String, String>> questions = new ConcurrentHashMap<>();

    /// Who signs in there, and what the next token says; a test changes one of them at a time.
    String subject = "";

    Instant now = Instant.EPOCH;
    Instant until = Instant.EPOCH;
    String audience = "";
    String more = "";
    Optional<String> issuer = Optional.empty();
    Optional<String> calledIn = Optional.empty();
    Optional<String> nonce = Optional.empty();
    String algorithm = "";
    boolean wrongKey;
    boolean silent;
    boolean cutsOff;
    boolean secretInBody;

    void isHonestAbout(String who) {
        subject = who;
        now = Instant.parse("2026-11-20T09:00:00Z");
        until = Instant.parse("2026-11-20T09:05:00Z");
        audience = "\"" + CLIENT + "\"";
        more = "";
        issuer = Optional.empty();
        calledIn = Optional.empty();
        nonce = Optional.empty();
        algorithm = "RS256";
        wrongKey = false;
        silent = false;
        cutsOff = false;
        secretInBody = false;
    }

    TestSignOnService() throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        published = generator.generateKeyPair();
        other = generator.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
    }

    /// The person signs in there, and is led back.
    ///
    /// @param page where this server led the browser
    /// @return path and query of the address here
    String signsIn(String page) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(HttpRequest.newBuilder(URI.create(page)).build(), HttpResponse.BodyHandlers.discarding());
            URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
            return back.getRawPath() + "?" + back.getRawQuery();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (cutsOff) {
                return;
            }
            if (silent) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/realm/.well-known/openid-configuration" -> say(exchange, 200, discovery());
                case "/realm/page" -> page(exchange);
                case "/realm/token" -> token(exchange, fields(body));
                case "/realm/keys" -> say(exchange, 200, keys());
                default -> exchange.sendResponseHeaders(404, -1);
            }
        } catch (GeneralSecurityException impossible) {
            throw new IOException(impossible);
        }
    }

    private String discovery() {
        return """
                {"issuer": "%s", "authorization_endpoint": "%s/page", "token_endpoint": "%s/token", "jwks_uri": "%s/keys",
                 "token_endpoint_auth_methods_supported": ["%s"]}
                """.formatted(
                        calledIn.orElse(issuer()),
                        issuer(),
                        issuer(),
                        issuer(),
                        secretInBody ? "client_secret_post" : "client_secret_basic");
    }

    private void page(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        boolean right = CLIENT.equals(asked.get("client_id"))
                && "code".equals(asked.get("response_type"))
                && "openid".equals(asked.get("scope"))
                && "S256".equals(asked.get("code_challenge_method"));
        if (!right) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        questions.put(code, asked);
        exchange.getResponseHeaders()
                .add("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange, Map<String, String> sent) throws IOException, GeneralSecurityException {
        Optional<Map<String, String>> asked = Optional.ofNullable(questions.remove(sent.getOrDefault("code", "")));
        boolean proved = asked.filter(question ->
                        challenge(sent.getOrDefault("code_verifier", "")).equals(question.get("code_challenge")))
                .isPresent();
        boolean known = secretInBody
                ? SECRET.equals(sent.get("client_secret"))
                : basic().equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!proved || !known || !"authorization_code".equals(sent.get("grant_type"))) {
            say(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        say(
                exchange,
                200,
                "{\"token_type\": \"Bearer\", \"access_token\": \"x\", \"id_token\": \""
                        + signed(asked.orElseThrow().getOrDefault("nonce", "")) + "\"}");
    }

    private static String basic() {
        String both = "stipple+at+hillside:a+secret%3A+with+%2B+and+%25+and+%C3%BC";
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII));
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String signed(String asked) throws GeneralSecurityException {
        String claims = """
                {"iss": "%s", "sub": "%s", "aud": [%s], "iat": %d, "exp": %d, "nonce": "%s"%s}
                """.formatted(
                        issuer.orElse(issuer()),
                        subject,
                        audience,
                        now.getEpochSecond(),
                        until.getEpochSecond(),
                        nonce.orElse(asked),
                        more);
        String head = "{\"alg\": \"" + algorithm + "\", \"kid\": \"one\"}";
        String both =
                base64(head.getBytes(StandardCharsets.UTF_8)) + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        if (algorithm.equals("none")) {
            return both + ".";
        }
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign((wrongKey ? other : published).getPrivate());
        signature.update(both.getBytes(StandardCharsets.US_ASCII));
        return both + "." + base64(signature.sign());
    }

    private String keys() {
        var key = (RSAPublicKey) published.getPublic();
        return "{\"keys\": [{\"kty\": \"RSA\", \"use\": \"sig\", \"kid\": \"one\", \"n\": \""
                + base64(key.getModulus().toByteArray()) + "\", \"e\": \""
                + base64(key.getPublicExponent().toByteArray()) + "\"}]}";
    }

    private static void say(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(
                        field -> URLDecoder.decode(field[0], StandardCharsets.UTF_8),
                        field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
