package org.stipple.clinic.treatment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;
import org.stipple.protocol.Operator;

@Repository
class WhoTreatsStore {

    private final JdbcClient sql;

    WhoTreatsStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Operator> newest(AccountId account) {
        return sql.sql("select operator from practises_as where account_id = :account order by statement desc limit 1")
                .param("account", account.value())
                .query(String.class)
                .optional()
                .flatMap(Operator::find);
    }

    void insert(AccountId account, Operator operator, Instant at) {
        sql.sql("""
                        insert into practises_as (clinic_id, account_id, operator, stated_at)
                        values (current_clinic(), :account, :operator, :at)
                        """)
                .param("account", account.value())
                .param("operator", operator.id())
                .param("at", Timestamp.from(at))
                .update();
    }
}
