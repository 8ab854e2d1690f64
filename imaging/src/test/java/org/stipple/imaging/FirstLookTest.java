package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stipple.phantom.Capture;
import org.stipple.phantom.ColourCard;
import org.stipple.phantom.Frame;
import org.stipple.phantom.Invention;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.Skin;
import org.stipple.phantom.Tag;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// What is said of a photo as soon as it is there.
class FirstLookTest {

    private static final Frame FRAME = new Frame(1400, 1000, Length.ofMillimetres(0.05));
    private static final Skin SKIN = Invention.within(FRAME, 41).person(Skin.itaDegrees(SkinType.III));
    private static final Tag TAG = new Tag(3, 24, 14, 12, Length.ofMillimetres(8));
    private static final ColourCard CARD = new ColourCard(-12, -12, 4, Length.ofMillimetres(4));

    private static FirstLook look(Capture capture) {
        return FirstLook.of(
                Photo.decode(Phantom.photograph(SKIN, capture, FRAME).photo().jpeg(Fraction.ofValue(0.95))),
                View.PATCH);
    }

    private static List<Gate.Kind> missed(FirstLook look) {
        return look.gates().stream()
                .filter(gate -> !gate.passed())
                .map(Gate::kind)
                .toList();
    }

    @Test
    void aCarefulPhotoMeetsEverythingAndHasNothingToMeasureBy() {
        FirstLook look = look(Capture.careful(1));
        assertThat(missed(look)).isEmpty();
        assertThat(look.gates())
                .extracting(Gate::kind)
                .containsExactly(Gate.Kind.SHARPNESS, Gate.Kind.CLIPPING, Gate.Kind.SIZE_PX, Gate.Kind.COMPRESSION);
        assertThat(look.card()).isFalse();
        assertThat(look.tags()).isEmpty();
    }

    @Test
    void aTagAndACardAreFoundAndJudged() {
        FirstLook look = look(Capture.careful(1).showing(List.of(TAG, CARD)));
        assertThat(look.tags()).containsExactly(3);
        assertThat(look.card()).isTrue();
        assertThat(look.gates()).extracting(Gate::kind).contains(Gate.Kind.TILT, Gate.Kind.CARD);
    }

    @Test
    void aTagAloneIsNoCard() {
        FirstLook look = look(Capture.careful(1).showing(List.of(TAG)));
        assertThat(look.tags()).containsExactly(3);
        assertThat(look.card()).isFalse();
    }

    @Test
    void aBlurredOneMissesSharpnessAndSaysByHowMuch() {
        assertThat(missed(look(Capture.careful(1).blurred(5)))).containsExactly(Gate.Kind.SHARPNESS);
    }

    @Test
    void aBurntOneMissesTheLight() {
        assertThat(missed(look(Capture.careful(1).in(org.stipple.phantom.Light.CAREFUL.atStops(2)))))
                .contains(Gate.Kind.CLIPPING);
    }

    @Test
    void aFaceNeedsMorePixelsThanAPatch() {
        Photo small = Photo.decode(
                Phantom.photograph(SKIN, Capture.careful(1), new Frame(800, 600, Length.ofMillimetres(0.05)))
                        .photo()
                        .jpeg(Fraction.ofValue(0.95)));
        assertThat(missed(FirstLook.of(small, View.PATCH))).isEmpty();
        assertThat(missed(FirstLook.of(small, View.FRONTAL))).containsExactly(Gate.Kind.SIZE_PX);
    }
}
