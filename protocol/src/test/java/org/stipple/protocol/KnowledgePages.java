package org.stipple.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;

/// The pages of `docs/knowledge`, made from the knowledge alone. Whoever changed it runs [#main(String[])] in
/// the folder of this module.
final class KnowledgePages {

    static final Path FOLDER = Path.of("..", "docs", "knowledge");

    private static final Map<String, String> SECTIONS = sections();

    private final Knowledge knowledge;
    private final StringBuilder page = new StringBuilder();

    private KnowledgePages(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FOLDER);
        for (var page : of(Knowledge.builtIn()).entrySet()) {
            Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
        }
    }

    /// The text of every page by the name of its file.
    static Map<String, String> of(Knowledge knowledge) {
        var pages = new TreeMap<String, String>();
        pages.put("README.md", new KnowledgePages(knowledge).overview());
        for (var section : SECTIONS.entrySet()) {
            var page = new KnowledgePages(knowledge);
            pages.put(section.getKey() + ".md", page.section(section.getKey(), section.getValue()));
        }
        return pages;
    }

    private static Map<String, String> sections() {
        var sections = new LinkedHashMap<String, String>();
        sections.put("indications", "What can be needled for what");
        sections.put("zones", "Zones of skin");
        sections.put("devices", "Devices");
        sections.put("rules", "Rules");
        sections.put("law", "What the law says");
        sections.put("anaesthetics", "Limits of topical anaesthetics");
        sections.put("aftercare", "Aftercare");
        sections.put("red-flags", "Red flags");
        sections.put("healing", "Expected healing by day");
        sections.put("topicals", "Glide and other products on needled skin");
        sections.put("scales", "Outcome scales");
        sections.put("claims", "What people are promised");
        sections.put("disagreements", "Where people are told two things");
        sections.put("settings", "Settings");
        sections.put("sources", "Sources");
        return sections;
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private void heading(String title) {
        line("# " + title);
        line("");
        line("Made from the knowledge base, release " + knowledge.release().version()
                + "; not written by hand. Nothing here is clinically validated.");
        line("");
    }

    private String overview() {
        heading("The knowledge base");
        line("Hash: `" + knowledge.release().hash()
                + "`. Every number rests on a source or is a decision of ours (*design*) " + "with its reason.");
        line("");
        line("| page | entries | numbers sourced | numbers by design | sourced |");
        line("|---|---|---|---|---|");
        var check = knowledge.check();
        int entries = 0;
        for (var section : SECTIONS.entrySet()) {
            int here = entries(section.getKey()).size();
            entries += here;
            share(
                    "[" + section.getValue() + "](" + section.getKey() + ".md)",
                    here,
                    check.numbers().getOrDefault(section.getKey(), new KnowledgeCheck.Numbers(0, 0)));
        }
        share("in all", entries, check.total());
        line("");
        line("By file (a file that is not here holds no number):");
        line("");
        line("| file | numbers sourced | numbers by design | sourced |");
        line("|---|---|---|---|");
        for (var file : files().entrySet()) {
            var count = file.getValue();
            if (count.sourced() + count.design() > 0) {
                line("| `" + file.getKey() + "` | " + count.sourced() + " | " + count.design() + " | "
                        + count.sourcedPercent() + " % |");
            }
        }
        return page.toString();
    }

    private void share(String what, int entries, KnowledgeCheck.Numbers count) {
        int all = count.sourced() + count.design();
        line("| " + what + " | " + entries + " | " + count.sourced() + " | " + count.design() + " | "
                + (all == 0 ? "no numbers" : count.sourcedPercent() + " %") + " |");
    }

    /// What the numbers of each file rest on.
    private static Map<String, KnowledgeCheck.Numbers> files() {
        var files = new LinkedHashMap<String, KnowledgeCheck.Numbers>();
        var index = Field.root(Documents.read(Knowledge.resource("index.yaml")));
        for (var file : index.required("files").items()) {
            var count = new NumberCount(new ArrayList<>());
            if (Documents.read(Knowledge.resource(file.text())) instanceof Document.Mapping(var sections)) {
                sections.forEach((section, entries) -> {
                    if (!section.equals("sources") && entries instanceof Document.Listing(var items)) {
                        items.forEach(item -> count.walk(section, item));
                    }
                });
            }
            files.put(file.text(), count.numbers());
        }
        return files;
    }

    private Map<String, Document> entries(String section) {
        return knowledge.entries().getOrDefault(section, Map.of());
    }

    private String section(String section, String title) {
        heading(title);
        switch (section) {
            case "sources" -> sources();
            case "rules" -> rules();
            default ->
                entries(section).forEach((id, entry) -> {
                    line("## `" + id + "`");
                    line("");
                    fields(entry, "");
                    line("");
                });
        }
        return page.toString();
    }

    private void sources() {
        line(
                "`read`: *seen* (an excerpt of the source itself), *second-hand* (what somebody says that it says), *recall* (not "
                        + "confirmed).");
        line("");
        line("| id | source | strength | read |");
        line("|---|---|---|---|");
        entries("sources")
                .forEach((id, entry) -> line("| `" + id + "` | " + word(entry, "title") + " | "
                        + word(entry, "strength") + " | " + word(entry, "read") + " |"));
    }

    private void rules() {
        for (var kind : Kind.values()) {
            var of = knowledge.contents().rules().stream()
                    .filter(rule -> rule.kind() == kind)
                    .toList();
            if (!of.isEmpty()) {
                line("## " + kind.id());
                line("");
                of.forEach(this::rule);
            }
        }
    }

    private void rule(Rule rule) {
        line("### `" + rule.id() + "`");
        line("");
        line(rule.reason());
        line("");
        line("- To the patient: " + rule.patientReason());
        line("- May be set aside by: " + rule.overridable().id());
        if (entries("rules").get(rule.id()) instanceof Document.Mapping(var written)) {
            for (String name : List.of("when", "wait")) {
                if (written.get(name) instanceof Document condition) {
                    line("- " + name + ": `" + Documents.json(condition) + "`");
                }
            }
        }
        switch (rule.basis()) {
            case Basis.Sourced(var citations) ->
                line("- Sources: "
                        + citations.stream()
                                .map(one ->
                                        "`" + one.id() + "` (" + one.strength().id() + ")")
                                .collect(Collectors.joining(", ")));
            case Basis.Design(var reason) ->
                line("- Design: " + reason
                        + rule.reviewer()
                                .map(who -> "; to be reviewed by a " + who)
                                .orElse(""));
        }
        rule.views().forEach(view -> line("- " + (view.chosen() ? "We follow" : "Others say") + ": " + view.says()));
        line("");
    }

    private void fields(Document entry, String indent) {
        if (!(entry instanceof Document.Mapping(var fields))) {
            return;
        }
        fields.forEach((name, value) -> {
            if (!name.equals("id")) {
                field(name, value, indent);
            }
        });
    }

    private void field(String name, Document value, String indent) {
        switch (value) {
            case Document.Mapping(var within) -> {
                if (within.values().stream().allMatch(KnowledgePages::isPlain)) {
                    line(indent + "- " + name + ": " + plain(value));
                } else {
                    line(indent + "- " + name);
                    fields(value, indent + "  ");
                }
            }
            case Document.Listing(var items) -> {
                if (items.stream().allMatch(KnowledgePages::isPlain)) {
                    line(indent + "- " + name + ": " + plain(value));
                } else {
                    line(indent + "- " + name);
                    items.forEach(item -> line(indent + "  - " + plain(item)));
                }
            }
            case Document.Text _, Document.Numeral _, Document.Flag _, Document.Unknown _ ->
                line(indent + "- " + name + ": " + plain(value));
        }
    }

    /// Whether it fits on a line: no mapping, and no list of mappings.
    private static boolean isPlain(Document value) {
        return switch (value) {
            case Document.Mapping _ -> false;
            case Document.Listing(var items) -> items.stream().allMatch(KnowledgePages::isPlain);
            case Document.Text _, Document.Numeral _, Document.Flag _, Document.Unknown _ -> true;
        };
    }

    private static String plain(Document value) {
        return switch (value) {
            case Document.Text(var text) -> text;
            case Document.Listing(var items) ->
                items.stream().map(KnowledgePages::plain).collect(Collectors.joining(", "));
            case Document.Mapping(var fields) -> {
                var parts = new ArrayList<String>();
                fields.forEach((name, field) -> parts.add(name + " " + plain(field)));
                yield String.join("; ", parts);
            }
            case Document.Numeral _, Document.Flag _, Document.Unknown _ -> Documents.json(value);
        };
    }

    private static String word(Document entry, String name) {
        return entry instanceof Document.Mapping(var fields) && fields.get(name) instanceof Document.Text(var text)
                ? text.replace("|", "\\|")
                : "";
    }
}
