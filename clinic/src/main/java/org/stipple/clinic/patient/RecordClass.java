package org.stipple.clinic.patient;

import java.util.Arrays;
import java.util.Optional;

/// A class of what is kept of a person, which is kept for a time of its own and erased as a whole. Every table
/// of a record belongs to one; the function `class_of_record` of the database says to which.
public enum RecordClass {
    /// The treatment: who the person is, answers, courses, sessions, consents, diary, adverse events. With it
    /// the whole record goes.
    TREATMENT("treatment", "the record of treatment, and with it the whole record"),
    /// Photos and the readings of them.
    PHOTOS("photos", "photos, and the readings of them"),
    /// What was sent to the person, what came of it, and their links.
    MESSAGES("messages", "messages and links that were sent"),
    /// Times that were taken.
    APPOINTMENTS("appointments", "appointments");

    private final String id;
    private final String words;

    RecordClass(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// As in forms and the database.
    public String id() {
        return id;
    }

    /// As a person reads it, within a sentence.
    public String words() {
        return words;
    }

    /// @return empty when none is called so
    public static Optional<RecordClass> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }
}
