package org.stipple.clinic.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.look.IdentityView;
import org.stipple.protocol.document.Document;

/// Who it is, on every page on which something is done to a person.
class IdentitiesTest {

    @Test
    void theStripNamesThePersonTheAllergiesAndWhatIsPlannedWithItsSide(@TempDir Path directory) {
        try (var stipple = ClinicUnderTest.serving(directory)) {
            Acting.doing(stipple.clinic("Hillside", "noor-identity"), () -> check(stipple));
        }
    }

    private static void check(ClinicUnderTest stipple) {
        var identities = stipple.the(Identities.class);
        var id = new PatientId(UUID.randomUUID());
        Patient person = stipple.the(Patients.class).register(id, Someone.bornIn(1992));
        assertThat(identities.of(person))
                .isEqualTo(new IdentityView(
                        "Amara Okafor",
                        "/people/" + id,
                        "11 Feb 1992, 34 years",
                        "female",
                        "not asked",
                        false,
                        java.util.List.of(),
                        ""));

        var intakes = stipple.the(Intakes.class);
        intakes.save(id, 0, Someone.withAcneScarsOnTheCheeks());
        assertThat(identities.of(person).allergies()).isEqualTo("none of those asked about");
        intakes.save(
                id,
                1,
                Someone.withAcneScarsOnTheCheeks()
                        .with("facts", Someone.answering("metal-allergy", true))
                        .withPath("facts.anaesthetic-allergy", Document.UNKNOWN));
        assertThat(identities.of(person).allergic()).isTrue();
        assertThat(identities.of(person).allergies())
                .startsWith("metals such as nickel or steel")
                .contains("Not answered: numbing creams");

        intakes.save(id, 2, Someone.withAcneScarsOnTheCheeks());
        stipple.the(Screenings.class).screen(id);
        var plan = stipple.the(Courses.class).draft(UUID.randomUUID(), id).plan();
        assertThat(identities.of(person).zones()).as("nothing is signed").isEmpty();
        assertThat(identities.of(person, plan).zones()).containsExactly("left cheek 1.5 mm", "right cheek 1.5 mm");
        assertThat(identities.of(person, plan).device()).isEqualTo("SkinPen Precision");
    }
}
