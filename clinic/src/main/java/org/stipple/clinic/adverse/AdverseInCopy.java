package org.stipple.clinic.adverse;

import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.database.StoredDocument;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Resource;
import org.stipple.protocol.document.Document;

/// Adverse events in the person's copy, as other programs get them.
@Component
class AdverseInCopy implements PartOfCopy {

    private final AdverseEvents events;
    private final ClinicClock clock;

    AdverseInCopy(AdverseEvents events, ClinicClock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String folder() {
        return "adverse-events";
    }

    @Override
    public void into(Patient person, Parcel parcel) {
        for (AdverseEvent event : events.of(person.id())) {
            String json =
                    FhirAdverseEvent.json(event, clock.today(), Acting.current().zone());
            // Alone it names the person by the clinic's identifier; in the bundle the person is beside it.
            parcel.resource(new Resource(
                    "AdverseEvent",
                    event.id(),
                    ((Document.Mapping) StoredDocument.read(json))
                            .with(
                                    "subject",
                                    Resource.reference("Patient", person.id().value()))));
        }
    }
}
