package org.stipple.clinic.consent;

import java.util.Arrays;
import java.util.Optional;

/// What consent is asked for. Each stands alone: leave for one is never leave for another.
public enum Purpose {
    TREATMENT("treatment", "treatment"),
    RECORD_PHOTOS("record-photos", "photos for the record"),
    MEASUREMENT("measurement", "measuring photos");

    private final String id;
    private final String words;

    Purpose(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// The identifier in the database and in addresses.
    public String id() {
        return id;
    }

    /// As a person reads it.
    public String words() {
        return words;
    }

    /// @return empty when no purpose has this identifier
    public static Optional<Purpose> find(String id) {
        return Arrays.stream(values()).filter(purpose -> purpose.id.equals(id)).findFirst();
    }
}
