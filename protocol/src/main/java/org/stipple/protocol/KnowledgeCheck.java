package org.stipple.protocol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;

/// What a look through a knowledge release found.
///
/// @param problems one line each; none when all is well
/// @param rules how many rules there are
/// @param examples how many examples were run
/// @param numbers how many numbers rest on sources and how many on a decision, by section
public record KnowledgeCheck(List<String> problems, int rules, int examples, Map<String, Numbers> numbers) {

    /// How many numbers rest on what.
    public record Numbers(int sourced, int design) {}

    /// The day of all examples.
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    public KnowledgeCheck {
        problems = List.copyOf(problems);
        numbers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    static KnowledgeCheck of(Knowledge knowledge) {
        var problems = new ArrayList<String>();
        var numbers = new LinkedHashMap<String, Numbers>();
        knowledge.entries().forEach((section, entries) -> {
            if (!section.equals("sources")) {
                var count = new Count(problems);
                entries.forEach((id, entry) -> count.walk(section + "." + id, entry, Optional.empty()));
                numbers.put(section, new Numbers(count.sourced, count.design));
            }
        });
        problems.addAll(Overlaps.in(knowledge.contents()));
        int examples = runExamples(knowledge, problems);
        for (var rule : knowledge.contents().rules()) {
            if (rule.basis() instanceof Basis.Design
                    && rule.kind() == Kind.REFUSE
                    && rule.reviewer().isEmpty()) {
                problems.add("rules." + rule.id() + ": refuses by design and names no reviewer");
            }
        }
        return new KnowledgeCheck(problems, knowledge.contents().rules().size(), examples, numbers);
    }

    /// Every number has, in its own mapping or in one around it, sources or the reason for a decision. What the
    /// condition of a disagreement looks at claims nothing.
    private static final class Count {
        private final List<String> problems;
        private int sourced;
        private int design;

        private Count(List<String> problems) {
            this.problems = problems;
        }

        private void walk(String path, Document document, Optional<Boolean> onSources) {
            switch (document) {
                case Document.Mapping(var fields) -> {
                    Optional<Boolean> here = fields.containsKey("sources")
                            ? Optional.of(true)
                            : fields.containsKey("design") ? Optional.of(false) : onSources;
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

    private static int runExamples(Knowledge knowledge, List<String> problems) {
        int run = 0;
        for (var rule : knowledge.contents().rules()) {
            var examples = knowledge.contents().examples().get(rule.id());
            if (examples == null) {
                continue;
            }
            var kind = rule.kind();
            var refusing = finding(knowledge, rule, examples.refusing(), problems);
            if (refusing.map(one -> one.kind() != kind && one.kind() != Kind.REFUSE)
                    .orElse(true)) {
                problems.add(
                        "rules." + rule.id() + ".examples.refusing: does not give " + kind + " but " + words(refusing));
            }
            if (!refusing.flatMap(Finding::until).equals(examples.until())) {
                problems.add("rules." + rule.id() + ".examples.until: gives "
                        + refusing.flatMap(Finding::until)
                                .map(LocalDate::toString)
                                .orElse("no date"));
            }
            var passing = finding(knowledge, rule, examples.passing(), problems);
            if (passing.isPresent()) {
                problems.add("rules." + rule.id() + ".examples.passing: gives " + words(passing));
            }
            run += 2;
            if (examples.unknown().isPresent()) {
                var unknown = finding(knowledge, rule, examples.unknown().get(), problems);
                if (unknown.map(one -> one.kind() != Kind.UNKNOWN).orElse(true)) {
                    problems.add("rules." + rule.id() + ".examples.unknown: gives " + words(unknown));
                }
                run++;
            } else if (!rule.facts().isEmpty()) {
                problems.add("rules." + rule.id() + ".examples.unknown: is possible, for it looks at " + rule.facts());
            }
        }
        return run;
    }

    private static String words(Optional<Finding> finding) {
        return finding.map(one -> one.kind().id()).orElse("nothing");
    }

    private static Optional<Finding> finding(Knowledge knowledge, Rule rule, Document change, List<String> problems) {
        var clear = knowledge.contents().clearCase();
        if (clear.isEmpty()) {
            problems.add("settings.clear-case: there is none, so no example can be run");
            return Optional.empty();
        }
        try {
            var facts = PatientFacts.read(Field.root(changed(clear.get(), change)), DAY);
            return knowledge.screen(facts, DAY).findings().stream()
                    .filter(one -> one.rule().equals(rule.id()))
                    .findFirst();
        } catch (UnusableInput unusable) {
            problems.add("rules." + rule.id() + ".examples: " + unusable.getMessage());
            return Optional.empty();
        }
    }

    /// The document with the names of the change replaced; mappings are changed within.
    static Document changed(Document document, Document change) {
        if (!(document instanceof Document.Mapping before && change instanceof Document.Mapping(var names))) {
            return change;
        }
        var after = before;
        for (var name : names.entrySet()) {
            var old = before.fields().get(name.getKey());
            after = after.with(name.getKey(), old == null ? name.getValue() : changed(old, name.getValue()));
        }
        return after;
    }
}
