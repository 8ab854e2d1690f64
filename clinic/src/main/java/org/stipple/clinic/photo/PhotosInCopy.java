package org.stipple.clinic.photo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.stipple.clinic.consent.Leave;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Resource;
import org.stipple.protocol.document.Document;

/// Photos in the person's copy: the files as they are kept, without what cameras write into them, and a
/// reference to each.
@Component
class PhotosInCopy implements PartOfCopy {

    /// How many of the newest stand small in the paper. `design`: a page of them; all are in the folder.
    static final int SMALL = 12;

    private final Photos photos;
    private final SmallPhotos small;
    private final HomePhotos home;
    private final Leave leave;

    PhotosInCopy(Photos photos, SmallPhotos small, HomePhotos home, Leave leave) {
        this.photos = photos;
        this.small = small;
        this.home = home;
        this.leave = leave;
    }

    @Override
    public String folder() {
        return "photos";
    }

    @Override
    public void into(Patient person, Parcel parcel) {
        var words = parcel.words();
        var lines = new ArrayList<Line>();
        var pictures = new ArrayList<Small>();
        List<StoredPhoto> all = photos.of(person.id());
        // The files are theirs whatever they withdrew; a paper lies about, and shows none that they want shown nowhere.
        boolean shown = leave.withdrawn(person.id(), Purpose.RECORD_PHOTOS).isEmpty();
        for (StoredPhoto photo : all) {
            String name = photo.takenOn() + "-"
                    + photo.view().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-"
                    + photo.id().toString().substring(0, 8) + (photo.mediaType().endsWith("png") ? ".png" : ".jpg");
            parcel.file(
                    name,
                    photos.lengthOfTheirOwn(person.id(), photo.id()),
                    () -> photos.ofTheirOwn(person.id(), photo.id()));
            String told = words.of("copy.view." + photo.view().id());
            lines.add(Line.on(words, photo.takenOn(), told + ": " + folder() + "/" + name));
            if (shown && lines.size() > all.size() - SMALL) {
                var size = SmallPhotos.sizeOf(photo);
                pictures.add(new Small(
                        told + ", " + words.day(photo.takenOn()),
                        size.width(),
                        size.height(),
                        () -> small.small(person.id(), photo.id())));
            }
            parcel.resource(Resource.of("DocumentReference", photo.id())
                    .with("status", "current")
                    .with("type", Resource.concept("Photo, " + photo.view().words()))
                    .with("subject", Resource.reference("Patient", person.id().value()))
                    .with(
                            "content",
                            Document.listing(List.of(Document.mapping()
                                    .with(
                                            "attachment",
                                            Document.mapping()
                                                    .with("contentType", Document.of(photo.mediaType()))
                                                    .with("url", Document.of(folder() + "/" + name))
                                                    .with("creation", Document.of(photo.takenOn())))))));
        }
        if (!shown) {
            lines.add(new Line(words.of("copy.photos.withdrawn"), words.of("copy.photos.withdrawn.why")));
        }
        parcel.tell(new Told(60, words.of("copy.photos"), lines, pictures));
        home.of(person.id()).forEach(photo -> fromHome(person, photo, parcel));
    }

    /// Those that the person sent with their diary, each beside the entry it came with.
    private void fromHome(Patient person, HomePhoto photo, Parcel parcel) {
        String name = "from-home-" + photo.storedAt().toString().substring(0, 10) + "-"
                + photo.id().toString().substring(0, 8) + (photo.mediaType().endsWith("png") ? ".png" : ".jpg");
        parcel.file(
                name, home.lengthOfTheirOwn(person.id(), photo.id()), () -> home.ofTheirOwn(person.id(), photo.id()));
        parcel.resource(Resource.of("DocumentReference", photo.id())
                .with("status", "current")
                .with("type", Resource.concept("Photo, sent from home"))
                .with("subject", Resource.reference("Patient", person.id().value()))
                .with(
                        "content",
                        Document.listing(List.of(Document.mapping()
                                .with(
                                        "attachment",
                                        Document.mapping()
                                                .with("contentType", Document.of(photo.mediaType()))
                                                .with("url", Document.of(folder() + "/" + name))
                                                .with(
                                                        "creation",
                                                        Document.of(
                                                                photo.storedAt().toString()))))))
                .with(
                        "context",
                        Document.mapping()
                                .with(
                                        "related",
                                        Document.listing(
                                                List.of(Resource.reference("QuestionnaireResponse", photo.entry()))))));
    }
}
