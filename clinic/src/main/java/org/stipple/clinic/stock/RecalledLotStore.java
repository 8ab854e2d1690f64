package org.stipple.clinic.stock;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RecalledLotStore {

    private final JdbcClient sql;

    RecalledLotStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<RecalledLot> all() {
        return sql.sql("""
                        select device, lot, reason, recalled_at, recalled_by from lot_recall order by recalled_at desc, device, lot
                        """)
                .query((row, _) -> new RecalledLot(
                        row.getString("device"),
                        row.getString("lot"),
                        row.getString("reason"),
                        row.getTimestamp("recalled_at").toInstant(),
                        row.getString("recalled_by")))
                .list();
    }

    List<UUID> sessionsWith(RecalledLot lot) {
        return sql.sql("""
                        select distinct x.session_id from unit u
                        join unit_use x on x.clinic_id = u.clinic_id and x.unit_id = u.unit_id
                        where u.device = :article and lower(u.lot) = lower(:lot) order by x.session_id
                        """)
                .param("article", lot.article())
                .param("lot", lot.lot())
                .query((row, _) -> row.getObject("session_id", UUID.class))
                .list();
    }
}
