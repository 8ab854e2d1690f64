package org.stipple.clinic.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.stipple.clinic.planning.CourseRecord.Acceptance;
import org.stipple.clinic.planning.CourseRecord.AwaitingSecond;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.protocol.Course;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Kind;
import org.stipple.protocol.ZonePlan;
import org.stipple.quantities.ZoneId;

/// What a signature under a course says: what is signed, what did not pass, and what is taken on. A sentence
/// that is the same under every course is signed without reading.
public final class CourseWords {

    private CourseWords() {}

    /// As it is kept.
    static String meaning(Plan plan, String device, List<Acceptance> taken) {
        return reviewed(plan.course(), device)
                + takenOn(taken.stream().map(CourseWords::words).toList());
    }

    /// As it stands above the password: what has to be taken on is named, what may be is told apart.
    static String meaningBefore(Plan plan, String device) {
        var findings = plan.course().screening().findings().stream()
                .filter(plan::concerns)
                .toList();
        String required = takenOn(findings.stream()
                .filter(finding -> finding.kind() == Kind.SIGN_OFF)
                .map(CourseWords::words)
                .toList());
        var waits = findings.stream()
                .filter(finding -> finding.kind() == Kind.DEFER)
                .map(CourseWords::words)
                .toList();
        return reviewed(plan.course(), device)
                + required
                + (waits.isEmpty()
                        ? ""
                        : " Where I give a reason I take on the wait too: " + String.join("; ", waits) + ".");
    }

    /// As the second of two people signs it.
    public static String meaningOfTheSecond(AwaitingSecond waiting) {
        return "I have reviewed this course and agree that this is set aside: "
                + waiting.forTwo().stream().map(CourseWords::words).collect(Collectors.joining("; ")) + ".";
    }

    private static String reviewed(Course course, String device) {
        var zones = course.planned().stream()
                .map(zone -> zone.id().words() + " " + zone.depth().chosen())
                .collect(Collectors.joining(", "));
        String sessions = course.schedule()
                .map(schedule -> ", " + schedule.sessions().chosen() + " sessions")
                .orElse("");
        return "I have reviewed this course (" + device + ", " + zones + sessions + ") and take responsibility for it."
                + notPassed(course);
    }

    private static String notPassed(Course course) {
        var zones = new LinkedHashMap<String, List<ZoneId>>();
        for (ZonePlan.Planned planned : course.planned()) {
            planned.checks().stream()
                    .filter(check -> !check.passed())
                    .map(check -> check.check().replace('-', ' '))
                    .distinct()
                    .forEach(name ->
                            zones.computeIfAbsent(name, _ -> new ArrayList<>()).add(planned.id()));
        }
        return zones.isEmpty()
                ? ""
                : " I have seen that this did not pass: "
                        + zones.entrySet().stream()
                                .map(each -> each.getKey() + " (" + words(each.getValue()) + ")")
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    private static String takenOn(List<String> words) {
        return words.isEmpty() ? "" : " I take on: " + String.join("; ", words) + ".";
    }

    private static String words(Acceptance acceptance) {
        return acceptance.rule().replace('-', ' ') + " ("
                + words(acceptance.zones().stream().sorted().toList()) + ")";
    }

    private static String words(Finding finding) {
        return finding.rule().replace('-', ' ') + " ("
                + words(finding.zones().stream().sorted().toList()) + ")";
    }

    private static String words(List<ZoneId> zones) {
        return zones.isEmpty()
                ? "everywhere"
                : zones.stream().map(ZoneId::words).collect(Collectors.joining(", "));
    }
}
