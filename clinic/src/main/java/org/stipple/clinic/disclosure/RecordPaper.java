package org.stipple.clinic.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.web.paper.TaggedPdf;
import org.stipple.clinic.web.paper.TaggedPdf.Cell;
import org.stipple.clinic.web.words.Words;

/// The record in words, for the person whose it is: a chapter of each module, and what the files beside it are.
@Component
class RecordPaper {

    /// The files and folders that it explains, by the end of the keys of their texts.
    static final List<String> FILES = List.of("record.pdf", "fhir.json", "photos", "planning", "as-kept");

    private static final float[] WIDTHS = {0.3f, 0.7f};

    private final ClinicClock clock;

    RecordPaper(ClinicClock clock) {
        this.clock = clock;
    }

    /// @param told by each module
    byte[] pdf(Words words, Patient person, List<PartOfCopy.Told> told) {
        String clinic = Acting.current().clinicName();
        var pdf = new TaggedPdf(words.of("copy.title"), clock.now(), words.lang());
        pdf.title(words.of("copy.title"));
        pdf.text(words.of("copy.readme", person.name(), clinic, words.day(clock.today())));
        pdf.small(words.of("copy.own-words"));
        told.stream()
                .sorted(Comparator.comparingInt(PartOfCopy.Told::order))
                .forEach(chapter -> chapter(pdf, words, chapter));
        pdf.heading(words.of("copy.files"));
        pdf.table(
                List.of(),
                WIDTHS,
                FILES.stream()
                        .map(file -> row(file, words.of("copy.file." + file)))
                        .toList());
        return pdf.file(clinic + " · " + words.of("copy.title"));
    }

    private static void chapter(TaggedPdf pdf, Words words, PartOfCopy.Told chapter) {
        pdf.heading(chapter.heading());
        if (chapter.lines().isEmpty()) {
            pdf.text(words.of("copy.nothing"));
            return;
        }
        pdf.table(
                List.of(),
                WIDTHS,
                chapter.lines().stream()
                        .map(line -> row(line.term(), line.words()))
                        .toList());
        var pictures = new ArrayList<TaggedPdf.Sized>();
        for (PartOfCopy.Small one : chapter.pictures()) {
            pictures.add(new TaggedPdf.Sized(
                    new TaggedPdf.Picture(one.jpeg().get(), one.shows(), one.shows()), one.width(), one.height()));
        }
        pdf.small(pictures);
    }

    private static List<Cell> row(String term, String words) {
        return List.of(new Cell.Words(term), new Cell.Words(words));
    }
}
