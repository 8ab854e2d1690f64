package org.stipple.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What `screen` and `plan` read: one case from a file, or many from a file with one case a line.
final class FactsInput {

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "One case, JSON or YAML.")
    private @Nullable Path file;

    @Option(names = "--batch", paramLabel = "FILE", description = "Many cases, one JSON document a line.")
    private @Nullable Path batch;

    @Option(names = "--on", paramLabel = "DATE", description = "The day of the question; today when absent.")
    private @Nullable LocalDate on;

    @Option(names = "--json", description = "Answer with one JSON document.")
    private boolean json;

    /// Read once, so that one call has one day around midnight too.
    private final LocalDate today = LocalDate.now();

    boolean isBatch() {
        return batch != null;
    }

    /// The file of the one case; empty for a batch.
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /// The day of the question. The libraries read no clock: it comes from here.
    LocalDate day() {
        return on == null ? today : on;
    }

    /// Answers the case or the cases.
    ///
    /// @param answer a case on a day
    /// @param document an answer as JSON
    /// @param words an answer for a person
    <A> void answer(
            PrintWriter out,
            BiFunction<PatientFacts, LocalDate, A> answer,
            Function<A, Document> document,
            Function<A, String> words) {
        LocalDate day = day();
        if (batch != null && file == null) {
            new BatchFile(batch).answer(out, one ->
                    (Document.Mapping) document.apply(answer.apply(facts(one, day), day)));
        } else if (file != null && batch == null) {
            A given = answer.apply(facts(new InputFile(file).document(), day), day);
            out.print(json ? Documents.pretty(document.apply(given)) : words.apply(given));
        } else {
            throw new UnusableInput("", "no file, or FILE and --batch both", "FILE or --batch FILE");
        }
    }

    private static PatientFacts facts(Document document, LocalDate day) {
        return PatientFacts.read(Field.root(document), day);
    }
}
