package org.stipple.clinic.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.patient.Patients;

class OnceTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-once");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static String register(UUID key, String body) throws Exception {
        return Acting.as(noor, () -> stipple.the(Once.class).once(key, body, () -> {
            var id = new PatientId(UUID.randomUUID());
            stipple.the(Patients.class).register(id, Someone.bornIn(1990));
            return "/people/" + id;
        }));
    }

    private static int people() throws Exception {
        return Acting.as(noor, () -> stipple.the(Patients.class).search("").size());
    }

    @Test
    void fiftyCopiesOfAFormAtOnceHaveOneEffectAndOneAnswer() throws Exception {
        int before = people();
        var key = UUID.randomUUID();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var copies = new ArrayList<Callable<String>>();
            for (int i = 0; i < 50; i++) {
                copies.add(() -> register(key, "same"));
            }
            var answers = new java.util.HashSet<String>();
            for (var answer : threads.invokeAll(copies)) {
                answers.add(answer.get());
            }
            assertThat(answers).hasSize(1);
        }
        assertThat(people()).isEqualTo(before + 1);
    }

    @Test
    void aKeyThatComesBackWithOtherContentIsRefused() throws Exception {
        var key = UUID.randomUUID();
        register(key, "one");
        int before = people();
        assertThatThrownBy(() -> register(key, "other")).isInstanceOf(Once.KeyUsedForSomethingElse.class);
        assertThat(people()).isEqualTo(before);
    }

    @Test
    void anEffectThatFailedMayBeTriedAgainWithTheSameKey() throws Exception {
        var key = UUID.randomUUID();
        var tries = new AtomicInteger();
        assertThatThrownBy(() -> Acting.as(noor, () -> stipple.the(Once.class).once(key, "body", () -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("the world broke");
                })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(register(key, "body")).startsWith("/people/");
    }
}
