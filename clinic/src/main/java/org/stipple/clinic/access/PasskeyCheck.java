package org.stipple.clinic.access;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.BadBackupEligibleFlagException;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.BadSignatureException;
import com.webauthn4j.verifier.exception.BadTopOriginException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.InconsistentClientDataTypeException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.NotAllowedAlgorithmException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.JacksonException;

/// The checks of the WebAuthn standard (Level 3, sections 7.1 and 7.2) on what a browser sends. Nothing else
/// here knows webauthn4j.
///
/// Attestation is not asked for: which make of authenticator somebody has is nobody's business, and whoever is
/// signed in with their password says that it is theirs.
final class PasskeyCheck {

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.EdDSA),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.RS256));

    /// What is wrong, in words for the trail.
    private static final Map<Class<? extends WebAuthnException>, String> WHY = Map.ofEntries(
            Map.entry(BadOriginException.class, "the page was another’s"),
            Map.entry(CrossOriginException.class, "the page was inside another’s"),
            Map.entry(BadTopOriginException.class, "the page was inside another’s"),
            Map.entry(BadRpIdException.class, "it was made for another address"),
            Map.entry(BadChallengeException.class, "another challenge was answered"),
            Map.entry(InconsistentClientDataTypeException.class, "something else was asked for"),
            Map.entry(BadSignatureException.class, "the signature is not that of the passkey"),
            Map.entry(MaliciousCounterValueException.class, "its counter went back, so it may have been copied"),
            Map.entry(UserNotPresentException.class, "nobody was there"),
            Map.entry(UserNotVerifiedException.class, "the device did not ask who is there"),
            Map.entry(
                    BadBackupEligibleFlagException.class, "it was device-bound before and is not now, or the reverse"),
            Map.entry(NotAllowedAlgorithmException.class, "the kind of key was not asked for"));

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager checks = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter attested = new AttestedCredentialDataConverter(converter);

    /// What is kept of a passkey.
    ///
    /// @param credential in base64url
    /// @param attested credential and public key, in the bytes of the standard
    /// @param eligible whether it may be copied to another device of its owner
    record Kept(String credential, byte[] attested, boolean eligible, long counter) {}

    /// @throws PasskeyRefused where what was made is not what was asked for
    Kept made(RelyingParty here, PasskeyChallenge challenge, PasskeyAnswer.Made made) throws PasskeyRefused {
        try {
            var data = checks.verify(
                    new RegistrationRequest(bytes(made.attestation()), bytes(made.clientData())),
                    new RegistrationParameters(server(here, challenge), ALGORITHMS, true, true));
            var seen = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            var credential = Objects.requireNonNull(seen.getAttestedCredentialData());
            return new Kept(
                    text(credential.getCredentialId()),
                    attested.convert(credential),
                    seen.isFlagBE(),
                    seen.getSignCount());
        } catch (WebAuthnException | IllegalArgumentException | JacksonException wrong) {
            throw refused(wrong);
        }
    }

    /// @return the counter of the authenticator
    /// @throws PasskeyRefused where the passkey did not answer this challenge here, with its owner before it
    long counter(RelyingParty here, PasskeyChallenge challenge, Kept kept, PasskeyAnswer answer) throws PasskeyRefused {
        try {
            byte[] credential = bytes(answer.credential());
            // Unknown at registration, and asked for at each use instead: whether the person was verified.
            var known = new CredentialRecordImpl(
                    new NoneAttestationStatement(),
                    true,
                    kept.eligible(),
                    false,
                    kept.counter(),
                    attested.convert(kept.attested()),
                    null,
                    null,
                    null,
                    Set.of());
            var data = checks.verify(
                    new AuthenticationRequest(
                            credential,
                            bytes(answer.user()),
                            bytes(answer.authenticatorData()),
                            bytes(answer.clientData()),
                            bytes(answer.signature())),
                    new AuthenticationParameters(
                            server(here, challenge), known, List.of(bytes(kept.credential())), true, true));
            return Objects.requireNonNull(data.getAuthenticatorData()).getSignCount();
        } catch (WebAuthnException | IllegalArgumentException | JacksonException wrong) {
            throw refused(wrong);
        }
    }

    private static ServerProperty server(RelyingParty here, PasskeyChallenge challenge) {
        return ServerProperty.builder()
                .origin(new Origin(here.origin()))
                .rpId(here.id())
                .challenge(new DefaultChallenge(bytes(challenge.value())))
                .build();
    }

    private static PasskeyRefused refused(RuntimeException wrong) {
        return new PasskeyRefused(
                wrong instanceof WebAuthnException known
                        ? WHY.getOrDefault(known.getClass(), "it could not be read")
                        : "it could not be read",
                wrong);
    }

    static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
