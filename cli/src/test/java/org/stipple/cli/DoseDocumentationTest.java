package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stipple.protocol.DoseDocument;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;

/// The pages that describe question and answer say what the program does.
class DoseDocumentationTest {

    private static final Path PAGES = Path.of("..", "docs", "data");

    @Test
    void theWorkedExampleGivesTheAnswerThatIsPrinted() throws IOException {
        var question = DoseInput.question(Documents.read(block("technique.md", "yaml")), Knowledge.builtIn());
        var answer = Field.root(DoseDocument.of(question.estimate()));
        var printed = (Document.Mapping) Documents.read(block("dose.md", "json"));
        assertThat(printed.fields()).isNotEmpty();
        for (Map.Entry<String, Document> field : printed.fields().entrySet()) {
            assertThat(Documents.json(answer.required(field.getKey()).document()))
                    .isEqualTo(Documents.json(field.getValue()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"technique.md", "dose.md"})
    void pagesAreShort(String page) throws IOException {
        assertThat(Files.readAllLines(PAGES.resolve(page))).hasSizeLessThanOrEqualTo(60);
    }

    private static String block(String page, String language) throws IOException {
        String text = Files.readString(PAGES.resolve(page));
        int start = text.indexOf("```" + language + "\n");
        assertThat(start).as("%s has a %s example", page, language).isNotNegative();
        int from = start + 4 + language.length();
        return text.substring(from, text.indexOf("```", from));
    }
}
