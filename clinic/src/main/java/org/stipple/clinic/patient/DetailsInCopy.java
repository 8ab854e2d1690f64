package org.stipple.clinic.patient;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.protocol.document.Document;

/// Who somebody is, in their copy.
@Component
class DetailsInCopy implements PartOfCopy {

    @Override
    public String folder() {
        return "person";
    }

    @Override
    public void into(Patient person, Parcel parcel) {
        var details = person.details();
        var telecom = new ArrayList<Document>();
        details.phone().ifPresent(phone -> telecom.add(contact("phone", phone)));
        details.email().ifPresent(email -> telecom.add(contact("email", email)));
        Resource patient = Resource.of("Patient", person.id().value())
                .withOne(
                        "name",
                        Document.mapping()
                                .with("family", Document.of(details.familyName()))
                                .with("given", Document.listing(List.of(Document.of(details.givenName())))))
                .with(
                        "gender",
                        switch (details.sex()) {
                            case FEMALE -> "female";
                            case MALE -> "male";
                            case OTHER -> "other";
                        })
                .with("birthDate", Document.of(details.birthDate()));
        var words = parcel.words();
        var lines = new ArrayList<Line>();
        lines.add(new Line(words.of("copy.who.name"), person.name()));
        lines.add(new Line(words.of("copy.who.born"), words.day(details.birthDate())));
        details.phone().ifPresent(phone -> lines.add(new Line(words.of("copy.who.phone"), phone)));
        details.email().ifPresent(email -> lines.add(new Line(words.of("copy.who.email"), email)));
        parcel.tell(new Told(10, words.of("copy.who"), lines));
        parcel.resource(telecom.isEmpty() ? patient : patient.with("telecom", Document.listing(telecom)));
    }

    private static Document contact(String system, String value) {
        return Document.mapping().with("system", Document.of(system)).with("value", Document.of(value));
    }
}
