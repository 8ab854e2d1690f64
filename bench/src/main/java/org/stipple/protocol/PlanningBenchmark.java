package org.stipple.protocol;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stipple.quantities.ZoneId;

/// A course for the whole face, with what every zone receives. Target: 50 ms.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PlanningBenchmark {

    private final Knowledge knowledge = Knowledge.builtIn();
    private final PatientFacts face = Cases.clear().in(List.copyOf(ZoneId.face()));
    private final PatientFacts cheek = Cases.clear().in(List.of(ZoneId.CHEEK_LEFT));

    /// All 13 zones of the face.
    @Benchmark
    public Course face() {
        return knowledge.plan(face, Cases.ON);
    }

    /// One zone.
    @Benchmark
    public Course cheek() {
        return knowledge.plan(cheek, Cases.ON);
    }
}
