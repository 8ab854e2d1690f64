package org.stipple.clinic.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stipple.clinic.planning.CourseRecord.AwaitingSecond;
import org.stipple.clinic.planning.CourseRecord.DraftCourse;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.web.DaysInText;
import org.stipple.protocol.Course;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Kind;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.document.Document;
import org.stipple.quantities.ZoneId;

/// A course as today's answers and today's knowledge see it.
///
/// @param plan what was planned
/// @param answered the newest answers with what the clinic knows put over them
/// @param course what would be planned today for the course's own zones, device and wishes, with the screening
///   it rests on
public record TodaysJudgement(Plan plan, PatientFacts answered, Course course) {

    /// The course's own question with the newest answers: what is wanted stays as it was planned, what is true
    /// is of today.
    static Document.Mapping request(Plan plan, Document.Mapping today) {
        var fields = new LinkedHashMap<>(plan.request().fields());
        for (String name : List.of("age", "sex", "fitzpatrick", "facts", "jurisdiction", "operator", "premises")) {
            fields.remove(name);
            if (today.fields().containsKey(name)) {
                fields.put(name, java.util.Objects.requireNonNull(today.fields().get(name)));
            }
        }
        return new Document.Mapping(fields);
    }

    /// Everything that stands against treating under this signature; empty when nothing does.
    public List<String> against(SignedCourse signed) {
        var against = new ArrayList<>(otherZones());
        standing(signed).stream()
                .map(finding -> words(finding.kind()) + ": " + DaysInText.of(finding.reason()))
                .forEach(against::add);
        against.addAll(deeperThanToday());
        return List.copyOf(against);
    }

    /// Whether something stands today against treating under this course at all, and not only until a day, an
    /// answer or a sign-off. No day is named then.
    public boolean refuses(CourseRecord record) {
        return open(record).anyMatch(finding -> finding.kind() == Kind.REFUSE)
                || !deeperThanToday().isEmpty();
    }

    /// What stands today and was not found when the course was planned: nobody who signs it would have seen it.
    public List<Finding> foundSince() {
        return concerning()
                .filter(finding ->
                        plan.course().screening().findings().stream().noneMatch(before -> covers(before, finding)))
                .toList();
    }

    /// What is found today and was not when the course was planned, cautions included; notes are left out.
    List<Finding> newlyFound() {
        return other(course.screening().findings(), plan.course().screening().findings());
    }

    /// What was found when the course was planned and is not today; notes are left out.
    List<Finding> notFoundAnyMore() {
        return other(plan.course().screening().findings(), course.screening().findings());
    }

    private List<Finding> other(List<Finding> findings, List<Finding> than) {
        return findings.stream()
                .filter(Rechecked::isMoreThanANote)
                .filter(plan::concerns)
                .filter(finding -> than.stream().noneMatch(one -> covers(one, finding)))
                .sorted(Comparator.comparing(Finding::kind))
                .toList();
    }

    /// Why the course is not signed any more as it was planned, a sentence each; empty while it holds.
    public List<String> changedSince() {
        var changed = new ArrayList<>(otherZones());
        foundSince().stream()
                .map(finding -> "“" + DaysInText.of(finding.reason()) + "” was not found when it was planned.")
                .forEach(changed::add);
        changed.addAll(deeperThanToday());
        return List.copyOf(changed);
    }

    /// The same rule and kind, nowhere else, and not for longer.
    private static boolean covers(Finding before, Finding now) {
        return before.rule().equals(now.rule())
                && before.kind() == now.kind()
                && (before.zones().isEmpty()
                        || !now.zones().isEmpty() && before.zones().containsAll(now.zones()))
                && (before.until().isEmpty() == now.until().isEmpty())
                && before.until()
                        .flatMap(day -> now.until().filter(later -> later.isAfter(day)))
                        .isEmpty();
    }

    private List<String> otherZones() {
        Set<ZoneId> unasked = plan.course().planned().stream()
                .map(ZonePlan.Planned::id)
                .filter(zone -> !answered.zones().contains(zone))
                .collect(Collectors.toSet());
        return unasked.isEmpty()
                ? List.of()
                : List.of("Today's answers are about other zones. Ask again for " + words(unasked) + ".");
    }

    /// What was found today about the planned zones that the signature does not cover.
    public List<Finding> standing(SignedCourse signed) {
        return concerning().filter(finding -> !signed.accepts(finding)).toList();
    }

    private Stream<Finding> open(CourseRecord record) {
        return switch (record) {
            case SignedCourse signed -> standing(signed).stream();
            case DraftCourse _, AwaitingSecond _ -> concerning();
        };
    }

    private Stream<Finding> concerning() {
        return course.screening().findings().stream().filter(finding -> switch (finding.kind()) {
            case NOTE, CAUTION -> false;
            case REFUSE, DEFER, UNKNOWN, SIGN_OFF -> plan.concerns(finding);
        });
    }

    /// When the last wait ends that stands today and that the signature does not cover; a course that is
    /// not signed covers none.
    ///
    /// @return empty where there is none, or none that ends on a date
    public Optional<LocalDate> waitsUntil(CourseRecord record) {
        return open(record)
                .filter(finding -> finding.kind() == Kind.DEFER)
                .flatMap(finding -> finding.until().stream())
                .max(Comparator.naturalOrder());
    }

    /// The law, a label or the knowledge may allow less today than when it was signed.
    public List<String> deeperThanToday() {
        return plan.course().planned().stream()
                .flatMap(zone -> deeperThanToday(zone).stream())
                .toList();
    }

    private List<String> deeperThanToday(ZonePlan.Planned zone) {
        return course.planned().stream()
                .filter(today -> today.id() == zone.id())
                .filter(today -> zone.depth().chosen().compareTo(today.depth().max()) > 0)
                .map(today -> zone.id().words() + " is planned at "
                        + zone.depth().chosen() + ", and today at most "
                        + today.depth().max() + " is allowed (" + today.depth().boundBy() + "). Plan anew.")
                .toList();
    }

    /// As every page says it.
    private static String words(Kind kind) {
        return switch (kind) {
            case REFUSE -> "No";
            case DEFER -> "Wait";
            case UNKNOWN -> "An answer is missing";
            case SIGN_OFF -> "A sign-off is needed";
            case CAUTION -> "With care";
            case NOTE -> "Note";
        };
    }

    private static String words(Set<ZoneId> zones) {
        return zones.stream().sorted().map(ZoneId::words).collect(Collectors.joining(", "));
    }
}
