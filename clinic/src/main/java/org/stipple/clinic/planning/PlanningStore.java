package org.stipple.clinic.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.planning.CourseRecord.Acceptance;
import org.stipple.clinic.planning.CourseRecord.AcceptanceKind;
import org.stipple.clinic.planning.CourseRecord.DraftCourse;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.CourseRecord.Signature;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.protocol.Course;
import org.stipple.protocol.Kind;
import org.stipple.protocol.Screening;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.ZoneId;

/// Answers are stored as the canonical JSON that they were given in, so that their hash stands for them.
@Repository
class PlanningStore {

    private static final String COURSES = """
            select c.*, s.sha256 as signed_sha256, s.meaning, s.signer, s.signed_at
            from course c left join course_signature s using (clinic_id, patient_id, course_id)
            """;

    private final JdbcClient sql;

    PlanningStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insertIntake(PatientId patient, IntakeRevision revision) {
        sql.sql("""
                        insert into intake (clinic_id, patient_id, revision, request, answered_at, answered_by)
                        values (current_clinic(), :patient, :revision, :request, :at, :by)
                        """)
                .param("patient", patient.value())
                .param("revision", revision.number())
                .param("request", Documents.json(revision.request()))
                .param("at", Timestamp.from(revision.answeredAt()))
                .param("by", revision.answeredBy())
                .update();
    }

    Optional<IntakeRevision> latestIntake(PatientId patient) {
        return sql.sql("select * from intake where patient_id = :patient order by revision desc limit 1")
                .param("patient", patient.value())
                .query((row, _) -> intake(row))
                .optional();
    }

    Optional<IntakeRevision> intake(PatientId patient, int revision) {
        return sql.sql("select * from intake where patient_id = :patient and revision = :revision")
                .param("patient", patient.value())
                .param("revision", revision)
                .query((row, _) -> intake(row))
                .optional();
    }

    private static IntakeRevision intake(ResultSet row) throws SQLException {
        return new IntakeRevision(
                row.getInt("revision"),
                Documents.read(row.getString("request")),
                row.getTimestamp("answered_at").toInstant(),
                row.getString("answered_by"));
    }

    void insertScreening(PatientId patient, ScreeningRecord made) {
        Document answer = made.screening().toDocument();
        sql.sql("""
                        insert into screening (clinic_id, patient_id, screening_id, revision, on_date, verdict, answer, knowledge, made_at, made_by)
                        values (current_clinic(), :patient, :id, :revision, :on, :verdict, :answer, :knowledge, :at, :by)
                        """)
                .param("patient", patient.value())
                .param("id", made.id())
                .param("revision", made.revision())
                .param("on", made.screening().on())
                .param("verdict", made.screening().verdict().id())
                .param("answer", Documents.json(answer))
                .param("knowledge", made.screening().release().hash())
                .param("at", Timestamp.from(made.madeAt()))
                .param("by", made.madeBy())
                .update();
    }

    Optional<ScreeningRecord> latestScreening(PatientId patient) {
        return sql.sql(
                        "select * from screening where patient_id = :patient order by made_at desc, screening_id limit 1")
                .param("patient", patient.value())
                .query((row, _) -> new ScreeningRecord(
                        row.getObject("screening_id", UUID.class),
                        row.getInt("revision"),
                        Screening.read(Documents.read(row.getString("answer"))),
                        row.getTimestamp("made_at").toInstant(),
                        row.getString("made_by")))
                .optional();
    }

    void insertCourse(Plan plan) {
        sql.sql("""
                        insert into course (clinic_id, patient_id, course_id, screening_id, request, answer, sha256, drafted_at, drafted_by)
                        values (current_clinic(), :patient, :id, :screening, :request, :answer, :sha256, :at, :by)
                        """)
                .param("patient", plan.patient().value())
                .param("id", plan.id())
                .param("screening", plan.screening())
                .param("request", Documents.json(plan.request()))
                .param("answer", Documents.json(plan.course().toDocument()))
                .param("sha256", plan.sha256())
                .param("at", Timestamp.from(plan.draftedAt()))
                .param("by", plan.draftedBy())
                .update();
    }

