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
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.booking.Appointment.End;
import org.stipple.clinic.booking.Appointment.Ending;
import org.stipple.clinic.booking.Appointment.SetAside;

/// Appointments of people whose record is open, and what is held, for which no record has to be.
@Repository
class AppointmentStore {

    private static final String APPOINTMENTS = """
            select a.*, e.how, e.reason, e.ended_at, e.ended_by
            from appointment a
            left join appointment_end e on e.clinic_id = a.clinic_id and e.appointment_id = a.appointment_id
            """;

    private static final String HELD = """
            select appointment_id, patient_id, kind, practitioner, room_id, handpiece_id, from_at, to_at, taken_at
            from held
            """;

    private final JdbcClient sql;

    AppointmentStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Appointment appointment, AccountId by) {
        Slot slot = appointment.slot();
        sql.sql("""
                        insert into appointment (clinic_id, patient_id, appointment_id, kind, practitioner, room_id, handpiece_id,
                          course_id, from_at, to_at, moved_from, taken_at, taken_by, taken_account)
                        values (current_clinic(), :patient, :id, :kind, :practitioner, :room, :handpiece, :course, :from, :to, :moved,
                          :at, :by, :account)
                        """)
                .param("patient", appointment.patient().value())
                .param("id", appointment.id())
                .param("kind", slot.kind().id())
                .param("practitioner", slot.practitioner().value())
                .param("room", slot.room())
                .param("handpiece", slot.handpiece().orElse(null))
                .param("course", appointment.course().orElse(null))
                .param("from", Timestamp.from(slot.from()))
                .param("to", Timestamp.from(slot.to()))
                .param("moved", appointment.movedFrom().orElse(null))
                .param("at", Timestamp.from(appointment.takenAt()))
                .param("by", appointment.takenBy())
                .param("account", by.value())
                .update();
        appointment.overrides().forEach(override -> insert(appointment, override, by));
    }

    private void insert(Appointment appointment, SetAside override, AccountId by) {
        sql.sql("""
                        insert into appointment_override (clinic_id, patient_id, appointment_id, rule, reason, account_id, signer, signed_at)
                        values (current_clinic(), :patient, :id, :rule, :reason, :account, :signer, :at)
                        """)
                .param("patient", appointment.patient().value())
                .param("id", appointment.id())
                .param("rule", override.rule())
                .param("reason", override.reason())
                .param("account", by.value())
                .param("signer", override.signer())
                .param("at", Timestamp.from(appointment.takenAt()))
                .update();
    }

    void end(PatientId patient, UUID appointment, End end, AccountId by) {
        sql.sql("""
                        insert into appointment_end (clinic_id, patient_id, appointment_id, how, reason, ended_at, ended_by, ended_account)
                        values (current_clinic(), :patient, :id, :how, :reason, :at, :by, :account)
                        """)
                .param("patient", patient.value())
                .param("id", appointment)
                .param("how", end.how().id())
                .param("reason", end.reason())
                .param("at", Timestamp.from(end.at()))
                .param("by", end.by())
                .param("account", by.value())
                .update();
    }

    Optional<Appointment> find(PatientId patient, UUID appointment) {
        return sql.sql(APPOINTMENTS + " where a.patient_id = :patient and a.appointment_id = :id")
                .param("patient", patient.value())
                .param("id", appointment)
                .query((row, _) -> appointment(row))
                .optional()
                .map(this::whole);
    }

    /// Newest first.
    List<Appointment> of(PatientId patient) {
        return sql
                .sql(APPOINTMENTS + " where a.patient_id = :patient order by a.from_at desc, a.entry desc")
                .param("patient", patient.value())
                .query((row, _) -> appointment(row))
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    /// Those that stand, are not over, and to which it was not said that nobody came; the next first, without
    /// what was set aside for them.
    List<Appointment> coming(PatientId patient, Instant now) {
        return sql.sql(APPOINTMENTS
                        + " where a.patient_id = :patient and a.to_at > :now and e.how is null"
                        + " and not exists (select from held h where h.clinic_id = a.clinic_id"
                        + " and h.appointment_id = a.appointment_id and h.missed) order by a.from_at")
                .param("patient", patient.value())
                .param("now", Timestamp.from(now))
                .query((row, _) -> appointment(row))
                .list();
    }

    private Appointment whole(Appointment one) {
        return new Appointment(
                one.id(),
                one.patient(),
                one.slot(),
                one.course(),
                one.movedFrom(),
                one.takenAt(),
                one.takenBy(),
                overrides(one.id()),
                one.end());
    }

    private List<SetAside> overrides(UUID appointment) {
        return sql.sql("select rule, reason, signer from appointment_override where appointment_id = :id order by rule")
                .param("id", appointment)
                .query((row, _) ->
                        new SetAside(row.getString("rule"), row.getString("reason"), row.getString("signer")))
                .list();
    }

    /// Whether the consent to the course of a session was withdrawn since its time was taken, and not given
    /// again.
    boolean isConsentGone(PatientId patient, UUID appointment) {
        return sql.sql("""
                        select exists (
                          select from appointment a
                            join consent c on c.patient_id = a.patient_id and c.course_id = a.course_id and c.purpose = 'treatment'
                            join consent_withdrawal w on w.consent_id = c.consent_id
                          where a.patient_id = :patient and a.appointment_id = :id and w.withdrawn_at >= a.taken_at
                            and not exists (select from consent o where o.patient_id = a.patient_id and o.course_id = a.course_id
                                              and o.purpose = 'treatment'
                                              and not exists (select from consent_withdrawal x where x.consent_id = o.consent_id)))
                        """)
                .param("patient", patient.value())
                .param("id", appointment)
                .query(Boolean.class)
                .single();
    }

    /// What calendars outside know an appointment by: the first of those that were moved until it, and how
    /// often that was.
    record Known(UUID as, int moves) {}

    Known known(PatientId patient, UUID appointment) {
        return sql.sql("""
                        with recursive before as (
                          select appointment_id, moved_from, 0 as moves from appointment
                          where patient_id = :patient and appointment_id = :id
                          union all
                          select a.appointment_id, a.moved_from, b.moves + 1
                          from before b join appointment a on a.patient_id = :patient and a.appointment_id = b.moved_from)
                        select appointment_id, moves from before where moved_from is null
                        """)
                .param("patient", patient.value())
                .param("id", appointment)
                .query((row, _) -> new Known(row.getObject("appointment_id", UUID.class), row.getInt("moves")))
                .single();
    }

    /// What is held at some time between two moments, by time.
    List<Held> held(Instant from, Instant to) {
        return sql.sql(HELD + """
                         where clinic_id = current_clinic() and to_at > :from and from_at < :to
                        order by from_at, practitioner
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, _) -> held(row))
                .list();
    }

    /// From a moment on, for a calendar.
    List<Held> heldBy(Optional<AccountId> practitioner, Instant from, Instant to) {
        return held(from, to).stream()
                .filter(held -> practitioner.isEmpty()
                        || practitioner.get().equals(held.slot().practitioner()))
                .toList();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getObject("appointment_id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                slot(row),
                row.getTimestamp("taken_at").toInstant());
    }

    private static Slot slot(ResultSet row) throws SQLException {
        return new Slot(
                AppointmentKind.find(row.getString("kind")).orElseThrow(),
                new AccountId(row.getObject("practitioner", UUID.class)),
                row.getObject("room_id", UUID.class),
                Optional.ofNullable(row.getObject("handpiece_id", UUID.class)),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("to_at").toInstant());
    }

    private static Appointment appointment(ResultSet row) throws SQLException {
        Timestamp endedAt = row.getTimestamp("ended_at");
        return new Appointment(
                row.getObject("appointment_id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                slot(row),
                Optional.ofNullable(row.getObject("course_id", UUID.class)),
                Optional.ofNullable(row.getObject("moved_from", UUID.class)),
                row.getTimestamp("taken_at").toInstant(),
                row.getString("taken_by"),
                List.of(),
                endedAt == null
                        ? Optional.empty()
                        : Optional.of(new End(
                                Ending.of(row.getString("how")),
                                row.getString("reason"),
                                endedAt.toInstant(),
                                row.getString("ended_by"))));
    }
}
