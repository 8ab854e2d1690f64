package org.stipple.protocol;

import java.util.Arrays;
import java.util.Optional;

/// How strong a source is, strongest first. A label is a regulator's summary or a product's labelling;
/// marketing is a clinic or a vendor.
public enum Strength {
    LAW("law"),
    LABEL("label"),
    GUIDELINE("guideline"),
    SYSTEMATIC_REVIEW("systematic-review"),
    TRIAL("trial"),
    OBSERVATIONAL("observational"),
    LABORATORY("laboratory"),
    EXPERT("expert"),
    MANUFACTURER("manufacturer"),
    MARKETING("marketing");

    private final String id;

    Strength(String id) {
        this.id = id;
    }

    /// The word in files and answers: `law`.
    public String id() {
        return id;
    }

    /// @return empty when nothing has this word
    public static Optional<Strength> find(String id) {
        return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
