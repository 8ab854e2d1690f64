package org.stipple.clinic.planning.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Identities;
import org.stipple.clinic.planning.IntakeRevision;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.ScreeningRecord;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.planning.web.PlanningViews.Refusal;
import org.stipple.clinic.planning.web.PlanningViews.ScreeningPage;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.DaysInText;
import org.stipple.clinic.web.NotHere;
import org.stipple.clinic.web.look.FindingView;
import org.stipple.clinic.web.look.Verdict;
import org.stipple.clinic.web.look.VerdictView;
import org.stipple.protocol.Course;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Overridable;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.Screening;
import org.stipple.protocol.Sought;
import org.stipple.protocol.document.Field;

/// Puts the screening's page together: one verdict over the answers and the plan that follows from them,
/// everything that was found, and what may be set aside.
@Component
class ScreeningLooks {

    private static final String CORRECTED = "The date of birth or the sex of this person was corrected since they were "
            + "screened. What stands here is judged by what is written down now. Screen again before anything is "
            + "planned or done.";

    private final Screenings screenings;
    private final Intakes intakes;
    private final Courses courses;
    private final SignedVerdict verdicts;
    private final IntakeQuestions questions;
    private final Identities identities;
    private final Knowledge knowledge;
    private final ClinicClock clock;
    private final Ids ids;

    ScreeningLooks(
            Screenings screenings,
            Intakes intakes,
            Courses courses,
            SignedVerdict verdicts,
            IntakeQuestions questions,
            Identities identities,
            Knowledge knowledge,
            ClinicClock clock,
            Ids ids) {
        this.screenings = screenings;
        this.intakes = intakes;
        this.courses = courses;
        this.verdicts = verdicts;
        this.questions = questions;
        this.identities = identities;
        this.knowledge = knowledge;
        this.clock = clock;
        this.ids = ids;
    }

    /// The newest screening.
    ///
    /// @param entered reasons for setting aside, by rule, as they were sent
    /// @param errors what is missing at one of them, by rule
    /// @param problems why what was sent was not done
    ScreeningPage page(Patient person, Map<String, String> entered, Map<String, String> errors, List<String> problems) {
        var made = screenings.latest(person.id()).orElseThrow(NotHere::new);
        var corrected = screenings.corrected(person, made);
        Screening screening = corrected.map(Course::screening).orElse(made.screening());
        var course = corrected.or(() -> screenings.wouldBePlanned(person, made));
        return new ScreeningPage(
                person.id().toString(),
                identities.alone(person),
                ids.next(),
                made.revision(),
                verdict(person, made),
                "Screened " + Days.moment(made.madeAt(), Acting.current().zone()) + " by " + made.madeBy(),
                Stream.concat(
                                course.stream().flatMap(plan -> failed(person, plan).stream()),
                                Looks.findings(screening, knowledge, clock.today()).stream())
                        .sorted(Comparator.comparing(FindingView::verdict).reversed())
                        .toList(),
                screening.ask().stream().map(questions::missing).toList(),
                corrected.map(_ -> CORRECTED).orElse(""),
                graverBefore(person, made, verdict(person, made).verdict()),
                corrected.isEmpty() && screening.byZone().stream().anyMatch(Screening.InZone::isPlannable),
                ids.next(),
                (corrected.isPresent() ? List.<Finding>of() : courses.maySetAside(person, made))
                        .stream()
                                .map(finding -> new Refusal(
                                        finding.rule(),
                                        DaysInText.of(finding.reason()),
                                        whoSigns(finding),
                                        entered.getOrDefault(finding.rule(), ""),
                                        errors.getOrDefault(finding.rule(), "")))
                                .toList(),
                screening.release().version() + ", " + screening.release().hash(),
                problems);
    }

    /// The verdict over the answers of a screening and the plan that follows from them.
    VerdictView verdict(Patient person, ScreeningRecord made) {
        var found = screenings
                .corrected(person, made)
                .or(() -> screenings.wouldBePlanned(person, made))
                .map(course -> CourseVerdict.ofAnswers(course, clock.today()))
                .orElseGet(() -> Looks.verdict(made.screening(), clock.today()));
        return found.verdict() == Verdict.WAIT
                ? courses.inForce(person.id())
                        .map(signed -> under(person, signed, made, found))
                        .orElse(found)
                : found;
    }

    /// What a screening said when it was made, in a word and its gravest reasons: no days, which are over by
    /// now or are told by the newest one.
    String then(ScreeningRecord made) {
        Verdict verdict = verdictThen(made);
        String reasons = Looks.findings(
                        made.screening(), knowledge, made.screening().on())
                .stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(FindingView::title)
                .distinct()
                .collect(Collectors.joining(", "));
        return verdict.word() + (reasons.isEmpty() ? "" : " (" + reasons + ")");
    }

    private Verdict verdictThen(ScreeningRecord made) {
        return Looks.verdict(made.screening(), made.screening().on()).verdict();
    }

    /// The newest of the screenings before that was graver than this one, if there is one: who looks at the
    /// milder answer, and signs on it, is to know that another was given.
    private String graverBefore(Patient person, ScreeningRecord made, Verdict now) {
        return screenings.all(person.id()).stream()
                .filter(earlier -> !earlier.id().equals(made.id()))
                .filter(earlier -> verdictThen(earlier).compareTo(now) > 0)
                .findFirst()
                .map(earlier -> "Screened otherwise before, "
                        + Days.moment(earlier.madeAt(), Acting.current().zone()) + " by " + earlier.madeBy() + ": "
                        + then(earlier) + ".")
                .orElse("");
    }

    /// A wait beside a signed course: the later day of both, and what the signature set aside.
    private VerdictView under(Patient person, SignedCourse signed, ScreeningRecord made, VerdictView found) {
        var standing = verdicts.standing(person.id(), signed);
        if (elsewhere(signed, made)) {
            return new VerdictView(
                    found.verdict(),
                    found.headline(),
                    found.detail() + " The signed course is of other zones, and for itself: "
                            + standing.view().headline() + ".");
        }
        boolean later = standing.from()
                .filter(day -> made.screening().until().filter(day::isAfter).isPresent())
                .isPresent();
        return later
                ? new VerdictView(
                        Verdict.WAIT,
                        standing.view().headline(),
                        "The signed course asks for longer than what was found. "
                                + standing.view().detail())
                : new VerdictView(
                        found.verdict(), found.headline(), (found.detail() + " " + verdicts.setAside(signed)).strip());
    }

    /// Whether the course plans none of the zones that were screened.
    private static boolean elsewhere(SignedCourse signed, ScreeningRecord made) {
        var screened =
                made.screening().byZone().stream().map(Screening.InZone::id).collect(Collectors.toSet());
        return signed.plan().course().planned().stream().noneMatch(zone -> screened.contains(zone.id()));
    }

    private List<FindingView> failed(Patient person, Course plan) {
        return intakes.latest(person.id())
                .map(IntakeRevision::request)
                .map(request -> PatientFacts.read(Field.root(request), clock.today()))
                .map(facts -> FailedChecks.findings(
                        plan,
                        new LimitWords(
                                knowledge,
                                facts.device(),
                                facts.indications().stream()
                                        .map(Sought::indication)
                                        .collect(Collectors.toUnmodifiableList()))))
                .orElse(List.of());
    }

    private static String whoSigns(Finding finding) {
        return finding.overridable() == Overridable.TWO_PEOPLE
                ? "two supervising clinicians sign for it"
                : "a supervising clinician signs for it";
    }
}
