package org.stipple.clinic.treatment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stipple.clinic.access.PatientId;

/// What stands in a table of a person's sessions, in one question for all of them.
@FunctionalInterface
interface SessionRowsStore<T> {

    T of(ResultSet row) throws SQLException;

    /// @param select the rows of `:patient`, with their `session_id`
    /// @param order within a session
    /// @param session the only one that is asked for; empty for all
    /// @return sessions with any, each in order
    static <T> Map<UUID, List<T>> read(
            JdbcClient sql,
            String select,
            String order,
            PatientId patient,
            Optional<UUID> session,
            SessionRowsStore<T> read) {
        var found = new HashMap<UUID, List<T>>();
        var question = sql.sql(
                        select + session.map(_ -> " and session_id = :session").orElse("") + " order by " + order)
                .param("patient", patient.value());
        session.map(one -> question.param("session", one)).orElse(question).query(row -> {
            found.computeIfAbsent(row.getObject("session_id", UUID.class), _ -> new ArrayList<>())
                    .add(read.of(row));
        });
        return found;
    }
}
