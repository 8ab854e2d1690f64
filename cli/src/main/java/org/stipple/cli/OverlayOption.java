package org.stipple.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.document.UnusableInput;
import picocli.CommandLine.Option;

/// The knowledge that a command answers from: ours, or ours with what a clinic changes in it.
final class OverlayOption {

    @Option(
            names = "--overlay",
            paramLabel = "FILE",
            description = "What a clinic changes in the knowledge (docs/data/overlay.md).")
    private @Nullable Path file;

    /// @param on the day of the question: nothing may have been loosened later
    /// @throws UnusableInput with the path of what does not fit
    Knowledge knowledge(LocalDate on) {
        var ours = Knowledge.builtIn();
        if (file == null) {
            return ours;
        }
        try {
            return ours.withOverlay(new InputFile(file).text(), on);
        } catch (UnusableInput unusable) {
            throw unusable.under("--overlay");
        }
    }
}
