package org.stipple.clinic.treatment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stipple.quantities.Depth;

/// How a zone was done, where there is more to tell than its depth and passes.
///
/// @param depths the depth of each pass, in their order; empty where all were done at one depth
/// @param motion how the head was led; empty where that was not said
/// @param pattern in what pattern the passes lay; empty where that was not said
/// @param note anything else about the zone; empty where nothing was written
public record Manner(List<Depth> depths, Optional<Motion> motion, Optional<Pattern> pattern, Optional<String> note) {

    /// Nothing more was told.
    public static final Manner NONE = new Manner(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public Manner {
        depths = List.copyOf(depths);
        note = note.map(String::strip).filter(words -> !words.isEmpty());
    }

    /// Whether the head was put down and lifted, so that it has no gliding speed.
    public boolean isStamped() {
        return motion.equals(Optional.of(Motion.STAMPED));
    }

    /// `1.5, 1.5 and 1 mm`; empty where all passes have one depth.
    String depthWords() {
        if (depths.isEmpty()) {
            return "";
        }
        var numbers = depths.stream()
                .map(depth -> depth.millimetres().stripTrailingZeros().toPlainString())
                .toList();
        return numbers.stream().limit(numbers.size() - 1L).collect(Collectors.joining(", ")) + " and "
                + numbers.getLast() + " mm";
    }
}
