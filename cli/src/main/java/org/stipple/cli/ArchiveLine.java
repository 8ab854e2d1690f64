package org.stipple.cli;

import java.util.Optional;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;

/// Which photos one line of an archive's answers is about, and from which bytes it was made.
///
/// @param series folder from the root of the archive, with slashes; `.` is the root
/// @param baseline path from the root; absent where a whole folder could not be read
/// @param followup path from the root; absent where there is one photo alone
/// @param made from what; absent in a line that says an error, which is always made anew
record ArchiveLine(String series, Optional<String> baseline, Optional<String> followup, Optional<Made> made) {

    /// Every line begins so: a file that does not is none of ours.
    static final String BEGINNING = "{\"series\":\"";

    /// SHA-256 in hexadecimal of what the answer rests on.
    ///
    /// @param settings of view, scale, zones, landmarks, limits and the program
    record Made(String settings, String baseline, Optional<String> followup) {}

    /// Reads a line again.
    ///
    /// @return nothing for what is no whole line of such a file
    static Optional<ArchiveLine> read(String text) {
        try {
            Field line = Field.root(Documents.read(text));
            Optional<String> followup = line.optional("followup").map(Field::text);
            Optional<Field> made = line.optional("zones").flatMap(_ -> line.optional("sha256"));
            return Optional.of(new ArchiveLine(
                    line.required("series").text(),
                    line.optional("baseline").map(Field::text),
                    followup,
                    made.map(sums -> new Made(
                            sums.required("settings").text(),
                            sums.required("baseline").text(),
                            sums.optional("followup").map(Field::text)))));
        } catch (UnusableInput broken) {
            return Optional.empty();
        }
    }

    /// The line with the answer of `measure --json`.
    String answered(Document.Mapping answer) {
        var line = beginning();
        if (made.isPresent()) {
            var sums = Document.mapping()
                    .with("settings", Document.of(made.get().settings()))
                    .with("baseline", Document.of(made.get().baseline()))
                    .with("followup", optional(made.get().followup()));
            line = line.with("sha256", sums);
        }
        for (var field : answer.fields().entrySet()) {
            line = line.with(field.getKey(), field.getValue());
        }
        return Documents.json(line);
    }

    /// The line that says why there is no answer.
    String refused(String why) {
        return Documents.json(beginning()
                .with("error", Document.of(why.replaceAll("\\s+", " ").strip())));
    }

    private Document.Mapping beginning() {
        return Document.mapping()
                .with("series", Document.of(series))
                .with("baseline", optional(baseline))
                .with("followup", optional(followup));
    }

    private static Document optional(Optional<String> text) {
        return text.<Document>map(Document::of).orElse(Document.UNKNOWN);
    }

    /// What it is about, in short.
    String words() {
        return followup.or(() -> baseline).orElse(series);
    }
}
