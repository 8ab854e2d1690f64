package org.stipple.dose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stipple.dose.DoseEstimate.DepthScenario;
import org.stipple.quantities.Length;
import org.stipple.quantities.PunctureDensity;

/// Channels per cm² by depth: the depth–density histogram of a zone in one session, or added up over the
/// sessions of a course. What a dose–volume histogram is in radiotherapy.
///
/// @param bin width of the bins
/// @param perBin channels whose depth lies above k·bin and up to (k+1)·bin
public record DepthDensity(Length bin, List<PunctureDensity> perBin) {

    /// Copies the list.
    public DepthDensity {
        perBin = List.copyOf(perBin);
    }

    /// What one session leaves, if this part of the depth is really reached.
    ///
    /// @param mean all punctures
    public static DepthDensity of(PunctureDensity mean, DepthScenario scenario) {
        return new DepthDensity(
                Length.ofMillimetres(scenario.binMm()),
                scenario.fraction().stream()
                        .map(part -> PunctureDensity.ofPerSquareCentimetre(part.value() * mean.perSquareCentimetre()))
                        .toList());
    }

    /// What all sessions of a course leave together, healed or not.
    ///
    /// @param sessions one or more, with the same bins
    /// @throws IllegalArgumentException when there are none, or their bins differ
    public static DepthDensity ofCourse(List<DepthDensity> sessions) {
        return sessions.stream()
                .reduce(DepthDensity::plus)
                .orElseThrow(() -> new IllegalArgumentException("sessions must be one or more, were none"));
    }

    private DepthDensity plus(DepthDensity other) {
        if (!bin.equals(other.bin)) {
            throw new IllegalArgumentException("bins must be the same, were " + bin + " and " + other.bin);
        }
        return new DepthDensity(
                bin,
                IntStream.range(0, Math.max(perBin.size(), other.perBin.size()))
                        .mapToObj(k -> PunctureDensity.ofPerSquareCentimetre(in(k) + other.in(k)))
                        .toList());
    }

    private double in(int k) {
        return k < perBin.size() ? perBin.get(k).perSquareCentimetre() : 0;
    }

    /// The cumulative form: channels deeper than k·bin, from all of them at k = 0 to none.
    ///
    /// @return one more than there are bins, never rising
    public List<PunctureDensity> deeperThan() {
        var deeper = new ArrayList<PunctureDensity>();
        double sum = 0;
        deeper.add(PunctureDensity.ofPerSquareCentimetre(0));
        for (int k = perBin.size() - 1; k >= 0; k--) {
            sum += in(k);
            deeper.add(PunctureDensity.ofPerSquareCentimetre(sum));
        }
        return List.copyOf(deeper.reversed());
    }
}
