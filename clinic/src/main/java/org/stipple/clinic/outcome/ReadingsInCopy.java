package org.stipple.clinic.outcome;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Resource;
import org.stipple.protocol.document.Document;

/// What photos and scales said, in the person's copy. Each change stands with what can be detected, and with
/// its verdict.
@Component
class ReadingsInCopy implements PartOfCopy {

    private final Outcomes outcomes;

    ReadingsInCopy(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public String folder() {
        return "readings";
    }

    @Override
    public void into(Patient person, Parcel parcel) {
        for (MeasuredPair pair : outcomes.ofTheirOwn(person.id())) {
            for (StoredReading reading : pair.readings()) {
                parcel.resource(observation(person, pair, reading));
            }
        }
    }

    private static Resource observation(Patient person, MeasuredPair pair, StoredReading reading) {
        var id = UUID.nameUUIDFromBytes(
                (pair.id() + " " + reading.zone() + " " + reading.metric()).getBytes(StandardCharsets.UTF_8));
        var components = new ArrayList<Document>();
        reading.before().ifPresent(value -> components.add(component("before", Document.of(value), reading)));
        reading.after().ifPresent(value -> components.add(component("after", Document.of(value), reading)));
        reading.sdc95()
                .ifPresent(value -> components.add(
                        component("smallest change that can be detected, 95 %", Document.of(value), reading)));
        Resource told = Resource.of("Observation", id)
                .with("status", "final")
                .with("code", Resource.concept(reading.metric() + " from photos"))
                .with("subject", Resource.reference("Patient", person.id().value()))
                .with("effectiveDateTime", pair.at())
                .with("bodySite", Resource.concept(reading.zone()))
                .with("note", Resource.note("Not clinically validated."));
        Resource judged = reading.verdict()
                .map(verdict -> told.with(
                        "valueString",
                        verdict + reading.why().map(why -> ": " + why).orElse("")))
                .orElse(told);
        return components.isEmpty() ? judged : judged.with("component", Document.listing(components));
    }

    private static Document component(String words, Document value, StoredReading reading) {
        return Document.mapping()
                .with("code", Resource.concept(words))
                .with(
                        "valueQuantity",
                        Document.mapping().with("value", value).with("unit", Document.of(reading.unit())));
    }
}
