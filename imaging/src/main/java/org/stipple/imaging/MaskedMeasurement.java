package org.stipple.imaging;

import java.util.List;
import java.util.Optional;

/// A measurement, and where in the photos it found what it counted.
///
/// ```
/// var answer = MaskedMeasurement.of(Photo.decode(before), setting);
/// answer.mask(SkinMask.Of.BASELINE, Finding.PORES).ifPresent(mask -> write(mask.fileName(), mask.png()));
/// ```
///
/// @param masks one for each [Finding] and photo, and with two photos that lie on each other one of what changed:
///   empty ones too, for nothing found is an answer. A finding of which no zone could be read has no mask
/// @param zones as they were read, in pixels of the baseline; none where nobody knew where they lie
public record MaskedMeasurement(Measurement measurement, List<SkinMask> masks, List<Zone> zones) {

    public MaskedMeasurement {
        masks = List.copyOf(masks);
        zones = List.copyOf(zones);
    }

    /// Reads one photo.
    public static MaskedMeasurement of(Photo baseline, PhotoSetting setting) {
        return of(baseline, Optional.empty(), setting, Repeatability.SYNTHETIC);
    }

    /// Reads what changed between two photos of the same skin.
    public static MaskedMeasurement of(Photo baseline, Photo followup, PhotoSetting setting) {
        return of(baseline, Optional.of(followup), setting, Repeatability.SYNTHETIC);
    }

    /// Reads one photo or two, judged by what a clinic found of its own photos.
    public static MaskedMeasurement of(
            Photo baseline, Optional<Photo> followup, PhotoSetting setting, Repeatability repeatability) {
        return new Measuring(baseline, followup, setting, repeatability).masked();
    }

    /// The mask of a finding, where there is one.
    public Optional<SkinMask> mask(SkinMask.Of of, Finding finding) {
        return masks.stream()
                .filter(mask -> mask.of() == of && mask.finding() == finding)
                .findFirst();
    }
}
