package org.stipple.clinic.aftercare;

import java.sql.Array;
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
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.PatientId;
import org.stipple.protocol.RedFlag;

/// Concerns with all that belongs to them, of a person whose record is open.
@Repository
class ConcernStore {

    private final JdbcClient sql;
    private final ClockStore clocks;

    ConcernStore(JdbcClient sql, ClockStore clocks) {
        this.sql = sql;
        this.clocks = clocks;
    }

    /// A sign of an entry, as it was raised last.
    ///
    /// @param number how often it was raised, closed ones counted
    record Last(UUID concern, int number) {}

    Optional<Last> last(UUID entry, Sign sign) {
        return sql.sql("""
                        select concern_id, told from concern where entry_id = :entry and sign = :sign order by told desc limit 1
                        """)
                .param("entry", entry)
                .param("sign", sign.id())
                .query((row, _) -> new Last(row.getObject("concern_id", UUID.class), row.getInt("told")))
                .optional();
    }

    /// @param number how often this sign of the entry was raised, with this
    void insert(Concern concern, int number) {
        sql.sql("""
                        insert into concern (clinic_id, patient_id, concern_id, entry_id, session_id, sign, call, minutes, raised_at, told)
                        values (current_clinic(), :patient, :id, :entry, :session, :sign, :call, :minutes, :at, :told)
                        """)
                .param("patient", concern.patient().value())
                .param("id", concern.id())
                .param("entry", concern.entry())
                .param("session", concern.session())
                .param("sign", concern.sign().id())
                .param("call", concern.sign().call().id())
                .param("minutes", concern.sign().minutes())
                .param("at", Timestamp.from(concern.raisedAt()))
                .param("told", number)
                .update();
    }

    /// It was told once more while it is open; where somebody had taken it on, its clock wakes.
    void insertToldAgain(PatientId patient, UUID concern, Instant at) {
        sql.sql("""
                        insert into concern_told_again (clinic_id, patient_id, concern_id, told_at)
                        values (current_clinic(), :patient, :id, :at)
                        """)
                .param("patient", patient.value())
                .param("id", concern)
                .param("at", Timestamp.from(at))
                .update();
    }

    void insertTaken(Concern concern, Concern.Taken taken, AccountId account) {
        sql.sql("""
                        insert into concern_taken (clinic_id, patient_id, concern_id, taken_at, taken_by, account_id)
                        values (current_clinic(), :patient, :id, :at, :by, :account)
                        """)
                .param("patient", concern.patient().value())
                .param("id", concern.id())
                .param("at", Timestamp.from(taken.at()))
                .param("by", taken.by())
                .param("account", account.value())
                .update();
    }

    /// False when it was closed before.
    boolean insertClosed(Concern concern, Concern.Closed closed, AccountId account) {
        return sql.sql("""
                        insert into concern_closed (clinic_id, patient_id, concern_id, outcome, words, closed_at, closed_by, account_id)
                        values (current_clinic(), :patient, :id, :outcome, :words, :at, :by, :account) on conflict do nothing
                        """)
                        .param("patient", concern.patient().value())
                        .param("id", concern.id())
                        .param("outcome", closed.outcome().id())
                        .param("words", closed.words())
                        .param("at", Timestamp.from(closed.at()))
                        .param("by", closed.by())
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /// All of a person, newest first.
    List<Concern> of(PatientId patient) {
        return sql
                .sql("select * from concern where patient_id = :patient order by raised_at desc, concern_id")
                .param("patient", patient.value())
                .query((row, _) -> concern(row))
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    Optional<Concern> find(PatientId patient, UUID concern) {
        return sql.sql("select * from concern where patient_id = :patient and concern_id = :id")
                .param("patient", patient.value())
                .param("id", concern)
                .query((row, _) -> concern(row))
                .optional()
                .map(this::whole);
    }

    private Concern whole(Concern concern) {
        return new Concern(
                concern.id(),
                concern.patient(),
                concern.entry(),
                concern.session(),
                concern.sign(),
                concern.raisedAt(),
                sql.sql("select told_at from concern_told_again where concern_id = :id order by nth")
                        .param("id", concern.id())
                        .query((row, _) -> instant(row, "told_at"))
                        .list(),
                sql.sql("select taken_at, taken_by from concern_taken where concern_id = :id order by nth")
                        .param("id", concern.id())
                        .query((row, _) ->
                                new Concern.Taken(row.getTimestamp("taken_at").toInstant(), row.getString("taken_by")))
                        .list(),
                clocks.steps(concern.id()),
                sql.sql("select * from concern_closed where concern_id = :id")
                        .param("id", concern.id())
                        .query((row, _) -> new Concern.Closed(
                                Concern.Outcome.find(row.getString("outcome")).orElseThrow(),
                                row.getString("words"),
                                row.getTimestamp("closed_at").toInstant(),
                                row.getString("closed_by")))
                        .optional());
    }

    private static Concern concern(ResultSet row) throws SQLException {
        return new Concern(
                row.getObject("concern_id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("entry_id", UUID.class),
                row.getObject("session_id", UUID.class),
                new Sign(
                        row.getString("sign"),
                        RedFlag.Call.find(row.getString("call")).orElseThrow(),
                        row.getInt("minutes")),
                row.getTimestamp("raised_at").toInstant(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(Object::toString).toList();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
