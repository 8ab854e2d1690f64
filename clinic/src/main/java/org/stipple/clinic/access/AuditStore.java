package org.stipple.clinic.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditStore {

    private final JdbcClient sql;

    AuditStore(JdbcClient sql) {
        this.sql = sql;
    }

    void open(PatientId patient, Act act, String what) {
        sql.sql("select open_record(:patient, :act, :what)")
                .param("patient", patient.value())
                .param("act", act.id())
                .param("what", what)
                .query((row, _) -> 1)
                .single();
    }

    void openAll(String what) {
        sql.sql("select open_record(null, :act, :what)")
                .param("act", Act.SEARCH.id())
                .param("what", what)
                .query((row, _) -> 1)
                .single();
    }

    void note(Act act, String what) {
        sql.sql("""
                        insert into audit_entry (clinic_id, account_id, account_name, act, what)
                        values (current_clinic(), current_account(), current_setting('app.account_name', true), :act, :what)
                        """).param("act", act.id()).param("what", what).update();
    }

    Optional<AuditEntry> newest(PatientId patient, Act act, Collection<String> whats) {
        return sql.sql("""
                        select entry, recorded_at, account_name, act, what, patient_id from audit_entry
                        where patient_id = :patient and act = :act and what in (:whats) order by entry desc limit 1
                        """)
                .param("patient", patient.value())
                .param("act", act.id())
                .param("whats", whats)
                .query((row, _) -> entry(row))
                .optional();
    }

    /// The newest entries of the clinic, newest first.
    ///
    /// @param before number of the entry before which they are
    List<AuditEntry> newest(long before, int atMost) {
        return sql.sql("""
                        select entry, recorded_at, account_name, act, what, patient_id from audit_entry
                        where entry < :before order by entry desc limit :most
                        """)
                .param("before", before)
                .param("most", atMost)
                .query((row, _) -> entry(row))
                .list();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("entry"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("account_name"),
                row.getString("act"),
                row.getString("what"),
                Optional.ofNullable(row.getObject("patient_id", UUID.class)).map(PatientId::new));
    }

    List<AuditEntry> about(PatientId patient, int atMost) {
        return sql.sql("""
                        select entry, recorded_at, account_name, act, what, patient_id from audit_entry
                        where patient_id = :patient order by entry desc limit :most
                        """)
                .param("patient", patient.value())
                .param("most", atMost)
                .query((row, _) -> entry(row))
                .list();
    }
}
