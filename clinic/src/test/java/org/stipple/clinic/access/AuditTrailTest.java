package org.stipple.clinic.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;

class AuditTrailTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Actor other;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-trail");
        other = stipple.clinic("Valley", "vera-trail");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static PatientId someone() {
        var id = new PatientId(UUID.randomUUID());
        Acting.doing(noor, () -> stipple.the(Patients.class).register(id, Someone.bornIn(1990)));
        return id;
    }

    private static <T> T inTransaction(Actor actor, java.util.function.Supplier<T> work) {
        try {
            return Acting.as(
                    actor,
                    () -> java.util.Objects.requireNonNull(
                            stipple.the(TransactionTemplate.class).execute(_ -> work.get())));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int visiblePatients() {
        return stipple.the(JdbcClient.class)
                .sql("select count(*) from patient")
                .query(Integer.class)
                .single();
    }

    @Test
    void aRecordThatNobodyOpenedIsInvisible() {
        someone();
        assertThat(inTransaction(noor, AuditTrailTest::visiblePatients)).isZero();
    }

    @Test
    void openingARecordShowsItAndWritesWhoOpenedIt() {
        PatientId id = someone();
        int seen = inTransaction(noor, () -> {
            stipple.the(AuditTrail.class).open(id, Act.READ, "test");
            return visiblePatients();
        });
        assertThat(seen).isEqualTo(1);
        var entries = inTransaction(noor, () -> stipple.the(AuditTrail.class).about(id, 10));
        assertThat(entries).extracting(AuditEntry::act).containsExactly("read", "create");
        assertThat(entries.getFirst().who()).isEqualTo("Dr. Hillside");
    }

    @Test
    void anEntryAndItsEffectAreTakenBackTogether() {
        PatientId id = someone();
        assertThatThrownBy(() -> inTransaction(noor, () -> {
                    stipple.the(AuditTrail.class).open(id, Act.CHANGE, "taken back");
                    throw new IllegalStateException("the effect failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(inTransaction(noor, () -> stipple.the(AuditTrail.class).about(id, 10)))
                .extracting(AuditEntry::what)
                .doesNotContain("taken back");
    }

    @Test
    void onePageOfManyPartsIsOneEntry() {
        PatientId id = someone();
        inTransaction(noor, () -> {
            stipple.the(AuditTrail.class).open(id, Act.READ, "page");
            stipple.the(AuditTrail.class).open(id, Act.READ, "a part of it");
            return 0;
        });
        assertThat(inTransaction(noor, () -> stipple.the(AuditTrail.class).about(id, 10)))
                .hasSize(2);
    }

    @Test
    void cannotBeOpenedOutsideATransaction() {
        assertThatThrownBy(() -> Acting.doing(
                        noor,
                        () -> stipple.the(AuditTrail.class).open(new PatientId(UUID.randomUUID()), Act.READ, "x")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void anotherClinicDoesNotSeeTheRecordEvenWhenItOpensIt() {
        PatientId id = someone();
        assertThatThrownBy(() ->
                        Acting.doing(other, () -> stipple.the(Patients.class).read(id, "curious")))
                .isInstanceOf(NoSuchPatient.class);
    }

    @Test
    void withoutAnActorNothingIsVisibleAndNothingCanBeWritten() {
        someone();
        assertThat(stipple.the(JdbcClient.class)
                        .sql("select count(*) from account")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() ->
                        stipple.the(Patients.class).register(new PatientId(UUID.randomUUID()), Someone.bornIn(1990)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aPooledConnectionDoesNotCarryTheClinicOn() {
        for (int i = 0; i < 200; i++) {
            Actor actor = i % 2 == 0 ? noor : other;
            String seen = inTransaction(
                    actor,
                    () -> stipple.the(JdbcClient.class)
                            .sql("select name from clinic")
                            .query(String.class)
                            .single());
            assertThat(seen).isEqualTo(actor.clinicName());
        }
        assertThat(stipple.the(JdbcClient.class)
                        .sql("select count(*) from clinic")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void entriesCannotBeChangedEvenByTheOwner() throws SQLException {
        someone();
        for (var connections : java.util.List.of(stipple.application(), stipple.owner())) {
            try (var connection = connections.getConnection();
                    var statement = connection.createStatement()) {
                for (String tampering : java.util.List.of(
                        "truncate stipple.audit_entry",
                        "delete from stipple.audit_entry",
                        "update stipple.audit_entry set what = ''")) {
                    try {
                        int rows = statement.executeUpdate(tampering);
                        // Where no row is visible there is nothing to refuse.
                        assertThat(rows).as(tampering).isZero();
                    } catch (SQLException refused) {
                        assertThat(refused.getMessage()).containsAnyOf("append-only", "permission denied");
                    }
                }
            }
        }
    }

    @Test
    void whatWasRefusedStaysInTheTrailThoughItWasTakenBack() {
        PatientId id = someone();
        Acting.doing(
                noor, () -> stipple.the(AuditTrail.class).refused(java.util.Optional.of(id), "session not started"));
        assertThat(inTransaction(noor, () -> stipple.the(AuditTrail.class).about(id, 10)))
                .extracting(AuditEntry::act)
                .contains("refused");
    }

    @Test
    void anAdministratorAddsPeopleAndATakenNameIsRefused() {
        Acting.doing(noor, () -> {
            var accounts = stipple.the(Accounts.class);
            accounts.add(
                    UUID.randomUUID(),
                    "sam-trail",
                    "Sam",
                    ClinicUnderTest.PASSWORD,
                    java.util.Set.of(Role.PRACTITIONER));
            assertThat(accounts.all()).extracting(Accounts.Account::username).contains("sam-trail");
            assertThatThrownBy(() -> accounts.add(
                            UUID.randomUUID(),
                            "sam-trail",
                            "Sam",
                            ClinicUnderTest.PASSWORD,
                            java.util.Set.of(Role.MANAGER)))
                    .hasMessageContaining("is taken");
            assertThatThrownBy(() -> accounts.add(
                            UUID.randomUUID(), "tim-trail", "Tim", "short", java.util.Set.of(Role.MANAGER)))
                    .hasMessageContaining("15 characters");
        });
    }
}
