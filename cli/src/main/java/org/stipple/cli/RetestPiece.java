package org.stipple.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stipple.imaging.Metric;
import org.stipple.imaging.Retest;
import org.stipple.imaging.SkinTone;
import org.stipple.imaging.TestRetest;
import org.stipple.protocol.document.UnusableInput;

/// What repeated photos of one piece of skin said.
///
/// @param name of its directory, with the zone where there are several
record RetestPiece(String name, Retest retest) {

    private static final int NAMED = 10;

    private boolean isUsable() {
        return !retest.readings().isEmpty();
    }

    /// Redness needs the least of a photo: what stands in its way stands in the way of all.
    private String why() {
        String[] reasons = retest.refused()
                .getOrDefault(Metric.ERYTHEMA_INDEX, "nothing was measurable")
                .split("; ", -1);
        return reasons[0] + (reasons.length > 1 ? " (and " + (reasons.length - 1) + " more)" : "");
    }

    /// Which of them could not be used and why, the first ten; empty where all could.
    static Optional<String> unusable(List<RetestPiece> pieces) {
        var unusable = pieces.stream().filter(piece -> !piece.isUsable()).toList();
        return unusable.isEmpty()
                ? Optional.empty()
                : Optional.of("of " + pieces.size() + " pieces of skin " + unusable.size() + " could not be used: "
                        + unusable.stream()
                                .limit(NAMED)
                                .map(piece -> piece.name + ": " + piece.why())
                                .collect(Collectors.joining("; "))
                        + (unusable.size() > NAMED ? "; and " + (unusable.size() - NAMED) + " more" : ""));
    }

    /// Why nothing can be derived from them.
    static UnusableInput tooFew(List<RetestPiece> pieces) {
        var usable = pieces.stream().filter(RetestPiece::isUsable).toList();
        String tones = Arrays.stream(SkinTone.values())
                .map(tone -> usable.stream()
                                .filter(piece -> piece.retest.tone() == tone)
                                .count()
                        + " " + tone.id())
                .collect(Collectors.joining(", "));
        return new UnusableInput(
                "DIR",
                pieces.size() + " pieces of skin, of which " + usable.size() + " can be used"
                        + (usable.isEmpty() ? "" : " (" + tones + ")")
                        + unusable(pieces).map(words -> "; " + words).orElse(""),
                TestRetest.LEAST_SUBJECTS + " usable pieces of skin of one tone at least, photos of each taken anew");
    }
}
