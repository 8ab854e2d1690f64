package org.stipple.clinic.adverse;

import java.time.LocalDate;
import java.util.ArrayList;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.database.StoredDocument;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Resource;
import org.stipple.clinic.web.words.KnowledgeWords;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.document.Document;

/// Adverse events in the person's copy, as other programs get them.
@Component
class AdverseInCopy implements PartOfCopy {

    private final AdverseEvents events;
    private final Kinds kinds;
    private final ClinicClock clock;

    AdverseInCopy(AdverseEvents events, Kinds kinds, ClinicClock clock) {
        this.events = events;
        this.kinds = kinds;
        this.clock = clock;
    }

    @Override
    public String folder() {
        return "adverse-events";
    }

    @Override
    public void into(Patient person, Parcel parcel) {
        var lines = new ArrayList<Line>();
        for (AdverseEvent event : events.of(person.id())) {
            lines.add(line(parcel.words(), event));
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
        parcel.tell(new Told(70, parcel.words().of("copy.adverse"), lines));
    }

    private Line line(Words words, AdverseEvent event) {
        var said = event.said();
        String kind = kinds.flag(said.kind())
                .map(flag -> KnowledgeWords.in(words).redFlag(flag))
                .orElse(said.kind().words());
        return Line.on(
                words,
                said.onset()
                        .orElseGet(() -> LocalDate.ofInstant(
                                event.openedAt(), Acting.current().zone())),
                kind + ". " + said.description()
                        + said.grade()
                                .map(grade -> " " + words.of("copy.adverse.grade", grade.number()))
                                .orElse("")
                        + " "
                        + words.of("copy.adverse.outcome." + said.outcome().id()));
    }
}
