package org.stipple.clinic.planning;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.Acting;
import org.stipple.protocol.Operator;

/// As who somebody usually treats: what they said at the last intake they saved. It fills in the next form
/// and decides nothing.
@Repository
class UsualOperatorStore {

    private final JdbcClient sql;

    UsualOperatorStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Of whoever is acting; empty before their first intake.
    Optional<Operator> get() {
        return sql.sql("select operator from usual_operator where account_id = :account")
                .param("account", Acting.current().account().value())
                .query(String.class)
                .optional()
                .flatMap(Operator::find);
    }

    /// Keeps it for whoever is acting. At home nobody treats but the person, which no clinic's form offers.
    void keep(Operator operator) {
        switch (operator) {
            case PHYSICIAN, NURSE, AESTHETICIAN ->
                sql.sql("""
                                insert into usual_operator (clinic_id, account_id, operator) values (current_clinic(), :account, :operator)
                                on conflict (clinic_id, account_id) do update set operator = excluded.operator
                                """)
                        .param("account", Acting.current().account().value())
                        .param("operator", operator.id())
                        .update();
            case SELF -> {}
        }
    }
}
