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
import org.stipple.quantities.ZoneId;

@Repository
class PhotoStore {

    private static final String SELECT = "select photo.*, moment, zone, card, tags, met, missed, seen, kept_though"
            + " from photo left join photo_capture using (clinic_id, patient_id, photo_id)";

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

    void insert(PatientId patient, UUID photo, Taken.Way way, String sentSha256, Capture capture) {
        sql.sql("""
                        insert into photo_capture (clinic_id, patient_id, photo_id, moment, zone, way, sent_sha256, card, tags, met, missed,
                          seen, kept_though)
                        values (current_clinic(), :patient, :id, :moment, :zone, :way, :sha256, :card, :tags, :met, :missed, :seen, :though)
                        """)
                .param("patient", patient.value())
                .param("id", photo)
                .param("moment", capture.moment().id())
                .param("zone", capture.zone().map(ZoneId::id).orElse(null))
                .param("way", way.id())
                .param("sha256", sentSha256)
                .param("card", capture.card())
                .param("tags", capture.tags())
                .param("met", capture.met().toArray(String[]::new))
                .param("missed", capture.missed().toArray(String[]::new))
                .param("seen", capture.seen().toArray(String[]::new))
                .param("though", capture.keptThough().toArray(String[]::new))
                .update();
    }

    Optional<StoredPhoto> find(PatientId patient, UUID photo) {
        return sql.sql(SELECT + " where photo.patient_id = :patient and photo.photo_id = :photo")
                .param("patient", patient.value())
                .param("photo", photo)
                .query((row, _) -> photo(row))
                .optional();
    }

    List<StoredPhoto> of(PatientId patient) {
        return sql.sql(SELECT + " where photo.patient_id = :patient order by taken_on, stored_at, photo.photo_id")
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
                scale == null ? OptionalDouble.empty() : OptionalDouble.of(scale.doubleValue()),
                capture(row));
    }

    private static Optional<Capture> capture(ResultSet row) throws SQLException {
        Optional<Moment> moment = Optional.ofNullable(row.getString("moment")).flatMap(Moment::find);
        if (moment.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Capture(
                moment.get(),
                Optional.ofNullable(row.getString("zone")).flatMap(ZoneId::find),
                row.getBoolean("card"),
                row.getInt("tags"),
                words(row, "met"),
                words(row, "missed"),
                words(row, "seen"),
                words(row, "kept_though")));
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
