package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.Patients;

/// The same page in two tabs, back, and reload.
class TwoTabsTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Caller caller;
    static final PatientId PERSON = new PatientId(UUID.randomUUID());

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        Acting.doing(
                stipple.clinic("Hillside", "noor-tabs"),
                () -> stipple.the(Patients.class).register(PERSON, Someone.bornIn(1992)));
        caller = Caller.signedIn(stipple.port(), "noor-tabs");
    }

    @AfterAll
    static void stop() {
        caller.close();
        stipple.close();
    }

    private static HttpResponse<String> correct(String family) throws Exception {
        var form = new LinkedHashMap<>(
                Map.of("givenName", "Amara", "familyName", family, "birthDate", "1992-02-11", "sex", "female"));
        form.put("version", "1");
        form.put("key", UUID.randomUUID().toString());
        return caller.post("/people/" + PERSON + "/details", form, true, false);
    }

    @Test
    void theSecondTabIsToldOnceWhatHappenedAndWhereToGo() throws Exception {
        assertThat(correct("Okafor-Bell").statusCode()).isEqualTo(303);
        var second = correct("Okafor-Hill");
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body())
                .containsOnlyOnce("role=\"alert\"")
                .contains("changed meanwhile, by somebody else or in another tab. Nothing was saved.")
                .contains("href=\"/people/" + PERSON + "/details\"")
                .contains("value=\"Okafor-Hill\"");
    }

    @Test
    void whereAFormWasRefusedTheAddressStillLeadsSomewhere() throws Exception {
        var reloaded = caller.get("/people/" + PERSON + "/measurements");
        assertThat(reloaded.statusCode()).isEqualTo(303);
        assertThat(reloaded.headers().firstValue("Location")).contains("/people/" + PERSON + "/photos");
        assertThat(caller.get("/room-theme").statusCode()).isEqualTo(404);
    }

    @Test
    void aPartOfAPageIsNotReplacedByTheSignInPage() throws Exception {
        try (var nobody = Caller.nobody(stipple.port())) {
            var part = nobody.askForPart("/people/" + PERSON + "/intake/preview");
            assertThat(part.statusCode()).isEqualTo(204);
            assertThat(part.headers().firstValue("HX-Refresh")).contains("true");
        }
    }
}
