package org.stipple.clinic.planning.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.stipple.clinic.planning.web.PlanningViews.Check;
import org.stipple.clinic.web.look.FindingView;
import org.stipple.clinic.web.look.SourceView;
import org.stipple.clinic.web.look.Verdict;
import org.stipple.protocol.Course;
import org.stipple.protocol.ZonePlan;
import org.stipple.quantities.ZoneId;

/// What did not pass of the checks of a plan. It is part of the verdict and stands open among what was found,
/// because a check that is counted and folded away is a check that nobody reads.
final class FailedChecks {

    private FailedChecks() {}

    /// One check that failed alike in one zone or several.
    private record Failed(String name, Check check) {}

    /// Each as an open card, with what was asked, what is planned and where that is written.
    static List<FindingView> findings(Course course, LimitWords limits) {
        var zones = new LinkedHashMap<Failed, List<ZoneId>>();
        for (var planned : course.planned()) {
            for (var check : planned.checks()) {
                if (!check.passed()) {
                    zones.computeIfAbsent(
                                    new Failed(check.check(), limits.of(planned.id(), check)), _ -> new ArrayList<>())
                            .add(planned.id());
                }
            }
        }
        return zones.entrySet().stream()
                .map(each -> finding(each.getKey(), each.getValue()))
                .toList();
    }

    private static FindingView finding(Failed failed, List<ZoneId> zones) {
        var places = failed.check().places();
        return new FindingView(
                Verdict.CAUTION,
                "Not passed: " + title(failed.name()),
                "",
                words(zones),
                failed.check().words() + ".",
                "",
                "",
                places.stream()
                        .map(place -> new SourceView(
                                place.words() + (place.basis().isEmpty() ? "" : ": " + place.basis()),
                                "",
                                place.href()))
                        .toList(),
                List.of(),
                "",
                true,
                "");
    }

    /// All of them in one sentence; empty where every check passed.
    static String sentence(Course course) {
        var zones = new LinkedHashMap<String, List<ZoneId>>();
        for (var planned : course.planned()) {
            planned.checks().stream()
                    .filter(check -> !check.passed())
                    .map(ZonePlan.Check::check)
                    .distinct()
                    .forEach(name ->
                            zones.computeIfAbsent(name, _ -> new ArrayList<>()).add(planned.id()));
        }
        return zones.entrySet().stream()
                .map(each -> title(each.getKey()) + " (" + words(each.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    /// Whether one of them is a limit that only a signature lifts.
    static boolean needSignature(Course course) {
        return course.planned().stream()
                .flatMap(planned -> planned.checks().stream())
                .anyMatch(check -> !check.passed() && check.check().endsWith(LimitWords.UNSIGNED));
    }

    private static String words(List<ZoneId> zones) {
        return zones.stream().map(ZoneId::words).collect(Collectors.joining(", "));
    }

    private static String title(String name) {
        return switch (name) {
            case "skin-thickness" -> "skin thickness";
            case "beyond-dermis" -> "punctures through the dermis";
            case "goal-not-met" -> "wished depth";
            case "goal-density" -> "wished density";
            default ->
                name.endsWith(LimitWords.UNSIGNED)
                        ? LimitWords.of(name, LimitWords.UNSIGNED).toLowerCase(java.util.Locale.ROOT)
                                + ", without a signature"
                        : name.replace('-', ' ');
        };
    }
}
