package org.stipple.clinic.treatment.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.treatment.Charted;
import org.stipple.clinic.treatment.LastTime;
import org.stipple.clinic.treatment.Motion;
import org.stipple.clinic.treatment.Pattern;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.web.MapViews.At;
import org.stipple.clinic.treatment.web.MapViews.RoomMap;
import org.stipple.clinic.treatment.web.TreatmentViews.Option;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.MapView;
import org.stipple.clinic.web.look.Maps;
import org.stipple.clinic.web.look.ZoneMark;
import org.stipple.clinic.web.look.ZonePick;
import org.stipple.clinic.web.look.ZoneShape;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.outline.BodyView;
import org.stipple.protocol.outline.ZoneOutlines;
import org.stipple.quantities.ZoneId;

/// The map on which a session is charted: what is planned, done and left, and what is said of the zones that are
/// tapped.
@Component
class MapLooks {

    /// `design`: pens are set in quarters of a millimetre; what lies between is typed.
    private static final BigDecimal STEP = new BigDecimal("0.25");

    private final ZoneOutlines outlines;
    private final Knowledge knowledge;
    private final LastTime lastTime;

    MapLooks(ZoneOutlines outlines, Knowledge knowledge, LastTime lastTime) {
        this.outlines = outlines;
        this.knowledge = knowledge;
        this.lastTime = lastTime;
    }

    RoomMap of(Session session, Plan plan, Optional<MapForm.Sent> sent) {
        List<ZonePlan.Planned> planned = plan.course().planned();
        var left = planned.stream()
                .map(ZonePlan.Planned::id)
                .filter(zone -> !session.isTold(zone))
                .map(ZoneId::id)
                .toList();
        Optional<Charted> own = session.entries().stream()
                .filter(entry -> entry.isBy(Acting.current()))
                .reduce((_, later) -> later);
        return new RoomMap(
                new ZonePick(
                        "zones",
                        "Tap what was done",
                        "",
                        maps(session, planned),
                        picks(session, planned, sent.map(MapForm.Sent::zones).orElse(Set.of())),
                        wrong(sent, "zones")),
                String.join(" ", left),
                left.size(),
                planned.stream()
                        .map(zone -> new At(
                                zone.id().id(),
                                session.last(zone.id()).map(Charted::entry).orElse(0)))
                        .toList(),
                lastTime.before(session)
                        .map(before -> "As on "
                                + Days.full(LocalDate.ofInstant(
                                        before.startedAt(), Acting.current().zone())))
                        .orElse(""),
                sent.map(typed -> typed.text("as")).filter(as -> !as.isEmpty()).orElse(MapForm.As.PLANNED.id()),
                sent.map(typed -> typed.text("endpoint"))
                        .orElseGet(() ->
                                own.map(entry -> entry.done().endpoint().id()).orElse("")),
                sent.map(typed -> typed.text("pain"))
                        .orElseGet(() -> own.flatMap(entry -> entry.done().pain())
                                .map(String::valueOf)
                                .orElse("")),
                depths(plan),
                options(Arrays.stream(Motion.values()).map(one -> new Option(one.id(), one.words()))),
                options(Arrays.stream(Pattern.values()).map(one -> new Option(one.id(), one.words()))),
                sent.map(MapLooks::typed).orElse(Map.of()),
                sent.map(typed -> typed.wrong().entrySet().stream()
                                .collect(Collectors.toMap(
                                        one -> one.getKey().name().toLowerCase(Locale.ROOT), Map.Entry::getValue)))
                        .orElse(Map.of()));
    }

