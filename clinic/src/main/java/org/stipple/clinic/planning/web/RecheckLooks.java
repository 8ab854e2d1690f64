package org.stipple.clinic.planning.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.planning.AskAgainToday;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.Identities;
import org.stipple.clinic.planning.IntakeRevision;
import org.stipple.clinic.planning.Rechecked;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.planning.web.PlanningViews.Asked;
import org.stipple.clinic.planning.web.PlanningViews.Group;
import org.stipple.clinic.planning.web.PlanningViews.Option;
import org.stipple.clinic.planning.web.PlanningViews.Trouble;
import org.stipple.clinic.planning.web.RecheckViews.Before;
import org.stipple.clinic.planning.web.RecheckViews.Changes;
import org.stipple.clinic.planning.web.RecheckViews.Different;
import org.stipple.clinic.planning.web.RecheckViews.RecheckPage;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.DaysInText;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Question;
import org.stipple.protocol.ZonePlan;

/// Puts the questions of the day together, and what they change.
@Component
class RecheckLooks {

    private final Knowledge knowledge;
    private final IntakeGroups groups;
    private final Identities identities;
    private final Screenings screenings;
    private final ClinicClock clock;
    private final Ids ids;

    RecheckLooks(
            Knowledge knowledge,
            IntakeGroups groups,
            Identities identities,
            Screenings screenings,
            ClinicClock clock,
            Ids ids) {
        this.knowledge = knowledge;
        this.groups = groups;
        this.identities = identities;
        this.screenings = screenings;
        this.clock = clock;
        this.ids = ids;
    }

    /// The answers of an earlier day, for the zones of today: the course's own are asked about too.
    static IntakeForm before(IntakeRevision latest, CourseRecord course) {
        return IntakeForm.of(latest.request())
                .withZones(course.plan().course().planned().stream()
                        .map(ZonePlan.Planned::id)
                        .collect(Collectors.toSet()));
    }

    /// What is asked of this person today.
    AskAgainToday ask(Patient person, IntakeForm before) {
        var known = IntakeReading.of(before, clock.today());
        return AskAgainToday.of(
                knowledge.questions().stream()
                        .filter(question -> IntakeGroups.isAskedOf(person, question.fact()))
                        .toList(),
                org.stipple.protocol.PatientFacts.read(
                        org.stipple.protocol.document.Field.root(known.request()), clock.today()),
                question -> before.holds(question.fact()));
    }

    /// @param sent what was sent and is not whole; empty where nothing was
    RecheckPage page(
            Patient person,
            CourseRecord course,
            IntakeRevision latest,
            Optional<IntakeForm> sent,
            RecheckForm form,
            Map<String, String> problems) {
        var zone = Acting.current().zone();
        var before = before(latest, course);
        var ask = ask(person, before);
        boolean askedToday = latest.answeredOn(zone).equals(clock.today());
        var asked = new ArrayList<>(ask.oneByOne());
        if (form.opened()) {
            asked.addAll(ask.together());
        }
        var missing = new java.util.LinkedHashMap<>(form.missing());
        missing.putAll(problems);
        String day = Days.near(latest.answeredOn(zone), clock.today());
        return new RecheckPage(
                person.id().toString(),
                identities.of(person, course.plan()),
                course.plan().id().toString(),
                ids.next(),
                latest.number(),
                sent.isPresent(),
                day + ", " + latest.by(),
                askedToday && sent.isEmpty(),
                groups(asked, before, sent.orElse(IntakeForm.EMPTY), missing),
                form.opened() ? List.of() : before(ask.together(), before),
                RecheckForm.news(sent.map(one -> one.text(RecheckForm.NEWS)).orElse("")),
                form.newsMissing() ? "Read the list out, and say whether something of it is new." : "",
                before(ask.settled(), before),
                troubles(missing, form.newsMissing()),
                screenings
                        .recheck(person.id(), course.plan())
                        .map(rechecked -> changes(rechecked, course, latest))
                        .orElse(new Changes(true, "", List.of(), List.of(), List.of(), List.of())));
    }

    private List<Group> groups(List<Question> asked, IntakeForm before, IntakeForm sent, Map<String, String> problems) {
        return Stream.of(QuestionGroup.values())
                .map(group -> new Group(
                        group.name().toLowerCase(Locale.ROOT),
                        group.title(),
                        asked.stream()
                                .filter(question -> QuestionGroup.of(question.fact()) == group)
                                .map(question -> asked(question, before, sent, problems))
                                .toList()))
                .filter(group -> !group.questions().isEmpty())
                .toList();
    }

