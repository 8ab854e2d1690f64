package org.stipple.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.stipple.clinic.database.DataDirectory;
import org.stipple.clinic.database.TestInstallation;
import org.stipple.clinic.erasure.TestLedger;
import org.stipple.clinic.photo.TestVault;
import org.stipple.clinic.web.DemoMark;

/// A backup is verified by restoring it: what was wrong in the clinic when it was made is found then.
class SafekeepingTest {

    private static final UUID CLINIC = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID AMARA = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private static final UUID BRUNO = UUID.fromString("00000000-0000-4000-8000-00000000000b");

    @TempDir
    static Path parent;

    static Path root;
    static TestInstallation stipple;
    static final List<Path> photos = new ArrayList<>();

    @BeforeAll
    static void aClinicWithTwoPeopleAndAPhotoOfEach() throws Exception {
        root = parent.resolve("stipple");
        stipple = TestInstallation.in(root);
        stipple.sql("insert into clinic (clinic_id, name, time_zone, created_at) values ('" + CLINIC
                + "', 'Hillside', 'UTC', now())");
        for (UUID person : List.of(AMARA, BRUNO)) {
            String hash = TestVault.put(
                    root.resolve("photos"),
                    stipple.photoKey(),
                    CLINIC,
                    person,
                    ("photo of " + person).getBytes(StandardCharsets.UTF_8));
            stipple.sql(
                    "insert into patient (clinic_id, patient_id, given_name, family_name, birth_date, sex, registered_at) values ('"
                            + CLINIC + "', '" + person + "', 'Amara', 'Okafor', '1992-02-11', 'female', now()); "
                            + "insert into audit_entry (clinic_id, account_id, account_name, act, patient_id, what) values ('"
                            + CLINIC
                            + "', '" + CLINIC + "', 'Noor', 'create', '" + person + "', 'person'); "
                            + "insert into photo (clinic_id, patient_id, photo_id, view, taken_on, sha256, media_type, width_px, height_px, "
                            + "stored_at, stored_by) values ('" + CLINIC + "', '" + person + "', '" + person
                            + "', 'patch', '2026-11-20', '" + hash + "', 'image/jpeg', 1, 1, now(), 'Noor')");
        }
        try (var files = Files.walk(root.resolve("photos"))) {
            photos.addAll(files.filter(Files::isRegularFile).sorted().toList());
        }
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static Safekeeping.Verified verified(String name) {
        Path backup = parent.resolve(name);
        Safekeeping.backup(root, backup, _ -> {});
        Path scratch = parent.resolve("scratch-" + name);
        var found = Safekeeping.verify(backup, Safekeeping.secretsOf(root), scratch, _ -> {});
        assertThat(scratch).doesNotExist();
        return found;
    }

    @Test
    void aGoodBackupIsFoundGood() {
        var found = verified("good");
        assertThat(found.wrong()).isEmpty();
        assertThat(found.photos()).isEqualTo(2);
        assertThat(found.database().clinics()).isEqualTo(1);
        assertThat(found.database().auditEntries()).isEqualTo(2);
        assertThat(found.manifest().fact("knowledge")).isNotBlank();
    }

    @Test
    void photosThatLayInEachOthersPlaceAreFound() throws Exception {
        byte[] first = Files.readAllBytes(photos.get(0));
        byte[] second = Files.readAllBytes(photos.get(1));
        Files.write(photos.get(0), second);
        Files.write(photos.get(1), first);
        try {
            assertThat(verified("swapped").wrong())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line).contains("lies in another's place"));
        } finally {
            Files.write(photos.get(0), first);
            Files.write(photos.get(1), second);
        }
    }

    @Test
    void aTrailWhoseGuardWasSwitchedOffIsFound() throws Exception {
        stipple.sql(
                "alter table audit_entry disable trigger append_only; alter table photo no force row level security");
        try {
            assertThat(verified("open").wrong())
                    .anySatisfy(line -> assertThat(line).contains("the audit trail can be changed"))
                    .anySatisfy(line -> assertThat(line).contains("photo does not force row-level security"));
        } finally {
            stipple.sql(
                    "alter table audit_entry enable trigger append_only; alter table photo force row level security");
        }
    }

    @Test
    void whatWasErasedAfterTheBackupIsErasedAgainBeforeAnybodyAsks() throws Exception {
        Path backup = parent.resolve("older");
        Safekeeping.backup(root, backup, _ -> {});
        Path ledger = parent.resolve("ledger");
        TestLedger.write(ledger, stipple.directory().secrets().keyFor("ledger of erasures"), CLINIC, AMARA);
        Path restored = parent.resolve("restored");
        Safekeeping.restore(backup, Safekeeping.secretsOf(root), Optional.of(ledger), restored, _ -> {});
        try (var again = TestInstallation.in(restored)) {
            assertThat(again.number("select count(*) from patient")).isEqualTo(2);
            served(again).close();
            assertThat(again.number("select count(*) from patient")).isEqualTo(1);
            assertThat(again.number("select count(*) from patient where patient_id = '" + BRUNO + "'"))
                    .isEqualTo(1);
            assertThat(again.number("select count(*) from photo where patient_id = '" + AMARA + "'"))
                    .isZero();
            assertThat(again.number("select count(*) from erasure where again and record = '" + AMARA + "'"))
                    .isEqualTo(1);
            assertThat(again.number("select count(*) from audit_entry where patient_id = '" + AMARA + "'"))
                    .isEqualTo(2);
        }
        try (var files = Files.walk(restored.resolve("photos"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    /// The server on an installation, until it is closed.
    private static ConfigurableApplicationContext served(TestInstallation installation) {
        return new SpringApplicationBuilder(ClinicApplication.class)
                .initializers(context -> {
                    var beans = (GenericApplicationContext) context;
                    beans.registerBean(
                            "dataDirectory",
                            DataDirectory.class,
                            installation::directory,
                            bean -> ((AbstractBeanDefinition) bean).setDestroyMethodName(""));
                    beans.registerBean(
                            "dataSource",
                            DataSource.class,
                            installation::application,
                            bean -> ((AbstractBeanDefinition) bean).setDestroyMethodName(""));
                    beans.registerBean("demoMark", DemoMark.class, () -> new DemoMark(false));
                })
                .run("--server.port=0", "--stipple.concerns.every=0s");
    }
}
