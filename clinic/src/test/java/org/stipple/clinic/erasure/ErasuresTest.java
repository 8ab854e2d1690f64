package org.stipple.clinic.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.outcome.Outcomes;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.patient.RecordClass;
import org.stipple.clinic.photo.Photos;
import org.stipple.clinic.photo.SmallPhotos;
import org.stipple.clinic.treatment.Begun;
import org.stipple.clinic.treatment.Charted;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.phantom.DemoScene.Visit;
import org.stipple.protocol.ZonePlan;

/// A class of a record goes when the clinic's own rule lets it, when nothing stands against it, by whoever
/// leads privacy and safety; and what went stays gone.
class ErasuresTest {

    private static final String BASIS = "The time of keeping is over by our rule";

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor lead;
    static int number;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(
                directory, "--server.port=0", "--stipple.concerns.every=0s", "--stipple.erasures.every=0s");
        lead = stipple.clinic("Hillside", "lee");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    /// Each test has a clinic of its own, which has stated nothing yet.
    @BeforeEach
    void aClinic() {
        stipple.itIs("2026-11-20T09:00:00Z");
        lead = stipple.clinic("Hillside", "lee-" + number++);
    }

    private static Begun treated() {
        return as(() -> {
            var begun = Begun.of(stipple, "E" + number++);
            Someone.agrees(stipple, begun.person(), Purpose.RECORD_PHOTOS, begun.plan());
            Someone.photo(stipple, begun.person(), Visit.BASELINE);
            for (ZonePlan.Planned zone : Someone.plannedZones(begun.plan())) {
                Charted.Done done = Someone.asPlanned(zone);
                stipple.the(Sessions.class)
                        .chart(begun.person(), begun.session().id(), zone.id(), done);
            }
            assertThat(stipple.the(Sessions.class)
                            .close(begun.person(), begun.session().id(), "", ClinicUnderTest.PASSWORD))
                    .isEmpty();
            return begun;
        });
    }

