package org.stipple.clinic.planning.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.CourseRecord.Acceptance;
import org.stipple.clinic.planning.CourseRecord.AcceptanceKind;
import org.stipple.clinic.planning.CourseRecord.AwaitingSecond;
import org.stipple.clinic.planning.CourseRecord.DraftCourse;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.NextSession;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.planning.TodaysJudgement;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.DaysInText;
import org.stipple.clinic.web.look.Verdict;
import org.stipple.clinic.web.look.VerdictView;
import org.stipple.protocol.Course;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Kind;

/// The verdict over a signed course: what stands today, without what the signature took on, which is named with
/// who took it on. It says the same as the page before the session, and names the same day.
@Component
class SignedVerdict {

    private final Screenings screenings;
    private final NextSession next;
    private final ClinicClock clock;

    SignedVerdict(Screenings screenings, NextSession next, ClinicClock clock) {
        this.screenings = screenings;
        this.next = next;
        this.clock = clock;
    }

    /// @param from first day on which it may begin or go on; empty where no day can be said
    /// @param complete whether all its sessions are done, so that there is no next one
    record Standing(VerdictView view, Optional<LocalDate> from, boolean complete) {
        Standing(VerdictView view, Optional<LocalDate> from) {
            this(view, from, false);
        }
    }

    /// Of a course as it is kept; a draft, and one that waits for a signature, by its plan.
    VerdictView of(PatientId patient, CourseRecord record) {
        return switch (record) {
            case DraftCourse _, AwaitingSecond _ -> unsigned(patient, record).view();
            case SignedCourse signed -> standing(patient, signed).view();
        };
    }

    /// Of a course that is not in force: by its plan and by what stands today, and not before the day to which
    /// the page before the session would hold. The person's record has been opened in the same transaction.
    Standing unsigned(PatientId patient, CourseRecord record) {
        var course = record.plan().course();
        var today = screenings.today(patient, record.plan());
        var screening =
                today.map(TodaysJudgement::course).map(Course::screening).orElse(course.screening());
        var found = CourseVerdict.ofPlan(course, screening, clock.today());
        List<String> changed = today.map(TodaysJudgement::changedSince).orElse(List.of());
        if (!changed.isEmpty()) {
            return new Standing(changed(found, changed), Optional.empty());
        }
        Optional<LocalDate> held = next.from(patient, record)
                .filter(day -> day.isAfter(clock.today()))
                .filter(day -> CourseVerdict.until(course, screening)
                        .filter(until -> !until.isBefore(day))
                        .isEmpty());
        if (found.verdict() == Verdict.NO) {
            return new Standing(found, Optional.empty());
        }
        if (held.isEmpty()) {
            return new Standing(found, course.earliestStart());
        }
        LocalDate day = held.get();
        return new Standing(
                view(
                        Verdict.WAIT,
                        "Wait until " + Days.near(day, clock.today()),
                        "A session under this course may be from then on.",
                        found.verdict() == Verdict.WAIT
                                ? found.detail()
                                : found.verdict() == Verdict.GO
                                        ? ""
                                        : "Besides: " + found.headline() + ". " + found.detail()),
                course.earliestStart().map(planned -> planned.isAfter(day) ? planned : day));
    }

    /// A course that cannot be signed any more as it was planned never says that it may be treated.
    private static VerdictView changed(VerdictView found, List<String> changed) {
        String words = "What is known changed since it was planned: " + String.join(" ", changed)
                + " It is not signed like this. Screen again, and plan anew.";
        return switch (found.verdict()) {
            case GO, CAUTION, SIGN_OFF -> new VerdictView(Verdict.ASK, "Plan anew", words);
            case ASK, WAIT, NO -> new VerdictView(found.verdict(), found.headline(), words);
        };
    }

    /// What changed since a course was planned that waits for a signature, a sentence each. The person's record
    /// has been opened in the same transaction.
    List<String> changedSince(PatientId patient, CourseRecord record) {
        return unsignedToday(patient, record).map(TodaysJudgement::changedSince).orElse(List.of());
    }

    /// What was found since then, of which the course's own findings say nothing.
    List<Finding> foundSince(PatientId patient, CourseRecord record) {
        return unsignedToday(patient, record).map(TodaysJudgement::foundSince).orElse(List.of());
    }

    private Optional<TodaysJudgement> unsignedToday(PatientId patient, CourseRecord record) {
        return switch (record) {
            case DraftCourse _, AwaitingSecond _ -> screenings.today(patient, record.plan());
            case SignedCourse _ -> Optional.empty();
        };
    }

    /// The person's record has been opened in the same transaction.
    Standing standing(PatientId patient, SignedCourse signed) {
        return screenings
                .today(patient, signed.plan())
                .map(today -> standing(patient, signed, today))
                .orElseGet(() ->
                        new Standing(CourseVerdict.ofPlan(signed.plan().course(), clock.today()), Optional.empty()));
    }

