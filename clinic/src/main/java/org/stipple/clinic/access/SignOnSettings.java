package org.stipple.clinic.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The sign-on service of a clinic (OpenID Connect), where it has one.
record SignOnSettings(Optional<Service> service) {

    /// @param issuer as its tokens name it, letter by letter
    /// @param clientId under which the service knows this server
    /// @param secret by which it knows that it is this server
    /// @param answer the address here to which it leads people back
    record Service(URI issuer, String clientId, String secret, URI answer) {

        String host() {
            return issuer.getHost();
        }

        /// The secret is in no text that anybody could log.
        @Override
        public String toString() {
            return "sign-on service " + issuer + " as " + clientId;
        }
    }

    /// @param secretFile a file with the secret; the command line has looked at it
    static SignOnSettings of(String issuer, String clientId, String secretFile, String baseUrl) {
        if (issuer.isBlank()) {
            return new SignOnSettings(Optional.empty());
        }
        URI url = URI.create(issuer);
        if (!isSafe(url)) {
            throw new IllegalArgumentException("the issuer was " + issuer + ", expected an https address");
        }
        try {
            String secret = Files.readString(Path.of(secretFile)).strip();
            if (secret.isEmpty() || baseUrl.isBlank()) {
                throw new IllegalArgumentException("a sign-on service needs a secret and a base URL");
            }
            URI answer = URI.create(baseUrl.replaceAll("/+$", "") + "/sign-in/elsewhere/answer");
            return new SignOnSettings(Optional.of(new Service(url, clientId, secret, answer)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the secret of the sign-on service cannot be read", unreadable);
        }
    }

    /// Nothing of a sign-in crosses a network in the clear; this machine alone is none.
    static boolean isSafe(URI url) {
        return url.getHost() != null
                && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()) && isLoopback(url.getHost()));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
