package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.disclosure.Copies;
import org.stipple.clinic.patient.KeptBeside;
import org.stipple.clinic.patient.Patients;

/// A record with one of everything, erased: nothing of it stands anywhere, the trail does, and nobody else's
/// goes.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ErasedRecordTest {

    /// What is the clinic's own and may name what the person's record named: goods, staff, the trail.
    private static final Set<String> OF_THE_CLINIC = Set.of(
            "clinic",
            "account",
            "account_change",
            "account_scope",
            "passkey",
            "audit_entry",
            "erasure",
            "unit",
            "lot_recall",
            "handpiece",
            "handpiece_use",
            "unit_use",
            "recall_notice",
            "room",
            "incident",
            "consent_text",
            "practises_as",
            "usual_operator",
            "working_week");

    /// Where the identifier of the record may stand, which says nothing without it.
    private static final Set<String> BY_IDENTIFIER = Set.of("audit_entry", "request_key", "erasure");

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Belongings erased;
    static Belongings stays;

    @BeforeAll
    static void twoClinicsWithOneOfEverything() {
        stipple = ClinicUnderTest.serving(
                directory, "--server.port=0", "--stipple.concerns.every=0s", "--stipple.erasures.every=0s");
        erased = Belongings.of(stipple, "Zimtstern", "erased");
        stays = Belongings.of(stipple, "Vanillekipferl", "stays");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static void erase(Belongings of, String person, String of_class) {
        Acting.doing(
                of.everybody(),
                () -> stipple.the(TransactionTemplate.class).executeWithoutResult(_ -> {
                    var sql = stipple.the(JdbcClient.class);
                    sql.sql("select open_record(:person, 'change', 'erasing')")
                            .param("person", UUID.fromString(person))
                            .query((row, _) -> 1)
                            .single();
                    sql.sql("select erase_record(:id, :person, :class, 'the law lets it go', now(), false)")
                            .param("id", UUID.randomUUID())
                            .param("person", UUID.fromString(person))
                            .param("class", of_class)
                            .query((row, _) -> 1)
                            .single();
                }));
    }

    private static List<String> texts(String sql) throws SQLException {
        try (var connection = stipple.owner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /// Tables in which some row says the word, looked at as their owner and without row-level security.
    private static Set<String> saying(String word) throws SQLException {
        var saying = new TreeSet<String>();
        for (String table : texts("select relname from pg_class where relkind = 'r' and relnamespace = "
                + "'stipple'::regnamespace and relname <> 'flyway_schema_history'")) {
            try (var connection = stipple.owner().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("alter table stipple." + table + " no force row level security");
                try (var rows = statement.executeQuery(
                        "select count(*) from stipple." + table + " t where t::text like '%" + word + "%'")) {
                    rows.next();
                    if (rows.getInt(1) > 0) {
                        saying.add(table);
                    }
                } finally {
                    statement.execute("alter table stipple." + table + " force row level security");
                }
            }
        }
        return saying;
    }

    private static List<Path> files() throws Exception {
        try (var files = Files.walk(directory.resolve("photos"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    @Order(1)
    void aPartOfItGoesAndTheRestStays() throws Exception {
        assertThat(saying(erased.the("id"))).contains("photo", "measurement", "appointment", "message", "session");
        erase(erased, erased.the("id"), "appointments");
        erase(erased, erased.the("id"), "messages");
        assertThat(saying(erased.the("id")))
                .doesNotContain("appointment", "held", "message", "delivery", "invitation")
                .contains("photo", "measurement", "session", "patient");
        erase(erased, erased.the("id"), "photos");
        assertThat(saying(erased.the("id")))
                .doesNotContain("photo", "photo_capture", "small_photo", "measurement", "photo_use")
                .contains("session", "patient", "diary_entry");
        Acting.doing(
                erased.everybody(),
                () -> assertThat(stipple.the(Patients.class)
                                .read(new PatientId(UUID.fromString(erased.the("id"))), "person")
                                .name())
                        .isEqualTo("Zimtstern given Zimtstern family"));
    }

    @Test
    @Order(2)
    void withTheTreatmentNothingIsLeft() throws Exception {
        erase(erased, erased.the("id"), "treatment");
        assertThat(saying(erased.the("id"))).isSubsetOf(BY_IDENTIFIER);
        assertThat(saying("Zimtstern")).isSubsetOf(OF_THE_CLINIC);
        for (String words : List.of(
                "Zimtstern given", "Zimtstern family", "Zimtstern phone", "Zimtstern@", "Zimtstern feels hot")) {
            assertThat(saying(words)).as(words).isEmpty();
        }
    }

    @Test
    @Order(3)
    void nobodyElsesGoes() throws Exception {
        assertThat(saying("Vanillekipferl given")).contains("patient", "consent");
        var copy = new java.io.ByteArrayOutputStream();
        Acting.doing(
                stays.everybody(),
                () -> stipple.the(Copies.class).write(new PatientId(UUID.fromString(stays.the("id"))), copy));
        assertThat(copy.size()).isGreaterThan(10_000);
        var beside = stipple.all(KeptBeside.class);
        assertThat(beside).isNotEmpty();
        assertThat(files()).isNotEmpty();
    }

    @Test
    @Order(4)
    void theTrailAndTheLedgerStay() throws Exception {
        assertThat(saying(erased.the("id"))).contains("audit_entry", "erasure");
    }

    @Test
    void noRowGoesWithoutAnEntryOfTheLedger() {
        assertThatThrownBy(() -> {
                    try (var connection = stipple.owner().getConnection();
                            var statement = connection.createStatement()) {
                        statement.execute("alter table stipple.diary_answer no force row level security");
                        try {
                            statement.execute("delete from stipple.diary_answer");
                        } finally {
                            statement.execute("alter table stipple.diary_answer force row level security");
                        }
                    }
                })
                .hasMessageContaining("append-only");
    }

    @Test
    void anEntryOfTheLedgerLetsNobodyElsesRowsGo() {
        assertThatThrownBy(() -> {
                    try (var connection = stipple.owner().getConnection();
                            var statement = connection.createStatement()) {
                        connection.setAutoCommit(false);
                        statement.execute("alter table stipple.diary_answer no force row level security");
                        statement.execute("alter table stipple.erasure no force row level security");
                        statement.execute(
                                "insert into stipple.erasure (clinic_id, erasure_id, record, class, basis, erased_at,"
                                        + " erased_by, account_id, again) select clinic_id, gen_random_uuid(), gen_random_uuid(), 'treatment',"
                                        + " 'x', now(), 'x', gen_random_uuid(), false from stipple.clinic");
                        statement.execute("set search_path = stipple");
                        try {
                            statement.execute("delete from diary_answer");
                        } finally {
                            connection.rollback();
                        }
                    }
                })
                .hasMessageContaining("append-only");
    }

    @Test
    void aLegalHoldIsHeldByTheDatabaseItself() {
        Acting.doing(
                stays.everybody(),
                () -> stipple.the(org.stipple.clinic.erasure.Requests.class)
                        .hold(
                                UUID.randomUUID(),
                                new PatientId(UUID.fromString(stays.the("id"))),
                                "A claim of the person is open at court"));
        assertThatThrownBy(() -> erase(stays, stays.the("id"), "photos"))
                .hasStackTraceContaining("a legal hold stands");
    }

    @Test
    void ofAnotherClinicNothingCanBeErased() throws Exception {
        erase(erased, stays.the("id"), "messages");
        assertThat(saying(stays.the("id"))).contains("message", "invitation");
    }

    /// The classes are cut so that no row that stays refers to one that goes.
    @Test
    void noTableThatStaysRefersToOneThatGoes() throws Exception {
        assertThat(texts("""
                        select c.relname || ' refers to ' || p.relname from pg_constraint f
                          join pg_class c on c.oid = f.conrelid join pg_class p on p.oid = f.confrelid
                        where f.contype = 'f' and c.relnamespace = 'stipple'::regnamespace
                          and p.relname in (select name from stipple.tables_of_records())
                          and stipple.class_of_record(p.relname) <> 'treatment'
                          and stipple.class_of_record(c.relname) <> stipple.class_of_record(p.relname)
                        """)).isEmpty();
    }
}
