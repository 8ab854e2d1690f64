package org.stipple.clinic.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/// A browser and its authenticator, as the standard has them (WebAuthn Level 3, sections 5.8.1 and 6.1), which
/// a test can make lie. It shares no code with what it is shown to.
final class SoftKey {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int HOLDS_KEY = 0x40;

    private final byte[] credential = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    private final KeyPair keys;
    private final String handle;

    /// What the next answer says; a test changes one of them at a time.
    String origin = "https://clinic.example";

    String host = "clinic.example";
    long counter = 1;
    boolean verifies = true;
    boolean crossOrigin;

    /// @param handle the account, as the page tells it
    SoftKey(String handle) throws GeneralSecurityException {
        this.handle = handle;
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        this.keys = generator.generateKeyPair();
    }

    private SoftKey(SoftKey other, KeyPair keys) {
        this.handle = other.handle;
        this.keys = keys;
        System.arraycopy(other.credential, 0, credential, 0, credential.length);
    }

    /// Another key that calls itself by this one's name.
    SoftKey forged() throws GeneralSecurityException {
        return new SoftKey(this, new SoftKey(handle).keys);
    }

    Map<String, String> made(String challenge) throws GeneralSecurityException {
        var attestation = new ByteArrayOutputStream();
        attestation.write(0xa3);
        attestation.writeBytes(text("fmt"));
        attestation.writeBytes(text("none"));
        attestation.writeBytes(text("attStmt"));
        attestation.write(0xa0);
        attestation.writeBytes(text("authData"));
        byte[] seen = seen(true);
        attestation.write(0x58);
        attestation.write(seen.length);
        attestation.writeBytes(seen);
        return Map.of(
                "clientData",
                base64(client("webauthn.create", challenge)),
                "attestation",
                base64(attestation.toByteArray()));
    }

    Map<String, String> answer(String challenge) throws GeneralSecurityException {
        byte[] client = client("webauthn.get", challenge);
        byte[] seen = seen(false);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(seen);
        signature.update(sha256(client));
        return Map.of(
                "credential", base64(credential),
                "user", handle,
                "clientData", base64(client),
                "authenticatorData", base64(seen),
                "signature", base64(signature.sign()));
    }

    private byte[] client(String type, String challenge) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":" + crossOrigin + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] seen(boolean withKey) throws GeneralSecurityException {
        var data = new ByteArrayOutputStream();
        data.writeBytes(sha256(host.getBytes(StandardCharsets.UTF_8)));
        data.write(PRESENT | (verifies ? VERIFIED : 0) | (withKey ? HOLDS_KEY : 0));
        data.writeBytes(ByteBuffer.allocate(4).putInt((int) counter).array());
        if (withKey) {
            data.writeBytes(new byte[16]);
            data.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) credential.length).array());
            data.writeBytes(credential);
            data.writeBytes(publicKey());
        }
        return data.toByteArray();
    }

    /// COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}.
    private byte[] publicKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        var cose = new ByteArrayOutputStream();
        cose.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20});
        cose.writeBytes(thirtyTwo(point.getAffineX().toByteArray()));
        cose.writeBytes(new byte[] {0x22, 0x58, 0x20});
        cose.writeBytes(thirtyTwo(point.getAffineY().toByteArray()));
        return cose.toByteArray();
    }

    private static byte[] thirtyTwo(byte[] number) {
        var fixed = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static byte[] text(String words) {
        byte[] bytes = words.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(bytes.length + 1)
                .put((byte) (0x60 + bytes.length))
                .put(bytes)
                .array();
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
