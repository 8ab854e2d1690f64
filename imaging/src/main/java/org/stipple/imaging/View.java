package org.stipple.imaging;

import java.util.Arrays;
import java.util.Optional;

/// From where the photo was taken. Left and right are the patient's: [#LEFT_45] shows the left cheek, the face
/// half turned to the left edge of the photo.
public enum View {
    FRONTAL("frontal"),
    LEFT_45("left-45"),
    RIGHT_45("right-45"),
    LEFT_90("left-90"),
    RIGHT_90("right-90"),
    /// Plain skin without a face.
    PATCH("patch");

    private final String id;

    View(String id) {
        this.id = id;
    }

    /// The identifier in files and on the command line: `left-45`.
    public String id() {
        return id;
    }

    /// @return empty when no view has this identifier
    public static Optional<View> find(String id) {
        return Arrays.stream(values()).filter(view -> view.id.equals(id)).findFirst();
    }
}
