package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stipple.protocol.document.Documents;

class KnowledgeCommandTest {

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
}
