package org.stipple.clinic.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.quantities.Depth;

@Repository
class HandpieceStore {

    private static final String HANDPIECES = """
            select h.*, s.step, s.note,
              (select max(on_day) from handpiece_step v
               where v.clinic_id = h.clinic_id and v.handpiece_id = h.handpiece_id and v.step = 'serviced') as serviced,
              (select count(*) from handpiece_use x
               where x.clinic_id = h.clinic_id and x.handpiece_id = h.handpiece_id) as sessions
            from handpiece h left join lateral (
              select step, note from handpiece_step t
              where t.clinic_id = h.clinic_id and t.handpiece_id = h.handpiece_id and t.step <> 'serviced'
              order by entry desc limit 1) s on true
            """;

    private final JdbcClient sql;

    HandpieceStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Handpiece handpiece, Instant at, String by) {
        sql.sql("""
                        insert into handpiece (clinic_id, handpiece_id, device, article, gtin, serial, max_depth_um, received_at, received_by)
                        values (current_clinic(), :id, :device, :article, :gtin, :serial, :depth, :at, :by)
                        """)
                .param("id", handpiece.id())
                .param("device", handpiece.product())
                .param("article", handpiece.article().orElse(null))
                .param("gtin", handpiece.gtin().orElse(null))
                .param("serial", handpiece.serial())
                .param("depth", handpiece.maxDepth().map(Depth::micrometres).orElse(null))
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    void step(UUID handpiece, String step, LocalDate day, String note, Instant at, String by) {
        sql.sql("""
                        insert into handpiece_step (clinic_id, handpiece_id, step, on_day, note, written_at, written_by)
                        values (current_clinic(), :id, :step, :day, :note, :at, :by)
                        """)
                .param("id", handpiece)
                .param("step", step)
                .param("day", day)
                .param("note", note)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    /// False when it was recalled before.
    boolean recall(UUID handpiece, String reason, Instant at, String by) {
        return sql.sql("""
                                insert into handpiece_recall (clinic_id, handpiece_id, reason, recalled_at, recalled_by)
                                values (current_clinic(), :id, :reason, :at, :by) on conflict do nothing
                                """)
                        .param("id", handpiece)
                        .param("reason", reason)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    void use(UUID handpiece, UUID session, Instant at, String by) {
        sql.sql("""
                        insert into handpiece_use (clinic_id, handpiece_id, session_id, used_at, used_by)
                        values (current_clinic(), :id, :session, :at, :by) on conflict do nothing
                        """)
                .param("id", handpiece)
                .param("session", session)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    boolean keeps(String device) {
        return sql.sql("select exists (select from handpiece where device = :device)")
                .param("device", device)
                .query(Boolean.class)
                .single();
    }

    Optional<Handpiece> byId(UUID id) {
        return sql.sql(HANDPIECES + " where h.handpiece_id = :id")
                .param("id", id)
                .query((row, _) -> handpiece(row))
                .optional();
    }

    Optional<Handpiece> byLabel(String lastDigits) {
        return sql.sql(HANDPIECES + " where right(replace(h.handpiece_id::text, '-', ''), 15) = :digits")
                .param("digits", lastDigits)
                .query((row, _) -> handpiece(row))
                .optional();
    }

    List<Handpiece> bySerial(String serial) {
        return sql.sql(HANDPIECES + " where h.serial = :serial order by h.device")
                .param("serial", serial)
                .query((row, _) -> handpiece(row))
                .list();
    }

    List<Handpiece> usedIn(UUID session) {
        return sql.sql(HANDPIECES + """
                         where exists (select from handpiece_use x where x.clinic_id = h.clinic_id
                           and x.handpiece_id = h.handpiece_id and x.session_id = :session) order by h.serial
                        """)
                .param("session", session)
                .query((row, _) -> handpiece(row))
                .list();
    }

    List<Handpiece> all() {
        return sql.sql(HANDPIECES + " order by h.device, h.serial")
                .query((row, _) -> handpiece(row))
                .list();
    }

    private static Handpiece handpiece(ResultSet row) throws SQLException {
        return new Handpiece(
                row.getObject("handpiece_id", UUID.class),
                row.getString("device"),
                Optional.ofNullable(row.getString("article")),
                Optional.ofNullable(row.getString("gtin")),
                row.getString("serial"),
                Optional.ofNullable(row.getObject("max_depth_um", Integer.class))
                        .map(Depth::ofMicrometres),
                "out-of-service".equals(row.getString("step"))
                        ? Optional.ofNullable(row.getString("note"))
                        : Optional.empty(),
                Optional.ofNullable(row.getObject("serviced", LocalDate.class)),
                row.getInt("sessions"));
    }
}
