package org.stipple.imaging;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one or two photos say about skin: the gates they had to pass, how well they lie on each other, and the
/// readings.
///
/// ```
/// var setting = new PhotoSetting(View.PATCH, List.of(), new Scale.Known(Length.ofMillimetres(0.05), "given"));
/// Measurement answer = Measurement.of(Photo.decode(before), Photo.decode(after), setting);
/// ```
///
/// With a blurred follow-up the same call answers that the reading is not measurable, and why.
///
/// @param scale of the baseline
/// @param colour what makes colours absolute
/// @param gates all that were judged, passed or not
/// @param registration nothing with one photo
/// @param zones in the order in which they were asked for
public record Measurement(
        Scale scale,
        ColourReference colour,
        List<Gate> gates,
        Optional<Registration> registration,
        List<ZoneReadings> zones) {

    /// The zone that stands for a face of which nobody knows where its zones are.
    public static final String FACE = "face";

    public Measurement {
        gates = List.copyOf(gates);
        zones = List.copyOf(zones);
    }

    /// Reads one photo.
    public static Measurement of(Photo baseline, PhotoSetting setting) {
        return of(baseline, Optional.empty(), setting, Repeatability.SYNTHETIC);
    }

    /// Reads what changed between two photos of the same skin.
    public static Measurement of(Photo baseline, Photo followup, PhotoSetting setting) {
        return of(baseline, Optional.of(followup), setting, Repeatability.SYNTHETIC);
    }

    /// Reads one photo or two, judged by what a clinic found of its own photos.
    public static Measurement of(
            Photo baseline, Optional<Photo> followup, PhotoSetting setting, Repeatability repeatability) {
        return new Measuring(baseline, followup, setting, repeatability).answer();
    }

    /// The same for some metrics only: what is not asked is not looked for and has no reading.
    static Measurement of(Photo baseline, Optional<Photo> followup, PhotoSetting setting, Set<Metric> asked) {
        return new Measuring(baseline, followup, setting, Repeatability.SYNTHETIC, asked).answer();
    }
}
