package org.stipple.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The root pom, freed of its modules, checks two files: one well set, one not.
class SourcesAreFormattedTest {

    @Test
    void theBuildRejectsWhatIsNotFormatted() throws Exception {
        String pom = Sources.text(Sources.ROOT.resolve("pom.xml")).replaceAll("(?s)<modules>.*?</modules>", "");
        var outcome = MavenTrial.run(
                "formatting",
                Map.of(
                        "pom.xml", pom,
                        "trial/src/main/java/Well.java", "class Well {\n    int depth;\n}\n",
                        "trial/src/main/java/Ill.java", "class Ill {\n  int   depth ;\n}\n"),
                "validate");
        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.said())
                .contains("format violations", "trial/src/main/java/Ill.java")
                .doesNotContain("Well.java");
    }
}
