package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.WhoWaits;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.demo.DemoCrowd;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.Sessions;

/// The invented crowd has whole records: whatever a table gains, its people can still be opened.
class CrowdTest {

    @TempDir
    static Path directory;

    @Test
    void everybodyOfTheCrowdHasTenSessionsAndAPageThatOpens() throws Exception {
        try (var stipple = ClinicUnderTest.serving(directory)) {
            stipple.itIs("2026-07-20T09:00:00Z");
            var clinician = stipple.clinic("Crowded", "clinician");
            Acting.doing(clinician, () -> {
                var person = new PatientId(UUID.randomUUID());
                stipple.the(Patients.class).register(person, Someone.bornIn(1992));
                stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
                stipple.the(Screenings.class).screen(person);
                var courses = stipple.the(Courses.class);
                var plan = courses.draft(UUID.randomUUID(), person).plan();
                courses.sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
                Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
                var unit = stipple.the(Stock.class)
                        .receive("skinpen-precision", UnitCode.parse("(17)281130(10)LOT9(21)1"), 1)
                        .getFirst()
                        .id();
                var sessions = stipple.the(Sessions.class);
                var session = Someone.started(sessions.start(UUID.randomUUID(), person, plan.id(), List.of(unit)));
                for (var zone : plan.course().planned()) {
                    sessions.chart(person, session.id(), zone.id(), Someone.asPlanned(zone));
                }
                sessions.close(person, session.id(), "", ClinicUnderTest.PASSWORD);
            });
            // Months later: the crowd's last sessions are younger than the screening they were copied with.
            stipple.itIs("2026-11-20T09:00:00Z");
            var said = new ArrayList<String>();
            stipple.the(DemoCrowd.class).fill(31, said::add);
            stipple.the(DemoCrowd.class).fill(31, said::add);
            assertThat(said).singleElement().asString().contains("31 of 31", "310 sessions");
            String one = Acting.as(
                    clinician,
                    () -> Objects.requireNonNull(stipple.the(TransactionTemplate.class)
                            .execute(_ -> {
                                stipple.the(AuditTrail.class).openAll("test");
                                var sql = stipple.the(JdbcClient.class);
                                assertThat(sql.sql("select count(*) from session where number = 10")
                                                .query(Integer.class)
                                                .single())
                                        .isEqualTo(31);
                                return sql.sql("select patient_id::text from patient where family_name like '%-7'")
                                        .query(String.class)
                                        .single();
                            })));
            WhoWaits.isWhatTheRecordsSay(stipple, clinician);
            try (var caller = Caller.signedIn(stipple.port(), "clinician")) {
                assertThat(caller.get("/people/" + one).body()).contains("Time line", "10 of");
                assertThat(caller.get("/today").body()).contains("Next sessions that are due");
            }
        }
    }
}
