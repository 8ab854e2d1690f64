package org.stipple.clinic.messages;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.ClinicId;
import org.stipple.clinic.access.PatientId;

/// Where messages stand on their channels. Nothing here needs a record to be open.
@Repository
class DeliveryStore {

    private static final int LONGEST_LIST = 200;

    private static final String TO_CALL = """
            from message_watch w where not exists (select from message_settled s where s.message_id = w.message_id)
              and (w.useful_until is null or w.useful_until > :now)
              and (w.answer_wanted and w.call_from <= :now
                   or (w.answer_wanted or w.call_from <= :now)
                     and not exists (select from delivery d where d.message_id = w.message_id and d.state in ('waiting', 'sent')))
            """;

    private final JdbcClient sql;

    DeliveryStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A clinic for which the worker works.
    record Clinic(ClinicId id, String name, ZoneId zone) {}

    List<Clinic> clinics() {
        return sql.sql("select * from clinics_to_write_for()")
                .query((row, _) -> new Clinic(
                        new ClinicId(row.getObject("clinic_id", UUID.class)),
                        row.getString("name"),
                        ZoneId.of(row.getString("time_zone"))))
                .list();
    }

    void insert(UUID message, PatientId patient, Channel channel, Instant due) {
        sql.sql("""
                        insert into delivery (clinic_id, message_id, channel, patient_id, state, due_at)
                        values (current_clinic(), :message, :channel, :patient, 'waiting', :due)
                        """)
                .param("message", message)
                .param("channel", channel.id())
                .param("patient", patient.value())
                .param("due", Timestamp.from(due))
                .update();
    }

    /// What is sent at a time that is still to come.
    record Later(UUID message, Instant due) {}

