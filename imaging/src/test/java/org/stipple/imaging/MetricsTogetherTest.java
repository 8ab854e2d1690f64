package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Frame;
import org.stipple.phantom.Invention;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.SeedRange;
import org.stipple.phantom.Skin;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// Metrics are looked for at the same time and share what they look at.
class MetricsTogetherTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.04})
    void eachReadsToTheLastDigitWhatItReadsAlone(double millimetres) {
        var pixel = Length.ofMillimetres(millimetres);
        var frame = new Frame(400, 320, pixel);
        long seed = SeedRange.TUNING.seed(7711);
        Skin skin = Invention.within(frame, seed).person(Skin.itaDegrees(SkinType.III));
        Photo photo = Shots.jpeg(
                Phantom.photograph(skin, Capture.careful(seed), frame).photo());
        var setting = new PhotoSetting(View.PATCH, List.of(), new Scale.Known(pixel, "given"));
        List<Reading> together = readings(Measurement.of(photo, setting));
        assertThat(together).hasSize(Metric.values().length);
        assertThat(together).filteredOn(Reading.Measured.class::isInstance).hasSizeGreaterThan(8);
        for (Reading reading : together) {
            var alone = Measurement.of(photo, Optional.empty(), setting, Set.of(reading.metric()));
            assertThat(readings(alone)).containsExactly(reading);
        }
    }

    private static List<Reading> readings(Measurement measurement) {
        return measurement.zones().getFirst().readings();
    }
}
