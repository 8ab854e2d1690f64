package org.stipple.clinic.planning;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.planning.Overrides.Share;

@Repository
class OverrideStore {

    private final JdbcClient sql;

    OverrideStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Share> shares(Instant since) {
        return sql.sql("""
                        select s.signer, count(*) as signed,
                          count(*) filter (where exists (select from course_set_aside a
                                                         where a.clinic_id = s.clinic_id and a.course_id = s.course_id)) as set_aside
                        from course_signature s
                        where s.clinic_id = current_clinic() and s.signed_at >= :since
                        group by s.account_id, s.signer order by set_aside desc, signed desc, signer
                        """)
                .param("since", Timestamp.from(since))
                .query((row, _) -> new Share(row.getString("signer"), row.getInt("signed"), row.getInt("set_aside")))
                .list();
    }
}
