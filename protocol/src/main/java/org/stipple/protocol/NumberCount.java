package org.stipple.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stipple.protocol.document.Document;

/// Counts numbers by what they rest on. Every number has, in its own mapping or in one around it, sources or
/// the reason for a decision. Where both stand, the decision counts: what is ours is not lent the weight of a
/// source. What the condition of a disagreement looks at claims nothing, and neither do examples.
final class NumberCount {

    private final List<String> problems;
    private int sourced;
    private int design;

    /// @param problems to which numbers that rest on nothing are added
    NumberCount(List<String> problems) {
        this.problems = problems;
    }

    /// The numbers of every section but the sources and what an overlay has written down.
    static Map<String, KnowledgeCheck.Numbers> bySection(
            Map<String, Map<String, Document>> entries, List<String> problems) {
        var numbers = new LinkedHashMap<String, KnowledgeCheck.Numbers>();
        entries.forEach((section, listed) -> {
            if (!section.equals("sources") && !section.equals("overlay")) {
                var count = new NumberCount(problems);
                listed.forEach((id, entry) -> count.walk(section + "." + id, entry));
                numbers.put(section, count.numbers());
            }
        });
        return numbers;
    }

    KnowledgeCheck.Numbers numbers() {
        return new KnowledgeCheck.Numbers(sourced, design);
    }

    void walk(String path, Document entry) {
        walk(path, entry, Optional.empty());
    }

    private void walk(String path, Document document, Optional<Boolean> onSources) {
        switch (document) {
            case Document.Mapping(var fields) -> {
                Optional<Boolean> here = fields.containsKey("design")
                        ? Optional.of(false)
                        : fields.containsKey("sources") ? Optional.of(true) : onSources;
                fields.forEach((name, value) -> {
                    if (!name.equals("examples") && !(name.equals("when") && here.isEmpty())) {
                        walk(path + "." + name, value, here);
                    }
                });
            }
            case Document.Listing(var items) -> items.forEach(item -> walk(path, item, onSources));
            case Document.Numeral _ -> {
                if (onSources.isEmpty()) {
                    problems.add(path + ": a number without sources and without a reason");
                } else if (onSources.get()) {
                    sourced++;
                } else {
                    design++;
                }
            }
            case Document.Text _, Document.Flag _, Document.Unknown _ -> {}
        }
    }
}
