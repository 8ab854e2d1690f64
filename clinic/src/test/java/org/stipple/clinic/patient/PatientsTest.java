package org.stipple.clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.planning.Intakes;

class PatientsTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-patients");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static PatientId someone() {
        var id = new PatientId(UUID.randomUUID());
        stipple.the(Patients.class).register(id, Someone.bornIn(1990));
        return id;
    }

    @Test
    void theSecondOfTwoCorrectionsOnTopOfTheSameVersionIsRefused() {
        Acting.doing(noor, () -> {
            var patients = stipple.the(Patients.class);
            PatientId id = someone();
            patients.correct(id, 1, Someone.bornIn(1991));
            assertThatThrownBy(() -> patients.correct(id, 1, Someone.bornIn(1992)))
                    .isInstanceOf(ChangedMeanwhile.class);
            assertThat(patients.read(id, "test").details().birthDate()).hasYear(1991);
        });
    }

    @Test
    void theSecondOfTwoSetsOfAnswersOnTopOfTheSameRevisionIsRefused() {
        Acting.doing(noor, () -> {
            var intakes = stipple.the(Intakes.class);
            PatientId id = someone();
            intakes.save(id, 0, Someone.withAcneScarsOnTheCheeks());
            assertThatThrownBy(() -> intakes.save(id, 0, Someone.withAcneScarsOnTheCheeks()))
                    .isInstanceOf(ChangedMeanwhile.class);
            assertThat(intakes.latest(id).orElseThrow().number()).isEqualTo(1);
        });
    }

    @Test
    void aSearchTakesPercentAndUnderscoreAsTheyAre() {
        Acting.doing(noor, () -> {
            someone();
            assertThat(stipple.the(Patients.class).search("%")).isEmpty();
            assertThat(stipple.the(Patients.class).search("oka")).isNotEmpty();
        });
    }

    @Test
    void ageCountsCompletedYears() {
        var person = new Patient(new PatientId(UUID.randomUUID()), Someone.bornIn(1990), 1);
        assertThat(person.ageOn(java.time.LocalDate.of(2026, 2, 10))).isEqualTo(35);
        assertThat(person.ageOn(java.time.LocalDate.of(2026, 2, 11))).isEqualTo(36);
    }
}
