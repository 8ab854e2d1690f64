package org.stipple.clinic.adverse.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stipple.clinic.adverse.AdverseEvent.Said;
import org.stipple.clinic.adverse.Grade;
import org.stipple.clinic.adverse.Kinds;
import org.stipple.clinic.adverse.Outcome;
import org.stipple.clinic.adverse.Serious;
import org.stipple.clinic.adverse.web.AdverseViews.JudgeView;
import org.stipple.clinic.adverse.web.AdverseViews.Option;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Refusal;

/// How an event is judged: from what stands to the fields of a form, and back.
final class JudgeForm {

    private static final String OTHER = "other";
    private static final String NONE = "none";

    private JudgeForm() {}

    /// What was typed, whether it holds together or not.
    private record Typed(
            String kind,
            String kindWords,
            String onset,
            String description,
            String grade,
            Set<String> serious,
            String done,
            String outcome,
            String resolvedOn) {}

    /// @throws Refusal where something cannot be read
    static Said said(Form form, Kinds kinds) {
        Kinds.Kind kind = form.text("kind")
                .flatMap(id -> id.equals(OTHER)
                        ? Optional.of(Kinds.other(form.text("kindWords").orElse("")))
                        : kinds.find(id))
                .orElseThrow(() -> new Refusal(List.of("Choose what it is.")));
        return new Said(
                kind,
                form.text("onset").map(day -> day("Began on", day)),
                form.text("description").orElse(""),
                form.text("grade").flatMap(Grade::find),
                serious(form),
                form.text("done"),
                form.text("outcome").flatMap(Outcome::find).orElse(Outcome.OPEN),
                form.text("resolvedOn").map(day -> day("Over on", day)));
    }

    private static Optional<Set<Serious>> serious(Form form) {
        List<String> chosen = form.texts("serious");
        var found = new HashSet<Serious>();
        chosen.forEach(id -> Serious.find(id).ifPresent(found::add));
        if (chosen.contains(NONE) && !found.isEmpty()) {
            throw new Refusal(List.of("It is said not to be serious, and to be so by "
                    + found.iterator().next().words() + ": expected one or the other."));
        }
        return chosen.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private static LocalDate day(String label, String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException noDay) {
            throw new Refusal(List.of("“" + label + "” was “" + typed + "”, expected a day such as 2026-11-21."));
        }
    }

    /// Nothing is judged yet.
    ///
    /// @param kind that is chosen already; empty for none
    /// @param onset as `2026-11-20`; empty where nobody said
    /// @param description with which it begins; may be empty
    static JudgeView empty(Kinds kinds, String kind, String onset, String description) {
        return view("n", kinds, new Typed(kind, "", onset, description, "", Set.of(), "", Outcome.OPEN.id(), ""));
    }

    static JudgeView of(Said said, Kinds kinds) {
        return view(
                "r",
                kinds,
                new Typed(
                        said.kind().id(),
                        said.kind().id().equals(OTHER) ? said.kind().words() : "",
                        said.onset().map(LocalDate::toString).orElse(""),
                        said.description(),
                        said.grade()
                                .map(grade -> String.valueOf(grade.number()))
                                .orElse(""),
                        said.serious().map(JudgeForm::ids).orElse(Set.of()),
                        said.done().orElse(""),
                        said.outcome().id(),
                        said.resolvedOn().map(LocalDate::toString).orElse("")));
    }

    private static Set<String> ids(Set<Serious> by) {
        return by.isEmpty() ? Set.of(NONE) : by.stream().map(Serious::id).collect(java.util.stream.Collectors.toSet());
    }

    /// As it was sent.
    static JudgeView typed(String id, Form form, Kinds kinds) {
        return view(
                id,
                kinds,
                new Typed(
                        form.text("kind").orElse(""),
                        form.text("kindWords").orElse(""),
                        form.text("onset").orElse(""),
                        form.text("description").orElse(""),
                        form.text("grade").orElse(""),
                        Set.copyOf(new HashSet<>(form.texts("serious"))),
                        form.text("done").orElse(""),
                        form.text("outcome").orElse(Outcome.OPEN.id()),
                        form.text("resolvedOn").orElse("")));
    }

    private static JudgeView view(String id, Kinds kinds, Typed typed) {
        return new JudgeView(
                id,
                kinds.all().stream()
                        .filter(kind -> kind.redFlag().isPresent())
                        .map(kind ->
                                new Option(kind.id(), kind.words(), kind.id().equals(typed.kind())))
                        .toList(),
                kinds.all().stream()
                        .filter(Kinds.Kind::isExpected)
                        .map(kind ->
                                new Option(kind.id(), kind.words(), kind.id().equals(typed.kind())))
                        .toList(),
                typed.kind().equals(OTHER),
                typed.kindWords(),
                typed.onset(),
                typed.description(),
                Arrays.stream(Grade.values())
                        .map(grade -> new Option(
                                String.valueOf(grade.number()),
                                grade.words(),
                                String.valueOf(grade.number()).equals(typed.grade())))
                        .toList(),
                serious(typed.serious()),
                typed.done(),
                Arrays.stream(Outcome.values())
                        .map(one -> new Option(one.id(), one.words(), one.id().equals(typed.outcome())))
                        .toList(),
                typed.resolvedOn());
    }

    private static List<Option> serious(Set<String> chosen) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(new Option(NONE, "not serious", chosen.contains(NONE))),
                        Arrays.stream(Serious.values())
                                .map(one -> new Option(one.id(), one.words(), chosen.contains(one.id()))))
                .toList();
    }
}