    /// False when it was signed before.
    boolean insertSignature(Plan plan, Signature signature, AccountId account) {
        int signed = sql.sql("""
                        insert into course_signature (clinic_id, patient_id, course_id, sha256, meaning, account_id, signer, signed_at)
                        values (current_clinic(), :patient, :course, :sha256, :meaning, :account, :signer, :at) on conflict do nothing
                        """)
                .param("patient", plan.patient().value())
                .param("course", plan.id())
                .param("sha256", signature.sha256())
                .param("meaning", signature.meaning())
                .param("account", account.value())
                .param("signer", signature.signer())
                .param("at", Timestamp.from(signature.at()))
                .update();
        if (signed == 1) {
            signature.acceptances().forEach(acceptance -> insertAcceptance(plan, acceptance, signature, account));
        }
        return signed == 1;
    }

    private void insertAcceptance(Plan plan, Acceptance acceptance, Signature signature, AccountId account) {
        sql.sql("""
                        insert into course_acceptance (clinic_id, patient_id, course_id, rule, kind, finding, zones, until, reason,
                          account_id, signer, signed_at)
                        values (current_clinic(), :patient, :course, :rule, :kind, :finding, :zones, :until, :reason, :account, :signer, :at)
                        """)
                .param("patient", plan.patient().value())
                .param("course", plan.id())
                .param("rule", acceptance.rule())
                .param("kind", acceptance.kind().id())
                .param("finding", acceptance.finding().id())
                .param(
                        "zones",
                        acceptance.zones().stream().map(ZoneId::id).sorted().toArray(String[]::new))
                .param("until", acceptance.until().orElse(null))
                .param("reason", acceptance.reason())
                .param("account", account.value())
                .param("signer", signature.signer())
                .param("at", Timestamp.from(signature.at()))
                .update();
    }

    Optional<CourseRecord> course(PatientId patient, UUID course) {
        return sql.sql(COURSES + " where c.patient_id = :patient and c.course_id = :course")
                .param("patient", patient.value())
                .param("course", course)
                .query((row, _) -> course(patient, row))
                .optional();
    }

    List<CourseRecord> courses(PatientId patient) {
        return sql.sql(COURSES + " where c.patient_id = :patient order by c.drafted_at desc, c.course_id")
                .param("patient", patient.value())
                .query((row, _) -> course(patient, row))
                .list();
    }

    private CourseRecord course(PatientId patient, ResultSet row) throws SQLException {
        var request = Field.root(Documents.read(row.getString("request")));
        var plan = new Plan(
                row.getObject("course_id", UUID.class),
                patient,
                row.getObject("screening_id", UUID.class),
                request.required("device").text(),
                mapping(request),
                Course.read(Documents.read(row.getString("answer"))),
                row.getString("sha256"),
                row.getTimestamp("drafted_at").toInstant(),
                row.getString("drafted_by"));
        Timestamp signedAt = row.getTimestamp("signed_at");
        if (signedAt == null) {
            return new DraftCourse(plan);
        }
        var signature = new Signature(
                row.getString("signer"),
                signedAt.toInstant(),
                row.getString("meaning"),
                row.getString("signed_sha256"),
                acceptances(plan));
        return new SignedCourse(plan, signature);
    }

    private static Document.Mapping mapping(Field request) {
        return request.document() instanceof Document.Mapping mapping ? mapping : Document.mapping();
    }

    private List<Acceptance> acceptances(Plan plan) {
        return sql.sql("""
                        select * from course_acceptance where patient_id = :patient and course_id = :course order by rule
                        """)
                .param("patient", plan.patient().value())
                .param("course", plan.id())
                .query((row, _) -> new Acceptance(
                        row.getString("rule"),
                        AcceptanceKind.of(row.getString("kind")),
                        Kind.find(row.getString("finding")).orElseThrow(),
                        Arrays.stream((String[]) row.getArray("zones").getArray())
                                .flatMap(zone -> ZoneId.find(zone).stream())
                                .collect(Collectors.toSet()),
                        Optional.ofNullable(row.getObject("until", LocalDate.class)),
                        row.getString("reason")))
                .list();
    }
}
