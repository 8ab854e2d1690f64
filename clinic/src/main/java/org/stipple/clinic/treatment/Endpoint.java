package org.stipple.clinic.treatment;

import java.util.Arrays;
import java.util.Optional;

/// What the skin showed when the practitioner stopped. Uniform pinpoint bleeding is the usual aim at depth
/// (Farber, Plast Aesthet Res 2020;7:72); redness alone at shallow settings.
public enum Endpoint {
    ERYTHEMA("erythema", "redness"),
    PINPOINT_BLEEDING("pinpoint-bleeding", "pinpoint bleeding"),
    BLEEDING("bleeding", "more than pinpoint bleeding"),
    STOPPED_EARLY("stopped-early", "stopped early");

    private final String id;
    private final String words;

    Endpoint(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// The identifier in the database and in forms.
    public String id() {
        return id;
    }

    /// Whether it is what one aims at. More blood than pinpoints is not among what `healing.yaml` expects,
    /// and whoever stopped early had a reason: both are noted and looked at.
    public boolean isExpected() {
        return switch (this) {
            case ERYTHEMA, PINPOINT_BLEEDING -> true;
            case BLEEDING, STOPPED_EARLY -> false;
        };
    }

    /// As a person reads it.
    public String words() {
        return words;
    }

    /// @return empty when no endpoint has this identifier
    public static Optional<Endpoint> find(String id) {
        return Arrays.stream(values())
                .filter(endpoint -> endpoint.id.equals(id))
                .findFirst();
    }
}
