package org.stipple.clinic.access;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// Somebody was led to the sign-on service, and is waited for. Kept where only the same browser gets at it, and
/// taken away at the first answer.
///
/// @param state comes back with the answer: it is this browser's
/// @param nonce stands in the token: it was made for this question
/// @param verifier proves that whoever asked also fetches the token (PKCE)
/// @param linksTo the account that the subject is to be linked to; empty where somebody signs in
/// @param at where the browser is led
public record SignOnAsked(
        String state, String nonce, String verifier, Optional<AccountId> linksTo, Instant until, URI at) {

    /// What the browser brings back in the address.
    ///
    /// @param error what the service says instead of a code
    /// @param issuer who answers, where the service says so (RFC 9207)
    public record Answer(
            Optional<String> state, Optional<String> code, Optional<String> error, Optional<String> issuer) {}
}
