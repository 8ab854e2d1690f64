package org.stipple.clinic.disclosure;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.disclosure.CopyLinks.Locked;
import org.stipple.clinic.web.words.Tongue;

/// Copies that were given, and dates of birth that were wrong.
@Repository
class CopyStore {

    private final JdbcClient sql;

    CopyStore(JdbcClient sql) {
        this.sql = sql;
    }

    void given(PatientId patient, UUID copy, Optional<UUID> invitation, Tongue tongue, Instant at, Actor by) {
        sql.sql("""
                        insert into copy_given (clinic_id, patient_id, copy_id, invitation_id, language, given_at, given_by, account_id)
                        values (current_clinic(), :patient, :copy, :invitation, :language, :at, :by, :account)
                        """)
                .param("patient", patient.value())
                .param("copy", copy)
                .param("invitation", invitation.orElse(null))
                .param("language", tongue.lang())
                .param("at", Timestamp.from(at))
                .param("by", by.name())
                .param("account", by.account().value())
                .update();
    }

    /// Newest first.
    List<Given> given(PatientId patient) {
        return sql.sql("""
                        select invitation_id, given_at, given_by from copy_given where patient_id = :patient order by entry desc
                        """)
                .param("patient", patient.value())
                .query((row, _) -> new Given(
                        Optional.ofNullable(row.getObject("invitation_id", UUID.class)),
                        row.getTimestamp("given_at").toInstant(),
                        row.getString("given_by")))
                .list();
    }

    int tries(PatientId patient, UUID invitation) {
        return sql.sql("select count(*) from copy_try where patient_id = :patient and invitation_id = :invitation")
                .param("patient", patient.value())
                .param("invitation", invitation)
                .query(Integer.class)
                .single();
    }

    void tried(PatientId patient, UUID invitation, int number, Instant at) {
        sql.sql("""
                        insert into copy_try (clinic_id, patient_id, invitation_id, number, tried_at)
                        values (current_clinic(), :patient, :invitation, :number, :at)
                        """)
                .param("patient", patient.value())
                .param("invitation", invitation)
                .param("number", number)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// The links that ended by it, and that nobody has seen.
    List<UUID> unseen(PatientId patient) {
        return sql.sql("select invitation_id from waiting_copy where patient_id = :patient")
                .param("patient", patient.value())
                .query((row, _) -> row.getObject("invitation_id", UUID.class))
                .list();
    }

    void seen(PatientId patient, UUID invitation, Instant at, Actor by) {
        sql.sql("""
                        insert into copy_try_seen (clinic_id, patient_id, invitation_id, seen_at, seen_by, account_id)
                        values (current_clinic(), :patient, :invitation, :at, :by, :account) on conflict do nothing
                        """)
                .param("patient", patient.value())
                .param("invitation", invitation)
                .param("at", Timestamp.from(at))
                .param("by", by.name())
                .param("account", by.account().value())
                .update();
    }

    /// Of all people, whose records have been opened: the newest first.
    List<Locked> waiting(int atMost) {
        return sql.sql("""
                        select w.patient_id, p.given_name || ' ' || p.family_name as name, w.ended_at
                        from waiting_copy w join patient p on p.clinic_id = w.clinic_id and p.patient_id = w.patient_id
                        where w.clinic_id = current_clinic() order by w.ended_at desc limit :most
                        """)
                .param("most", atMost)
                .query((row, _) -> new Locked(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getString("name"),
                        row.getTimestamp("ended_at").toInstant()))
                .list();
    }
}
