package org.stipple.clinic.treatment.web;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.Deliveries;
import org.stipple.clinic.planning.Identities;
import org.stipple.clinic.treatment.AgainstGoingOn;
import org.stipple.clinic.treatment.Endpoint;
import org.stipple.clinic.treatment.Reviews;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.SessionUnits;
import org.stipple.clinic.treatment.SessionWithdrawal;
import org.stipple.clinic.treatment.WhoTreats;
import org.stipple.clinic.treatment.Why;
import org.stipple.clinic.treatment.WithdrawnConsent;
import org.stipple.clinic.treatment.web.TreatmentViews.Noted;
import org.stipple.clinic.treatment.web.TreatmentViews.Option;
import org.stipple.clinic.treatment.web.TreatmentViews.RoomPage;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.Step;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.RedFlag;
import org.stipple.protocol.ZonePlan;

/// Puts the room's page together: what is planned, what is done, what is left.
@Component
class RoomLooks {

    private final MapLooks maps;
    private final Deliveries deliveries;
    private final SessionUnits units;
    private final Identities identities;
    private final Knowledge knowledge;
    private final Ids ids;
    private final WithdrawnConsent interrupted;
    private final Reviews reviews;
    private final AgainstGoingOn against;
    private final ScanLooks scanned;

    RoomLooks(
            MapLooks maps,
            Deliveries deliveries,
            SessionUnits units,
            Identities identities,
            Knowledge knowledge,
            Ids ids,
            WithdrawnConsent interrupted,
            Reviews reviews,
            AgainstGoingOn against,
            ScanLooks scanned) {
        this.scanned = scanned;
        this.against = against;
        this.interrupted = interrupted;
        this.reviews = reviews;
        this.maps = maps;
        this.deliveries = deliveries;
        this.units = units;
        this.ids = ids;
        this.identities = identities;
        this.knowledge = knowledge;
    }

    /// @param again what was sent and is to be mended
    RoomPage page(Patient person, Session session, Plan plan, Again again, List<String> problems) {
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
                maps.of(session, plan, again.map()),
                ZoneForms.of(session, planned, again.zone()),
                ZoneForms.another(session, planned, again.zone()),
                knowledge
                        .device(plan.device())
                        .map(device -> device.deepest().millimetres().toPlainString())
                        .orElse(""),
                ChartLines.of(session),
                ChartLines.notTreated(session),
                units.told(person.id(), session),
                Arrays.stream(Endpoint.values())
                        .map(endpoint -> new Option(endpoint.id(), endpoint.words()))
                        .toList(),
                Arrays.stream(Why.values())
                        .map(why -> new Option(why.id(), why.words()))
                        .toList(),
                AfterLooks.of(session, again.after()),
                deliveries.of(plan, session.id()),
                session.entries().isEmpty()
                        ? ""
                        : deliveries.whole(plan, session.id()).orElse(""),
                flags(session),
                session.course().toString(),
                scanned.onTheSkin(person.id()),
                withdrawn(session, zone),
                arose,
                left.isEmpty() ? "" : "Not charted: " + String.join(", ", left) + ".",
                session.close()
                        .map(close -> "Closed " + Days.moment(close.at(), zone) + " by " + close.signer())
                        .orElse(""),
                session.close().map(Session.Close::note).orElse(""),
                again.note()
                        .map(note -> left.isEmpty() && arose.isEmpty()
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
                && (session.standing().stream()
                                .anyMatch(entry -> !entry.done().endpoint().isExpected())
                        || session.aftermath()
                                .last()
                                .filter(after -> after.found().reaction().isSevere())
                                .isPresent());
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
}
