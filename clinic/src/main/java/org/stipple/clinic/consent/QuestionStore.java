package org.stipple.clinic.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.web.words.Tongue;

@Repository
class QuestionStore {

    private final JdbcClient sql;

    QuestionStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(UUID id, PatientId patient, Purpose purpose, String words, Tongue tongue, UUID invitation, Instant at) {
        sql.sql("""
                        insert into consent_question (clinic_id, patient_id, question_id, purpose, words, language, invitation_id, asked_at)
                        values (current_clinic(), :patient, :id, :purpose, :words, :language, :invitation, :at)
                        """)
                .param("patient", patient.value())
                .param("id", id)
                .param("purpose", purpose.id())
                .param("words", words)
                .param("language", tongue.lang())
                .param("invitation", invitation)
                .param("at", Timestamp.from(at))
                .update();
    }

    void answer(PatientId patient, UUID question, String words, Actor by, Instant at) {
        sql.sql("""
                        insert into consent_answer (clinic_id, patient_id, question_id, words, account_id, answered_by, answered_at)
                        values (current_clinic(), :patient, :id, :words, :account, :by, :at)
                        """)
                .param("patient", patient.value())
                .param("id", question)
                .param("words", words)
                .param("account", by.account().value())
                .param("by", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Question> of(PatientId patient) {
        return sql.sql("""
                        select q.*, a.words as answer, a.answered_by, a.answered_at
                        from consent_question q left join consent_answer a using (clinic_id, patient_id, question_id)
                        where q.patient_id = :patient order by q.asked_at desc, q.question_id
                        """)
                .param("patient", patient.value())
                .query((row, _) -> new Question(
                        row.getObject("question_id", UUID.class),
                        Purpose.find(row.getString("purpose")).orElseThrow(),
                        row.getString("words"),
                        row.getTimestamp("asked_at").toInstant(),
                        answer(row)))
                .list();
    }

    private static Optional<Question.Answer> answer(ResultSet row) throws SQLException {
        String words = row.getString("answer");
        return words == null
                ? Optional.empty()
                : Optional.of(new Question.Answer(
                        words,
                        row.getString("answered_by"),
                        row.getTimestamp("answered_at").toInstant()));
    }

    List<Questions.Waiting> waiting(int atMost) {
        return sql.sql("""
                        select w.patient_id, p.given_name || ' ' || p.family_name as name, w.purpose, w.asked_at
                        from waiting_question w join patient p on p.clinic_id = w.clinic_id and p.patient_id = w.patient_id
                        where w.clinic_id = current_clinic()
                        order by w.asked_at limit :most
                        """)
                .param("most", atMost)
                .query((row, _) -> new Questions.Waiting(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getString("name"),
                        Purpose.find(row.getString("purpose")).orElseThrow(),
                        row.getTimestamp("asked_at").toInstant()))
                .list();
    }
}
