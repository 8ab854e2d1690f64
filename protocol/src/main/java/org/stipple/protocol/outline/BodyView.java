package org.stipple.protocol.outline;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A direction from which a person is drawn. Left and right are the patient's: `FACE_LEFT` shows the left cheek.
public enum BodyView {
    /// The patient's left is on the viewer's right.
    FACE_FRONT("face-front", "face from the front"),
    /// The left profile, the nose to the viewer's left.
    FACE_LEFT("face-left", "left side of the face"),
    /// The right profile, the nose to the viewer's right.
    FACE_RIGHT("face-right", "right side of the face"),
    /// The patient's left is on the viewer's right.
    BODY_FRONT("body-front", "body from the front"),
    /// The patient's left is on the viewer's left.
    BODY_BACK("body-back", "body from behind");

    private static final Map<String, BodyView> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(BodyView::id, Function.identity()));

    private final String id;
    private final String words;

    BodyView(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// The identifier in files and addresses: `face-front`.
    public String id() {
        return id;
    }

    /// As a person reads it: `face from the front`.
    public String words() {
        return words;
    }

    /// @return empty when no view has this identifier
    public static Optional<BodyView> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    @Override
    public String toString() {
        return id;
    }
}
