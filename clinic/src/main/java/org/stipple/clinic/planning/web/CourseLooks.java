package org.stipple.clinic.planning.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.CourseRecord.Acceptance;
import org.stipple.clinic.planning.CourseRecord.AwaitingSecond;
import org.stipple.clinic.planning.CourseRecord.DraftCourse;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.CourseRecord.SetAside;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.CourseWords;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Identities;
import org.stipple.clinic.planning.web.PlanningViews.CoursePage;
import org.stipple.clinic.planning.web.PlanningViews.Disputed;
import org.stipple.clinic.planning.web.PlanningViews.ToTake;
import org.stipple.clinic.planning.web.PlanningViews.ZoneRow;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.DaysInText;
import org.stipple.clinic.web.look.AftercareView;
import org.stipple.clinic.web.look.FindingView;
import org.stipple.clinic.web.look.KeyFigure;
import org.stipple.clinic.web.look.MapView;
import org.stipple.clinic.web.look.Maps;
import org.stipple.clinic.web.look.Scale;
import org.stipple.clinic.web.look.ZoneMark;
import org.stipple.clinic.web.look.ZoneShape;
import org.stipple.protocol.Course;
import org.stipple.protocol.Device;
import org.stipple.protocol.Disagreement;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Kind;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Overridable;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.Sought;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.outline.BodyView;
import org.stipple.protocol.outline.ZoneOutline;
import org.stipple.protocol.outline.ZoneOutlines;
import org.stipple.quantities.Indication;
import org.stipple.quantities.ZoneId;

/// Puts the course's page together: the map coloured by depth, each zone with its limit and its dose, what the
/// signer takes on.
@Component
class CourseLooks {

    private final Courses courses;
    private final SignedVerdict verdicts;
    private final CourseMore more;
    private final Identities identities;
    private final Knowledge knowledge;
    private final ZoneOutlines outlines;
    private final ClinicClock clock;
    private final Ids ids;

    CourseLooks(
            Courses courses,
            SignedVerdict verdicts,
            CourseMore more,
            Identities identities,
            Knowledge knowledge,
            ZoneOutlines outlines,
            ClinicClock clock,
            Ids ids) {
        this.courses = courses;
        this.verdicts = verdicts;
        this.more = more;
        this.identities = identities;
        this.knowledge = knowledge;
        this.outlines = outlines;
        this.clock = clock;
        this.ids = ids;
    }

