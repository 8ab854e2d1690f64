package org.stipple.clinic.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.incident.Incident;
import org.stipple.clinic.incident.Incidents;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;

/// What went wrong in a person's session is known before the next one.
class AfterAnIncidentTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-burn");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static Actor somebodyElse() throws Exception {
        var account = Acting.as(
                noor,
                () -> stipple.the(Accounts.class)
                        .add(
                                UUID.randomUUID(),
                                "ari-burn",
                                "Dr. Ari",
                                ClinicUnderTest.PASSWORD,
                                Set.of(Role.SUPERVISING_CLINICIAN)));
        return new Actor(
                account,
                noor.clinic(),
                "Dr. Ari",
                Set.of(Role.SUPERVISING_CLINICIAN),
                noor.clinicName(),
                noor.jurisdiction(),
                noor.zone());
    }

    private static UUID burn(Begun begun, Incident.Affected affected) {
        var id = UUID.randomUUID();
        assertThat(stipple.the(Incidents.class)
                        .record(
                                id,
                                new Incident.Told(
                                        Incident.Kind.BURN,
                                        affected,
                                        "The left cheek was burned.",
                                        "Cooled, and a physician looked.",
                                        Optional.empty(),
                                        Optional.empty(),
                                        stipple.the(ClinicClock.class).now().minus(Duration.ofMinutes(1))),
                                Optional.of(new Incident.In(
                                        begun.person(), begun.session().id()))))
                .isEmpty();
        return id;
    }

    /// What the gate says about the next session.
    private static List<String> incidentsAgainst(Begun begun) {
        var course = stipple.the(Courses.class).inForce(begun.person()).orElseThrow();
        return stipple.the(Sessions.class).against(begun.person(), course, List.of()).stream()
                .filter(obstacle -> obstacle.step() == Obstacle.Step.INCIDENT)
                .map(Obstacle::words)
                .toList();
    }

    private static void closed(Begun begun) {
        assertThat(stipple.the(Sessions.class)
                        .close(
                                begun.person(),
                                begun.session().id(),
                                "Stopped, and nothing was treated.",
                                ClinicUnderTest.PASSWORD))
                .isEmpty();
    }

    private static String chapter(Begun begun) {
        return Objects.requireNonNull(stipple.the(TransactionTemplate.class).execute(_ -> {
            var person = stipple.the(Patients.class).read(begun.person(), "person's page");
            return stipple.all(Chapter.class).stream()
                    .map(chapter -> chapter.tell(person))
                    .filter(told -> told.title().equals("Incidents"))
                    .findFirst()
                    .orElseThrow()
                    .state();
        }));
    }

    @Test
    void aBurnOfAPersonStandsAgainstTheirNextSessionUntilSomebodyElseHasLookedAtIt() throws Exception {
        var ari = somebodyElse();
        var begun = Acting.as(noor, () -> Begun.of(stipple, "BURN1"));
        var id = Acting.as(noor, () -> {
            closed(begun);
            return burn(begun, Incident.Affected.PATIENT);
        });
        Acting.doing(noor, () -> {
            assertThat(incidentsAgainst(begun))
                    .singleElement()
                    .asString()
                    .contains("An incident of", "waits to be looked at", "a burn");
            assertThat(chapter(begun)).contains("waits to be looked at");
            var start = stipple.the(Sessions.class)
                    .start(UUID.randomUUID(), begun.person(), begun.plan().id(), List.of());
            assertThat(start).isInstanceOf(Start.NotStarted.class);
            assertThat(((Start.NotStarted) start).why()).anyMatch(why -> why.startsWith("An incident of"));
        });
        Acting.doing(ari, () -> {
            var incidents = stipple.the(Incidents.class);
            assertThat(incidents.review(
                            incidents.find(id).orElseThrow(), "The setting was wrong.", ClinicUnderTest.PASSWORD))
                    .isEmpty();
        });
        Acting.doing(noor, () -> {
            assertThat(incidentsAgainst(begun)).isEmpty();
            assertThat(chapter(begun)).contains("which was looked at");
        });
    }

    @Test
    void anIncidentIsNotOlderThanTheSessionInWhichItHappened() throws Exception {
        var begun = Acting.as(noor, () -> Begun.of(stipple, "BURN3"));
        Acting.doing(
                noor,
                () -> assertThat(stipple.the(Incidents.class)
                                .record(
                                        UUID.randomUUID(),
                                        new Incident.Told(
                                                Incident.Kind.BURN,
                                                Incident.Affected.PATIENT,
                                                "The left cheek was burned.",
                                                "Cooled, and a physician looked.",
                                                Optional.empty(),
                                                Optional.empty(),
                                                begun.session().startedAt().minus(Duration.ofDays(1))),
                                        Optional.of(new Incident.In(
                                                begun.person(), begun.session().id()))))
                        .singleElement()
                        .asString()
                        .contains("the session began on"));
    }

    @Test
    void whatHappenedToTheStaffAloneDoesNot() throws Exception {
        var begun = Acting.as(noor, () -> Begun.of(stipple, "BURN2"));
        Acting.doing(noor, () -> {
            closed(begun);
            burn(begun, Incident.Affected.STAFF);
            assertThat(incidentsAgainst(begun)).isEmpty();
        });
    }
}
