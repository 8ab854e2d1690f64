package org.stipple.clinic.photo;

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
