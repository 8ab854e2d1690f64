package org.stipple.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
            answerLines(batch, out, line -> document.apply(answer.apply(facts(Documents.read(line), day), day)));
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

    private static void answerLines(Path file, PrintWriter out, Function<String, Document> answer) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableInput("", file + ", where no file is", "a readable file");
        }
        try (var bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            long number = 0;
            for (var line = nextLine(bytes); line.isPresent(); line = nextLine(bytes)) {
                number++;
                var given = answerLine(line.get(), answer);
                if (given.isPresent()) {
                    // Not println, which would flush at every line.
                    out.print(Documents.json(given.get().with("line", Document.of(number))) + "\n");
                }
            }
        } catch (IOException unreadable) {
            throw new UnusableInput("", file + ", which cannot be read", "a readable file");
        }
    }

    /// @return empty for a blank line
    private static Optional<Document.Mapping> answerLine(byte[] line, Function<String, Document> answer) {
        try {
            if (line.length > Documents.MAX_CHARACTERS) {
                throw new UnusableInput("", "a line that is too long", "at most " + Documents.MAX_CHARACTERS);
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            return text.isBlank() ? Optional.empty() : Optional.of((Document.Mapping) answer.apply(text));
        } catch (CharacterCodingException notText) {
            return Optional.of(error("was not UTF-8 text, expected JSON"));
        } catch (UnusableInput unusable) {
            return Optional.of(error(String.valueOf(unusable.getMessage())));
        }
    }

    private static Document.Mapping error(String message) {
        return Document.mapping().with("error", Document.of(message));
    }

    /// The bytes to the next line end; of an over-long line only so many that it is seen to be too long.
    private static Optional<byte[]> nextLine(InputStream bytes) throws IOException {
        var line = new ByteArrayOutputStream();
        int next = bytes.read();
        if (next < 0) {
            return Optional.empty();
        }
        for (; next >= 0 && next != '\n'; next = bytes.read()) {
            if (line.size() <= Documents.MAX_CHARACTERS) {
                line.write(next);
            }
        }
        return Optional.of(line.toByteArray());
    }
}
