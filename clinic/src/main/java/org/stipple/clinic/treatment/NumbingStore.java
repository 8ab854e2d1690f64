package org.stipple.clinic.treatment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.quantities.ZoneId;

@Repository
class NumbingStore {

    private static final String NUMBINGS = """
            select n.*, o.off_at, o.off_by, v.reason, v.signer, v.overridden_at
            from numbing n left join numbing_off o using (clinic_id, patient_id, numbing_id)
              left join numbing_override v using (clinic_id, patient_id, numbing_id)
            """;

    private final JdbcClient sql;

    NumbingStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(PatientId patient, Numbing numbing, Actor by) {
        sql.sql("""
                        insert into numbing (clinic_id, patient_id, numbing_id, course_id, session_id, unit_id, product, strength, grams,
                          area_cm2, zones, least_minutes, most_minutes, labels, on_at, on_by, on_account)
                        values (current_clinic(), :patient, :id, :course, :session, :unit, :product, :strength, :grams,
                          :area, :zones, :least, :most, :labels, :at, :by, :account)
                        """)
                .param("patient", patient.value())
                .param("id", numbing.id())
                .param("course", numbing.course())
                .param("session", numbing.session())
                .param("unit", numbing.unit())
                .param("product", numbing.product())
                .param("strength", numbing.strength())
                .param("grams", numbing.grams())
                .param("area", numbing.areaCm2())
                .param("zones", numbing.zones().stream().map(ZoneId::id).toArray(String[]::new))
                .param("least", numbing.leastMinutes().orElse(null))
                .param("most", numbing.mostMinutes().orElse(null))
                .param("labels", numbing.labels().toArray(String[]::new))
                .param("at", Timestamp.from(numbing.onAt()))
                .param("by", numbing.onBy())
                .param("account", by.account().value())
                .update();
    }

    /// False when it was taken off before.
    boolean off(PatientId patient, UUID numbing, Instant at, String by) {
        return sql.sql("""
                                insert into numbing_off (clinic_id, patient_id, numbing_id, off_at, off_by)
                                values (current_clinic(), :patient, :id, :at, :by) on conflict do nothing
                                """)
                        .param("patient", patient.value())
                        .param("id", numbing)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    /// False when somebody did so before.
    boolean override(PatientId patient, UUID numbing, String reason, Actor signer, Instant at) {
        return sql.sql("""
                                insert into numbing_override (clinic_id, patient_id, numbing_id, reason, account_id, signer, overridden_at)
                                values (current_clinic(), :patient, :id, :reason, :account, :signer, :at) on conflict do nothing
                                """)
                        .param("patient", patient.value())
                        .param("id", numbing)
                        .param("reason", reason)
                        .param("account", signer.account().value())
                        .param("signer", signer.name())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /// Of a person, in the order in which they were put on.
    List<Numbing> of(PatientId patient) {
        return sql.sql(NUMBINGS + " where patient_id = :patient order by on_at, numbing_id")
                .param("patient", patient.value())
                .query((row, _) -> numbing(row))
                .list();
    }

    /// Of all people, what is over the label's time first.
    List<Numbings.Standing> standing(int atMost) {
        return sql.sql("""
                        select w.patient_id, p.given_name || ' ' || p.family_name as name, n.course_id, s.session_id, n.strength, n.grams,
                          n.area_cm2, w.on_at, w.off_by
                        from waiting_numbing w join patient p on p.clinic_id = w.clinic_id and p.patient_id = w.patient_id
                          join numbing n on n.clinic_id = w.clinic_id and n.numbing_id = w.numbing_id
                          left join session s on s.clinic_id = n.clinic_id and s.patient_id = n.patient_id and s.session_id = n.session_id
                        where w.clinic_id = current_clinic()
                        order by w.off_by nulls last, w.on_at limit :most
                        """)
                .param("most", atMost)
                .query((row, _) -> new Numbings.Standing(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getString("name"),
                        row.getObject("course_id", UUID.class),
                        Optional.ofNullable(row.getObject("session_id", UUID.class)),
                        Numbing.words(
                                row.getString("strength"), row.getBigDecimal("grams"), row.getBigDecimal("area_cm2")),
                        row.getTimestamp("on_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("off_by")).map(Timestamp::toInstant)))
                .list();
    }

    private static Numbing numbing(ResultSet row) throws SQLException {
        Timestamp off = row.getTimestamp("off_at");
        Timestamp overridden = row.getTimestamp("overridden_at");
        return new Numbing(
                row.getObject("numbing_id", UUID.class),
                row.getObject("course_id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("product"),
                row.getString("strength"),
                row.getBigDecimal("grams"),
                row.getBigDecimal("area_cm2"),
                Arrays.stream((String[]) row.getArray("zones").getArray())
                        .flatMap(zone -> ZoneId.find(zone).stream())
                        .toList(),
                Optional.ofNullable(row.getObject("least_minutes", Integer.class)),
                Optional.ofNullable(row.getObject("most_minutes", Integer.class)),
                List.of((String[]) row.getArray("labels").getArray()),
                row.getTimestamp("on_at").toInstant(),
                row.getString("on_by"),
                off == null ? Optional.empty() : Optional.of(new Numbing.Off(off.toInstant(), row.getString("off_by"))),
                overridden == null
                        ? Optional.empty()
                        : Optional.of(new Numbing.Override(
                                row.getString("reason"), row.getString("signer"), overridden.toInstant())));
    }
}
