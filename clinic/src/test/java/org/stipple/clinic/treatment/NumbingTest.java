package org.stipple.clinic.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.WhoWaits;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Goods;
import org.stipple.clinic.stock.Kind;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.protocol.document.Document;
import org.stipple.quantities.ZoneId;

/// The limits are those of the label of LMX4: 2 g on 10 cm², 30 to 60 minutes.
class NumbingTest {

    private static final Set<ZoneId> CHEEKS = Set.of(ZoneId.CHEEK_LEFT, ZoneId.CHEEK_RIGHT);

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static int serial;

    private PatientId person = new PatientId(UUID.randomUUID());

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-numb");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    @BeforeEach
    void somebodyNew() {
        stipple.itIs("2026-11-20T09:00:00Z");
        person = new PatientId(UUID.randomUUID());
    }

    @AfterEach
    void whatIsOnIsWhatTheRecordsSay() {
        WhoWaits.isWhatTheRecordsSay(stipple, noor);
    }

    private Plan agreed() {
        return agreed(Someone.withAcneScarsOnTheCheeks());
    }

    private Plan agreed(Document.Mapping answers) {
        stipple.the(Patients.class).register(person, Someone.bornIn(1992));
        stipple.the(Intakes.class).save(person, 0, answers);
        stipple.the(Screenings.class).screen(person);
        Plan plan = stipple.the(Courses.class).draft(UUID.randomUUID(), person).plan();
        stipple.the(Courses.class)
                .sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
        Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
        return plan;
    }

    private static UUID received(Kind kind, String product) {
        var code = UnitCode.parse("(17)271130(10)N" + ++serial + "(21)1");
        return stipple.the(Stock.class)
                .receive(new Goods(kind, product, Optional.empty(), code, 1, Optional.empty()))
                .getFirst()
                .id();
    }

    private Numbing putOn(Plan plan, UUID tube, String grams, String areaCm2) {
        return stipple.the(Numbings.class)
                .putOn(person, plan.id(), tube, new BigDecimal(grams), new BigDecimal(areaCm2), CHEEKS);
    }

    private List<String> against(Plan plan, UUID... units) {
        var course = stipple.the(Courses.class).find(person, plan.id());
        return stipple.the(Sessions.class).against(person, course, List.of(units)).stream()
                .map(Obstacle::words)
                .toList();
    }

    @Test
    void noNeedleWhileItIsOnAndTheSessionKnowsWhatWasOn() {
        Acting.doing(noor, () -> {
            Plan plan = agreed();
            UUID tube = received(Kind.ANAESTHETIC, "lmx4");
            UUID cartridge = received(Kind.CARTRIDGE, "skinpen-precision");
            assertThat(against(plan, cartridge, tube))
                    .singleElement()
                    .asString()
                    .contains("is not on the skin yet");
            var numbing = putOn(plan, tube, "10", "60");
            assertThat(numbing.mostMinutes()).contains(60);
            assertThat(numbing.leastMinutes()).contains(30);
            stipple.itIs("2026-11-20T09:45:00Z");
            assertThat(against(plan, cartridge))
                    .singleElement()
                    .asString()
                    .contains("The anaesthetic is on the skin since", "Wipe it off completely");
            stipple.the(Numbings.class).takeOff(person, numbing.id());
            assertThat(against(plan, cartridge)).isEmpty();
            UUID next = stipple.the(Numbings.class).reserved(person, plan.id());
            var session =
                    Someone.started(stipple.the(Sessions.class).start(next, person, plan.id(), List.of(cartridge)));
            assertThat(stipple.the(Numbings.class).of(person, session.id()))
                    .singleElement()
                    .satisfies(one -> assertThat(one.told(java.time.Instant.parse("2026-11-20T12:00:00Z")))
                            .isEqualTo("lidocaine 4 % (LMX4), 10 g on 60 cm², on the skin for 45 minutes"));
            assertThat(stipple.the(Stock.class).usedIn(session.id())).hasSize(2);
            assertThat(stipple.the(Numbings.class).beforeNext(person, plan.id()))
                    .isEmpty();
        });
    }

