package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
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
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Intakes;
import org.stipple.protocol.Answer;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Operator;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// The intake as a browser without scripts uses it.
class IntakeWithoutScriptTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Caller caller;

    PatientId person = new PatientId(UUID.randomUUID());

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor");
        caller = Caller.signedIn(stipple.port(), "noor");
    }

    @AfterAll
    static void stop() {
        caller.close();
        stipple.close();
    }

    @BeforeEach
    void aPerson() {
        Acting.doing(noor, () -> stipple.the(Patients.class).register(person, Someone.bornIn(1992)));
    }

    @Test
    void whoTreatsIsTheProfessionOfWhoeverBeginsUntilAnotherIsChosen() throws Exception {
        Acting.doing(
                noor,
                () -> stipple.the(Accounts.class)
                        .add(
                                UUID.randomUUID(),
                                "sam-nurse",
                                "Sam",
                                ClinicUnderTest.PASSWORD,
                                Set.of(Role.PRACTITIONER),
                                Optional.of(Operator.NURSE)));
        try (var sam = Caller.signedIn(stipple.port(), "sam-nurse")) {
            String path = "/people/" + person + "/intake";
            assertThat(form(sam.get(path)).shows("operator")).containsExactly("nurse");
            answered(Someone.withAcneScarsOnTheCheeks().with("operator", Document.of("physician")));
            assertThat(form(sam.get(path)).shows("operator")).containsExactly("physician");
        }
    }

    private void answered(Document.Mapping request) {
        Acting.doing(noor, () -> stipple.the(Intakes.class).save(person, 0, request));
    }

    private FormOnPage form() throws Exception {
        return form(caller.get("/people/" + person + "/intake"));
    }

    private static FormOnPage form(HttpResponse<String> page) {
        return FormOnPage.of(page.body(), "intake");
    }

    private HttpResponse<String> send(FormOnPage form) throws Exception {
        return caller.send("/people/" + person + "/intake", form.sent());
    }

    private PatientFacts saved() {
        var latest = new java.util.concurrent.atomic.AtomicReference<Document>(Document.UNKNOWN);
        Acting.doing(
                noor,
                () -> latest.set(
                        stipple.the(Intakes.class).latest(person).orElseThrow().request()));
        return PatientFacts.read(Field.root(latest.get()), java.time.LocalDate.of(2026, 11, 20));
    }

    @Test
    void aZoneThatIsAddedIsAskedAboutBeforeAnythingIsSaved() throws Exception {
        answered(Someone.withAcneScarsOnTheCheeks());
        var asked = send(form().enter("zone", "cheek-left", "cheek-right", "forehead"));
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("Zones were added").contains("Answered before: No.");
        var again = form(asked);
        assertThat(again.shows("zone")).containsExactlyInAnyOrder("forehead", "cheek-left", "cheek-right");
        assertThat(again.shows("fact:active-acne-in-zone")).isEmpty();
        assertThat(again.shows("fact:surgery-in-zone.last")).isEmpty();
        assertThat(again.shows("fact:pregnant")).containsExactly("false");

        assertThat(send(again.enter("fact:active-acne-in-zone", "false")).statusCode())
                .isEqualTo(303);
        assertThat(saved().answer(Fact.ACTIVE_ACNE)).contains(Answer.InZones.nowhere());
        assertThat(saved().answer(Fact.ACTIVE_INFECTION)).isEmpty();
        assertThat(saved().answer(Fact.SURGERY)).isEmpty();
        assertThat(saved().answer(Fact.DERMATOSIS)).isEmpty();
    }

    @Test
    void aFirstIntakeCanBeFilledInByAskingForTheZonesFirst() throws Exception {
        var first = form().enter("indication", "acne-scars", "pores")
                .enter("zone", "chin")
                .enter("device", "skinpen-precision")
                .enter("operator", "nurse")
                .enter("fact:keloid-history", "false");
        var shown = caller.send("/people/" + person + "/intake", withButton(first));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("zones:active-acne-in-zone");
        assertThat(send(form(shown).enter("fact:active-acne-in-zone", "false")).statusCode())
                .isEqualTo(303);
        assertThat(saved().answer(Fact.ACTIVE_ACNE)).contains(Answer.InZones.nowhere());
        assertThat(saved().answer(Fact.KELOID_HISTORY)).contains(new Answer.Flag(false));
    }

    private static java.util.Map<String, List<String>> withButton(FormOnPage form) {
        var sent = new java.util.LinkedHashMap<>(form.sent());
        sent.put("show", List.of("again"));
        return sent;
    }

    @Test
    void oneBadFieldComesBackAsEnteredWithAllTheOthers() throws Exception {
        answered(Someone.withAcneScarsOnTheCheeks());
        var bad = send(form().enter("goal.depthMm", "abc")
                .enter("fact:peel.last", "date")
                .enter("day:peel.last", "2027-01-05")
                .enter("fact:diabetes", "controlled")
                .enter("subtype:acne-scars", "boxcar")
                .enter("anaesthetic.product", "emla")
                .enter("areaCm2.cheek-left", "21.5"));
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body())
                .contains("Wished depth: This does not fit. Expected: a number from 0.05 to 5.")
                .contains("a date not after 2026-11-20");
        var again = form(bad);
        assertThat(again.shows("goal.depthMm")).containsExactly("abc");
        assertThat(again.shows("day:peel.last")).containsExactly("2027-01-05");
        assertThat(again.shows("fact:peel.last")).containsExactly("date");
        assertThat(again.shows("fact:diabetes")).containsExactly("controlled");
        assertThat(again.shows("subtype:acne-scars")).containsExactly("boxcar");
        assertThat(again.shows("anaesthetic.product")).containsExactly("emla");
        assertThat(again.shows("areaCm2.cheek-left")).containsExactly("21.5");
        assertThat(again.shows("fact:tattoo-in-zone")).containsExactly("false");

        assertThat(send(again.enter("goal.depthMm", "1,5").enter("day:peel.last", "2026-01-05"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(saved().wishes().goalDepth()).contains(org.stipple.quantities.Depth.ofMillimetres("1.5"));
        assertThat(saved().wishes().areas()).hasSize(1);
        assertThat(saved().indications().getFirst().subtype()).isEqualTo("boxcar");
    }

    @Test
    void whoWasOvertakenKeepsWhatTheyEnteredAndOverwritesNothing() throws Exception {
        answered(Someone.withAcneScarsOnTheCheeks());
        var mine = form().enter("fact:diabetes", "controlled");
        assertThat(send(form().enter("fact:diabetes", "uncontrolled")).statusCode())
                .isEqualTo(303);
        var overtaken = send(mine);
        assertThat(overtaken.statusCode()).isEqualTo(422);
        assertThat(form(overtaken).shows("fact:diabetes")).containsExactly("controlled");
        assertThat(saved().answer(Fact.DIABETES)).contains(new Answer.Word("uncontrolled"));
    }

    @Test
    void whatIsMostDecisiveIsAskedFirst() throws Exception {
        answered(Someone.withAcneScarsOnTheCheeks()
                .with("facts", Someone.without("immunosuppressed").withPath("skin-cancer-in-zone", Document.UNKNOWN)));
        String page = caller.get("/people/" + person + "/intake").body();
        assertThat(page).contains("Still to ask (2)");
        assertThat(firstAfter(page, "class=\"next-question\"", "href=\"#q-([^\"]+)\""))
                .contains("skin-cancer-in-zone");
        assertThat(firstAfter(page, "<form method=\"post\" action=\"/people/" + person, "data-group=\"(\\w+)\""))
                .contains("skin");
        assertThat(firstAfter(page, "data-group=\"skin\"", "fieldset class=\"question[^>]* id=\"q-([^\"]+)\""))
                .contains("skin-cancer-in-zone");
    }

    private static Optional<String> firstAfter(String page, String place, String what) {
        var found = Pattern.compile(what, Pattern.DOTALL).matcher(page.substring(page.indexOf(place)));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    @Test
    void thePageOfASavedIntakeSaysWhichRevisionIsSafe() throws Exception {
        answered(Someone.withAcneScarsOnTheCheeks());
        var saved = send(form());
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(caller.get("/people/" + person + "/screening").body())
                .contains("data-saved=\"intake-" + person + "\" data-saved-revision=\"2\"");
    }
}
