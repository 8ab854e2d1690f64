package org.stipple.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stipple.protocol.Course;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.Figures;

/// How long a session of a course needles, all zones together: the part of the chair time that is known. Turns,
/// changes and preparation are not counted, because nobody published them.
///
/// @param seconds at the planned speeds
/// @param least with hands 30 % quicker
/// @param most with hands 30 % slower
record NeedlingTime(double seconds, double least, double most) {

    private static final double MOST = 1e9;

    /// @return empty where no zone is planned, or one of them by hand or without a dose
    static Optional<NeedlingTime> of(Course course) {
        var zones = new ArrayList<NeedlingTime>();
        for (var zone : course.zones()) {
            switch (zone) {
                case ZonePlan.Refused _ -> {}
                case ZonePlan.Planned planned -> {
                    var time = planned.dose().flatMap(NeedlingTime::ofZone);
                    if (time.isEmpty()) {
                        return Optional.empty();
                    }
                    zones.add(time.get());
                }
            }
        }
        return zones.isEmpty() ? Optional.empty() : Optional.of(sum(zones));
    }

    private static Optional<NeedlingTime> ofZone(Document dose) {
        var root = Field.root(dose);
        return root.optional("seconds")
                .flatMap(seconds -> root.optional("uncertainty")
                        .flatMap(range -> range.optional("seconds"))
                        .map(range -> new NeedlingTime(
                                seconds.number(0, MOST),
                                range.required("min").number(0, MOST),
                                range.required("max").number(0, MOST))));
    }

    private static NeedlingTime sum(List<NeedlingTime> zones) {
        return new NeedlingTime(
                zones.stream().mapToDouble(NeedlingTime::seconds).sum(),
                zones.stream().mapToDouble(NeedlingTime::least).sum(),
                zones.stream().mapToDouble(NeedlingTime::most).sum());
    }

    /// `needlingSeconds` in the answer of `stipple plan`.
    Document document() {
        return Document.mapping()
                .with("chosen", Figures.number(seconds))
                .with("min", Figures.number(least))
                .with("max", Figures.number(most));
    }

    String words() {
        return "On the skin " + Figures.text(seconds, 3) + " s in a session, all zones together ("
                + Figures.text(least, 3) + " to " + Figures.text(most, 3)
                + " s with hands 30 % quicker or slower); turns and changes are not counted.";
    }
}
