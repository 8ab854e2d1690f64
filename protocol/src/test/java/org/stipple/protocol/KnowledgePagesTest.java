package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class KnowledgePagesTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    /// A page that lags behind the knowledge is worse than none.
    @Test
    void sayWhatTheKnowledgeSays() throws IOException {
        var pages = KnowledgePages.of(KNOWLEDGE);
        for (var page : pages.entrySet()) {
            assertThat(Files.readString(KnowledgePages.FOLDER.resolve(page.getKey())))
                    .as("%s is stale: run KnowledgePages.main", page.getKey())
                    .isEqualTo(page.getValue());
        }
        try (var files = Files.list(KnowledgePages.FOLDER)) {
            var present =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(present).containsExactlyElementsOf(pages.keySet());
        }
    }

    @Test
    void nameEveryEntry() {
        var pages = KnowledgePages.of(KNOWLEDGE);
        KNOWLEDGE.entries().forEach((section, entries) -> {
            if (!section.equals("questions")) {
                assertThat(pages.getOrDefault(section + ".md", ""))
                        .contains(entries.keySet().stream()
                                .map(id -> "`" + id + "`")
                                .toList());
            }
        });
    }

    @Test
    void changeWithTheKnowledge() {
        var other = Knowledge.load(name -> Knowledge.resource(name).replace("maxMm: 0.75", "maxMm: 0.7"));
        assertThat(KnowledgePages.of(other).get("zones.md"))
                .isNotEqualTo(KnowledgePages.of(KNOWLEDGE).get("zones.md"))
                .contains("maxMm 0.7;");
    }
}
