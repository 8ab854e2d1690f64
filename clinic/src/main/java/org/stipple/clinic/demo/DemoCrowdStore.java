package org.stipple.clinic.demo;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.ClinicId;

/// Copies the rows of one record under other identifiers, names and days. Columns are taken from the catalogue,
/// so that a table may grow without this knowing.
@Repository
class DemoCrowdStore {

    /// Of how many the number in a name and in an identifier is made: enough for any machine.
    private static final String PERSON = "md5('crowd-' || g)::uuid";

    private static final String SESSION = "md5('crowd-' || g || '-' || k)::uuid";
    private static final String COURSE = "md5('crowd-course-' || g)::uuid";
    private static final String SCREENING = "md5('crowd-screening-' || g)::uuid";

    /// The k-th of ten sessions, a month apart; people are spread over the month, so that on every day some are
    /// due.
    private static final String DAY_OF_SESSION =
            "cast(:now as timestamptz) - make_interval(days => (" + DemoCrowd.SESSIONS + " - k) * 31 + 1 + g % 31)";

    private static final String SESSIONS = "generate_series(1, " + DemoCrowd.SESSIONS + ") k";

    private final JdbcClient sql;

    DemoCrowdStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// The account of the demo that may do everything.
    Actor clinician() {
        return sql.sql("select * from account_for_sign_in('clinician')")
                .query((row, _) -> new Actor(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new ClinicId(row.getObject("clinic_id", UUID.class)),
                        row.getString("name"),
                        EnumSet.of(
                                org.stipple.clinic.access.Role.SUPERVISING_CLINICIAN,
                                org.stipple.clinic.access.Role.PRACTITIONER),
                        row.getString("clinic_name"),
                        Optional.ofNullable(row.getString("jurisdiction")),
                        ZoneId.of(row.getString("time_zone"))))
                .single();
    }

    /// How many of them there are.
    int count() {
        return sql.sql("select count(*) from patient where family_name ~ '-[0-9]+$'")
                .query(Integer.class)
                .single();
    }

    /// Somebody with a closed session.
    UUID mostTreated() {
        return sql.sql("""
                        select s.patient_id from session s join session_close c using (clinic_id, patient_id, session_id)
                        order by s.started_at, s.entry limit 1
                        """).query(UUID.class).single();
    }

