package org.stipple.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./stipple test`.
class LauncherTestCommandTest {

    private final LauncherYard yard;

    LauncherTestCommandTest(@TempDir Path directory) throws Exception {
        var browser = directory.resolve("bin/chromium");
        LauncherYard.executable(browser, "#!/bin/sh\necho Chromium\n");
        yard = LauncherYard.at(directory).with("STIPPLE_CHROMIUM", browser.toString());
        yard.jdk("/opt/jdk-25", 25);
    }

    /// Lets Maven write the reports of two modules: three tests in all and then those given.
    private void mavenReports(String attributes, int status) throws Exception {
        Files.writeString(yard.root().resolve("maven.sh"), """
                report() { mkdir -p "$1/target/surefire-reports"; cat >"$1/target/surefire-reports/TEST-$2.xml"; }
                printf '<?xml version="1.0"?>\\n<testsuite name="A" time="1.0" tests="3" errors="0" skipped="0" failures="0">\\n' | report cli A
                printf '<?xml version="1.0"?>\\n<testsuite name="B" %s>\\n<testcase><system-out><testsuite tests="9"></system-out>' '%s' | report dose B
                echo "browser $STIPPLE_CHROMIUM"
                [ %d = 0 ] || exit 1
                """.formatted("%s", attributes, status));
    }

    @Test
    void endsWithTheSumOfAllModules() throws Exception {
        mavenReports("tests=\"5\" errors=\"0\" skipped=\"2\" failures=\"0\"", 0);
        var outcome = yard.start("test");
        assertThat(outcome.lines()).endsWith("6 passed, 0 failed, 2 skipped");
        assertThat(outcome.status()).isZero();
        assertThat(yard.journal("mvnw"))
                .hasSize(1)
                .first()
                .asString()
                .contains("verify")
                .doesNotContain("quick");
    }

    @Test
    void failsWhenATestFailed() throws Exception {
        mavenReports("tests=\"5\" errors=\"1\" skipped=\"0\" failures=\"2\"", 1);
        var outcome = yard.start("test");
        assertThat(outcome.lines()).endsWith("5 passed, 3 failed, 0 skipped");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void failsWhenOnlyACheckFailed() throws Exception {
        mavenReports("tests=\"0\" errors=\"0\" skipped=\"0\" failures=\"0\"", 1);
        var outcome = yard.start("test");
        assertThat(outcome.lines())
                .endsWith("The build failed: see above, at [ERROR].", "3 passed, 0 failed, 0 skipped");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void failsWhenNothingRanWhateverAnEarlierRunLeft() throws Exception {
        var stale = yard.root().resolve("cli/target/surefire-reports/TEST-Old.xml");
        Files.createDirectories(stale.getParent());
        Files.writeString(stale, "<testsuite tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\">");
        var outcome = yard.start("test");
        assertThat(outcome.lines()).endsWith("0 passed, 0 failed, 0 skipped");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void tellsTheTestsWhereTheBrowserIs() throws Exception {
        mavenReports("tests=\"0\" errors=\"0\" skipped=\"0\" failures=\"0\"", 0);
        assertThat(yard.start("test").out())
                .contains("browser " + yard.environment().get("STIPPLE_CHROMIUM"));
    }

    @Test
    void leavesTheProgramBuilt() throws Exception {
        mavenReports("tests=\"0\" errors=\"0\" skipped=\"0\" failures=\"0\"", 0);
        yard.start("test");
        yard.start("dose");
        assertThat(yard.journal("mvnw")).hasSize(1);
    }
}
