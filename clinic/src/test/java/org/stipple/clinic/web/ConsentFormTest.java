package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
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
            assertThat(caller.post(path, form, true, false).statusCode()).isEqualTo(303);
            assertThat(caller.get(path).body()).contains("Ada Okafor, guardian");

            form.put("key", UUID.randomUUID().toString());
            assertThat(caller.post(path, form, true, false).body())
                    .as("the same page in a second tab")
                    .contains("signed meanwhile")
                    .contains("nothing was lost");
        }
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
