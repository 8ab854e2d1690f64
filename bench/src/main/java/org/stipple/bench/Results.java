package org.stipple.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stipple.protocol.document.Document;

/// What the benchmarks of a subject gave, with the machine that they ran on.
record Results(String subject, LocalDate on, Machine machine, List<Figure> figures) {

    Results {
        figures = List.copyOf(figures);
    }

    private Optional<Figure> referenceOf(Figure figure) {
        return figures.stream().filter(one -> one.isReferenceOf(figure)).findFirst();
    }

    Document document() {
        return Document.mapping()
                .with("subject", Document.of(subject))
                .with("on", Document.of(on))
                .with("machine", machine.document())
                .with(
                        "figures",
                        Document.listing(figures.stream().map(this::document).toList()));
    }

    private Document document(Figure figure) {
        return ((Document.Mapping) figure.document())
                .with(
                        "timesAsQuickAsTheReference",
                        referenceOf(figure)
                                .<Document>map(reference -> Document.of(figure.ratioTo(reference)))
                                .orElse(Document.UNKNOWN));
    }

    /// The same for people.
    String page() {
        var page = new StringBuilder("# " + subject + ", " + on + "\n\n" + machine.words() + ".\n\n")
                .append("| benchmark | figure | | times as quick as the reference |\n|---|--:|---|--:|\n");
        for (var figure : figures) {
            page.append("| " + figure.name() + " | " + figure.words() + " | " + figure.what() + " | "
                    + referenceOf(figure)
                            .map(reference -> Figure.text(figure.ratioTo(reference)))
                            .orElse("")
                    + " |\n");
        }
        return page.toString();
    }
}
