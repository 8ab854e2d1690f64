package org.stipple.clinic;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What `stipple serve` was asked for.
///
/// @param address where to listen: `127.0.0.1` unless TLS or a trusted proxy stands in front
/// @param port the port, or 0 for any free one
/// @param demo whether this is the demo clinic
/// @param dataDirectory where the database, the photos and the secrets live
/// @param baseUrl the address under which people reach it, where that is not the address it listens on
/// @param tls certificate chain and key, both PEM files
/// @param databaseUrl JDBC address of a PostgreSQL that somebody else runs
/// @param trustedProxy whether `X-Forwarded-*` headers are believed
/// @param longestSignIn after how long somebody gives their password again, however busy they are
/// @param signOn the service through which people may sign in too
/// @param erasures a second file for the ledger of erasures, on another disk
public record ServeSettings(
        String address,
        int port,
        boolean demo,
        Path dataDirectory,
        Optional<URI> baseUrl,
        Optional<Tls> tls,
        Optional<String> databaseUrl,
        boolean trustedProxy,
        Duration longestSignIn,
        Optional<SignOn> signOn,
        Optional<Path> erasures) {

    /// Twelve hours: a long working day (design, after NIST SP 800-63B-3, section 4.2.3, which asks for the
    /// password again at least every 12 hours).
    public static final int USUAL_SIGN_IN_HOURS = 12;

    /// Whether people reach it by HTTPS alone.
    boolean isHttps() {
        return tls.isPresent()
                || baseUrl.filter(url -> "https".equals(url.getScheme())).isPresent();
    }

    /// A sign-on service (OpenID Connect).
    ///
    /// @param issuer as it calls itself
    /// @param clientId under which it knows this server
    /// @param secret the file with the secret that the two share
    public record SignOn(URI issuer, String clientId, Path secret) {}

    /// PEM files of the certificate chain and its private key.
    public record Tls(Path certificate, Path key) {}
}
