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
                        select n.patient_id, p.given_name || ' ' || p.family_name as name, n.course_id, n.due_on
                        from next_session n
                          join patient p on p.clinic_id = n.clinic_id and p.patient_id = n.patient_id
                          join session s on s.clinic_id = n.clinic_id and s.session_id = n.session_id
                        where n.clinic_id = current_clinic() and n.due_on between :from and :to
                          and not exists (select from session later
                                          where later.clinic_id = n.clinic_id and later.course_id = n.course_id
                                            and later.entry > s.entry)
                        order by n.due_on limit :most
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
                        select s.patient_id, p.given_name || ' ' || p.family_name as name, s.session_id, s.started_at, s.started_by
                        from session s join patient p on p.clinic_id = s.clinic_id and p.patient_id = s.patient_id
                        where s.clinic_id = current_clinic() and s.started_at >= :since
                          and not exists (select from session_close c
                                          where c.clinic_id = s.clinic_id and c.session_id = s.session_id)
                        order by s.started_at limit :most
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
