package org.stipple.clinic.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.access.Scope;
import org.stipple.clinic.access.Scopes;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.planning.Signing;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.protocol.Operator;
import org.stipple.protocol.ZonePlan;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// How deep, where and with what a person may treat: asked when a course is planned and signed and before a
/// session, and never in the way of charting what truly happened.
class ScopeOfWhoTreatsTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static int serial;

    private PatientId person = new PatientId(UUID.randomUUID());

    /// Somebody new with the same rights as Noor, whose scope a test sets.
    private Actor other;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-scope");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    @BeforeEach
    void somebodyNew() {
        person = new PatientId(UUID.randomUUID());
        other = colleague();
        Acting.doing(noor, () -> {
            stipple.the(Patients.class).register(person, Someone.bornIn(1992));
            stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
            stipple.the(Screenings.class).screen(person);
        });
    }

    private static Actor colleague() {
        var roles = Set.of(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN);
        UUID id = UUID.randomUUID();
        try {
            return Acting.as(noor, () -> {
                var account = stipple.the(Accounts.class)
                        .add(
                                id,
                                "colleague-" + id,
                                "Sam",
                                ClinicUnderTest.PASSWORD,
                                roles,
                                Optional.of(Operator.PHYSICIAN));
                return new Actor(
                        account,
                        noor.clinic(),
                        "Sam",
                        roles,
                        noor.clinicName(),
                        noor.jurisdiction(),
                        java.time.ZoneId.of("UTC"),
                        Optional.of(Operator.PHYSICIAN));
            });
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void scope(Optional<Depth> deepest, Set<ZoneId> zones, Set<String> devices) {
        Acting.doing(
                noor,
                () -> stipple.the(Scopes.class)
                        .set(other.account(), new Scope(deepest, zones, devices), "In the first year of practice."));
    }

    private Plan planned() {
        return stipple.the(Courses.class).draft(UUID.randomUUID(), person).plan();
    }

    private Signing signed(Plan plan) {
        return stipple.the(Courses.class)
                .sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
    }

    private Plan agreed() {
        Plan plan = planned();
        assertThat(signed(plan)).isInstanceOf(Signing.Signed.class);
        Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
        return plan;
    }

    private Start started(Plan plan) {
        var code = UnitCode.parse("(17)271130(10)LOT9(21)" + ++serial);
        UUID unit = stipple.the(Stock.class)
                .receive("skinpen-precision", code, 1)
                .getFirst()
                .id();
        return stipple.the(Sessions.class).start(UUID.randomUUID(), person, plan.id(), List.of(unit));
    }

    @Test
    void aCourseIsPlannedNoDeeperThanWhoPlansItMayGo() {
        Acting.doing(noor, () -> assertThat(deepest(planned())).isGreaterThan(Depth.ofMillimetres("0.5")));
        scope(Optional.of(Depth.ofMillimetres("0.5")), Set.of(), Set.of());
        Acting.doing(other, () -> {
            Plan plan = planned();
            assertThat(deepest(plan)).isEqualTo(Depth.ofMillimetres("0.5"));
            assertThat(plan.course().planned())
                    .allSatisfy(zone -> assertThat(zone.depth().boundBy()).hasToString("scope"));
        });
    }

    private static Depth deepest(Plan plan) {
        return plan.course().planned().stream()
                .map(zone -> zone.depth().chosen())
                .reduce(Depth.ZERO, Depth::max);
    }

    @Test
    void aZoneOutsideTheScopeIsRefusedAndTheOthersArePlanned() {
        scope(Optional.empty(), Set.of(ZoneId.CHEEK_LEFT, ZoneId.NECK), Set.of());
        Acting.doing(
                other,
                () -> assertThat(planned().course().planned().stream().map(ZonePlan.Planned::id))
                        .containsExactly(ZoneId.CHEEK_LEFT));
    }

    @Test
    void nothingIsPlannedWithADeviceOutsideTheScope() {
        scope(Optional.empty(), Set.of(), Set.of("dr-pen-m8"));
        Acting.doing(
                other,
                () -> assertThatThrownBy(this::planned)
                        .hasMessageContaining("Your scope does not include SkinPen Precision"));
    }

    @Test
    void whoeverSignsSignsWithinTheirOwnScope() {
        scope(Optional.of(Depth.ofMillimetres("0.5")), Set.of(), Set.of());
        try {
            Plan plan = Acting.as(noor, this::planned);
            assertThat(Acting.as(other, () -> signed(plan)))
                    .isInstanceOfSatisfying(
                            Signing.Refused.class,
                            refused -> assertThat(refused.why())
                                    .singleElement()
                                    .asString()
                                    .contains("beyond your own scope", "cheek", "is beyond 0.5 mm"));
            assertThat(Acting.as(noor, () -> signed(plan))).isInstanceOf(Signing.Signed.class);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void nobodyStartsASessionBeyondTheirScopeAndSomebodyElseDoes() throws Exception {
        Plan plan = Acting.as(noor, this::agreed);
        scope(Optional.empty(), Set.of(ZoneId.CHEEK_LEFT), Set.of());
        assertThat(Acting.as(other, () -> started(plan)))
                .isInstanceOfSatisfying(
                        Start.NotStarted.class,
                        refused -> assertThat(refused.why())
                                .singleElement()
                                .asString()
                                .contains(
                                        "beyond your own scope: the " + ZoneId.CHEEK_RIGHT.words() + " is not in it"));
        assertThat(Acting.as(noor, () -> started(plan))).isInstanceOf(Start.Started.class);
    }

    @Test
    void whatTrulyHappenedIsChartedAndReviewed() throws Exception {
        Plan plan = Acting.as(noor, this::agreed);
        Session session = Acting.as(noor, () -> Someone.started(started(plan)));
        scope(Optional.of(Depth.ofMillimetres("0.25")), Set.of(), Set.of());
        var zone = plan.course().planned().getFirst();
        var asPlanned = Someone.asPlanned(zone);
        var done = new Charted.Done(
                asPlanned.depth(),
                asPlanned.passes(),
                asPlanned.directions(),
                asPlanned.glide(),
                asPlanned.endpoint(),
                asPlanned.pain(),
                Optional.of("Took over because the colleague felt unwell."));
        Charted charted = Acting.as(
                other, () -> stipple.the(Sessions.class).chart(person, session.id(), zone.id(), withWhy(done), 0));
        assertThat(charted.deviation())
                .hasValueSatisfying(words -> assertThat(words).contains("beyond the scope of Sam"));
        assertThat(charted.gravity()).contains(Gravity.OVER_LIMIT);
    }

    private static Charted.Done withWhy(Charted.Done done) {
        return new Charted.Done(
                done.depth(),
                done.passes(),
                done.directions(),
                done.glide(),
                done.onSkin(),
                done.endpoint(),
                done.pain(),
                Optional.of(Why.OTHER),
                done.reason());
    }

    @Test
    void nobodySetsTheirOwnScopeAndEachIsKeptWithItsReason() {
        Acting.doing(
                other,
                () -> assertThatThrownBy(() ->
                                stipple.the(Scopes.class).set(other.account(), Scope.ALL, "Because I say so myself."))
                        .hasMessageContaining("nobody sets their own scope"));
        scope(Optional.of(Depth.ofMillimetres("1")), Set.of(), Set.of());
        scope(Optional.of(Depth.ofMillimetres("1.5")), Set.of(ZoneId.NECK), Set.of("skinpen-precision"));
        Acting.doing(noor, () -> {
            assertThat(stipple.the(Scopes.class).history(other.account()))
                    .extracting(entry -> entry.scope().words())
                    .containsExactly("at most 1.5 mm; neck; skinpen-precision", "at most 1 mm; all zones; all devices");
            assertThatThrownBy(() -> stipple.the(Scopes.class).set(other.account(), Scope.ALL, "x"))
                    .hasMessageContaining("expected why this is their scope");
        });
    }
}
