package org.stipple.clinic.treatment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.protocol.Operator;
import org.stipple.quantities.Depth;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.ZoneId;

@Repository
class SessionStore {

    private static final String SESSIONS = """
        select s.*, x.note, x.signer, x.closed_at, x.against, x.operator as closing_operator
        from session s left join session_close x using (clinic_id, patient_id, session_id)
        """;

    private final JdbcClient sql;
    private final AfterStore after;

    SessionStore(JdbcClient sql, AfterStore after) {
        this.sql = sql;
        this.after = after;
    }

    void insert(Session session, UUID screening) {
        sql.sql("""
            insert into session (clinic_id, patient_id, session_id, course_id, number, screening_id, started_at, started_by, operator)
            values (current_clinic(), :patient, :id, :course, :number, :screening, :at, :by, :operator)
            """)
                .param("patient", session.patient().value())
                .param("id", session.id())
                .param("course", session.course())
                .param("number", session.number())
                .param("screening", screening)
                .param("at", Timestamp.from(session.startedAt()))
                .param("by", session.startedBy())
                .param("operator", session.operator().map(Operator::id).orElse(null))
                .update();
    }

    int sessionsOf(PatientId patient, UUID course) {
        return sql.sql("select count(*) from session where patient_id = :patient and course_id = :course")
                .param("patient", patient.value())
                .param("course", course)
                .query(Integer.class)
                .single();
    }

    void insert(PatientId patient, UUID session, Charted charted) {
        Done done = charted.done();
        sql.sql("""
            insert into zone_record (clinic_id, patient_id, session_id, entry, zone, depth_um, passes, directions, glide_mm_s, on_skin_s,
              endpoint, pain, deviation, gravity, why, reason, recorded_at, recorded_by, recorded_account,
              operator, pass_depths_um, motion, pattern, note)
            values (current_clinic(), :patient, :session, :entry, :zone, :depth, :passes, :directions, :glide, :onSkin,
              :endpoint, :pain, :deviation, :gravity, :why, :reason, :at, :by, :account, :operator,
              :depths, :motion, :pattern, :note)
            """)
                .param("patient", patient.value())
                .param("session", session)
                .param("entry", charted.entry())
                .param("zone", charted.zone().id())
                .param("depth", done.depth().micrometres())
                .param("passes", done.passes())
                .param("directions", done.directions())
                .param(
                        "glide",
                        done.glide()
                                .map(speed -> BigDecimal.valueOf(speed.millimetresPerSecond()))
                                .orElse(null))
                .param("onSkin", done.onSkin().map(Duration::toSeconds).orElse(null))
                .param("endpoint", done.endpoint().id())
                .param("pain", done.pain().orElse(null))
                .param("deviation", charted.deviation().orElse(null))
                .param("gravity", charted.gravity().map(Gravity::id).orElse(null))
                .param("why", done.why().map(Why::id).orElse(null))
                .param("reason", done.reason().orElse(null))
                .param("at", Timestamp.from(charted.recordedAt()))
                .param("by", charted.recordedBy())
                .param("account", charted.account().map(AccountId::value).orElse(null))
                .param("operator", charted.operator().map(Operator::id).orElse(null))
                .param(
                        "depths",
                        done.manner().depths().isEmpty()
                                ? null
                                : done.manner().depths().stream()
                                        .map(Depth::micrometres)
                                        .toArray(Integer[]::new))
                .param("motion", done.manner().motion().map(Motion::id).orElse(null))
                .param("pattern", done.manner().pattern().map(Pattern::id).orElse(null))
                .param("note", done.manner().note().orElse(null))
                .update();
    }

