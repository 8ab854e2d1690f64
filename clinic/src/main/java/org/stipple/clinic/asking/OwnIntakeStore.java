package org.stipple.clinic.asking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.asking.OwnIntakes.Came;
import org.stipple.clinic.asking.OwnIntakes.Waits;
import org.stipple.clinic.database.StoredDocument;
import org.stipple.protocol.Operator;
import org.stipple.protocol.Premises;
import org.stipple.protocol.document.Documents;

@Repository
class OwnIntakeStore {

    private final JdbcClient sql;

    OwnIntakeStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Asked asked) {
        sql.sql("""
                        insert into intake_asked (clinic_id, patient_id, asked_id, on_top_of, device, operator, premises, asked_at, asked_by)
                        values (current_clinic(), :patient, :asked, :onTopOf, :device, :operator, :premises, :at, :by)
                        """)
                .param("patient", asked.patient().value())
                .param("asked", asked.id())
                .param("onTopOf", asked.onTopOf())
                .param("device", asked.device())
                .param("operator", asked.operator().id())
                .param("premises", asked.premises().map(Premises::id).orElse(null))
                .param("at", Timestamp.from(asked.at()))
                .param("by", asked.by())
                .update();
    }

    Optional<Asked> asked(PatientId patient, UUID asked) {
        return sql.sql("select * from intake_asked where patient_id = :patient and asked_id = :asked")
                .param("patient", patient.value())
                .param("asked", asked)
                .query((row, _) -> asked(row))
                .optional();
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                row.getObject("asked_id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getInt("on_top_of"),
                row.getString("device"),
                Operator.find(row.getString("operator")).orElseThrow(),
                Optional.ofNullable(row.getString("premises")).flatMap(Premises::find),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("asked_by"));
    }

    /// A page that was answered.
    ///
    /// @param onTopOf the number of the newest answers then; 0 where there were none
    record Draft(Told told, int onTopOf) {}

    void insertDraft(Asked asked, Sheet sheet, Draft draft, Instant at) {
        sql.sql("""
                        insert into intake_draft (clinic_id, patient_id, asked_id, sheet, fields, on_top_of, saved_at)
                        values (current_clinic(), :patient, :asked, :sheet, :fields, :onTopOf, :at)
                        """)
                .param("patient", asked.patient().value())
                .param("asked", asked.id())
                .param("sheet", sheet.id())
                .param("fields", Documents.json(draft.told().document()))
                .param("onTopOf", draft.onTopOf())
                .param("at", Timestamp.from(at))
                .update();
    }

    /// The newest of each page, in the order in which the pages were first answered.
    Map<Sheet, Draft> drafts(PatientId patient, UUID asked) {
        var drafts = new LinkedHashMap<Sheet, Draft>();
        sql.sql("""
                        select d.sheet, d.fields, coalesce(d.on_top_of, a.on_top_of) as on_top_of
                        from intake_draft d join intake_asked a using (clinic_id, patient_id, asked_id)
                        where d.patient_id = :patient and d.asked_id = :asked order by d.entry
                        """)
                .param("patient", patient.value())
                .param("asked", asked)
                .query((row, _) -> Map.entry(
                        row.getString("sheet"),
                        new Draft(Told.read(StoredDocument.read(row.getString("fields"))), row.getInt("on_top_of"))))
                .list()
                .forEach(draft -> Sheet.find(draft.getKey()).ifPresent(sheet -> drafts.put(sheet, draft.getValue())));
        return drafts;
    }

    void insertCame(Asked asked, int revision, boolean callFirst, Instant at) {
        sql.sql("""
                        insert into intake_by_link (clinic_id, patient_id, asked_id, revision, call_first, sent_at)
                        values (current_clinic(), :patient, :asked, :revision, :callFirst, :at)
                        """)
                .param("patient", asked.patient().value())
                .param("asked", asked.id())
                .param("revision", revision)
                .param("callFirst", callFirst)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// What came of the answers to an asking.
    Optional<Came> came(PatientId patient, UUID asked) {
        return sql.sql("""
                        select b.*, l.looked_at, l.looked_by from intake_by_link b
                        left join intake_looked_at l on l.clinic_id = b.clinic_id and l.asked_id = b.asked_id
                        where b.patient_id = :patient and b.asked_id = :asked
                        """)
                .param("patient", patient.value())
                .param("asked", asked)
                .query((row, _) -> new Came(
                        row.getInt("revision"),
                        row.getBoolean("call_first"),
                        row.getTimestamp("sent_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("looked_at")).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getString("looked_by"))))
                .optional();
    }

    void insertLooked(PatientId patient, UUID asked, Instant at) {
        sql.sql("""
                        insert into intake_looked_at (clinic_id, patient_id, asked_id, looked_at, looked_by, account_id)
                        values (current_clinic(), :patient, :asked, :at, :by, :account)
                        """)
                .param("patient", patient.value())
                .param("asked", asked)
                .param("at", Timestamp.from(at))
                .param("by", Acting.current().name())
                .param("account", Acting.current().account().value())
                .update();
    }

    boolean anyWaits(PatientId patient) {
        return sql.sql("select exists (select from waiting_answers where patient_id = :patient)")
                .param("patient", patient.value())
                .query(Boolean.class)
                .single();
    }

    /// Those whom somebody must call first, then the oldest.
    List<Waits> waiting(int atMost) {
        return sql.sql("""
                        select w.patient_id, p.given_name || ' ' || p.family_name as name, w.sent_at, w.call_first
                        from waiting_answers w join patient p on p.clinic_id = w.clinic_id and p.patient_id = w.patient_id
                        where w.clinic_id = current_clinic()
                        order by w.call_first desc, w.sent_at limit :most
                        """)
                .param("most", atMost)
                .query((row, _) -> new Waits(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getString("name"),
                        row.getTimestamp("sent_at").toInstant(),
                        row.getBoolean("call_first")))
                .list();
    }
}
