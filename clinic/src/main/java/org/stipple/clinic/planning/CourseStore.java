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
import org.stipple.clinic.database.StoredDocument;
import org.stipple.clinic.planning.CourseRecord.Acceptance;
import org.stipple.clinic.planning.CourseRecord.AcceptanceKind;
import org.stipple.clinic.planning.CourseRecord.AwaitingSecond;
import org.stipple.clinic.planning.CourseRecord.DraftCourse;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.CourseRecord.SecondSignature;
import org.stipple.clinic.planning.CourseRecord.SetAside;
import org.stipple.clinic.planning.CourseRecord.Signature;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.protocol.Course;
import org.stipple.protocol.Kind;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.ZoneId;

/// Courses, what they were planned without, and the signatures under them.
@Repository
class CourseStore {

    private static final String COURSES = """
            select c.*, s.sha256 as signed_sha256, s.meaning, s.signer, s.signed_at, t.sha256 as second_sha256,
              t.meaning as second_meaning, t.reason as second_reason, t.signer as second_signer, t.signed_at as second_at
            from course c left join course_signature s using (clinic_id, patient_id, course_id)
              left join course_second_signature t using (clinic_id, patient_id, course_id)
            """;

    private final JdbcClient sql;

    CourseStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insertCourse(Plan plan, AccountId account) {
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
        plan.setAside().forEach(setAside -> insertSetAside(plan, setAside, account));
    }

    private void insertSetAside(Plan plan, SetAside setAside, AccountId account) {
        sql.sql("""
                        insert into course_set_aside (clinic_id, patient_id, course_id, rule, reason, account_id, set_aside_by, set_aside_on)
                        values (current_clinic(), :patient, :course, :rule, :reason, :account, :by, :on)
                        """)
                .param("patient", plan.patient().value())
                .param("course", plan.id())
                .param("rule", setAside.rule())
                .param("reason", setAside.reason())
                .param("account", account.value())
                .param("by", setAside.by())
                .param("on", setAside.on())
                .update();
    }

    private List<SetAside> setAside(PatientId patient, UUID course) {
        return sql.sql("""
                        select * from course_set_aside where patient_id = :patient and course_id = :course order by rule
                        """)
                .param("patient", patient.value())
                .param("course", course)
                .query((row, _) -> new SetAside(
                        row.getString("rule"),
                        row.getString("reason"),
                        row.getString("set_aside_by"),
                        row.getObject("set_aside_on", LocalDate.class)))
                .list();
    }

    /// Who signed first, of a course that somebody has signed.
    AccountId firstSigner(Plan plan) {
        return new AccountId(
                sql.sql("select account_id from course_signature where patient_id = :patient and course_id = :course")
                        .param("patient", plan.patient().value())
                        .param("course", plan.id())
                        .query(UUID.class)
                        .single());
    }

    /// False when there was a second signature before.
    boolean insertSecondSignature(Plan plan, SecondSignature second, AccountId first, AccountId account) {
        return sql.sql("""
                                insert into course_second_signature (clinic_id, patient_id, course_id, sha256, meaning, reason,
                                  first_account_id, account_id, signer, signed_at)
                                values (current_clinic(), :patient, :course, :sha256, :meaning, :reason, :first, :account, :signer, :at)
                                on conflict do nothing
                                """)
                        .param("patient", plan.patient().value())
                        .param("course", plan.id())
                        .param("sha256", second.sha256())
                        .param("meaning", second.meaning())
                        .param("reason", second.reason())
                        .param("first", first.value())
                        .param("account", account.value())
                        .param("signer", second.signer())
                        .param("at", Timestamp.from(second.at()))
                        .update()
                == 1;
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
                        insert into course_acceptance (clinic_id, patient_id, course_id, rule, kind, finding, zones, until, second_needed,
                          reason, account_id, signer, signed_at)
                        values (current_clinic(), :patient, :course, :rule, :kind, :finding, :zones, :until, :second, :reason, :account, :signer, :at)
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
                .param("second", acceptance.secondNeeded())
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
        return sql.sql(COURSES + " where c.patient_id = :patient order by c.drafted_at desc, c.entry desc")
                .param("patient", patient.value())
                .query((row, _) -> course(patient, row))
                .list();
    }

    private CourseRecord course(PatientId patient, ResultSet row) throws SQLException {
        var request = Field.root(StoredDocument.read(row.getString("request")));
        var plan = new Plan(
                row.getObject("course_id", UUID.class),
                patient,
                row.getObject("screening_id", UUID.class),
                request.required("device").text(),
                mapping(request),
                Course.read(StoredDocument.read(row.getString("answer"))),
                setAside(patient, row.getObject("course_id", UUID.class)),
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
        Timestamp secondAt = row.getTimestamp("second_at");
        Optional<SecondSignature> second = secondAt == null
                ? Optional.empty()
                : Optional.of(new SecondSignature(
                        row.getString("second_signer"),
                        secondAt.toInstant(),
                        row.getString("second_meaning"),
                        row.getString("second_sha256"),
                        row.getString("second_reason")));
        return signature.needsSecond() && second.isEmpty()
                ? new AwaitingSecond(plan, signature)
                : new SignedCourse(plan, signature, second);
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
                        row.getBoolean("second_needed"),
                        row.getString("reason")))
                .list();
    }
}
