package org.stipple.clinic.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.planning.Waiting.NowDue;
import org.stipple.clinic.planning.Waiting.ToSign;

@Repository
class WaitingStore {

    private final JdbcClient sql;

    WaitingStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<ToSign> toSign(int atMost) {
        return sql.sql("""
                        select * from (
                          select w.patient_id, p.given_name || ' ' || p.family_name as name, w.course_id, w.drafted_at, w.second
                          from waiting_signature w join patient p on p.clinic_id = w.clinic_id and p.patient_id = w.patient_id
                          where w.clinic_id = current_clinic()
                          order by w.drafted_at desc limit :most) newest
                        order by drafted_at
                        """)
                .param("most", atMost)
                .query((row, _) -> new ToSign(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getString("name"),
                        row.getObject("course_id", UUID.class),
                        row.getTimestamp("drafted_at").toInstant(),
                        row.getBoolean("second")))
                .list();
    }

    /// Whoever waits for the next session of a course stands in the list of those, and not here.
    List<NowDue> nowDue(LocalDate from, LocalDate to, int atMost) {
        return sql.sql("""
                        select w.patient_id, p.given_name || ' ' || p.family_name as name, w.until_date
                        from waiting_deferral w join patient p on p.clinic_id = w.clinic_id and p.patient_id = w.patient_id
                        where w.clinic_id = current_clinic() and w.until_date between :from and :to
                          and not exists (select from waiting_session d
                                          where d.clinic_id = w.clinic_id and d.patient_id = w.patient_id
                                            and d.due_on >= w.until_date)
                        order by w.until_date limit :most
                        """)
                .param("from", from)
                .param("to", to)
                .param("most", atMost)
                .query((row, _) -> new NowDue(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getString("name"),
                        row.getObject("until_date", LocalDate.class)))
                .list();
    }
}
