package org.stipple.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stipple.protocol.KnowledgeCheck;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.UnusableInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `stipple knowledge`: what the program knows, and whether it holds together.
@Command(
        name = "knowledge",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows and checks the knowledge base.")
final class KnowledgeCommand {

    @Spec
    private @Nullable CommandSpec spec;

    private void print(String text) {
        Objects.requireNonNull(spec).commandLine().getOut().print(text);
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the sections, or one section.")
    void list(
            @Parameters(arity = "0..1", paramLabel = "SECTION", description = "Such as devices or rules.") @Nullable
                    String section,
            @Option(names = "--json", description = "Answer with one JSON document.") boolean json,
            @Mixin OverlayOption overlay) {
        var entries = overlay.knowledge(LocalDate.now()).entries();
        if (section == null) {
            var counts = new LinkedHashMap<String, Document>();
            entries.forEach((name, one) -> counts.put(name, Document.of(one.size())));
            print(json ? Documents.pretty(new Document.Mapping(counts)) : lines(counts));
            return;
        }
        var listed = section(entries, section);
        if (json) {
            print(Documents.pretty(Document.mapping().with(section, Document.listing(listed.values()))));
        } else {
            print(lines(listed));
        }
    }

    private static String lines(Map<String, Document> entries) {
        var lines = new StringBuilder();
        entries.forEach((id, entry) -> lines.append(id).append(summary(entry)).append('\n'));
        return lines.toString();
    }

    private static String summary(Document entry) {
        if (entry instanceof Document.Mapping(var fields)) {
            for (String name : List.of(
                    "name",
                    "title",
                    "question",
                    "reason",
                    "promised",
                    "event",
                    "sign",
                    "evidence",
                    "says",
                    "noGo",
                    "do")) {
                if (fields.get(name) instanceof Document.Text(var text)) {
                    return ": " + text;
                }
            }
            return "";
        }
        return ": " + Documents.json(entry);
    }

    private static Map<String, Document> section(Map<String, Map<String, Document>> entries, String name) {
        var section = entries.get(name);
        if (section == null) {
            throw new UnusableInput("SECTION", "\"" + name + "\"", "one of " + String.join(", ", entries.keySet()));
        }
        return section;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one entry, or all of one name.")
    void show(
            @Parameters(
                            arity = "1..2",
                            paramLabel = "[SECTION] ID",
                            description = "Such as rules pregnant, or pregnant.")
                    List<String> names,
            @Option(names = "--json", description = "The same: entries are shown as JSON.") boolean json,
            @Mixin OverlayOption overlay) {
        var entries = overlay.knowledge(LocalDate.now()).entries();
        String id = names.getLast();
        var found = new ArrayList<Document>();
        entries.forEach((section, listed) -> {
            var entry = listed.get(id);
            if (entry instanceof Document.Mapping mapping && (names.size() == 1 || section.equals(names.getFirst()))) {
                found.add(
                        Document.mapping().with("section", Document.of(section)).with("entry", mapping));
            }
        });
        if (names.size() == 2) {
            section(entries, names.getFirst());
        }
        if (found.isEmpty()) {
            throw new UnusableInput("ID", "\"" + id + "\"", "the identifier of an entry: see stipple knowledge list");
        }
        print(Documents.pretty(found.size() == 1 ? found.getFirst() : Document.listing(found)));
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Runs every example and looks for numbers that rest on nothing.")
    int check(
            @Option(names = "--json", description = "Answer with one JSON document.") boolean json,
            @Mixin OverlayOption overlay) {
        var knowledge = overlay.knowledge(LocalDate.now());
        var check = knowledge.check();
        var numbers = Document.mapping();
        for (var section : check.numbers().entrySet()) {
            numbers = numbers.with(section.getKey(), numbers(section.getValue()));
        }
        var answer = Document.mapping()
                .with("version", Document.of(knowledge.release().version()))
                .with("hash", Document.of(knowledge.release().hash()))
                .with("rules", Document.of(check.rules()))
                .with("examples", Document.of(check.examples()))
                .with("problems", Document.texts(check.problems()))
                .with("numbers", numbers)
                .with("total", numbers(check.total()))
                .with("overlay", Document.texts(check.overlay()));
        if (json) {
            print(Documents.pretty(answer));
        } else {
            check.problems().forEach(problem -> print(problem + "\n"));
            check.overlay().forEach(line -> print("Overlay: " + line + "\n"));
            print(check.rules() + " rules, " + check.examples() + " examples run, "
                    + check.problems().size() + " problems.\n");
            check.numbers().forEach((section, count) -> print("  " + section + ": " + words(count)));
            print("  in all: " + words(check.total()));
        }
        return check.problems().isEmpty() ? 0 : 1;
    }

    private static Document numbers(KnowledgeCheck.Numbers count) {
        return Document.mapping()
                .with("sourced", Document.of(count.sourced()))
                .with("design", Document.of(count.design()));
    }

    private static String words(KnowledgeCheck.Numbers count) {
        return count.sourced() + count.design() == 0
                ? "no numbers\n"
                : count.sourced() + " numbers sourced, " + count.design() + " by decision (" + count.sourcedPercent()
                        + " % sourced)\n";
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes the whole knowledge with its hash as one document.")
    void export(
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "json",
                            description = "json (${DEFAULT-VALUE}); fhir is not there yet.")
                    String format,
            @Mixin OverlayOption overlay) {
        switch (format) {
            case "json" ->
                print(Documents.pretty(overlay.knowledge(LocalDate.now()).toDocument()));
            case "fhir" -> throw new UnusableInput("--format", "fhir", "json: FHIR is not there yet");
            default -> throw new UnusableInput("--format", "\"" + format + "\"", "json");
        }
    }
}
