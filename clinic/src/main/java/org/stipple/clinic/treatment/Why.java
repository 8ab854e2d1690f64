package org.stipple.clinic.treatment;

import java.util.Arrays;
import java.util.Optional;

/// Why something was done other than planned: chosen from a list, so that reviews can be counted by it, with
/// the words beside it. `design`: the reasons for which a hand departs from a plan; the last one is for all
/// others.
public enum Why {
    SKIN("skin", "the skin reacted otherwise than expected"),
    LESION("lesion", "a sore, a spot or an infection there"),
    COMFORT("comfort", "pain, feeling unwell, or the person's wish"),
    DECIDED("decided", "decided in the room on what was seen"),
    SETTING("setting", "the device was set wrongly"),
    DEVICE("device", "the device or the cartridge failed"),
    ENTRY("entry", "an earlier entry was wrong"),
    OTHER("other", "something else");

    private final String id;
    private final String words;

    Why(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// The word in the database and in forms.
    public String id() {
        return id;
    }

    /// Whether it says enough without words beside it. "Something else" says nothing.
    public boolean saysEnough() {
        return switch (this) {
            case SKIN, LESION, COMFORT, DECIDED, SETTING, DEVICE, ENTRY -> true;
            case OTHER -> false;
        };
    }

    /// As a person reads it.
    public String words() {
        return words;
    }

    /// @return empty when nothing has this word
    public static Optional<Why> find(String id) {
        return Arrays.stream(values()).filter(why -> why.id.equals(id)).findFirst();
    }
}
