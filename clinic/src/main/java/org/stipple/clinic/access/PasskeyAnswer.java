package org.stipple.clinic.access;

/// What a browser sends when somebody answered a challenge with a passkey, each part in base64url.
///
/// @param credential which passkey it was
/// @param user the account that the authenticator keeps it for
/// @param clientData what the browser saw: challenge, origin, and what was asked for
/// @param authenticatorData what the authenticator saw: for which name, who was there, its counter
/// @param signature over both
public record PasskeyAnswer(
        String credential, String user, String clientData, String authenticatorData, String signature) {

    /// What a browser sends when a passkey was made, each part in base64url.
    ///
    /// @param clientData what the browser saw
    /// @param attestation what the authenticator made, with the public key
    public record Made(String clientData, String attestation) {}
}
