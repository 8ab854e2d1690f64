package org.stipple.clinic.treatment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.protocol.Course;
import org.stipple.protocol.ZonePlan;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.ZoneId;

/// How what was done departs from what was planned.
///
/// @param words how, in words
record Deviation(Gravity gravity, String words) {

    /// A hand does not keep its speed to the millimetre: `design`, the dose is given for ±30 %, so a departure
    /// begins there.
    private static final double HAND = 0.3;

    private static boolean isAnother(GlideSpeed done, ZonePlan.Planned plan) {
        return plan.glide()
                .filter(planned -> Math.abs(done.millimetresPerSecond() - planned.millimetresPerSecond())
                        > HAND * planned.millimetresPerSecond() + 1e-9)
                .isPresent();
    }

    private static String number(GlideSpeed speed) {
        return java.math.BigDecimal.valueOf(speed.millimetresPerSecond())
                .stripTrailingZeros()
                .toPlainString();
    }

    /// @return empty where it does not depart
    static Optional<Deviation> of(Course course, ZoneId zone, Done done) {
        var planned = course.zones().stream().filter(each -> each.id() == zone).findFirst();
        return switch (planned.orElse(null)) {
            case null -> Optional.of(new Deviation(Gravity.DEPARTURE, "the zone is not in the course"));
            case ZonePlan.Refused refused ->
                Optional.of(new Deviation(Gravity.OVER_LIMIT, "the course refuses this zone: " + refused.reason()));
            case ZonePlan.Planned plan -> of(plan, done);
        };
    }

    private static Optional<Deviation> of(ZonePlan.Planned plan, Done done) {
        var words = new ArrayList<String>();
        List<DepthLimit> over = DepthLimit.exceeded(plan, done.depth());
        if (!done.depth().equals(plan.depth().chosen())) {
            words.add("depth " + done.depth() + " instead of " + plan.depth().chosen()
                    + (over.isEmpty()
                            ? ""
                            : ", over "
                                    + over.stream().map(DepthLimit::toString).collect(Collectors.joining(" and "))));
        }
        if (done.passes() != plan.passes()) {
            words.add(done.passes() + " passes instead of " + plan.passes());
        }
        if (done.directions() != plan.directions()) {
            words.add(done.directions() + " directions instead of " + plan.directions());
        }
        done.glide()
                .filter(speed -> isAnother(speed, plan))
                .ifPresent(speed -> words.add("speed " + number(speed) + " mm/s instead of "
                        + plan.glide().map(Deviation::number).orElse("none")));
        if (!done.endpoint().isExpected()) {
            words.add(done.endpoint().words());
        }
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Deviation(
                        !over.isEmpty()
                                ? Gravity.OVER_LIMIT
                                : done.endpoint().isExpected() ? Gravity.DEPARTURE : Gravity.REACTION,
                        String.join(", ", words)));
    }
}
