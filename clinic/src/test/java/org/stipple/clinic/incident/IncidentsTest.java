package org.stipple.clinic.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;
import org.stipple.quantities.ZoneId;

/// What went wrong is written down by whoever saw it, and looked at by somebody else; what the clinic does then
/// is in its own words.
class IncidentsTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Actor ari;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-incident");
        ari = Acting.as(noor, IncidentsTest::second);
    }

    private static Actor second() {
        var account = stipple.the(Accounts.class)
                .add(
                        UUID.randomUUID(),
                        "ari-incident",
                        "Dr. Ari",
                        ClinicUnderTest.PASSWORD,
                        Set.of(Role.SUPERVISING_CLINICIAN));
        return new Actor(
                account,
                noor.clinic(),
                "Dr. Ari",
                Set.of(Role.SUPERVISING_CLINICIAN),
                noor.clinicName(),
                noor.jurisdiction(),
                noor.zone());
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static Incident.Told stick(String happened) {
        return new Incident.Told(
                Incident.Kind.BLOOD_EXPOSURE,
                Incident.Affected.STAFF,
                happened,
                "Washed, and the protocol was followed.",
                Optional.of("lot A1"),
                Optional.of(ZoneId.CHEEK_LEFT),
                stipple.the(ClinicClock.class).now().minus(Duration.ofMinutes(5)));
    }

    @Test
    void itIsWrittenDownWaitsAndIsLookedAtBySomebodyElse() {
        var id = UUID.randomUUID();
        Acting.doing(noor, () -> {
            var incidents = stipple.the(Incidents.class);
            int before = incidents.waiting();
            assertThat(incidents.record(id, stick("A needle went through a glove."), Optional.empty()))
                    .isEmpty();
            assertThat(incidents.waiting()).isEqualTo(before + 1);
            assertThat(incidents.review(
                            incidents.find(id).orElseThrow(), "Looked at with the team.", ClinicUnderTest.PASSWORD))
                    .singleElement()
                    .satisfies(why -> assertThat(why).contains("You wrote this down yourself"));
        });
        Acting.doing(ari, () -> {
            var incidents = stipple.the(Incidents.class);
            var incident = incidents.find(id).orElseThrow();
            assertThat(incidents.review(incident, "x", ClinicUnderTest.PASSWORD))
                    .isNotEmpty();
            assertThat(incidents.review(incident, "Looked at with the team.", ClinicUnderTest.PASSWORD))
                    .isEmpty();
            assertThat(incidents.find(id).orElseThrow().review())
                    .hasValueSatisfying(review -> assertThat(review.signer()).isEqualTo("Dr. Ari"));
        });
    }

    @Test
    void whoLeadsPrivacyAndSafetyLooksAtItWithoutSeeingWhoseSessionItWas() {
        var id = UUID.randomUUID();
        Acting.doing(
                noor,
                () -> assertThat(stipple.the(Incidents.class)
                                .record(id, stick("A needle fell on a foot."), Optional.empty()))
                        .isEmpty());
        var lead = new Actor(
                ari.account(),
                ari.clinic(),
                ari.name(),
                Set.of(Role.PRIVACY_AND_SAFETY_LEAD),
                ari.clinicName(),
                ari.jurisdiction(),
                ari.zone());
        Acting.doing(lead, () -> {
            var incidents = stipple.the(Incidents.class);
            assertThat(incidents.newest()).extracting(Incident::id).contains(id);
            assertThat(incidents.review(
                            incidents.find(id).orElseThrow(), "Shoes were bought.", ClinicUnderTest.PASSWORD))
                    .isEmpty();
            assertThat(incidents.find(id).orElseThrow().review()).isPresent();
        });
    }

    @Test
    void wordsThatSayNothingAndTimesToComeAreRefused() {
        Acting.doing(
                noor,
                () -> assertThat(stipple.the(Incidents.class).record(UUID.randomUUID(), stick("x"), Optional.empty()))
                        .singleElement()
                        .satisfies(why -> assertThat(why).contains("what happened")));
    }

    private static Incident.Told at(Instant when) {
        var told = stick("A needle went through a glove.");
        return new Incident.Told(
                told.kind(), told.affected(), told.happened(), told.done(), told.unit(), told.zone(), when);
    }

    @Test
    void aTimeOfAnotherCenturyIsASlipOfTheYear() {
        Acting.doing(noor, () -> {
            var incidents = stipple.the(Incidents.class);
            var now = stipple.the(ClinicClock.class).now();
            assertThat(incidents.record(UUID.randomUUID(), at(Instant.parse("1900-01-01T10:00:00Z")), Optional.empty()))
                    .singleElement()
                    .asString()
                    .contains("more than a year ago");
            assertThat(incidents.record(UUID.randomUUID(), at(now.minus(Duration.ofDays(360))), Optional.empty()))
                    .isEmpty();
        });
    }

    @Test
    void aSessionOfSomebodyElseIsNoSession() {
        Acting.doing(noor, () -> {
            var person = new PatientId(UUID.randomUUID());
            stipple.the(Patients.class).register(person, Someone.bornIn(1990));
            assertThatThrownBy(() -> stipple.the(Incidents.class)
                            .record(
                                    UUID.randomUUID(),
                                    stick("A needle went through a glove."),
                                    Optional.of(new Incident.In(person, UUID.randomUUID()))))
                    .isInstanceOf(NoSuchPatient.class);
        });
    }

    @Test
    void aProtocolIsTheClinicsOwnAndEveryVersionStays() {
        Acting.doing(noor, () -> {
            var protocols = stipple.the(Protocols.class);
            assertThat(protocols.newest(Incident.Kind.BURN)).isEmpty();
            assertThat(protocols.write(Incident.Kind.BURN, "Ask the lead of the day.", 0))
                    .isEmpty();
            assertThat(protocols.write(Incident.Kind.BURN, "Written on an old page.", 0))
                    .singleElement()
                    .satisfies(why -> assertThat(why).contains("changed meanwhile"));
            assertThat(protocols.write(Incident.Kind.BURN, "Ask the lead, then write it down.", 1))
                    .isEmpty();
            assertThat(protocols.of(Incident.Kind.BURN))
                    .extracting(Protocol::version)
                    .containsExactly(2, 1);
        });
    }
}
