package org.stipple.clinic.erasure;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.ClinicId;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.RecordClass;

/// The ledger, and the one way in which rows of a record go.
@Repository
class ErasureStore {

    private final JdbcClient sql;

    ErasureStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Files of an erasure that are still to be destroyed.
    record File(UUID erasure, String name) {}

    /// Erases a class of a record that is open and no other with it.
    void erase(UUID erasure, PatientId patient, RecordClass of, String basis, Instant at, boolean again) {
        sql.sql("select erase_record(:erasure, :patient, :of, :basis, :at, :again)")
                .param("erasure", erasure)
                .param("patient", patient.value())
                .param("of", of.id())
                .param("basis", basis)
                .param("at", Timestamp.from(at))
                .param("again", again)
                .query((row, _) -> 1)
                .single();
    }

    void files(UUID erasure, List<String> names) {
        names.forEach(name ->
                sql.sql("""
                        insert into erasure_file (clinic_id, erasure_id, file) values (current_clinic(), :erasure, :file)
                        """).param("erasure", erasure).param("file", name).update());
    }

    /// What is still to be destroyed in this clinic.
    List<File> left() {
        return sql.sql("""
                        select f.erasure_id, f.file from erasure_file f
                        where not exists (select from erasure_file_gone g
                                          where g.clinic_id = f.clinic_id and g.erasure_id = f.erasure_id and g.file = f.file)
                        order by f.erasure_id, f.file
                        """)
                .query((row, _) -> new File(row.getObject("erasure_id", UUID.class), row.getString("file")))
                .list();
    }

    void gone(File file, Instant at) {
        sql.sql("""
                        insert into erasure_file_gone (clinic_id, erasure_id, file, gone_at)
                        values (current_clinic(), :erasure, :file, :at) on conflict do nothing
                        """)
                .param("erasure", file.erasure())
                .param("file", file.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean has(UUID erasure) {
        return sql.sql("select exists (select from erasure where erasure_id = :erasure)")
                .param("erasure", erasure)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// The ledger of this clinic, newest first.
    List<Erasure> all() {
        return sql.sql("""
                        select e.*, coalesce((select sum(c.rows) from erasure_count c
                                              where c.clinic_id = e.clinic_id and c.erasure_id = e.erasure_id), 0) as went,
                          (select count(*) from erasure_file f where f.clinic_id = e.clinic_id and f.erasure_id = e.erasure_id) as files,
                          (select count(*) from erasure_file_gone g
                           where g.clinic_id = e.clinic_id and g.erasure_id = e.erasure_id) as gone
                        from erasure e order by e.erased_at desc, e.erasure_id
                        """)
                .query((row, _) -> new Erasure(
                        row.getObject("erasure_id", UUID.class),
                        new ClinicId(row.getObject("clinic_id", UUID.class)),
                        row.getObject("record", UUID.class),
                        RecordClass.find(row.getString("class")).orElseThrow(),
                        row.getString("basis"),
                        row.getTimestamp("erased_at").toInstant(),
                        row.getString("erased_by"),
                        row.getBoolean("again"),
                        row.getLong("went"),
                        row.getInt("files"),
                        row.getInt("files") - row.getInt("gone")))
                .list();
    }
}
