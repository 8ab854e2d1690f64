package org.stipple.clinic.photo.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.photo.Photos;
import org.stipple.clinic.photo.SmallPhotos;
import org.stipple.clinic.photo.StoredPhoto;
import org.stipple.clinic.planning.OwnNeedling;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.TimelineItem;

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
                        : all.size() + (all.size() == 1 ? " photo." : " photos."),
                Optional.empty(),
                Optional.empty(),
                List.of(new Link("Open photos", href)),
                all.stream()
                        .map(photo -> new TimelineItem(
                                "photo",
                                photo.takenOn().toString(),
                                Days.near(photo.takenOn(), clock.today()),
                                "Photo: " + photo.view().words(),
                                "",
                                href,
                                false,
                                Optional.of(small(person, photo))))
                        .toList());
    }

    private static TimelineItem.Picture small(Patient person, StoredPhoto photo) {
        var size = SmallPhotos.sizeOf(photo);
        return new TimelineItem.Picture(
                "/people/" + person.id() + "/photos/" + photo.id() + "/small", size.width(), size.height());
    }
}
