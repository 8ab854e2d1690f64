package org.stipple.dose.illustrative;

import org.stipple.quantities.Fraction;

/// Inflammatory and repair macrophages with transforming growth factor β in a wound, normal or diabetic.
///
/// Source: Waugh, Sherratt, Bull Math Biol 2006;68:197; equations and parameters as the curated encoding
/// BIOMD0000000680 has them:
///
/// ```
/// K     = −2.47·T³ + 21.94·T² + 6.41·T + 1.75
/// φI' = a·K     + k1·k2·φI·(1 − k3·(φI + φR)) − d1·φI
/// φR' = (1−a)·K + k1·k2·φR·(1 − k3·(φI + φR)) − d1·φR
/// T'  = k4·φI − d2·T
/// ```
///
/// @param inflammatory a, the part of new macrophages that is inflammatory: 0.5 in a normal wound (general
///   knowledge, not in the encoding), 0.8 in a diabetic one
public record MacrophageModel(Fraction inflammatory) {

    private static final double K1 = 0.05;
    private static final double K2 = 0.693;
    private static final double K3 = 0.002;
    private static final double K4 = 0.07;
    private static final double D1 = 0.2;
    private static final double D2 = 9.1;

    /// @param inflammatoryCells φI, macrophages per mm³ of wound as the paper scales them
    /// @param repairCells φR, likewise
    /// @param growthFactor T, in the paper's scale
    public record State(double inflammatoryCells, double repairCells, double growthFactor) {}

    /// The wound of the encoding: 200, 200 and 6 on day 0.
    ///
    /// @param days after it, 0 to 1000
    /// @throws IllegalArgumentException outside that range, or NaN
    public State after(double days) {
        double[] state = RungeKutta.after(days, new double[] {200, 200, 6}, this::rates);
        return new State(state[0], state[1], state[2]);
    }

    private double[] rates(double[] state) {
        double cellsIn = state[0];
        double cellsRepair = state[1];
        double factor = state[2];
        double coming = ((-2.47 * factor + 21.94) * factor + 6.41) * factor + 1.75;
        double dividing = K1 * K2 * (1 - K3 * (cellsIn + cellsRepair));
        return new double[] {
            inflammatory.value() * coming + dividing * cellsIn - D1 * cellsIn,
            (1 - inflammatory.value()) * coming + dividing * cellsRepair - D1 * cellsRepair,
            K4 * cellsIn - D2 * factor
        };
    }
}