    /// Of a person, whatever channels it has.
    List<Later> later(PatientId patient, Instant now) {
        return sql.sql("""
                        select message_id, call_from from message_watch w
                        where patient_id = :patient and not answer_wanted and call_from > :now and useful_until > :now
                          and not exists (select from message_taken_back t where t.message_id = w.message_id)
                        order by call_from, message_id
                        """)
                .param("patient", patient.value())
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Later(
                        row.getObject("message_id", UUID.class),
                        row.getTimestamp("call_from").toInstant()))
                .list();
    }

    /// By a channel that it did not have, or by one that was closed when its time came.
    void insertOrReopen(UUID message, PatientId patient, Channel channel, Instant due) {
        sql.sql("""
                        insert into delivery (clinic_id, message_id, channel, patient_id, state, due_at)
                        values (current_clinic(), :message, :channel, :patient, 'waiting', :due)
                        on conflict (clinic_id, message_id, channel) do update set state = 'waiting', due_at = excluded.due_at
                          where delivery.state = 'withdrawn'
                        """)
                .param("message", message)
                .param("channel", channel.id())
                .param("patient", patient.value())
                .param("due", Timestamp.from(due))
                .update();
    }

    /// @param usefulUntil when sending it, or a call about it, is of no use any more
    void watch(UUID message, PatientId patient, Instant callFrom, Optional<Instant> usefulUntil, boolean answerWanted) {
        sql.sql("""
                        insert into message_watch (clinic_id, message_id, patient_id, call_from, answer_wanted, useful_until)
                        values (current_clinic(), :message, :patient, :from, :wanted, :until)
                        """)
                .param("wanted", answerWanted)
                .param("until", usefulUntil.map(Timestamp::from).orElse(null))
                .param("message", message)
                .param("patient", patient.value())
                .param("from", Timestamp.from(callFrom))
                .update();
    }

    void settle(UUID message, Instant at) {
        sql.sql("""
                        insert into message_settled (clinic_id, message_id, settled_at)
                        values (current_clinic(), :message, :at) on conflict do nothing
                        """).param("message", message).param("at", Timestamp.from(at)).update();
    }

    /// That what a message says no longer holds. A delivery that is on its way now is left to whoever sends it.
    void takeBack(UUID message, Instant at, String by) {
        sql.sql("""
                        insert into message_taken_back (clinic_id, message_id, taken_back_at, taken_back_by)
                        values (current_clinic(), :message, :at, :by) on conflict do nothing
                        """)
                .param("message", message)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
        sql.sql("""
                        update delivery set state = 'over'
                        where message_id = :message and state = 'waiting' and (leased_until is null or leased_until <= :at)
                        """).param("message", message).param("at", Timestamp.from(at)).update();
    }

    boolean isTakenBack(UUID message) {
        return sql.sql("select exists (select from message_taken_back where message_id = :message)")
                .param("message", message)
                .query(Boolean.class)
                .single();
    }

    /// Whether sending it is of no use any more: it was taken back, or its time is over.
    boolean isOver(UUID message, Instant now) {
        return isTakenBack(message)
                || sql.sql("""
                                select exists (select from message_watch where message_id = :message and useful_until <= :now)
                                """)
                        .param("message", message)
                        .param("now", Timestamp.from(now))
                        .query(Boolean.class)
                        .single();
    }

    /// What is due, claimed for this transaction: nobody else gets it, and nobody waits for it.
    ///
    /// @param attempts made so far
    /// @param cutOff whether the last of them has no end and its time is over
    record Due(UUID message, PatientId patient, Channel channel, int attempts, int failures, boolean cutOff) {}

    Optional<Due> claim(Collection<Channel> channels, Instant now) {
        return sql.sql("""
                        select message_id, patient_id, channel, attempts, failures, leased_until is not null as cut_off from delivery
                        where state = 'waiting' and due_at <= :now and (leased_until is null or leased_until <= :now)
                          and channel in (:channels)
                        order by due_at, message_id, channel limit 1 for update skip locked
                        """)
                .param("now", Timestamp.from(now))
                .param("channels", channels.stream().map(Channel::id).toList())
                .query((row, _) -> new Due(
                        row.getObject("message_id", UUID.class),
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        Channel.find(row.getString("channel")).orElseThrow(),
                        row.getInt("attempts"),
                        row.getInt("failures"),
                        row.getBoolean("cut_off")))
                .optional();
    }

    /// Writes down that an attempt begins.
    void begin(Due due, int attempt, Instant now, Instant leasedUntil) {
        sql.sql("""
                        update delivery set attempts = :attempt, failures = :failures, leased_until = :until
                        where message_id = :message and channel = :channel
                        """)
                .param("attempt", attempt)
                .param("failures", due.failures())
                .param("until", Timestamp.from(leasedUntil))
                .param("message", due.message())
                .param("channel", due.channel().id())
                .update();
        sql.sql("""
                        insert into delivery_attempt (clinic_id, message_id, channel, attempt, began_at)
                        values (current_clinic(), :message, :channel, :attempt, :at)
                        """)
                .param("message", due.message())
                .param("channel", due.channel().id())
                .param("attempt", attempt)
                .param("at", Timestamp.from(now))
                .update();
    }

    /// Writes down what came of an attempt, unless somebody has said already that nobody knows.
    void end(Due due, int attempt, String outcome, String why, Instant now) {
        sql.sql("""
                        insert into delivery_end (clinic_id, message_id, channel, attempt, outcome, why, ended_at)
                        values (current_clinic(), :message, :channel, :attempt, :outcome, :why, :at) on conflict do nothing
                        """)
                .param("message", due.message())
                .param("channel", due.channel().id())
                .param("attempt", attempt)
                .param("outcome", outcome)
                .param("why", why)
                .param("at", Timestamp.from(now))
                .update();
    }

    /// Where it stands after that attempt. One whose time was over, and that somebody else has claimed since,
    /// changes nothing.
    void leave(Due due, int attempt, Delivery.State state, int failures, Instant dueAt) {
        sql.sql("""
                        update delivery set state = :state, failures = :failures, due_at = :due, leased_until = null
                        where message_id = :message and channel = :channel and attempts = :attempt
                        """)
                .param("state", state.id())
                .param("failures", failures)
                .param("due", Timestamp.from(dueAt))
                .param("message", due.message())
                .param("channel", due.channel().id())
                .param("attempt", attempt)
                .update();
    }

    void tryAgain(UUID message, Instant now) {
        sql.sql("""
                        update delivery set state = 'waiting', failures = 0, due_at = :now, leased_until = null
                        where message_id = :message and state = 'dead'
                        """).param("now", Timestamp.from(now)).param("message", message).update();
    }

    /// A message and whose it is.
    record Of(UUID message, PatientId patient) {}

    Optional<PatientId> patientOf(UUID message) {
        return sql.sql("select patient_id from message_watch where message_id = :message")
                .param("message", message)
                .query((row, _) -> new PatientId(row.getObject("patient_id", UUID.class)))
                .optional();
    }

    List<Of> toCall(Instant now) {
        return sql.sql("select w.message_id, w.patient_id " + TO_CALL + " order by w.call_from, w.message_id limit "
                        + LONGEST_LIST)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Of(
                        row.getObject("message_id", UUID.class),
                        new PatientId(row.getObject("patient_id", UUID.class))))
                .list();
    }

    int countToCall(Instant now) {
        return sql.sql("select count(*) " + TO_CALL)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    List<Of> dead() {
        return sql.sql("""
                        select distinct message_id, patient_id from delivery where state = 'dead' order by message_id limit
                        """ + LONGEST_LIST)
                .query((row, _) -> new Of(
                        row.getObject("message_id", UUID.class),
                        new PatientId(row.getObject("patient_id", UUID.class))))
                .list();
    }

    /// Those that are due; what is to be sent later waits for its time, and not for us. When the oldest was
    /// written is told by when its call is due: the message itself stands in a record that nobody opens for
    /// this.
    Map<Channel, Messages.Waiting> waiting(Instant now) {
        var waiting = new EnumMap<Channel, Messages.Waiting>(Channel.class);
        sql.sql("""
                        select d.channel, count(*) as number,
                          min(case when w.answer_wanted then w.call_from else w.call_from + make_interval(secs => :after) end) as oldest
                        from delivery d join message_watch w on w.clinic_id = d.clinic_id and w.message_id = d.message_id
                        where d.state = 'waiting' and (d.attempts > 0 or d.due_at <= :now) group by d.channel
                        """)
                .param("now", Timestamp.from(now))
                .param("after", Messages.CALL_AFTER.toSeconds())
                .query((row, _) -> waiting.put(
                        Channel.find(row.getString("channel")).orElseThrow(),
                        new Messages.Waiting(
                                row.getInt("number"),
                                row.getTimestamp("oldest").toInstant().minus(Messages.CALL_AFTER))))
                .list();
        return waiting;
    }

    List<Delivery> of(UUID message) {
        return sql.sql("select channel, state, due_at from delivery where message_id = :message order by channel")
                .param("message", message)
                .query((row, _) -> {
                    Channel channel = Channel.find(row.getString("channel")).orElseThrow();
                    return new Delivery(
                            channel,
                            Delivery.State.of(row.getString("state")),
                            row.getTimestamp("due_at").toInstant(),
                            attempts(message, channel));
                })
                .list();
    }

    private List<Delivery.Attempt> attempts(UUID message, Channel channel) {
        return sql.sql("""
                        select a.attempt, a.began_at, e.outcome, e.why, e.ended_at from delivery_attempt a
                        left join delivery_end e using (clinic_id, message_id, channel, attempt)
                        where a.message_id = :message and a.channel = :channel order by a.attempt
                        """)
                .param("message", message)
                .param("channel", channel.id())
                .query((row, _) -> new Delivery.Attempt(
                        row.getInt("attempt"),
                        row.getTimestamp("began_at").toInstant(),
                        Optional.ofNullable(row.getString("outcome")).map(outcome -> end(outcome, row))))
                .list();
    }

    private static Delivery.End end(String outcome, java.sql.ResultSet row) {
        try {
            return new Delivery.End(
                    outcome, row.getString("why"), row.getTimestamp("ended_at").toInstant());
        } catch (java.sql.SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
