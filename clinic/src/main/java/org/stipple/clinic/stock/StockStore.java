package org.stipple.clinic.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StockStore {

    private static final String UNITS = "select * from unit_now u";

    /// Of a lot is what was received with it, and what was ever corrected to it: see the view.
    static final String OF_LOT = """
            u.device = :device and u.unit_id in (
              select unit_id from unit where lower(lot) = lower(:lot)
              union all
              select unit_id from unit_correction where lower(lot) = lower(:lot))
            """;

    private static final String UNUSED_FIRST =
            " order by u.session_id is not null or u.discarded is not null, u.expiry, u.lot, u.serial, u.unit_id";

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
        return sql.sql("select exists (select from unit_now u where " + OF_LOT + ")")
                .param("device", device)
                .param("lot", lot)
                .query(Boolean.class)
                .single();
    }

    Stock.Recalled recalled(String device, String lot) {
        return sql.sql("""
                        select count(*) filter (where session_id is null and discarded is null) as unused, count(session_id) as used
                        from unit_now u where\s""" + OF_LOT)
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

    boolean knowsArticle(String gtin) {
        return sql.sql("""
                        select exists (select from unit where gtin = :gtin) or exists (select from handpiece where gtin = :gtin)
                        """).param("gtin", gtin).query(Boolean.class).single();
    }

    /// Why a lot of whatever product is recalled.
    Optional<String> recallOf(String lot) {
        return sql.sql("""
                        select reason from (
                          select reason, 1 as rank from lot_recall where lower(lot) = lower(:lot)
                          union all
                          select u.recalled, 2 from unit_now u where u.recalled is not null and u.unit_id in (
                            select unit_id from unit where lower(lot) = lower(:lot)
                            union all
                            select unit_id from unit_correction where lower(lot) = lower(:lot))) r
                        order by rank, reason limit 1
                        """).param("lot", lot).query(String.class).optional();
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

    List<StockUnit> all() {
        return sql.sql(UNITS + UNUSED_FIRST).query((row, _) -> unit(row)).list();
    }

    List<StockUnit> shown(Showing showing, LocalDate today, int from, int atMost) {
        return sql.sql(UNITS + " where " + showing.condition() + UNUSED_FIRST + " limit :most offset :from")
                .param("today", today)
                .param("soon", today.plusWeeks(Showing.SOON_WEEKS))
                .param("most", atMost)
                .param("from", from)
                .query((row, _) -> unit(row))
                .list();
    }

    /// How many units each part of the stock has.
    Map<Showing, Integer> counts(LocalDate today) {
        String counts = Arrays.stream(Showing.values())
                .map(one -> "count(*) filter (where " + one.condition() + ") as " + one.name())
                .collect(Collectors.joining(", "));
        return sql.sql("select " + counts + " from unit_now u")
                .param("today", today)
                .param("soon", today.plusWeeks(Showing.SOON_WEEKS))
                .query((row, _) -> {
                    var found = new EnumMap<Showing, Integer>(Showing.class);
                    for (Showing one : Showing.values()) {
                        found.put(one, row.getInt(one.name()));
                    }
                    return found;
                })
                .single();
    }

    /// What a course with the device may use today.
    ///
    /// @param topicals that may be on the skin while it is needled
    List<StockUnit> usable(String device, List<String> topicals, LocalDate today) {
        return sql.sql(
                        UNITS + " where " + Showing.USABLE.condition()
                                + " and (u.kind = 'cartridge' and u.device = :device or u.kind = 'anaesthetic'"
                                + " or u.kind = 'topical' and u.device = any(:topicals)) order by u.expiry, u.lot, u.serial, u.unit_id")
                .param("today", today)
                .param("device", device)
                .param("topicals", topicals.toArray(String[]::new))
                .query((row, _) -> unit(row))
                .list();
    }

    /// What may need a label of the clinic's own: of a lot, or all that has no serial.
    List<StockUnit> toLabel(Optional<String> lot) {
        var asked = sql.sql(UNITS + " where u.session_id is null and u.discarded is null and u.quarantine is null"
                + " and u.recalled is null and "
                + (lot.isPresent() ? "lower(u.lot) = lower(:lot)" : "u.serial like '#%'") + UNUSED_FIRST);
        return lot.map(one -> asked.param("lot", one))
                .orElse(asked)
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
