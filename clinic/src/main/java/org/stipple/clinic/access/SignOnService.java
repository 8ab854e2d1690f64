package org.stipple.clinic.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Talks to the sign-on service: where its pages are, and what its tokens say. Nothing is kept between two
/// sign-ins, so that a key that it changes counts at once.
final class SignOnService {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LARGEST_BYTES = 1_000_000;

    /// How much the clocks of two machines may differ (design).
    private static final Duration CLOCKS = Duration.ofSeconds(60);

    /// An identifier of the standard has at most 255 characters (OpenID Connect Core 1.0, section 2).
    private static final int LONGEST_SUBJECT = 255;

    /// Signed by a key that the service alone has: never `none`, and never by a secret that we have too.
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final SignOnSettings.Service service;

    SignOnService(SignOnSettings.Service service) {
        this.service = service;
    }

    /// Where its pages are.
    ///
    /// @param secretInBody whether it takes the secret in the form alone
    private record Places(URI authorization, URI token, URI keys, boolean secretInBody) {}

    /// Where somebody is led to, to say who they are.
    URI page(String state, String nonce, String verifier) throws SignOnRefused {
        URI page = places().authorization();
        String asked = form(Map.of(
                "response_type",
                "code",
                "scope",
                "openid",
                "client_id",
                service.clientId(),
                "redirect_uri",
                service.answer().toString(),
                "state",
                state,
                "nonce",
                nonce,
                "code_challenge",
                PasskeyCheck.text(HexFormat.of().parseHex(Sha256.hex(verifier))),
                "code_challenge_method",
                "S256"));
        return URI.create(page + (page.getRawQuery() == null ? "?" : "&") + asked);
    }

    /// Fetches the token for a code, and believes it where it is signed, for us, for this question and in time.
    ///
    /// @return the subject: who it is, as the service calls them
    String subject(String code, String verifier, String nonce, Instant now) throws SignOnRefused {
        Places places = places();
        Map<String, Object> answer = json(token(places, code, verifier));
        String token = text(answer, "id_token").orElseThrow(() -> unreliable("it holds no token"));
        return believed(token, keys(places), nonce, now);
    }

    private HttpRequest.Builder token(Places places, String code, String verifier) {
        var fields = new java.util.TreeMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                service.answer().toString(),
                "client_id",
                service.clientId(),
                "code_verifier",
                verifier));
        var request =
                HttpRequest.newBuilder(places.token()).header("Content-Type", "application/x-www-form-urlencoded");
        if (places.secretInBody()) {
            fields.put("client_secret", service.secret());
        } else {
            // Each part is encoded as in a form before they are joined (RFC 6749, section 2.3.1).
            String both = encoded(service.clientId()) + ":" + encoded(service.secret());
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        }
        return request.POST(HttpRequest.BodyPublishers.ofString(form(fields)));
    }

    private String believed(String token, JWKSet keys, String nonce, Instant now) throws SignOnRefused {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        // What it says is judged below, by the clock of the clinic.
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        try {
            JWTClaimsSet claims = processor.process(token, null);
            Optional<String> wrong = wrongIn(claims, nonce, now);
            if (wrong.isPresent()) {
                throw unreliable(wrong.get());
            }
            return claims.getSubject();
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException wrong) {
            throw new SignOnRefused(sentence("its signature is not that of the service"), wrong);
        }
    }

    /// OpenID Connect Core 1.0, section 3.1.3.7.
    private Optional<String> wrongIn(JWTClaimsSet claims, String nonce, Instant now) throws ParseException {
        Collection<String> audience = claims.getAudience();
        String authorized = claims.getStringClaim("azp");
        if (!service.issuer().toString().equals(claims.getIssuer())) {
            return Optional.of("it is another service’s");
        }
        boolean forUs = audience.contains(service.clientId())
                && (audience.size() == 1 || authorized != null)
                && (authorized == null || authorized.equals(service.clientId()));
        if (!forUs) {
            return Optional.of("it is for another program");
        }
        if (claims.getExpirationTime() == null
                || !now.minus(CLOCKS).isBefore(claims.getExpirationTime().toInstant())) {
            return Optional.of("it has run out");
        }
        if (claims.getIssueTime() == null
                || claims.getIssueTime().toInstant().isAfter(now.plus(CLOCKS))
                || claims.getNotBeforeTime() != null
                        && claims.getNotBeforeTime().toInstant().isAfter(now.plus(CLOCKS))) {
            return Optional.of("it is of a time to come; look at the clocks of both machines");
        }
        if (!nonce.equals(claims.getStringClaim("nonce"))) {
            return Optional.of("it answers another question");
        }
        String subject = claims.getSubject();
        return subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT
                ? Optional.of("it names nobody")
                : Optional.empty();
    }

    private Places places() throws SignOnRefused {
        String issuer = service.issuer().toString();
        Map<String, Object> said = json(
                HttpRequest.newBuilder(URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration"))
                        .GET());
        if (!text(said, "issuer").equals(Optional.of(issuer))) {
            throw unreliable("it calls itself by another name than the one given with --oidc");
        }
        boolean inBody = said.get("token_endpoint_auth_methods_supported") instanceof Collection<?> ways
                && !ways.contains("client_secret_basic")
                && ways.contains("client_secret_post");
        return new Places(
                place(said, "authorization_endpoint"), place(said, "token_endpoint"), place(said, "jwks_uri"), inBody);
    }

    private URI place(Map<String, Object> said, String name) throws SignOnRefused {
        try {
            return text(said, name)
                    .map(URI::create)
                    .filter(url -> SignOnSettings.isSafe(url)
                            && ("https".equals(url.getScheme())
                                    || "http".equals(service.issuer().getScheme())))
                    .orElseThrow(() -> unreliable("its " + name + " is no https address"));
        } catch (IllegalArgumentException notAnAddress) {
            throw new SignOnRefused(sentence("its " + name + " is no address"), notAnAddress);
        }
    }

    private JWKSet keys(Places places) throws SignOnRefused {
        try {
            return JWKSet.parse(json(HttpRequest.newBuilder(places.keys()).GET()));
        } catch (ParseException unreadable) {
            throw new SignOnRefused(sentence("its keys cannot be read"), unreadable);
        }
    }

    private Map<String, Object> json(HttpRequest.Builder request) throws SignOnRefused {
        try (HttpClient http = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            HttpResponse<String> answer = http.send(
                    request.header("Accept", "application/json")
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.limiting(
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_BYTES));
            if (answer.statusCode() != 200) {
                throw unreliable("it answered with status " + answer.statusCode());
            }
            return JSONObjectUtils.parse(answer.body());
        } catch (ParseException unreadable) {
            throw new SignOnRefused(sentence("it cannot be read"), unreadable);
        } catch (IOException silent) {
            throw new SignOnRefused(
                    service.host() + " does not answer. Try again, or sign in with your password.", silent);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new SignOnRefused(
                    service.host() + " did not answer in time. Try again, or sign in with your password.", ended);
        }
    }

    private SignOnRefused unreliable(String why) {
        return new SignOnRefused(sentence(why));
    }

    private String sentence(String why) {
        return "What " + service.host() + " answered is not relied on: " + why
                + ". Nobody is signed in by it; use your password, and tell your administrator.";
    }

    private static Optional<String> text(Map<String, Object> said, String name) {
        return Optional.ofNullable(said.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(Objects.requireNonNull(field.getValue())))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
