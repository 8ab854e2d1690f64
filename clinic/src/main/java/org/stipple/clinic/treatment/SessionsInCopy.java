package org.stipple.clinic.treatment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Resource;
import org.stipple.protocol.document.Document;

/// What was done in sessions, in the person's copy: a procedure for each, and the depth of each zone as it
/// counts.
@Component
class SessionsInCopy implements PartOfCopy {

    private final Sessions sessions;

    SessionsInCopy(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String folder() {
        return "sessions";
    }

    @Override
    public void into(Patient person, Parcel parcel) {
        for (Session session : sessions.of(person.id())) {
            var procedure = Resource.of("Procedure", session.id())
                    .with("status", session.close().isPresent() ? "completed" : "in-progress")
                    .with("code", Resource.concept("Microneedling (percutaneous collagen induction)"))
                    .with("subject", Resource.reference("Patient", person.id().value()))
                    .with("basedOn", Document.listing(List.of(Resource.reference("CarePlan", session.course()))))
                    .with(
                            "performedPeriod",
                            Resource.period(session.startedAt(), session.close().map(Session.Close::at)))
                    .withOne(
                            "performer",
                            Document.mapping()
                                    .with(
                                            "actor",
                                            Document.mapping().with("display", Document.of(session.startedBy()))));
            var zones = new ArrayList<Document>();
            for (Charted charted : session.standing()) {
                zones.add(Resource.concept(charted.zone().words()));
                parcel.resource(depth(person, session, charted));
            }
            parcel.resource(zones.isEmpty() ? procedure : procedure.with("bodySite", Document.listing(zones)));
        }
    }

    private static Resource depth(Patient person, Session session, Charted charted) {
        // The same at every copy, so that two copies can be compared.
        var id = UUID.nameUUIDFromBytes((session.id() + " " + charted.zone().id()).getBytes(StandardCharsets.UTF_8));
        return Resource.of("Observation", id)
                .with("status", charted.entry() > 1 ? "amended" : "final")
                .with("code", Resource.concept("Depth of needling"))
                .with("subject", Resource.reference("Patient", person.id().value()))
                .with("partOf", Document.listing(List.of(Resource.reference("Procedure", session.id()))))
                .with("effectiveDateTime", charted.recordedAt())
                .with("bodySite", Resource.concept(charted.zone().words()))
                .with("valueQuantity", Resource.quantity(charted.done().depth().millimetres(), "mm"))
                .with(
                        "note",
                        Resource.note(charted.done().settings() + ", "
                                + charted.done().endpoint().words()));
    }
}
