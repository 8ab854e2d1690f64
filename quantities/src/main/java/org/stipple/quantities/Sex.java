package org.stipple.quantities;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Sex as it matters here: skin thickness, and whether pregnancy is asked about.
///
/// `MALE` means recorded as unable to be pregnant; whoever this does not describe is `OTHER`, for whom the
/// thinner skin is assumed and pregnancy is asked.
public enum Sex {
    FEMALE("female"),
    MALE("male"),
    OTHER("other");

    private static final Map<String, Sex> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Sex::id, Function.identity()));

    private final String id;

    Sex(String id) {
        this.id = id;
    }

    /// The identifier in files, addresses and records: `female`.
    public String id() {
        return id;
    }

    /// @return empty when no sex has this identifier
    public static Optional<Sex> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    @Override
    public String toString() {
        return id;
    }
}