    /// As at the intake, with "as before" first where there is something before.
    private Asked asked(Question question, IntakeForm before, IntakeForm sent, Map<String, String> problems) {
        Fact fact = question.fact();
        var bare = groups.asked(question, sent, problems);
        var options = new ArrayList<Option>();
        if (RecheckForm.isKnown(before, fact)) {
            options.add(new Option(
                    RecheckForm.SAME,
                    "As before: " + words(before, fact),
                    sent.answer(fact).equals(RecheckForm.SAME)));
        }
        options.addAll(bare.options());
        return new Asked(
                bare.path(),
                bare.wording(),
                options,
                bare.day(),
                Optional.empty(),
                Optional.empty(),
                bare.answered(),
                bare.error());
    }

    /// What the clinic did itself is no answer of anybody.
    private static boolean isAnswered(Fact fact) {
        return !fact.standsAtTop() && fact != Fact.PREVIOUS_NEEDLING && !IntakeForm.isDetail(fact);
    }

    private static List<Before> before(List<Question> questions, IntakeForm before) {
        return questions.stream()
                .map(question -> new Before(question.wording(), words(before, question.fact())))
                .toList();
    }

    private static String words(IntakeForm form, Fact fact) {
        String answer = form.answer(fact);
        return switch (answer) {
            case "true" -> form.only(fact).isEmpty() ? "yes" : "yes, " + zones(form, fact);
            case "false" -> "no";
            case "", "unknown" -> "not known";
            case "date" -> "last on " + Days.full(java.time.LocalDate.parse(form.day(fact)));
            default -> answer.replace('-', ' ');
        };
    }

    private static String zones(IntakeForm form, Fact fact) {
        return form.only(fact).stream()
                .flatMap(zone -> org.stipple.quantities.ZoneId.find(zone).stream())
                .map(org.stipple.quantities.ZoneId::words)
                .collect(Collectors.joining(", "));
    }

    private List<Trouble> troubles(Map<String, String> problems, boolean newsMissing) {
        var troubles = new ArrayList<Trouble>();
        problems.forEach((field, words) -> {
            String path = field.substring(field.indexOf(':') + 1);
            troubles.add(new Trouble("q-" + path, wording(path) + " " + words, field, words, true));
        });
        if (newsMissing) {
            troubles.add(new Trouble(
                    "q-news", "Is something new? Read the list out, and say so.", RecheckForm.NEWS, "", true));
        }
        return troubles;
    }

    private String wording(String path) {
        return knowledge.questions().stream()
                .filter(question -> question.fact().path().equals(path))
                .map(Question::wording)
                .findFirst()
                .orElse(path);
    }

    private Changes changes(Rechecked rechecked, CourseRecord course, IntakeRevision latest) {
        var before = IntakeForm.of(course.plan().request());
        var newest = IntakeForm.of(latest.request());
        var answers = knowledge.questions().stream()
                .filter(question -> isAnswered(question.fact()))
                .filter(question -> !words(before, question.fact()).equals(words(newest, question.fact())))
                .map(question -> new Different(
                        question.wording(), words(before, question.fact()), words(newest, question.fact())))
                .toList();
        var limits = new ArrayList<String>();
        rechecked
                .depths()
                .forEach(depth -> limits.add(depth.now()
                        .map(now -> depth.zone().words() + ": at most " + now + " (" + depth.boundBy() + "), and "
                                + depth.before() + " when it was planned.")
                        .orElse(depth.zone().words() + " may not be treated any more.")));
        rechecked
                .interval()
                .ifPresent(days -> limits.add(
                        days.now() + " days between sessions, and " + days.before() + " when it was planned."));
        rechecked
                .sessions()
                .ifPresent(sessions ->
                        limits.add(sessions.now() + " sessions, and " + sessions.before() + " when it was planned."));
        return new Changes(
                rechecked.isAsPlanned(),
                rechecked.isOnTheSameKnowledge()
                        ? "Planned and looked at again on the same knowledge, "
                                + rechecked.today().version() + "."
                        : "Planned on knowledge " + rechecked.planned().version() + ", looked at again on "
                                + rechecked.today().version() + ".",
                answers,
                rechecked.found().stream()
                        .map(finding -> Looks.finding(finding, knowledge, clock.today(), false))
                        .toList(),
                rechecked.gone().stream()
                        .map(finding -> DaysInText.of(finding.reason()))
                        .toList(),
                limits);
    }
}
