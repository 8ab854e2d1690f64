package org.stipple.clinic.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.PatientId;

@Repository
class ContactStore {

    private static final String COLUMNS = "select channel, address, may, noted_at, noted_by from contact_consent";

    private final JdbcClient sql;

    ContactStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(PatientId patient, ContactConsent consent) {
        sql.sql("""
                        insert into contact_consent (clinic_id, patient_id, channel, address, may, noted_at, noted_by)
                        values (current_clinic(), :patient, :channel, :address, :may, :at, :by)
                        """)
                .param("patient", patient.value())
                .param("channel", consent.channel().id())
                .param("address", consent.address())
                .param("may", consent.may())
                .param("at", Timestamp.from(consent.at()))
                .param("by", consent.by())
                .update();
    }

    Optional<ContactConsent> newest(PatientId patient, Channel channel) {
        return sql.sql(COLUMNS + " where patient_id = :patient and channel = :channel order by entry desc limit 1")
                .param("patient", patient.value())
                .param("channel", channel.id())
                .query((row, _) -> consent(row))
                .optional();
    }

    List<ContactConsent> of(PatientId patient) {
        return sql.sql(COLUMNS + " where patient_id = :patient order by entry desc")
                .param("patient", patient.value())
                .query((row, _) -> consent(row))
                .list();
    }

    private static ContactConsent consent(ResultSet row) throws SQLException {
        return new ContactConsent(
                Channel.find(row.getString("channel")).orElseThrow(),
                row.getString("address"),
                row.getBoolean("may"),
                row.getTimestamp("noted_at").toInstant(),
                row.getString("noted_by"));
    }
}
