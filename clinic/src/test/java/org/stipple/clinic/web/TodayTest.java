package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.WhoWaits;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.Sessions;

/// With what a day begins, for each role.
class TodayTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static int serial;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-today");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    @AfterEach
    void whoWaitsIsWhatTheRecordsSay() {
        WhoWaits.isWhatTheRecordsSay(stipple, noor);
    }

    private static String today(String instant, String username) throws Exception {
        stipple.itIs(instant);
        try (var caller = Caller.signedIn(stipple.port(), username)) {
            return caller.get("/today").body();
        }
    }

    private static PatientId somebody(String family) {
        var person = new PatientId(UUID.randomUUID());
        PatientDetails born = Someone.bornIn(1992);
        stipple.the(Patients.class)
                .register(
                        person,
                        new PatientDetails("Ines", family, born.birthDate(), born.sex(), born.phone(), born.email()));
        stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
        stipple.the(Screenings.class).screen(person);
        return person;
    }

    private static Plan signed(PatientId person) {
        var courses = stipple.the(Courses.class);
        Plan plan = courses.draft(UUID.randomUUID(), person).plan();
        courses.sign(
                person, plan.id(), plan.sha256(), new HashMap<>(Someone.reasonsFor(plan)), ClinicUnderTest.PASSWORD);
        Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
        return plan;
    }

    private static UUID begun(PatientId person, Plan plan) {
        UUID unit = stipple.the(Stock.class)
                .receive("skinpen-precision", UnitCode.parse("(17)281130(10)LOT8(21)" + ++serial), 1)
                .getFirst()
                .id();
        return Someone.started(stipple.the(Sessions.class).start(UUID.randomUUID(), person, plan.id(), List.of(unit)))
                .id();
    }

    private static void closed(PatientId person, Plan plan, UUID session) {
        var sessions = stipple.the(Sessions.class);
        for (var zone : plan.course().planned()) {
            sessions.chart(person, session, zone.id(), Someone.asPlanned(zone));
        }
        assertThat(sessions.close(person, session, "", ClinicUnderTest.PASSWORD))
                .isEmpty();
    }

    @Test
    void aDraftWaitsForASignatureUntilItIsSigned() throws Exception {
        stipple.itIs("2026-11-20T09:00:00Z");
        PatientId person = Acting.as(noor, () -> {
            PatientId drafted = somebody("Draftson");
            stipple.the(Courses.class).draft(UUID.randomUUID(), drafted);
            return drafted;
        });
        assertThat(today("2026-11-20T10:00:00Z", "noor-today"))
                .containsPattern("(?s)Courses to sign.*Ines Draftson.*Drafted, not signed");
        WhoWaits.isWhatTheRecordsSay(stipple, noor);
        Acting.doing(noor, () -> signed(person));
        assertThat(today("2026-11-20T11:00:00Z", "noor-today")).doesNotContain("Draftson");
    }

    @Test
    void aRunningSessionStandsThereUntilItIsClosedAndThenTheNextWhenItIsDue() throws Exception {
        stipple.itIs("2026-11-20T09:00:00Z");
        var plan = new Plan[1];
        var session = new UUID[1];
        PatientId person = Acting.as(noor, () -> {
            PatientId treated = somebody("Runningson");
            plan[0] = signed(treated);
            session[0] = begun(treated, plan[0]);
            return treated;
        });
        WhoWaits.isWhatTheRecordsSay(stipple, noor);
        assertThat(today("2026-11-20T10:00:00Z", "noor-today"))
                .containsPattern("(?s)Sessions that are open.*Ines Runningson.*not closed");
        Acting.doing(noor, () -> closed(person, plan[0], session[0]));
        assertThat(today("2026-11-20T11:00:00Z", "noor-today")).doesNotContain("Runningson");
        assertThat(today("2026-12-15T09:00:00Z", "noor-today"))
                .containsPattern("(?s)Next sessions that are due.*Ines Runningson.*Due.*20 Dec 2026, in 5 days");
        assertThat(today("2026-12-24T09:00:00Z", "noor-today"))
                .containsPattern("(?s)Next sessions that are due.*Ines Runningson.*Overdue");
    }

    @Test
    void whoWasDeferredComesBackWhenTheWaitIsOver() throws Exception {
        stipple.itIs("2026-11-20T09:00:00Z");
        Acting.doing(noor, () -> {
            PatientId person = somebody("Waitson");
            stipple.the(Intakes.class)
                    .save(
                            person,
                            1,
                            Someone.withAcneScarsOnTheCheeks()
                                    .with("facts", Someone.answeringDay("peel.last", "2026-11-18")));
            var until = stipple.the(Screenings.class).screen(person).screening().until();
            assertThat(until).isPresent();
        });
        assertThat(today("2026-11-21T09:00:00Z", "noor-today")).doesNotContain("Waitson");
        assertThat(today("2027-01-10T09:00:00Z", "noor-today"))
                .containsPattern("(?s)Deferred, and now due.*Ines Waitson.*The wait is over");
    }

    @Test
    void theFrontDeskSeesNamesAndDatesAndNothingToSign() throws Exception {
        stipple.itIs("2026-11-20T09:00:00Z");
        Actor desk = stipple.clinic("Lakeside", "desk-today", EnumSet.of(Role.FRONT_DESK));
        assertThat(today("2026-11-20T10:00:00Z", "desk-today"))
                .contains("Nothing waits for you")
                .doesNotContain("Courses to sign", "Red flags", "son</b>");
        assertThat(desk.roles()).containsExactly(Role.FRONT_DESK);
    }

    @Test
    void readingOfAllPeopleStandsInTheTrail() throws Exception {
        today("2026-11-20T10:00:00Z", "noor-today");
        int entries = Acting.as(
                noor,
                () -> stipple.the(TransactionTemplate.class)
                        .execute(_ -> stipple.the(JdbcClient.class)
                                .sql("select count(*) from audit_entry where what = 'what waits today'")
                                .query(Integer.class)
                                .single()));
        assertThat(entries).isPositive();
    }
}
