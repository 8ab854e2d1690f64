package org.stipple.clinic.treatment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.protocol.Course;
import org.stipple.protocol.Operator;
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

    /// `design`: beyond twice the plan, the skin takes a second session's punctures in one. The plan's limits
    /// of dose are made for the planned number of passes, so this is as far outside them as a depth over its
    /// limit is.
    private static final double DOUBLE = 2;

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
            // Nobody planned it, screened it, or agreed to it.
            case null ->
                Optional.of(new Deviation(
                        Gravity.OVER_LIMIT,
                        "outside the plan and the consent: the " + zone.words() + " is not in the course"));
            case ZonePlan.Refused refused ->
                Optional.of(new Deviation(Gravity.OVER_LIMIT, "the course refuses this zone: " + refused.reason()));
            case ZonePlan.Planned plan -> of(plan, done);
        };
    }

    /// Of several reasons to look at one entry, one: the words of all, the gravity of the gravest.
    static Optional<Deviation> together(Stream<Deviation> several) {
        return several.reduce((one, other) ->
                new Deviation(Collections.min(List.of(one.gravity, other.gravity)), one.words + "; " + other.words));
    }

    /// What is done after consent was withdrawn, whatever the plan says of it.
    ///
    /// @param moment when it was withdrawn, in words
    static Deviation withoutConsent(String moment) {
        return new Deviation(Gravity.OVER_LIMIT, "charted after consent was withdrawn at " + moment);
    }

    /// What is done although something arose against it after the session began, whatever the plan says of it.
    ///
    /// @param against each in words
    /// @return empty where nothing arose
    static Optional<Deviation> despite(List<String> against) {
        return against.isEmpty()
                ? Optional.empty()
                : Optional.of(new Deviation(
                        Gravity.OVER_LIMIT,
                        "charted although this arose after the session began: " + String.join("; ", against)));
    }

    /// What is charted by somebody who is not who the course was planned for: the law of some places depends on
    /// it.
    ///
    /// @param who who charts
    /// @param as as what they treat; empty where they have not said
    /// @param planned who is to treat by the course; empty where it does not say
    static Optional<Deviation> byAnother(String who, Optional<Operator> as, Optional<Operator> planned) {
        return planned.filter(wanted -> !as.equals(Optional.of(wanted)))
                .map(wanted -> new Deviation(
                        Gravity.DEPARTURE,
                        "charted by " + who
                                + as.map(other -> ", who treats as " + WhoTreats.words(other))
                                        .orElse(", who has not said as what they treat")
                                + ", and the course was planned for " + WhoTreats.words(wanted)));
    }

    /// What is charted by somebody whose own scope it is beyond.
    ///
    /// @param beyond what, each in words
    /// @return empty where nothing is
    static Optional<Deviation> beyondScope(String who, List<String> beyond) {
        return beyond.isEmpty()
                ? Optional.empty()
                : Optional.of(new Deviation(
                        Gravity.OVER_LIMIT, "beyond the scope of " + who + ": " + String.join("; ", beyond)));
    }

    /// An entry that amends one that departed is the second telling of it: both are looked at, as gravely as the
    /// first, whatever the second says.
    static Optional<Deviation> amending(Session session, ZoneId zone) {
        List<Charted> departed = session.entries().stream()
                .filter(entry -> entry.zone() == zone && entry.gravity().isPresent())
                .toList();
        return session.gravest(zone)
                .map(gravest -> new Deviation(
                        gravest,
                        "amends what was first charted: "
                                + departed.getFirst().deviation().orElseThrow()));
    }

    /// How often the planned dose was given: punctures go with passes, and with the time over each spot. Where
    /// no speed is told, the planned one is taken.
    private static double dose(ZonePlan.Planned plan, Done done) {
        double slower = plan.glide()
                .flatMap(planned ->
                        done.glide().map(speed -> planned.millimetresPerSecond() / speed.millimetresPerSecond()))
                .orElse(1.0);
        return slower * done.passes() / plan.passes();
    }

    private static boolean isUnderHalf(ZonePlan.Planned plan, Done done) {
        return plan.glide()
                .flatMap(planned -> done.glide()
                        .filter(speed -> DOUBLE * speed.millimetresPerSecond() < planned.millimetresPerSecond() - 1e-9))
                .isPresent();
    }

    private static Optional<String> tooMuch(ZonePlan.Planned plan, Done done) {
        double dose = dose(plan, done);
        // A hand that stood still gives a dose without end: its speed says it below.
        if (Double.isFinite(dose) && dose > DOUBLE + 1e-9) {
            return Optional.of(String.format(Locale.ROOT, "%.1f times the planned dose", dose));
        }
        if (done.passes() > DOUBLE * plan.passes()) {
            return Optional.of("more than twice the planned passes");
        }
        return isUnderHalf(plan, done) ? Optional.of("slower than half the planned speed") : Optional.empty();
    }

    private static Optional<Deviation> of(ZonePlan.Planned plan, Done done) {
        var words = new ArrayList<String>();
        List<DepthLimit> over = DepthLimit.exceeded(plan, done.depth());
        if (!done.depth().equals(plan.depth().chosen())
                || !done.shallowest().equals(plan.depth().chosen())) {
            words.add((done.manner().depths().isEmpty()
                            ? "depth " + done.depth()
                            : "passes at " + done.manner().depthWords())
                    + " instead of " + plan.depth().chosen()
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
        if (done.manner().isStamped() && plan.glide().isPresent()) {
            words.add("stamped instead of glided");
        }
        Optional<String> tooMuch = tooMuch(plan, done);
        tooMuch.ifPresent(words::add);
        if (!done.endpoint().isExpected()) {
            words.add(done.endpoint().words());
        }
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Deviation(
                        !over.isEmpty() || tooMuch.isPresent()
                                ? Gravity.OVER_LIMIT
                                : done.endpoint().isExpected() ? Gravity.DEPARTURE : Gravity.REACTION,
                        String.join(", ", words)));
    }
}
