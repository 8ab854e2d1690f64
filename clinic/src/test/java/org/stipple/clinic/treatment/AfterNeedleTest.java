package org.stipple.clinic.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;

/// What was given beside the needle and found at the end is kept, amended by appending, and signed.
class AfterNeedleTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-after");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static Afterwards.Found found(int redness) {
        return new Afterwards.Found(
                new Reaction(Map.of(Reaction.Sign.ERYTHEMA, redness, Reaction.Sign.WHEAL, 0)),
                Optional.of("Hyaluronic gel, lot H3"),
                Optional.of(Afterwards.Aftercare.BOTH),
                Optional.empty());
    }

    @Test
    void anAdjunctAndTheEndAreKeptAndTheLaterEntryCounts() {
        Acting.doing(noor, () -> {
            var begun = Begun.of(stipple, "AFTER");
            var after = stipple.the(AfterNeedle.class);
            after.add(
                    begun.person(),
                    begun.session().id(),
                    new Adjunct.Used(
                            Adjunct.Kind.PRP, "own plasma", Optional.of(new BigDecimal("4.5")), Optional.of("P7")));
            after.tell(begun.person(), begun.session().id(), found(1), 0);
            after.tell(begun.person(), begun.session().id(), found(3), 1);
            var session = stipple.the(Sessions.class)
                    .find(begun.person(), begun.session().id());
            assertThat(session.aftermath().adjuncts())
                    .singleElement()
                    .satisfies(one -> assertThat(one.used().words())
                            .isEqualTo("platelet-rich plasma: own plasma, 4.5 ml, lot P7"));
            assertThat(session.aftermath().after()).hasSize(2);
            assertThat(session.aftermath().last().orElseThrow().found().words())
                    .isEqualTo("redness severe (3), wheals none (0); applied: Hyaluronic gel, lot H3; "
                            + "aftercare: the sheet was given and explained");
            assertThat(session.aftermath()
                            .last()
                            .orElseThrow()
                            .found()
                            .reaction()
                            .isSevere())
                    .isTrue();
            assertThat(session.toldSoFar()).isEqualTo(3);
            assertThat(session.toldAfter(2, ZoneOffset.UTC))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("redness severe"));
        });
    }

    @Test
    void whatSomebodyElseWroteMeanwhileIsNotWrittenOver() {
        Acting.doing(noor, () -> {
            var begun = Begun.of(stipple, "MEAN");
            var after = stipple.the(AfterNeedle.class);
            after.tell(begun.person(), begun.session().id(), found(1), 0);
            assertThatThrownBy(() -> after.tell(begun.person(), begun.session().id(), found(2), 0))
                    .isInstanceOf(ToldMeanwhile.class);
        });
    }

    @Test
    void theSignatureIsUnderTheEndAsWell() {
        Acting.doing(noor, () -> {
            var begun = Begun.of(stipple, "SIGN");
            stipple.the(AfterNeedle.class).tell(begun.person(), begun.session().id(), found(1), 0);
            assertThatThrownBy(() -> stipple.the(Sessions.class)
                            .close(
                                    begun.person(),
                                    begun.session().id(),
                                    "Stopped before the needle.",
                                    ClinicUnderTest.PASSWORD,
                                    0))
                    .isInstanceOf(ToldMeanwhile.class);
        });
    }

    @Test
    void nothingIsNoEndAndNoVolumeIsBelowZero() {
        assertThatThrownBy(() -> new Afterwards.Found(
                        new Reaction(Map.of()), Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new Adjunct.Used(Adjunct.Kind.MASK, "sheet", Optional.of(BigDecimal.ZERO), Optional.empty()))
                .hasMessageContaining("more than 0");
        assertThatThrownBy(() -> new Reaction(Map.of(Reaction.Sign.OEDEMA, 4))).hasMessageContaining("0 to 3");
    }
}
