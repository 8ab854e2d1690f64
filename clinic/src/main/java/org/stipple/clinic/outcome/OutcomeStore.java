package org.stipple.clinic.outcome;

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
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;

@Repository
class OutcomeStore {

    private final JdbcClient sql;

    OutcomeStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(PatientId patient, MeasuredPair pair) {
        var answer = Document.mapping()
                .with(
                        "readings",
                        Document.listing(pair.readings().stream()
                                .map(StoredReading::document)
                                .toList()))
                .with("gates", Document.texts(pair.gates()))
                .with("conditions", pair.conditions().map(Conditions::document).orElse(Document.UNKNOWN))
                .with(
                        "pictures",
                        Document.listing(pair.pictures().stream()
                                .map(StoredPicture::document)
                                .toList()));
        sql.sql("""
                        insert into measurement (clinic_id, patient_id, measurement_id, baseline_id, followup_id, answer, measured_at, measured_by)
                        values (current_clinic(), :patient, :id, :baseline, :followup, :answer, :at, :by)
                        """)
                .param("patient", patient.value())
                .param("id", pair.id())
                .param("baseline", pair.baseline())
                .param("followup", pair.followup().orElse(null))
                .param("answer", Documents.json(answer))
                .param("at", Timestamp.from(pair.at()))
                .param("by", pair.by())
                .update();
    }

    Optional<MeasuredPair> find(PatientId patient, UUID id) {
        return sql.sql("select * from measurement where patient_id = :patient and measurement_id = :id")
                .param("patient", patient.value())
                .param("id", id)
                .query((row, _) -> pair(row))
                .optional();
    }

    List<MeasuredPair> of(PatientId patient) {
        return sql.sql("select * from measurement where patient_id = :patient order by measured_at desc, entry desc")
                .param("patient", patient.value())
                .query((row, _) -> pair(row))
                .list();
    }

    private static MeasuredPair pair(ResultSet row) throws SQLException {
        var answer = Field.root(StoredDocument.read(row.getString("answer")));
        return new MeasuredPair(
                row.getObject("measurement_id", UUID.class),
                row.getObject("baseline_id", UUID.class),
                Optional.ofNullable(row.getObject("followup_id", UUID.class)),
                answer.required("readings").items().stream()
                        .map(StoredReading::read)
                        .toList(),
                answer.required("gates").items().stream().map(Field::text).toList(),
                answer.optional("conditions").map(Conditions::read),
                answer.optional("pictures")
                        .map(pictures -> pictures.items().stream()
                                .map(StoredPicture::read)
                                .toList())
                        .orElse(List.of()),
                row.getTimestamp("measured_at").toInstant(),
                row.getString("measured_by"));
    }
}
