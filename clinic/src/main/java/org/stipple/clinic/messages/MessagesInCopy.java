package org.stipple.clinic.messages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Resource;
import org.stipple.protocol.document.Document;

/// What somebody was written, in their copy.
@Component
class MessagesInCopy implements PartOfCopy {

    private final MessageStore store;

    MessagesInCopy(MessageStore store) {
        this.store = store;
    }

    @Override
    public String folder() {
        return "messages";
    }

    @Override
    public void into(Patient person, Parcel parcel) {
        var words = parcel.words();
        var lines = new ArrayList<Line>();
        for (Message message : store.of(person.id())) {
            parcel.resource(Resource.of("Communication", message.id())
                    .with("status", status(message.standing()))
                    .with("subject", Resource.reference("Patient", person.id().value()))
                    .with("topic", Resource.concept("Message " + message.cause().words()))
                    .withOne(
                            "recipient",
                            Resource.reference("Patient", person.id().value()))
                    .with("sent", message.writtenAt())
                    .with(
                            "payload",
                            Document.listing(
                                    List.of(Document.mapping().with("contentString", Document.of(message.words()))))));
            lines.add(Line.on(
                    words,
                    LocalDate.ofInstant(message.writtenAt(), Acting.current().zone()),
                    message.words()));
        }
        parcel.tell(new Told(95, words.of("copy.messages"), lines));
    }

    private static String status(Message.Standing standing) {
        return switch (standing) {
            case ACKNOWLEDGED, TOLD, SENT -> "completed";
            case WAITING -> "in-progress";
            case OVER -> "stopped";
            case NOT_DELIVERED, NO_CHANNEL -> "not-done";
        };
    }
}
