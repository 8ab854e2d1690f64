package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;

/// No page and no photo of a patient stays in a browser or a proxy.
class KeptByNobodyTest {

    @Test
    void everyAnswerAboutAPersonIsNotToBeStored(@TempDir Path directory) throws Exception {
        try (var stipple = ClinicUnderTest.serving(directory)) {
            var clinic = Belongings.of(stipple, "Bergfink", "everybody-kept");
            String person = "/people/" + clinic.the("id");
            try (var caller = Caller.signedIn(stipple.port(), "everybody-kept")) {
                for (String path : List.of(
                        "/people",
                        "/reviews",
                        person,
                        person + "/trail",
                        person + "/intake",
                        person + "/screening",
                        person + "/consent",
                        person + "/photos",
                        person + "/photos/capture",
                        "/photos/key",
                        person + "/photos/" + clinic.the("photo"),
                        person + "/courses/" + clinic.the("course"),
                        person + "/sessions/" + clinic.the("session") + "/report",
                        person + "/measurements/" + clinic.the("measurement"))) {
                    var answer = caller.get(path);
                    assertThat(answer.statusCode()).as(path).isEqualTo(200);
                    assertThat(answer.headers().allValues("Cache-Control"))
                            .as(path)
                            .anyMatch(value -> value.contains("no-store"))
                            .noneMatch(value -> value.contains("public"));
                }
            }
        }
    }
}
