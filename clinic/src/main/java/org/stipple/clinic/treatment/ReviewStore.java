package org.stipple.clinic.treatment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;

@Repository
class ReviewStore {

    private static final String REVIEWS = """
            select z.*, s.number, r.note as review_note, r.signer, r.reviewed_at
            from zone_record z join session s using (clinic_id, patient_id, session_id)
              left join deviation_review r
                on (r.clinic_id, r.patient_id, r.session_id, r.entry) = (z.clinic_id, z.patient_id, z.session_id, z.entry)
            where z.deviation is not null
            """;

    private static final String GRAVEST = "case z.gravity when 'over-limit' then 0 when 'reaction' then 1 else 2 end";

    private final JdbcClient sql;

    ReviewStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// How many wait, of the whole clinic. No record is opened for that: whose they are does not stand here.
    int waiting() {
        return sql.sql("""
                        select count(*) filter (where step = 'opened') - count(*) filter (where step = 'reviewed') from review_step
                        """).query(Integer.class).single();
    }

    /// Gravest first, and of one gravity oldest first, of the records that are open.
    List<Review> open(int atMost) {
        return sql.sql(REVIEWS + " and r.reviewed_at is null order by " + GRAVEST
                        + ", z.recorded_at, z.session_id, z.entry limit :most")
                .param("most", atMost)
                .query((row, _) -> review(row))
                .list();
    }

    List<Review> of(PatientId patient, UUID session) {
        return sql.sql(REVIEWS + " and z.patient_id = :patient and z.session_id = :session order by z.entry")
                .param("patient", patient.value())
                .param("session", session)
                .query((row, _) -> review(row))
                .list();
    }

    private static Review review(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("reviewed_at");
        return new Review(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("session_id", UUID.class),
                row.getInt("number"),
                SessionStore.charted(row),
                at == null
                        ? Optional.empty()
                        : Optional.of(new Review.Done(
                                row.getString("review_note"), row.getString("signer"), at.toInstant())));
    }

    void opened(UUID session, int entry, Instant at) {
        step(session, entry, "opened", at);
    }

    private void step(UUID session, int entry, String step, Instant at) {
        sql.sql("""
                        insert into review_step (clinic_id, session_id, entry, step, at)
                        values (current_clinic(), :session, :entry, :step, :at)
                        """)
                .param("session", session)
                .param("entry", entry)
                .param("step", step)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// False when it was reviewed before.
    boolean reviewed(Review review, String meaning, Review.Done done, Actor signer) {
        boolean first = sql.sql("""
                                insert into deviation_review (clinic_id, patient_id, session_id, entry, deviation, meaning, note,
                                  account_id, signer, charted_account, reviewed_at)
                                values (current_clinic(), :patient, :session, :entry, :deviation, :meaning, :note, :account, :signer,
                                  :charted, :at)
                                on conflict do nothing
                                """)
                        .param("patient", review.patient().value())
                        .param("session", review.session())
                        .param("entry", review.charted().entry())
                        .param("deviation", review.charted().deviation().orElseThrow())
                        .param("meaning", meaning)
                        .param("note", done.note())
                        .param("account", signer.account().value())
                        .param("signer", done.signer())
                        .param(
                                "charted",
                                review.charted().account().map(AccountId::value).orElse(null))
                        .param("at", Timestamp.from(done.at()))
                        .update()
                == 1;
        if (first) {
            step(review.session(), review.charted().entry(), "reviewed", done.at());
        }
        return first;
    }
}
