package org.stipple.clinic.photo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// From where a photo shows the person; `patch` is plain skin without a face.
public enum PhotoView {
    FRONTAL("frontal", "front"),
    LEFT_45("left-45", "left, half turned"),
    RIGHT_45("right-45", "right, half turned"),
    LEFT_90("left-90", "left side"),
    RIGHT_90("right-90", "right side"),
    PATCH("patch", "patch of skin");

    private final String id;
    private final String words;

    PhotoView(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// The five views of a face in the order in which they are taken: straight on, then round to the one side
    /// and round to the other, so that whoever is photographed turns twice (`design`).
    public static List<PhotoView> ofAFace() {
        return List.of(FRONTAL, LEFT_45, LEFT_90, RIGHT_45, RIGHT_90);
    }

    /// The identifier of the command line.
    public String id() {
        return id;
    }

    /// As a person reads it.
    public String words() {
        return words;
    }

    /// @return empty when no view has this identifier
    public static Optional<PhotoView> find(String id) {
        return Arrays.stream(values()).filter(view -> view.id.equals(id)).findFirst();
    }
}
