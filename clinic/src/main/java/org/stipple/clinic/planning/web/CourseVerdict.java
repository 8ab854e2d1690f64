package org.stipple.clinic.planning.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stipple.clinic.web.look.Verdict;
import org.stipple.clinic.web.look.VerdictView;
import org.stipple.protocol.Course;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Screening;
import org.stipple.protocol.ZonePlan;
import org.stipple.quantities.ZoneId;

/// One verdict over what was found and over what is planned: it is never better than the worst of both, so
/// that no page says *go* beside a check that failed.
final class CourseVerdict {

    private CourseVerdict() {}

    /// Of answers: over every zone that was asked about, and over the plan that follows from them.
    static VerdictView ofAnswers(Course course, LocalDate today) {
        return withChecks(Looks.verdict(course.screening(), today), course);
    }

    /// Of a course: over the zones that are planned. What is left out is named.
    static VerdictView ofPlan(Course course, LocalDate today) {
        return ofPlan(course, course.screening(), today);
    }

    /// Of a course as it was planned, over what is found of its zones by now.
    static VerdictView ofPlan(Course course, Screening screening, LocalDate today) {
        var planned = course.planned().stream().map(ZonePlan.Planned::id).collect(Collectors.toSet());
        if (planned.isEmpty()) {
            var found = Looks.verdict(screening, today);
            return found.verdict() == Verdict.NO || found.verdict() == Verdict.ASK
                    ? found
                    : new VerdictView(Verdict.NO, "No", "No zone can be planned: no depth is left in any of them.");
        }
        var verdict = withChecks(Looks.verdict(only(screening, planned), today), course);
        String leftOut = course.zones().stream()
                .filter(zone -> zone instanceof ZonePlan.Refused)
                .map(zone -> zone.id().words())
                .collect(Collectors.joining(", "));
        return leftOut.isEmpty() ? verdict : more(verdict, verdict.verdict(), "Left out: " + leftOut + ".");
    }

    /// The first day on which no dated wait stands in any planned zone.
    ///
    /// @return empty where none does
    static Optional<LocalDate> until(Course course, Screening screening) {
        return only(
                        screening,
                        course.planned().stream().map(ZonePlan.Planned::id).collect(Collectors.toSet()))
                .until();
    }

    /// What a screening says about some of its zones.
    private static Screening only(Screening screening, Set<ZoneId> zones) {
        List<Screening.InZone> there = screening.byZone().stream()
                .filter(zone -> zones.contains(zone.id()))
                .toList();
        List<Finding> findings = screening.findings().stream()
                .filter(finding ->
                        finding.zones().isEmpty() || finding.zones().stream().anyMatch(zones::contains))
                .toList();
        return new Screening(
                screening.on(),
                there.stream()
                        .map(Screening.InZone::verdict)
                        .min(Comparator.naturalOrder())
                        .orElse(screening.verdict()),
                there.stream().flatMap(zone -> zone.until().stream()).max(Comparator.naturalOrder()),
                there.stream()
                        .flatMap(zone -> zone.openEnded().stream())
                        .distinct()
                        .toList(),
                there,
                findings,
                there.stream().flatMap(zone -> zone.ask().stream()).distinct().toList(),
                screening.release());
    }

    private static VerdictView withChecks(VerdictView found, Course course) {
        String failed = FailedChecks.sentence(course);
        if (course.planned().isEmpty() || failed.isEmpty()) {
            return found;
        }
        String words = "Not passed in the plan: " + failed + ".";
        return lower(found.verdict(), FailedChecks.needSignature(course))
                .map(verdict -> switch (verdict) {
                    case SIGN_OFF -> new VerdictView(verdict, "A clinician’s sign-off is needed", words);
                    case CAUTION -> new VerdictView(verdict, "Go, with care", words + " Mind what is below.");
                    case GO, ASK, WAIT, NO -> more(found, verdict, words);
                })
                .orElseGet(() -> more(found, found.verdict(), words));
    }

    /// To what a failed check lowers a verdict; empty where that is as low or lower already.
    private static Optional<Verdict> lower(Verdict found, boolean needsSignature) {
        return switch (found) {
            case GO, CAUTION -> Optional.of(needsSignature ? Verdict.SIGN_OFF : Verdict.CAUTION);
            case SIGN_OFF, ASK, WAIT, NO -> Optional.empty();
        };
    }

    private static VerdictView more(VerdictView view, Verdict verdict, String words) {
        return new VerdictView(verdict, view.headline(), (view.detail() + " " + words).strip());
    }
}
