package org.stipple.clinic.patient;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.protocol.document.Document;

/// A resource of FHIR R4 (4.0.1), written as its JSON is.
///
/// @param type such as `Procedure`
/// @param json with `resourceType` and `id`
public record Resource(String type, UUID id, Document.Mapping json) {

    /// With nothing but its type and identifier.
    public static Resource of(String type, UUID id) {
        return new Resource(
                type,
                id,
                Document.mapping().with("resourceType", Document.of(type)).with("id", Document.of(id.toString())));
    }

    public Resource with(String name, Document value) {
        return new Resource(type, id, json.with(name, value));
    }

    public Resource with(String name, String value) {
        return with(name, Document.of(value));
    }

    public Resource with(String name, Instant at) {
        return with(name, Document.of(at.toString()));
    }

    public Resource with(String name, Optional<? extends Document> value) {
        return value.map(there -> with(name, there)).orElse(this);
    }

    /// A list of one.
    public Resource withOne(String name, Document value) {
        return with(name, Document.listing(List.of(value)));
    }

    /// A list, where there is something to list: an empty one is none in FHIR.
    public Resource withSome(String name, List<? extends Document> values) {
        return values.isEmpty() ? this : with(name, Document.listing(values));
    }

    /// A reference to a resource of the same bundle.
    public static Document reference(String type, UUID id) {
        return Document.mapping()
                .with("reference", Document.of("urn:uuid:" + id))
                .with("type", Document.of(type));
    }

    /// A concept that is told in words alone.
    public static Document concept(String words) {
        return Document.mapping().with("text", Document.of(words));
    }

    /// A concept of a code system, with words.
    public static Document concept(String system, String code, String words) {
        return Document.mapping()
                .with(
                        "coding",
                        Document.listing(List.of(Document.mapping()
                                .with("system", Document.of(system))
                                .with("code", Document.of(code)))))
                .with("text", Document.of(words));
    }

    /// A quantity in a unit of UCUM.
    public static Document quantity(BigDecimal value, String unit) {
        return Document.mapping()
                .with("value", Document.of(value))
                .with("unit", Document.of(unit))
                .with("system", Document.of("http://unitsofmeasure.org"))
                .with("code", Document.of(unit));
    }

    /// From a moment on, to another where it is over.
    public static Document period(Instant from, Optional<Instant> to) {
        Document.Mapping period = Document.mapping().with("start", Document.of(from.toString()));
        return to.map(end -> period.with("end", Document.of(end.toString()))).orElse(period);
    }

    /// A note.
    public static Document note(String words) {
        return Document.listing(List.of(Document.mapping().with("text", Document.of(words))));
    }
}
