package org.stipple.clinic.web.look;

/// A verdict in one line: `parts/verdict.jte`.
///
/// @param headline what it is: `Wait until 12 Dec`
/// @param detail one sentence more, or empty
public record VerdictView(Verdict verdict, String headline, String detail) {

    /// A verdict that says only its word.
    public static VerdictView of(Verdict verdict) {
        return new VerdictView(verdict, verdict.word(), "");
    }
}
