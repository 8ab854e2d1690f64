package org.stipple.clinic.treatment;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.PatientId;

@Repository
class TreatedInStore {

    private final JdbcClient sql;

    TreatedInStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<PatientId> people(Collection<UUID> sessions) {
        return sql.sql("select distinct patient_id from session where session_id in (:sessions) order by patient_id")
                .param("sessions", sessions)
                .query((row, _) -> new PatientId(row.getObject("patient_id", UUID.class)))
                .list();
    }
}
