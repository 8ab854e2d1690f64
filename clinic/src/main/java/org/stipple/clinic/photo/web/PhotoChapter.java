package org.stipple.clinic.photo.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.photo.Capture;
import org.stipple.clinic.photo.Moment;
import org.stipple.clinic.photo.Photos;
import org.stipple.clinic.photo.SmallPhotos;
import org.stipple.clinic.photo.StoredPhoto;
import org.stipple.clinic.planning.OwnNeedling;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.TimelineItem;
import org.stipple.quantities.ZoneId;

/// What photos tell on a person's page.
@Component
class PhotoChapter implements Chapter {

    private final Photos photos;
    private final OwnNeedling own;
    private final ClinicClock clock;

    PhotoChapter(Photos photos, OwnNeedling own, ClinicClock clock) {
        this.own = own;
        this.photos = photos;
        this.clock = clock;
    }

    @Override
    public Told tell(Patient person) {
        List<StoredPhoto> all = photos.of(person.id());
        List<StoredPhoto> shown = photos.shown(person.id());
        String href = "/people/" + person.id() + "/photos";
        return new Told(
                6,
                "Photos",
                all.isEmpty()
                        ? own.of(person.id()).isEmpty()
                                ? "None yet. A photo before the first session is what every later one is compared "
                                        + "with."
                                : "None, and none of before the first session. The first that is taken is what every "
                                        + "later one is compared with."
                        : all.size()
                                + (all.size() == 1 ? " photo" : " photos")
                                + (shown.isEmpty() ? ", not shown: consent to them was withdrawn." : "."),
                Optional.empty(),
                Optional.empty(),
                List.of(new Link("Take photos", href + "/capture"), new Link("Open photos", href)),
                shown.stream()
                        .collect(Collectors.groupingBy(Occasion::of, LinkedHashMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(taken -> item(person, taken.getKey(), taken.getValue(), href))
                        .toList());
    }

    /// Photos that were taken for one thing on one day stand together.
    private record Occasion(LocalDate day, Optional<UUID> session, Optional<Moment> moment) {
        static Occasion of(StoredPhoto photo) {
            return new Occasion(
                    photo.takenOn(), photo.session(), photo.capture().map(Capture::moment));
        }
    }

    private TimelineItem item(Patient person, Occasion taken, List<StoredPhoto> photos, String href) {
        String views = photos.stream().map(PhotoChapter::view).distinct().collect(Collectors.joining("; "));
        return new TimelineItem(
                "photo",
                taken.day().toString(),
                Days.near(taken.day(), clock.today()),
                (photos.size() == 1 ? "Photo: " : "Photos: ") + views,
                taken.moment().filter(Moment::isOfASession).map(Moment::words).orElse(""),
                taken.session()
                        .flatMap(session -> taken.moment()
                                .map(moment -> href + "/capture?session=" + session + "&moment=" + moment.id()))
                        .orElse(href),
                false,
                Optional.of(small(person, photos.getFirst())));
    }

    private static String view(StoredPhoto photo) {
        return photo.capture()
                .flatMap(Capture::zone)
                .map(ZoneId::words)
                .orElseGet(() -> photo.view().words());
    }

    private static TimelineItem.Picture small(Patient person, StoredPhoto photo) {
        var size = SmallPhotos.sizeOf(photo);
        return new TimelineItem.Picture(
                "/people/" + person.id() + "/photos/" + photo.id() + "/small", size.width(), size.height());
    }
}
