package org.stipple.clinic.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.stipple.clinic.web.paper.TaggedPdf.Fact;

/// A document that a person and a screen reader can read, and that is the same whenever it is made of the same.
class TaggedPdfTest {

    private static final Instant MADE = Instant.parse("2026-11-20T09:00:00Z");

    private static byte[] file(Instant made, String name) {
        var pdf = new TaggedPdf("A paper", made);
        pdf.title("Summary of " + name);
        pdf.facts(List.of(new Fact("Person", name)));
        pdf.heading("A long table");
        pdf.table(
                List.of("Zone", "Said"),
                new float[] {0.3f, 0.7f},
                IntStream.range(0, 80)
                        .mapToObj(i -> List.<TaggedPdf.Cell>of(
                                new TaggedPdf.Cell.Words("zone " + i), new TaggedPdf.Cell.Words("said of it " + i)))
                        .toList());
        pdf.list(List.of("owed first", "owed second"));
        return pdf.file("Hillside");
    }

    private static String text(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void theSameAtTheSameTimeIsTheSameFile() {
        assertThat(file(MADE, "Zoë")).isEqualTo(file(MADE, "Zoë"));
        assertThat(file(MADE, "Zoë")).isNotEqualTo(file(MADE.plusSeconds(60), "Zoë"));
        assertThat(file(MADE, "Zoë")).isNotEqualTo(file(MADE, "Zoe"));
    }

    @Test
    void namesOfManyTonguesStandAsTheyAreWritten() throws IOException {
        for (String name :
                List.of("José Ángel Núñez Ibáñez", "Łukasz Żółć", "Çağla Şimşek", "Ольга Петрова", "Ελένη")) {
            assertThat(text(file(MADE, name))).contains("Summary of " + name).doesNotContain("An empty box");
        }
    }

    @Test
    void aSignThatTheFontDoesNotHaveIsABoxAndIsSaid() throws IOException {
        assertThat(text(file(MADE, "田中"))).contains("Summary of □□", "An empty box stands for a sign");
    }

    @Test
    void aPaperSpeaksOneLanguageDownToItsFoot() throws IOException {
        var pdf = new TaggedPdf("Papel", MADE, "es");
        pdf.title("Resumen de 田中");
        assertThat(text(pdf.file("Clínica")))
                .contains("Página 1 de 1", "Una casilla vacía")
                .doesNotContain("Page", "empty box");
    }

    @Test
    void aTableThatGoesOnRepeatsItsHeadAndEachPageIsNumbered() throws IOException {
        try (PDDocument document = Loader.loadPDF(file(MADE, "Ada"))) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            var stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            assertThat(stripper.getText(document)).contains("Said", "Page 2 of 3", "Hillside");
        }
        assertThat(text(file(MADE, "Ada"))).contains("zone 0", "zone 79", "owed second");
    }

    @Test
    void eachPartIsTaggedAsWhatItIs() throws IOException {
        try (PDDocument document = Loader.loadPDF(file(MADE, "Ada"))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            var types = new ArrayList<String>();
            collect(catalog.getStructureTreeRoot(), types);
            assertThat(types)
                    .startsWith("Document", "H1", "Table", "TR", "TH", "TD")
                    .contains("H2", "L", "LI", "LBody");
            assertThat(types.stream().filter("TR"::equals)).hasSize(1 + 1 + 80);
            assertThat(catalog.getStructureTreeRoot().getParentTree().getNumbers())
                    .hasSize(3);
            document.getPage(0).getResources().getFontNames().forEach(name -> {
                try {
                    assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                            .isTrue();
                } catch (IOException broken) {
                    throw new java.io.UncheckedIOException(broken);
                }
            });
        }
    }

    private static void collect(PDStructureNode node, List<String> types) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                types.add(element.getStructureType());
                collect(element, types);
            }
        }
    }
}
