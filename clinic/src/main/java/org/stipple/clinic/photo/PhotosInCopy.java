package org.stipple.clinic.photo;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Resource;
import org.stipple.protocol.document.Document;

/// Photos in the person's copy: the files as they are kept, without what cameras write into them, and a
/// reference to each.
@Component
class PhotosInCopy implements PartOfCopy {

    private final Photos photos;
    private final HomePhotos home;

    PhotosInCopy(Photos photos, HomePhotos home) {
        this.photos = photos;
        this.home = home;
    }

    @Override
    public String folder() {
        return "photos";
    }

    @Override
    public void into(Patient person, Parcel parcel) {
        for (StoredPhoto photo : photos.of(person.id())) {
            String name = photo.takenOn() + "-"
                    + photo.view().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-"
                    + photo.id().toString().substring(0, 8) + (photo.mediaType().endsWith("png") ? ".png" : ".jpg");
            parcel.file(name, photos.ofTheirOwn(person.id(), photo.id()));
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
        home.of(person.id()).forEach(photo -> fromHome(person, photo, parcel));
    }

    /// Those that the person sent with their diary, each beside the entry it came with.
    private void fromHome(Patient person, HomePhoto photo, Parcel parcel) {
        String name = "from-home-" + photo.storedAt().toString().substring(0, 10) + "-"
                + photo.id().toString().substring(0, 8) + (photo.mediaType().endsWith("png") ? ".png" : ".jpg");
        parcel.file(name, home.ofTheirOwn(person.id(), photo.id()));
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
