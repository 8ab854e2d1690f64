package org.stipple.clinic.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.PatientId;

/// What is held between two moments with names and with what each session still lacks, in one question. The
/// caller has entered in the trail that it reads of all people.
@Repository
class DayBookStore {

    private final JdbcClient sql;

    DayBookStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<DayBook.Written> between(Instant from, Instant to, int atMost, ZoneId zone) {
        return sql.sql("""
                        select h.appointment_id, h.patient_id, p.given_name || ' ' || p.family_name as name, h.kind, h.practitioner,
                          w.name as who, h.room_id, r.name as room, h.handpiece_id, h.from_at, h.to_at,
                          exists (select from course_signature s where s.clinic_id = a.clinic_id and s.course_id = a.course_id)
                            and (not exists (select from course_acceptance x where x.clinic_id = a.clinic_id
                                               and x.course_id = a.course_id and x.second_needed)
                                 or exists (select from course_second_signature t where t.clinic_id = a.clinic_id
                                              and t.course_id = a.course_id)) as signed,
                          exists (select from consent c where c.clinic_id = a.clinic_id and c.patient_id = a.patient_id
                                    and c.purpose = 'treatment' and c.course_id = a.course_id
                                    and not exists (select from consent_withdrawal d where d.clinic_id = c.clinic_id
                                                      and d.consent_id = c.consent_id)) as agreed,
                          h.cannot_come, h.missed,
                          h.kind = 'session' and (
                            exists (select from screening s where s.clinic_id = a.clinic_id and s.patient_id = a.patient_id
                                      and s.made_at >= a.taken_at)
                            or exists (select from intake s where s.clinic_id = a.clinic_id and s.patient_id = a.patient_id
                                         and s.answered_at >= a.taken_at)
                            or exists (select from course_signature s where s.clinic_id = a.clinic_id and s.patient_id = a.patient_id
                                         and s.signed_at >= a.taken_at)
                            or exists (select from consent_withdrawal s where s.clinic_id = a.clinic_id and s.patient_id = a.patient_id
                                         and s.withdrawn_at >= a.taken_at)
                            or exists (select from next_session s where s.clinic_id = a.clinic_id and s.patient_id = a.patient_id
                                         and s.possible_on > (h.from_at at time zone :zone)::date)) as since,
                          (select max(i.answered_at) from intake i where i.clinic_id = a.clinic_id
                             and i.patient_id = a.patient_id) as answered_at
                        from held h
                          join appointment a on a.clinic_id = h.clinic_id and a.appointment_id = h.appointment_id
                          join patient p on p.clinic_id = h.clinic_id and p.patient_id = h.patient_id
                          join account w on w.clinic_id = h.clinic_id and w.account_id = h.practitioner
                          join room r on r.clinic_id = h.clinic_id and r.room_id = h.room_id
                        where h.clinic_id = current_clinic() and h.to_at > :from and h.from_at < :to
                        order by h.from_at, name limit :most
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("most", atMost)
                .param("zone", zone.getId())
                .query((row, _) -> new DayBook.Written(line(row, zone), row.getBoolean("since")))
                .list();
    }

    private static DayBook.Line line(ResultSet row, ZoneId zone) throws SQLException {
        var slot = new Slot(
                AppointmentKind.find(row.getString("kind")).orElseThrow(),
                new AccountId(row.getObject("practitioner", UUID.class)),
                row.getObject("room_id", UUID.class),
                Optional.ofNullable(row.getObject("handpiece_id", UUID.class)),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("to_at").toInstant());
        var missing = new ArrayList<DayBook.Missing>();
        if (slot.kind() == AppointmentKind.SESSION) {
            if (!row.getBoolean("signed")) {
                missing.add(DayBook.Missing.SIGNATURE);
            }
            if (!row.getBoolean("agreed")) {
                missing.add(DayBook.Missing.CONSENT);
            }
            Timestamp answered = row.getTimestamp("answered_at");
            if (answered == null
                    || LocalDate.ofInstant(answered.toInstant(), zone).isBefore(slot.day(zone))) {
                missing.add(DayBook.Missing.ANSWERS);
            }
        }
        return new DayBook.Line(
                row.getObject("appointment_id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("name"),
                slot,
                row.getString("who"),
                row.getString("room"),
                missing,
                List.of(),
                row.getBoolean("cannot_come"),
                row.getBoolean("missed"));
    }
}
