package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.adverse.AdverseEvent;
import org.stipple.clinic.adverse.AdverseEvents;
import org.stipple.clinic.adverse.Source;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.Sessions;

/// An adverse event from the room to the paper that is handed on.
class AdversePageTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Caller clinician;
    static Caller lead;
    static Caller desk;
    static int serial;

    PatientId person;
    UUID session;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-pages");
        Acting.doing(noor, () -> {
            colleague("lead-pages", "Lea Lead", Role.PRIVACY_AND_SAFETY_LEAD);
            colleague("desk-pages", "Kim Desk", Role.FRONT_DESK);
        });
        clinician = Caller.signedIn(stipple.port(), "noor-pages");
        lead = Caller.signedIn(stipple.port(), "lead-pages");
        desk = Caller.signedIn(stipple.port(), "desk-pages");
    }

    private static void colleague(String username, String name, Role role) {
        stipple.the(Accounts.class).add(UUID.randomUUID(), username, name, ClinicUnderTest.PASSWORD, Set.of(role));
    }

    @AfterAll
    static void stop() {
        List.of(clinician, lead, desk).forEach(Caller::close);
        stipple.close();
    }

    @BeforeEach
    void aSessionRuns() throws Exception {
        stipple.itIs("2026-11-20T09:00:00Z");
        var somebody = new PatientId(UUID.randomUUID());
        person = somebody;
        session = Acting.as(noor, () -> {
            var born = Someone.bornIn(1992);
            stipple.the(Patients.class)
                    .register(
                            somebody,
                            new PatientDetails(
                                    "Ines",
                                    "Sufferson" + ++serial,
                                    born.birthDate(),
                                    born.sex(),
                                    born.phone(),
                                    born.email()));
            stipple.the(Intakes.class).save(somebody, 0, Someone.withAcneScarsOnTheCheeks());
            stipple.the(Screenings.class).screen(somebody);
            var courses = stipple.the(Courses.class);
            var plan = courses.draft(UUID.randomUUID(), somebody).plan();
            courses.sign(somebody, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
            Someone.agrees(stipple, somebody, Purpose.TREATMENT, plan);
            UUID unit = stipple.the(Stock.class)
                    .receive("skinpen-precision", UnitCode.parse("(17)281130(10)PAGE5(21)" + serial), 1)
                    .getFirst()
                    .id();
            UUID begun = Someone.started(
                            stipple.the(Sessions.class).start(UUID.randomUUID(), somebody, plan.id(), List.of(unit)))
                    .id();
            var zone = plan.course().planned().getFirst();
            stipple.the(Sessions.class).chart(somebody, begun, zone.id(), Someone.asPlanned(zone));
            return begun;
        });
    }

    private String asked() throws Exception {
        return clinician
                .get("/people/" + person + "/adverse/new?session=" + session)
                .body();
    }

    /// As the browser would send the form with what is tapped and typed.
    private Map<String, List<String>> filled() throws Exception {
        return new LinkedHashMap<>(FormOnPage.to(asked(), "/adverse")
                .enter("kind", "red-flag.infection")
                .enter("grade", "2")
                .enter("description", "The cheek is hot and the redness spreads.")
                .enter("done", "A swab was taken & a physician looked.")
                .sent());
    }

    private AdverseEvent opened() throws Exception {
        var answer = clinician.send("/people/" + person + "/adverse", filled());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return Acting.as(noor, () -> stipple.the(AdverseEvents.class).of(person).getFirst());
    }

    private String path(AdverseEvent event) {
        return "/people/" + person + "/adverse/" + event.id();
    }

    @Test
    void fromTheRoomItTakesATapToTheFormAndFiveThere() throws Exception {
        assertThat(clinician.get("/people/" + person + "/sessions/" + session).body())
                .contains("/people/" + person + "/adverse/new?session=" + session);
        assertThat(asked())
                .contains("value=\"" + session + "\" selected", "Spreading redness, warmth, pus or fever")
                // Of a session of today the day stands there already.
                .contains("type=\"date\" value=\"2026-11-20\"");
        AdverseEvent event = opened();
        assertThat(event.treated())
                .hasValueSatisfying(one -> assertThat(one.session()).isEqualTo(session));
        assertThat(clinician.get(path(event)).body())
                .contains("Spreading redness, warmth, pus or fever")
                .contains("lot PAGE5", "To a clinician the same day")
                .contains("No session of this person begins while it is open")
                .contains("missing: the weight");
    }

    @Test
    void anEntryOfTheDiaryOpensOneAndWhoeverComesSecondLosesNothing() throws Exception {
        UUID entry = UUID.randomUUID();
        String asked = clinician
                .get("/people/" + person + "/adverse/new?session=" + session + "&entry=" + entry
                        + "&kind=red-flag.infection")
                .body();
        var form = new LinkedHashMap<>(FormOnPage.to(asked, "/adverse")
                .enter("description", "The cheek is hot and the redness spreads.")
                .sent());
        assertThat(form.get("kind")).containsExactly("red-flag.infection");
        assertThat(clinician.send("/people/" + person + "/adverse", form).statusCode())
                .isEqualTo(303);
        form.put("key", List.of(UUID.randomUUID().toString()));
        form.put("description", List.of("Seen by another colleague as well."));
        var second = clinician.send("/people/" + person + "/adverse", form);
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body())
                .contains("has opened an event of this kind before", "Seen by another colleague as well.");
        assertThat(Acting.as(noor, () -> stipple.the(AdverseEvents.class).of(person)))
                .singleElement()
                .satisfies(event -> assertThat(event.source()).isEqualTo(new Source.FromDiary(entry.toString())));
        // The same entry told of something else as well.
        form.put("kind", List.of("red-flag.bleeding"));
        form.put("key", List.of(UUID.randomUUID().toString()));
        assertThat(clinician.send("/people/" + person + "/adverse", form).statusCode())
                .isEqualTo(303);
        assertThat(Acting.as(noor, () -> stipple.the(AdverseEvents.class).of(person)))
                .hasSize(2);
    }

    @Test
    void fiftyCopiesOfTheFormOpenOneEvent() throws Exception {
        Map<String, List<String>> form = filled();
        Callable<Integer> send =
                () -> clinician.send("/people/" + person + "/adverse", form).statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Collections.nCopies(50, send)).stream()
                            .map(java.util.concurrent.Future::resultNow))
                    .containsOnly(303);
        }
        assertThat(Acting.as(noor, () -> stipple.the(AdverseEvents.class).of(person)))
                .hasSize(1);
    }

    @Test
    void whatIsRefusedStaysInTheForm() throws Exception {
        var form = filled();
        form.put("description", List.of("x"));
        var answer = clinician.send("/people/" + person + "/adverse", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Say what happened", "A swab was taken &amp; a physician looked.")
                .containsPattern("value=\"red-flag.infection\"\\s+checked");
    }

    @Test
    void fieldsOfTheReportAreFilledInAndWhatDoesNotApplyHasItsReason() throws Exception {
        AdverseEvent event = opened();
        var form = new LinkedHashMap<>(FormOnPage.to(clinician.get(path(event)).body(), "/fields")
                .enter("field.weight", "61 kg")
                .enter("field.facility", "A physician's office is none.")
                .enter("na.facility", "yes")
                .sent());
        assertThat(clinician.send(path(event) + "/fields", form).statusCode()).isEqualTo(303);
        assertThat(clinician.get(path(event)).body())
                .contains("value=\"61 kg\"", "does not apply")
                .contains(" of 21 fields");
        // What the record said itself is not written again.
        var found = Acting.as(noor, () -> stipple.the(AdverseEvents.class).find(person, event.id()));
        assertThat(found.fields()).hasSize(2);
    }

    @Test
    void whoLeadsSafetySeesItOnThePageOfTheDayOpensItAndNothingElseOfTheRecord() throws Exception {
        AdverseEvent event = opened();
        assertThat(lead.get("/today").body())
                .containsPattern("(?s)Adverse events.*Ines Sufferson" + serial + ".*Spreading redness");
        assertThat(lead.get("/adverse").body()).contains("Sufferson" + serial, "waits to be looked at");
        String page = lead.get("/people/" + person).body();
        assertThat(page).contains("/people/" + person + "/adverse").doesNotContain("/courses/", "/sessions/");
        assertThat(lead.get("/people/" + person + "/sessions/" + session).statusCode())
                .isEqualTo(403);
        String shown = lead.get(path(event)).body();
        assertThat(shown)
                .contains("Looked at by somebody else", "name=\"note\"")
                .doesNotContain("go-on-password");
        var review = new LinkedHashMap<>(FormOnPage.to(shown, "/review")
                .enter("note", "The lot was looked up, nobody else has it.")
                .enter("password", ClinicUnderTest.PASSWORD)
                .sent());
        assertThat(lead.send(path(event) + "/review", review).statusCode()).isEqualTo(303);
        assertThat(clinician.get(path(event)).body())
                .containsPattern("Looked at 20 Nov 2026, 09:00 by Lea Lead: .*The lot was looked up");
    }

    @Test
    void theFrontDeskSeesNothingOfIt() throws Exception {
        AdverseEvent event = opened();
        assertThat(desk.get(path(event)).statusCode()).isEqualTo(403);
        assertThat(desk.get("/people/" + person).body()).doesNotContain("adverse", "Spreading redness");
        assertThat(desk.get("/people/" + person + "/follow-up").statusCode()).isEqualTo(200);
    }

    @Test
    void thePaperSaysAllOfItInOrderAndNobodysName() throws Exception {
        AdverseEvent event = opened();
        var answer = clinician.get(path(event) + "/report.pdf");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("adverse-event.pdf")
                .doesNotContain(person.toString());
        assertThat(text(answer.body().getBytes(StandardCharsets.ISO_8859_1)))
                .contains("Adverse event: Spreading redness, warmth, pus or fever")
                .contains("The cheek is hot and the redness spreads.", "A swab was taken & a physician looked.")
                .contains("grade 2: local, non-invasive intervention", "SkinPen Precision, lot PAGE5")
                .contains("The fields of a report (21 CFR 803.32)", "The weight missing")
                .contains(event.id().toString(), person.toString())
                .doesNotContain("null", "Optional", "Sufferson", "Ines");
    }

    private static String text(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void otherProgramsGetItAsFhir() throws Exception {
        AdverseEvent event = opened();
        var answer = clinician.get(path(event) + "/fhir.json");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+json");
        assertThat(answer.body())
                .startsWith("{\"resourceType\":\"AdverseEvent\"")
                .contains("\"subject\":{\"reference\":\"Patient/" + person + "\"}", "\"lotNumber\":\"PAGE5\"")
                .doesNotContain("Sufferson", "null");
    }

    @Test
    void ofTwoWhoJudgeItAtOnceTheSecondIsToldOfTheFirst() throws Exception {
        AdverseEvent event = opened();
        String shown = clinician.get(path(event)).body();
        Map<String, List<String>> first = FormOnPage.to(shown, "/revisions")
                .enter("grade", "3")
                .enter("reason", "Seen again an hour later.")
                .sent();
        var second = new LinkedHashMap<>(first);
        second.put("key", List.of(UUID.randomUUID().toString()));
        second.put("grade", List.of("1"));
        assertThat(clinician.send(path(event) + "/revisions", first).statusCode())
                .isEqualTo(303);
        var refused = clinician.send(path(event) + "/revisions", second);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("It was revised meanwhile by Dr. Hillside");
        assertThat(clinician.get(path(event)).body()).contains("grade 3: severe; limits self-care");
    }
}
