package org.stipple.clinic.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.Start;
import org.stipple.clinic.web.words.Tongue;

/// Whoever agrees to a treatment agrees to exactly the course that they were shown.
class ConsentIsToOneCourseTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;

    private PatientId person = new PatientId(UUID.randomUUID());

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-consent");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    @BeforeEach
    void somebodyNew() {
        stipple.itIs("2026-11-20T09:00:00Z");
        person = new PatientId(UUID.randomUUID());
        Acting.doing(noor, () -> {
            stipple.the(Patients.class).register(person, Someone.bornIn(1992));
            stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
            stipple.the(Screenings.class).screen(person);
        });
    }

    private Plan drafted() {
        return stipple.the(Courses.class).draft(UUID.randomUUID(), person).plan();
    }

    private Plan signedAt(String instant) {
        stipple.itIs(instant);
        Plan plan = drafted();
        stipple.the(Courses.class)
                .sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
        return plan;
    }

    private void agrees(Optional<ShownCourse> shown) {
        var consents = stipple.the(Consents.class);
        consents.give(
                UUID.randomUUID(),
                person,
                Purpose.TREATMENT,
                consents.text(Purpose.TREATMENT).sha256(),
                shown,
                new Signer.ThePerson("Amara Okafor"));
    }

    private static Optional<ShownCourse> shown(Plan plan) {
        return Optional.of(new ShownCourse(plan.id(), plan.sha256()));
    }

    @Test
    void thePageOfAnOlderCourseIsRefused() {
        Acting.doing(noor, () -> {
            Plan older = signedAt("2026-11-20T09:00:00Z");
            Plan newer = signedAt("2026-11-20T10:00:00Z");
            assertThatThrownBy(() -> agrees(shown(older))).hasMessageContaining("not the one that is signed now");
            assertThat(stipple.the(Consents.class).of(person)).isEmpty();
            agrees(shown(newer));
            assertThat(stipple.the(Consents.class).of(person))
                    .singleElement()
                    .satisfies(consent -> assertThat(consent.course()).isEqualTo(shown(newer)));
        });
    }

    @Test
    void anotherHashThanThatOfTheSignedCourseIsRefused() {
        Acting.doing(noor, () -> {
            Plan plan = signedAt("2026-11-20T09:00:00Z");
            assertThatThrownBy(() -> agrees(Optional.of(new ShownCourse(plan.id(), "0".repeat(64)))))
                    .hasMessageContaining("nothing was signed");
            assertThatThrownBy(() -> agrees(Optional.empty())).hasMessageContaining("nothing was signed");
        });
    }

    @Test
    void aDraftCannotBeAgreedTo() {
        Acting.doing(noor, () -> {
            Plan draft = drafted();
            assertThatThrownBy(() -> agrees(shown(draft))).hasMessageContaining("no signed course");
        });
    }

    @Test
    void theGateTakesNoConsentToAnotherCourse() {
        Acting.doing(noor, () -> {
            agrees(shown(signedAt("2026-11-20T09:00:00Z")));
            Plan newer = signedAt("2026-11-20T10:00:00Z");
            assertThat(against(newer)).anyMatch(why -> why.contains("no consent in force to exactly this course"));
            agrees(shown(newer));
            assertThat(against(newer)).noneMatch(why -> why.contains("consent"));
        });
    }

    private List<String> against(Plan plan) {
        return switch (stipple.the(Sessions.class).start(UUID.randomUUID(), person, plan.id(), List.of())) {
            case Start.Started _ -> List.of();
            case Start.NotStarted(var why) -> why;
        };
    }

    /// Whatever the program forgets, the database keeps a consent to a hash that is the course's.
    @Test
    void theDatabaseKeepsNoConsentToACourseThatWasNeverPlanned() {
        Acting.doing(noor, () -> {
            Plan plan = signedAt("2026-11-20T09:00:00Z");
            var consent = new Consent(
                    UUID.randomUUID(),
                    Purpose.TREATMENT,
                    1,
                    Tongue.ENGLISH,
                    "0".repeat(64),
                    Optional.of(new ShownCourse(plan.id(), "0".repeat(64))),
                    List.of(),
                    new Signer.ThePerson("Amara Okafor"),
                    new Mark.Typed(),
                    new Where.InTheClinic("Dr. Hillside"),
                    java.time.Instant.parse("2026-11-20T09:00:00Z"),
                    Optional.empty(),
                    Optional.empty());
            assertThatThrownBy(() -> stipple.the(org.springframework.transaction.support.TransactionTemplate.class)
                            .executeWithoutResult(_ -> {
                                stipple.the(Patients.class).change(person, "test");
                                stipple.the(Consents.class).text(Purpose.TREATMENT);
                                stipple.the(ConsentStore.class).insert(person, consent);
                            }))
                    .hasMessageContaining("consent_is_to_what_was_shown");
        });
    }
}
