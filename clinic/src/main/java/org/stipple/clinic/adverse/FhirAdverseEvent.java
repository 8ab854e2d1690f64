package org.stipple.clinic.adverse;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.stipple.clinic.adverse.AdverseEvent.Product;
import org.stipple.clinic.adverse.AdverseEvent.Said;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// An event as a resource AdverseEvent of FHIR R4, without extensions. The person is named by the identifier of
/// their record alone. What nobody said is left out: an empty element is none in FHIR.
public final class FhirAdverseEvent {

    private static final String TERMS = "http://terminology.hl7.org/CodeSystem/adverse-event-";
    private static final JsonFactory JSON = new JsonFactory();

    private FhirAdverseEvent() {}

    /// @param today and clinic for the day to which a reaction is judged as expected
    public static String json(AdverseEvent event, LocalDate today, ZoneId clinic) {
        var text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeStringProperty("resourceType", "AdverseEvent");
            out.writeStringProperty("id", event.id().toString());
            contained(out, event.products());
            out.writeStringProperty("actuality", "actual");
            out.writeArrayPropertyStart("category");
            concept(out, event.nature(today, clinic).words());
            out.writeEndArray();
            out.writeName("event");
            concept(
                    out,
                    event.said().kind().words()
                            + event.said()
                                    .grade()
                                    .map(grade -> "; CTCAE v5.0 " + grade.words())
                                    .orElse(""));
            reference(out, "subject", "Patient/" + event.patient());
            judged(out, event, clinic);
            suspects(out, event.products());
            out.writeEndObject();
        }
        return text.toString();
    }

    private static void judged(JsonGenerator out, AdverseEvent event, ZoneId clinic) {
        Said said = event.said();
        said.onset().ifPresent(day -> out.writeStringProperty("date", day.toString()));
        out.writeStringProperty("recordedDate", moment(event.openedAt(), clinic));
        said.serious().ifPresent(by -> {
            out.writeObjectPropertyStart("seriousness");
            out.writeArrayPropertyStart("coding");
            if (by.isEmpty()) {
                coding(out, "seriousness", "Non-serious");
            }
            by.stream().sorted().forEach(one -> coding(out, "seriousness", code(one)));
            out.writeEndArray();
            out.writeEndObject();
        });
        said.grade().ifPresent(grade -> {
            out.writeObjectPropertyStart("severity");
            out.writeArrayPropertyStart("coding");
            coding(out, "severity", code(grade));
            out.writeEndArray();
            out.writeStringProperty("text", "CTCAE v5.0 " + grade.words());
            out.writeEndObject();
        });
        out.writeObjectPropertyStart("outcome");
        out.writeArrayPropertyStart("coding");
        coding(out, "outcome", code(said.outcome()));
        out.writeEndArray();
        out.writeStringProperty("text", said.outcome().words());
        out.writeEndObject();
    }

    private static void contained(JsonGenerator out, List<Product> products) {
        if (products.isEmpty()) {
            return;
        }
        out.writeArrayPropertyStart("contained");
        for (int i = 0; i < products.size(); i++) {
            Product product = products.get(i);
            out.writeStartObject();
            out.writeStringProperty("resourceType", product.thing().isDevice() ? "Device" : "Medication");
            out.writeStringProperty("id", "product-" + (i + 1));
            if (product.thing().isDevice()) {
                device(out, product);
            } else {
                medication(out, product);
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void device(JsonGenerator out, Product product) {
        product.gtin().ifPresent(gtin -> {
            out.writeArrayPropertyStart("udiCarrier");
            out.writeStartObject();
            out.writeStringProperty("deviceIdentifier", gtin);
            out.writeEndObject();
            out.writeEndArray();
        });
        product.expiry().ifPresent(day -> out.writeStringProperty("expirationDate", day.toString()));
        product.lot().ifPresent(lot -> out.writeStringProperty("lotNumber", lot));
        product.serial().ifPresent(serial -> out.writeStringProperty("serialNumber", serial));
        out.writeArrayPropertyStart("deviceName");
        out.writeStartObject();
        out.writeStringProperty("name", product.name());
        out.writeStringProperty("type", "user-friendly-name");
        out.writeEndObject();
        out.writeEndArray();
        out.writeName("type");
        concept(out, product.thing().words());
    }

    private static void medication(JsonGenerator out, Product product) {
        out.writeName("code");
        concept(out, product.name());
        if (product.lot().isPresent() || product.expiry().isPresent()) {
            out.writeObjectPropertyStart("batch");
            product.lot().ifPresent(lot -> out.writeStringProperty("lotNumber", lot));
            product.expiry().ifPresent(day -> out.writeStringProperty("expirationDate", day.toString()));
            out.writeEndObject();
        }
    }

    private static void suspects(JsonGenerator out, List<Product> products) {
        if (products.isEmpty()) {
            return;
        }
        out.writeArrayPropertyStart("suspectEntity");
        for (int i = 0; i < products.size(); i++) {
            out.writeStartObject();
            reference(out, "instance", "#product-" + (i + 1));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void reference(JsonGenerator out, String name, String to) {
        out.writeObjectPropertyStart(name);
        out.writeStringProperty("reference", to);
        out.writeEndObject();
    }

    private static void concept(JsonGenerator out, String text) {
        out.writeStartObject();
        out.writeStringProperty("text", text);
        out.writeEndObject();
    }

    private static void coding(JsonGenerator out, String system, String code) {
        out.writeStartObject();
        out.writeStringProperty("system", TERMS + system);
        out.writeStringProperty("code", code);
        out.writeEndObject();
    }

    private static String moment(Instant at, ZoneId clinic) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(clinic).toOffsetDateTime());
    }

    /// The codes of R4 are three, the grades of CTCAE five: what is graver than severe is severe there.
    private static String code(Grade grade) {
        return switch (grade) {
            case MILD -> "mild";
            case MODERATE -> "moderate";
            case SEVERE, LIFE_THREATENING, DEATH -> "severe";
        };
    }

    private static String code(Outcome outcome) {
        return switch (outcome) {
            case RESOLVED -> "resolved";
            case RECOVERING -> "recovering";
            case OPEN, NOT_RESOLVED -> "ongoing";
            case RESOLVED_WITH_SEQUELAE -> "resolvedWithSequelae";
            case FATAL -> "fatal";
            case UNKNOWN -> "unknown";
        };
    }

    private static String code(Serious by) {
        return switch (by) {
            case DEATH -> "SeriousResultsInDeath";
            case LIFE_THREATENING -> "SeriousIsLifeThreatening";
            case HOSPITAL -> "SeriousResultsInHospitalization";
            case IMPAIRMENT -> "SeriousResultsInDisability";
            case INTERVENTION -> "SeriousRequiresPreventImpairment";
            case OTHER -> "Serious";
        };
    }
}
