package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.Patients;
import org.stipple.protocol.Operator;

/// Where somebody signs or alters what others are judged by, "x" is no reason, and what was typed stays.
class WordsUnderANameTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Belongings clinic;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        clinic = Belongings.of(stipple, "Zaunkoenig", "everybody-words");
        add("desk-words", "Desk One", Role.FRONT_DESK, Optional.empty());
        add("second-words", "Mika Second", Role.SUPERVISING_CLINICIAN, Optional.empty());
        add("nurse-words", "Ines Vidal", Role.PRACTITIONER, Optional.of(Operator.NURSE));
    }

    private static void add(String username, String name, Role role, Optional<Operator> profession) {
        Acting.doing(
                clinic.everybody(),
                () -> stipple.the(Accounts.class)
                        .add(UUID.randomUUID(), username, name, ClinicUnderTest.PASSWORD, Set.of(role), profession));
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static HttpResponse<String> send(String username, String path, Map<String, String> fields)
            throws Exception {
        var form = new LinkedHashMap<>(fields);
        form.put("key", UUID.randomUUID().toString());
        try (var caller = Caller.signedIn(stipple.port(), username)) {
            return caller.post(path, form, true, false);
        }
    }

    private static String text(HttpResponse<String> answer) {
        return new String(answer.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Test
    void aNoteThatSaysNothingIsPointedAtWhereItStandsAndKept() throws Exception {
        String session = "/people/" + clinic.the("id") + "/sessions/" + clinic.the("session");
        var note = Map.of("note", "x", "password", ClinicUnderTest.PASSWORD, "entry", "1", "onTopOf", "1");
        var open = send("everybody-words", session + "/close", note);
        assertThat(open.statusCode()).isEqualTo(422);
        assertThat(text(open))
                .contains(
                        "id=\"note-error\">Was “x”, expected what happened and why, in two words and eight letters at least.")
                .contains(">x</textarea>");

        var waiting = send("second-words", session + "/reviews", note);
        assertThat(waiting.statusCode()).isEqualTo(422);
        assertThat(text(waiting))
                .contains("id=\"note-error-" + clinic.the("session") + "-1\">Was “x”, expected")
                .contains(">x</textarea>");
    }

    @Test
    void aBirthDateIsCorrectedAcrossAnAgeByWhoTreatsWithAReason() throws Exception {
        var person = new PatientId(UUID.randomUUID());
        Acting.doing(clinic.everybody(), () -> stipple.the(Patients.class).register(person, Someone.bornIn(2011)));
        String path = "/people/" + person + "/details";
        var grown = new LinkedHashMap<>(Map.of(
                "givenName",
                "Amara",
                "familyName",
                "Okafor",
                "birthDate",
                "1990-02-11",
                "sex",
                "female",
                "version",
                "1"));
        var desk = send("desk-words", path, grown);
        assertThat(desk.statusCode()).isEqualTo(422);
        assertThat(text(desk)).contains("A clinician corrects it").doesNotContain("name=\"reason\"");

        var asked = send("nurse-words", path, grown);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(text(asked))
                .contains("across 18 years")
                .contains("id=\"e-reason\">Is empty, expected how it is known")
                .contains("value=\"1990-02-11\"");
        grown.put("reason", "Passport seen at the desk.");
        assertThat(send("nurse-words", path, grown).statusCode()).isEqualTo(303);
    }

    @Test
    void whatWasScreenedByAndCorrectedSinceAsksForAnotherScreeningOnThePersonsPage() throws Exception {
        String page = "/people/" + clinic.the("id");
        var form = Map.of(
                "givenName", "Amara",
                "familyName", "Okafor",
                "birthDate", "1991-02-11",
                "sex", "female",
                "version", "1",
                "reason", "Passport seen at the desk.");
        assertThat(text(send("desk-words", page + "/details", form))).contains("was screened by the date of birth");
        assertThat(send("nurse-words", page + "/details", form).statusCode()).isEqualTo(303);
        try (var nurse = Caller.signedIn(stipple.port(), "nurse-words");
                var desk = Caller.signedIn(stipple.port(), "desk-words")) {
            assertThat(text(nurse.get(page)))
                    .contains("by Ines Vidal (“Passport seen at the desk.”), and nobody screened this person since");
            assertThat(text(desk.get(page)))
                    .contains("nobody screened this person since. A clinician screens again.")
                    .doesNotContain("Passport seen");
            assertThat(text(nurse.get(page + "/details"))).doesNotContain("name=\"reason\"");
        }
    }

    @Test
    void aNurseWhoSendsThatSheTreatsAsAPhysicianIsRefused() throws Exception {
        String start = "/people/" + clinic.the("id") + "/courses/" + clinic.the("course") + "/session";
        var refused = send("nurse-words", start + "/who", Map.of("operator", "physician"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("Nothing was changed: your account is that of a nurse");
    }
}
