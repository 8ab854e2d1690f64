package org.stipple.clinic.planning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stipple.clinic.access.Scope;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// The scope of a person, put beside a course.
public final class PlannedScope {

    /// The deepest that a request can name: a scope without a depth of its own.
    private static final Depth ANY = Depth.ofMillimetres("5");

    private PlannedScope() {}

    /// The request with the scope of whoever plans in its `limits`. Limits that were asked for stay where they
    /// are narrower.
    ///
    /// @throws IllegalArgumentException where no zone lies in both
    static Document.Mapping narrowed(Document.Mapping request, Scope scope, LocalDate today) {
        if (scope.deepest().isEmpty() && scope.zones().isEmpty()) {
            return request;
        }
        var asked = Field.root(request).optional("limits");
        Depth deepest = scope.deepest().orElse(ANY);
        Set<String> zones = ids(scope.zones());
        if (asked.isPresent()) {
            PatientFacts.Scope limits = PatientFacts.read(Field.root(request), today)
                    .wishes()
                    .scope()
                    .orElseThrow();
            deepest = deepest.min(limits.deepest());
            zones = both(zones, ids(limits.zones()));
        }
        var limits = Document.mapping().with("depthMm", number(deepest.millimetres()));
        return request.with(
                "limits", zones.isEmpty() ? limits : limits.with("zones", Document.texts(List.copyOf(zones))));
    }

    private static Document number(BigDecimal value) {
        return new Document.Numeral(value);
    }

    private static Set<String> ids(Set<ZoneId> zones) {
        return zones.stream().map(ZoneId::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /// No zones are all of them.
    private static Set<String> both(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        var both = new TreeSet<>(one);
        both.retainAll(other);
        if (both.isEmpty()) {
            throw new IllegalArgumentException("No zone that was asked for is in your scope. Nothing was planned.");
        }
        return both;
    }

    /// @throws IllegalArgumentException where the device is not in the scope
    static void requireDevice(Scope scope, String device, String name) {
        if (!scope.covers(device)) {
            throw new IllegalArgumentException("Your scope does not include " + name
                    + ". Choose another device in the answers, or let somebody plan whose scope it is."
                    + " Nothing was planned.");
        }
    }

    /// What of a course is beyond somebody's scope, in words; empty when nothing is.
    public static List<String> beyond(Scope scope, Plan plan) {
        return scope.beyond(
                plan.device(),
                plan.course().planned().stream()
                        .collect(Collectors.toMap(
                                ZonePlan.Planned::id, zone -> zone.depth().chosen())));
    }
}
