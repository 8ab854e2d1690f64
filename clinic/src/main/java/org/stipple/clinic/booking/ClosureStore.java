package org.stipple.clinic.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.booking.Closure.What;

@Repository
class ClosureStore {

    private final JdbcClient sql;

    ClosureStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// What a closure is of, as its row names it.
    private record Named(String what, Optional<UUID> room, Optional<UUID> handpiece, Optional<UUID> account) {

        static Named of(What what) {
            return switch (what) {
                case What.WholeClinic() -> new Named("clinic", Optional.empty(), Optional.empty(), Optional.empty());
                case What.OneRoom(var room) -> new Named("room", Optional.of(room), Optional.empty(), Optional.empty());
                case What.OneHandpiece(var handpiece) ->
                    new Named("handpiece", Optional.empty(), Optional.of(handpiece), Optional.empty());
                case What.OnePractitioner(var practitioner) ->
                    new Named("practitioner", Optional.empty(), Optional.empty(), Optional.of(practitioner.value()));
            };
        }
    }

    void insert(Closure closure, Instant at) {
        Named named = Named.of(closure.what());
        sql.sql("""
                        insert into closure (clinic_id, closure_id, what, room_id, handpiece_id, account_id, from_at, to_at, words,
                          said_at, said_by)
                        values (current_clinic(), :id, :what, :room, :handpiece, :account, :from, :to, :words, :at, :by)
                        """)
                .param("id", closure.id())
                .param("what", named.what())
                .param("room", named.room().orElse(null))
                .param("handpiece", named.handpiece().orElse(null))
                .param("account", named.account().orElse(null))
                .param("from", Timestamp.from(closure.from()))
                .param("to", Timestamp.from(closure.to()))
                .param("words", closure.words())
                .param("at", Timestamp.from(at))
                .param("by", closure.saidBy())
                .update();
    }

    void end(UUID closure, Instant at, String by) {
        sql.sql("""
                        insert into closure_end (clinic_id, closure_id, ended_at, ended_by)
                        values (current_clinic(), :id, :at, :by) on conflict do nothing
                        """)
                .param("id", closure)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    /// Those that hold at some time between two moments, the first first.
    List<Closure> between(Instant from, Instant to) {
        return sql.sql("""
                        select c.* from closure c
                        where c.clinic_id = current_clinic() and c.to_at > :from and c.from_at < :to
                          and not exists (select from closure_end e where e.clinic_id = c.clinic_id and e.closure_id = c.closure_id)
                        order by c.from_at, c.to_at, c.closure_id
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, _) -> closure(row))
                .list();
    }

    private static Closure closure(ResultSet row) throws SQLException {
        return new Closure(
                row.getObject("closure_id", UUID.class),
                what(row),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("to_at").toInstant(),
                row.getString("words"),
                row.getString("said_by"));
    }

    private static What what(ResultSet row) throws SQLException {
        return switch (row.getString("what")) {
            case "room" -> new What.OneRoom(row.getObject("room_id", UUID.class));
            case "handpiece" -> new What.OneHandpiece(row.getObject("handpiece_id", UUID.class));
            case "practitioner" -> new What.OnePractitioner(new AccountId(row.getObject("account_id", UUID.class)));
            default -> new What.WholeClinic();
        };
    }
}