    private static String wrong(Optional<MapForm.Sent> sent, String place) {
        return sent.flatMap(typed -> typed.wrong().entrySet().stream()
                        .filter(one ->
                                one.getKey().name().toLowerCase(Locale.ROOT).equals(place))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .map(ChartLines::capital)
                .orElse("");
    }

    private static Map<String, String> typed(MapForm.Sent sent) {
        return Stream.of(
                        "depthMm",
                        "depthExact",
                        "passes",
                        "directions",
                        "glideMmPerS",
                        "passDepths",
                        "motion",
                        "pattern",
                        "note",
                        "onSkin",
                        "why",
                        "reason",
                        "leftWhy",
                        "leftReason")
                .collect(Collectors.toMap(field -> field, sent::text));
    }

    private static List<Option> options(Stream<Option> options) {
        return options.toList();
    }

    private List<String> depths(Plan plan) {
        var deepest = knowledge
                .device(plan.device())
                .map(device -> device.deepest().millimetres())
                .orElse(BigDecimal.ZERO);
        return Stream.iterate(STEP, depth -> depth.compareTo(deepest) <= 0, depth -> depth.add(STEP))
                .map(depth -> depth.stripTrailingZeros().toPlainString())
                .toList();
    }

    private static List<ZonePick.Zone> picks(Session session, List<ZonePlan.Planned> planned, Set<ZoneId> chosen) {
        return Stream.concat(
                        planned.stream()
                                .map(zone -> new ZonePick.Zone(
                                        zone.id().id(),
                                        zone.id().words() + told(session, zone.id()),
                                        chosen.contains(zone.id()),
                                        false)),
                        ZoneForms.unplanned(session, planned).stream()
                                .map(zone ->
                                        new ZonePick.Zone(zone.id(), zone.words() + told(session, zone), false, true)))
                .toList();
    }

    private static String told(Session session, ZoneId zone) {
        if (session.leftOut(zone).isPresent()) {
            return ", not treated";
        }
        return session.last(zone).isPresent() ? ", done" : "";
    }

    /// The views on which every zone of the course and every charted one can be seen, few as they are.
    private List<MapView> maps(Session session, List<ZonePlan.Planned> planned) {
        Map<ZoneId, ZoneMark> marks = new EnumMap<>(ZoneId.class);
        planned.forEach(zone -> marks.put(
                zone.id(),
                mark(session, zone.id(), zone.depth().chosen().millimetres().toPlainString())));
        ZoneForms.unplanned(session, planned).forEach(zone -> marks.put(zone, mark(session, zone, "")));
        var unseen = EnumSet.noneOf(ZoneId.class);
        unseen.addAll(marks.keySet());
        var maps = new ArrayList<MapView>();
        for (BodyView view : BodyView.values()) {
            var drawing = outlines.drawing(view);
            if (unseen.removeIf(zone -> drawing.zones().stream().anyMatch(outline -> outline.zone() == zone))) {
                maps.add(only(
                        Maps.of(
                                drawing,
                                maps.isEmpty() ? "room" : "room-" + view.id(),
                                "Done and left to do",
                                marks,
                                ZoneShape.State.PLAIN,
                                Optional.empty()),
                        marks.keySet()));
            }
        }
        return List.copyOf(maps);
    }

    /// What is not in the course is not tapped here.
    private static MapView only(MapView map, Set<ZoneId> zones) {
        return new MapView(
                map.key(),
                map.title(),
                map.view(),
                map.viewBox(),
                map.scale(),
                map.zones().stream()
                        .filter(zone ->
                                ZoneId.find(zone.id()).filter(zones::contains).isPresent())
                        .toList(),
                map.noGo(),
                map.lines(),
                map.dots(),
                map.leftWords(),
                map.rightWords());
    }

    private static ZoneMark mark(Session session, ZoneId zone, String planned) {
        if (session.leftOut(zone).isPresent()) {
            return new ZoneMark(ZoneShape.State.OFF, OptionalDouble.empty(), "–", "not treated", "", 0);
        }
        return session.last(zone)
                .map(last -> new ZoneMark(
                        ZoneShape.State.DONE,
                        OptionalDouble.empty(),
                        last.done().depth().millimetres().stripTrailingZeros().toPlainString() + " ✓",
                        "done at " + last.done().depth(),
                        "",
                        0))
                .orElseGet(() -> new ZoneMark(
                        ZoneShape.State.LEFT,
                        OptionalDouble.empty(),
                        planned,
                        "planned at " + planned + " mm, left to do",
                        "",
                        0));
    }
}
