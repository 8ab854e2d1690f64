package org.stipple.protocol;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stipple.dose.DoseEstimate;
import org.stipple.dose.Technique;
import org.stipple.protocol.document.Figures;
import org.stipple.quantities.Depth;
import org.stipple.quantities.PunctureDensity;
import org.stipple.quantities.ZoneId;

/// Makes the draft of a course from a screened case.
final class Planner {

    private final Case patient;
    private final Screening screening;
    private final ZoneDose dose;

    Planner(Case patient, Screening screening, ZoneDose dose) {
        this.patient = patient;
        this.screening = screening;
        this.dose = dose;
    }

    Course course() {
        var zones = eachWithItsSchedule(
                patient.facts().zones().stream().map(this::zone).toList());
        boolean any = zones.stream().anyMatch(zone -> zone instanceof ZonePlan.Planned);
        return new Course(
                screening,
                any ? zones : List.of(),
                any ? Optional.of(schedule(zones)) : Optional.empty(),
                new AnaestheticAdvice(patient).document(),
                patient.contents().aftercare(),
                disagreements(patient),
                any ? earliestStart(zones) : Optional.empty());
    }

    private ZonePlan zone(ZoneId id) {
        var here = screening.in(id).orElseThrow();
        if (!here.isPlannable() || patient.device().isEmpty()) {
            return new ZonePlan.Refused(id, whyNot(id, here.verdict()));
        }
        return switch (patient.depth(id).orElseThrow()) {
            case DepthRange.Empty(var reason, var _) -> new ZonePlan.Refused(id, reason);
            case DepthRange.Settable range -> planned(id, patient.device().get(), range);
        };
    }

    private String whyNot(ZoneId id, Verdict verdict) {
        if (verdict == Verdict.UNKNOWN) {
            var missing = new LinkedHashSet<Fact>();
            screening.findingsIn(id).forEach(finding -> missing.addAll(finding.missing()));
            return "not answered: " + missing.stream().map(Fact::path).collect(Collectors.joining(", "));
        }
        return screening.findingsIn(id).stream()
                .filter(finding -> finding.kind() == Kind.REFUSE)
                .map(finding -> finding.rule() + ": " + finding.reason())
                .collect(Collectors.joining(" "));
    }

    private ZonePlan planned(ZoneId id, Device device, DepthRange.Settable range) {
        var zone = patient.contents().zone(id);
        boolean isPen = device.family() == Device.Family.PEN;
        var technique = technique(device, range.chosen());
        var received = dose.of(new ZoneDose.Needling(
                device.needleArray(),
                technique,
                zone.skin(patient.facts().sex()),
                patient.facts().wishes().areas().getOrDefault(id, zone.area())));
        return new ZonePlan.Planned(
                id,
                new ZonePlan.DepthPlan(range.chosen(), range.min(), range.max(), range.boundBy()),
                technique.passes(),
                technique.directions(),
                isPen ? device.strokeHz() : Optional.empty(),
                isPen ? Optional.of(technique.glide()) : Optional.empty(),
                offLabel(id, device),
                received.map(DoseDocument::of),
                checks(zone, device, range, received),
                Optional.empty());
    }

    /// Zones that are treated for different things have different schedules; that of the course is the more
    /// cautious.
    private List<ZonePlan> eachWithItsSchedule(List<ZonePlan> zones) {
        boolean differ = zones.stream()
                        .filter(zone -> zone instanceof ZonePlan.Planned)
                        .map(zone -> Set.copyOf(patient.soughtIn(zone.id())))
                        .distinct()
                        .count()
                > 1;
        return !differ
                ? zones
                : zones.stream()
                        .map(zone -> zone instanceof ZonePlan.Planned planned
                                ? planned.with(schedule(List.of(planned)))
                                : zone)
                        .toList();
    }

    /// As the device is usually used; for a wish for density with fewer passes, never with more than were read
    /// of.
    private Technique technique(Device device, Depth depth) {
        var array = device.needleArray();
        var glide = patient.contents().settings().glide();
        var onePass = Technique.of(array, depth, 1, 1).withGlide(glide);
        double perCm2 = 100 * array.densityPerMm2(onePass, glide.millimetresPerSecond());
        int passes = patient.facts()
                .wishes()
                .goalDensity()
                .map(goal -> Math.clamp(Math.round(goal.perSquareCentimetre() / perCm2), 1, device.passes()))
                .orElse(device.passes());
        return Technique.of(array, depth, passes, Math.min(passes, device.directions()))
                .withGlide(glide);
    }

    private Optional<String> offLabel(ZoneId id, Device device) {
        var uses = patient.soughtIn(id).stream()
                .filter(sought -> device.clearanceFor(sought, id).isEmpty())
                .map(sought -> sought.indication().words())
                .distinct()
                .toList();
        return uses.isEmpty()
                ? Optional.empty()
                : Optional.of(device.name() + " has no US clearance that we know of for " + String.join(" and ", uses)
                        + " on the " + id.words());
    }

