package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PasswordTries;

/// Guessing passwords is slow, and locks nobody out of their clinic.
class SignInTest {

    @TempDir
    Path directory;

    private ClinicUnderTest stipple;
    private Actor noor;

    @BeforeEach
    void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-door");
    }

    @AfterEach
    void stop() {
        stipple.close();
    }

    private static String tries(Caller caller, String name, String password) throws Exception {
        return caller.post("/sign-in", Map.of("username", name, "password", password), true, false)
                .headers()
                .firstValue("Location")
                .orElse("")
                .replaceFirst("^http://[^/]+", "");
    }

    private List<String> trail() {
        var entries = new ArrayList<String>();
        Acting.doing(
                noor,
                () -> stipple.the(TransactionTemplate.class)
                        .executeWithoutResult(_ -> entries.addAll(stipple.the(JdbcClient.class)
                                .sql("select act || ': ' || what from audit_entry order by entry")
                                .query(String.class)
                                .list())));
        return entries;
    }

    @Test
    void afterFiveWrongPasswordsTheRightOneWaitsToo() throws Exception {
        try (var caller = Caller.nobody(stipple.port())) {
            for (int i = 0; i < 5; i++) {
                assertThat(tries(caller, "noor-door", "wrong password " + i)).isEqualTo("/sign-in?wrong");
            }
            assertThat(tries(caller, "noor-door", ClinicUnderTest.PASSWORD)).isEqualTo("/sign-in?wait=30");
            assertThat(caller.get("/sign-in?wait=30").body()).contains("Wait 30 seconds, then try again");
            stipple.itIs("2026-11-20T09:00:31Z");
            assertThat(tries(caller, "noor-door", ClinicUnderTest.PASSWORD)).doesNotContain("sign-in");
        }
    }

    @Test
    void aNameThatNobodyHasIsAnsweredAlike() throws Exception {
        try (var caller = Caller.nobody(stipple.port())) {
            var known = new ArrayList<String>();
            var unknown = new ArrayList<String>();
            for (int i = 0; i < 7; i++) {
                known.add(tries(caller, "noor-door", "wrong password"));
                unknown.add(tries(caller, "nobody-door", "wrong password"));
            }
            assertThat(unknown).isEqualTo(known).contains("/sign-in?wait=30");
        }
    }

    /// Medians, because a machine that does something else besides makes single answers slow.
    @Test
    void aNameThatNobodyHasTakesAsLong() throws Exception {
        var known = new long[15];
        var unknown = new long[15];
        try (var caller = Caller.nobody(stipple.port())) {
            for (int i = 0; i < known.length; i++) {
                stipple.itIs("2026-11-%02dT09:00:00Z".formatted(i + 1));
                known[i] = nanoseconds(() -> tries(caller, "noor-door", "wrong password"));
                unknown[i] = nanoseconds(() -> tries(caller, "nobody-door", "wrong password"));
            }
        }
        double ratio = (double) median(unknown) / median(known);
        assertThat(ratio)
                .as("unknown %d ms, known %d ms", median(unknown) / 1_000_000, median(known) / 1_000_000)
                .isBetween(0.7, 1.4);
    }

    private static long nanoseconds(Callable<String> work) throws Exception {
        long before = System.nanoTime();
        assertThat(work.call()).isEqualTo("/sign-in?wrong");
        return System.nanoTime() - before;
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @Test
    void theWaitGrowsAndEndsAtAQuarterOfAnHour() {
        var tries = stipple.the(PasswordTries.class);
        var waits = new ArrayList<Duration>();
        var now = java.time.Instant.parse("2026-11-20T09:00:00Z");
        for (int i = 0; i < 4; i++) {
            assertThat(tries.begin("noor-door", "192.0.2.1")).isEmpty();
        }
        for (int i = 0; i < 8; i++) {
            assertThat(tries.begin("noor-door", "192.0.2.1")).isEmpty();
            Duration wait = tries.begin("noor-door", "192.0.2.1").orElseThrow();
            waits.add(wait);
            now = now.plus(wait);
            stipple.itIs(now.toString());
        }
        assertThat(waits)
                .startsWith(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(2))
                .endsWith(Duration.ofMinutes(15), Duration.ofMinutes(15))
                .isSorted();
    }

    @Test
    void whoeverGuessesFromElsewhereDoesNotLockOutSomebodyAtTheirOwnDesk() {
        var tries = stipple.the(PasswordTries.class);
        assertThat(tries.begin("noor-door", "192.0.2.1")).isEmpty();
        tries.succeeded("noor-door", "192.0.2.1");
        for (int i = 0; i < 200; i++) {
            tries.begin("noor-door", "198.51.100." + i);
        }
        assertThat(tries.begin("noor-door", "203.0.113.7"))
                .as("from an address nobody knows")
                .isPresent();
        assertThat(tries.begin("noor-door", "192.0.2.1")).as("from their desk").isEmpty();
    }

    @Test
    void oneAddressThatTriesManyNamesWaits() {
        var tries = stipple.the(PasswordTries.class);
        tries.begin("noor-door", "192.0.2.1");
        tries.succeeded("noor-door", "192.0.2.1");
        for (int i = 0; i < 30; i++) {
            assertThat(tries.begin("name-" + i, "192.0.2.1")).isEmpty();
        }
        assertThat(tries.begin("one-more", "192.0.2.1")).isPresent();
        assertThat(tries.begin("noor-door", "192.0.2.1"))
                .as("a colleague who is known there")
                .isEmpty();
    }

    @Test
    void manyTriesAtOnceAreNoMoreThanFive() throws Exception {
        var tries = stipple.the(PasswordTries.class);
        var begun = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 40; i++) {
            begun.add(() -> tries.begin("noor-door", "192.0.2.1").isEmpty());
        }
        int went = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var one : threads.invokeAll(begun)) {
                went += one.get() ? 1 : 0;
            }
        }
        assertThat(went).isEqualTo(5);
    }

    @Test
    void theTrailTellsOfSigningInAndOutAndOfWhatFailed() throws Exception {
        try (var caller = Caller.nobody(stipple.port())) {
            for (int i = 0; i < 5; i++) {
                tries(caller, "noor-door", "wrong password");
                tries(caller, "nobody-door", "a password in the wrong field");
            }
        }
        stipple.itIs("2026-11-20T10:00:00Z");
        try (var caller = Caller.signedIn(stipple.port(), "noor-door")) {
            caller.post("/sign-out", Map.of(), true, false);
        }
        assertThat(trail())
                .contains(
                        "refused: sign-in from 127.0.0.1: wrong password",
                        "refused: sign-in from 127.0.0.1: wrong password, locked for 30 seconds",
                        "sign-in: signed in",
                        "sign-out: signed out")
                .noneMatch(entry -> entry.contains("nobody-door"));
    }

    @Test
    void aSignInEndsAfterTwelveHoursHoweverBusyItIs() throws Exception {
        try (var caller = Caller.signedIn(stipple.port(), "noor-door")) {
            stipple.itIs("2026-11-20T20:59:59Z");
            assertThat(caller.get("/people").statusCode()).isEqualTo(200);
            stipple.itIs("2026-11-20T21:00:00Z");
            var ended = caller.get("/people");
            assertThat(ended.statusCode()).isEqualTo(302);
            assertThat(ended.headers().firstValue("Location").orElse("")).endsWith("/sign-in?ended");
            assertThat(caller.get("/sign-in?ended").body()).contains("Your sign-in has ended");
        }
        assertThat(trail()).contains("sign-out: sign-in ended after 12 hours");
    }

    @Test
    void aClinicMayAskForThePasswordMoreOften(@TempDir Path elsewhere) throws Exception {
        try (var strict = ClinicUnderTest.serving(elsewhere, "--server.port=0", "--stipple.sign-in.longest=PT1H")) {
            strict.clinic("Hillside", "noor-hour");
            try (var caller = Caller.signedIn(strict.port(), "noor-hour")) {
                strict.itIs("2026-11-20T10:00:00Z");
                assertThat(caller.get("/people").statusCode()).isEqualTo(302);
            }
        }
    }

    @Test
    void aFormFromBeforeSomebodySignedInAnewIsToldSoInPlainWords() throws Exception {
        try (var caller = Caller.signedIn(stipple.port(), "noor-door")) {
            var stale = caller.post("/people", Map.of("givenName", "New"), false, false);
            assertThat(stale.statusCode()).isEqualTo(403);
            assertThat(stale.body())
                    .contains("This page is older than your sign-in")
                    .contains("Nothing was saved");
        }
    }

    @Test
    void signingOutTellsTheBrowserToForgetPagesAndCookiesAndNothingThatAColleagueCharted() throws Exception {
        try (var caller = Caller.signedIn(stipple.port(), "noor-door")) {
            HttpResponse<String> out = caller.post("/sign-out", Map.of(), true, false);
            assertThat(out.headers().firstValue("Clear-Site-Data")).contains("\"cache\", \"cookies\"");
            assertThat(caller.get("/people").statusCode()).isEqualTo(302);
        }
    }
}
