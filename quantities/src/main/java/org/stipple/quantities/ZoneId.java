package org.stipple.quantities;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The 31 zones of skin that a course can name. Left and right are the patient's.
///
/// `periorbital` is crow's feet and the skin over the bony rim. Eyelids and all inside the rim, the
/// vermilion, nostril rims, areolae and genitals belong to no zone: they are no-go holes in every outline.
public enum ZoneId {
    FOREHEAD("forehead"),
    GLABELLA("glabella"),
    TEMPLE_LEFT("temple-left"),
    TEMPLE_RIGHT("temple-right"),
    PERIORBITAL_LEFT("periorbital-left"),
    PERIORBITAL_RIGHT("periorbital-right"),
    NOSE("nose"),
    CHEEK_LEFT("cheek-left"),
    CHEEK_RIGHT("cheek-right"),
    UPPER_LIP("upper-lip"),
    CHIN("chin"),
    JAWLINE_LEFT("jawline-left"),
    JAWLINE_RIGHT("jawline-right"),
    NECK("neck"),
    DECOLLETAGE("decolletage"),
    SCALP("scalp"),
    CHEST("chest"),
    BACK("back"),
    ABDOMEN("abdomen"),
    FLANK_LEFT("flank-left"),
    FLANK_RIGHT("flank-right"),
    THIGH_LEFT("thigh-left"),
    THIGH_RIGHT("thigh-right"),
    CALF_LEFT("calf-left"),
    CALF_RIGHT("calf-right"),
    BUTTOCK_LEFT("buttock-left"),
    BUTTOCK_RIGHT("buttock-right"),
    ARM_LEFT("arm-left"),
    ARM_RIGHT("arm-right"),
    HAND_LEFT("hand-left"),
    HAND_RIGHT("hand-right");

    private static final Map<String, ZoneId> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ZoneId::id, Function.identity()));

    private final String id;
    private final String words;

    ZoneId(String id) {
        this.id = id;
        this.words = words(id);
    }

    /// The identifier in files, addresses and records: `cheek-left`.
    public String id() {
        return id;
    }

    /// @return empty when no zone has this identifier
    public static Optional<ZoneId> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    @Override
    public String toString() {
        return id;
    }

    /// Whether it is one of the 13 zones that together are the face.
    public boolean isFace() {
        return compareTo(JAWLINE_RIGHT) <= 0;
    }

    /// The 13 zones of the face, from the forehead down.
    public static List<ZoneId> face() {
        return Arrays.stream(values()).filter(ZoneId::isFace).toList();
    }

    /// As a person reads it: `left cheek`.
    public String words() {
        return words;
    }

    private static String words(String id) {
        if (id.endsWith("-left")) {
            return "left " + id.substring(0, id.length() - "-left".length());
        }
        if (id.endsWith("-right")) {
            return "right " + id.substring(0, id.length() - "-right".length());
        }
        return id.replace('-', ' ');
    }
}
