package org.stipple.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A topical anaesthetic with the limits of its labels. None of them names microneedling. The limits are
/// grams, square centimetres and minutes, never milligrams per kilogram: that is an infiltration figure and
/// would refuse the labelled use of a cream on a face.
///
/// @param excludedBy facts with which it is not used
/// @param labels by country
record Anaesthetic(String id, String name, Set<Fact> excludedBy, List<Label> labels) {

    /// What the label of one place allows.
    ///
    /// @param place jurisdiction of the label
    /// @param regime which use it speaks of, where one label allows different things for different uses
    /// @param upToAreaCm2 the largest area of that use
    /// @param aboveAreaCm2 the use begins above this area
    /// @param gramsPer10Cm2 density of the layer
    /// @param eczema minutes on atopic dermatitis, where the label has others for it
    /// @param says what else it says
    record Label(
            String place,
            Optional<String> regime,
            Optional<Double> upToAreaCm2,
            Optional<Double> aboveAreaCm2,
            Optional<Double> gramsPer10Cm2,
            Optional<Double> maxGrams,
            Optional<Double> maxAreaCm2,
            Optional<Integer> minMinutes,
            Optional<Integer> maxMinutes,
            Optional<Minutes> eczema,
            String says,
            List<Citation> sources) {

        /// Whether it speaks of a use on so large an area.
        boolean isFor(double areaCm2) {
            return upToAreaCm2.map(most -> areaCm2 <= most).orElse(true)
                    && aboveAreaCm2.map(least -> areaCm2 > least).orElse(true);
        }

        /// In words: `US, major dermal procedures`.
        String words() {
            return place + regime.map(use -> ", " + use).orElse("");
        }
    }

    /// From so many minutes to so many.
    record Minutes(int least, int most) {}

    /// Its minutes on atopic dermatitis. A label that is silent about it permits nothing, so that what any
    /// other of its labels says holds.
    Optional<Minutes> eczema() {
        return labels.stream()
                .flatMap(label -> label.eczema().stream())
                .min(java.util.Comparator.comparingInt(Minutes::most));
    }

    /// The labels that hold in a place; all of them where no place is stated or none has one for it, so that the
    /// strictest counts.
    List<Label> labelsIn(Places places, Optional<String> jurisdiction) {
        var here = labels.stream()
                .filter(label -> jurisdiction
                        .map(stated -> places.covers(label.place(), stated))
                        .orElse(false))
                .toList();
        return here.isEmpty() ? labels : here;
    }

    /// The uses that may be meant, each with the labels that then hold together: one, named by nothing, unless
    /// several regimes are open.
    ///
    /// @param holding labels
    Map<String, List<Label>> uses(List<Label> holding) {
        var regimes = holding.stream()
                .flatMap(label -> label.regime().stream())
                .distinct()
                .toList();
        if (regimes.size() < 2) {
            return Map.of("", holding);
        }
        var uses = new LinkedHashMap<String, List<Label>>();
        for (String regime : regimes) {
            uses.put(
                    regime,
                    holding.stream()
                            .filter(label -> label.regime().map(regime::equals).orElse(true))
                            .toList());
        }
        return uses;
    }

    /// Of several labels the one that waits longest.
    static Optional<Integer> longest(List<Label> holding) {
        return holding.stream().flatMap(label -> label.minMinutes().stream()).max(Integer::compare);
    }

    /// The least of a limit over the labels that hold. A label that is silent about it permits nothing, so
    /// that then what any other label of the product says holds; those of one use alone do not lend their
    /// limits.
    Optional<Double> least(List<Label> holding, Function<Label, Optional<Double>> limit) {
        return holding.stream()
                .flatMap(label -> limit.apply(label).stream())
                .min(Double::compare)
                .or(() -> labels.stream()
                        .filter(label -> label.regime().isEmpty())
                        .flatMap(label -> limit.apply(label).stream())
                        .min(Double::compare));
    }
}
