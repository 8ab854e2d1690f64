package org.stipple.clinic.treatment.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.treatment.Charted;
import org.stipple.clinic.treatment.DepthLimit;
import org.stipple.clinic.treatment.MinutesAndSeconds;
import org.stipple.clinic.treatment.Motion;
import org.stipple.clinic.treatment.NotCharted;
import org.stipple.clinic.treatment.Pattern;
import org.stipple.clinic.treatment.PlannedTime;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.web.ChartForm.Sent;
import org.stipple.clinic.treatment.web.TreatmentViews.AnotherZone;
import org.stipple.clinic.treatment.web.TreatmentViews.Limit;
import org.stipple.clinic.treatment.web.TreatmentViews.Option;
import org.stipple.clinic.treatment.web.TreatmentViews.Values;
import org.stipple.clinic.treatment.web.TreatmentViews.ZoneForm;
import org.stipple.protocol.ZonePlan;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// The forms with which one zone after the other is charted: the slow way beside the map.
final class ZoneForms {

    private ZoneForms() {}

    /// Of the zones of the course, and then of those that were charted without it.
    static List<ZoneForm> of(Session session, List<ZonePlan.Planned> planned, Optional<Sent> sent) {
        return Stream.concat(
                        planned.stream().map(one -> form(session, one, sent.filter(typed -> typed.zone() == one.id()))),
                        unplanned(session, planned).stream()
                                .map(one -> unplanned(session, one, sent.filter(typed -> typed.zone() == one))))
                .toList();
    }

    /// Charted without being in the course.
    static List<ZoneId> unplanned(Session session, List<ZonePlan.Planned> planned) {
        return session.entries().stream()
                .map(Charted::zone)
                .distinct()
                .filter(zone -> planned.stream().noneMatch(each -> each.id() == zone))
                .toList();
    }

    /// The form of a zone that is not in the course.
    static AnotherZone another(Session session, List<ZonePlan.Planned> planned, Optional<Sent> sent) {
        List<ZoneId> charted = unplanned(session, planned);
        List<ZoneId> zones = Arrays.stream(ZoneId.values())
                .filter(zone -> !charted.contains(zone) && planned.stream().noneMatch(each -> each.id() == zone))
                .toList();
        Optional<Sent> typed = sent.filter(one -> zones.contains(one.zone()));
        return new AnotherZone(
                zones.stream().map(zone -> new Option(zone.id(), zone.words())).toList(),
                typed.map(one -> one.zone().id()).orElse(""),
                unplanned("another", "another zone", Values.NONE, 0, "", typed));
    }

    /// A zone that was charted and is not in the course: it is amended and taken back as any other.
    private static ZoneForm unplanned(Session session, ZoneId zone, Optional<Sent> typed) {
        var last = session.last(zone).orElseThrow();
        var done = last.done();
        return unplanned(
                zone.id(),
                zone.words(),
                new Values(
                        done.depth().millimetres().toPlainString(),
                        String.valueOf(done.passes()),
                        String.valueOf(done.directions()),
                        done.glide()
                                .map(speed -> plain(speed.millimetresPerSecond()))
                                .orElse(""),
                        done.onSkin().map(MinutesAndSeconds::words).orElse(""),
                        "",
                        "",
                        "",
                        "",
                        done.manner().depths().stream()
                                .map(depth -> depth.millimetres().toPlainString())
                                .collect(Collectors.joining(" ")),
                        done.manner().motion().map(Motion::id).orElse(""),
                        done.manner().pattern().map(Pattern::id).orElse(""),
                        ""),
                last.entry(),
                session.leftOut(zone)
                        .map(one -> one.told(Acting.current().zone()))
                        .orElse(""),
                typed);
    }

    private static ZoneForm unplanned(
            String id, String words, Values values, int last, String leftOut, Optional<Sent> typed) {
        Optional<Sent> sent = typed.filter(one -> !one.leavingOut());
        Optional<Sent> leaving = typed.filter(Sent::leavingOut);
        return new ZoneForm(
                id,
                words,
                "not in the course",
                "",
                values,
                sent.map(Sent::values).orElse(values),
                last,
                List.of(),
                "",
                sent.map(Sent::byField).orElse(Map.of()),
                sent.isPresent(),
                leftOut,
                leaving.map(Sent::values).orElse(values),
                leaving.map(Sent::byField).orElse(Map.of()),
                leaving.isPresent());
    }

    private static ZoneForm form(Session session, ZonePlan.Planned zone, Optional<Sent> typed) {
        Optional<Sent> sent = typed.filter(one -> !one.leavingOut());
        Optional<Sent> leaving = typed.filter(Sent::leavingOut);
        Values planned = new Values(
                zone.depth().chosen().millimetres().toPlainString(),
                String.valueOf(zone.passes()),
                String.valueOf(zone.directions()),
                zone.glide().map(speed -> plain(speed.millimetresPerSecond())).orElse(""),
                // Whoever amends something else does not lose the time that was taken.
                session.last(zone.id())
                        .flatMap(last -> last.done().onSkin())
                        .map(MinutesAndSeconds::words)
                        .orElse(""),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "");
        List<DepthLimit> limits = DepthLimit.of(zone);
        return new ZoneForm(
                zone.id().id(),
                zone.id().words(),
                "planned " + zone.depth().chosen() + ", " + zone.passes() + " passes in " + zone.directions()
                        + " directions",
                PlannedTime.of(zone).map(PlannedTime::words).orElse(""),
                planned,
                sent.map(Sent::values).orElse(planned),
                session.last(zone.id()).map(Charted::entry).orElse(0),
                limits.stream()
                        .map(limit -> new Limit(
                                limit.words(), limit.deepest().millimetres().toPlainString()))
                        .toList(),
                // What the device cannot do was not done: that is refused, and over no limit.
                sent.filter(one -> !one.wrong().containsKey(NotCharted.Place.DEPTH))
                        .flatMap(one -> one.form().text("depthMm"))
                        .flatMap(ZoneForms::depth)
                        .map(depth -> DepthLimit.exceeded(zone, depth).stream()
                                .map(DepthLimit::toString)
                                .collect(Collectors.joining(", ")))
                        .orElse(""),
                sent.map(Sent::byField).orElse(Map.of()),
                sent.isPresent(),
                session.leftOut(zone.id())
                        .map(one -> one.told(Acting.current().zone()))
                        .orElse(""),
                leaving.map(Sent::values).orElse(planned),
                leaving.map(Sent::byField).orElse(Map.of()),
                leaving.isPresent());
    }

    private static Optional<Depth> depth(String typed) {
        try {
            return Optional.of(Depth.ofMillimetres(typed.replace(',', '.')));
        } catch (IllegalArgumentException | ArithmeticException notADepth) {
            return Optional.empty();
        }
    }

    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
