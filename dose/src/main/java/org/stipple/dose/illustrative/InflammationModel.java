package org.stipple.dose.illustrative;

/// Pathogens, debris, activated macrophages and neutrophils in the first days of a wound, without steroids and
/// oestrogen.
///
/// Source: Cooper, Segal, Diegelmann, Reynolds, J Theor Biol 2015 (PMID 25446708); equations, parameters and
/// beginning (P 0.1, debris 2, M 0, N 0.1) as the curated encoding BIOMD0000000855 has them with C = E = 0:
///
/// ```
/// f   = M/(1 + (N/N∞)²)
/// P'  = kpg·P·(1 − P/P∞) − kpb·sb·P/(μb + kbp·P) − kpn·P·N − kpm·P·f
/// Pt' = −kptn·Pt·N·(1 + ken·N) − kptm·Pt·f + μn·N − μpt·Pt
/// M'  = smr·R1/(μmr + R1) − μm·M,   R1 = kmpt·Pt + kmp·P + kmm·M + kmn·N
/// N'  = snr·R2/(μnr + R2) − μn·N − knm·N·f,   R2 = knpt·Pt + knp·P
/// ```
///
/// The factor 1 + ken·N of the debris is the encoding's; the paper probably means 1 + ken·E, which is 1 here.
public final class InflammationModel {

    private static final int PATHOGENS = 0;
    private static final int DEBRIS = 1;
    private static final int MACROPHAGES = 2;
    private static final int NEUTROPHILS = 3;

    private static final double[] BEGIN = {0.1, 2, 0, 0.1};

    private InflammationModel() {}

    /// All in the paper's scales.
    ///
    /// @param pathogens P
    /// @param debris Pt
    /// @param macrophages M, activated
    /// @param neutrophils N, activated
    public record State(double pathogens, double debris, double macrophages, double neutrophils) {}

    /// When there is most of something.
    ///
    /// @param day after the wound
    /// @param most in the paper's scale
    public record Peak(double day, double most) {}

    /// @param days after the wound, 0 to 1000
    /// @throws IllegalArgumentException outside that range, or NaN
    public static State after(double days) {
        double[] state = RungeKutta.after(days, BEGIN, InflammationModel::rates);
        return new State(state[PATHOGENS], state[DEBRIS], state[MACROPHAGES], state[NEUTROPHILS]);
    }

    /// Of the first thirty days.
    public static Peak mostNeutrophils() {
        return most(NEUTROPHILS);
    }

    /// Of the first thirty days.
    public static Peak mostMacrophages() {
        return most(MACROPHAGES);
    }

    private static Peak most(int which) {
        double[] best = {0, BEGIN[which]};
        RungeKutta.follow(30, BEGIN, InflammationModel::rates, (day, state) -> {
            if (state[which] > best[1]) {
                best[0] = day;
                best[1] = state[which];
            }
        });
        return new Peak(best[0], best[1]);
    }

    private static double[] rates(double[] state) {
        double p = state[PATHOGENS];
        double debris = state[DEBRIS];
        double m = state[MACROPHAGES];
        double n = state[NEUTROPHILS];
        double hindered = n / 0.11;
        double eating = m / (1 + hindered * hindered);
        double callingMacrophages = 41.5 * debris + 18.52 * p + 0.06 * m + 10.58 * n;
        double callingNeutrophils = 2.97 * debris + 17.58 * p;
        return new double[] {
            14.4 * p * (1 - p / 20) - 14.4 * 0.12 * p / (0.048 + 0.2 * p) - 35.03 * p * n - 34.8 * p * eating,
            -2.03 * debris * n * (1 + 5.37 * n) - 3.16 * debris * eating + 1.02 * n - 0.37 * debris,
            0.17 * callingMacrophages / (0.54 + callingMacrophages) - 0.5 * m,
            0.38 * callingNeutrophils / (3.3 + callingNeutrophils) - 1.02 * n - 6.42 * n * eating
        };
    }
}
