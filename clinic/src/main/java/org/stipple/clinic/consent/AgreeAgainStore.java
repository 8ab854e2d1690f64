package org.stipple.clinic.consent;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.PatientId;

@Repository
class AgreeAgainStore {

    private final JdbcClient sql;

    AgreeAgainStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<AgreeAgain.Waiting> waiting(int atMost) {
        return sql.sql("""
                        select w.patient_id, p.given_name || ' ' || p.family_name as name, w.purpose, w.version
                        from waiting_consent w join patient p on p.clinic_id = w.clinic_id and p.patient_id = w.patient_id
                        where w.clinic_id = current_clinic()
                        order by w.purpose, w.patient_id limit :most
                        """)
                .param("most", atMost)
                .query((row, _) -> new AgreeAgain.Waiting(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getString("name"),
                        Purpose.find(row.getString("purpose")).orElseThrow(),
                        row.getInt("version")))
                .list();
    }
}