    private static <T> T as(java.util.concurrent.Callable<T> work) {
        try {
            return Acting.as(lead, work);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void states(RecordClass of, int years) {
        assertThat(as(() -> stipple.the(Retention.class).state(of, years, OptionalInt.empty(), "a law of ours")))
                .isEmpty();
    }

    private static void statesAll(int years) {
        for (RecordClass of : RecordClass.values()) {
            states(of, years);
        }
    }

    private static List<String> erase(PatientId patient, RecordClass of) {
        return erase(patient, of, BASIS, ClinicUnderTest.PASSWORD);
    }

    private static List<String> erase(PatientId patient, RecordClass of, String basis, String password) {
        return as(() -> stipple.the(Erasures.class).erase(UUID.randomUUID(), patient, of, basis, password));
    }

    private static void settle() {
        Acting.doing(lead, () -> stipple.the(Settling.class).settle());
    }

    private static long files() {
        try (var files = Files.walk(directory.resolve("photos"))) {
            return files.filter(Files::isRegularFile).count();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void whatTheClinicHasStatedNothingForIsKept() {
        var begun = treated();
        assertThat(erase(begun.person(), RecordClass.PHOTOS))
                .singleElement()
                .asString()
                .contains("has not said for how long");
        assertThat(as(() -> stipple.the(Erasures.class).ledger())).isEmpty();
    }

    @Test
    void whatTheLawKeepsIsKeptToTheDayAndThenGoes() {
        var begun = treated();
        states(RecordClass.PHOTOS, 2);
        assertThat(erase(begun.person(), RecordClass.PHOTOS))
                .containsExactly("It is kept until 20 Nov 2028: a law of ours.");
        stipple.itIs("2028-11-19T23:59:00Z");
        assertThat(erase(begun.person(), RecordClass.PHOTOS)).isNotEmpty();
        stipple.itIs("2028-11-20T00:01:00Z");
        long before = files();
        assertThat(erase(begun.person(), RecordClass.PHOTOS)).isEmpty();
        settle();
        assertThat(files()).isLessThan(before);
        assertThat(as(() -> stipple.the(Photos.class).of(begun.person()))).isEmpty();
        assertThat(as(() -> stipple.the(Sessions.class).of(begun.person()))).hasSize(1);
        assertThat(as(() -> stipple.the(Erasures.class).ledger()))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.record()).isEqualTo(begun.person().value());
                    assertThat(entry.basis()).isEqualTo(BASIS);
                    assertThat(entry.rows()).isPositive();
                    assertThat(entry.files()).isPositive();
                    assertThat(entry.filesLeft()).isZero();
                });
    }

    @Test
    void noFileOfThePersonIsLeft() {
        long before = files();
        var begun = treated();
        as(() -> {
            Someone.agrees(stipple, begun.person(), Purpose.MEASUREMENT, begun.plan());
            UUID photo = stipple.the(Photos.class).of(begun.person()).getFirst().id();
            stipple.the(SmallPhotos.class).small(begun.person(), photo);
            return stipple.the(Outcomes.class).measure(UUID.randomUUID(), begun.person(), photo, Optional.empty());
        });
        assertThat(files()).isGreaterThan(before + 2);
        statesAll(0);
        assertThat(erase(begun.person(), RecordClass.TREATMENT)).isEmpty();
        settle();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aLaterRuleCountsAndTheLongestOfAllKeepsTheWholeRecord() {
        var begun = treated();
        statesAll(0);
        states(RecordClass.APPOINTMENTS, 5);
        assertThat(erase(begun.person(), RecordClass.TREATMENT))
                .containsExactly("It is kept until 20 Nov 2031: a law of ours.");
        states(RecordClass.APPOINTMENTS, 0);
        assertThat(erase(begun.person(), RecordClass.TREATMENT)).isEmpty();
        assertThatThrownBy(() -> as(() -> stipple.the(Patients.class).read(begun.person(), "person")))
                .isInstanceOf(NoSuchPatient.class);
    }

    @Test
    void aLegalHoldStopsEverythingUntilItIsLifted() {
        var begun = treated();
        statesAll(0);
        UUID hold = UUID.randomUUID();
        assertThat(as(() -> stipple.the(Requests.class).hold(hold, begun.person(), "A claim is open at the court")))
                .isEmpty();
        for (RecordClass of : RecordClass.values()) {
            assertThat(erase(begun.person(), of)).singleElement().asString().contains("legal hold");
        }
        assertThat(as(() -> stipple.the(Requests.class).lift(begun.person(), hold, "over")))
                .singleElement()
                .asString()
                .contains("The hold stands");
        assertThat(as(() -> stipple.the(Requests.class).lift(begun.person(), hold, "The court has closed the case")))
                .isEmpty();
        assertThat(erase(begun.person(), RecordClass.PHOTOS)).isEmpty();
    }

    @Test
    void anOpenSessionIsFinishedFirst() {
        statesAll(0);
        var begun = as(() -> Begun.of(stipple, "E" + number++));
        assertThat(erase(begun.person(), RecordClass.TREATMENT)).contains("A session is open: close it first.");
        assertThat(erase(begun.person(), RecordClass.APPOINTMENTS)).isEmpty();
    }

    @Test
    void itIsSignedWithTheOwnPasswordAndSaysByWhatWithoutAName() {
        var begun = treated();
        statesAll(0);
        assertThat(erase(begun.person(), RecordClass.PHOTOS, BASIS, "wrong"))
                .singleElement()
                .asString()
                .contains("Nothing was erased");
        assertThat(erase(begun.person(), RecordClass.PHOTOS, "because", ClinicUnderTest.PASSWORD))
                .singleElement()
                .asString()
                .contains("By what it was decided".substring(3));
        String family = as(() -> stipple.the(Patients.class)
                .read(begun.person(), "person")
                .details()
                .familyName());
        assertThat(erase(
                        begun.person(), RecordClass.PHOTOS, family + " asked us in a letter", ClinicUnderTest.PASSWORD))
                .singleElement()
                .asString()
                .contains("names the person");
        assertThat(as(() -> stipple.the(Photos.class).of(begun.person()))).isNotEmpty();
    }

    @Test
    void whoeverDoesNotLeadPrivacyAndSafetyErasesNothing() {
        var begun = treated();
        statesAll(0);
        var nurse = new Actor(
                new AccountId(lead.account().value()),
                lead.clinic(),
                "Nurse",
                Set.of(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN),
                lead.clinicName(),
                lead.jurisdiction(),
                lead.zone());
        Acting.doing(nurse, () -> {
            assertThat(stipple.the(Erasures.class)
                            .erase(
                                    UUID.randomUUID(),
                                    begun.person(),
                                    RecordClass.PHOTOS,
                                    BASIS,
                                    ClinicUnderTest.PASSWORD))
                    .contains("Who leads privacy and safety erases.");
            assertThat(stipple.the(Retention.class).state(RecordClass.PHOTOS, 0, OptionalInt.empty(), "none"))
                    .isNotEmpty();
            assertThat(stipple.the(Requests.class).hold(UUID.randomUUID(), begun.person(), "A claim is open at court"))
                    .isNotEmpty();
        });
        assertThat(as(() -> stipple.the(Photos.class).of(begun.person()))).isNotEmpty();
    }

    @Test
    void aRequestStandsUntilAllOfItWentAndIsThenDone() {
        var begun = treated();
        statesAll(0);
        UUID request = UUID.randomUUID();
        assertThat(as(() -> stipple.the(Requests.class)
                        .enter(
                                request,
                                begun.person(),
                                Set.of(RecordClass.PHOTOS, RecordClass.APPOINTMENTS),
                                LocalDate.of(2026, 11, 18),
                                Request.By.PERSON,
                                "She showed her passport here")))
                .isEmpty();
        assertThat(as(() -> stipple.the(Requests.class).waiting(10)))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.isDue()).isTrue());
        erase(begun.person(), RecordClass.PHOTOS);
        assertThat(as(() -> stipple.the(Requests.class).waiting(10))).hasSize(1);
        erase(begun.person(), RecordClass.APPOINTMENTS);
        assertThat(as(() -> stipple.the(Requests.class).waiting(10))).isEmpty();
        assertThat(as(() -> stipple.the(Requests.class).of(begun.person())))
                .singleElement()
                .satisfies(
                        done -> assertThat(done.end().map(Request.End::erased)).contains(true));
    }

