package org.stipple.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Several people write while the program, its PostgreSQL, or both are killed. What was acknowledged is there
/// exactly once, and what is sent again under the same key has one effect. Killing processes does not show
/// what a power cut does: the memory of the system survives it.
@Execution(ExecutionMode.CONCURRENT)
class NothingAcknowledgedIsLostTest {

    private static final long SEED = 20261121;
    private static final int WRITERS = 4;
    private static final int MOST_IN_A_ROUND = 90;
    private static final Duration ENOUGH = Duration.ofSeconds(90);

    private final Random random = new Random(SEED);
    private final Ledger ledger = new Ledger();

    private enum Killed {
        PROGRAM,
        DATABASE,
        BOTH
    }

    @Test
    void everyAcknowledgedPersonIsThereOnceHoweverTheProcessesEnd() throws Exception {
        long began = System.nanoTime();
        Path data = RunningStipple.freshData("crash");
        var stipple = RunningStipple.serve(data);
        int round = 0;
        try {
            try (var client = new Client(stipple.address())) {
                assertThat(client.setUp(stipple.setUpLink()).statusCode()).isEqualTo(303);
            }
            while (round < Killed.values().length || (round < 6 && System.nanoTime() - began < ENOUGH.toNanos())) {
                var what = Killed.values()[round % Killed.values().length];
                writeAndKill(stipple, what, round);
                int doubts = ledger.doubts();
                if (what != Killed.DATABASE) {
                    stipple.close();
                    stipple = RunningStipple.serve(data);
                }
                examine(stipple);
                System.out.println("round " + round + ": killed " + what + "; " + ledger.size()
                        + " acknowledged so far, " + doubts + " were in doubt");
                round++;
            }
            aLossAndADoubleWouldBeSeen(stipple);
        } finally {
            stipple.close();
        }
        assertThat(ledger.size()).isGreaterThan(20 * round);
    }

    private void writeAndKill(RunningStipple stipple, Killed what, int round) throws Exception {
        var enough = new AtomicBoolean();
        var writers = new ArrayList<Thread>();
        for (int writer = 0; writer < WRITERS; writer++) {
            var client = new Client(stipple.address()).signedIn(TheClinic.USERNAME, TheClinic.PASSWORD);
            client.get("/people/new");
            String batch = "R" + round + "W" + writer + "N";
            long seed = random.nextLong();
            writers.add(Thread.ofVirtual().start(() -> write(client, batch, new Random(seed), enough)));
        }
        Thread.sleep(random.nextInt(300, 1200));
        switch (what) {
            case PROGRAM -> stipple.kill();
            case DATABASE -> {
                stipple.killDatabase();
                int before = ledger.size();
                // The program starts its PostgreSQL again by itself.
                assertThat(RunningStipple.await(
                                () -> ledger.size() > before || writers.stream().noneMatch(Thread::isAlive)))
                        .isTrue();
            }
            case BOTH -> {
                if (random.nextBoolean()) {
                    stipple.killDatabase();
                    stipple.kill();
                } else {
                    stipple.kill();
                    stipple.killDatabase();
                }
            }
        }
        enough.set(true);
        for (Thread writer : writers) {
            writer.join(30_000);
        }
    }

    /// Writes until it is told that it is enough, or nobody answers any more.
    private void write(Client client, String batch, Random dice, AtomicBoolean enough) {
        try (client) {
            for (int number = 0; number < MOST_IN_A_ROUND && !enough.get(); number++) {
                ledger.write(new Ledger.Entry(batch, number, new UUID(dice.nextLong(), dice.nextLong())), client);
                Thread.sleep(dice.nextInt(10, 50));
            }
        } catch (IOException nobodyAnswers) {
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void examine(RunningStipple stipple) throws IOException {
        try (var client = new Client(stipple.address()).signedIn(TheClinic.USERNAME, TheClinic.PASSWORD)) {
            client.get("/people/new");
            assertThat(ledger.broken(client)).isEmpty();
            assertThat(ledger.repeat(client)).isEmpty();
            assertThat(ledger.doubts()).isZero();
            assertThat(ledger.broken(client)).isEmpty();
        }
    }

    /// The control: an entry that was never written, and one that was written under two keys.
    private void aLossAndADoubleWouldBeSeen(RunningStipple stipple) throws IOException {
        try (var client = new Client(stipple.address()).signedIn(TheClinic.USERNAME, TheClinic.PASSWORD)) {
            client.get("/people/new");
            var never = new Ledger.Entry("R98W0N", 1, new UUID(0, 98));
            ledger.fabricate(never, "/people/" + new UUID(0, 98));
            assertThat(ledger.broken(client))
                    .singleElement()
                    .asString()
                    .contains("R98W0N0001")
                    .contains("there []");
            ledger.forget(never);
            var once = new Ledger.Entry("R99W0N", 1, new UUID(0, 99));
            ledger.write(once, client);
            var twin = new Ledger.Entry("R99W0N", 1, new UUID(1, 99));
            assertThat(client.post("/people", twin.form()).statusCode())
                    .as("somebody of the same name and date of birth is asked about")
                    .isEqualTo(422);
            client.post("/people", twin.formOfAnother());
            assertThat(ledger.broken(client)).singleElement().asString().contains("R99W0N0001");
            ledger.forget(once);
        }
    }
}
