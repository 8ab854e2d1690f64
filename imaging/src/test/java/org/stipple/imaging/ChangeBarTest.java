package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The row of a plot: 240 wide, the middle is no change, 22.4 is what can be detected.
class ChangeBarTest {

    @Test
    void aChangeStandsInMultiplesOfWhatCanBeDetectedWithAWhiskerOfOne() {
        assertThat(ChangeBar.svg(-3, 1.5))
                .contains("cx=\"75.2\"", "fill=\"currentColor\" stroke", "M52.8 8V16", "M97.6 8V16")
                .contains("<rect x=\"97.6\" y=\"0\" width=\"44.8\"");
    }

    @Test
    void whatCannotBeToldFromNoneIsHollow() {
        assertThat(ChangeBar.svg(0.5, 1)).contains("cx=\"131.2\"", "fill=\"none\" stroke");
        assertThat(ChangeBar.svg(-1, 1)).contains("fill=\"none\" stroke");
        assertThat(ChangeBar.svg(-1.01, 1)).doesNotContain("fill=\"none\" stroke");
    }

    @Test
    void whatIsFurtherThanThePlotReachesIsAnArrow() {
        assertThat(ChangeBar.svg(50, 1)).contains("M239.0 12L228.0 6V18Z").doesNotContain("<circle");
        assertThat(ChangeBar.svg(-50, 1)).contains("M1.0 12L12.0 6V18Z").doesNotContain("<circle");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-50, -5, -0.2, 0, 4.99, 5, 7})
    void everyRowIsAPictureThatABrowserReads(double change) throws Exception {
        var svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(ChangeBar.svg(change, 1).getBytes(StandardCharsets.UTF_8)));
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
    }

    @Test
    void withoutALimitThereIsNoRow() {
        assertThatIllegalArgumentException().isThrownBy(() -> ChangeBar.svg(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ChangeBar.svg(Double.NaN, 1));
    }
}
