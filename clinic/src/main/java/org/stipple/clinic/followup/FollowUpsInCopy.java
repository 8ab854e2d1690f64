package org.stipple.clinic.followup;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Resource;
import org.stipple.protocol.document.Document;

/// What came of asking somebody how it went, in their copy.
@Component
class FollowUpsInCopy implements PartOfCopy {

    private final FollowUps followUps;

    FollowUpsInCopy(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public String folder() {
        return "follow-ups";
    }

    @Override
    public void into(Patient person, Parcel parcel) {
        var words = parcel.words();
        var lines = new ArrayList<Line>();
        for (FollowUp.Note note : followUps.notes(person.id())) {
            String told =
                    note.note().isEmpty() ? note.came().words() : note.came().words() + ": " + note.note();
            parcel.resource(Resource.of(
                            "Communication",
                            UUID.nameUUIDFromBytes(
                                    (note.session() + " " + note.what().id() + " " + note.at())
                                            .getBytes(StandardCharsets.UTF_8)))
                    .with("status", note.came() == Came.REACHED ? "completed" : "not-done")
                    .with("subject", Resource.reference("Patient", person.id().value()))
                    .with("topic", Resource.concept(note.what().words()))
                    .with("sent", note.at())
                    .with(
                            "payload",
                            Document.listing(List.of(Document.mapping().with("contentString", Document.of(told)))))
                    .withOne("partOf", Resource.reference("Procedure", note.session())));
            lines.add(Line.on(
                    words,
                    LocalDate.ofInstant(note.at(), Acting.current().zone()),
                    words.of("copy.follow-up." + note.came().id())
                            + (note.note().isEmpty() ? "" : " “" + note.note() + "”")));
        }
        parcel.tell(new Told(85, words.of("copy.follow-ups"), lines));
    }
}
