package org.stipple.clinic.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.PatientId;
import org.stipple.quantities.Sex;

@Repository
class PatientStore {

    private static final String COLUMNS = "patient_id, given_name, family_name, birth_date, sex, phone, email, version";

    /// No name goes on with the last of all characters.
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    static final String SEARCH = "select " + COLUMNS + " from (" + beginning("name_key") + " union "
            + beginning("turned_key") + ") found order by turned_key, patient_id limit :most";

    private final JdbcClient sql;

    PatientStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(PatientId id, PatientDetails details, Instant at) {
        bind(sql.sql("""
                                insert into patient (clinic_id, patient_id, given_name, family_name, birth_date, sex, phone, email, registered_at)
                                values (current_clinic(), :id, :given, :family, :birth, :sex, :phone, :email, :at)
                                """), id, details)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    boolean update(PatientId id, int version, PatientDetails details) {
        return bind(sql.sql("""
                                update patient set given_name = :given, family_name = :family, birth_date = :birth, sex = :sex,
                                  phone = :phone, email = :email, version = version + 1
                                where patient_id = :id and version = :version
                                """), id, details).param("version", version).update() == 1;
    }

    void insertCorrection(Patient before, Patient after, String reason, Instant at, String by) {
        sql.sql("""
                        insert into patient_correction (clinic_id, patient_id, version, birth_before, birth_after, sex_before, sex_after,
                          reason, corrected_at, corrected_by)
                        values (current_clinic(), :id, :version, :birthBefore, :birthAfter, :sexBefore, :sexAfter, :reason, :at, :by)
                        """)
                .param("id", after.id().value())
                .param("version", after.version())
                .param("birthBefore", before.details().birthDate())
                .param("birthAfter", after.details().birthDate())
                .param("sexBefore", before.details().sex().id())
                .param("sexAfter", after.details().sex().id())
                .param("reason", reason)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    Optional<Correction> newestCorrection(PatientId id) {
        return sql.sql("""
                        select birth_before <> birth_after as birth, sex_before <> sex_after as sex, reason, corrected_at, corrected_by
                        from patient_correction where patient_id = :id order by version desc limit 1
                        """)
                .param("id", id.value())
                .query((row, _) -> new Correction(
                        what(row.getBoolean("birth"), row.getBoolean("sex")),
                        row.getTimestamp("corrected_at").toInstant(),
                        row.getString("corrected_by"),
                        row.getString("reason")))
                .optional();
    }

    private static String what(boolean birth, boolean sex) {
        return (birth ? sex ? "Date of birth and sex" : "Date of birth" : "Sex") + " corrected";
    }

    private static StatementSpec bind(StatementSpec statement, PatientId id, PatientDetails details) {
        return statement
                .param("id", id.value())
                .param("given", details.givenName())
                .param("family", details.familyName())
                .param("birth", details.birthDate())
                .param("sex", details.sex().id())
                .param("phone", details.phone().orElse(null))
                .param("email", details.email().orElse(null));
    }

    /// As [#find], and holds the record until the transaction ends.
    Optional<Patient> lock(PatientId id) {
        return sql.sql("select " + COLUMNS + " from patient where patient_id = :id for update")
                .param("id", id.value())
                .query((row, _) -> patient(row))
                .optional();
    }

    Optional<Patient> find(PatientId id) {
        return sql.sql("select " + COLUMNS + " from patient where patient_id = :id")
                .param("id", id.value())
                .query((row, _) -> patient(row))
                .optional();
    }

    /// Whose name begins so, given name first or family name first. What is compared stands in the keys of the
    /// table (`V027__search.sql`), so that an index serves it whoever else is in the books.
    List<Patient> search(String words, int atMost) {
        String start = words.toLowerCase(Locale.ROOT).replaceAll("[,\\s]+", " ").strip();
        return sql.sql(SEARCH)
                .param("start", start)
                .param("end", start + LAST)
                .param("most", atMost)
                .query((row, _) -> patient(row))
                .list();
    }

    private static String beginning(String key) {
        return "(select " + COLUMNS + ", turned_key from patient where clinic_id = current_clinic() and " + key
                + " collate \"C\" >= :start and " + key + " collate \"C\" < :end order by " + key
                + " collate \"C\" limit :most)";
    }

    List<Patient> alike(PatientDetails details) {
        return sql.sql("select " + COLUMNS + """
                         from patient
                        where birth_date = :birth
                          and (lower(given_name), lower(family_name)) in ((:given, :family), (:family, :given))
                        order by patient_id
                        """)
                .param("birth", details.birthDate())
                .param("given", details.givenName().toLowerCase(Locale.ROOT))
                .param("family", details.familyName().toLowerCase(Locale.ROOT))
                .query((row, _) -> patient(row))
                .list();
    }

    private static Patient patient(ResultSet row) throws SQLException {
        var details = new PatientDetails(
                row.getString("given_name"),
                row.getString("family_name"),
                row.getObject("birth_date", LocalDate.class),
                Sex.find(row.getString("sex")).orElse(Sex.OTHER),
                Optional.ofNullable(row.getString("phone")),
                Optional.ofNullable(row.getString("email")));
        return new Patient(new PatientId(row.getObject("patient_id", UUID.class)), details, row.getInt("version"));
    }
}
