package org.stipple.clinic.outcome.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.aftercare.AftercareSheets;
import org.stipple.clinic.aftercare.Healing;
import org.stipple.clinic.outcome.web.OutcomeViews.Calls;
import org.stipple.clinic.outcome.web.OutcomeViews.SheetPage;
import org.stipple.clinic.outcome.web.OutcomeViews.Sign;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.PlannedZones;
import org.stipple.clinic.treatment.LeftOut;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.AftercareView;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.AftercareStep;
import org.stipple.protocol.Device;
import org.stipple.protocol.ExpectedHealing;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.RedFlag;
import org.stipple.quantities.Depth;

/// What a person takes home after a session: what was done, what is usual, what to do, and for which signs to
/// call whom. The words for patients are those of the knowledge base; nothing is judged here.
@Component
class HomeSheet {

    private static final int HOURS = 24;
    private static final int LONGEST_DAYS = 14;

    private final Patients patients;
    private final Sessions sessions;
    private final Courses courses;
    private final AftercareSheets sheets;
    private final Knowledge knowledge;

    HomeSheet(Patients patients, Sessions sessions, Courses courses, AftercareSheets sheets, Knowledge knowledge) {
        this.sheets = sheets;
        this.patients = patients;
        this.sessions = sessions;
        this.courses = courses;
        this.knowledge = knowledge;
    }

    SheetPage of(PatientId patient, UUID sessionId) {
        var person = patients.read(patient, "sheet to take home");
        Session session = sessions.find(patient, sessionId);
        var course = courses.find(patient, session.course());
        var plan = course.plan();
        // A numbing cream may have been on the skin all the same, so that what cannot wait stays.
        boolean nothing = session.isWithoutNeedling(PlannedZones.of(plan));
        return new SheetPage(
                patient.toString(),
                sessionId.toString(),
                person.name(),
                Days.full(person.details().birthDate()),
                Acting.current().clinicName(),
                Days.full(LocalDate.ofInstant(
                        session.startedAt(), Acting.current().zone())),
                knowledge.device(plan.device()).map(Device::name).orElse(plan.device()),
                session.standing().stream()
                        .map(charted ->
                                charted.zone().words() + ", " + charted.done().depth())
                        .toList(),
                nothing ? notTreated(session) : List.of(),
                nothing ? List.of() : usual(session),
                nothing ? List.of() : steps(plan.course().aftercare()),
                calls().stream().filter(call -> !nothing || call.urgent()).toList(),
                nothing ? "" : VisitReport.next(course, session));
    }

    /// What to do and what to leave, in the clinic's own words where it has some.
    private List<AftercareView.Line> steps(List<AftercareStep> steps) {
        var newest = sheets.newest();
        var english = Words.in(Tongue.ENGLISH);
        return steps.stream()
                .filter(step -> !step.isRedFlag() && !step.id().equals(Healing.USUAL))
                .map(step -> {
                    var told = AftercareSheets.told(newest, step, english);
                    return new AftercareView.Line(step.when(), told.todo(), told.avoid());
                })
                .toList();
    }

    private static List<String> notTreated(Session session) {
        return session.leftOut().stream()
                .map(LeftOut::zone)
                .distinct()
                .flatMap(zone -> session.leftOut(zone).stream())
                .map(left -> left.zone().words() + ", because “" + left.reason() + "”")
                .toList();
    }

    /// What is expected in the first two weeks at the deepest that was done.
    private List<AftercareView.Line> usual(Session session) {
        Optional<Depth> deepest = session.standing().stream()
                .map(charted -> charted.done().depth())
                .max(Comparator.naturalOrder());
        return knowledge.healing().stream()
                .filter(one -> one.toDay() <= LONGEST_DAYS)
                .filter(one -> deepest.map(depth -> one.isExpected(one.fromDay(), depth))
                        .orElse(one.depth().isEmpty()))
                .map(one -> new AftercareView.Line(days(one), one.patientWords(), ""))
                .toList();
    }

    private static String days(ExpectedHealing one) {
        if (one.fromDay() == one.toDay()) {
            return one.fromDay() == 0 ? "today" : "day " + one.fromDay();
        }
        return one.fromDay() == 0 ? "until day " + one.toDay() : "day " + one.fromDay() + " to " + one.toDay();
    }

    private List<Calls> calls() {
        return Arrays.stream(RedFlag.Call.values())
                .map(call -> new Calls(
                        whom(call),
                        call == RedFlag.Call.EMERGENCY,
                        knowledge.redFlags().stream()
                                .filter(flag -> flag.call() == call)
                                .map(flag -> new Sign(flag.patientWords(), when(flag)))
                                .toList()))
                .filter(calls -> !calls.signs().isEmpty())
                .toList();
    }

    private static String whom(RedFlag.Call call) {
        return switch (call) {
            case EMERGENCY -> "Call the emergency number at once, before anybody else";
            case CLINICIAN_TODAY -> "Call us the same day, at any hour";
            case CLINICIAN -> "Call us";
        };
    }

    private static String when(RedFlag flag) {
        return flag.fromHours() == 0
                ? flag.toHours() <= HOURS ? "in the first hours" : "at any time"
                : "from "
                        + (flag.fromHours() < 2 * HOURS
                                ? flag.fromHours() + " hours"
                                : "day " + flag.fromHours() / HOURS)
                        + " on";
    }
}
