package org.stipple.clinic.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.database.CannotStart;
import org.stipple.protocol.Knowledge;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

class KnowledgeConfigurationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void servesOurKnowledgeWhereTheClinicChangesNothing() {
        assertThat(KnowledgeConfiguration.knowledge(directory.resolve("overlay.yaml"), TODAY)
                        .release())
                .isEqualTo(Knowledge.builtIn().release());
    }

    @Test
    void servesWhatTheClinicHasMadeOfIt() throws IOException {
        var overlay =
                Files.writeString(directory.resolve("overlay.yaml"), "version: \"7\"\nzones: {nose: {capMm: 0.5}}\n");
        var knowledge = KnowledgeConfiguration.knowledge(overlay, TODAY);
        assertThat(knowledge.release().version()).isEqualTo("1.0.0+7");
        assertThat(knowledge.zone(ZoneId.NOSE).cap()).contains(Depth.ofMillimetres("0.5"));
    }

    /// Without its file the clinic would treat by limits that it has tightened.
    @Test
    void doesNotStartWhereTheFileCannotBeUsed() throws IOException {
        var overlay =
                Files.writeString(directory.resolve("overlay.yaml"), "version: \"7\"\nzones: {nose: {capMm: 2.0}}\n");
        assertThatThrownBy(() -> KnowledgeConfiguration.knowledge(overlay, TODAY))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("overlay.yaml: zones.nose: was ");
        var folder = Files.createDirectory(directory.resolve("folder"));
        assertThatThrownBy(() -> KnowledgeConfiguration.knowledge(folder, TODAY))
                .isInstanceOf(CannotStart.class);
    }
}
