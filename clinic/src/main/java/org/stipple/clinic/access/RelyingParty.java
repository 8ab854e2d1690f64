package org.stipple.clinic.access;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// For which name passkeys are made and asked for: the host of the address that people type. A passkey signs
/// that name and the origin of the page, so that none works on a page of somebody else's.
///
/// @param id the host, such as `clinic.example`
/// @param origin scheme, host and port, as a browser writes them
record RelyingParty(String id, String origin) {

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[.*]");

    /// @return empty where browsers make no passkeys: an address in numbers, or one without TLS that is not
    ///   this machine's
    static Optional<RelyingParty> of(String baseUrl) {
        if (baseUrl.isBlank()) {
            return Optional.empty();
        }
        URI url = URI.create(baseUrl.strip());
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        boolean safe = scheme.equals("https") || scheme.equals("http") && host.equals("localhost");
        if (url.getHost() == null || !safe || NUMBERS.matcher(host).matches()) {
            return Optional.empty();
        }
        boolean usual = url.getPort() < 0 || url.getPort() == (scheme.equals("https") ? 443 : 80);
        return Optional.of(new RelyingParty(host, scheme + "://" + host + (usual ? "" : ":" + url.getPort())));
    }
}
