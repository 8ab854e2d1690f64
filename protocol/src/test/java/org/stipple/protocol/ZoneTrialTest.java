package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Area;
import org.stipple.quantities.GlideSpeed;

/// Trying a dose computes it as a plan does.
class ZoneTrialTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Knowledge knowledge = Knowledge.builtIn();

    private ZoneTrial asPlanned(String device, String zone) {
        var request =
                knowledge.clearCase().with("device", Document.of(device)).with("zones", Document.texts(List.of(zone)));
        var facts = PatientFacts.read(Field.root(request), TODAY);
        var planned = knowledge.plan(facts, TODAY).planned().getFirst();
        var trial = new ZoneTrial(
                knowledge.device(device).orElseThrow(),
                knowledge.zone(planned.id()),
                facts.sex(),
                knowledge.zone(planned.id()).area(),
                planned.depth().chosen(),
                planned.passes(),
                planned.directions(),
                planned.glide().orElse(GlideSpeed.ofMillimetresPerSecond(20)));
        assertThat(DoseDocument.of(trial.dose())).isEqualTo(planned.dose().orElseThrow());
        return trial;
    }

    @ParameterizedTest
    @CsvSource({"skinpen-precision, cheek-left", "dermapen-4, forehead", "dermaroller-mf8, cheek-right"})
    void thePlannedSettingsGiveThePlannedDose(String device, String zone) {
        assertThat(asPlanned(device, zone).isDrawnWhole()).isTrue();
    }

    @Test
    void whatIsTooLargeToDrawQuicklyIsDrawnAsASquareOfIt() {
        var cheek = asPlanned("skinpen-precision", "cheek-left");
        var back = new ZoneTrial(
                cheek.device(),
                cheek.zone(),
                cheek.sex(),
                Area.ofSquareCentimetres(900),
                cheek.depth(),
                cheek.passes(),
                cheek.directions(),
                cheek.glide());
        assertThat(back.isDrawnWhole()).isFalse();
        assertThat(back.question().outline().area().squareCentimetres()).isBetween(59.9, 60.1);
    }
}
