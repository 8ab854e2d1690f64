package org.stipple.clinic.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.database.StoredDocument;
import org.stipple.protocol.Screening;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;

/// Answers are stored as the canonical JSON that they were given in, so that their hash stands for them.
@Repository
class PlanningStore {

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
                StoredDocument.read(row.getString("request")),
                row.getTimestamp("answered_at").toInstant(),
                row.getString("answered_by"));
    }

    void insertScreening(PatientId patient, ScreeningRecord made) {
        Document answer = made.screening().toDocument();
        sql.sql("""
                        insert into screening (clinic_id, patient_id, screening_id, revision, on_date, verdict, until_date, answer, knowledge,
                          made_at, made_by)
                        values (current_clinic(), :patient, :id, :revision, :on, :verdict, :until, :answer, :knowledge, :at, :by)
                        """)
                .param("patient", patient.value())
                .param("id", made.id())
                .param("revision", made.revision())
                .param("on", made.screening().on())
                .param("verdict", made.screening().verdict().id())
                .param("until", made.screening().until().orElse(null))
                .param("answer", Documents.json(answer))
                .param("knowledge", made.screening().release().hash())
                .param("at", Timestamp.from(made.madeAt()))
                .param("by", made.madeBy())
                .update();
    }

    Optional<ScreeningRecord> latestScreening(PatientId patient) {
        return screenings(patient, 1).stream().findFirst();
    }

    /// The newest first.
    List<ScreeningRecord> screenings(PatientId patient, int most) {
        return sql.sql(
                        "select * from screening where patient_id = :patient order by made_at desc, entry desc limit :most")
                .param("patient", patient.value())
                .param("most", most)
                .query((row, _) -> new ScreeningRecord(
                        row.getObject("screening_id", UUID.class),
                        row.getInt("revision"),
                        Screening.read(StoredDocument.read(row.getString("answer"))),
                        row.getTimestamp("made_at").toInstant(),
                        row.getString("made_by")))
                .list();
    }
}
