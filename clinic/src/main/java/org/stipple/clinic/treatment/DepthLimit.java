package org.stipple.clinic.treatment;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.stipple.protocol.ZonePlan;
import org.stipple.quantities.Depth;

/// A limit of depth that a zone's plan names.
///
/// @param words what sets it: `the cap of the zone`
/// @param deepest what it allows
public record DepthLimit(String words, Depth deepest) {

    private static final String HARD = "-limit";
    private static final String UNSIGNED = "-limit-without-signature";

    /// The limits of a plan, lowest first; of two of one kind and depth, the one that no signature lifts.
    public static List<DepthLimit> of(ZonePlan.Planned plan) {
        record Kind(String kind, Depth deepest) {}
        var limits = new LinkedHashMap<Kind, DepthLimit>();
        for (String ending : List.of(HARD, UNSIGNED)) {
            for (var check : plan.checks()) {
                if (check.check().endsWith(ending)) {
                    String kind = check.check().substring(0, check.check().length() - ending.length());
                    check.asked().stream()
                            .map(Depth::ofMillimetres)
                            .forEach(deepest -> limits.putIfAbsent(
                                    new Kind(kind, deepest), named(kind, ending.equals(UNSIGNED), deepest)));
                }
            }
        }
        return limits.values().stream()
                .sorted(Comparator.comparing(DepthLimit::deepest))
                .toList();
    }

    /// The limits that a depth is beyond. What was signed is beyond none: a signature has lifted what it could.
    public static List<DepthLimit> exceeded(ZonePlan.Planned plan, Depth done) {
        return done.compareTo(plan.depth().chosen()) <= 0
                ? List.of()
                : of(plan).stream()
                        .filter(limit -> done.compareTo(limit.deepest()) > 0)
                        .toList();
    }

    private static DepthLimit named(String kind, boolean unsigned, Depth deepest) {
        return new DepthLimit(
                switch (kind) {
                    case "indication" ->
                        unsigned
                                ? "what is usual for the indication without a signature"
                                : "the deepest for the indication, with a signature too";
                    case "zone" -> "the cap of the zone";
                    case "label" -> "the label of the device";
                    case "device" -> "the deepest setting of the device";
                    case "dermis" -> "the guard of the dermis";
                    case "law" -> "the law";
                    case "scope" -> "the scope of who treats";
                    case "home" -> "home use";
                    case String other -> other;
                },
                deepest);
    }

    /// `the cap of the zone (1.5 mm)`.
    @Override
    public String toString() {
        return words + " (" + deepest + ")";
    }
}
