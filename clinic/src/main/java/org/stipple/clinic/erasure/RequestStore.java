package org.stipple.clinic.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.RecordClass;

@Repository
class RequestStore {

    private static final String REQUESTS = """
            select r.*, e.outcome, e.words, e.ended_at, e.ended_by from erasure_request r
              left join erasure_request_end e on e.clinic_id = r.clinic_id and e.request_id = r.request_id
            """;

    private final JdbcClient sql;

    RequestStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Request request, AccountId account) {
        sql.sql("""
                        insert into erasure_request (clinic_id, patient_id, request_id, classes, asked_on, asked_by, known_by, recorded_at,
                          recorded_by, account_id)
                        values (current_clinic(), :patient, :id, :classes, :on, :by, :known, :at, :recorded, :account)
                        """)
                .param("patient", request.patient().value())
                .param("id", request.id())
                .param(
                        "classes",
                        request.classes().stream().map(RecordClass::id).sorted().toArray(String[]::new))
                .param("on", request.askedOn())
                .param("by", request.askedBy().id())
                .param("known", request.knownBy())
                .param("at", Timestamp.from(request.recordedAt()))
                .param("recorded", request.recordedBy())
                .param("account", account.value())
                .update();
    }

    /// @return false where it had ended
    boolean end(PatientId patient, UUID request, Request.End end, AccountId account) {
        return sql.sql("""
                        insert into erasure_request_end (clinic_id, patient_id, request_id, outcome, words, ended_at, ended_by, account_id)
                        values (current_clinic(), :patient, :id, :outcome, :words, :at, :by, :account) on conflict do nothing
                        """)
                        .param("patient", patient.value())
                        .param("id", request)
                        .param("outcome", end.erased() ? "erased" : "taken-back")
                        .param("words", end.words())
                        .param("at", Timestamp.from(end.at()))
                        .param("by", end.by())
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /// Of a person whose record is open, newest first.
    List<Request> of(PatientId patient) {
        return sql.sql(REQUESTS + " where r.patient_id = :patient order by r.recorded_at desc, r.request_id")
                .param("patient", patient.value())
                .query((row, _) -> request(row))
                .list();
    }

    /// Those of everybody that stand, the oldest first. The records have been opened.
    List<Request> standing(int atMost) {
        return sql.sql(REQUESTS + " where e.request_id is null order by r.recorded_at, r.request_id limit :most")
                .param("most", atMost)
                .query((row, _) -> request(row))
                .list();
    }

    private static Request request(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new Request(
                row.getObject("request_id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                Arrays.stream((String[]) row.getArray("classes").getArray())
                        .map(id -> RecordClass.find(id).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet()),
                row.getObject("asked_on", LocalDate.class),
                Request.By.find(row.getString("asked_by")).orElseThrow(),
                row.getString("known_by"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                outcome == null
                        ? Optional.empty()
                        : Optional.of(new Request.End(
                                outcome.equals("erased"),
                                row.getString("words"),
                                row.getTimestamp("ended_at").toInstant(),
                                row.getString("ended_by"))));
    }

    void place(PatientId patient, UUID hold, String reason, Instant at, String by, AccountId account) {
        sql.sql("""
                        insert into legal_hold (clinic_id, patient_id, hold_id, reason, placed_at, placed_by, account_id)
                        values (current_clinic(), :patient, :id, :reason, :at, :by, :account)
                        """)
                .param("patient", patient.value())
                .param("id", hold)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("account", account.value())
                .update();
    }

    /// @return false where it was lifted before
    boolean lift(PatientId patient, UUID hold, LegalHold.Lifted lifted, AccountId account) {
        return sql.sql("""
                        insert into legal_hold_lifted (clinic_id, patient_id, hold_id, reason, lifted_at, lifted_by, account_id)
                        values (current_clinic(), :patient, :id, :reason, :at, :by, :account) on conflict do nothing
                        """)
                        .param("patient", patient.value())
                        .param("id", hold)
                        .param("reason", lifted.reason())
                        .param("at", Timestamp.from(lifted.at()))
                        .param("by", lifted.by())
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /// Of a person whose record is open, newest first.
    List<LegalHold> holds(PatientId patient) {
        return sql.sql("""
                        select h.*, l.reason as why_lifted, l.lifted_at, l.lifted_by from legal_hold h
                          left join legal_hold_lifted l on l.clinic_id = h.clinic_id and l.hold_id = h.hold_id
                        where h.patient_id = :patient order by h.placed_at desc, h.hold_id
                        """)
                .param("patient", patient.value())
                .query((row, _) -> {
                    String why = row.getString("why_lifted");
                    return new LegalHold(
                            row.getObject("hold_id", UUID.class),
                            row.getString("reason"),
                            row.getTimestamp("placed_at").toInstant(),
                            row.getString("placed_by"),
                            why == null
                                    ? Optional.empty()
                                    : Optional.of(new LegalHold.Lifted(
                                            why,
                                            row.getTimestamp("lifted_at").toInstant(),
                                            row.getString("lifted_by"))));
                })
                .list();
    }
}
