package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.consent.Consent;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;

/// The form that a person signs says which course stood above it.
class ConsentFormTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Belongings clinic;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        clinic = Belongings.of(stipple, "Rotkehlchen", "everybody-form");
        Acting.doing(
                clinic.everybody(),
                () -> stipple.the(Accounts.class)
                        .add(
                                UUID.randomUUID(),
                                "ines-form",
                                "Ines Vidal",
                                ClinicUnderTest.PASSWORD,
                                Set.of(Role.PRACTITIONER)));
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static String hidden(String page, String name) {
        var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(field.find()).as("the field %s", name).isTrue();
        return field.group(1);
    }

    @Test
    void aPageThatShowedSomethingElseIsRefusedInPlainWords() throws Exception {
        String path = "/people/" + clinic.the("id") + "/consent";
        try (var caller = Caller.signedIn(stipple.port(), "everybody-form")) {
            withdrawTreatment();
            String page = caller.get(path).body();
            var form = new LinkedHashMap<>(Map.of("purpose", "treatment", "agree", "yes", "signer", "person"));
            form.put("signedName", "Rotkehlchen given Rotkehlchen family");
            form.put("sha256", hidden(page.substring(page.indexOf("id=\"treatment\"")), "sha256"));
            form.put("language", hidden(page, "language"));
            form.put("particulars", hidden(page.substring(page.indexOf("id=\"treatment\"")), "particulars"));
            form.put("course", hidden(page, "course"));
            form.put("courseSha256", "0".repeat(64));
            form.put("key", UUID.randomUUID().toString());
            var stale = caller.post(path, form, true, false);
            assertThat(stale.statusCode()).isEqualTo(422);
            assertThat(stale.body()).contains("not the one that is signed now").contains("nothing was signed");

            form.put("key", UUID.randomUUID().toString());
            form.put("courseSha256", hidden(page, "courseSha256"));
            assertThat(caller.post(path, form, true, false).statusCode()).isEqualTo(303);
        }
    }

    @Test
    void aSignatureThatIsNobodysIsRefusedBesideItsFieldAndWhatWasTypedStays() throws Exception {
        String path = "/people/" + clinic.the("id") + "/consent";
        try (var caller = Caller.signedIn(stipple.port(), "everybody-form")) {
            withdrawTreatment();
            String page = caller.get(path).body();
            var form = new LinkedHashMap<>(Map.of("purpose", "treatment", "agree", "yes", "signer", "person"));
            form.put("signedName", "x");
            form.put("sha256", hidden(page.substring(page.indexOf("id=\"treatment\"")), "sha256"));
            form.put("language", hidden(page, "language"));
            form.put("particulars", hidden(page.substring(page.indexOf("id=\"treatment\"")), "particulars"));
            form.put("course", hidden(page, "course"));
            form.put("courseSha256", hidden(page, "courseSha256"));
            form.put("key", UUID.randomUUID().toString());
            var refused = caller.post(path, form, true, false);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("id=\"name-error-treatment\">The name was ")
                    .contains("expected the person's own name, Rotkehlchen given Rotkehlchen family")
                    .contains("value=\"x\"");

            form.put("key", UUID.randomUUID().toString());
            form.put("signer", "representative");
            form.put("signedName", "Ada Okafor");
            assertThat(caller.post(path, form, true, false).body()).contains("id=\"relation-error-treatment\"");

            form.put("key", UUID.randomUUID().toString());
            form.put("relation", "guardian");
            form.put("signedName", "Nurse Ines Vidal");
            assertThat(caller.post(path, form, true, false).body())
                    .as("somebody who works in this clinic, by another title")
                    .contains("id=\"name-error-treatment\">The name was that of Ines Vidal, who works in this clinic")
                    .contains("value=\"Nurse Ines Vidal\"");

            form.put("key", UUID.randomUUID().toString());
            form.put("signedName", "Ada Okafor");
            assertThat(caller.post(path, form, true, false).statusCode()).isEqualTo(303);
            assertThat(caller.get(path).body()).contains("Ada Okafor, guardian");

            form.put("key", UUID.randomUUID().toString());
            assertThat(caller.post(path, form, true, false).body())
                    .as("the same page in a second tab")
                    .contains("signed meanwhile")
                    .contains("nothing was lost");
        }
    }

    @Test
    void withdrawingIsAskedOnceBeforeItIsDone() throws Exception {
        String path = "/people/" + clinic.the("id") + "/consent";
        try (var caller = Caller.signedIn(stipple.port(), "everybody-form")) {
            String body = caller.get(path).body();
            String part = body.substring(body.indexOf("id=\"measurement\""));
            part = part.substring(0, part.indexOf("</section>"));
            assertThat(part).containsPattern("(?s)<details.*<summary.*Withdraw.*</summary>.*withdrawal.*</details>");
            String withdrawal = "/people/" + clinic.the("id") + "/consent/" + clinic.the("consent") + "/withdrawal";
            var form = new LinkedHashMap<>(Map.of("key", UUID.randomUUID().toString()));
            var asked = caller.post(withdrawal, form, true, false);
            assertThat(asked.statusCode()).isEqualTo(422);
            assertThat(asked.body()).contains("Nothing was withdrawn");
            assertThat(holds()).isTrue();
            form.put("key", UUID.randomUUID().toString());
            form.put("sure", "yes");
            assertThat(caller.post(withdrawal, form, true, false).statusCode()).isEqualTo(303);
            assertThat(holds()).isFalse();
        }
    }

    private static boolean holds() throws Exception {
        var person = new PatientId(UUID.fromString(clinic.the("id")));
        return Acting.as(
                clinic.everybody(),
                () -> stipple.the(Consents.class).of(person).stream()
                        .anyMatch(consent -> consent.purpose() == Purpose.MEASUREMENT && consent.holds()));
    }

    private static void withdrawTreatment() {
        var person = new PatientId(UUID.fromString(clinic.the("id")));
        Acting.doing(
                clinic.everybody(),
                () -> stipple.the(Consents.class).of(person).stream()
                        .filter(consent -> consent.purpose() == Purpose.TREATMENT && consent.holds())
                        .map(Consent::id)
                        .forEach(consent -> stipple.the(Consents.class).withdraw(person, consent)));
    }
}
