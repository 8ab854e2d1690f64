package org.stipple.clinic.treatment.web;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.Identities;
import org.stipple.clinic.treatment.AgainstGoingOn;
import org.stipple.clinic.treatment.Charted;
import org.stipple.clinic.treatment.DepthLimit;
import org.stipple.clinic.treatment.Endpoint;
import org.stipple.clinic.treatment.Gravity;
import org.stipple.clinic.treatment.LeftOut;
import org.stipple.clinic.treatment.MinutesAndSeconds;
import org.stipple.clinic.treatment.NotCharted;
import org.stipple.clinic.treatment.PlannedTime;
import org.stipple.clinic.treatment.Reviews;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.SessionUnits;
import org.stipple.clinic.treatment.SessionWithdrawal;
import org.stipple.clinic.treatment.WhoTreats;
import org.stipple.clinic.treatment.Why;
import org.stipple.clinic.treatment.WithdrawnConsent;
import org.stipple.clinic.treatment.web.ChartForm.Sent;
import org.stipple.clinic.treatment.web.TreatmentViews.AnotherZone;
import org.stipple.clinic.treatment.web.TreatmentViews.ChartLine;
import org.stipple.clinic.treatment.web.TreatmentViews.Limit;
import org.stipple.clinic.treatment.web.TreatmentViews.Noted;
import org.stipple.clinic.treatment.web.TreatmentViews.Option;
import org.stipple.clinic.treatment.web.TreatmentViews.RoomPage;
import org.stipple.clinic.treatment.web.TreatmentViews.Values;
import org.stipple.clinic.treatment.web.TreatmentViews.ZoneForm;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.MapView;
import org.stipple.clinic.web.look.Maps;
import org.stipple.clinic.web.look.Step;
import org.stipple.clinic.web.look.ZoneMark;
import org.stipple.clinic.web.look.ZoneShape;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.RedFlag;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.outline.BodyView;
import org.stipple.protocol.outline.ZoneOutlines;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// Puts the room's page together: what is planned, what is done, what is left.
@Component
class RoomLooks {

    private final ZoneOutlines outlines;
    private final SessionUnits units;
    private final Identities identities;
    private final Knowledge knowledge;
    private final Ids ids;
    private final WithdrawnConsent interrupted;
    private final Reviews reviews;
    private final AgainstGoingOn against;

    RoomLooks(
            ZoneOutlines outlines,
            SessionUnits units,
            Identities identities,
            Knowledge knowledge,
            Ids ids,
            WithdrawnConsent interrupted,
            Reviews reviews,
            AgainstGoingOn against) {
        this.against = against;
        this.interrupted = interrupted;
        this.reviews = reviews;
        this.outlines = outlines;
        this.units = units;
        this.ids = ids;
        this.identities = identities;
        this.knowledge = knowledge;
    }

    /// @param closing the note with which somebody tried to close
    RoomPage page(
            Patient person,
            Session session,
            Plan plan,
            Optional<Sent> sent,
            Optional<String> closing,
            List<String> problems) {
        List<ZonePlan.Planned> planned = plan.course().planned();
        boolean closed = session.close().isPresent();
        List<String> left = planned.stream()
                .filter(zone -> !session.isTold(zone.id()))
                .map(zone -> zone.id().words())
                .toList();
        var zone = Acting.current().zone();
        List<String> arose = against.of(session);
        return new RoomPage(
                person.id().toString(),
                identities.of(person, plan),
                session.id().toString(),
                "Session " + session.number(),
                ids.next(),
                ids.next(),
                session.toldSoFar(),
                "Started " + Days.moment(session.startedAt(), zone) + " by " + session.startedBy()
                        + session.operator()
                                .map(as -> ", as " + WhoTreats.words(as))
                                .orElse(""),
                closed ? "" : session.startedAt().toString(),
                closed
                        ? ""
                        : LocalTime.ofInstant(session.startedAt(), zone)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString(),
                steps(left.isEmpty(), closed),
                maps(session, planned),
                Stream.concat(
                                planned.stream()
                                        .map(one -> form(session, one, sent.filter(typed -> typed.zone() == one.id()))),
                                unplanned(session, planned).stream()
                                        .map(one -> unplanned(session, one, sent.filter(typed -> typed.zone() == one))))
                        .toList(),
                another(session, planned, sent),
                knowledge
                        .device(plan.device())
                        .map(device -> device.deepest().millimetres().toPlainString())
                        .orElse(""),
                lines(session),
                session.leftOut().stream().map(one -> notTreated(session, one)).toList(),
                units.told(person.id(), session),
                Arrays.stream(Endpoint.values())
                        .map(endpoint -> new Option(endpoint.id(), endpoint.words()))
                        .toList(),
                Arrays.stream(Why.values())
                        .map(why -> new Option(why.id(), why.words()))
                        .toList(),
                flags(session),
                withdrawn(session, zone),
                arose,
                left.isEmpty() ? "" : "Not charted: " + String.join(", ", left) + ".",
                session.close()
                        .map(close -> "Closed " + Days.moment(close.at(), zone) + " by " + close.signer())
                        .orElse(""),
                session.close().map(Session.Close::note).orElse(""),
                closing.map(note -> left.isEmpty() && arose.isEmpty()
                                ? new Noted(note, "")
                                : Noted.sent(note, !arose.isEmpty()))
                        .orElse(Noted.NOTHING),
                problems);
    }

