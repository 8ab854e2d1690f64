package org.stipple.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.UnusableInput;

/// A file with one case a line. However long it is, no more than one line is held.
record BatchFile(Path path) {

    /// Writes one JSON answer a line, in order, each with `line`, counted from 1. Blank lines are counted and
    /// skipped. A line that is unusable gives `{"error": …, "line": N}`, and the rest go on.
    ///
    /// @param answer to one case; throws [UnusableInput] when there is none
    /// @throws UnusableInput when there is no such file
    void answer(PrintWriter out, Function<Document, Document.Mapping> answer) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new UnusableInput("--batch", path + ", where no readable file is", "a readable file");
        }
        try (var in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            int number = 0;
            for (var line = next(in); line.isPresent(); line = next(in)) {
                number++;
                var answered = answer(line.get(), answer);
                if (answered.isPresent()) {
                    out.print(Documents.json(answered.get().with("line", Document.of(number))) + "\n");
                    if (out.checkError()) {
                        return; // nobody gets the rest
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// @return empty for a blank line
    private static Optional<Document.Mapping> answer(Line line, Function<Document, Document.Mapping> answer) {
        try {
            String text = line.text();
            return text.isBlank() ? Optional.empty() : Optional.of(answer.apply(Documents.read(text)));
        } catch (UnusableInput unusable) {
            String message = String.valueOf(unusable.getMessage()).replaceAll("\\s+", " ");
            return Optional.of(Document.mapping().with("error", Document.of(message)));
        }
    }

    /// Bytes of one line, without its end.
    private record Line(ByteArrayOutputStream bytes, boolean tooLong) {

        String text() {
            if (tooLong) {
                throw new UnusableInput(
                        "", "a line of more than " + Documents.MAX_CHARACTERS + " bytes", "a shorter line");
            }
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes.toByteArray()))
                        .toString();
            } catch (CharacterCodingException notText) {
                throw new UnusableInput("", "a line that is not UTF-8 text", "JSON text");
            }
        }
    }

    private static Optional<Line> next(InputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        boolean tooLong = false;
        for (int each = first; each >= 0 && each != '\n'; each = in.read()) {
            if (bytes.size() < Documents.MAX_CHARACTERS) {
                bytes.write(each);
            } else {
                tooLong = true;
            }
        }
        return Optional.of(new Line(bytes, tooLong));
    }
}
