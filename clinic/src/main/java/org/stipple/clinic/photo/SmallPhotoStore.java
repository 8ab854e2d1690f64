package org.stipple.clinic.photo;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.PatientId;

@Repository
class SmallPhotoStore {

    private final JdbcClient sql;

    SmallPhotoStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<String> find(PatientId patient, UUID photo) {
        return sql.sql("select sha256 from small_photo where patient_id = :patient and photo_id = :photo")
                .param("patient", patient.value())
                .param("photo", photo)
                .query(String.class)
                .optional();
    }

    /// The content hashes of all of a person.
    List<String> of(PatientId patient) {
        return sql.sql("select sha256 from small_photo where patient_id = :patient")
                .param("patient", patient.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// Two who look at the same moment make the same file.
    void insert(PatientId patient, UUID photo, String sha256) {
        sql.sql("""
                        insert into small_photo (clinic_id, patient_id, photo_id, sha256)
                        values (current_clinic(), :patient, :photo, :sha256) on conflict do nothing
                        """)
                .param("patient", patient.value())
                .param("photo", photo)
                .param("sha256", sha256)
                .update();
    }
}
