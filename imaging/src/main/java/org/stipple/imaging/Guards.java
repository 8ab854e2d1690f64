package org.stipple.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stipple.imaging.skin.Found;

/// What two photos of one zone show together that makes single changes in it untrue: each photo alone is in
/// order.
///
/// @param roughBefore roughness, where it was looked for
/// @param roughAfter likewise
/// @param redder change of the erythema index from which on skin is redder
record Guards(
        ZoneReader before, ZoneReader after, Optional<Found> roughBefore, Optional<Found> roughAfter, double redder) {

    /// `design`: light that stands 25 degrees lower makes relief stand out by 1.4 to 1.6 times, and so it does
    /// the shadows of pores and wrinkles; a quarter less relief takes 5 %.
    private static final double MOST_RELIEF = 1.3;

    /// `design`: about a quarter of the blood less.
    private static final double CALMED = 3;

    /// `design`: in powers of two. The melanin index grows by 30 for each when the exposure is less.
    private static final double MOST_STOPS = 0.3;

    /// Why a change of this metric is not said; empty when it may be.
    List<String> against(Metric metric) {
        var whys = new ArrayList<String>();
        if (metric.isPigment()) {
            redness()
                    .map(change -> change + ": no pigment is read while erythema is raised")
                    .ifPresent(whys::add);
        }
        if (metric == Metric.STRETCH_MARK_DENSITY) {
            redness()
                    .map(change -> change + ", and patches of it look like stretch marks")
                    .ifPresent(whys::add);
        }
        if (metric == Metric.MELANIN_INDEX) {
            exposure().ifPresent(whys::add);
        }
        if (GateScope.isRelief(metric)) {
            relief().ifPresent(whys::add);
        }
        return whys;
    }

    /// Inflamed skin hides or feigns brown, and what is brown after inflammation is judged when it is over:
    /// whichever photo shows the redder skin. `design`: raised is by more than can be detected; that it was in
    /// the baseline, as before most courses, counts from where it moves pigment by about its own limit.
    private Optional<String> redness() {
        double change = after.colour().erythemaIndex() - before.colour().erythemaIndex();
        if (change <= redder && -change <= CALMED * redder) {
            return Optional.empty();
        }
        return Optional.of(
                change > 0 ? "the skin is redder than in the baseline" : "the skin was redder in the baseline");
    }

    /// Without a card nobody can tell darker skin from a darker photo.
    private Optional<String> exposure() {
        double stops = before.colour().stopsTo(after.colour());
        return before.isAbsolute() || stops <= MOST_STOPS
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "without a colour card darker skin cannot be told from another exposure: the photos differ by"
                                + " %.2f stops, and at most %.1f are accepted",
                        stops,
                        MOST_STOPS));
    }

    private Optional<String> relief() {
        if (!(roughBefore.orElse(NOTHING) instanceof Found.Value(var was)
                && roughAfter.orElse(NOTHING) instanceof Found.Value(var is))) {
            return Optional.empty();
        }
        double times = Math.max(is / was, was / is);
        return times <= MOST_RELIEF
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "the relief stands out %.2f times as much in one photo as in the other, which light from another"
                                + " height does and skin hardly: at most %.1f times is accepted",
                        times,
                        MOST_RELIEF));
    }

    private static final Found NOTHING = new Found.None("not looked for");
}