    @Test
    void moreThanTheLabelAllowsIsNeverPutOnAndUsesNothing() {
        Acting.doing(noor, () -> {
            Plan plan = agreed();
            UUID tube = received(Kind.ANAESTHETIC, "lmx4");
            assertThatThrownBy(() -> putOn(plan, tube, "12.1", "60"))
                    .hasMessageContaining("More than the label allows")
                    .hasMessageContaining("at most 12 g on this area by the label, given 12.1 g");
            assertThat(stipple.the(Stock.class).find(tube).orElseThrow().usedIn())
                    .isEmpty();
            putOn(plan, tube, "12", "60");
        });
    }

    @Test
    void itIsOnOnceATubeAndNotOnWhatIsNoAnaesthetic() {
        Acting.doing(noor, () -> {
            Plan plan = agreed();
            UUID tube = received(Kind.ANAESTHETIC, "lmx4");
            putOn(plan, tube, "5", "60");
            assertThatThrownBy(() -> putOn(plan, tube, "5", "60")).hasMessageContaining("was used before");
            UUID gel = received(Kind.TOPICAL, "device-hydrogel");
            assertThatThrownBy(() -> putOn(plan, gel, "5", "60")).hasMessageContaining("Scan the anaesthetic first");
        });
    }

    @Test
    void itIsPutOnNobodyWhoMayNotBeTreatedToday() {
        Acting.doing(noor, () -> {
            Plan plan = agreed();
            stipple.itIs("2026-11-21T09:00:00Z");
            UUID tube = received(Kind.ANAESTHETIC, "lmx4");
            assertThatThrownBy(() -> putOn(plan, tube, "5", "60")).hasMessageContaining("Ask again today");
        });
    }

    /// Who treats somebody with an allergy signs for treating without; nobody signs for the cream.
    @Test
    void anAllergyIsAHardStopAlsoWhereTheCourseWasSignedWithIt() {
        Acting.doing(noor, () -> {
            Plan plan = agreed(
                    Someone.withAcneScarsOnTheCheeks().with("facts", Someone.answering("anaesthetic-allergy", true)));
            UUID tube = received(Kind.ANAESTHETIC, "lmx4");
            assertThat(against(plan, received(Kind.CARTRIDGE, "skinpen-precision")))
                    .isEmpty();
            assertThatThrownBy(() -> putOn(plan, tube, "5", "60"))
                    .hasMessageContaining("It is not used with what was answered: anaesthetic-allergy");
        });
    }

    @Test
    void overTimeIsSaidAndGoingOnWithItIsANamedActWithAReason() {
        Acting.doing(noor, () -> {
            Plan plan = agreed();
            UUID cartridge = received(Kind.CARTRIDGE, "skinpen-precision");
            var numbing = putOn(plan, received(Kind.ANAESTHETIC, "lmx4"), "5", "60");
            var later = java.time.Instant.parse("2026-11-20T10:00:01Z");
            assertThat(numbing.isOver(later)).isTrue();
            assertThat(numbing.isOver(java.time.Instant.parse("2026-11-20T10:00:00Z")))
                    .as("as long as the label says")
                    .isFalse();
            var numbings = stipple.the(Numbings.class);
            assertThatThrownBy(() -> numbings.goOnWithIt(person, numbing.id(), "ok", ClinicUnderTest.PASSWORD))
                    .hasMessageContaining("why it cannot be taken off first");
            String why = "Off on the left cheek, which alone is needled today";
            assertThatThrownBy(() -> numbings.goOnWithIt(person, numbing.id(), why, "not the password"))
                    .hasMessageContaining("The password is not yours");
            assertThat(against(plan, cartridge)).isNotEmpty();
            numbings.goOnWithIt(person, numbing.id(), why, ClinicUnderTest.PASSWORD);
            assertThat(against(plan, cartridge)).isEmpty();
            assertThat(numbings.beforeNext(person, plan.id()).getFirst().told(later))
                    .contains("still on", "went on while it was on: Off on the left cheek");
        });
    }