    CoursePage page(Patient person, CourseRecord record, SentReasons sent, List<String> problems) {
        var plan = record.plan();
        Course course = plan.course();
        var limits = new LimitWords(knowledge, plan.device(), indications(plan));
        var changed = verdicts.changedSince(person.id(), record);
        return new CoursePage(
                person.id().toString(),
                identities.alone(person),
                plan.id().toString(),
                ids.next(),
                plan.sha256(),
                verdicts.of(person.id(), record),
                figures(person, record),
                maps(course),
                List.of(Scale.depth()),
                course.zones().stream().map(zone -> row(zone, limits)).toList(),
                course.disagreements().stream().map(this::disputed).toList(),
                AftercareView.of(course.aftercare()),
                course.schedule().map(schedule -> schedule.maintenance()).orElse(List.of()),
                Stream.of(
                                verdicts.foundSince(person.id(), record).stream()
                                        .map(finding -> Looks.finding(finding, knowledge, clock.today(), true)),
                                FailedChecks.findings(course, limits).stream(),
                                Looks.findings(course.screening(), knowledge, clock.today()).stream())
                        .flatMap(each -> each)
                        .sorted(Comparator.comparing(FindingView::verdict).reversed())
                        .toList(),
                toTake(plan, sent).stream()
                        .map(take -> take.and(verdicts.tooSoon(person.id(), record, take.rule())))
                        .toList(),
                changed,
                Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN),
                meaning(record),
                signed(record),
                record instanceof AwaitingSecond,
                sent.second(),
                acceptances(record),
                course.screening().release().version() + ", "
                        + course.screening().release().hash(),
                more.doses(plan),
                more.moreDoses(plan),
                more.anew(plan),
                more.delivered(plan),
                problems);
    }

    private List<KeyFigure> figures(Patient person, CourseRecord record) {
        String device = record.plan().device();
        Course course = record.plan().course();
        var figures = new ArrayList<KeyFigure>();
        figures.add(new KeyFigure(
                "Device", knowledge.device(device).map(Device::name).orElse(device), "", ""));
        course.schedule().ifPresent(schedule -> {
            figures.add(new KeyFigure(
                    "Sessions",
                    String.valueOf(schedule.sessions().chosen()),
                    "",
                    schedule.sessions().min() + " to " + schedule.sessions().max()));
            figures.add(new KeyFigure(
                    "Apart",
                    String.valueOf(schedule.intervalDays().chosen()),
                    "days",
                    "never less than " + schedule.intervalDays().min() + " without a sign-off"));
            figures.add(new KeyFigure(
                    "Judged",
                    schedule.assessAtDays().stream()
                            .map(String::valueOf)
                            .reduce((a, b) -> a + " and " + b)
                            .orElse("–"),
                    "days",
                    "after the last session"));
        });
        figures.add(
                switch (record) {
                    case SignedCourse signed -> {
                        var standing = verdicts.standing(person.id(), signed);
                        yield standing.complete()
                                ? new KeyFigure("From", "none", "", "all sessions are done")
                                : from(standing.from(), standing.view().headline());
                    }
                    case DraftCourse _, AwaitingSecond _ ->
                        from(
                                verdicts.unsigned(person.id(), record).from(),
                                verdicts.changedSince(person.id(), record).isEmpty()
                                        ? whyNoDate(course)
                                        : "what is known changed since it was planned");
                });
        return figures;
    }

    private KeyFigure from(Optional<LocalDate> day, String whyNot) {
        return new KeyFigure(
                "From",
                day.map(date -> Days.near(date, clock.today())).orElse("no date yet"),
                "",
                day.isPresent() ? "" : whyNot);
    }

    private static String whyNoDate(Course course) {
        var refusals = course.screening().findings().stream()
                .filter(finding -> finding.kind() == Kind.REFUSE)
                .map(Looks::title)
                .distinct()
                .collect(Collectors.joining(", "));
        if (course.planned().isEmpty()) {
            return refusals.isEmpty() ? "no zone can be planned" : "refused: " + refusals;
        }
        return course.screening().openEnded().isEmpty()
                ? "answers that count are missing"
                : "a wait ends only with an examination";
    }

    /// The fewest views that show every zone.
    private List<MapView> maps(Course course) {
        Map<ZoneId, ZoneMark> marks = new EnumMap<>(ZoneId.class);
        for (ZonePlan zone : course.zones()) {
            marks.put(
                    zone.id(),
                    switch (zone) {
                        case ZonePlan.Refused _ -> ZoneMark.of(ZoneShape.State.REFUSED);
                        case ZonePlan.Planned planned ->
                            ZoneMark.of(
                                            planned.depth().chosen().asMillimetres(),
                                            planned.depth()
                                                    .chosen()
                                                    .millimetres()
                                                    .toPlainString(),
                                            planned.depth().chosen().toString())
                                    .to("#zone-" + zone.id().id());
                    });
        }
        return marks.keySet().stream()
                .flatMap(zone -> outlines.of(zone).stream().limit(1))
                .map(ZoneOutline::view)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .map(view -> map(view, marks))
                .toList();
    }

    private MapView map(BodyView view, Map<ZoneId, ZoneMark> marks) {
        return Maps.of(
                outlines.drawing(view),
                "plan-" + view.id(),
                view.words() + ": planned depth",
                marks,
                ZoneShape.State.PLAIN,
                Optional.of(Scale.depth()));
    }

    private static ZoneRow row(ZonePlan zone, LimitWords limits) {
        return switch (zone) {
            case ZonePlan.Refused(var id, var reason) ->
                new ZoneRow(
                        id.id(), id.words(), DaysInText.of(reason), "", "", "", "", "", "", "", "", "", "", List.of());
            case ZonePlan.Planned planned ->
                new ZoneRow(
                        planned.id().id(),
                        planned.id().words(),
                        "",
                        planned.depth().chosen().millimetres().toPlainString(),
                        planned.depth().min().millimetres().toPlainString() + " to "
                                + planned.depth().max(),
                        planned.depth().boundBy(),
                        planned.passes() + " in " + planned.directions() + " directions",
                        planned.glide()
                                .map(speed -> Shown.digits(speed.millimetresPerSecond()))
                                .orElse(""),
                        figure(planned, "density", "mean"),
                        band(planned),
                        figure(planned, "seconds"),
                        planned.schedule()
                                .map(own -> own.sessions().chosen() + " sessions, "
                                        + own.intervalDays().chosen() + " days apart")
                                .orElse(""),
                        planned.offLabel().orElse(""),
                        planned.checks().stream()
                                .map(check -> limits.of(planned.id(), check))
                                .toList());
        };
    }

    private List<Indication> indications(Plan plan) {
        return PatientFacts.read(Field.root(plan.request()), clock.today()).indications().stream()
                .map(Sought::indication)
                .toList();
    }

    /// A number of the dose, to three digits; empty where the dose or the number is absent.
    private static String figure(ZonePlan.Planned planned, String... path) {
        Optional<Field> place = planned.dose().map(Field::root);
        for (String part : path) {
            place = place.flatMap(field -> field.optional(part));
        }
        return place.map(Field::document)
                .map(document -> document instanceof Document.Numeral(var value) ? Shown.digits(value) : "")
                .orElse("");
    }

    private static String band(ZonePlan.Planned planned) {
        String low = figure(planned, "density", "n95");
        String high = figure(planned, "density", "n5");
        return low.isEmpty() || high.isEmpty() ? "" : low + " to " + high;
    }

    private Disputed disputed(Disagreement disagreement) {
        return new Disputed(
                disagreement.question(),
                disagreement.views().stream()
                        .map(view -> new FindingView.OtherView(
                                view.says(),
                                view.sources().stream()
                                        .map(id -> Looks.source(id, Optional.empty(), knowledge))
                                        .toList(),
                                view.chosen()))
                        .toList(),
                disagreement.why());
    }

    /// What needs the signer's own words: sign-offs always, waits and refusals where one clinician may override
    /// them.
    private static List<ToTake> toTake(Plan plan, SentReasons sent) {
        return plan.course().screening().findings().stream()
                .filter(plan::concerns)
                .flatMap(finding -> toTake(plan, finding).stream())
                .map(sent::over)
                .toList();
    }

    private static Optional<ToTake> toTake(Plan plan, Finding finding) {
        Optional<SetAside> setAside = plan.setAside(finding.rule());
        String reason = setAside.map(SetAside::reason).orElse("");
        return switch (finding.kind()) {
            // A refusal that stands has no planned zone: it was set aside before planning, or the zone is left
            // out.
            case NOTE, CAUTION, UNKNOWN, REFUSE -> Optional.empty();
            case SIGN_OFF ->
                Optional.of(new ToTake(
                        finding.rule(),
                        DaysInText.of(finding.reason()),
                        setAside.isPresent() ? override(finding) : "Sign-off",
                        true,
                        reason,
                        ""));
            case DEFER ->
                finding.overridable() == Overridable.NEVER
                        ? Optional.empty()
                        : Optional.of(new ToTake(
                                finding.rule(), DaysInText.of(finding.reason()), override(finding), false, reason, ""));
        };
    }

    private static String override(Finding finding) {
        return finding.overridable() == Overridable.TWO_PEOPLE ? "Override, by two people" : "Override";
    }

    private String signed(CourseRecord record) {
        return switch (record) {
            case DraftCourse _ -> "";
            case AwaitingSecond(var _, var first) -> signature(first.signer(), first.at(), first.meaning());
            case SignedCourse(var _, var signature, var second) ->
                signature(signature.signer(), signature.at(), signature.meaning())
                        + second.map(other -> " " + signature(other.signer(), other.at(), other.meaning()) + " “"
                                        + other.reason() + "”")
                                .orElse("");
        };
    }

    private String signature(String signer, Instant at, String meaning) {
        return "Signed by " + signer + ", " + Days.moment(at, Acting.current().zone()) + ": “" + meaning + "”";
    }

    private String meaning(CourseRecord record) {
        return switch (record) {
            case DraftCourse(var plan) -> courses.meaning(plan);
            case AwaitingSecond waiting -> CourseWords.meaningOfTheSecond(waiting);
            case SignedCourse _ -> "";
        };
    }

    private static List<String> acceptances(CourseRecord record) {
        return switch (record) {
            case DraftCourse _ -> List.of();
            case AwaitingSecond waiting -> words(waiting.first().acceptances());
            case SignedCourse signed -> words(signed.signature().acceptances());
        };
    }

    private static List<String> words(List<Acceptance> acceptances) {
        return acceptances.stream()
                .map(acceptance -> acceptance.rule().replace('-', ' ') + " ("
                        + acceptance.kind().id() + (acceptance.secondNeeded() ? ", for two people" : "") + "): “"
                        + acceptance.reason() + "”")
                .toList();
    }
}
