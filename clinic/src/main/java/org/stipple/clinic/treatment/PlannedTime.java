package org.stipple.clinic.treatment;

import java.time.Duration;
import java.util.Optional;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Interval;

/// How long the head is to touch a zone, as the plan of the course computed it. Turns and changes are not in it.
///
/// @param time at the planned speed
/// @param range with hands 30 % quicker and slower
public record PlannedTime(Duration time, Interval<Duration> range) {

    /// Design: no plan takes a day.
    private static final double MOST = 86_400;

    /// @return empty where the plan does not compute it, as of a device without a motor
    public static Optional<PlannedTime> of(ZonePlan.Planned zone) {
        return zone.dose()
                .map(Field::root)
                .flatMap(dose -> dose.optional("seconds")
                        .flatMap(seconds -> dose.optional("uncertainty")
                                .flatMap(range -> range.optional("seconds"))
                                .map(range -> new PlannedTime(
                                        read(seconds),
                                        Interval.of(read(range.required("min")), read(range.required("max")))))));
    }

    private static Duration read(Field seconds) {
        return Duration.ofMillis(Math.round(1000 * seconds.number(0, MOST)));
    }

    /// `1:28, from 1:07 to 2:05 with a quicker or slower hand`.
    public String words() {
        return MinutesAndSeconds.words(time) + ", from " + MinutesAndSeconds.words(range.min()) + " to "
                + MinutesAndSeconds.words(range.max()) + " with a quicker or slower hand";
    }
}
