package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.adverse.AdverseEvent;
import org.stipple.clinic.adverse.AdverseEvents;
import org.stipple.clinic.adverse.FhirAdverseEvent;
import org.stipple.clinic.adverse.Grade;
import org.stipple.clinic.adverse.Kinds;
import org.stipple.clinic.adverse.Outcome;
import org.stipple.clinic.adverse.Serious;
import org.stipple.clinic.adverse.Source;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.disclosure.Copies;
import org.stipple.clinic.disclosure.FhirJudge;
import org.stipple.clinic.outcome.Score;
import org.stipple.clinic.outcome.Scores;
import org.stipple.clinic.treatment.Adjunct;
import org.stipple.clinic.treatment.AfterNeedle;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;

/// What is given to other programs is FHIR R4, by a judge that knows nothing of us.
class CopyIsJudgedTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Belongings clinic;
    static PatientId person;
    static UUID graded;
    static FhirJudge judge;
    static String bundle;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(
                directory, "--server.port=0", "--stipple.messages.every=0s", "--stipple.concerns.every=0s");
        clinic = Belongings.of(stipple, "Rotkehlchen", "everybody-judged");
        person = new PatientId(UUID.fromString(clinic.the("id")));
        graded = Acting.as(clinic.everybody(), CopyIsJudgedTest::more);
        judge = new FhirJudge();
        bundle = bundle();
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    /// What one clinic with one of everything has not.
    ///
    /// @return the event that is graded
    private static UUID more() {
        UUID session = UUID.fromString(clinic.the("session"));
        stipple.the(AfterNeedle.class)
                .add(
                        person,
                        session,
                        new Adjunct.Used(
                                Adjunct.Kind.PRP, "own plasma", Optional.of(new BigDecimal("4")), Optional.of("A7")));
        var opened = stipple.the(AdverseEvents.class)
                .open(
                        UUID.randomUUID(),
                        person,
                        new Source.ByHand(),
                        Optional.of(session),
                        new AdverseEvent.Said(
                                Kinds.other("a burn of the skin"),
                                Optional.of(LocalDate.of(2026, 11, 20)),
                                "red and hot for two days",
                                Optional.of(Grade.SEVERE),
                                Optional.of(Set.of(Serious.INTERVENTION, Serious.OTHER)),
                                Optional.of("cooled"),
                                Outcome.RECOVERING,
                                Optional.empty()));
        stipple.the(Scores.class)
                .record(
                        UUID.randomUUID(),
                        person,
                        new Scores.Said(
                                "gais",
                                new Scores.By.Me(Score.Blinding.NOT_SAID),
                                new Scores.Answered.None(Score.Answer.Why.DECLINED),
                                Optional.empty(),
                                Set.of(),
                                LocalDate.of(2026, 11, 20),
                                Optional.empty()));
        var consents = stipple.the(Consents.class);
        consents.of(person).stream()
                .filter(consent -> consent.purpose() == Purpose.MARKETING)
                .forEach(consent -> consents.withdraw(person, consent.id()));
        return ((AdverseEvents.Opening.Opened) opened).event();
    }

    private static String bundle() throws Exception {
        var out = new ByteArrayOutputStream();
        Acting.doing(clinic.everybody(), () -> stipple.the(Copies.class).write(person, out));
        try (var in = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals("fhir.json")) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no bundle");
    }

    private static List<Field> resources() {
        return new Field("", Documents.read(bundle))
                .required("entry").items().stream()
                        .map(entry -> entry.required("resource"))
                        .toList();
    }

    @Test
    void theWholeCopyHasNoErrorAndOneOfEachKindIsInIt() {
        assertThat(resources().stream()
                        .map(resource -> resource.required("resourceType").text())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "AdverseEvent",
                        "Appointment",
                        "CarePlan",
                        "Communication",
                        "Consent",
                        "Device",
                        "DeviceUseStatement",
                        "DocumentReference",
                        "MedicationAdministration",
                        "Observation",
                        "Patient",
                        "Procedure",
                        "QuestionnaireResponse");
        assertThat(judge.errors(bundle)).isEmpty();
    }

    /// Alone, as other programs get it: with everything graded, and with hardly anything said.
    @Test
    void anAdverseEventHasNoErrorAlone() throws Exception {
        List<AdverseEvent> events = Acting.as(
                clinic.everybody(), () -> stipple.the(AdverseEvents.class).of(person));
        assertThat(events).hasSize(2).anyMatch(event -> event.id().equals(graded));
        for (AdverseEvent event : events) {
            String json = FhirAdverseEvent.json(
                    event, LocalDate.of(2026, 11, 21), clinic.everybody().zone());
            assertThat(judge.errors(json)).as(json).isEmpty();
            assertThat(json).contains("\"actuality\"", "\"subject\"", "\"suspectEntity\"");
        }
        assertThat(events.stream()
                        .filter(event -> event.id().equals(graded))
                        .map(event -> FhirAdverseEvent.json(
                                event,
                                LocalDate.of(2026, 11, 21),
                                clinic.everybody().zone())))
                .singleElement()
                .asString()
                .contains("\"seriousness\"", "\"severity\"", "lotNumber", "expirationDate");
    }

    /// The judge sees what is wrong: each fault is planted into the copy that has none.
    @Test
    void whatIsWrongIsFound() {
        assertThat(judge.errors(planted("Procedure", "status", Document.UNKNOWN)))
                .anyMatch(error -> error.contains("Procedure.status"));
        assertThat(judge.errors(planted("Consent", "status", Document.of("running"))))
                .anyMatch(error -> error.contains("running"));
        assertThat(judge.errors(planted("AdverseEvent", "date", Document.of("yesterday"))))
                .anyMatch(error -> error.contains("yesterday"));
        assertThat(judge.errors(planted("Observation", "depth", Document.of("deep"))))
                .anyMatch(error -> error.contains("depth"));
    }

    /// One resource of a kind alone, with an element that is another, or is not there.
    private static String planted(String type, String element, Document value) {
        var resource = resources().stream()
                .filter(one -> one.required("resourceType").text().equals(type))
                .findFirst()
                .orElseThrow();
        var fields = new java.util.LinkedHashMap<>(((Document.Mapping) resource.document()).fields());
        if (value.equals(Document.UNKNOWN)) {
            fields.remove(element);
        } else {
            fields.put(element, value);
        }
        return Documents.json(new Document.Mapping(fields));
    }
}
