package org.stipple.clinic.meaning.web;

import java.util.List;
import java.util.UUID;

/// What the page of automated words about symptoms shows.
public final class MeaningViews {

    private MeaningViews() {}

    /// @param number of the newest turn, 0 for none
    /// @param state how things stand, in a sentence
    /// @param may whether whoever looks turns it
    /// @param purpose what it is for, a paragraph each
    /// @param texts what people would read
    /// @param sha256 of all of it
    /// @param reason as it was typed
    /// @param history every turn, newest first
    public record MeaningPage(
            UUID key,
            int number,
            boolean on,
            String state,
            boolean may,
            List<String> purpose,
            List<TextsOf> texts,
            String sha256,
            String reason,
            List<String> history,
            List<String> problems) {}

    /// In a language.
    public record TextsOf(String lang, String language, List<String> lines) {}
}
