package org.stipple.clinic.treatment.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.StockUnit;
import org.stipple.clinic.treatment.Charted;
import org.stipple.clinic.treatment.Endpoint;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.web.TreatmentViews.ChartLine;
import org.stipple.clinic.treatment.web.TreatmentViews.Option;
import org.stipple.clinic.treatment.web.TreatmentViews.RoomPage;
import org.stipple.clinic.treatment.web.TreatmentViews.ZoneForm;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.MapView;
import org.stipple.clinic.web.look.Maps;
import org.stipple.clinic.web.look.Step;
import org.stipple.clinic.web.look.ZoneMark;
import org.stipple.clinic.web.look.ZoneShape;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.outline.BodyView;
import org.stipple.protocol.outline.ZoneOutlines;
import org.stipple.quantities.ZoneId;

/// Puts the room's page together: what is planned, what is done, what is left.
@Component
class RoomLooks {

    private final ZoneOutlines outlines;
    private final Stock stock;
    private final Ids ids;
    private final ClinicClock clock;

    RoomLooks(ZoneOutlines outlines, Stock stock, Ids ids, ClinicClock clock) {
        this.outlines = outlines;
        this.stock = stock;
        this.ids = ids;
        this.clock = clock;
    }

    RoomPage page(Patient person, Session session, Plan plan, List<String> problems) {
        List<ZonePlan.Planned> planned = plan.course().planned();
        boolean closed = session.close().isPresent();
        boolean all = planned.stream().allMatch(zone -> session.last(zone.id()).isPresent());
        return new RoomPage(
                person.id().toString(),
                person.name(),
                session.id().toString(),
                "Session " + session.number(),
                ids.next(),
                ids.next(),
                "Started " + Days.moment(session.startedAt(), Acting.current().zone(), clock.today()) + " by "
                        + session.startedBy(),
                closed ? "" : session.startedAt().toString(),
                steps(all, closed),
                map(session, planned),
                planned.stream().map(zone -> form(session, zone)).toList(),
                lines(session),
                stock.usedIn(session.id()).stream().map(StockUnit::words).toList(),
                Arrays.stream(Endpoint.values())
                        .map(endpoint -> new Option(endpoint.id(), endpoint.words()))
                        .toList(),
                session.close()
                        .map(close -> "Closed "
                                + Days.moment(close.at(), Acting.current().zone(), clock.today()) + " by "
                                + close.signer())
                        .orElse(""),
                session.close().map(Session.Close::note).orElse(""),
                problems);
    }

    private static List<Step> steps(boolean allCharted, boolean closed) {
        return List.of(
                new Step("Ask again", Step.State.DONE, "", ""),
                new Step("Scan", Step.State.DONE, "", ""),
                new Step("Needle", allCharted || closed ? Step.State.DONE : Step.State.NOW, "", ""),
                new Step("Close", closed ? Step.State.DONE : allCharted ? Step.State.NOW : Step.State.NEXT, "", ""));
    }

    private MapView map(Session session, List<ZonePlan.Planned> planned) {
        Map<ZoneId, ZoneMark> marks = new EnumMap<>(ZoneId.class);
        planned.forEach(zone -> marks.put(
                zone.id(),
                ZoneMark.of(session.last(zone.id()).isPresent() ? ZoneShape.State.DONE : ZoneShape.State.LEFT)
                        .to("#zone-" + zone.id().id())));
        boolean face = planned.stream().anyMatch(zone -> zone.id().isFace());
        BodyView view = face ? BodyView.FACE_FRONT : BodyView.BODY_FRONT;
        return Maps.of(
                outlines.drawing(view), "room", "Done and left to do", marks, ZoneShape.State.PLAIN, Optional.empty());
    }

    private static ZoneForm form(Session session, ZonePlan.Planned zone) {
        return new ZoneForm(
                zone.id().id(),
                zone.id().words(),
                zone.depth().chosen() + ", " + zone.passes() + " passes in " + zone.directions() + " directions",
                zone.depth().chosen().millimetres().toPlainString(),
                String.valueOf(zone.passes()),
                String.valueOf(zone.directions()),
                zone.glide().map(speed -> plain(speed.millimetresPerSecond())).orElse(""),
                session.last(zone.id()).isPresent());
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    static List<ChartLine> lines(Session session) {
        return session.entries().stream()
                .map(entry -> line(
                        entry,
                        session.last(entry.zone())
                                .map(last -> last.entry() == entry.entry())
                                .orElse(false)))
                .toList();
    }

    private static ChartLine line(Charted entry, boolean stands) {
        var done = entry.done();
        return new ChartLine(
                entry.entry(),
                entry.zone().words(),
                done.depth() + ", " + done.passes() + " passes in " + done.directions() + " directions"
                        + done.glide()
                                .map(speed -> ", " + plain(speed.millimetresPerSecond()) + " mm/s")
                                .orElse(""),
                done.endpoint().words(),
                done.pain().map(pain -> pain + " of 10").orElse("not asked"),
                entry.deviation().orElse(""),
                done.reason().orElse(""),
                entry.recordedBy(),
                stands);
    }
}
