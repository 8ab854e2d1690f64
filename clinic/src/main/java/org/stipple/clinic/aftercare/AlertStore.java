package org.stipple.clinic.aftercare;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.messages.Channel;

/// Where the staff is reached, and what they were told.
@Repository
class AlertStore {

    private final JdbcClient sql;

    AlertStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insertReach(AccountId account, Channel channel, String address, Instant at) {
        sql.sql("""
                        insert into staff_reach (clinic_id, account_id, channel, address, said_at)
                        values (current_clinic(), :account, :channel, :address, :at)
                        """)
                .param("account", account.value())
                .param("channel", channel.id())
                .param("address", address)
                .param("at", Timestamp.from(at))
                .update();
    }

    Map<Channel, String> reach(AccountId account) {
        record Row(String channel, String address) {}
        var reach = new EnumMap<Channel, String>(Channel.class);
        List<Row> rows = sql.sql("""
                        select distinct on (channel) channel, address from staff_reach where account_id = :account
                        order by channel, entry desc
                        """)
                .param("account", account.value())
                .query((row, _) -> new Row(row.getString("channel"), row.getString("address")))
                .list();
        rows.stream()
                .filter(row -> !row.address().isEmpty())
                .forEach(row -> reach.put(Channel.find(row.channel()).orElseThrow(), row.address()));
        return reach;
    }

    void insert(UUID alert, UUID concern, int step, AccountId account, Channel channel, String address, Instant due) {
        sql.sql("""
                        insert into staff_alert (clinic_id, alert_id, concern_id, step, account_id, channel, address, due_at)
                        values (current_clinic(), :alert, :concern, :step, :account, :channel, :address, :due)
                        """)
                .param("alert", alert)
                .param("concern", concern)
                .param("step", step)
                .param("account", account.value())
                .param("channel", channel.id())
                .param("address", address)
                .param("due", Timestamp.from(due))
                .update();
    }

    record Due(UUID alert, AccountId person, Channel channel, String address, int failures) {}

    /// What somebody took on or closed before the alert went out is told to nobody any more.
    void leaveWhatIsOver() {
        sql.sql("""
                        update staff_alert set state = 'over', leased_until = null where state = 'waiting' and not exists
                          (select from waiting_concern w where w.concern_id = staff_alert.concern_id and not w.taken)
                        """).update();
    }

    Optional<Due> claim(Collection<Channel> channels, Instant now, Instant leasedUntil) {
        return sql.sql("""
                        update staff_alert set leased_until = :until where alert_id = (
                          select alert_id from staff_alert
                          where state = 'waiting' and due_at <= :now and (leased_until is null or leased_until <= :now)
                            and channel in (:channels)
                            and exists (select from waiting_concern w where w.concern_id = staff_alert.concern_id and not w.taken)
                          order by due_at, alert_id limit 1 for update skip locked)
                        returning alert_id, account_id, channel, address, failures
                        """)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(leasedUntil))
                .param("channels", channels.stream().map(Channel::id).toList())
                .query((row, _) -> new Due(
                        row.getObject("alert_id", UUID.class),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        Channel.find(row.getString("channel")).orElseThrow(),
                        row.getString("address"),
                        row.getInt("failures")))
                .optional();
    }

    void leave(UUID alert, String state, int failures, Instant dueAt) {
        sql.sql("""
                        update staff_alert set state = :state, failures = :failures, due_at = :due, leased_until = null
                        where alert_id = :alert
                        """)
                .param("alert", alert)
                .param("state", state)
                .param("failures", failures)
                .param("due", Timestamp.from(dueAt))
                .update();
    }
}
