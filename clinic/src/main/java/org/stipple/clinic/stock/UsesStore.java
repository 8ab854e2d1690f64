package org.stipple.clinic.stock;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UsesStore {

    private static final String USES = """
            select * from (
              select session_id, unit_id as item, kind, device, gtin, lot,
                'lot ' || lot || case when serial like '#%' then ', unit ' else ', serial ' end || serial as words, used_at
              from unit_now where session_id is not null
              union all
              select x.session_id, h.handpiece_id, 'handpiece', h.device, h.gtin, null, 'handpiece, serial ' || h.serial, x.used_at
              from handpiece_use x join handpiece h using (clinic_id, handpiece_id)) u
            """;

    private final JdbcClient sql;

    UsesStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// What was received with the lot, and what was ever corrected to it: no correction takes a person off a
    /// recall.
    List<Uses.Use> ofLot(String product, String lot) {
        return read(sql.sql(USES + """
                         where device = :product and item in (
                           select unit_id from unit where lower(lot) = lower(:lot)
                           union all
                           select unit_id from unit_correction where lower(lot) = lower(:lot))
                         order by used_at
                        """).param("product", product).param("lot", lot));
    }

    List<Uses.Use> ofArticle(String gtin) {
        return read(sql.sql(USES + " where gtin = :gtin order by used_at").param("gtin", gtin));
    }

    List<Uses.Use> ofProduct(Kind kind, String product) {
        return read(sql.sql(USES + " where kind = :kind and device = :product order by used_at")
                .param("kind", kind.id())
                .param("product", product));
    }

    List<Uses.Use> ofHandpiece(UUID handpiece) {
        return read(sql.sql(USES + " where item = :item order by used_at").param("item", handpiece));
    }

    private static List<Uses.Use> read(JdbcClient.StatementSpec asked) {
        return asked.query((row, _) -> new Uses.Use(
                        row.getObject("session_id", UUID.class),
                        row.getObject("item", UUID.class),
                        Kind.find(row.getString("kind")).orElseThrow(),
                        row.getString("device"),
                        row.getString("words"),
                        row.getTimestamp("used_at").toInstant()))
                .list();
    }
}