    /// Red as long as the session is looked at: it is flagged for good.
    private String withdrawn(Session session, java.time.ZoneId zone) {
        List<SessionWithdrawal> flags = reviews.withdrawalsOf(session.patient(), session.id());
        if (flags.isEmpty()) {
            return "";
        }
        String when = "Consent was withdrawn at "
                + flags.stream().map(flag -> Days.moment(flag.at(), zone)).collect(Collectors.joining(", and at "));
        if (session.close().isPresent()) {
            return when + ", during this session. It goes to the reviews.";
        }
        return interrupted.since(session).isPresent()
                ? when + ": stop. What is charted from now on says so, and the session goes to the reviews."
                : when + ", and was given again since. The session goes to the reviews.";
    }

    /// Where the skin or the person reacted otherwise than expected: what can show in these hours, and what to
    /// do then.
    private List<String> flags(Session session) {
        boolean reacted = session.close().isEmpty()
                && session.standing().stream()
                        .anyMatch(entry -> !entry.done().endpoint().isExpected());
        return reacted
                ? knowledge.redFlags().stream()
                        .filter(flag -> flag.canShowAfter(0) && flag.call() == RedFlag.Call.EMERGENCY)
                        .map(flag -> flag.sign() + ": " + flag.todo())
                        .toList()
                : List.of();
    }

    private static List<Step> steps(boolean allCharted, boolean closed) {
        return List.of(
                new Step("Ask again", Step.State.DONE, "", ""),
                new Step("Scan", Step.State.DONE, "", ""),
                new Step("Needle", allCharted || closed ? Step.State.DONE : Step.State.NOW, "", ""),
                new Step("Close", closed ? Step.State.DONE : allCharted ? Step.State.NOW : Step.State.NEXT, "", ""));
    }

    /// Charted without being in the course.
    private static List<ZoneId> unplanned(Session session, List<ZonePlan.Planned> planned) {
        return session.entries().stream()
                .map(Charted::zone)
                .distinct()
                .filter(zone -> planned.stream().noneMatch(each -> each.id() == zone))
                .toList();
    }

    private static AnotherZone another(Session session, List<ZonePlan.Planned> planned, Optional<Sent> sent) {
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

    /// The views on which every zone of the course and every charted one can be seen, few as they are.
    private List<MapView> maps(Session session, List<ZonePlan.Planned> planned) {
        Map<ZoneId, ZoneMark> marks = new EnumMap<>(ZoneId.class);
        Stream.concat(planned.stream().map(ZonePlan.Planned::id), unplanned(session, planned).stream())
                .forEach(zone ->
                        marks.put(zone, ZoneMark.of(state(session, zone)).to("#zone-" + zone.id())));
        var unseen = EnumSet.noneOf(ZoneId.class);
        unseen.addAll(marks.keySet());
        var maps = new ArrayList<MapView>();
        for (BodyView view : BodyView.values()) {
            var drawing = outlines.drawing(view);
            if (unseen.removeIf(zone -> drawing.zones().stream().anyMatch(outline -> outline.zone() == zone))) {
                maps.add(Maps.of(
                        drawing,
                        maps.isEmpty() ? "room" : "room-" + view.id(),
                        "Done and left to do",
                        marks,
                        ZoneShape.State.PLAIN,
                        Optional.empty()));
            }
        }
        return List.copyOf(maps);
    }

    private static ZoneShape.State state(Session session, ZoneId zone) {
        if (session.leftOut(zone).isPresent()) {
            return ZoneShape.State.OFF;
        }
        return session.last(zone).isPresent() ? ZoneShape.State.DONE : ZoneShape.State.LEFT;
    }

    private static String notTreated(Session session, LeftOut one) {
        return capital(one.zone().words()) + ": " + one.told(Acting.current().zone())
                + (session.leftOut(one.zone()).equals(Optional.of(one)) ? "" : ", and charted later");
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
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
                        .flatMap(RoomLooks::depth)
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

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    static List<ChartLine> lines(Session session) {
        return session.entries().stream()
                .map(entry -> line(
                        entry,
                        session.leftOut(entry.zone()).isEmpty()
                                && session.last(entry.zone())
                                        .map(last -> last.entry() == entry.entry())
                                        .orElse(false)))
                .toList();
    }

    private static ChartLine line(Charted entry, boolean stands) {
        var done = entry.done();
        return new ChartLine(
                entry.entry(),
                entry.zone().words(),
                done.settings(),
                done.endpoint().words(),
                done.pain().map(pain -> pain + " of 10").orElse("not recorded"),
                entry.deviation().orElse(""),
                entry.gravity().filter(Gravity::isGrave).map(Gravity::words).orElse(""),
                Stream.concat(done.why().map(why -> "Why: " + why.words()).stream(), done.reason().stream())
                        .collect(Collectors.joining(". ")),
                entry.by(),
                stands);
    }
}
