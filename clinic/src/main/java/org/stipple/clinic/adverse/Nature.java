package org.stipple.clinic.adverse;

/// Whether it was to be expected. It is never a matter of taste: [AdverseEvent#nature] says it from what was
/// written down, and a reaction that is expected and does not end becomes an event by itself.
public enum Nature {
    /// A reaction that the knowledge base expects of everybody, and that ends within its time.
    EXPECTED_RESPONSE("expected response"),
    ADVERSE_EVENT("adverse event");

    private final String words;

    Nature(String words) {
        this.words = words;
    }

    /// As a person reads it.
    public String words() {
        return words;
    }
}
