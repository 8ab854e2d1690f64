package org.stipple.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stipple.imaging.plane.Planes;

/// What one looks at beside the readings: both photos at a handy size, the later one laid onto the earlier, and
/// where things changed. For people only: no reading is ever taken from these pixels.
///
/// ```
/// var answer = MaskedMeasurement.of(first, second, setting);
/// var pictures = MeasuredPictures.of(first, Optional.of(second), answer);
/// ```
///
/// @param before the baseline, its long side at most [#LONG_SIDE] pixels
/// @param after the follow-up; nothing with one photo
/// @param maps what of which was found, each of the size of `before` and to lie over it; one for each
///   [ChangeMap.Of] of which there is anything to show
/// @param zones that were read, in pixels of `before`; without one that is the whole photo
public record MeasuredPictures(Picture before, Optional<Later> after, List<ChangeMap> maps, List<Zone> zones) {

    /// Longest side of a picture, in pixels.
    public static final int LONG_SIDE = 1600;

    /// The follow-up.
    ///
    /// @param picture of the size of `before` where it is laid onto it; grey where it does not show that skin
    /// @param laid whether it lies on the baseline place by place; else it is as it was taken
    public record Later(Picture picture, boolean laid) {}

    public MeasuredPictures {
        maps = List.copyOf(maps);
        zones = List.copyOf(zones);
    }

    /// Pictures of what was measured.
    ///
    /// @param masked the answer about these photos
    public static MeasuredPictures of(Photo baseline, Optional<Photo> followup, MaskedMeasurement masked) {
        int factor = PhotoLight.factor(baseline, LONG_SIDE);
        Planes before = new PhotoLight(baseline).reduced(factor);
        Optional<Registration.Carry> onto = masked.measurement().registration().flatMap(MeasuredPictures::onto);
        var maps = new ArrayList<ChangeMap>();
        Optional<Later> after = Optional.empty();
        if (followup.isPresent() && onto.isPresent()) {
            var laid = LaidPhoto.of(followup.get(), onto.get(), factor, before.width(), before.height());
            after = Optional.of(new Later(laid.picture(), true));
            RednessMap.of(before, laid, factor, masked).ifPresent(maps::add);
        } else {
            after = followup.map(photo -> new Later(plain(photo), false));
        }
        maps.addAll(0, MarkMaps.of(masked, followup.isPresent(), factor, before.width(), before.height()));
        return new MeasuredPictures(picture(before), after, maps, zones(baseline, masked, factor));
    }

    private static List<Zone> zones(Photo photo, MaskedMeasurement masked, int factor) {
        var whole = Outline.whole(photo);
        return masked.zones().stream()
                .filter(zone -> !zone.outline().equals(whole))
                .map(zone -> new Zone(zone.id(), zone.outline().smaller(factor)))
                .toList();
    }

    private static Optional<Registration.Carry> onto(Registration registration) {
        return switch (registration) {
            case Registration.Registered registered -> Optional.of(registered.onto());
            case Registration.NotRegistered _ -> Optional.empty();
        };
    }

    private static Picture plain(Photo photo) {
        return picture(new PhotoLight(photo).reduced(PhotoLight.factor(photo, LONG_SIDE)));
    }

    private static Picture picture(Planes light) {
        return PictureFile.jpeg(CodedLight.rgb(light), light.width(), light.height());
    }
}
