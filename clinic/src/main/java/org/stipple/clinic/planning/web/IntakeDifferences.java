package org.stipple.clinic.planning.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where two sets of answers differ, for whoever was overtaken while they entered theirs.
final class IntakeDifferences {

    /// What a form carries besides answers.
    private static final Set<String> NO_ANSWER = Set.of("key", "revision", "_csrf", "show");

    private static final Pattern BESIDE = Pattern.compile("(about|was):.*");

    private IntakeDifferences() {}

    /// A field of the form that says another thing.
    record Different(String field, String saved, String here) {}

    /// In the order of the fields' names.
    static List<Different> of(IntakeForm saved, IntakeForm here) {
        var names = new TreeSet<>(saved.fields().fields().keySet());
        names.addAll(here.fields().fields().keySet());
        return names.stream()
                .filter(name ->
                        !NO_ANSWER.contains(name) && !BESIDE.matcher(name).matches())
                .map(name -> new Different(name, words(saved, name), words(here, name)))
                .filter(different -> !different.saved().equals(different.here()))
                .toList();
    }

    private static String words(IntakeForm form, String name) {
        var values = form.texts(name).stream()
                .filter(value -> !value.equals("unknown"))
                .sorted()
                .map(IntakeDifferences::word)
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? "not known" : values;
    }

    private static String word(String value) {
        return switch (value) {
            case "true" -> "yes";
            case "false" -> "no";
            default -> value.matches("\\d{4}-\\d{2}-\\d{2}") ? value : value.replace('-', ' ');
        };
    }
}
