package org.stipple.clinic.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What consent is asked for. Each stands alone: leave for one is never leave for another.
public enum Purpose {
    TREATMENT("treatment", "treatment"),
    RECORD_PHOTOS("record-photos", "photos for the record"),
    MEASUREMENT("measurement", "measuring photos"),
    TEACHING("teaching", "photos for teaching"),
    RESEARCH("research", "data and photos for research"),
    MARKETING("marketing", "photos for marketing");

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

    /// Whether it is agreed to for one course.
    public boolean isAboutACourse() {
        return switch (this) {
            case TREATMENT -> true;
            case RECORD_PHOTOS, MEASUREMENT, TEACHING, RESEARCH, MARKETING -> false;
        };
    }

    /// Whether what it allows goes to others than those who treat.
    public boolean leavesTheClinic() {
        return switch (this) {
            case TREATMENT, RECORD_PHOTOS, MEASUREMENT -> false;
            case TEACHING, RESEARCH, MARKETING -> true;
        };
    }

    /// Those for which something goes to others than those who treat.
    public static List<Purpose> leaving() {
        return Arrays.stream(values()).filter(Purpose::leavesTheClinic).toList();
    }

    /// @return empty when no purpose has this identifier
    public static Optional<Purpose> find(String id) {
        return Arrays.stream(values()).filter(purpose -> purpose.id.equals(id)).findFirst();
    }
}
