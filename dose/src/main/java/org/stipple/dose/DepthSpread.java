package org.stipple.dose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stipple.quantities.Fraction;

/// How deep the channels of one penetration scenario are. For one thread.
///
/// D = min(L, X), X normal with mean η·D_set and standard deviation 0.1·D_set, given X > 0. Source: dose model
/// `D_act = clip(eta*D_set − delta_tent, 0, L) + N(0, sigma_d), truncated at 0`, tenting folded into η. Two
/// choices of ours: the standard deviation is a scenario (the only one published is 6 %, Kalluri 2011, doi
/// 10.1208/s12248-011-9288-3), and what would be deeper than the needle is long stops at its length.
final class DepthSpread {

    /// Width of a histogram's bins, in mm. Bin k holds what is deeper than k·0.05 mm and not deeper than
    /// (k+1)·0.05 mm.
    static final double BIN_MM = 0.05;

    /// Design: a scenario, see above.
    static final double SD_OF_SET_DEPTH = 0.1;

    /// Steps in which a depth is integrated over; the injured volume is then good to 1e-4.
    private static final int STEPS = 1_000;

    private final double meanMm;
    private final double sdMm;
    private final double longestMm;
    private final double radiusMm;
    private final double taperMm;
    private final double positive;
    private final double step;

    /// Mean sections of the needle in the middle of each step, made when first asked for.
    private double[] sections = {};

    /// @param setMm depth that is set
    /// @param penetration η, fraction of it that is really reached on average
    DepthSpread(double setMm, double penetration, Needle needle) {
        meanMm = setMm * penetration;
        sdMm = setMm * SD_OF_SET_DEPTH;
        longestMm = needle.length().asMillimetres();
        radiusMm = needle.diameter().millimetres() / 2;
        taperMm = needle.taper().millimetres();
        positive = normal(meanMm / sdMm);
        step = Math.min(longestMm, meanMm + 8 * sdMm) / STEPS;
    }

    /// Part of the punctures that are deeper than this.
    double deeperThan(double mm) {
        if (mm <= 0) {
            return 1;
        }
        return mm >= longestMm ? 0 : Math.min(1, normal((meanMm - mm) / sdMm) / positive);
    }

    /// Part of the punctures that gets into the dermis, and through it.
    ///
    /// @param deviations by which the skin is thicker than the mean
    DermisReach reach(SkinThickness skin, double deviations) {
        return switch (skin) {
            case SkinThickness.Unsourced(var why) -> new DermisReach.ThicknessUnknown(why);
            case SkinLayers layers ->
                new DermisReach.Reached(
                        Fraction.ofValue(deeperThan(layers.dermisFromMm(deviations))),
                        Fraction.ofValue(deeperThan(layers.dermisToMm(deviations))));
        };
    }

    /// Parts of the punctures by depth, in bins of 0.05 mm from the surface, as far as a millionth is deeper.
    /// They sum to 1.
    List<Fraction> histogram() {
        var bins = new ArrayList<Fraction>();
        double deeper = 1;
        while (deeper > 0) {
            double end = (bins.size() + 1) * BIN_MM;
            double still = deeperThan(end);
            // What is as deep as the needle is long belongs to the bin that ends there.
            double rest = still > 1e-6 && end < longestMm - 1e-9 ? still : 0;
            // Rounding may leave less than nothing of an empty bin.
            bins.add(Fraction.ofValue(Math.max(0, deeper - rest)));
            deeper = rest;
        }
        return List.copyOf(bins);
    }

    /// Injured tissue in mm³ per mm² of skin, overlaps counted once: V = ∫ 1 − exp(−λ·E[π·r(D−z)²; D>z]) dz,
    /// with r the needle's radius at a distance from its tip.
    double injuredMm3PerMm2(double perMm2) {
        if (sections.length == 0) {
            sections = meanSections();
        }
        double volume = 0;
        for (double section : sections) {
            volume -= StrictMath.expm1(-perMm2 * Math.PI * radiusMm * radiusMm * section) * step;
        }
        return volume;
    }

    /// E[(r(D−z)/R)²; D>z] in the middle of each step of z. A cylinder has P(D > z). A cone of length T has
    /// r(u) = R·u/T up to T, so by parts E = ∫₀ᵀ (2u/T²)·P(D > z+u) du.
    private double[] meanSections() {
        double[] deeper = new double[STEPS + 1];
        for (int i = 0; i < STEPS; i++) {
            deeper[i] = deeperThan((i + 0.5) * step);
        }
        int cone = (int) Math.round(taperMm / step);
        if (cone == 0) {
            return Arrays.copyOf(deeper, STEPS);
        }
        double[] means = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            for (int j = 0; j < cone && i + j < STEPS; j++) {
                // The weights 2j + 1 sum to cone²; P is taken in the middle of step j of the cone.
                means[i] += (2 * j + 1.0) / cone / cone * (deeper[i + j] + deeper[i + j + 1]) / 2;
            }
        }
        return means;
    }

    /// Standard normal distribution function, to some 1e-15. Source: Marsaglia, J Stat Softw 2004;11(4), doi
    /// 10.18637/jss.v011.i04.
    static double normal(double x) {
        if (x > 8) {
            return 1;
        }
        if (x < -8) {
            return 0;
        }
        double sum = x;
        double before = 0;
        double term = x;
        for (int i = 3; sum != before; i += 2) {
            term *= x * x / i;
            before = sum;
            sum += term;
        }
        return Math.clamp(0.5 + sum * StrictMath.exp(-0.5 * x * x - 0.91893853320467274178), 0, 1);
    }
}
