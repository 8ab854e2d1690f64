package org.stipple.dose;

/// A question that cannot be answered: which field, what it was, and what was expected. Thrown before any
/// memory is taken for the answer.
public final class UnusableQuestion extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String was;
    private final String expected;

    /// @param field path under which files know it: `technique.glideMmPerS`
    /// @param was its value with unit
    /// @param expected the range with unit, or what else should have stood there
    public UnusableQuestion(String field, String was, String expected) {
        super(field + ": was " + was + ", expected " + expected);
        this.field = field;
        this.was = was;
        this.expected = expected;
    }

    /// Path under which files know it.
    public String field() {
        return field;
    }

    /// Its value with unit.
    public String was() {
        return was;
    }

    /// What should have stood there.
    public String expected() {
        return expected;
    }
}
