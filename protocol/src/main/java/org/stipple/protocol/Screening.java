package org.stipple.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.ZoneId;

/// The answer to *may we*: everything that was found, never just the first. The page `docs/data/screening.md`
/// describes it.
///
/// @param on the day of the question
/// @param verdict the gravest over the zones asked
/// @param until the first day on which no dated wait stands; empty where none does
/// @param openEnded rules whose wait ends only with an examination; a date is never permission while there is one
/// @param byZone the same for each zone, in the order asked
/// @param findings gravest first
/// @param ask the unanswered facts that can still change the verdict, most decisive first
/// @param release the knowledge that it was made on
public record Screening(
        LocalDate on,
        Verdict verdict,
        Optional<LocalDate> until,
        List<String> openEnded,
        List<InZone> byZone,
        List<Finding> findings,
        List<Fact> ask,
        Release release) {

    /// What it says about one zone.
    ///
    /// @param ask the unanswered facts that can still change the verdict of this zone
    public record InZone(
            ZoneId id, Verdict verdict, Optional<LocalDate> until, List<String> openEnded, List<Fact> ask) {
        public InZone {
            openEnded = List.copyOf(openEnded);
            ask = List.copyOf(ask);
        }

        /// Whether treatment here can be planned: not refused, and nothing that matters unknown.
        public boolean isPlannable() {
            return verdict != Verdict.REFUSE && verdict != Verdict.UNKNOWN;
        }

        private Document document() {
            return Document.mapping()
                    .with("id", Document.of(id.id()))
                    .with("verdict", Document.of(verdict.id()))
                    .with("until", until.map(Document::of).orElse(Document.UNKNOWN))
                    .with("openEnded", Document.texts(openEnded))
                    .with("ask", Document.texts(ask.stream().map(Fact::path).toList()));
        }

        private static InZone read(Field field) {
            return new InZone(
                    Stored.zone(field.required("id")),
                    field.present("verdict").word(Verdict::find, Verdict.WORDS),
                    field.optional("until").map(Field::date),
                    Stored.texts(field.required("openEnded")),
                    Stored.facts(field.required("ask")));
        }
    }

    public Screening {
        openEnded = List.copyOf(openEnded);
        byZone = List.copyOf(byZone);
        findings = List.copyOf(findings);
        ask = List.copyOf(ask);
    }

    /// What it says about a zone.
    ///
    /// @return empty when the zone was not asked about
    public Optional<InZone> in(ZoneId zone) {
        return byZone.stream().filter(one -> one.id() == zone).findFirst();
    }

    /// The findings that hold in a zone, gravest first.
    public List<Finding> findingsIn(ZoneId zone) {
        return findings.stream().filter(one -> one.zones().contains(zone)).toList();
    }

    /// As the command line gives it and the clinic keeps it.
    public Document toDocument() {
        return Document.mapping()
                .with("on", Document.of(on))
                .with("verdict", Document.of(verdict.id()))
                .with("until", until.map(Document::of).orElse(Document.UNKNOWN))
                .with("openEnded", Document.texts(openEnded))
                .with(
                        "byZone",
                        Document.listing(byZone.stream().map(InZone::document).toList()))
                .with(
                        "findings",
                        Document.listing(
                                findings.stream().map(Finding::document).toList()))
                .with("ask", Document.texts(ask.stream().map(Fact::path).toList()))
                .with("knowledge", release.document());
    }

    /// Reads what [#toDocument()] wrote.
    ///
    /// @throws org.stipple.protocol.document.UnusableInput with the path of what does not fit
    public static Screening read(Document document) {
        return read(Field.root(document));
    }

    static Screening read(Field root) {
        return new Screening(
                root.required("on").date(),
                root.present("verdict").word(Verdict::find, Verdict.WORDS),
                root.optional("until").map(Field::date),
                Stored.texts(root.required("openEnded")),
                root.required("byZone").items().stream().map(InZone::read).toList(),
                root.required("findings").items().stream().map(Finding::read).toList(),
                Stored.facts(root.required("ask")),
                Release.read(root.required("knowledge")));
    }
}
