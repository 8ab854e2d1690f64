package org.stipple.clinic.knowledge.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.knowledge.web.KnowledgeViews.EntryLine;
import org.stipple.clinic.knowledge.web.KnowledgeViews.EntryPage;
import org.stipple.clinic.knowledge.web.KnowledgeViews.Line;
import org.stipple.clinic.knowledge.web.KnowledgeViews.OverviewPage;
import org.stipple.clinic.knowledge.web.KnowledgeViews.SectionLine;
import org.stipple.clinic.knowledge.web.KnowledgeViews.SectionPage;
import org.stipple.clinic.web.Sentence;
import org.stipple.clinic.web.look.SourceView;
import org.stipple.clinic.web.look.Verdict;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Source;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;

/// Turns the entries of the knowledge base into lines that a clinician reads, whatever their shape: a new kind
/// of entry needs no page of its own.
@Component
class KnowledgeBrowser {

    private static final Map<String, String> TITLES = titles();

    /// What stands in a list instead of the whole entry: the first of these that there is.
    private static final List<String> SUMMARIES =
            List.of("name", "title", "question", "claim", "says", "reason", "wording", "evidence", "do", "noGo");

    private final Knowledge knowledge;
    private final Map<String, Integer> sourced = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    KnowledgeBrowser(Knowledge knowledge) {
        this.knowledge = knowledge;
        // Once is enough, because the knowledge of a running program never changes.
        knowledge.numbers().forEach((section, count) -> {
            sourced.put(section, count.sourced());
            numbers.put(section, count.sourced() + count.design());
        });
    }

    private static Map<String, String> titles() {
        var titles = new LinkedHashMap<String, String>();
        titles.put("rules", "Rules: may we?");
        titles.put("indications", "Indications");
        titles.put("zones", "Zones of skin");
        titles.put("devices", "Devices");
        titles.put("law", "What the law says");
        titles.put("anaesthetics", "Topical anaesthetics");
        titles.put("aftercare", "Aftercare");
        titles.put("red-flags", "Red flags");
        titles.put("healing", "Expected healing by day");
        titles.put("topicals", "What goes on needled skin");
        titles.put("scales", "Outcome scales");
        titles.put("claims", "What people are promised");
        titles.put("disagreements", "Where sources disagree");
        titles.put("settings", "Settings");
        titles.put("questions", "Questions of the intake");
        titles.put("sources", "Sources");
        return titles;
    }

    private static String title(String section) {
        String words = ConditionWords.words(section);
        return TITLES.getOrDefault(section, Sentence.beginning(words));
    }

    /// In the order in which they are read; kinds without a title of their own come before the sources.
    private List<String> sections() {
        var there = knowledge.entries().keySet();
        return Stream.of(
                        TITLES.keySet().stream().filter(one -> !one.equals("sources")),
                        there.stream().filter(one -> !TITLES.containsKey(one)),
                        Stream.of("sources"))
                .flatMap(one -> one)
                .filter(there::contains)
                .toList();
    }

    /// @param query words that an entry must contain, or empty
    OverviewPage overview(String query) {
        String wanted = query.strip();
        return new OverviewPage(
                knowledge.release().version(),
                knowledge.release().hash(),
                wanted,
                sections().stream().map(this::line).toList(),
                wanted.isEmpty() ? List.of() : found(wanted.toLowerCase(Locale.ROOT)));
    }

    private SectionLine line(String section) {
        int all = numbers.getOrDefault(section, 0);
        return new SectionLine(
                section,
                title(section),
                knowledge.entries().getOrDefault(section, Map.of()).size(),
                all == 0 ? "" : sourced.getOrDefault(section, 0) + " of " + all + " numbers sourced");
    }

    private List<SectionPage> found(String wanted) {
        return sections().stream()
                .map(section -> new SectionPage(
                        section,
                        title(section),
                        knowledge.entries().getOrDefault(section, Map.of()).entrySet().stream()
                                .filter(entry -> (entry.getKey() + " " + Documents.json(entry.getValue()))
                                        .toLowerCase(Locale.ROOT)
                                        .contains(wanted))
                                .map(entry -> line(section, entry.getKey(), entry.getValue()))
                                .toList()))
                .filter(section -> !section.entries().isEmpty())
                .toList();
    }

    /// @return empty when there is no such section
    Optional<SectionPage> section(String section) {
        return Optional.ofNullable(knowledge.entries().get(section))
                .map(entries -> new SectionPage(
                        section,
                        title(section),
                        entries.entrySet().stream()
                                .map(entry -> line(section, entry.getKey(), entry.getValue()))
                                .toList()));
    }

    private static EntryLine line(String section, String id, Document entry) {
        return new EntryLine(id, "/knowledge/" + section + "/" + id, summary(entry), kind(entry));
    }

