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
                          select c.patient_id, p.given_name || ' ' || p.family_name as name, c.course_id, c.drafted_at,
                                 s.course_id is not null as second
                          from course c
                            join patient p on p.clinic_id = c.clinic_id and p.patient_id = c.patient_id
                            left join course_signature s on s.clinic_id = c.clinic_id and s.course_id = c.course_id
                          where c.clinic_id = current_clinic()
                            and (s.course_id is null
                              or exists (select from course_acceptance a
                                         where a.clinic_id = c.clinic_id and a.course_id = c.course_id and a.second_needed)
                                and not exists (select from course_second_signature t
                                                where t.clinic_id = c.clinic_id and t.course_id = c.course_id))
                            and not exists (select from course n
                                            where n.clinic_id = c.clinic_id and n.patient_id = c.patient_id
                                              and (n.drafted_at, n.entry) > (c.drafted_at, c.entry))
                          order by c.drafted_at desc limit :most) newest
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
                        select s.patient_id, p.given_name || ' ' || p.family_name as name, s.until_date
                        from screening s join patient p on p.clinic_id = s.clinic_id and p.patient_id = s.patient_id
                        where s.clinic_id = current_clinic() and s.until_date between :from and :to and s.verdict = 'defer'
                          and not exists (select from screening n
                                          where n.clinic_id = s.clinic_id and n.patient_id = s.patient_id
                                            and (n.made_at, n.entry) > (s.made_at, s.entry))
                          and not exists (select from next_session d
                                          where d.clinic_id = s.clinic_id and d.patient_id = s.patient_id
                                            and d.due_on >= s.until_date)
                        order by s.until_date limit :most
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
