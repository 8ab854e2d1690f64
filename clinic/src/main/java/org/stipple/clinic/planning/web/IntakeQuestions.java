package org.stipple.clinic.planning.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.planning.IntakeRevision;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.planning.web.PlanningViews.Group;
import org.stipple.clinic.planning.web.PlanningViews.IntakePage;
import org.stipple.clinic.planning.web.PlanningViews.Live;
import org.stipple.clinic.planning.web.PlanningViews.Missing;
import org.stipple.clinic.planning.web.PlanningViews.Trouble;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.Verdict;
import org.stipple.clinic.web.look.VerdictView;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Kind;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.Question;
import org.stipple.protocol.Screening;
import org.stipple.protocol.Sought;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.ZoneId;

/// Puts the intake page together: what is asked of whom and in which order, and what the answers give so far.
@Component
class IntakeQuestions {

    /// What the fields are called where their message stands alone.
    private static final Map<String, String> LABELS = Stream.concat(
                    Stream.of(
                            Map.entry("fitzpatrick", "Skin type"),
                            Map.entry("premises", "Premises"),
                            Map.entry("goal.depthMm", "Wished depth"),
                            Map.entry("goal.densityPerCm2", "Wished density"),
                            Map.entry("limits.depthMm", "The practitioner’s own limit"),
                            Map.entry("limits.zones", "Where the practitioner may treat"),
                            Map.entry("anaesthetic.product", "Numbing cream"),
                            Map.entry("anaesthetic.grams", "Amount of numbing cream"),
                            Map.entry("anaesthetic.areaCm2", "Area of numbing cream"),
                            Map.entry("anaesthetic.minutes", "Minutes of numbing cream")),
                    Arrays.stream(ZoneId.values())
                            .map(zone -> Map.entry("areaCm2." + zone.id(), "Measured area, " + zone.words())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Knowledge knowledge;
    private final IntakeWanted wanted;
    private final IntakeGroups groups;
    private final Screenings screenings;
    private final ClinicClock clock;
    private final Ids ids;

    IntakeQuestions(
            Knowledge knowledge,
            IntakeWanted wanted,
            IntakeGroups groups,
            Screenings screenings,
            ClinicClock clock,
            Ids ids) {
        this.knowledge = knowledge;
        this.wanted = wanted;
        this.groups = groups;
        this.screenings = screenings;
        this.clock = clock;
        this.ids = ids;
    }

    /// The page with saved answers, or with none.
    IntakePage page(Patient person, int revision, IntakeForm form) {
        return page(person, revision, form, false, Map.of(), "");
    }

    /// The page as it was sent, with what does not fit.
    ///
    /// @param problems by the name of the field; an empty name is for the whole page
    /// @param again questions to be asked again, because zones were added
    IntakePage pageAsSent(
            Patient person, int revision, IntakeForm form, Map<String, String> problems, Set<Fact> again) {
        String why = again.isEmpty()
                ? ""
                : "Zones were added. " + again.size() + (again.size() == 1 ? " question" : " questions")
                        + " about the skin had been answered for fewer zones and "
                        + (again.size() == 1 ? "is" : "are") + " asked again, now for "
                        + form.zones().stream().map(ZoneId::words).collect(Collectors.joining(", "))
                        + ". Nothing is saved yet.";
        return page(person, revision, form.askedAgain(again), true, problems, why);
    }

    /// The page as it was sent, on top of answers that were saved meanwhile, with every difference.
    IntakePage pageOvertaken(Patient person, IntakeRevision newest, IntakeForm form) {
        var page = page(person, newest.number(), form, true, Map.of(), "");
        var differences = IntakeDifferences.of(IntakeForm.of(newest.request()), form).stream()
                .map(different -> new Trouble(
                        place(different.field()),
                        words(
                                different.field(),
                                "saved meanwhile: " + different.saved() + "; here: " + different.here() + "."),
                        "",
                        "",
                        false))
                .toList();
        return page.overtaken(
                newest.answeredBy() + " saved answers meanwhile, "
                        + Days.moment(newest.answeredAt(), Acting.current().zone())
                        + ". Below are yours, as you entered them, and nothing of them is saved. "
                        + (differences.isEmpty()
                                ? "They say the same."
                                : "Where they differ is listed here: saving now keeps yours in these places."),
                differences);
    }

    private IntakePage page(
            Patient person, int revision, IntakeForm form, boolean asSent, Map<String, String> problems, String why) {
        var reading = IntakeReading.of(form, clock.today());
        Document.Mapping request = reading.request();
        List<Group> asked = groups.of(person, form, problems, order(person, request));
        return new IntakePage(
                person.id().toString(),
                person.name(),
                ids.next(),
                revision,
                asSent,
                why,
                problems.entrySet().stream()
                        .map(problem -> trouble(problem.getKey(), problem.getValue(), false))
                        .toList(),
                wanted.of(form, problems),
                asked,
                live(person, reading));
    }

    /// Where on the page a field is mended.
    private static String place(String field) {
        if (field.isEmpty()) {
            return "";
        }
        return switch (field) {
            case "zone", "indication", "fitzpatrick" -> "q-" + field;
            default ->
                Fact.find(field.substring(field.indexOf(':') + 1))
                        .filter(fact -> !IntakeForm.isDetail(fact))
                        .map(fact -> "q-" + fact.path())
                        .orElse("f-" + field);
        };
    }

    private String words(String field, String problem) {
        return Fact.find(field.substring(field.indexOf(':') + 1))
                .filter(fact -> !fact.standsAtTop())
                .map(fact -> missing(fact).wording() + " " + problem)
                .or(() -> Optional.ofNullable(LABELS.get(field)).map(label -> label + ": " + problem))
                .orElse(problem);
    }

    /// The open questions, most decisive first. Before anything is chosen the order is that of an ordinary
    /// case, so that the page can begin with what usually decides; nothing else of that case is shown.
    private List<Fact> order(Patient person, Document.Mapping request) {
        try {
            return screenings.preview(person, request).screening().ask();
        } catch (UnusableInput unfinished) {
            var ordinary = knowledge.clearCase().withPath("facts", facts(request));
            return screenings.preview(person, ordinary).screening().ask();
        }
    }

    private static Document facts(Document.Mapping request) {
        return request.fields().getOrDefault("facts", Document.UNKNOWN);
    }

    /// What the answers give so far. While something is missing or unusable nothing could be saved, and the
    /// verdict says so: it is never better than what saving would give.
    Live live(Patient person, IntakeReading reading) {
        List<Trouble> troubles = troubles(reading);
        try {
            var course = screenings.preview(person, reading.request());
            Screening screening = course.screening();
            var device = reading.request().fields().getOrDefault("device", Document.UNKNOWN);
            var limits = new LimitWords(
                    knowledge,
                    device instanceof Document.Text(var id) ? id : "",
                    PatientFacts.read(Field.root(reading.request()), clock.today()).indications().stream()
                            .map(Sought::indication)
                            .toList());
            return new Live(
                    LiveVerdict.of(CourseVerdict.ofAnswers(course, clock.today()), reading),
                    troubles,
                    screening.ask().stream().map(this::missing).toList(),
                    Stream.concat(
                                    screening.findings().stream()
                                            .filter(finding ->
                                                    finding.kind() != Kind.UNKNOWN && finding.kind() != Kind.NOTE)
                                            .sorted(Comparator.comparing(Finding::kind))
                                            .map(finding -> Looks.finding(finding, knowledge, clock.today(), false)),
                                    FailedChecks.findings(course, limits).stream())
                            .toList());
        } catch (UnusableInput unfinished) {
            return new Live(
                    new VerdictView(
                            Verdict.ASK,
                            "Choose what, where and with which device",
                            "The verdict so far stands here as you answer."),
                    troubles,
                    List.of(),
                    List.of());
        }
    }

    /// Everything that saving would refuse.
    private List<Trouble> troubles(IntakeReading reading) {
        return Stream.concat(
                        reading.problems().entrySet().stream()
                                .map(problem -> trouble(
                                        problem.getKey(), problem.getValue(), reading.isMissing(problem.getKey()))),
                        reading.again().stream()
                                .map(fact -> new Trouble(
                                        "q-" + fact.path(),
                                        "Asked again, because zones were added: "
                                                + missing(fact).wording(),
                                        "",
                                        "",
                                        true)))
                .toList();
    }

    private Trouble trouble(String field, String problem, boolean missing) {
        return new Trouble(place(field), words(field, problem), field, problem, missing);
    }

    Missing missing(Fact fact) {
        return new Missing(
                fact.path(),
                knowledge.questions().stream()
                        .filter(question -> question.fact() == fact)
                        .map(Question::wording)
                        .findFirst()
                        .orElse(fact.path()));
    }
}
