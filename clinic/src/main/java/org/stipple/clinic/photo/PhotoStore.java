package org.stipple.clinic.photo;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.PatientId;

@Repository
class PhotoStore {

    private final JdbcClient sql;

    PhotoStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(PatientId patient, StoredPhoto photo, Instant at, String by) {
        sql.sql("""
                        insert into photo (clinic_id, patient_id, photo_id, session_id, view, taken_on, sha256, media_type, width_px, height_px,
                          mm_per_px, stored_at, stored_by)
                        values (current_clinic(), :patient, :id, :session, :view, :on, :sha256, :type, :width, :height, :scale, :at, :by)
                        """)
                .param("patient", patient.value())
                .param("id", photo.id())
                .param("session", photo.session().orElse(null))
                .param("view", photo.view().id())
                .param("on", photo.takenOn())
                .param("sha256", photo.sha256())
                .param("type", photo.mediaType())
                .param("width", photo.widthPx())
                .param("height", photo.heightPx())
                .param(
                        "scale",
                        photo.mmPerPx().isPresent()
                                ? BigDecimal.valueOf(photo.mmPerPx().getAsDouble())
                                : null)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    Optional<StoredPhoto> find(PatientId patient, UUID photo) {
        return sql.sql("select * from photo where patient_id = :patient and photo_id = :photo")
                .param("patient", patient.value())
                .param("photo", photo)
                .query((row, _) -> photo(row))
                .optional();
    }

    List<StoredPhoto> of(PatientId patient) {
        return sql.sql("select * from photo where patient_id = :patient order by taken_on, stored_at, photo_id")
                .param("patient", patient.value())
                .query((row, _) -> photo(row))
                .list();
    }

    private static StoredPhoto photo(ResultSet row) throws SQLException {
        BigDecimal scale = row.getBigDecimal("mm_per_px");
        return new StoredPhoto(
                row.getObject("photo_id", UUID.class),
                Optional.ofNullable(row.getObject("session_id", UUID.class)),
                PhotoView.find(row.getString("view")).orElseThrow(),
                row.getObject("taken_on", LocalDate.class),
                row.getString("sha256"),
                row.getString("media_type"),
                row.getInt("width_px"),
                row.getInt("height_px"),
                scale == null ? OptionalDouble.empty() : OptionalDouble.of(scale.doubleValue()));
    }
}
