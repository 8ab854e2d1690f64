package org.stipple.clinic.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Whether the audit trail of a database can still be only added to, and belongs together.
final class AuditExamination {

    private AuditExamination() {}

    /// @return what is wrong, each in a sentence
    static List<String> of(Connection session) throws SQLException {
        var wrong = new ArrayList<String>();
        // Both triggers, enabled: an entry that was changed by the owner of the table would have needed one of
        // them off.
        long guards = one(session, """
                select count(*) from pg_trigger where tgrelid = 'stipple.audit_entry'::regclass and tgenabled = 'O'
                  and tgname in ('append_only', 'append_only_whole')
                """);
        if (guards != 2) {
            wrong.add("the audit trail can be changed: its guards are switched off or gone");
        }
        if (one(session, """
                select count(*) from stipple.audit_entry a where not exists
                  (select from stipple.clinic c where c.clinic_id = a.clinic_id)
                """) > 0) {
            wrong.add("the audit trail has entries of a clinic that is not there");
        }
        long unexplained = one(session, """
                select count(*) from stipple.patient p where not exists (select from stipple.audit_entry a
                  where a.clinic_id = p.clinic_id and a.patient_id = p.patient_id and a.act = 'create')
                """);
        if (unexplained > 0) {
            wrong.add(unexplained + " people stand in the records and their coming is not in the audit trail");
        }
        return wrong;
    }

    private static long one(Connection session, String query) throws SQLException {
        try (var statement = session.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
