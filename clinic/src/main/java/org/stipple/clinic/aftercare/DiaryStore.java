package org.stipple.clinic.aftercare;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.PatientId;

@Repository
class DiaryStore {

    private final JdbcClient sql;

    DiaryStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Beginning it twice is beginning it once.
    void begin(DiaryEntry entry) {
        sql.sql("""
                        insert into diary_entry (clinic_id, patient_id, entry_id, session_id, begun_at, begun_by)
                        values (current_clinic(), :patient, :id, :session, :at, :by) on conflict do nothing
                        """)
                .param("patient", entry.patient().value())
                .param("id", entry.id())
                .param("session", entry.session())
                .param("at", Timestamp.from(entry.begunAt()))
                .param("by", entry.begunBy())
                .update();
    }

    void insert(PatientId patient, UUID entry, DiaryEntry.Given given) {
        sql.sql("""
                        insert into diary_answer (clinic_id, patient_id, entry_id, question, answer, words, answered_at)
                        values (current_clinic(), :patient, :entry, :question, :answer, :words, :at)
                        """)
                .param("patient", patient.value())
                .param("entry", entry)
                .param("question", given.question().id())
                .param("answer", given.answer())
                .param("words", given.words())
                .param("at", Timestamp.from(given.at()))
                .update();
    }

    Optional<DiaryEntry> find(PatientId patient, UUID entry) {
        return read("and entry_id = :of", patient, entry).stream().findFirst();
    }

    List<DiaryEntry> of(PatientId patient, UUID session) {
        return read("and session_id = :of order by begun_at desc, entry_id", patient, session);
    }

    private List<DiaryEntry> read(String which, PatientId patient, UUID of) {
        return sql
                .sql("select * from diary_entry where patient_id = :patient " + which)
                .param("patient", patient.value())
                .param("of", of)
                .query((row, _) -> new DiaryEntry(
                        row.getObject("entry_id", UUID.class),
                        patient,
                        row.getObject("session_id", UUID.class),
                        row.getTimestamp("begun_at").toInstant(),
                        row.getString("begun_by"),
                        List.of()))
                .list()
                .stream()
                .map(entry -> new DiaryEntry(
                        entry.id(),
                        patient,
                        entry.session(),
                        entry.begunAt(),
                        entry.begunBy(),
                        given(patient, entry.id())))
                .toList();
    }

    private List<DiaryEntry.Given> given(PatientId patient, UUID entry) {
        return sql.sql("select * from diary_answer where patient_id = :patient and entry_id = :entry order by nth")
                .param("patient", patient.value())
                .param("entry", entry)
                .query((row, _) -> new DiaryEntry.Given(
                        DiaryQuestion.find(row.getString("question")).orElseThrow(),
                        row.getString("answer"),
                        row.getString("words"),
                        row.getTimestamp("answered_at").toInstant()))
                .list();
    }
}
