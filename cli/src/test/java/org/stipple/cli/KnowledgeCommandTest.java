package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;

class KnowledgeCommandTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void listsTheDevicesOfTheContract() {
        var given = ScreenCommandTest.run("knowledge", "list", "devices");
        assertThat(given.status()).isZero();
        assertThat(given.out().lines().map(line -> line.replaceAll(":.*", "")))
                .contains(
                        "skinpen-precision",
                        "exceed",
                        "skinstylus",
                        "pro-pen",
                        "rejuvapen-nxt",
                        "dermapen-4",
                        "dermaroller-mf8",
                        "generic-pen",
                        "generic-roller",
                        "generic-stamp",
                        "home-roller");
    }

    @Test
    void showsAnEntryAndSaysWhatItDoesNotKnow() {
        assertThat(ScreenCommandTest.run("knowledge", "show", "rules", "pregnant")
                        .out())
                .contains("\"overridable\": \"never\"");
        assertThat(ScreenCommandTest.run("knowledge", "show", "hearsay").status())
                .isEqualTo(2);
        assertThat(ScreenCommandTest.run("knowledge", "list", "hearsay").status())
                .isEqualTo(2);
        assertThat(ScreenCommandTest.run("knowledge", "export", "--format", "fhir")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void checksItself() {
        var given = ScreenCommandTest.run("knowledge", "check", "--json");
        assertThat(given.status()).isZero();
        assertThat(Documents.json(Documents.read(given.out()))).contains("\"problems\":[]");
    }

    @Test
    void listsWhatFollowsASession() {
        assertThat(ScreenCommandTest.run("knowledge", "list", "red-flags").out())
                .contains("herpes: Grouped blisters, burning\n");
        assertThat(ScreenCommandTest.run("knowledge", "list", "claims").out())
                .contains("scars-vs-laser: 75 % better than laser");
        assertThat(ScreenCommandTest.run("knowledge", "show", "scales", "dlqi").out())
                .contains("\"use\": \"scores-only\"");
        assertThat(ScreenCommandTest.run("knowledge", "show", "topicals", "vitamin-c-serum")
                        .out())
                .contains("\"during\": \"never\"");
        assertThat(ScreenCommandTest.run("knowledge", "list", "healing").status())
                .isZero();
    }

    @Test
    void exportsTheWholeOfItWithItsHash() {
        var given = ScreenCommandTest.run("knowledge", "export", "--format", "json");
        assertThat(given.status()).isZero();
        var whole = Field.root(Documents.read(given.out()));
        assertThat(whole.required("hash").text())
                .isEqualTo(Knowledge.builtIn().release().hash());
        assertThat(whole.required("entries").names())
                .containsExactlyElementsOf(Knowledge.builtIn().entries().keySet());
        assertThat(ScreenCommandTest.run("knowledge", "export").out()).isEqualTo(given.out());
    }

    @Test
    void doesNotExportFhirYetAndSaysSo() {
        var given = ScreenCommandTest.run("knowledge", "export", "--format", "fhir");
        assertThat(given.status()).isEqualTo(2);
        assertThat(given.err()).isEqualTo("stipple: --format: was fhir, expected json: FHIR is not there yet\n");
        assertThat(ScreenCommandTest.run("knowledge", "export", "--format", "xml")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void showsTheKnowledgeAsAClinicHasChangedIt() throws IOException {
        String overlay = Files.writeString(
                        directory.resolve("overlay.yaml"),
                        "version: \"7\"\nzones: {nose: {capMm: 0.5}}\nrules: {minor: {atMost: 20}}\n")
                .toString();
        assertThat(ScreenCommandTest.run("knowledge", "show", "zones", "nose", "--overlay", overlay)
                        .out())
                .contains("\"maxMm\": 0.5");
        assertThat(ScreenCommandTest.run("knowledge", "list", "overlay", "--overlay", overlay)
                        .out())
                .contains("zones.nose.capMm", "rules.minor");
        var check = ScreenCommandTest.run("knowledge", "check", "--overlay", overlay);
        assertThat(check.status()).isZero();
        assertThat(check.out()).contains("Overlay: zones.nose.capMm: 0.5 instead of 0.75\n", "in all: ");
        assertThat(ScreenCommandTest.run("knowledge", "export", "--overlay", overlay)
                        .out())
                .contains("\"version\": \"1.0.0+7\"");
    }

    @Test
    void saysWhatInAnOverlayCannotBeUsed() throws IOException {
        String overlay = Files.writeString(
                        directory.resolve("overlay.yaml"), "version: \"7\"\nzones: {nose: {capMm: 2.0}}\n")
                .toString();
        for (String command : List.of("check", "list", "export")) {
            var given = ScreenCommandTest.run("knowledge", command, "--overlay", overlay);
            assertThat(given.status()).isEqualTo(2);
            assertThat(given.err())
                    .startsWith("stipple: --overlay zones.nose: was ")
                    .hasLineCount(1);
        }
    }
}
