package org.stipple.protocol;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Complete screenings, all rules, one thread. Targets: 200,000 a second of random cases, 99 of 100 below 50 µs.
@State(Scope.Thread)
@BenchmarkMode({Mode.Throughput, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScreeningBenchmark {

    private static final int CASES = 4_096;

    /// Anything that a file can say, or somebody against whose treatment nothing speaks.
    @Param({"random", "clear"})
    private String cases = "";

    private final Knowledge knowledge = Knowledge.builtIn();
    private final PlainScreener plain = new PlainScreener(knowledge.contents());
    private PatientFacts[] facts = {};
    private int next;

    /// Draws the cases.
    @org.openjdk.jmh.annotations.Setup
    public void draw() {
        var random = new RandomCases(1);
        facts = new PatientFacts[CASES];
        Arrays.setAll(facts, _ -> cases.equals("clear") ? Cases.clear() : random.any());
    }

    private PatientFacts one() {
        next = (next + 1) & (CASES - 1);
        return facts[next];
    }

    /// The kernel.
    @Benchmark
    public Screening screening() {
        return knowledge.screen(one(), Cases.ON);
    }

    /// The reference.
    @Benchmark
    public Screening screeningReference() {
        return plain.screen(one(), Cases.ON);
    }
}