    /// Makes people number `from` to below `to`.
    void make(UUID template, int from, int to, Instant now) {
        for (Map.Entry<String, Copy> table : tables().entrySet()) {
            var columns = sql.sql("""
                            select a.attname from pg_attribute a
                            where a.attrelid = cast(:table as regclass) and a.attnum > 0 and not a.attisdropped
                              and a.attidentity = '' and a.attgenerated = '' order by a.attnum
                            """)
                    .param("table", table.getKey())
                    .query(String.class)
                    .list();
            var copy = table.getValue();
            String values = columns.stream()
                    .map(column -> copy.other().getOrDefault(column, "t." + column))
                    .collect(Collectors.joining(", "));
            sql.sql("insert into " + table.getKey() + " (" + String.join(", ", columns) + ") select " + values
                            + " from generate_series(:from, :to) g"
                            + (copy.bySession() ? " cross join " + SESSIONS : "")
                            + " cross join (select * from " + table.getKey() + " where patient_id = :template "
                            + copy.of() + ") t")
                    .param("from", from)
                    .param("to", to - 1)
                    .param("template", template)
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }

    /// How the rows of a table become somebody else's.
    ///
    /// @param of which of the template's rows
    /// @param bySession whether there is one for each session
    /// @param other columns with another value, as an expression
    private record Copy(String of, boolean bySession, Map<String, String> other) {}

    private static Map<String, Copy> tables() {
        String ofFirstSession = "and session_id = (select session_id from session where patient_id = :template "
                + "order by entry limit 1)";
        String ofItsCourse = "and course_id = (select course_id from session where patient_id = :template "
                + "order by entry limit 1)";
        var tables = new LinkedHashMap<String, Copy>();
        tables.put(
                "patient",
                new Copy(
                        "",
                        false,
                        Map.of(
                                "patient_id",
                                PERSON,
                                "given_name",
                                "(array['Ada','Bela','Cora','Dana','Elif','Finn','Gita','Hugo','Iris','Jana','Kofi','Lena','Mina',"
                                        + "'Nils','Omar','Pia','Rosa','Sami','Tara','Uma','Vera','Wim','Yara','Zoe'])[1 + g % 24]",
                                "family_name",
                                "(array['Abara','Berg','Costa','Duran','Engel','Fontaine','Garcia','Haas','Ito','Jensen','Klein',"
                                        + "'Lopez','Meyer','Novak','Okoye','Petrov','Quist','Rossi','Silva','Torres','Ulrich','Vogel',"
                                        + "'Weber','Yilmaz','Zeman'])[1 + (g / 24) % 25] || '-' || g",
                                "birth_date",
                                "date '1960-01-01' + (g * 7919) % 15000")));
        tables.put(
                "intake",
                new Copy(
                        "and revision = (select c.revision from screening c join session n using (screening_id)"
                                + " where n.patient_id = :template order by n.entry limit 1)",
                        false,
                        Map.of("patient_id", PERSON, "revision", "1")));
        tables.put(
                "screening",
                new Copy(
                        "and screening_id = (select screening_id from session where patient_id = :template order by entry limit 1)",
                        false,
                        Map.of(
                                "patient_id",
                                PERSON,
                                "screening_id",
                                SCREENING,
                                "revision",
                                "1",
                                "until_date",
                                "null")));
        tables.put(
                "course",
                new Copy(
                        ofItsCourse,
                        false,
                        Map.of("patient_id", PERSON, "course_id", COURSE, "screening_id", SCREENING)));
        var ofCourse = Map.of("patient_id", PERSON, "course_id", COURSE);
        tables.put("course_signature", new Copy(ofItsCourse, false, ofCourse));
        tables.put("course_acceptance", new Copy(ofItsCourse, false, ofCourse));
        tables.put(
                "consent",
                new Copy(
                        ofItsCourse,
                        false,
                        Map.of(
                                "patient_id",
                                PERSON,
                                "course_id",
                                COURSE,
                                "consent_id",
                                "md5('crowd-consent-' || g || t.consent_id)::uuid")));
        tables.put(
                "session",
                new Copy(
                        ofFirstSession,
                        true,
                        Map.of(
                                "patient_id",
                                PERSON,
                                "course_id",
                                COURSE,
                                "screening_id",
                                SCREENING,
                                "session_id",
                                SESSION,
                                "number",
                                "k",
                                "started_at",
                                DAY_OF_SESSION)));
        var ofSession = Map.of("patient_id", PERSON, "session_id", SESSION);
        tables.put(
                "zone_record",
                new Copy(
                        ofFirstSession,
                        true,
                        Map.of("patient_id", PERSON, "session_id", SESSION, "recorded_at", DAY_OF_SESSION)));
        tables.put(
                "session_close",
                new Copy(
                        ofFirstSession,
                        true,
                        Map.of(
                                "patient_id",
                                PERSON,
                                "session_id",
                                SESSION,
                                "closed_at",
                                DAY_OF_SESSION + " + interval '1 hour'")));
        tables.put(
                "next_session",
                new Copy(
                        ofFirstSession,
                        true,
                        Map.of(
                                "patient_id",
                                PERSON,
                                "session_id",
                                SESSION,
                                "course_id",
                                COURSE,
                                "possible_on",
                                "(" + DAY_OF_SESSION + ")::date + 28",
                                "due_on",
                                "(" + DAY_OF_SESSION + ")::date + 31")));
        return tables;
    }

    /// The tables that are filled.
    static List<String> filled() {
        return List.copyOf(tables().keySet());
    }
}
