package org.stipple.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.AuditTrail;

/// Who waits, asked the slow way: of every record that was ever written. The rows that the database keeps
/// beside them must say the same.
public final class WhoWaits {

    private static final Map<String, String> SLOWLY = new HashMap<>(Map.of(
            "select patient_id, course_id, drafted_at, second from waiting_signature",
            """
            select c.patient_id, c.course_id, c.drafted_at, s.course_id is not null as second
            from course c left join course_signature s on s.course_id = c.course_id
            where (s.course_id is null
                or exists (select from course_acceptance a where a.course_id = c.course_id and a.second_needed)
                  and not exists (select from course_second_signature t where t.course_id = c.course_id))
              and not exists (select from course n where n.patient_id = c.patient_id
                                and (n.drafted_at, n.entry) > (c.drafted_at, c.entry))
            """,
            "select patient_id, screening_id, until_date from waiting_deferral",
            """
            select s.patient_id, s.screening_id, s.until_date from screening s
            where s.until_date is not null and s.verdict = 'defer'
              and not exists (select from screening n where n.patient_id = s.patient_id
                                and (n.made_at, n.entry) > (s.made_at, s.entry))
            """,
            "select patient_id, course_id, session_id, due_on from waiting_session",
            """
            select n.patient_id, n.course_id, n.session_id, n.due_on
            from next_session n join session s on s.session_id = n.session_id
            where not exists (select from session later
                              where later.course_id = n.course_id and later.entry > s.entry)
            """,
            "select patient_id, session_id, started_at, started_by from waiting_close",
            """
            select s.patient_id, s.session_id, s.started_at, s.started_by from session s
            where not exists (select from session_close c where c.session_id = s.session_id)
            """,
            "select patient_id, numbing_id, on_at, off_by from waiting_numbing",
            """
            select n.patient_id, n.numbing_id, n.on_at, n.on_at + make_interval(mins => n.most_minutes) as off_by
            from numbing n where not exists (select from numbing_off o where o.numbing_id = n.numbing_id)
            """,
            "select patient_id, asked_id, sent_at, call_first from waiting_answers",
            """
            select b.patient_id, b.asked_id, b.sent_at, b.call_first from intake_by_link b
            where not exists (select from intake_looked_at l where l.asked_id = b.asked_id)
            """,
            "select session_id, entry, recorded_at from waiting_review",
            """
            select z.session_id, z.entry, z.recorded_at from zone_record z
            where z.deviation is not null
              and not exists (select from deviation_review r where r.session_id = z.session_id and r.entry = z.entry)
            """,
            "select event_id, opened_at, stands, unreviewed from waiting_adverse",
            """
            select event_id, opened_at, stands, unreviewed
            from (select e.event_id, e.opened_at,
                    r.outcome not in ('resolved', 'resolved-with-sequelae')
                      and not exists (select from adverse_event_go_on g
                                      where g.event_id = r.event_id and g.revision = r.revision) as stands,
                    not exists (select from adverse_event_review v
                                where v.event_id = r.event_id and v.revision = r.revision) as unreviewed
                  from adverse_event e join adverse_event_revision r on r.event_id = e.event_id
                  where not exists (select from adverse_event_revision n
                                    where n.event_id = r.event_id and n.revision > r.revision)) newest
            where stands or unreviewed
            """,
            "select patient_id, session_id, what, due_on from waiting_follow_up",
            """
            select s.patient_id, s.session_id, k.what, d.due_on
            from session s join clinic c on c.clinic_id = s.clinic_id
              cross join (values ('safety', 1, 7, 28), ('outcome-3', 3, 21, 42), ('outcome-6', 6, 42, 84))
                as k (what, months, early, late)
              cross join lateral (select ((s.started_at at time zone c.time_zone)::date
                                          + make_interval(months => k.months))::date as due_on) d
            where s.entry = (select max(n.entry) from session n join zone_record z on z.session_id = n.session_id
                             where n.patient_id = s.patient_id
                               and not exists (select from zone_left_out l where l.session_id = z.session_id
                                                 and l.zone = z.zone and l.after_entry >= z.entry))
              and not exists (select from session o where o.patient_id = s.patient_id
                              and not exists (select from session_close e where e.session_id = o.session_id))
              and not exists (select from follow_up_note n where n.patient_id = s.patient_id
                              and (n.outcome = 'opted-out'
                                   or n.outcome = 'reached' and n.session_id = s.session_id and n.what = k.what))
              and not (exists (select from scale_score q where q.patient_id = s.patient_id and q.total is not null
                               and (k.what <> 'safety' or q.blinding is distinct from 'blinded')
                               and q.scored_on between d.due_on - k.early and d.due_on + k.late)
                       and (k.what = 'safety'
                            or exists (select from photo p where p.patient_id = s.patient_id
                                       and p.taken_on between d.due_on - k.early and d.due_on + k.late)))
            """));

    static {
        SLOWLY.put("select patient_id, question_id, purpose, asked_at from waiting_question", """
                select q.patient_id, q.question_id, q.purpose, q.asked_at from consent_question q
                where not exists (select from consent_answer a where a.question_id = q.question_id)
                """);
        SLOWLY.put("select patient_id, purpose, version from waiting_consent", """
                select s.patient_id, s.purpose, s.version
                from (select distinct on (c.patient_id, c.purpose) c.patient_id, c.purpose, c.version from consent c
                      where not exists (select from consent_withdrawal w where w.consent_id = c.consent_id)
                      order by c.patient_id, c.purpose, c.version desc) s
                where exists (select from consent_text t where t.purpose = s.purpose and t.version > s.version)
                """);
        SLOWLY.put("select patient_id, use_id, purpose from waiting_photo_use", """
                select u.patient_id, u.use_id, u.purpose from photo_use u
                where not exists (select from photo_use_end e where e.use_id = u.use_id)
                  and not exists (select from consent c where c.patient_id = u.patient_id and c.purpose = u.purpose
                                    and not exists (select from consent_withdrawal w where w.consent_id = c.consent_id))
                """);
    }

    private WhoWaits() {}

    /// Fails where the rows of this clinic differ from its records.
    public static void isWhatTheRecordsSay(ClinicUnderTest stipple, Actor actor) {
        Acting.doing(
                actor,
                () -> Objects.requireNonNull(stipple.the(TransactionTemplate.class))
                        .executeWithoutResult(_ -> {
                            stipple.the(AuditTrail.class).openAll("test");
                            var sql = stipple.the(JdbcClient.class);
                            SLOWLY.forEach((quick, slow) -> assertThat(
                                            sql.sql(quick).query().listOfRows())
                                    .as(quick)
                                    .containsExactlyInAnyOrderElementsOf(
                                            sql.sql(slow).query().listOfRows()));
                        }));
    }
}
