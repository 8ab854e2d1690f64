package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
}
