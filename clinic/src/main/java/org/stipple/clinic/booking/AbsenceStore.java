package org.stipple.clinic.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.booking.Absence.Settled;
import org.stipple.clinic.booking.Absence.What;
import org.stipple.clinic.booking.Absence.Word;

/// Who did not come, of people whose record is open; and who waits to be called, for which none has to be.
@Repository
class AbsenceStore {

    private final JdbcClient sql;

    AbsenceStore(JdbcClient sql) {
        this.sql = sql;
    }

    void missed(PatientId patient, UUID appointment, boolean missed, Instant at, Actor by) {
        say("appointment_missed", "missed", patient, appointment, missed, at, by);
    }

    void cannotCome(PatientId patient, UUID appointment, boolean cannot, Instant at, Actor by) {
        say("appointment_notice", "cannot_come", patient, appointment, cannot, at, by);
    }

    private void say(
            String table, String column, PatientId patient, UUID appointment, boolean holds, Instant at, Actor by) {
        sql.sql("insert into " + table + " (clinic_id, patient_id, appointment_id, " + column
                        + ", said_at, said_by, said_account)"
                        + " values (current_clinic(), :patient, :id, :is, :at, :by, :account)")
                .param("patient", patient.value())
                .param("id", appointment)
                .param("is", holds)
                .param("at", Timestamp.from(at))
                .param("by", by.name())
                .param("account", by.account().value())
                .update();
    }

    void settle(PatientId patient, UUID appointment, String why, Instant at, Actor by) {
        sql.sql("""
                        insert into appointment_settled (clinic_id, patient_id, appointment_id, why, said_at, said_by, said_account)
                        values (current_clinic(), :patient, :id, :why, :at, :by, :account)
                        """)
                .param("patient", patient.value())
                .param("id", appointment)
                .param("why", why)
                .param("at", Timestamp.from(at))
                .param("by", by.name())
                .param("account", by.account().value())
                .update();
    }

    Absence of(PatientId patient, UUID appointment) {
        return new Absence(
                newest("appointment_missed", "missed", patient, appointment),
                newest("appointment_notice", "cannot_come", patient, appointment),
                sql.sql("""
                                select why, said_at, said_by from appointment_settled
                                where patient_id = :patient and appointment_id = :id order by entry desc
                                """)
                        .param("patient", patient.value())
                        .param("id", appointment)
                        .query((row, _) -> new Settled(row.getString("why"), word(row)))
                        .list(),
                sql.sql("select what from waiting_absence where appointment_id = :id")
                        .param("id", appointment)
                        .query(String.class)
                        .optional()
                        .map(What::of));
    }

    /// The newest word; empty where it takes back the one before.
    private Optional<Word> newest(String table, String column, PatientId patient, UUID appointment) {
        return sql.sql("select said_at, said_by, " + column + " as holds from " + table
                        + " where patient_id = :patient and appointment_id = :id order by entry desc limit 1")
                .param("patient", patient.value())
                .param("id", appointment)
                .query((row, _) -> row.getBoolean("holds") ? Optional.of(word(row)) : Optional.<Word>empty())
                .optional()
                .flatMap(word -> word);
    }

    private static Word word(ResultSet row) throws SQLException {
        return new Word(row.getTimestamp("said_at").toInstant(), row.getString("said_by"));
    }

    /// Appointments of a person to which they did not come.
    Set<UUID> missedBy(PatientId patient) {
        return sql.sql("""
                        select appointment_id from held where clinic_id = current_clinic() and patient_id = :patient and missed
                        """).param("patient", patient.value()).query(UUID.class).list().stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /// How many began between two moments and were not cancelled or moved, and to how many nobody came; by
    /// kind.
    List<Absences.Count> counts(Instant from, Instant to) {
        return sql.sql("""
                        select kind, count(*) as began, count(*) filter (where missed) as missed from held
                        where clinic_id = current_clinic() and from_at >= :from and from_at < :to group by kind
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, _) -> new Absences.Count(
                        AppointmentKind.find(row.getString("kind")).orElseThrow(),
                        row.getInt("began"),
                        row.getInt("missed")))
                .list();
    }

    /// That somebody is to be called.
    record Waiting(PatientId patient, UUID appointment, What what, AppointmentKind kind, Instant from) {}

    /// Those who only say that they cannot come first, as their time is still held; then the longest waiting.
    List<Waiting> waiting(int atMost) {
        return sql.sql("""
                        select * from waiting_absence where clinic_id = current_clinic()
                        order by what <> 'cannot-come', from_at, appointment_id limit :most
                        """)
                .param("most", atMost)
                .query((row, _) -> new Waiting(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getObject("appointment_id", UUID.class),
                        What.of(row.getString("what")),
                        AppointmentKind.find(row.getString("kind")).orElseThrow(),
                        row.getTimestamp("from_at").toInstant()))
                .list();
    }

    void givingUpAhead(Duration ahead, Instant at, String by) {
        sql.sql("""
                        insert into giving_up_ahead (clinic_id, hours, said_at, said_by) values (current_clinic(), :hours, :at, :by)
                        """)
                .param("hours", ahead.toHours())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    Optional<Duration> givingUpAhead() {
        return sql.sql("select hours from giving_up_ahead order by entry desc limit 1")
                .query(Integer.class)
                .optional()
                .map(Duration::ofHours);
    }
}
