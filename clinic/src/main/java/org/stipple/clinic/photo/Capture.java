package org.stipple.clinic.photo;

import java.util.List;
import java.util.Optional;
import org.stipple.imaging.FirstLook;
import org.stipple.imaging.Gate;
import org.stipple.imaging.MeasurementWords;
import org.stipple.quantities.ZoneId;

/// How a photo was taken and what was found in it when it came, in the words of that day.
///
/// @param zone of which it shows the skin, where that was said
/// @param card whether a colour card is in it
/// @param tags how many tags are in it
/// @param met the gates that it meets
/// @param missed those that it misses
/// @param seen what the browser had judged before
/// @param keptThough which of that it missed when whoever took it kept it
public record Capture(
        Moment moment,
        Optional<ZoneId> zone,
        boolean card,
        int tags,
        List<String> met,
        List<String> missed,
        List<String> seen,
        List<String> keptThough) {

    public Capture {
        met = List.copyOf(met);
        missed = List.copyOf(missed);
        seen = List.copyOf(seen);
        keptThough = List.copyOf(keptThough);
    }

    static Capture of(Taken taken, FirstLook look) {
        return new Capture(
                taken.moment(),
                taken.zone(),
                look.card(),
                look.tags().size(),
                words(look, true),
                words(look, false),
                taken.seen(),
                taken.keptThough());
    }

    private static List<String> words(FirstLook look, boolean passed) {
        return look.gates().stream()
                .filter(gate -> gate.passed() == passed)
                .map(Capture::words)
                .distinct()
                .toList();
    }

    private static String words(Gate gate) {
        return MeasurementWords.of(gate.kind()) + " "
                + MeasurementWords.quantity(gate.value(), gate.kind().unit()) + ", "
                + MeasurementWords.limit(gate) + (gate.passed() ? "" : " is needed");
    }

    /// Whether something to measure by is in it: `Colour card and 1 tag found`.
    public String ruler() {
        String tagged = tags == 1 ? "1 tag" : tags + " tags";
        if (card && tags > 0) {
            return "Colour card and " + tagged + " found";
        }
        if (card) {
            return "Colour card found, no tag";
        }
        return tags > 0 ? tagged + " found, no colour card" : "No colour card and no tag found";
    }
}
