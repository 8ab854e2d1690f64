package org.stipple.quantities;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What people ask microneedling for: the promises of the articles that started Stipple, each a hypothesis here.
///
/// That a thing has an identifier does not mean that it is offered: `cellulite`, for one, is known so that it
/// can be refused with the reason.
public enum Indication {
    TEXTURE("texture"),
    FINE_LINES("fine-lines"),
    WRINKLES("wrinkles"),
    PORES("pores"),
    ACNE_SCARS("acne-scars"),
    SURGICAL_SCAR("surgical-scar"),
    STRETCH_MARKS("stretch-marks"),
    ACNE("acne"),
    MELASMA("melasma"),
    POST_INFLAMMATORY_PIGMENT("post-inflammatory-pigment"),
    SUN_DAMAGE("sun-damage"),
    LAXITY("laxity"),
    OIL("oil"),
    EXFOLIATION("exfoliation"),
    HAIR("hair"),
    CELLULITE("cellulite"),
    ABSORPTION("absorption");

    private static final Map<String, Indication> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Indication::id, Function.identity()));

    private final String id;
    private final String words;

    Indication(String id) {
        this.id = id;
        this.words = id.replace('-', ' ');
    }

    /// The identifier in files, addresses and records: `acne-scars`.
    public String id() {
        return id;
    }

    /// @return empty when no indication has this identifier
    public static Optional<Indication> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    @Override
    public String toString() {
        return id;
    }

    /// As a person reads it: `acne scars`.
    public String words() {
        return words;
    }
}
