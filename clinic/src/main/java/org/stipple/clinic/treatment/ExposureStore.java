package org.stipple.clinic.treatment;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.PatientId;

@Repository
class ExposureStore {

    private final JdbcClient sql;

    ExposureStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Whose sessions they are, begun or not.
    Map<UUID, PatientId> patients(Set<UUID> sessions) {
        var people = new HashMap<UUID, PatientId>();
        sql.sql("""
                        select session_id, patient_id from session where session_id = any (:ids)
                        union select session_id, patient_id from numbing where session_id = any (:ids)
                        """).param("ids", sessions.toArray(UUID[]::new)).query(row -> {
            people.put(row.getObject("session_id", UUID.class), new PatientId(row.getObject("patient_id", UUID.class)));
        });
        return Map.copyOf(people);
    }
}