    /// Each of the two tubes alone is within 60 g on 600 cm².
    @Test
    void tubesAreJudgedTogetherWithWhatIsOnTheSkinOrWasToday() {
        Acting.doing(noor, () -> {
            Plan plan = agreed();
            var first = putOn(plan, received(Kind.ANAESTHETIC, "emla"), "10", "50");
            UUID second = received(Kind.ANAESTHETIC, "emla");
            assertThatThrownBy(() -> putOn(plan, second, "60", "600"))
                    .hasMessageContaining("at most 60 g by the label, given 70 g")
                    .hasMessageContaining("at most 600 cm² by the label, given 650 cm²")
                    .hasMessageContaining("10 g on 50 cm², on since");
            stipple.the(Numbings.class).takeOff(person, first.id());
            assertThatThrownBy(() -> putOn(plan, second, "60", "600"))
                    .as("taken off a moment ago")
                    .hasMessageContaining("given 70 g")
                    .hasMessageContaining("10 g on 50 cm², taken off");
            assertThat(stipple.the(Stock.class).find(second).orElseThrow().usedIn())
                    .isEmpty();
            putOn(plan, second, "50", "550");
        });
    }

    @Test
    void aThickLayerIsNotMadeThinByAThinOneElsewhere() {
        Acting.doing(noor, () -> {
            Plan plan = agreed();
            putOn(plan, received(Kind.ANAESTHETIC, "lmx4"), "1", "100");
            assertThatThrownBy(() -> putOn(plan, received(Kind.ANAESTHETIC, "lmx4"), "20", "60"))
                    .hasMessageContaining("at most 12 g on this area by the label, given 20 g");
        });
    }

    @Test
    void aSecondProductIsNotPutOnWhileAnotherIsOn() {
        Acting.doing(noor, () -> {
            Plan plan = agreed();
            var first = putOn(plan, received(Kind.ANAESTHETIC, "emla"), "10", "50");
            UUID other = received(Kind.ANAESTHETIC, "lmx4");
            assertThatThrownBy(() -> putOn(plan, other, "5", "60"))
                    .hasMessageContaining("Another anaesthetic is on the skin")
                    .hasMessageContaining("10 g on 50 cm²");
            stipple.the(Numbings.class).takeOff(person, first.id());
            putOn(plan, other, "5", "60");
        });
    }

    @Test
    void noMoreThanIsInTheTubeComesOutOfIt() {
        Acting.doing(noor, () -> {
            Plan plan = agreed();
            var code = UnitCode.parse("(17)271130(10)N" + ++serial);
            UUID tube = stipple.the(Stock.class)
                    .receive(new Goods(
                            Kind.ANAESTHETIC, "lmx4", Optional.empty(), code, 1, Optional.of("a tube of 5 g")))
                    .getFirst()
                    .id();
            assertThatThrownBy(() -> putOn(plan, tube, "10", "60"))
                    .hasMessageContaining(
                            "There are 5 g in it: it was received as “a tube of 5 g”, and 10 g were said");
            putOn(plan, tube, "5", "60");
        });
        assertThat(DeclaredGrams.of("lidocaine 4 %, 2,5 g")).contains(new BigDecimal("2.5"));
        assertThat(List.of("a tube", "5 tubes of 5 g", "5 mg", "1,000 g", "4 %"))
                .allSatisfy(
                        words -> assertThat(DeclaredGrams.of(words)).as(words).isEmpty());
    }

    @Test
    void itIsPutOnlyOnZonesOfTheCourse() {
        Acting.doing(noor, () -> {
            Plan plan = agreed();
            UUID tube = received(Kind.ANAESTHETIC, "lmx4");
            assertThatThrownBy(() -> stipple.the(Numbings.class)
                            .putOn(
                                    person,
                                    plan.id(),
                                    tube,
                                    new BigDecimal("5"),
                                    new BigDecimal("60"),
                                    Set.of(ZoneId.CHEEK_LEFT, ZoneId.ABDOMEN)))
                    .hasMessageContaining("Not in this course: abdomen");
        });
    }
}
