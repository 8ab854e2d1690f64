package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stipple.protocol.Screening;
import org.stipple.protocol.Verdict;
import org.stipple.protocol.document.Documents;

class ScreenCommandTest {

    private static final String FEWEST =
            "{\"setting\": \"clinic\", \"device\": \"skinpen-precision\", \"indications\": [\"acne-scars\"], \"zones\": [\"nose\"]}";

    @TempDir
    private Path directory = Path.of("");

    /// What a command line gave.
    record Given(int status, String out, String err) {}

    static Given run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = Stipple.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Given(status, out.toString(), err.toString());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    @Test
    void answersWithOneJsonDocumentAndNothingElse() throws IOException {
        var given = run("screen", file("case.json", FEWEST), "--on", "2026-11-20", "--json");
        assertThat(given.status()).isZero();
        assertThat(given.err()).isEmpty();
        assertThat(Screening.read(Documents.read(given.out())).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void tellsAPersonTheVerdictInOneLineAndWhatToAsk() throws IOException {
        var given = run("screen", file("case.json", FEWEST), "--on", "2026-11-20");
        assertThat(given.out()).startsWith("ASK: 51 answers are missing.\n").contains("\nAsk: sex, pregnant, ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "age: 340",
                "facts: {pregnant: yes}",
                "facts: {pregnannt: true}",
                "facts: {pregnant: true, pregnant: false}",
                "a: &a [x, x]\nb: &b [*a, *a]",
                "facts: {sunburn: {last: 2026-11-21}}"
            })
    void saysInOneLineWhatCannotBeUsed(String more) throws IOException {
        var given = run(
                "screen",
                file("case.yaml", "setting: clinic\ndevice: exceed\nindications: [wrinkles]\nzones: [nose]\n" + more),
                "--on",
                "2026-11-20");
        assertThat(given.status()).isEqualTo(2);
        assertThat(given.out()).isEmpty();
        assertThat(given.err()).startsWith("stipple: ").hasLineCount(1);
    }

    @Test
    void answersManyCasesInOrderAndGoesOnBehindABadLine() throws IOException {
        String lines = FEWEST + "\n\n  \nnonsense\n" + FEWEST.replace("clinic", "spa") + "\r\n" + FEWEST;
        var given = run("screen", "--batch", file("cases.ndjson", lines), "--on", "2026-11-20");
        assertThat(given.status()).isZero();
        var answers = given.out().lines().toList();
        assertThat(answers).hasSize(4);
        assertThat(answers.get(0))
                .startsWith("{\"on\":\"2026-11-20\",\"verdict\":\"unknown\"")
                .endsWith(",\"line\":1}");
        assertThat(answers.get(1)).startsWith("{\"error\":").endsWith("\"line\":4}");
        assertThat(answers.get(2))
                .startsWith("{\"error\":\"setting: was \\\"spa\\\"")
                .endsWith("\"line\":5}");
        assertThat(answers.get(3)).endsWith(",\"line\":6}");
    }

    @Test
    void needsAFileOrABatch() throws IOException {
        String file = file("case.json", FEWEST);
        assertThat(run("screen").status()).isEqualTo(2);
        assertThat(run("screen", file, "--batch", file).status()).isEqualTo(2);
        assertThat(run("screen", file, "--on", "yesterday").status()).isEqualTo(2);
        assertThat(run("screen", directory.resolve("none").toString()).status()).isEqualTo(2);
        assertThat(run("screen", "--batch", directory.resolve("none").toString())
                        .status())
                .isEqualTo(2);
    }

    @Test
    void screensAndPlansAsAClinicHasChangedIt() throws IOException {
        String overlay = file("overlay.yaml", "version: \"7\"\nrules: {darker-skin: {kind: refuse}}\n");
        String patient = file("case.json", FEWEST.replace("}", ", \"fitzpatrick\": 5}"));
        for (String command : List.of("screen", "plan")) {
            var given = run(command, patient, "--on", "2026-11-20", "--json", "--overlay", overlay);
            assertThat(given.status()).isZero();
            assertThat(given.out()).contains("\"verdict\": \"refuse\"", "\"version\": \"1.0.0+7\"");
            assertThat(run(command, patient, "--on", "2026-11-20", "--json").out())
                    .contains("\"verdict\": \"unknown\"", "\"version\": \"1.0.0\"");
        }
    }

    @Test
    void refusesAnAnaestheticThatNobodyKnowsAsPlanDoes() throws IOException {
        String patient = file("case.json", FEWEST.replace("}", ", \"anaesthetic\": {\"product\": \"cocaine\"}}"));
        for (String command : List.of("screen", "plan")) {
            var given = run(command, patient, "--on", "2026-11-20");
            assertThat(given.status()).isEqualTo(2);
            assertThat(given.err())
                    .isEqualTo("stipple: anaesthetic.product: was \"cocaine\", expected one of emla, lmx4, pliaglis\n");
        }
    }

    /// One line with the option, what it was and what was expected: never a class of ours or of Java.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "screen f --on yesterday | --on: was \"yesterday\", expected a date such as 2026-11-20",
                "plan f --on 2026-02-30 | --on: was \"2026-02-30\", expected a date such as 2026-11-20",
                "screen f --on | --on: was absent, expected a date such as 2026-11-20",
                "screen f --on 2026-11-20 --on 2026-11-21 | --on: was given twice, expected it once",
                "screen f --json=maybe | --json: was \"maybe\", expected nothing behind it, or true or false",
                "screen f --onn 2026-11-20 | --onn: was given, expected a command or an option: see stipple screen --help",
                "plan f g | g: was given, expected a command or an option: see stipple plan --help",
                "screen f --batch | --batch: was absent, expected the path of a file",
                "screen f --overlay | --overlay: was absent, expected the path of a file",
                "serve --port eighty | --port: was \"eighty\", expected a whole number",
                "serve --tls a.pem | --tls: was absent, expected 2 values",
                "serve --base-url ht^tp | --base-url: was \"ht^tp\", expected an address such as https://clinic.example",
                "dose --map | --map: was absent, expected the path of a file",
                "measure | BASELINE: was absent, expected the path of a file",
                "measure a.png --scale | --scale: was absent, expected a value",
                "knowledge | was no command, expected one: see stipple knowledge --help",
                "knowledge show | [SECTION] ID: was absent, expected a value",
                "knowledge lsit | lsit: was given, expected a command or an option: see stipple knowledge --help",
                "frobnicate | frobnicate: was given, expected a command or an option: see stipple --help"
            })
    void saysInOneLineWhichOptionDoesNotFit(String arguments, String message) {
        var given = run(arguments.split(" "));
        assertThat(given.status()).isEqualTo(2);
        assertThat(given.out()).isEmpty();
        assertThat(given.err()).isEqualTo("stipple: " + message + "\n");
    }
}
