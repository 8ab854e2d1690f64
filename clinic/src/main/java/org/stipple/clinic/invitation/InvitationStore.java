package org.stipple.clinic.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.ClinicId;
import org.stipple.clinic.access.PatientId;

@Repository
class InvitationStore {

    private static final String WHOLE = """
            select i.*, e.how, e.ended_at, e.ended_by from invitation i
              left join invitation_end e using (clinic_id, patient_id, invitation_id)
            """;

    private final JdbcClient sql;
    private final Secrets secrets;

    InvitationStore(JdbcClient sql, Secrets secrets) {
        this.sql = sql;
        this.secrets = secrets;
    }

    void insert(Invitation invitation, String tokenHash) {
        sql.sql("""
                        insert into invitation (clinic_id, patient_id, invitation_id, errand, about, token_sha256, made_at, made_by, expires_at)
                        values (current_clinic(), :patient, :id, :errand, :about, :token, :at, :by, :expires)
                        """)
                .param("patient", invitation.patient().value())
                .param("id", invitation.id())
                .param("errand", invitation.errand().id())
                .param("about", invitation.about())
                .param("token", tokenHash)
                .param("at", Timestamp.from(invitation.madeAt()))
                .param("by", invitation.madeBy())
                .param("expires", Timestamp.from(invitation.expiresAt()))
                .update();
    }

    /// Ending it twice is ending it once: what was first counts.
    void end(PatientId patient, UUID invitation, boolean done, Instant at, String by) {
        sql.sql("""
                        insert into invitation_end (clinic_id, patient_id, invitation_id, how, ended_at, ended_by)
                        values (current_clinic(), :patient, :id, :how, :at, :by) on conflict do nothing
                        """)
                .param("patient", patient.value())
                .param("id", invitation)
                .param("how", done ? "done" : "taken-back")
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    List<Invitation> of(PatientId patient, Errand errand) {
        return sql.sql(WHOLE + " where i.patient_id = :patient and i.errand = :errand order by i.entry desc")
                .param("patient", patient.value())
                .param("errand", errand.id())
                .query((row, _) -> invitation(row))
                .list();
    }

    Optional<Invitation> find(PatientId patient, UUID invitation) {
        return sql.sql(WHOLE + " where i.patient_id = :patient and i.invitation_id = :id")
                .param("patient", patient.value())
                .param("id", invitation)
                .query((row, _) -> invitation(row))
                .optional();
    }

    /// Whose link it is, across clinics: whoever follows it is not signed in.
    record Followed(
            ClinicId clinic,
            PatientId patient,
            UUID invitation,
            String clinicName,
            ZoneId zone,
            Optional<String> jurisdiction) {}

    Optional<Followed> byLink(String tokenHash) {
        return sql.sql("select * from invitation_by_link(:hash)")
                .param("hash", tokenHash)
                .query((row, _) -> new Followed(
                        new ClinicId(row.getObject("clinic_id", UUID.class)),
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getObject("invitation_id", UUID.class),
                        row.getString("clinic_name"),
                        ZoneId.of(row.getString("time_zone")),
                        Optional.ofNullable(row.getString("jurisdiction"))))
                .optional();
    }

    private Invitation invitation(ResultSet row) throws SQLException {
        UUID id = row.getObject("invitation_id", UUID.class);
        Errand errand = Errand.of(row.getString("errand"));
        String how = row.getString("how");
        return new Invitation(
                id,
                new PatientId(row.getObject("patient_id", UUID.class)),
                errand,
                row.getObject("about", UUID.class),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"),
                row.getTimestamp("expires_at").toInstant(),
                how == null
                        ? Optional.empty()
                        : Optional.of(new Invitation.End(
                                how.equals("done"),
                                row.getTimestamp("ended_at").toInstant(),
                                row.getString("ended_by"))),
                secrets.path(errand, id));
    }
}
