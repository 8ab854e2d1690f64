package org.stipple.imaging.landmark;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file of the face mesh, known by its content: another one would answer something, and nobody would notice.
public enum ModelFile {
    /// BlazeFace, short range (Bazarevsky and others 2019, arXiv 1907.05047).
    DETECTOR("face_detection_short_range.tflite", "3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633"),
    /// The mesh (Kartynnik and others 2019, arXiv 1907.06724).
    MESH("face_landmark.tflite", "2efcb4f4de43c7614b80a3cc3e8a37354b3b3b40f75cce20f6f38f0f25d65493"),
    /// The canonical face, to which six points are enough.
    CANONICAL("canonical_face_model.obj", "8bac80443397e113f41a8b565ea72c59390bc031d9defab289dba7bc0c54e618");

    private final String fileName;
    private final String sha256;

    ModelFile(String fileName, String sha256) {
        this.fileName = fileName;
        this.sha256 = sha256;
    }

    /// As it is published.
    public String fileName() {
        return fileName;
    }

    /// The same bytes.
    ///
    /// @throws IllegalArgumentException when it is another file
    public byte[] checked(byte[] content) {
        try {
            String found = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            if (!found.equals(sha256)) {
                throw new IllegalArgumentException(fileName + " with SHA-256 " + found + " instead of " + sha256);
            }
            return content;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
