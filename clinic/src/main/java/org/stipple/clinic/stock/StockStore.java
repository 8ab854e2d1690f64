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

@Repository
class StockStore {

    private static final String UNITS = "select * from unit_now u";

    private final JdbcClient sql;

    StockStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(StockUnit unit, Instant at, String by) {
        sql.sql("""
                        insert into unit (clinic_id, unit_id, kind, device, article, gtin, lot, serial, declared, expiry, quarantine, received_at, received_by)
                        values (current_clinic(), :id, :kind, :device, :article, :gtin, :lot, :serial, :declared, :expiry, :quarantine, :at, :by)
                        """)
                .param("id", unit.id())
                .param("kind", unit.kind().id())
                .param("device", unit.product())
                .param("article", unit.article().orElse(null))
                .param("declared", unit.declared().orElse(null))
                .param("gtin", unit.gtin().orElse(null))
                .param("lot", unit.lot())
                .param("serial", unit.serial())
                .param("expiry", unit.expiry())
                .param("quarantine", unit.quarantine().orElse(null))
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    int countOf(String device, String lot) {
        return sql.sql("select count(*) from unit where device = :device and lot = :lot")
                .param("device", device)
                .param("lot", lot)
                .query(Integer.class)
                .single();
    }

    void recall(String device, String lot, String reason, Instant at, String by) {
        sql.sql("""
                        insert into lot_recall (clinic_id, device, lot, reason, recalled_at, recalled_by)
                        values (current_clinic(), :device, :lot, :reason, :at, :by) on conflict do nothing
                        """)
                .param("device", device)
                .param("lot", lot)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    boolean knows(String device, String lot) {
        return sql.sql("select exists (select from unit_now where device = :device and lower(lot) = lower(:lot))")
                .param("device", device)
                .param("lot", lot)
                .query(Boolean.class)
                .single();
    }

    Stock.Recalled recalled(String device, String lot) {
        return sql.sql("""
                        select count(*) filter (where session_id is null and discarded is null) as unused, count(session_id) as used
                        from unit_now where device = :device and lower(lot) = lower(:lot)
                        """)
                .param("device", device)
                .param("lot", lot)
                .query((row, _) -> new Stock.Recalled(row.getInt("unused"), row.getInt("used")))
                .single();
    }

    boolean discard(UUID unit, Optional<UUID> session, String reason, Instant at, String by) {
        return sql.sql("""
                                insert into unit_discard (clinic_id, unit_id, session_id, reason, discarded_at, discarded_by)
                                values (current_clinic(), :unit, :session, :reason, :at, :by) on conflict do nothing
                                """)
                        .param("unit", unit)
                        .param("session", session.orElse(null))
                        .param("reason", reason)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    void correct(UUID unit, String lot, LocalDate expiry, String reason, Instant at, String by) {
        sql.sql("""
                        insert into unit_correction (clinic_id, unit_id, lot, expiry, reason, corrected_at, corrected_by)
                        values (current_clinic(), :unit, :lot, :expiry, :reason, :at, :by)
                        """)
                .param("unit", unit)
                .param("lot", lot)
                .param("expiry", expiry)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    void recallArticle(String gtin, String reason, Instant at, String by) {
        sql.sql("""
                        insert into article_recall (clinic_id, gtin, reason, recalled_at, recalled_by)
                        values (current_clinic(), :gtin, :reason, :at, :by) on conflict do nothing
                        """)
                .param("gtin", gtin)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    Stock.Recalled recalledArticle(String gtin) {
        return sql.sql("""
                        select count(*) filter (where session_id is null and discarded is null) as unused, count(session_id) as used
                        from unit_now where gtin = :gtin
                        """)
                .param("gtin", gtin)
                .query((row, _) -> new Stock.Recalled(row.getInt("unused"), row.getInt("used")))
                .single();
    }

    /// Another unit in stock with the article and serial of this code, under another lot or expiry: GS1 gives a
    /// serial to one unit of an article alone.
    Optional<StockUnit> sameArticle(UnitCode code) {
        if (code.gtin().isEmpty() || code.serial().isEmpty()) {
            return Optional.empty();
        }
        return sql.sql(UNITS + " where u.gtin = :gtin and u.serial = :serial and u.lot <> :lot limit 1")
                .param("gtin", code.gtin().get())
                .param("serial", code.serial().get())
                .param("lot", code.lot().orElse(""))
                .query((row, _) -> unit(row))
                .optional();
    }

    /// False when somebody used it before: the primary key decides, also between two transactions at once.
    boolean use(UUID unit, UUID session, Instant at, String by) {
        return sql.sql("""
                                insert into unit_use (clinic_id, unit_id, session_id, used_at, used_by)
                                values (current_clinic(), :unit, :session, :at, :by) on conflict do nothing
                                """)
                        .param("unit", unit)
                        .param("session", session)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    Optional<StockUnit> byId(UUID id) {
        return sql.sql(UNITS + " where u.unit_id = :id")
                .param("id", id)
                .query((row, _) -> unit(row))
                .optional();
    }

    List<StockUnit> find(String lot, String serial) {
        return sql.sql(UNITS + " where u.lot = :lot and u.serial = :serial order by u.device")
                .param("lot", lot)
                .param("serial", serial)
                .query((row, _) -> unit(row))
                .list();
    }

    List<StockUnit> unusedOf(String lot) {
        return sql.sql(
                        UNITS
                                + " where u.lot = :lot and u.session_id is null and u.discarded is null order by u.expiry, u.received_at, u.serial")
                .param("lot", lot)
                .query((row, _) -> unit(row))
                .list();
    }

    List<StockUnit> usedIn(UUID session) {
        return sql.sql(UNITS + " where u.session_id = :session order by u.used_at, u.serial")
                .param("session", session)
                .query((row, _) -> unit(row))
                .list();
    }

    List<StockUnit> all(int atMost) {
        return sql.sql(
                        UNITS
                                + " order by u.session_id is not null or u.discarded is not null, u.expiry, u.lot, u.serial limit :most")
                .param("most", atMost)
                .query((row, _) -> unit(row))
                .list();
    }

    Optional<StockUnit> byLabel(String lastDigits) {
        return sql.sql("""
                        select n.* from unit u join unit_now n on n.clinic_id = u.clinic_id and n.unit_id = u.unit_id
                        where right(replace(u.unit_id::text, '-', ''), 15) = :digits
                        """)
                .param("digits", lastDigits)
                .query((row, _) -> unit(row))
                .optional();
    }

    private static StockUnit unit(ResultSet row) throws SQLException {
        return new StockUnit(
                row.getObject("unit_id", UUID.class),
                Kind.find(row.getString("kind")).orElseThrow(),
                row.getString("device"),
                Optional.ofNullable(row.getString("article")),
                Optional.ofNullable(row.getString("gtin")),
                row.getString("lot"),
                row.getString("serial"),
                Optional.ofNullable(row.getString("declared")),
                row.getObject("expiry", LocalDate.class),
                Optional.ofNullable(row.getObject("session_id", UUID.class)),
                Optional.ofNullable(row.getString("discarded")),
                Optional.ofNullable(row.getString("recalled")),
                Optional.ofNullable(row.getString("quarantine")));
    }
}
