package org.stipple.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Indication;

/// Looks for identifiers in conditions that nobody knows, and for what rests on hearsay alone. Sources,
/// facts, zones and indications are refused while they are read.
final class UnknownIds {

    private final Contents contents;
    private final List<String> problems = new ArrayList<>();

    private UnknownIds(Contents contents) {
        this.contents = contents;
    }

    /// One line for each.
    static List<String> in(Contents contents) {
        var ids = new UnknownIds(contents);
        for (String section : List.of("rules", "disagreements")) {
            contents.entries()
                    .getOrDefault(section, Map.of())
                    .forEach((id, entry) -> Field.root(entry)
                            .optional("when")
                            .ifPresent(when -> ids.condition(section + "." + id + ".when", when.document())));
        }
        contents.devices().values().forEach(ids::device);
        contents.entries().forEach((section, entries) -> {
            if (!section.equals("sources") && !section.equals("overlay")) {
                entries.forEach((id, entry) -> ids.hearsay(section + "." + id, entry));
            }
        });
        return ids.problems;
    }

    private void condition(String path, Document document) {
        switch (document) {
            case Document.Mapping(var fields) ->
                fields.forEach((name, value) -> {
                    switch (name) {
                        case "anaesthetic" ->
                            known(path, texts(value), contents.anaesthetics().keySet(), "anaesthetic");
                        case "device" ->
                            known(path, texts(value), contents.devices().keySet(), "device");
                        case "jurisdiction" ->
                            known(path, texts(value), contents.jurisdictions(), "jurisdiction of the law");
                        case "subtype" -> {
                            for (String of : texts(fields.getOrDefault("indication", Document.UNKNOWN))) {
                                known(path, texts(value), subtypes(of), "subtype of " + of);
                            }
                        }
                        default -> condition(path, value);
                    }
                });
            case Document.Listing(var items) -> items.forEach(item -> condition(path, item));
            case Document.Text _, Document.Numeral _, Document.Flag _, Document.Unknown _ -> {}
        }
    }

    private void device(Device device) {
        for (var clearance : device.clearances()) {
            for (var indication : clearance.indications()) {
                known(
                        "devices." + device.id() + ".clearances",
                        List.copyOf(clearance.subtypes()),
                        Set.copyOf(Sought.subtypes(indication)),
                        "subtype of " + indication);
            }
        }
    }

    private void known(String path, List<String> ids, Set<String> known, String what) {
        for (String id : ids) {
            if (!known.contains(id)) {
                problems.add(path + ": \"" + id + "\" is the identifier of no " + what);
            }
        }
    }

    private static Set<String> subtypes(String indication) {
        return Arrays.stream(Indication.values())
                .filter(one -> one.id().equals(indication))
                .findFirst()
                .map(one -> Set.copyOf(Sought.subtypes(one)))
                .orElse(Set.of());
    }

    private static List<String> texts(Document document) {
        return switch (document) {
            case Document.Text(var text) -> List.of(text);
            case Document.Listing(var items) ->
                items.stream().flatMap(item -> texts(item).stream()).toList();
            case Document.Mapping _, Document.Numeral _, Document.Flag _, Document.Unknown _ -> List.of();
        };
    }

    /// What was only ever remembered is the ground of nothing.
    private void hearsay(String path, Document document) {
        switch (document) {
            case Document.Mapping(var fields) -> {
                var cited = texts(fields.getOrDefault("sources", Document.UNKNOWN));
                if (!cited.isEmpty() && cited.stream().allMatch(this::isRecalled)) {
                    problems.add(path + ": rests on nothing but what is remembered");
                }
                fields.forEach((name, value) -> hearsay(path + "." + name, value));
            }
            case Document.Listing(var items) -> items.forEach(item -> hearsay(path, item));
            case Document.Text _, Document.Numeral _, Document.Flag _, Document.Unknown _ -> {}
        }
    }

    private boolean isRecalled(String id) {
        var source = contents.sources().get(id);
        return source != null && source.read().equals("recall");
    }
}
