package org.stipple.clinic.stock;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.stock.RecalledGoods.What;

@Repository
class GoodsRecallStore {

    private final JdbcClient sql;

    GoodsRecallStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<RecalledGoods> all() {
        return sql.sql("""
                        select 'lot' as what, device as product, lot as name, null::uuid as handpiece_id, reason, recalled_at, recalled_by
                        from lot_recall
                        union all
                        select 'article', null, gtin, null, reason, recalled_at, recalled_by from article_recall
                        union all
                        select 'handpiece', h.device, h.serial, h.handpiece_id, r.reason, r.recalled_at, r.recalled_by
                        from handpiece_recall r join handpiece h using (clinic_id, handpiece_id)
                        order by recalled_at desc, product, name
                        """)
                .query((row, _) -> new RecalledGoods(
                        switch (row.getString("what")) {
                            case "lot" -> new What.Lot(row.getString("product"), row.getString("name"));
                            case "article" -> new What.Article(row.getString("name"));
                            case String _ ->
                                new What.OneHandpiece(
                                        row.getObject("handpiece_id", UUID.class),
                                        row.getString("product"),
                                        row.getString("name"));
                        },
                        row.getString("reason"),
                        row.getTimestamp("recalled_at").toInstant(),
                        row.getString("recalled_by")))
                .list();
    }
}
