package org.stipple.clinic.treatment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
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

    private final JdbcClient sql;

    ReviewStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// How many wait, of the whole clinic. No record is opened for that: whose they are does not stand here.
    int waiting() {
        return sql.sql("select count(*) from waiting_review")
                .query(Integer.class)
                .single();
    }

    /// Gravest first, and of one gravity oldest first, of the records that are open.
    List<Review> open(int atMost) {
        return amended(sql.sql("""
                        select z.*, s.number, null as review_note, null as signer, null as reviewed_at
                        from waiting_review w
                          join zone_record z on (z.clinic_id, z.session_id, z.entry) = (w.clinic_id, w.session_id, w.entry)
                          join session s on (s.clinic_id, s.session_id) = (z.clinic_id, z.session_id)
                        order by w.rank, w.recorded_at, w.session_id, w.entry limit :most
                        """)
                .param("most", atMost)
                .query((row, _) -> review(row))
                .list());
    }

    List<Review> of(PatientId patient, UUID session) {
        return amended(sql.sql(REVIEWS + " and z.patient_id = :patient and z.session_id = :session order by z.entry")
                .param("patient", patient.value())
                .param("session", session)
                .query((row, _) -> review(row))
                .list());
    }

    /// With what was said of the zone next, if anything was.
    private List<Review> amended(List<Review> reviews) {
        if (reviews.isEmpty()) {
            return reviews;
        }
        List<UUID> sessions = reviews.stream().map(Review::session).distinct().toList();
        var entries = new HashMap<UUID, List<Charted>>();
        sql.sql("select * from zone_record where session_id in (:sessions) order by entry")
                .param("sessions", sessions)
                .query((RowCallbackHandler)
                        row -> entries.computeIfAbsent(row.getObject("session_id", UUID.class), _ -> new ArrayList<>())
                                .add(SessionStore.charted(row)));
        var leftOut = new HashMap<UUID, List<LeftOut>>();
        sql.sql("select * from zone_left_out where session_id in (:sessions)")
                .param("sessions", sessions)
                .query((RowCallbackHandler)
                        row -> leftOut.computeIfAbsent(row.getObject("session_id", UUID.class), _ -> new ArrayList<>())
                                .add(SessionStore.leftOut(row)));
        return reviews.stream()
                .map(review -> review.amendedBy(next(
                        review.charted(),
                        entries.getOrDefault(review.session(), List.of()),
                        leftOut.getOrDefault(review.session(), List.of()))))
                .toList();
    }

    private static Optional<Later> next(Charted charted, List<Charted> entries, List<LeftOut> leftOut) {
        return Stream.concat(
                        leftOut.stream()
                                .filter(one -> one.zone() == charted.zone() && one.after() == charted.entry())
                                .map(Later.class::cast),
                        entries.stream()
                                .filter(entry -> entry.zone() == charted.zone() && entry.entry() > charted.entry()))
                .findFirst();
    }

    private static Review review(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("reviewed_at");
        return new Review(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("session_id", UUID.class),
                row.getInt("number"),
                SessionStore.charted(row),
                Optional.empty(),
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
