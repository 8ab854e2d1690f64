package org.stipple.clinic.knowledge.web;

import java.util.List;
import java.util.Optional;
import org.stipple.clinic.web.look.SourceView;
import org.stipple.clinic.web.look.Verdict;

/// What the pages of the knowledge base show.
public final class KnowledgeViews {

    private KnowledgeViews() {}

    /// All sections, or what a search found.
    ///
    /// @param query what was searched for, or empty
    /// @param found what it found, by section; empty without a search
    public record OverviewPage(
            String version, String hash, String query, List<SectionLine> sections, List<SectionPage> found) {}

    /// A section in the list.
    ///
    /// @param basis how many of its numbers have a source: `71 of 98 numbers sourced`; empty where it has none
    public record SectionLine(String id, String title, int entries, String basis) {}

    /// A section with its entries.
    public record SectionPage(String id, String title, List<EntryLine> entries) {}

    /// An entry in a list.
    ///
    /// @param kind how grave a finding of a rule is; empty for what is no rule
    public record EntryLine(String id, String href, String words, Optional<Verdict> kind) {}

    /// An entry with all that is written in it.
    ///
    /// @param namedBy the entries that rest on this one
    public record EntryPage(
            String section,
            String sectionTitle,
            String id,
            String words,
            Optional<Verdict> kind,
            List<Line> lines,
            List<EntryLine> namedBy) {}

    /// One line of an entry.
    ///
    /// @param depth how deep it stands inside the entry, from 0
    /// @param label its name; empty for a further item of a list
    /// @param text what it says; empty where only lines below it or sources say something
    public record Line(int depth, String label, String text, List<SourceView> sources) {}
}
