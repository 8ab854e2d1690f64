package org.stipple.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.UnusableInput;

/// The one file that a command reads.
record InputFile(Path path) {

    /// Reads it as JSON or YAML, by content.
    ///
    /// @throws UnusableInput when it cannot be read, is too large, is not UTF-8 text or is no such document
    Document document() {
        return Documents.read(text());
    }

    /// As [#document()], for a file that an option names: an exception says which, and where in the file.
    Document document(String option) {
        String text;
        try {
            text = text();
        } catch (UnusableInput absent) {
            throw absent.under(option); // it names the file
        }
        try {
            return Documents.read(text);
        } catch (UnusableInput broken) {
            throw broken.under(option + " " + path);
        }
    }

    String text() {
        try {
            if (!Files.isRegularFile(path)) {
                throw new UnusableInput("", path + ", where no file is", "a readable file");
            }
            if (Files.size(path) > Documents.MAX_CHARACTERS) {
                throw new UnusableInput(
                        "", path + " of " + Files.size(path) + " bytes", "at most " + Documents.MAX_CHARACTERS);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new UnusableInput("", path + ", which is not UTF-8 text", "JSON or YAML text");
        } catch (IOException unreadable) {
            throw new UnusableInput("", path + ", which cannot be read", "a readable file");
        }
    }
}
