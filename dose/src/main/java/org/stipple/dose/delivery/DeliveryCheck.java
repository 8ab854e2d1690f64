package org.stipple.dose.delivery;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.NeedleArray;
import org.stipple.quantities.Area;
import org.stipple.quantities.Interval;
import org.stipple.quantities.PunctureDensity;

/// The delivered dose of a zone beside the planned one, by closed form.
///
/// With a pen whose time on the skin was taken, λ = ε·κ·N·f·t/A: neither passes nor speed are needed. Without
/// it λ = ε·κ·N·f·p/(v·w) with the speed that was told, which a hand holds within 30 %. A roller's or a
/// stamp's density follows from its passes. In all of them contact may have been 0.6 to 1 times what was
/// told.
///
/// @param planned mean density
/// @param delivered mean density, if contact was as told
/// @param ratio delivered over planned
/// @param ratioRange the same over contact and, where the time was not taken, speed
/// @param deeperMicrometres depth charted less depth planned; below 0 where it was less deep
/// @param flags what somebody should look at, in the order of [DeliveryFlag]
public record DeliveryCheck(
        PunctureDensity planned,
        PunctureDensity delivered,
        double ratio,
        Interval<Double> ratioRange,
        int deeperMicrometres,
        List<DeliveryFlag> flags) {

    /// Source: dose reference, plan checks "density 15 %".
    public static final double DENSITY_TOLERANCE = 0.15;

    /// Source: dose reference, robust scenarios: duty 0.6 to 1, speed ± 30 %.
    private static final double LEAST_CONTACT = 0.6;

    private static final double SPEED_SPREAD = 0.3;

    /// Copies the list.
    public DeliveryCheck {
        flags = List.copyOf(flags);
    }

    /// Checks one zone of one session.
    ///
    /// @param planned the zone as the signed course has it, in its whole outline
    public static DeliveryCheck of(DoseQuestion planned, Charted charted) {
        return of(planned, planned.outline().area(), charted);
    }

    /// Checks one zone of one session, of which the outline may be a part.
    ///
    /// @param planned the zone as the signed course has it
    /// @param whole the skin over which the time was taken
    public static DeliveryCheck of(DoseQuestion planned, Area whole, Charted charted) {
        double plan = perCm2(planned);
        double told = told(charted);
        Optional<Double> timed = timed(whole, charted);
        double delivered = timed.orElse(told);
        double ratio = delivered / plan;
        boolean speedCounts = charted.device() instanceof NeedleArray.Pen && timed.isEmpty();
        var range = Interval.of(
                LEAST_CONTACT * ratio / (speedCounts ? 1 + SPEED_SPREAD : 1),
                ratio / (speedCounts ? 1 - SPEED_SPREAD : 1));
        int deeper = charted.technique().depth().micrometres()
                - planned.technique().depth().micrometres();
        var flags = EnumSet.noneOf(DeliveryFlag.class);
        density(range).ifPresent(flags::add);
        if (deeper != 0) {
            flags.add(deeper > 0 ? DeliveryFlag.DEEPER : DeliveryFlag.SHALLOWER);
        }
        settings(planned, charted, flags);
        if (speedCounts) {
            flags.add(DeliveryFlag.TIME_NOT_TAKEN);
        }
        if (timed.isPresent() && !fits(timed.get() / told)) {
            flags.add(DeliveryFlag.TIME_DOES_NOT_FIT);
        }
        return new DeliveryCheck(
                PunctureDensity.ofPerSquareCentimetre(plan),
                PunctureDensity.ofPerSquareCentimetre(delivered),
                ratio,
                range,
                deeper,
                List.copyOf(flags));
    }

    private static Optional<DeliveryFlag> density(Interval<Double> range) {
        if (range.max() < 1 - DENSITY_TOLERANCE) {
            return Optional.of(DeliveryFlag.LESS_DENSE);
        }
        if (range.min() > 1 + DENSITY_TOLERANCE) {
            return Optional.of(DeliveryFlag.DENSER);
        }
        return range.min() < 1 - DENSITY_TOLERANCE || range.max() > 1 + DENSITY_TOLERANCE
                ? Optional.of(DeliveryFlag.DENSITY_UNCERTAIN)
                : Optional.empty();
    }

    private static void settings(DoseQuestion planned, Charted charted, EnumSet<DeliveryFlag> flags) {
        if (charted.technique().passes() != planned.technique().passes()
                || charted.technique().directions() != planned.technique().directions()) {
            flags.add(DeliveryFlag.OTHER_PASSES);
        }
        if (!charted.device().equals(planned.device())) {
            flags.add(DeliveryFlag.OTHER_DEVICE);
        }
    }

    private static double perCm2(DoseQuestion question) {
        return 100
                * question.device()
                        .densityPerMm2(
                                question.technique(),
                                question.technique().glide().millimetresPerSecond());
    }

    private static double told(Charted charted) {
        return 100
                * charted.device()
                        .densityPerMm2(
                                charted.technique(), charted.technique().glide().millimetresPerSecond());
    }

    /// From the time that was taken; only a pen's strokes go on with time.
    private static Optional<Double> timed(Area whole, Charted charted) {
        return switch (charted.device()) {
            case NeedleArray.Pen pen ->
                charted.onSkin()
                        .map(time -> charted.technique().efficiency().value()
                                * charted.technique().contactDuty().value()
                                * pen.strokesPerSecond()
                                * (time.toNanos() / 1e9)
                                / whole.squareCentimetres());
            case NeedleArray.Roller _, NeedleArray.Stamp _ -> Optional.empty();
        };
    }

    /// The way over the time is the speed: what differs by more than a hand's 30 % was not charted as it was
    /// done.
    private static boolean fits(double timedOverTold) {
        return timedOverTold >= 1 / (1 + SPEED_SPREAD) && timedOverTold <= 1 / (1 - SPEED_SPREAD);
    }
}
