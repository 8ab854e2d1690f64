package org.stipple.clinic.invitation;

import java.util.Arrays;

/// What a link is for. One link opens one errand of one person, and nothing else.
public enum Errand {
    INTAKE("intake", "questions"),
    CONSENT("consent", "consent"),
    AFTER("after", "after a session"),
    APPOINTMENT("appointment", "an appointment"),
    COPY("copy", "copy of the record");

    private final String id;
    private final String words;

    Errand(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// As it stands in addresses and in the database.
    public String id() {
        return id;
    }

    /// In the words of the staff.
    public String words() {
        return words;
    }

    static Errand of(String id) {
        return Arrays.stream(values())
                .filter(errand -> errand.id.equals(id))
                .findFirst()
                .orElseThrow();
    }
}