    @Test
    void aRequestThatIsTakenBackAsksForNothing() {
        var begun = treated();
        UUID request = UUID.randomUUID();
        as(() -> stipple.the(Requests.class)
                .enter(
                        request,
                        begun.person(),
                        Set.of(RecordClass.TREATMENT),
                        LocalDate.of(2026, 11, 20),
                        Request.By.REPRESENTATIVE,
                        "A letter of her lawyer, signed"));
        assertThat(as(() -> stipple.the(Requests.class).takeBack(begun.person(), request, "She called us today")))
                .isEmpty();
        assertThat(as(() -> stipple.the(Requests.class).takeBack(begun.person(), request, "She called us today")))
                .isNotEmpty();
        assertThat(as(() -> stipple.the(Requests.class).waiting(10))).isEmpty();
    }

    @Test
    void aRequestOfTomorrowOrForNothingOrOfNobodyKnownIsNone() {
        var begun = treated();
        assertThat(as(() -> stipple.the(Requests.class)
                        .enter(
                                UUID.randomUUID(),
                                begun.person(),
                                Set.of(),
                                LocalDate.of(2026, 11, 21),
                                Request.By.PERSON,
                                "x")))
                .hasSize(3);
    }

    @Test
    void whatABackupBringsBackIsErasedAgainBeforeAnybodyAsks() {
        var begun = treated();
        var other = treated();
        // As if it had been erased after the backup from which this database came: the ledger outside says so.
        stipple.the(LedgerFiles.class)
                .all()
                .getFirst()
                .add(List.of(new LedgerFile.Line(
                        UUID.randomUUID(), lead.clinic(), begun.person().value(), RecordClass.TREATMENT)));
        // Even where a hold stood on the day of the backup.
        as(() -> stipple.the(Requests.class).hold(UUID.randomUUID(), begun.person(), "A claim was open on that day"));
        stipple.the(ErasedAgain.class).start();
        assertThatThrownBy(() -> as(() -> stipple.the(Patients.class).read(begun.person(), "person")))
                .isInstanceOf(NoSuchPatient.class);
        assertThat(as(() -> stipple.the(Sessions.class).of(other.person()))).hasSize(1);
        assertThat(as(() -> stipple.the(Erasures.class).ledger()))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.again()).isTrue();
                    assertThat(entry.filesLeft()).isZero();
                });
        stipple.the(ErasedAgain.class).start();
        assertThat(as(() -> stipple.the(Erasures.class).ledger())).hasSize(1);
    }

    @Test
    void theLedgerOutsideSaysWhatTheLedgerInsideSays() {
        var begun = treated();
        statesAll(0);
        erase(begun.person(), RecordClass.PHOTOS);
        settle();
        UUID erasure = as(() -> stipple.the(Erasures.class).ledger()).getFirst().id();
        assertThat(stipple.the(LedgerFiles.class).all().getFirst().read().lines())
                .contains(new LedgerFile.Line(
                        erasure, lead.clinic(), begun.person().value(), RecordClass.PHOTOS));
    }

    @Test
    void theTrailKeepsWhatWasDoneWithoutTheName() {
        var begun = treated();
        statesAll(0);
        erase(begun.person(), RecordClass.TREATMENT);
        var entries = as(() -> stipple.the(TransactionTemplate.class)
                .execute(_ -> stipple.the(AuditTrail.class)
                        .newest(begun.person(), Act.CHANGE, List.of("erasing: treatment"))));
        assertThat(entries).isPresent();
        assertThat(Optional.of(entries.orElseThrow().what())).contains("erasing: treatment");
    }
}
