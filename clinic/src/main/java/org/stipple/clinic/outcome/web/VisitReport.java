package org.stipple.clinic.outcome.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Consent;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.outcome.MeasuredPair;
import org.stipple.clinic.outcome.Outcomes;
import org.stipple.clinic.outcome.web.OutcomeViews.ReportPage;
import org.stipple.clinic.outcome.web.OutcomeViews.ReportZone;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.CourseRecord.AwaitingSecond;
import org.stipple.clinic.planning.CourseRecord.DraftCourse;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.StockUnit;
import org.stipple.clinic.treatment.Charted;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.Days;
import org.stipple.protocol.AftercareStep;
import org.stipple.protocol.Device;
import org.stipple.protocol.Knowledge;

/// The report of a visit: what was planned and signed, what was used, what was done, what was read.
@Component
class VisitReport {

    private final Patients patients;
    private final Sessions sessions;
    private final Courses courses;
    private final Consents consents;
    private final Stock stock;
    private final Outcomes outcomes;
    private final Knowledge knowledge;
    private final ClinicClock clock;

    VisitReport(
            Patients patients,
            Sessions sessions,
            Courses courses,
            Consents consents,
            Stock stock,
            Outcomes outcomes,
            Knowledge knowledge,
            ClinicClock clock) {
        this.patients = patients;
        this.sessions = sessions;
        this.courses = courses;
        this.consents = consents;
        this.stock = stock;
        this.outcomes = outcomes;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    ReportPage of(PatientId patient, UUID sessionId) {
        var person = patients.read(patient, "visit report");
        Session session = sessions.find(patient, sessionId);
        CourseRecord course = courses.find(patient, session.course());
        Optional<MeasuredPair> newest = outcomes.of(patient).stream().findFirst();
        var plan = course.plan();
        return new ReportPage(
                patient.toString(),
                person.name(),
                "born " + person.details().birthDate(),
                Acting.current().clinicName(),
                "Session " + session.number()
                        + plan.course()
                                .schedule()
                                .map(schedule -> " of " + schedule.sessions().chosen())
                                .orElse(""),
                moment(session.startedAt()) + " by " + session.startedBy(),
                session.close()
                        .map(close -> moment(close.at()) + " by " + close.signer()
                                + (close.note().isEmpty() ? "" : ". " + close.note()))
                        .orElse("not closed yet"),
                knowledge.device(plan.device()).map(Device::name).orElse(plan.device()),
                signature(course),
                consents.of(patient).stream()
                        .filter(Consent::holds)
                        .map(consent -> consent.purpose().words() + ", version " + consent.version() + ", signed "
                                + moment(consent.givenAt()) + " as “" + consent.signedName() + "”")
                        .toList(),
                stock.usedIn(sessionId).stream().map(VisitReport::unit).toList(),
                session.standing().stream().map(this::zone).toList(),
                newest.map(ReadingLooks::of).orElse(List.of()),
                newest.map(pair -> moment(pair.at())).orElse(""),
                plan.course().aftercare().stream().map(AftercareStep::words).toList(),
                plan.course()
                        .schedule()
                        .map(schedule ->
                                "The next session is " + schedule.intervalDays().chosen() + " days after this one.")
                        .orElse(""),
                plan.course().screening().release().version() + ", "
                        + plan.course().screening().release().hash());
    }

    private String moment(java.time.Instant at) {
        return Days.moment(at, Acting.current().zone(), clock.today());
    }

    private String signature(CourseRecord course) {
        return switch (course) {
            case DraftCourse _ -> "not signed";
            case AwaitingSecond(var _, var first) ->
                "signed by " + first.signer() + ", " + moment(first.at()) + ", and waits for a second signature";
            case SignedCourse(var _, var signature, var second) ->
                "signed by " + signature.signer() + ", " + moment(signature.at())
                        + second.map(other -> ", and by " + other.signer() + ", " + moment(other.at()))
                                .orElse("")
                        + ", SHA-256 " + signature.sha256();
        };
    }

    private static String unit(StockUnit unit) {
        return unit.words() + ", expires " + unit.expiry();
    }

    private ReportZone zone(Charted charted) {
        var done = charted.done();
        return new ReportZone(
                charted.zone().words(),
                done.depth() + ", " + done.passes() + " passes in " + done.directions() + " directions",
                done.endpoint().words(),
                done.pain().map(pain -> pain + " of 10").orElse("not asked"),
                charted.deviation().orElse(""),
                done.reason().orElse(""),
                charted.recordedBy());
    }
}