    boolean close(
            PatientId patient,
            UUID session,
            String note,
            List<String> against,
            Optional<Operator> as,
            Instant at,
            Actor signer) {
        return sql.sql("""
            insert into session_close (clinic_id, patient_id, session_id, note, against, operator, account_id, signer, closed_at)
            values (current_clinic(), :patient, :session, :note, :against, :operator, :account, :signer, :at) on conflict do nothing
            """)
                        .param("patient", patient.value())
                        .param("session", session)
                        .param("note", note)
                        .param("against", against.toArray(String[]::new))
                        .param("operator", as.map(Operator::id).orElse(null))
                        .param("account", signer.account().value())
                        .param("signer", signer.name())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<Session> find(PatientId patient, UUID session) {
        var charted = charted(patient, Optional.of(session));
        return sql.sql(SESSIONS + " where s.patient_id = :patient and s.session_id = :session")
                .param("patient", patient.value())
                .param("session", session)
                .query((row, _) -> session(patient, row, charted))
                .optional();
    }

    /// In four questions, however many sessions there are.
    List<Session> of(PatientId patient) {
        var charted = charted(patient, Optional.empty());
        return sql.sql(SESSIONS + " where s.patient_id = :patient order by s.started_at desc, s.entry desc")
                .param("patient", patient.value())
                .query((row, _) -> session(patient, row, charted))
                .list();
    }

    /// What was charted, by session.
    private record InSessions(
            Map<UUID, List<Charted>> entries, Map<UUID, List<LeftOut>> leftOut, Map<UUID, Aftermath> after) {}

    /// @param session the only one that is asked for; empty for all of the person's
    private InSessions charted(PatientId patient, Optional<UUID> session) {
        return new InSessions(
                SessionRowsStore.read(
                        sql,
                        "select * from zone_record where patient_id = :patient",
                        "entry",
                        patient,
                        session,
                        SessionStore::charted),
                SessionRowsStore.read(
                        sql,
                        "select * from zone_left_out where patient_id = :patient",
                        "left_out_at",
                        patient,
                        session,
                        SessionStore::leftOut),
                after.of(patient, session));
    }

    private Session session(PatientId patient, ResultSet row, InSessions charted) throws SQLException {
        UUID id = row.getObject("session_id", UUID.class);
        Timestamp closedAt = row.getTimestamp("closed_at");
        return new Session(
                id,
                patient,
                row.getObject("course_id", UUID.class),
                row.getInt("number"),
                row.getTimestamp("started_at").toInstant(),
                row.getString("started_by"),
                Optional.ofNullable(row.getString("operator")).flatMap(Operator::find),
                charted.entries().getOrDefault(id, List.of()),
                charted.leftOut().getOrDefault(id, List.of()),
                charted.after().getOrDefault(id, Aftermath.NONE),
                closedAt == null
                        ? Optional.empty()
                        : Optional.of(new Session.Close(
                                row.getString("note"),
                                row.getString("signer"),
                                closedAt.toInstant(),
                                Optional.ofNullable(row.getString("closing_operator"))
                                        .flatMap(Operator::find),
                                List.of((String[]) row.getArray("against").getArray()))));
    }

    static LeftOut leftOut(ResultSet row) throws SQLException {
        return new LeftOut(
                ZoneId.find(row.getString("zone")).orElseThrow(),
                row.getInt("after_entry"),
                Optional.ofNullable(row.getString("why")).flatMap(Why::find),
                row.getString("reason"),
                row.getTimestamp("left_out_at").toInstant(),
                row.getString("left_out_by"),
                new AccountId(row.getObject("left_out_account", UUID.class)));
    }

    void insert(PatientId patient, UUID session, LeftOut leftOut) {
        sql.sql("""
            insert into zone_left_out (clinic_id, patient_id, session_id, zone, after_entry, why, reason, left_out_at,
              left_out_by, left_out_account)
            values (current_clinic(), :patient, :session, :zone, :after, :why, :reason, :at, :by, :account)
            """)
                .param("patient", patient.value())
                .param("session", session)
                .param("zone", leftOut.zone().id())
                .param("after", leftOut.after())
                .param("why", leftOut.why().map(Why::id).orElse(null))
                .param("reason", leftOut.reason())
                .param("at", Timestamp.from(leftOut.at()))
                .param("by", leftOut.by())
                .param("account", leftOut.account().value())
                .update();
    }

    private static Manner manner(ResultSet row) throws SQLException {
        var depths = row.getArray("pass_depths_um");
        return new Manner(
                depths == null
                        ? List.of()
                        : Arrays.stream((Integer[]) depths.getArray())
                                .map(Depth::new)
                                .toList(),
                Optional.ofNullable(row.getString("motion")).flatMap(Motion::find),
                Optional.ofNullable(row.getString("pattern")).flatMap(Pattern::find),
                Optional.ofNullable(row.getString("note")));
    }

    static Charted charted(ResultSet row) throws SQLException {
        var done = new Done(
                new Depth(row.getInt("depth_um")),
                row.getInt("passes"),
                row.getInt("directions"),
                Optional.ofNullable(row.getBigDecimal("glide_mm_s"))
                        .map(speed -> GlideSpeed.ofMillimetresPerSecond(speed.doubleValue())),
                Optional.ofNullable(row.getObject("on_skin_s", Integer.class)).map(Duration::ofSeconds),
                Endpoint.find(row.getString("endpoint")).orElseThrow(),
                Optional.ofNullable(row.getObject("pain", Integer.class)),
                Optional.ofNullable(row.getString("why")).flatMap(Why::find),
                Optional.ofNullable(row.getString("reason")),
                manner(row));
        Optional<String> deviation = Optional.ofNullable(row.getString("deviation"));
        Optional<Gravity> gravity =
                Optional.ofNullable(row.getString("gravity")).flatMap(Gravity::find);
        return new Charted(
                row.getInt("entry"),
                ZoneId.find(row.getString("zone")).orElseThrow(),
                done,
                deviation,
                // Departures from before gravity was kept are of the mildest kind: nobody looked at limits then.
                deviation.map(_ -> gravity.orElse(Gravity.DEPARTURE)),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                Optional.ofNullable(row.getObject("recorded_account", UUID.class))
                        .map(AccountId::new),
                Optional.ofNullable(row.getString("operator")).flatMap(Operator::find));
    }
}
