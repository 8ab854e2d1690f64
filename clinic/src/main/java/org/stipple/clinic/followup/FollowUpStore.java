package org.stipple.clinic.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.followup.FollowUp.Note;
import org.stipple.clinic.followup.FollowUp.What;

@Repository
class FollowUpStore {

    private final JdbcClient sql;

    FollowUpStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Longest due first; no record is opened for that.
    ///
    /// @param until the last day on which it may be due
    List<FollowUp> due(LocalDate today, LocalDate until) {
        return sql.sql("""
                        select * from waiting_follow_up w
                        where w.clinic_id = current_clinic() and w.due_on <= :until
                          and :today <= w.due_on + case w.what when 'safety' then :safety when 'outcome-3' then :three else :six end
                        order by w.due_on, w.session_id, w.what
                        """)
                .param("until", until)
                .param("today", today)
                .param("safety", What.SAFETY.daysLate())
                .param("three", What.OUTCOME_3.daysLate())
                .param("six", What.OUTCOME_6.daysLate())
                .query((row, _) -> followUp(row))
                .list();
    }

    /// All of a person, also those that are not due yet.
    List<FollowUp> of(PatientId patient) {
        return sql.sql("select * from waiting_follow_up where patient_id = :patient order by due_on, what")
                .param("patient", patient.value())
                .query((row, _) -> followUp(row))
                .list();
    }

    private static FollowUp followUp(ResultSet row) throws SQLException {
        return new FollowUp(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("session_id", UUID.class),
                What.find(row.getString("what")).orElseThrow(),
                row.getObject("due_on", LocalDate.class));
    }

    /// What came of asking, newest first. The record has been opened.
    List<Note> notes(PatientId patient) {
        return sql.sql("select * from follow_up_note where patient_id = :patient order by entry desc")
                .param("patient", patient.value())
                .query((row, _) -> new Note(
                        row.getObject("session_id", UUID.class),
                        What.find(row.getString("what")).orElseThrow(),
                        Came.find(row.getString("outcome")).orElseThrow(),
                        row.getString("note"),
                        row.getTimestamp("noted_at").toInstant(),
                        row.getString("noted_by")))
                .list();
    }

    void insert(PatientId patient, Note note, Actor by) {
        sql.sql("""
                        insert into follow_up_note (clinic_id, patient_id, session_id, what, outcome, note, noted_at, noted_by,
                          account_id)
                        values (current_clinic(), :patient, :session, :what, :outcome, :note, :at, :by, :account)
                        """)
                .param("patient", patient.value())
                .param("session", note.session())
                .param("what", note.what().id())
                .param("outcome", note.came().id())
                .param("note", note.note())
                .param("at", Timestamp.from(note.at()))
                .param("by", note.by())
                .param("account", by.account().value())
                .update();
    }

    /// When it was tried to write to them, and whether that was possible; oldest first.
    record Tried(LocalDate on, boolean written) {}

    List<Tried> tried(FollowUp followUp) {
        return sql.sql("""
                        select tried_on, written from follow_up_asked where session_id = :session and what = :what order by tried_on
                        """)
                .param("session", followUp.session())
                .param("what", followUp.what().id())
                .query((row, _) -> new Tried(row.getObject("tried_on", LocalDate.class), row.getBoolean("written")))
                .list();
    }

    /// False where it was tried on that day already, here or by another server.
    boolean tried(FollowUp followUp, LocalDate on, boolean written) {
        return sql.sql("""
                        insert into follow_up_asked (clinic_id, patient_id, session_id, what, tried_on, written)
                        values (current_clinic(), :patient, :session, :what, :on, :written) on conflict do nothing
                        """)
                        .param("patient", followUp.patient().value())
                        .param("session", followUp.session())
                        .param("what", followUp.what().id())
                        .param("on", on)
                        .param("written", written)
                        .update()
                == 1;
    }
}
