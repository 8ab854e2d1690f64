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

/// Two records of one person hide from each other what stands against a treatment.
class SamePersonTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Caller caller;
    static final PatientId AMARA = new PatientId(UUID.randomUUID());

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        Acting.doing(
                stipple.clinic("Hillside", "noor-same"),
                () -> stipple.the(Patients.class).register(AMARA, Someone.bornIn(1992)));
        stipple.clinic("Elsewhere", "ari-same");
        caller = Caller.signedIn(stipple.port(), "noor-same");
    }

    @AfterAll
    static void stop() {
        caller.close();
        stipple.close();
    }

    private static HttpResponse<String> register(Caller by, String given, String family, String born, String... more)
            throws Exception {
        var form = new LinkedHashMap<>(
                Map.of("givenName", given, "familyName", family, "birthDate", born, "sex", "female"));
        form.put("key", UUID.randomUUID().toString());
        for (String ticked : more) {
            form.put(ticked, "yes");
        }
        return by.post("/people", form, true, false);
    }

    /// A double tap, or a retry after a lost answer: the form itself wrote down the one who is here.
    @Test
    void theSameFormTwiceIsNotAskedWhetherItIsThemselves() throws Exception {
        var form = Map.of(
                "givenName", "Twice",
                "familyName", "Sent",
                "birthDate", "1990-04-23",
                "sex", "other",
                "key", UUID.randomUUID().toString());
        var first = caller.post("/people", form, true, false);
        var second = caller.post("/people", form, true, false);
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(second.statusCode()).isEqualTo(303);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
    }

    @Test
    void sameNameAndBirthDateIsAskedAboutWithALinkToTheOneWhoIsHere() throws Exception {
        for (String[] name : new String[][] {{"Amara", "Okafor"}, {" amara ", "OKAFOR"}, {"Okafor", "Amara"}}) {
            var asked = register(caller, name[0], name[1], "1992-02-11");
            assertThat(asked.statusCode()).isEqualTo(422);
            assertThat(asked.body()).contains("href=\"/people/" + AMARA + "\"").contains("name=\"another\"");
        }
        var another = register(caller, "Amara", "Okafor", "1992-02-11", "another");
        assertThat(another.statusCode()).isEqualTo(303);
        assertThat(another.headers().firstValue("Location").orElse("")).doesNotContain(AMARA.toString());
    }

    @Test
    void anotherBirthDateIsAnotherPerson() throws Exception {
        assertThat(register(caller, "Amara", "Okafor", "1992-02-12").statusCode())
                .isEqualTo(303);
    }

    @Test
    void whoeverIsInAnotherClinicIsNotToldOf() throws Exception {
        try (var elsewhere = Caller.signedIn(stipple.port(), "ari-same")) {
            assertThat(register(elsewhere, "Amara", "Okafor", "1992-02-11").statusCode())
                    .isEqualTo(303);
        }
    }
}
