package org.stipple.dose.illustrative;

/// Follows ordinary differential equations through time by the classical method of the fourth order, in even
/// steps. The models here are smooth and their fastest rate is some 40 a day, so that steps of a thousandth of a
/// day are far below any difference that is printed.
final class RungeKutta {

    private static final int STEPS_A_DAY = 1_000;
    private static final double MOST_DAYS = 1_000;

    private RungeKutta() {}

    /// How fast each quantity changes, per day.
    @FunctionalInterface
    interface Rates {
        double[] at(double[] state);
    }

    /// What is seen on the way.
    @FunctionalInterface
    interface Visitor {
        void at(double day, double[] state);
    }

    /// @param days 0 to 1000
    /// @throws IllegalArgumentException outside that range, or NaN
    static double[] after(double days, double[] begin, Rates rates) {
        return follow(days, begin, rates, (_, _) -> {});
    }

    /// @param days 0 to 1000
    /// @param visitor is shown every step
    /// @throws IllegalArgumentException outside that range, or NaN
    static double[] follow(double days, double[] begin, Rates rates, Visitor visitor) {
        if (!(days >= 0 && days <= MOST_DAYS)) {
            throw new IllegalArgumentException("days must be 0 to 1000, was " + days);
        }
        int steps = (int) Math.ceil(days * STEPS_A_DAY);
        double[] state = begin.clone();
        for (int i = 0; i < steps; i++) {
            state = step(state, days / steps, rates);
            visitor.at((i + 1) * days / steps, state);
        }
        return state;
    }

    private static double[] step(double[] state, double days, Rates rates) {
        double[] first = rates.at(state);
        double[] second = rates.at(moved(state, first, days / 2));
        double[] third = rates.at(moved(state, second, days / 2));
        double[] fourth = rates.at(moved(state, third, days));
        double[] next = new double[state.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = state[i] + days / 6 * (first[i] + 2 * second[i] + 2 * third[i] + fourth[i]);
        }
        return next;
    }

    private static double[] moved(double[] state, double[] rates, double days) {
        double[] moved = new double[state.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = state[i] + days * rates[i];
        }
        return moved;
    }
}