    private Standing standing(PatientId patient, SignedCourse signed, TodaysJudgement today) {
        List<Finding> open = today.standing(signed);
        Optional<LocalDate> from = next.from(patient, signed).filter(day -> day.isAfter(clock.today()));
        String more = (takenOn(signed) + " " + notPassed(signed)).strip();
        Optional<Finding> gravest = open.stream().min(Comparator.comparing(finding -> rank(finding.kind())));
        Optional<Kind> kind = gravest.map(Finding::kind);
        String reason = gravest.map(Finding::reason).map(DaysInText::of).orElse("");
        if (kind.filter(Kind.REFUSE::equals).isPresent()) {
            return new Standing(
                    view(Verdict.NO, "No", "It stands against treatment today: " + reason, more), Optional.empty());
        }
        if (next.isComplete(patient, signed)) {
            return new Standing(complete(signed), Optional.empty(), true);
        }
        if (!today.deeperThanToday().isEmpty()) {
            return new Standing(
                    view(
                            Verdict.NO,
                            "No",
                            "It stands against treatment today: " + String.join(" ", today.deeperThanToday()),
                            more),
                    Optional.empty());
        }
        if (open.stream().anyMatch(Finding::isOpenEnded)) {
            return new Standing(
                    view(
                            Verdict.WAIT,
                            from.map(day -> "Wait until " + Days.near(day, clock.today()))
                                    .orElse("Wait"),
                            "There is a wait that ends only with an examination, so a date alone is no permission.",
                            more),
                    Optional.empty());
        }
        if (from.isPresent()) {
            return new Standing(
                    view(
                            Verdict.WAIT,
                            "Wait until " + Days.near(from.get(), clock.today()),
                            "The next session of this course may be from then on, if the answers still hold"
                                    + planned(patient, signed, from.get()) + "." + besides(open),
                            more),
                    from);
        }
        if (gravest.isPresent()) {
            return new Standing(
                    kind.filter(Kind.UNKNOWN::equals).isPresent()
                            ? view(Verdict.ASK, "An answer is missing", reason, more)
                            : view(
                                    Verdict.SIGN_OFF,
                                    "A clinician’s sign-off is needed",
                                    "The signature does not cover what was found since: " + reason,
                                    more),
                    Optional.empty());
        }
        return new Standing(may(signed, today, more), Optional.of(clock.today()));
    }

    /// No session can follow under this signature, whatever else is found today; only a refusal is graver.
    private static VerdictView complete(SignedCourse signed) {
        String sessions = signed.plan()
                .course()
                .schedule()
                .map(schedule -> "All " + schedule.sessions().chosen() + " sessions")
                .orElse("All sessions");
        return view(
                Verdict.WAIT,
                "The course is complete",
                sessions + " that were signed and consented to are done. For more, plan a new course: it is signed and"
                        + " consented to anew.",
                "");
    }

    private String planned(PatientId patient, SignedCourse signed, LocalDate from) {
        return next.planned(patient, signed)
                .filter(day -> day.isAfter(from))
                .map(day -> "; it is planned for " + Days.full(day))
                .orElse("");
    }

    /// What stands today besides the wait; it may end with it, and may not.
    private static String besides(List<Finding> open) {
        return open.stream()
                .filter(finding -> finding.kind() != Kind.DEFER)
                .findFirst()
                .map(finding -> " Today also: " + DaysInText.of(finding.reason()))
                .orElse("");
    }

    /// Nothing stands against it, or only what somebody set aside.
    private VerdictView may(SignedCourse signed, TodaysJudgement today, String more) {
        var overrides = overrides(signed);
        if (!overrides.isEmpty()) {
            boolean wait = overrides.stream().allMatch(one -> one.finding() == Kind.DEFER);
            return view(Verdict.CAUTION, (wait ? "Wait" : "Refusal") + " set aside, may begin today", "", more);
        }
        return more.isEmpty()
                ? CourseVerdict.ofPlan(today.course(), clock.today())
                : view(Verdict.CAUTION, "Go, with care", "", more);
    }

    private static VerdictView view(Verdict verdict, String headline, String detail, String more) {
        return new VerdictView(verdict, headline, (detail + " " + more).strip());
    }

    private static int rank(Kind kind) {
        return switch (kind) {
            case REFUSE -> 0;
            case DEFER -> 1;
            case UNKNOWN -> 2;
            case SIGN_OFF -> 3;
            case CAUTION, NOTE -> 4;
        };
    }

    private static String notPassed(SignedCourse signed) {
        String failed = FailedChecks.sentence(signed.plan().course());
        return failed.isEmpty() ? "" : "Not passed in the plan: " + failed + ".";
    }

    /// What is set aside still: a wait whose day has come is over by itself.
    private List<Acceptance> overrides(SignedCourse signed) {
        return signed.signature().acceptances().stream()
                .filter(one -> one.kind() == AcceptanceKind.OVERRIDE)
                .filter(one ->
                        !one.until().filter(day -> !day.isAfter(clock.today())).isPresent())
                .toList();
    }

    /// What has to be known of a sign-off for an earlier session that is given today; empty where it counts, and
    /// of any other rule.
    String tooSoon(PatientId patient, CourseRecord record, String rule) {
        return !rule.equals("retreatment-early")
                ? ""
                : next.earlySignOffFrom(patient, record)
                        .filter(day -> day.isAfter(clock.today()))
                        .map(day -> " Given today it opens no earlier session: it counts only when given on "
                                + Days.full(day) + " or later, by somebody who has seen the skin then.")
                        .orElse("");
    }

    /// What was set aside or signed off, by whom and why.
    String takenOn(SignedCourse signed) {
        var signOffs = signed.signature().acceptances().stream()
                .filter(one -> one.kind() == AcceptanceKind.SIGN_OFF)
                .toList();
        String by = signed.signature().signer()
                + signed.second().map(second -> " and " + second.signer()).orElse("");
        return (said("Set aside by " + by, overrides(signed)) + " "
                        + said("Signed off by " + signed.signature().signer(), signOffs))
                .strip();
    }

    /// What was set aside, by whom and why; empty where nothing is.
    String setAside(SignedCourse signed) {
        return said(
                "In the signed course it is set aside by " + signed.signature().signer(), overrides(signed));
    }

    private static String said(String by, List<Acceptance> taken) {
        return taken.isEmpty()
                ? ""
                : by + ": "
                        + taken.stream()
                                .map(one -> one.rule().replace('-', ' ') + " (“" + one.reason() + "”)")
                                .collect(Collectors.joining(", "))
                        + ".";
    }
}
