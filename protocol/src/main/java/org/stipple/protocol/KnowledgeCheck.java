package org.stipple.protocol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;

/// What a look through a knowledge release found.
///
/// @param problems one line each; none when all is well
/// @param rules how many rules there are
/// @param examples how many examples were run
/// @param numbers how many numbers rest on sources and how many on a decision, by section
/// @param overlay what a clinic's overlay changes, one line each, and which examples come out differently by it
public record KnowledgeCheck(
        List<String> problems, int rules, int examples, Map<String, Numbers> numbers, List<String> overlay) {

    /// How many numbers rest on what.
    public record Numbers(int sourced, int design) {

        /// Whole percent that rest on sources, rounded down; 100 where there is no number.
        public int sourcedPercent() {
            return sourced + design == 0 ? 100 : 100 * sourced / (sourced + design);
        }
    }

    /// The day of all examples that name no other.
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    public KnowledgeCheck {
        problems = List.copyOf(problems);
        numbers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        overlay = List.copyOf(overlay);
    }

    /// All numbers together.
    public Numbers total() {
        return numbers.values().stream()
                .reduce(
                        new Numbers(0, 0),
                        (one, other) -> new Numbers(one.sourced() + other.sourced(), one.design() + other.design()));
    }

    static KnowledgeCheck of(Knowledge knowledge) {
        var problems = new ArrayList<String>();
        var numbers = structure(knowledge, problems);
        int examples = runExamples(knowledge, knowledge.contents().rules(), problems);
        return new KnowledgeCheck(problems, knowledge.contents().rules().size(), examples, numbers, List.of());
    }

    /// Looks through a release with an overlay. The examples of the release judge the release; what comes out
    /// differently under the overlay is told and is no problem. The clinic's own rules are judged by theirs.
    static KnowledgeCheck of(Knowledge base, Knowledge overlaid) {
        var problems = new ArrayList<String>();
        var numbers = structure(overlaid, problems);
        int examples = runExamples(base, base.contents().rules(), problems);
        var rules = overlaid.contents().rules().stream()
                .collect(Collectors.partitioningBy(rule -> OverlayRules.isOfTheClinic(rule, overlaid.contents())));
        examples += runExamples(overlaid, rules.getOrDefault(true, List.of()), problems);
        var overlay = new ArrayList<String>();
        overlaid.entries().getOrDefault("overlay", Map.of()).forEach((path, change) -> {
            var field = Field.root(change);
            overlay.add(path + ": " + Documents.json(field.present("now").document()) + " instead of "
                    + Documents.json(field.present("was").document())
                    + (field.optional("loosened").isPresent()
                            ? ", loosened by "
                                    + field.required("loosened").required("by").text()
                            : ""));
        });
        var effects = new ArrayList<String>();
        runExamples(overlaid, rules.getOrDefault(false, List.of()), effects);
        effects.forEach(line -> overlay.add("by the overlay: " + line));
        return new KnowledgeCheck(problems, overlaid.contents().rules().size(), examples, numbers, overlay);
    }

    /// Everything that can be seen without running an example.
    private static Map<String, Numbers> structure(Knowledge knowledge, List<String> problems) {
        var numbers = NumberCount.bySection(knowledge.entries(), problems);
        problems.addAll(Overlaps.in(knowledge.contents()));
        problems.addAll(Reachability.of(knowledge.contents()));
        problems.addAll(Reviews.missingIn(knowledge.contents()));
        problems.addAll(Floors.missingIn(knowledge.contents()));
        problems.addAll(UnknownIds.in(knowledge.contents()));
        return numbers;
    }

    private static int runExamples(Knowledge knowledge, List<Rule> rules, List<String> problems) {
        int run = 0;
        for (var rule : rules) {
            var examples = knowledge.contents().examples().get(rule.id());
            if (examples == null) {
                continue;
            }
            var kind = rule.kind();
            var day = examples.on().orElse(DAY);
            var refusing = finding(knowledge, rule, day, examples.refusing(), problems);
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
            var passing = finding(knowledge, rule, day, examples.passing(), problems);
            if (passing.isPresent()) {
                problems.add("rules." + rule.id() + ".examples.passing: gives " + words(passing));
            }
            run += 2;
            if (examples.unknown().isPresent()) {
                var unknown = finding(knowledge, rule, day, examples.unknown().get(), problems);
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

    private static Optional<Finding> finding(
            Knowledge knowledge, Rule rule, LocalDate day, Document change, List<String> problems) {
        var clear = knowledge.contents().clearCase();
        if (clear.isEmpty()) {
            problems.add("settings.clear-case: there is none, so no example can be run");
            return Optional.empty();
        }
        try {
            var facts = PatientFacts.read(Field.root(changed(clear.get(), change)), day);
            return knowledge.screenOnAnyDay(facts, day).findings().stream()
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
