package org.stipple.imaging;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Frame;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.RenderedPhoto;
import org.stipple.phantom.Skin;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;

/// Photos of synthetic skin as the camera's files.
final class Shots {

    /// Not square, so that mixed-up axes show: 24 x 18 mm of skin.
    static final Frame SMALL = new Frame(480, 360, Length.ofMillimetres(0.05));

    static final PhotoSetting PATCH =
            new PhotoSetting(View.PATCH, List.of(), new Scale.Known(Length.ofMillimetres(0.05), "given"));

    private static final Set<Metric> REDNESS = Set.of(Metric.ERYTHEMA_INDEX);

    private Shots() {}

    static Photo jpeg(Skin skin, Capture capture) {
        return jpeg(Phantom.photograph(skin, capture, SMALL).photo());
    }

    static Photo jpeg(RenderedPhoto rendered) {
        return Photo.decode(rendered.jpeg(Fraction.ofValue(0.92)));
    }

    /// Gates and the erythema index of a patch. Nothing else is looked for.
    static Measurement redness(Photo photo) {
        return Measurement.of(photo, Optional.empty(), PATCH, REDNESS);
    }

    /// The same of a pair.
    static Measurement redness(Photo before, Photo after) {
        return Measurement.of(before, Optional.of(after), PATCH, REDNESS);
    }

    static Reading erythema(Measurement measurement) {
        return measurement.zones().getFirst().readings().stream()
                .filter(reading -> reading.metric() == Metric.ERYTHEMA_INDEX)
                .findFirst()
                .orElseThrow();
    }
}
