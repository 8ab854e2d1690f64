package org.stipple.clinic.adverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.adverse.AdverseEvent.Product;
import org.stipple.clinic.adverse.AdverseEvent.Revision;
import org.stipple.clinic.adverse.AdverseEvent.Said;
import org.stipple.clinic.adverse.AdverseEvent.Thing;
import org.stipple.clinic.adverse.AdverseEvent.Treated;
import org.stipple.clinic.database.StoredDocument;
import org.stipple.protocol.document.Document;

/// What is handed to other programs is a resource AdverseEvent of FHIR R4: every element known, in its number,
/// with the codes of R4.
class FhirAdverseEventTest {

    private static final ZoneId CLINIC = ZoneId.of("America/New_York");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final PatientId PERSON = new PatientId(UUID.fromString("00000000-0000-4000-8000-000000000007"));

    /// Elements of R4 that are used, with how many of each there may be; `*` for a list.
    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            Map.entry("resourceType", "1..1"),
            Map.entry("id", "0..1"),
            Map.entry("contained", "0..*"),
            Map.entry("actuality", "1..1"),
            Map.entry("category", "0..*"),
            Map.entry("event", "0..1"),
            Map.entry("subject", "1..1"),
            Map.entry("date", "0..1"),
            Map.entry("recordedDate", "0..1"),
            Map.entry("seriousness", "0..1"),
            Map.entry("severity", "0..1"),
            Map.entry("outcome", "0..1"),
            Map.entry("suspectEntity", "0..*"));

    private static final Map<String, Set<String>> CODES = Map.of(
            "http://terminology.hl7.org/CodeSystem/adverse-event-severity",
            Set.of("mild", "moderate", "severe"),
            "http://terminology.hl7.org/CodeSystem/adverse-event-outcome",
            Set.of("resolved", "recovering", "ongoing", "resolvedWithSequelae", "fatal", "unknown"),
            "http://terminology.hl7.org/CodeSystem/adverse-event-seriousness",
            Set.of(
                    "Non-serious",
                    "Serious",
                    "SeriousResultsInDeath",
                    "SeriousIsLifeThreatening",
                    "SeriousResultsInHospitalization",
                    "SeriousResultsInDisability",
                    "SeriousIsBirthDefect",
                    "SeriousRequiresPreventImpairment"));

    /// Elements of the contained resources that are used.
    private static final Set<String> DEVICE = Set.of(
            "resourceType", "id", "udiCarrier", "expirationDate", "lotNumber", "serialNumber", "deviceName", "type");

    private static final Set<String> MEDICATION = Set.of("resourceType", "id", "code", "batch");

    private static AdverseEvent event(Optional<Grade> grade, Optional<Set<Serious>> serious, Outcome outcome) {
        return new AdverseEvent(
                UUID.fromString("00000000-0000-4000-8000-000000000009"),
                PERSON,
                new Source.ByHand(),
                Optional.of(new Treated(
                        UUID.fromString("00000000-0000-4000-8000-000000000008"),
                        2,
                        Instant.parse("2026-11-20T15:00:00Z"),
                        "Dr. Noor")),
                List.of(),
                List.of(
                        new Product(
                                Thing.CARTRIDGE,
                                "SkinPen \"Precision\"",
                                Optional.of("LOT7"),
                                Optional.of("0042"),
                                Optional.of("00850001234566"),
                                Optional.of(LocalDate.parse("2028-11-30")),
                                Optional.empty()),
                        new Product(
                                Thing.ANAESTHETIC,
                                "lidocaine 4 % (LMX4)",
                                Optional.of("N3"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("10 g on 60 cm²"))),
                Instant.parse("2026-11-22T03:30:00.5Z"),
                "Dr. Noor",
                new AccountId(UUID.randomUUID()),
                List.of(new Revision(
                        1,
                        new Said(
                                new Kinds.Kind("red-flag.granuloma", "Itchy or tender plaques and papules"),
                                Optional.of(LocalDate.parse("2026-11-21")),
                                "Itchy plaques on the left cheek.",
                                grade,
                                serious,
                                Optional.empty(),
                                outcome,
                                outcome.isOver() ? Optional.of(TODAY) : Optional.empty()),
                        Optional.empty(),
                        "test",
                        Instant.parse("2026-11-22T03:30:00Z"),
                        "Dr. Noor",
                        new AccountId(UUID.randomUUID()))),
                List.of(),
                List.of(),
                List.of());
    }

    private static Document.Mapping read(String json) {
        return (Document.Mapping) StoredDocument.read(json);
    }

    /// What R4 does not allow.
    private static List<String> wrongIn(Document.Mapping resource) {
        var wrong = new ArrayList<String>();
        resource.fields().forEach((name, value) -> {
            String number = ELEMENTS.get(name);
            if (number == null) {
                wrong.add(name + " is no element that is used");
            } else if (number.endsWith("*") != value instanceof Document.Listing) {
                wrong.add(name + " is " + number);
            }
        });
        ELEMENTS.forEach((name, number) -> {
            if (number.startsWith("1") && !resource.fields().containsKey(name)) {
                wrong.add(name + " is missing");
            }
        });
        codes(resource, wrong);
        noneEmpty("", resource, wrong);
        contained(resource, wrong);
        if (!Set.of("actual", "potential").contains(text(resource, "actuality"))) {
            wrong.add("actuality is " + text(resource, "actuality"));
        }
        if (resource.fields().get("recordedDate") instanceof Document.Text(var at)
                && OffsetDateTime.parse(at).getNano() != 0) {
            wrong.add("recordedDate has more than seconds");
        }
        return wrong;
    }

    private static String text(Document.Mapping mapping, String name) {
        return mapping.fields().get(name) instanceof Document.Text(var words) ? words : "";
    }

    private static void codes(Document value, List<String> wrong) {
        switch (value) {
            case Document.Mapping mapping -> {
                String system = text(mapping, "system");
                if (!system.isEmpty() && !CODES.getOrDefault(system, Set.of()).contains(text(mapping, "code"))) {
                    wrong.add(text(mapping, "code") + " is no code of " + system);
                }
                mapping.fields().values().forEach(inner -> codes(inner, wrong));
            }
            case Document.Listing listing -> listing.items().forEach(inner -> codes(inner, wrong));
            default -> {}
        }
    }

    private static void noneEmpty(String where, Document value, List<String> wrong) {
        switch (value) {
            case Document.Mapping mapping -> {
                if (mapping.fields().isEmpty()) {
                    wrong.add(where + " is empty");
                }
                mapping.fields().forEach((name, inner) -> noneEmpty(where + "." + name, inner, wrong));
            }
            case Document.Listing listing -> {
                if (listing.items().isEmpty()) {
                    wrong.add(where + " is empty");
                }
                listing.items().forEach(inner -> noneEmpty(where + "[]", inner, wrong));
            }
            case Document.Text(var words) -> {
                if (words.isBlank() || words.equals("null")) {
                    wrong.add(where + " says nothing");
                }
            }
            default -> wrong.add(where + " is no text");
        }
    }

    private static void contained(Document.Mapping resource, List<String> wrong) {
        var known = new HashSet<String>();
        if (resource.fields().get("contained") instanceof Document.Listing(var items)) {
            for (Document item : items) {
                var inner = (Document.Mapping) item;
                Set<String> elements = switch (text(inner, "resourceType")) {
                    case "Device" -> DEVICE;
                    case "Medication" -> MEDICATION;
                    default -> Set.of();
                };
                inner.fields().keySet().stream()
                        .filter(name -> !elements.contains(name))
                        .forEach(name -> wrong.add(text(inner, "resourceType") + "." + name + " is not known"));
                known.add("#" + text(inner, "id"));
            }
        }
        if (resource.fields().get("suspectEntity") instanceof Document.Listing(var items)) {
            for (Document item : items) {
                var instance =
                        (Document.Mapping) ((Document.Mapping) item).fields().get("instance");
                if (instance == null || !known.remove(text(instance, "reference"))) {
                    wrong.add("a suspect names nothing that is contained");
                }
            }
        }
        known.forEach(left -> wrong.add(left + " is contained and named by nobody"));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void everyOutcomeHasItsCode(Outcome outcome) {
        var json =
                read(FhirAdverseEvent.json(event(Optional.of(Grade.MILD), Optional.empty(), outcome), TODAY, CLINIC));
        assertThat(wrongIn(json)).isEmpty();
        assertThat(code(json, "outcome"))
                .isEqualTo(
                        switch (outcome) {
                            case OPEN, NOT_RESOLVED -> "ongoing";
                            case RECOVERING -> "recovering";
                            case RESOLVED -> "resolved";
                            case RESOLVED_WITH_SEQUELAE -> "resolvedWithSequelae";
                            case FATAL -> "fatal";
                            case UNKNOWN -> "unknown";
                        });
    }

    @ParameterizedTest
    @EnumSource(Grade.class)
    void everyGradeHasItsCodeAndTheWordsOfTheScale(Grade grade) {
        var json =
                read(FhirAdverseEvent.json(event(Optional.of(grade), Optional.empty(), Outcome.OPEN), TODAY, CLINIC));
        assertThat(wrongIn(json)).isEmpty();
        assertThat(code(json, "severity"))
                .isEqualTo(grade.number() == 1 ? "mild" : grade.number() == 2 ? "moderate" : "severe");
        assertThat(text(inner(json, "event"), "text"))
                .isEqualTo("Itchy or tender plaques and papules; CTCAE v5.0 " + grade.words());
    }

    @ParameterizedTest
    @EnumSource(Serious.class)
    void everythingThatMakesItSeriousHasItsCode(Serious by) {
        assertThat(wrongIn(read(FhirAdverseEvent.json(
                        event(Optional.empty(), Optional.of(EnumSet.of(by, Serious.HOSPITAL)), Outcome.OPEN),
                        TODAY,
                        CLINIC))))
                .isEmpty();
    }

    private static String code(Document.Mapping json, String element) {
        return text((Document.Mapping) listed(inner(json, element), "coding").getFirst(), "code");
    }

    private static Document.Mapping inner(Document.Mapping json, String element) {
        return (Document.Mapping) Objects.requireNonNull(json.fields().get(element), element);
    }

    private static List<Document> listed(Document.Mapping json, String element) {
        return ((Document.Listing) Objects.requireNonNull(json.fields().get(element), element)).items();
    }

    @Test
    void whoAndWhatAndWhenStandInIt() {
        var json = read(
                FhirAdverseEvent.json(event(Optional.empty(), Optional.of(Set.of()), Outcome.OPEN), TODAY, CLINIC));
        assertThat(text(inner(json, "subject"), "reference")).isEqualTo("Patient/" + PERSON);
        assertThat(text(json, "actuality")).isEqualTo("actual");
        assertThat(text(json, "date")).isEqualTo("2026-11-21");
        assertThat(text(json, "recordedDate")).isEqualTo("2026-11-21T22:30:00-05:00");
        assertThat(code(json, "seriousness")).isEqualTo("Non-serious");
        var contained = listed(json, "contained");
        var device = (Document.Mapping) contained.getFirst();
        assertThat(text(device, "lotNumber")).isEqualTo("LOT7");
        assertThat(text(device, "serialNumber")).isEqualTo("0042");
        assertThat(text(device, "expirationDate")).isEqualTo("2028-11-30");
        var medication = (Document.Mapping) contained.getLast();
        assertThat(text(inner(medication, "code"), "text")).isEqualTo("lidocaine 4 % (LMX4)");
        assertThat(text(inner(medication, "batch"), "lotNumber")).isEqualTo("N3");
    }

    @Test
    void whatNobodySaidIsLeftOut() {
        var json = read(FhirAdverseEvent.json(event(Optional.empty(), Optional.empty(), Outcome.OPEN), TODAY, CLINIC));
        assertThat(wrongIn(json)).isEmpty();
        assertThat(json.fields()).doesNotContainKeys("severity", "seriousness");
    }

    @Test
    void theCheckFindsWhatR4DoesNotAllow() {
        assertThat(wrongIn(read("{\"resourceType\":\"AdverseEvent\",\"actuality\":\"perhaps\",\"outcome\":"
                        + "{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/adverse-event-outcome\","
                        + "\"code\":\"open\"}]},\"event\":{},\"note\":\"x\"}")))
                .contains(
                        "note is no element that is used",
                        "subject is missing",
                        "open is no code of http://terminology.hl7.org/CodeSystem/adverse-event-outcome",
                        ".event is empty",
                        "actuality is perhaps");
        assertThatThrownBy(() -> read("{\"resourceType\":")).isInstanceOf(RuntimeException.class);
    }
}
