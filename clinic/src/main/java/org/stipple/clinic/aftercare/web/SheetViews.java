package org.stipple.clinic.aftercare.web;

import java.util.List;
import java.util.UUID;

/// What the page of the clinic's aftercare shows.
public final class SheetViews {

    private SheetViews() {}

    /// What people are told after a session, and its versions.
    ///
    /// @param version that is in force, 0 where all is said as the knowledge base says it
    /// @param may whether whoever looks may change it
    public record SheetPage(
            UUID key,
            int version,
            boolean may,
            List<StepCard> steps,
            String why,
            List<VersionLine> versions,
            List<String> problems) {}

    /// A step in every language.
    ///
    /// @param basis what the knowledge base rests it on
    /// @param disputed what others say, where sources disagree
    public record StepCard(String id, String when, String basis, List<Told> told) {}

    /// @param ours what the knowledge base says, where the clinic says otherwise; else empty
    public record Told(
            String lang, String language, String todo, String avoid, boolean own, String oursTodo, String oursAvoid) {}

    /// @param changed the steps that it says in the clinic's own words
    public record VersionLine(int version, String words, String why, List<String> changed) {}
}
