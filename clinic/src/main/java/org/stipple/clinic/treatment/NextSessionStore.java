package org.stipple.clinic.treatment;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.treatment.NextSessions.Due;
import org.stipple.clinic.treatment.NextSessions.Running;

@Repository
class NextSessionStore {

    private final JdbcClient sql;

    NextSessionStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Session session, LocalDate possible, LocalDate due) {
        sql.sql("""
                        insert into next_session (clinic_id, patient_id, session_id, course_id, possible_on, due_on)
                        values (current_clinic(), :patient, :session, :course, :possible, :due)
                        """)
                .param("patient", session.patient().value())
                .param("session", session.id())
                .param("course", session.course())
                .param("possible", possible)
                .param("due", due)
                .update();
    }

    List<Due> due(LocalDate from, LocalDate to, int atMost) {
        return sql.sql("""
                        select w.patient_id, p.given_name || ' ' || p.family_name as name, w.course_id, w.due_on
                        from waiting_session w join patient p on p.clinic_id = w.clinic_id and p.patient_id = w.patient_id
                        where w.clinic_id = current_clinic() and w.due_on between :from and :to
                        order by w.due_on limit :most
                        """)
                .param("from", from)
                .param("to", to)
                .param("most", atMost)
                .query((row, _) -> new Due(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getString("name"),
                        row.getObject("course_id", UUID.class),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    List<Running> running(Instant since, int atMost) {
        return sql.sql("""
                        select w.patient_id, p.given_name || ' ' || p.family_name as name, w.session_id, w.started_at, w.started_by
                        from waiting_close w join patient p on p.clinic_id = w.clinic_id and p.patient_id = w.patient_id
                        where w.clinic_id = current_clinic() and w.started_at >= :since
                        order by w.started_at limit :most
                        """)
                .param("since", Timestamp.from(since))
                .param("most", atMost)
                .query((row, _) -> new Running(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getString("name"),
                        row.getObject("session_id", UUID.class),
                        row.getTimestamp("started_at").toInstant(),
                        row.getString("started_by")))
                .list();
    }
}
