package org.stipple.clinic.photo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.PatientId;

@Repository
class HomePhotoStore {

    private final JdbcClient sql;

    HomePhotoStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// The same picture of an entry once more is nothing new.
    void insert(PatientId patient, HomePhoto photo, String sentSha256, String by) {
        sql.sql("""
                        insert into home_photo (clinic_id, patient_id, photo_id, entry_id, sha256, media_type, width_px, height_px, sent_sha256,
                          stored_at, stored_by)
                        values (current_clinic(), :patient, :id, :entry, :sha256, :type, :width, :height, :sent, :at, :by)
                        on conflict (clinic_id, entry_id, sha256) do nothing
                        """)
                .param("patient", patient.value())
                .param("id", photo.id())
                .param("entry", photo.entry())
                .param("sha256", photo.sha256())
                .param("type", photo.mediaType())
                .param("width", photo.widthPx())
                .param("height", photo.heightPx())
                .param("sent", sentSha256)
                .param("at", Timestamp.from(photo.storedAt()))
                .param("by", by)
                .update();
    }

    Optional<HomePhoto> find(PatientId patient, UUID photo) {
        return sql.sql("select * from home_photo where patient_id = :patient and photo_id = :photo")
                .param("patient", patient.value())
                .param("photo", photo)
                .query((row, _) -> photo(row))
                .optional();
    }

    /// All of a person, oldest first.
    List<HomePhoto> of(PatientId patient) {
        return sql.sql("select * from home_photo where patient_id = :patient order by stored_at, photo_id")
                .param("patient", patient.value())
                .query((row, _) -> photo(row))
                .list();
    }

    int countSince(PatientId patient, Instant since) {
        return sql.sql("select count(*) from home_photo where patient_id = :patient and stored_at >= :since")
                .param("patient", patient.value())
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    private static HomePhoto photo(ResultSet row) throws SQLException {
        return new HomePhoto(
                row.getObject("photo_id", UUID.class),
                row.getObject("entry_id", UUID.class),
                row.getString("sha256"),
                row.getString("media_type"),
                row.getInt("width_px"),
                row.getInt("height_px"),
                row.getTimestamp("stored_at").toInstant());
    }
}
