package org.stipple.clinic.photo.web;

import org.springframework.core.io.ClassPathResource;

/// Whether the build could fetch what finds landmarks of faces in the browser (`tools/guide`).
final class FaceGuide {

    /// Of the npm package `@mediapipe/face_mesh`; the same as in `tools/guide/Guide.java`.
    private static final String VERSION = "0.4.1633559619";

    private static final String PLACE = "guide/" + VERSION + "/";

    private FaceGuide() {}

    /// Where its files are, with a slash at the end; empty where there are none.
    static String place() {
        return new ClassPathResource("static/" + PLACE + "face_mesh.js").exists() ? "/static/" + PLACE : "";
    }
}