    private static String summary(Document entry) {
        return SUMMARIES.stream()
                .flatMap(name -> text(entry, name).stream())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> text(Document entry, String name) {
        return entry instanceof Document.Mapping(var fields) && fields.get(name) instanceof Document.Text(var text)
                ? Optional.of(text)
                : Optional.empty();
    }

    private static Optional<Verdict> kind(Document entry) {
        return text(entry, "kind").flatMap(kind -> switch (kind) {
            case "refuse" -> Optional.of(Verdict.NO);
            case "defer" -> Optional.of(Verdict.WAIT);
            case "sign-off" -> Optional.of(Verdict.SIGN_OFF);
            case "caution" -> Optional.of(Verdict.CAUTION);
            case "note" -> Optional.of(Verdict.GO);
            default -> Optional.empty();
        });
    }

    /// @return empty when there is no such entry
    Optional<EntryPage> entry(String section, String id) {
        return Optional.ofNullable(
                        knowledge.entries().getOrDefault(section, Map.of()).get(id))
                .map(entry -> new EntryPage(
                        section, title(section), id, summary(entry), kind(entry), lines(entry), namedBy(section, id)));
    }

    private List<Line> lines(Document entry) {
        var lines = new ArrayList<Line>();
        if (entry instanceof Document.Mapping(var fields)) {
            fields.forEach((name, value) -> {
                if (!name.equals("id")) {
                    add(lines, 0, name, value);
                }
            });
        } else {
            add(lines, 0, "", entry);
        }
        return List.copyOf(lines);
    }

    private void add(List<Line> lines, int depth, String name, Document value) {
        String label = label(name);
        switch (name) {
            case "sources" -> lines.add(new Line(depth, label, "", sources(value)));
            case "when", "wait" -> lines.add(new Line(depth, label, ConditionWords.of(value), List.of()));
            case "refusing", "passing", "unknown" ->
                lines.add(new Line(depth, label, ConditionWords.example(value), List.of()));
            default -> addPlain(lines, depth, label, value);
        }
    }

    private void addPlain(List<Line> lines, int depth, String label, Document value) {
        switch (value) {
            case Document.Mapping(var fields) -> {
                lines.add(new Line(depth, label, "", List.of()));
                fields.forEach((name, part) -> add(lines, depth + 1, name, part));
            }
            case Document.Listing(var items) -> {
                if (items.stream().noneMatch(item -> item instanceof Document.Mapping)) {
                    lines.add(new Line(depth, label, ConditionWords.of(value), List.of()));
                } else {
                    for (int i = 0; i < items.size(); i++) {
                        addPlain(lines, depth, label + " " + (i + 1), items.get(i));
                    }
                }
            }
            case Document.Text _, Document.Numeral _, Document.Flag _, Document.Unknown _ ->
                lines.add(new Line(depth, label, ConditionWords.of(value), List.of()));
        }
    }

    private static String label(String name) {
        return switch (name) {
            case "design" -> "by design, because";
            case "when" -> "holds when";
            default -> ConditionWords.words(name);
        };
    }

    private List<SourceView> sources(Document value) {
        return value instanceof Document.Listing(var items)
                ? items.stream()
                        .flatMap(item -> item instanceof Document.Text(var id)
                                ? Stream.of(source(id))
                                : Stream.<SourceView>empty())
                        .toList()
                : List.of();
    }

    private SourceView source(String id) {
        return new SourceView(
                knowledge.source(id).map(Source::title).orElse(id),
                knowledge.source(id).map(source -> source.strength().id()).orElse(""),
                "/knowledge/sources/" + id);
    }

    /// Entries that rest on a source.
    private List<EntryLine> namedBy(String section, String id) {
        if (!section.equals("sources")) {
            return List.of();
        }
        var found = new ArrayList<EntryLine>();
        for (String other : sections()) {
            knowledge.entries().getOrDefault(other, Map.of()).forEach((name, entry) -> {
                if (rests(entry, id)) {
                    found.add(line(other, name, entry));
                }
            });
        }
        return List.copyOf(found);
    }

    private static boolean rests(Document document, String source) {
        return switch (document) {
            case Document.Mapping(var fields) ->
                fields.entrySet().stream()
                        .anyMatch(field -> field.getKey().equals("sources")
                                        && field.getValue() instanceof Document.Listing(var ids)
                                        && ids.contains(Document.of(source))
                                || rests(field.getValue(), source));
            case Document.Listing(var items) -> items.stream().anyMatch(item -> rests(item, source));
            case Document.Text _, Document.Numeral _, Document.Flag _, Document.Unknown _ -> false;
        };
    }
}
