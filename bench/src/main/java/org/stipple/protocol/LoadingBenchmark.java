package org.stipple.protocol;

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

/// Loading the built-in knowledge, each time in a JVM that has not seen it. Target: 150 ms.
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(10)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class LoadingBenchmark {

    /// As the program loads it.
    @Benchmark
    public Knowledge loading() {
        return Knowledge.builtIn();
    }

    /// The reference.
    @Benchmark
    public Knowledge loadingReference() {
        return Knowledge.read(Knowledge::resource, org.stipple.protocol.document.Documents::read);
    }
}
