package org.stipple.clinic.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.ClinicId;
import org.stipple.clinic.access.PatientId;

/// Messages with all that belongs to them, of a person whose record is open.
@Repository
class MessageStore {

    private final JdbcClient sql;
    private final DeliveryStore deliveries;

    MessageStore(JdbcClient sql, DeliveryStore deliveries) {
        this.sql = sql;
        this.deliveries = deliveries;
    }

    void insert(Message message, Map<Channel, String> addresses, String tokenHash) {
        sql.sql("""
                        insert into message (clinic_id, patient_id, message_id, cause, about, words, email, mobile, token_sha256,
                          expires_at, written_at, written_by)
                        values (current_clinic(), :patient, :id, :cause, :about, :words, :email, :mobile, :token, :expires, :at, :by)
                        """)
                .param("patient", message.patient().value())
                .param("id", message.id())
                .param("cause", message.cause().id())
                .param("about", message.about())
                .param("words", message.words())
                .param("email", addresses.get(Channel.EMAIL))
                .param("mobile", addresses.get(Channel.SMS))
                .param("token", tokenHash)
                .param("expires", Timestamp.from(message.expiresAt()))
                .param("at", Timestamp.from(message.writtenAt()))
                .param("by", message.writtenBy())
                .update();
    }

    List<Message> of(PatientId patient) {
        return sql
                .sql("select * from message where patient_id = :patient order by written_at desc, message_id")
                .param("patient", patient.value())
                .query((row, _) -> message(row))
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    Optional<Message> find(PatientId patient, UUID message) {
        return sql.sql("select * from message where patient_id = :patient and message_id = :message")
                .param("patient", patient.value())
                .param("message", message)
                .query((row, _) -> message(row))
                .optional()
                .map(this::whole);
    }

    void insertAddress(PatientId patient, UUID message, Channel channel, String address, Instant at) {
        sql.sql("""
                        insert into message_address (clinic_id, patient_id, message_id, channel, address, added_at)
                        values (current_clinic(), :patient, :message, :channel, :address, :at)
                        """)
                .param("patient", patient.value())
                .param("message", message)
                .param("channel", channel.id())
                .param("address", address)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// Where the message is addressed to: the newest address that was added, else that of when it was written;
    /// empty where that channel is closed.
    Optional<String> address(PatientId patient, UUID message, Channel channel) {
        String column = switch (channel) {
            case EMAIL -> "email";
            case SMS -> "mobile";
        };
        return sql.sql("select address from (select coalesce((select a.address from message_address a"
                        + " where a.message_id = m.message_id and a.channel = :channel order by a.entry desc limit 1), m."
                        + column
                        + ") as address from message m where m.patient_id = :patient and m.message_id = :message) known"
                        + " where address is not null")
                .param("patient", patient.value())
                .param("message", message)
                .param("channel", channel.id())
                .query(String.class)
                .optional();
    }

    private Message whole(Message message) {
        return new Message(
                message.id(),
                message.patient(),
                message.cause(),
                message.about(),
                message.words(),
                message.writtenAt(),
                message.writtenBy(),
                message.expiresAt(),
                deliveries.of(message.id()),
                acknowledged(message.id()),
                calls(message.id()));
    }

    private Optional<Instant> acknowledged(UUID message) {
        return sql.sql("select acknowledged_at from message_acknowledgement where message_id = :message")
                .param("message", message)
                .query((row, _) -> row.getTimestamp("acknowledged_at").toInstant())
                .optional();
    }

    private List<Message.Call> calls(UUID message) {
        return sql.sql("""
                        select outcome, note, called_at, called_by from message_call where message_id = :message order by entry
                        """)
                .param("message", message)
                .query((row, _) -> new Message.Call(
                        CallOutcome.find(row.getString("outcome")).orElseThrow(),
                        row.getString("note"),
                        row.getTimestamp("called_at").toInstant(),
                        row.getString("called_by")))
                .list();
    }

    void insertCall(PatientId patient, UUID message, Message.Call call) {
        sql.sql("""
                        insert into message_call (clinic_id, patient_id, message_id, outcome, note, called_at, called_by)
                        values (current_clinic(), :patient, :message, :outcome, :note, :at, :by)
                        """)
                .param("patient", patient.value())
                .param("message", message)
                .param("outcome", call.outcome().id())
                .param("note", call.note())
                .param("at", Timestamp.from(call.at()))
                .param("by", call.by())
                .update();
    }

    /// Saying it twice is saying it once.
    void acknowledge(PatientId patient, UUID message, Instant at) {
        sql.sql("""
                        insert into message_acknowledgement (clinic_id, patient_id, message_id, acknowledged_at)
                        values (current_clinic(), :patient, :message, :at) on conflict do nothing
                        """)
                .param("patient", patient.value())
                .param("message", message)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// Whose message a link opens, across clinics: whoever follows it is not signed in.
    record Followed(ClinicId clinic, PatientId patient, UUID message, String clinicName, ZoneId zone) {}

    Optional<Followed> byLink(String tokenHash) {
        return sql.sql("select * from message_by_link(:hash)")
                .param("hash", tokenHash)
                .query((row, _) -> new Followed(
                        new ClinicId(row.getObject("clinic_id", UUID.class)),
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getObject("message_id", UUID.class),
                        row.getString("clinic_name"),
                        ZoneId.of(row.getString("time_zone"))))
                .optional();
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getObject("message_id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                Message.Cause.of(row.getString("cause")),
                row.getObject("about", UUID.class),
                row.getString("words"),
                row.getTimestamp("written_at").toInstant(),
                row.getString("written_by"),
                row.getTimestamp("expires_at").toInstant(),
                List.of(),
                Optional.empty(),
                List.of());
    }
}
