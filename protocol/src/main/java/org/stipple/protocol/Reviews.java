package org.stipple.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stipple.protocol.document.Document;

/// Looks for decisions of ours that can keep somebody from treatment and do not say who should review them. A
/// rule that asks for a signature refuses at home, and the depths from which a plan is made refuse where they
/// leave nothing.
final class Reviews {

    /// By section, the mappings whose numbers the refusing rules measure by.
    private static final Map<String, Set<String>> MEASURES = Map.of(
            "zones", Set.of("cap", "courses", "thickness"),
            "devices", Set.of("depth", "evaluated"),
            "indications", Set.of("shallowest", "depth"));

    private static final Set<String> SETTINGS = Set.of("home-cap", "dermis-guard", "conservative-depth");

    private Reviews() {}

    /// One line for each.
    static List<String> missingIn(Contents contents) {
        var problems = new ArrayList<String>();
        for (var rule : contents.rules()) {
            if (rule.basis() instanceof Basis.Design
                    && rule.kind() != Kind.CAUTION
                    && rule.kind() != Kind.NOTE
                    && contents.examples().containsKey(rule.id())
                    && rule.reviewer().isEmpty()) {
                problems.add("rules." + rule.id() + ": a " + rule.kind() + " by design names nobody in review");
            }
        }
        contents.entries()
                .forEach((section, entries) -> entries.forEach((id, entry) -> {
                    if (section.equals("settings") && SETTINGS.contains(id)) {
                        look(section + "." + id, entry, problems);
                    } else if (entry instanceof Document.Mapping(var fields)) {
                        for (String name : MEASURES.getOrDefault(section, Set.of())) {
                            if (fields.get(name) instanceof Document measure) {
                                look(section + "." + id + "." + name, measure, problems);
                            }
                        }
                    }
                }));
        return problems;
    }

    private static void look(String path, Document document, List<String> problems) {
        switch (document) {
            case Document.Mapping(var fields) -> {
                if (fields.containsKey("design") && !fields.containsKey("review")) {
                    problems.add(path + ": a number by design that a refusing rule measures by names nobody in review");
                }
            }
            case Document.Listing(var items) -> items.forEach(item -> look(path, item, problems));
            case Document.Text _, Document.Numeral _, Document.Flag _, Document.Unknown _ -> {}
        }
    }
}
