package org.stipple.protocol;

import java.util.Arrays;

/// How quick screening and loading are, for whoever changes them: run it by hand. The best of many short
/// stretches counts, so that a busy machine does not.
///
/// Targets: loading below 150 ms, 200,000 screenings a second and core, 99 of 100 below 50 µs.
final class ScreeningSpeed {

    private static final int CASES = 1_000;
    private static final int ROUNDS = 600;

    /// What is found, so that nothing can be left out.
    private long found;

    private ScreeningSpeed() {}

    public static void main(String[] arguments) {
        new ScreeningSpeed().run();
    }

    private void run() {
        for (int i = 0; i < 10; i++) {
            long start = System.nanoTime();
            found += Knowledge.builtIn().entries().size();
            System.out.println("loading: " + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
        var knowledge = Knowledge.builtIn();
        var random = new RandomCases(1);
        var any = new PatientFacts[CASES];
        Arrays.setAll(any, _ -> random.any());
        measure("any case", knowledge, any);
        var clear = new PatientFacts[CASES];
        Arrays.fill(clear, Cases.clear());
        measure("clear case", knowledge, clear);
        var example = new PatientFacts[CASES];
        Arrays.fill(example, Cases.read(ContractExample.YAML));
        measure("example of the contract", knowledge, example);
        System.out.println(found + " findings");
    }

    private void measure(String name, Knowledge knowledge, PatientFacts[] cases) {
        long best = Long.MAX_VALUE;
        long[] times = new long[ROUNDS * CASES];
        int n = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            for (var facts : cases) {
                long start = System.nanoTime();
                found += knowledge.screen(facts, Cases.ON).findings().size();
                times[n++] = System.nanoTime() - start;
            }
            best = Math.min(best, System.nanoTime() - begin);
        }
        Arrays.sort(times);
        System.out.println(name + ": " + CASES * 1_000_000_000L / best + " a second in the best stretch, half below "
                + times[n / 2] / 1_000.0 + " µs, 99 of 100 below " + times[n - n / 100] / 1_000.0 + " µs");
    }
}
