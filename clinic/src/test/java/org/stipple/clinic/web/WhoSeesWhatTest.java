package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.incident.Incident;
import org.stipple.clinic.incident.Protocols;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.protocol.Operator;

/// What a page shows to whom.
class WhoSeesWhatTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static PatientId amara = new PatientId(UUID.randomUUID());

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-sees");
        add("auditor-sees", "Uma", Role.AUDITOR, Optional.empty());
        add("lead-sees", "Robin", Role.PRIVACY_AND_SAFETY_LEAD, Optional.empty());
        add("nurse-sees", "Sam", Role.PRACTITIONER, Optional.of(Operator.NURSE));
        Acting.doing(noor, () -> stipple.the(Patients.class).register(amara, Someone.bornIn(1992)));
    }

    private static void add(String username, String name, Role role, Optional<Operator> profession) {
        Acting.doing(
                noor,
                () -> stipple.the(Accounts.class)
                        .add(UUID.randomUUID(), username, name, ClinicUnderTest.PASSWORD, Set.of(role), profession));
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static String page(String username, String path) throws Exception {
        try (var caller = Caller.signedIn(stipple.port(), username)) {
            var answer = caller.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return new String(answer.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    @Test
    void anAuditorSeesTheTrailOfARecordWithoutTheName() throws Exception {
        String trail = "/people/" + amara + "/trail";
        assertThat(page("lead-sees", trail)).contains("Amara Okafor", "href=\"/people/" + amara + "\"");
        assertThat(page("auditor-sees", trail))
                .contains("Record " + amara)
                .doesNotContain("Okafor", "href=\"/people/" + amara + "\"");
    }

    @Test
    void whoTreatsFindsTheIncidentsAndReadsWhatTheClinicDoes() throws Exception {
        Acting.doing(noor, () -> stipple.the(Protocols.class).write(Incident.Kind.BURN, "Cool it, and call Robin.", 0));
        assertThat(page("nurse-sees", "/today")).contains("href=\"/incidents\"");
        assertThat(page("nurse-sees", "/incidents/protocols"))
                .contains("Cool it, and call Robin.")
                .doesNotContain("name=\"words\"");
        assertThat(page("lead-sees", "/incidents/protocols")).contains("name=\"words\"");
    }

    @Test
    void aQuestionThatWasNotAnsweredIsNamedAsItIsAsked() throws Exception {
        var person = new PatientId(UUID.randomUUID());
        Acting.doing(noor, () -> {
            stipple.the(Patients.class).register(person, Someone.bornIn(1990));
            stipple.the(Intakes.class)
                    .save(
                            person,
                            0,
                            Someone.withAcneScarsOnTheCheeks().with("facts", Someone.without("herpes.active")));
            stipple.the(Screenings.class).screen(person);
        });
        assertThat(page("nurse-sees", "/people/" + person + "/screening"))
                .contains("Not answered: ")
                .doesNotContain("Not answered: herpes", "Answer: herpes");
    }
}
