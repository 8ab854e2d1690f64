package org.stipple.clinic.treatment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;

@Repository
class WithdrawalStore {

    private static final String WITHDRAWALS = """
            select f.*, s.number, r.note as review_note, r.signer, r.reviewed_at,
              array(select s.started_by union select z.recorded_by from zone_record z
                    where z.clinic_id = f.clinic_id and z.session_id = f.session_id) as treated
            from session_withdrawal f join session s using (clinic_id, patient_id, session_id)
              left join session_withdrawal_review r using (clinic_id, patient_id, session_id, consent_id)
            """;

    private final JdbcClient sql;

    WithdrawalStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// How many wait, of the whole clinic. No record is opened for that.
    int waiting() {
        return sql.sql("""
                        select count(*) filter (where step = 'opened') - count(*) filter (where step = 'reviewed')
                        from session_withdrawal_step
                        """).query(Integer.class).single();
    }

    /// Oldest first, of the records that are open.
    List<SessionWithdrawal> open(int atMost) {
        return sql.sql(WITHDRAWALS + " where r.reviewed_at is null order by f.flagged_at, f.session_id limit :most")
                .param("most", atMost)
                .query((row, _) -> withdrawal(row))
                .list();
    }

    List<SessionWithdrawal> of(PatientId patient, UUID session) {
        return sql.sql(WITHDRAWALS + " where f.patient_id = :patient and f.session_id = :session order by f.flagged_at")
                .param("patient", patient.value())
                .param("session", session)
                .query((row, _) -> withdrawal(row))
                .list();
    }

    private static SessionWithdrawal withdrawal(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("reviewed_at");
        return new SessionWithdrawal(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("session_id", UUID.class),
                row.getInt("number"),
                row.getObject("consent_id", UUID.class),
                row.getTimestamp("flagged_at").toInstant(),
                names(row),
                at == null
                        ? Optional.empty()
                        : Optional.of(new Review.Done(
                                row.getString("review_note"), row.getString("signer"), at.toInstant())));
    }

    private static Set<String> names(ResultSet row) throws SQLException {
        return Arrays.stream((Object[]) row.getArray("treated").getArray())
                .map(Objects::toString)
                .collect(Collectors.toSet());
    }

    /// Flags every session of the course that is open.
    void flag(PatientId patient, UUID course, UUID consent, Instant at) {
        sql.sql("""
                        insert into session_withdrawal (clinic_id, patient_id, session_id, consent_id, flagged_at)
                        select s.clinic_id, s.patient_id, s.session_id, :consent, :at
                        from session s left join session_close x using (clinic_id, patient_id, session_id)
                        where s.patient_id = :patient and s.course_id = :course and x.closed_at is null
                        returning session_id
                        """)
                .param("patient", patient.value())
                .param("course", course)
                .param("consent", consent)
                .param("at", Timestamp.from(at))
                .query((row, _) -> row.getObject("session_id", UUID.class))
                .list()
                .forEach(session -> step(session, consent, "opened", at));
    }

    private void step(UUID session, UUID consent, String step, Instant at) {
        sql.sql("""
                        insert into session_withdrawal_step (clinic_id, session_id, consent_id, step, at)
                        values (current_clinic(), :session, :consent, :step, :at)
                        """)
                .param("session", session)
                .param("consent", consent)
                .param("step", step)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// False when it was reviewed before.
    boolean reviewed(SessionWithdrawal withdrawal, String meaning, Review.Done done, Actor signer) {
        boolean first = sql.sql("""
                                insert into session_withdrawal_review (clinic_id, patient_id, session_id, consent_id, meaning, note,
                                  account_id, signer, reviewed_at)
                                values (current_clinic(), :patient, :session, :consent, :meaning, :note, :account, :signer, :at)
                                on conflict do nothing
                                """)
                        .param("patient", withdrawal.patient().value())
                        .param("session", withdrawal.session())
                        .param("consent", withdrawal.consent())
                        .param("meaning", meaning)
                        .param("note", done.note())
                        .param("account", signer.account().value())
                        .param("signer", done.signer())
                        .param("at", Timestamp.from(done.at()))
                        .update()
                == 1;
        if (first) {
            step(withdrawal.session(), withdrawal.consent(), "reviewed", done.at());
        }
        return first;
    }
}
