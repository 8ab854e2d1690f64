package org.stipple.clinic.planning.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.planning.web.PlanningViews.Asked;
import org.stipple.clinic.planning.web.PlanningViews.Group;
import org.stipple.clinic.planning.web.PlanningViews.IntakePage;
import org.stipple.clinic.planning.web.PlanningViews.Live;
import org.stipple.clinic.planning.web.PlanningViews.Missing;
import org.stipple.clinic.planning.web.PlanningViews.Option;
import org.stipple.clinic.web.look.Maps;
import org.stipple.clinic.web.look.Verdict;
import org.stipple.clinic.web.look.VerdictView;
import org.stipple.clinic.web.look.ZonePick;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Kind;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.Question;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.protocol.outline.BodyView;
import org.stipple.protocol.outline.ZoneOutlines;
import org.stipple.quantities.Indication;
import org.stipple.quantities.Sex;
import org.stipple.quantities.ZoneId;

/// Puts the intake page together: what is asked of whom, and what the answers give so far.
@Component
class IntakeQuestions {

    private final Knowledge knowledge;
    private final ZoneOutlines outlines;
    private final Screenings screenings;
    private final ClinicClock clock;
    private final Ids ids;

    IntakeQuestions(Knowledge knowledge, ZoneOutlines outlines, Screenings screenings, ClinicClock clock, Ids ids) {
        this.knowledge = knowledge;
        this.outlines = outlines;
        this.screenings = screenings;
        this.clock = clock;
        this.ids = ids;
    }

    IntakePage page(Patient person, int revision, Answers answers, List<String> problems) {
        return new IntakePage(
                person.id().toString(),
                person.name(),
                ids.next(),
                revision,
                IntakePages.options(
                        Indication.values(), Indication::id, Indication::words, answers.list("indications")),
                zones(answers.list("zones")),
                devices(answers.top("device")),
                operators(answers.top("operator")),
                skinTypes(answers.top("fitzpatrick")),
                answers.top("jurisdiction"),
                answers.goalDepthMm(),
                groups(person, answers),
                live(person, answers.request() instanceof Document.Mapping request ? request : Document.mapping()),
                problems);
    }

    private ZonePick zones(List<String> chosen) {
        return new ZonePick(
                "zone",
                "Where?",
                "Tap the map or the list. Left and right are the patient’s.",
                Stream.of(BodyView.FACE_FRONT, BodyView.BODY_FRONT, BodyView.BODY_BACK)
                        .map(view -> Maps.plain(outlines.drawing(view), "where-" + view.id(), "Where: " + view.words()))
                        .toList(),
                Arrays.stream(ZoneId.values())
                        .map(zone -> new ZonePick.Zone(zone.id(), zone.words(), chosen.contains(zone.id()), false))
                        .toList(),
                "");
    }

    private List<Option> devices(String chosen) {
        return knowledge.devices().stream()
                .filter(device -> !device.forHome())
                .map(device ->
                        new Option(device.id(), device.name(), device.id().equals(chosen)))
                .toList();
    }

    private static List<Option> operators(String chosen) {
        return Stream.of("physician", "nurse", "aesthetician")
                .map(operator -> new Option(operator, operator, operator.equals(chosen)))
                .toList();
    }

    private static List<Option> skinTypes(String chosen) {
        List<String> roman = List.of("I", "II", "III", "IV", "V", "VI");
        return IntStream.rangeClosed(1, 6)
                .mapToObj(n -> new Option(
                        String.valueOf(n), roman.get(n - 1), String.valueOf(n).equals(chosen)))
                .toList();
    }

    /// Pregnancy and breastfeeding are not asked of whoever is recorded as unable to be pregnant.
    private List<Group> groups(Patient person, Answers answers) {
        List<Question> asked = knowledge.questions().stream()
                .filter(question -> !question.fact().standsAtTop())
                .filter(question -> isAsked(question.fact()))
                .filter(question -> person.details().sex() != Sex.MALE
                        || (question.fact() != Fact.PREGNANT && question.fact() != Fact.BREASTFEEDING))
                .toList();
        return Arrays.stream(QuestionGroup.values())
                .map(group -> new Group(
                        group.name().toLowerCase(java.util.Locale.ROOT),
                        group.title(),
                        asked.stream()
                                .filter(question -> QuestionGroup.of(question.fact()) == group)
                                .map(question -> asked(question, answers))
                                .toList()))
                .filter(group -> !group.questions().isEmpty())
                .toList();
    }

    /// Details of an earlier needling are not asked: without them the safe reading is taken, everywhere and
    /// deep enough to
    /// count, and what was done here is known anyway.
    private static boolean isAsked(Fact fact) {
        return fact != Fact.PREVIOUS_NEEDLING_DEPTH
                && fact != Fact.PREVIOUS_NEEDLING_SESSIONS
                && fact != Fact.PREVIOUS_NEEDLING_ZONES;
    }

    private static Asked asked(Question question, Answers answers) {
        Fact fact = question.fact();
        String answer = answers.of(fact);
        var options = new ArrayList<Option>();
        switch (fact.shape()) {
            case FLAG, ZONES -> {
                options.add(new Option("true", "Yes", answer.equals("true")));
                options.add(new Option("false", "No", answer.equals("false")));
            }
            case DAY -> {
                options.add(new Option("never", "Never", answer.equals("never")));
                options.add(new Option("date", "Last on", answer.equals("date")));
            }
            case WORD ->
                fact.words()
                        .forEach(word -> options.add(new Option(word, word.replace('-', ' '), answer.equals(word))));
            case WHOLE, DEPTH -> {}
        }
        options.add(new Option("unknown", "I don’t know", false));
        boolean narrows =
                fact.shape() == Fact.Shape.ZONES && !answers.list("zones").isEmpty();
        return new Asked(
                fact.path(),
                question.wording(),
                options,
                fact.shape() == Fact.Shape.DAY,
                answers.dayOf(fact),
                narrows ? only(answers, fact) : List.of(),
                !answer.isEmpty());
    }

    private static List<Option> only(Answers answers, Fact fact) {
        return answers.list("zones").stream()
                .flatMap(id -> ZoneId.find(id).stream())
                .map(zone -> new Option(
                        zone.id(), zone.words(), answers.zonesOf(fact).contains(zone.id())))
                .toList();
    }

    /// What the answers give so far.
    Live live(Patient person, Document.Mapping request) {
        try {
            var whole = request.with("age", Document.of(person.ageOn(clock.today())))
                    .with("sex", Document.of(person.details().sex().id()));
            var screening = screenings.preview(PatientFacts.read(Field.root(whole), clock.today()));
            return new Live(
                    Looks.verdict(screening, clock.today()),
                    screening.ask().stream().map(this::missing).toList(),
                    screening.findings().stream()
                            .filter(finding -> finding.kind() != Kind.UNKNOWN && finding.kind() != Kind.NOTE)
                            .sorted(Comparator.comparing(org.stipple.protocol.Finding::kind))
                            .map(finding -> Looks.finding(finding, knowledge, clock.today(), false))
                            .toList());
        } catch (UnusableInput unfinished) {
            return new Live(
                    new VerdictView(
                            Verdict.ASK,
                            "Choose what, where and with which device",
                            "The verdict so far stands here as you answer."),
                    List.of(),
                    List.of());
        }
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
