package org.stipple.dose.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.Needle;
import org.stipple.dose.NeedleArray;
import org.stipple.dose.Outline;
import org.stipple.dose.PinLayout;
import org.stipple.dose.Technique;
import org.stipple.dose.settings.AvailableSettings;
import org.stipple.dose.settings.DoseBounds;
import org.stipple.dose.settings.DoseGoal;
import org.stipple.dose.settings.SettingsAnswer;
import org.stipple.dose.settings.SettingsQuestion;
import org.stipple.quantities.Depth;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.Length;
import org.stipple.quantities.PunctureDensity;
import org.stipple.quantities.StrokeFrequency;

class SettingsPictureTest {

    private static SettingsAnswer.Found found(NeedleArray device) {
        var zone = DoseQuestion.of(
                device,
                Technique.of(device, Depth.ofMillimetres("0.5"), 1, 1),
                Outline.rectangle(Length.ofMillimetres(21), Length.ofMillimetres(13)));
        return (SettingsAnswer.Found) new SettingsQuestion(
                        zone,
                        new DoseGoal(PunctureDensity.ofPerSquareCentimetre(1500), Depth.ofMillimetres("0.6")),
                        AvailableSettings.usual(
                                List.of(Depth.ofMillimetres("0.5"), Depth.ofMillimetres("1")),
                                List.of(GlideSpeed.ofMillimetresPerSecond(20), GlideSpeed.ofMillimetresPerSecond(40))),
                        DoseBounds.cautious(Depth.ofMillimetres("1.5")))
                .search(1);
    }

    private static final Needle NEEDLE = Needle.cylinder(Length.ofMillimetres(0.25), Depth.ofMillimetres("1.5"));

    @Test
    void eachSettingIsADotThatSaysWhatItIs() {
        var settings = found(new NeedleArray.Pen(
                14, Length.ofMillimetres(8), StrokeFrequency.ofHertz(100), NEEDLE, new PinLayout.Sunflower()));
        String svg = SettingsPicture.svg(settings);
        assertThat(svg.split("<circle ", -1)).hasSize(settings.settings().size() + 1);
        assertThat(settings.settings()).hasSizeGreaterThan(3);
        assertThat(svg).contains(" passes in ", " mm/s, ", " s</title>").doesNotContain("NaN", "href", "style");
    }

    @Test
    void aRollersDotsHaveNoTime() {
        var roller = new NeedleArray.Roller(192, 8, Length.ofMillimetres(20), Length.ofMillimetres(20), NEEDLE);
        assertThat(SettingsPicture.svg(found(roller))).contains("<circle ").doesNotContain("NaN", " s</title>", "mm/s");
    }
}