    private List<ZonePlan.Check> checks(
            SkinZone zone, Device device, DepthRange.Settable range, Optional<DoseEstimate> received) {
        var checks = new ArrayList<ZonePlan.Check>();
        var given = Optional.of(range.chosen().millimetres());
        for (var bound : range.bounds()) {
            var check = new ZonePlan.Check(
                    bound.name() + (bound.bySignature() ? "-limit-without-signature" : "-limit"),
                    range.chosen().compareTo(bound.deepest()) <= 0,
                    Optional.of(bound.deepest().millimetres()),
                    given);
            if (!checks.contains(check)) {
                checks.add(check);
            }
        }
        zone.thickness()
                .ifPresent(skin -> checks.add(new ZonePlan.Check(
                        "skin-thickness",
                        range.chosen().asMillimetres()
                                <= skin.meanMm(patient.facts().sex()),
                        Optional.of(millimetres(skin.meanMm(patient.facts().sex()))),
                        given)));
        if (!range.goalMet()) {
            checks.add(new ZonePlan.Check(
                    "goal-not-met",
                    false,
                    patient.facts().wishes().goalDepth().map(depth -> depth.millimetres()),
                    given));
        }
        dermis(zone, device, range.chosen()).ifPresent(checks::add);
        patient.facts().wishes().goalDensity().ifPresent(goal -> checks.add(density(goal, received)));
        return checks;
    }

    private Optional<ZonePlan.Check> dermis(SkinZone zone, Device device, Depth chosen) {
        var guard = patient.contents().settings().dermisGuard();
        return guard.holdsIn(zone.id())
                ? guard.beyond(
                                zone,
                                patient.facts().sex(),
                                chosen,
                                device.needleArray().needle())
                        .map(beyond -> new ZonePlan.Check(
                                "beyond-dermis",
                                beyond.compareTo(guard.most()) <= 0,
                                Optional.of(BigDecimal.valueOf(guard.most().value())),
                                Optional.of(Figures.rounded(beyond.value()))))
                : Optional.empty();
    }

    /// The wish against the mean density that was computed.
    private ZonePlan.Check density(PunctureDensity goal, Optional<DoseEstimate> received) {
        double tolerance = patient.contents().settings().densityTolerance().value();
        var mean = received.map(one -> one.surface().density().mean().perSquareCentimetre());
        return new ZonePlan.Check(
                "goal-density",
                mean.map(given ->
                                Math.abs(given - goal.perSquareCentimetre()) <= tolerance * goal.perSquareCentimetre())
                        .orElse(false),
                Optional.of(BigDecimal.valueOf(goal.perSquareCentimetre())),
                mean.map(Figures::rounded));
    }

    /// To the hundredth of a millimetre, as it was measured.
    private static BigDecimal millimetres(double value) {
        return BigDecimal.valueOf(value).setScale(2, java.math.RoundingMode.HALF_EVEN);
    }

    private CourseSchedule schedule(List<ZonePlan> zones) {
        var settings = patient.contents().settings();
        boolean superficial = zones.stream()
                .allMatch(zone -> !(zone instanceof ZonePlan.Planned planned)
                        || planned.depth().chosen().compareTo(settings.superficialBelow()) < 0);
        var treatments = zones.stream()
                .filter(zone -> zone instanceof ZonePlan.Planned)
                .flatMap(zone -> patient.soughtIn(zone.id()).stream())
                .map(sought -> patient.contents().treatment(sought.indication()))
                .distinct()
                .toList();
        return CourseSchedule.of(treatments, superficial ? settings.superficialDays() : Integer.MAX_VALUE);
    }

    /// Where people are told two things about a case.
    static List<Disagreement> disagreements(Case patient) {
        return patient.contents().disagreements().stream()
                .filter(one -> one.when().holds(patient) != ZoneTruths.NOWHERE)
                .map(Disagreement.Conditional::disagreement)
                .toList();
    }

    /// The first day on which no dated wait stands in any zone that is planned; none while any wait, also in a
    /// zone that is not planned, ends only with an examination, or while an answer is missing that could refuse
    /// treatment in a planned zone or make it wait longer.
    private Optional<LocalDate> earliestStart(List<ZonePlan> zones) {
        var planned = zones.stream()
                .filter(zone -> zone instanceof ZonePlan.Planned)
                .map(zone -> screening.in(zone.id()).orElseThrow())
                .toList();
        if (!screening.openEnded().isEmpty()
                || planned.stream().anyMatch(zone -> !zone.ask().isEmpty() || mayWaitLonger(zone.id()))) {
            return Optional.empty();
        }
        return planned.stream()
                .flatMap(zone -> zone.until().stream())
                .max(Comparator.naturalOrder())
                .or(() -> Optional.of(screening.on()));
    }

    private boolean mayWaitLonger(ZoneId id) {
        var waits = patient.contents().rules().stream()
                .filter(rule -> rule.kind() == Kind.DEFER)
                .map(Rule::id)
                .collect(Collectors.toSet());
        return screening.findingsIn(id).stream()
                .anyMatch(finding -> finding.kind() == Kind.UNKNOWN && waits.contains(finding.rule()));
    }
}
