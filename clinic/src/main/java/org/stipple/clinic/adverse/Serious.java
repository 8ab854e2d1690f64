package org.stipple.clinic.adverse;

import java.util.Arrays;
import java.util.Optional;

/// What makes an event serious: the outcomes that a report to an authority asks for (21 CFR 803.32, block B).
public enum Serious {
    DEATH("death", "death"),
    LIFE_THREATENING("life-threatening", "life was in danger"),
    HOSPITAL("hospital", "a stay in hospital, or a longer one"),
    IMPAIRMENT("impairment", "permanent impairment or damage"),
    INTERVENTION("intervention", "an intervention was needed to prevent permanent impairment or damage"),
    OTHER("other", "otherwise medically important");

    private final String id;
    private final String words;

    Serious(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// The word in the database and in forms.
    public String id() {
        return id;
    }

    /// As a person reads it.
    public String words() {
        return words;
    }

    /// @return empty when none has this word
    public static Optional<Serious> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }
}
