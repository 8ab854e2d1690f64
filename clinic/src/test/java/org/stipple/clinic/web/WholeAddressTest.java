package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What somebody scans begins as the installation is told to be reached, whatever a request says of its host.
class WholeAddressTest {

    @Test
    void theAddressThatIsKnownIsUsed() {
        assertThat(new WholeAddress("https://clinic.example/").of("/own/after/x"))
                .isEqualTo("https://clinic.example/own/after/x");
    }

    @Test
    void nothingElseBuildsAnAddressFromTheRequest() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(Files::isRegularFile).filter(WholeAddressTest::takesTheHost))
                    .singleElement()
                    .hasToString("src/main/java/org/stipple/clinic/web/WholeAddress.java");
        }
    }

    private static boolean takesTheHost(Path source) {
        try {
            String text = Files.readString(source);
            return text.contains("ServletUriComponentsBuilder") || text.contains("getRequestURL(");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
