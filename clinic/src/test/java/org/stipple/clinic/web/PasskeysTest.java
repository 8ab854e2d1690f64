package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.AccountChanges;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Passkey;
import org.stipple.clinic.access.PasskeySignIn;
import org.stipple.clinic.access.Passkeys;
import org.stipple.clinic.access.Role;

/// A passkey opens the account of whoever added it, on the pages of this address, with its owner before it; and
/// nothing else does.
class PasskeysTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;

    private AccountId sam = new AccountId(UUID.randomUUID());
    private SoftKey key;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory, "--server.port=0", "--stipple.base-url=https://clinic.example");
        noor = stipple.clinic("Hillside", "noor-keys");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    @BeforeEach
    void samHasAKey() throws Exception {
        stipple.itIs("2026-11-20T09:00:00Z");
        sam = new AccountId(UUID.randomUUID());
        Acting.doing(
                noor,
                () -> stipple.the(Accounts.class)
                        .add(sam.value(), "sam-" + sam, "Sam", ClinicUnderTest.PASSWORD, Set.of(Role.PRACTITIONER)));
        key = new SoftKey(PasskeySignIn.handle(sam));
        assertThat(adds("Blue key", key, ClinicUnderTest.PASSWORD).statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> adds(String name, SoftKey with, String password) throws Exception {
        try (var caller = Caller.signedIn(stipple.port(), "sam-" + sam)) {
            var challenge =
                    caller.post("/account/passkeys/challenge", Map.of("name", name, "password", password), true, false);
            if (challenge.statusCode() != 200) {
                return challenge;
            }
            return caller.post("/account/passkeys", added(name, with.made(challenge.body())), true, false);
        }
    }

    private static Map<String, String> added(String name, Map<String, String> made) {
        var form = new HashMap<>(made);
        form.put("name", name);
        form.put("key", UUID.randomUUID().toString());
        return form;
    }

    private static String challenge(Caller caller) throws Exception {
        return caller.post("/sign-in/passkey/challenge", Map.of(), true, false).body();
    }

    private static HttpResponse<String> opens(SoftKey with) throws Exception {
        try (var caller = Caller.nobody(stipple.port())) {
            return caller.post("/sign-in/passkey", with.answer(challenge(caller)), true, false);
        }
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("This passkey opens no account here");
    }

    private static List<String> trail() {
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

    private List<Passkey> keysOfSam() throws Exception {
        return Acting.as(noor, () -> stipple.the(Passkeys.class).of(sam));
    }

    @Test
    void whoeverAddedItSignsInWithItAsWithThePassword() throws Exception {
        key.counter = 2;
        try (var caller = Caller.nobody(stipple.port())) {
            String before = caller.token();
            var in = caller.post("/sign-in/passkey", key.answer(challenge(caller)), true, false);
            assertThat(in.statusCode()).as(in.body()).isEqualTo(302);
            assertThat(in.headers().firstValue("Set-Cookie").orElse(""))
                    .as("another session than before")
                    .contains("stipple=");
            assertThat(caller.get("/people").statusCode()).isEqualTo(200);
            assertThat(caller.post("/room-theme", Map.of("_csrf", before), false, false)
                            .statusCode())
                    .as("a form from before the sign-in")
                    .isEqualTo(403);
            assertThat(caller.get("/account").body()).contains("Blue key", "last used 20 Nov 2026");
        }
        assertThat(trail()).contains("create: passkey “Blue key”", "sign-in: signed in with the passkey “Blue key”");
    }

    @Test
    void anAnswerCountsOnce() throws Exception {
        try (var caller = Caller.nobody(stipple.port())) {
            key.counter = 2;
            var answer = key.answer(challenge(caller));
            assertThat(caller.post("/sign-in/passkey", answer, true, false).statusCode())
                    .isEqualTo(302);
            try (var thief = Caller.nobody(stipple.port())) {
                challenge(thief);
                refused(thief.post("/sign-in/passkey", answer, true, false));
                var without = thief.post("/sign-in/passkey", answer, true, false);
                assertThat(without.statusCode()).isEqualTo(422);
                assertThat(without.body()).contains("asked for too long ago");
            }
        }
        assertThat(trail()).contains("refused: sign-in from 127.0.0.1 with a passkey: another challenge was answered");
    }

    @Test
    void aWrongAnswerTakesTheChallengeAwayToo() throws Exception {
        try (var caller = Caller.nobody(stipple.port())) {
            String challenge = challenge(caller);
            key.counter = 2;
            refused(caller.post("/sign-in/passkey", key.forged().answer(challenge), true, false));
            assertThat(caller.post("/sign-in/passkey", key.answer(challenge), true, false)
                            .body())
                    .contains("asked for too long ago");
        }
    }

    @Test
    void aChallengeIsGoodForFiveMinutes() throws Exception {
        try (var caller = Caller.nobody(stipple.port())) {
            String challenge = challenge(caller);
            stipple.itIs("2026-11-20T09:05:00Z");
            assertThat(caller.post("/sign-in/passkey", key.answer(challenge), true, false)
                            .body())
                    .contains("asked for too long ago");
        }
    }

    @Test
    void aPageOfSomebodyElseGetsNobodyIn() throws Exception {
        key.counter = 2;
        key.origin = "https://clinic.example.evil";
        refused(opens(key));
        key.origin = "https://clinic.example:8443";
        refused(opens(key));
        key.origin = "https://clinic.example";
        key.crossOrigin = true;
        refused(opens(key));
        key.crossOrigin = false;
        key.host = "evil.example";
        refused(opens(key));
        assertThat(trail())
                .contains(
                        "refused: sign-in from 127.0.0.1 with a passkey: the page was another’s",
                        "refused: sign-in from 127.0.0.1 with a passkey: the page was inside another’s",
                        "refused: sign-in from 127.0.0.1 with a passkey: it was made for another address");
        key.host = "clinic.example";
        assertThat(opens(key).statusCode()).isEqualTo(302);
    }

    @Test
    void aForeignKeyUnderTheSameNameGetsNobodyIn() throws Exception {
        SoftKey forged = key.forged();
        forged.counter = 2;
        refused(opens(forged));
        refused(opens(new SoftKey(PasskeySignIn.handle(sam))));
        assertThat(trail())
                .contains("refused: sign-in from 127.0.0.1 with a passkey: the signature is not that of the passkey");
    }

    @Test
    void aCounterThatGoesBackOrStandsStillGetsNobodyIn() throws Exception {
        key.counter = 7;
        assertThat(opens(key).statusCode()).isEqualTo(302);
        refused(opens(key));
        key.counter = 6;
        refused(opens(key));
        assertThat(trail())
                .contains("refused: sign-in from 127.0.0.1 with a passkey: its counter went back, so it may have been"
                        + " copied");
        key.counter = 8;
        assertThat(opens(key).statusCode()).isEqualTo(302);
    }

    /// Passkeys that are copied between devices count nothing, and say 0 for ever.
    @Test
    void aKeyWithoutACounterOpensAgainAndAgain() throws Exception {
        var phone = new SoftKey(PasskeySignIn.handle(sam));
        phone.counter = 0;
        assertThat(adds("Phone", phone, ClinicUnderTest.PASSWORD).statusCode()).isEqualTo(303);
        assertThat(opens(phone).statusCode()).isEqualTo(302);
        assertThat(opens(phone).statusCode()).isEqualTo(302);
    }

    @Test
    void ofManyAnswersWithOneCounterAtOnceOneOpens() throws Exception {
        key.counter = 9;
        var answers = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 4; i++) {
            answers.add(() -> opens(key).statusCode());
        }
        var found = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var one : threads.invokeAll(answers)) {
                found.add(one.get());
            }
        }
        assertThat(found).containsOnlyOnce(302).contains(422);
    }

    @Test
    void aDeviceThatDoesNotAskWhoIsThereGetsNobodyIn() throws Exception {
        key.counter = 2;
        key.verifies = false;
        refused(opens(key));
        assertThat(trail())
                .contains("refused: sign-in from 127.0.0.1 with a passkey: the device did not ask who is there");
        var careless = new SoftKey(PasskeySignIn.handle(sam));
        careless.verifies = false;
        var notAdded = adds("Careless", careless, ClinicUnderTest.PASSWORD);
        assertThat(notAdded.statusCode()).isEqualTo(422);
        assertThat(notAdded.body()).contains("the device did not ask who is there");
        assertThat(keysOfSam()).extracting(Passkey::name).containsExactly("Blue key");
    }

    @Test
    void anAccountThatIsShutIsShutForItsPasskeysAtOnce() throws Exception {
        key.counter = 2;
        try (var caller = Caller.nobody(stipple.port())) {
            caller.post("/sign-in/passkey", key.answer(challenge(caller)), true, false);
            assertThat(caller.get("/people").statusCode()).isEqualTo(200);
            Acting.doing(
                    noor,
                    () -> stipple.the(AccountChanges.class)
                            .change(sam, 1, Set.of(Role.PRACTITIONER), Optional.empty(), false, "Left the clinic."));
            assertThat(caller.get("/people").statusCode()).isEqualTo(302);
        }
        key.counter = 3;
        refused(opens(key));
    }

    @Test
    void aPasskeyThatWasRemovedOpensNothingAndThePasswordStays() throws Exception {
        UUID id = keysOfSam().getFirst().id();
        try (var caller = Caller.signedIn(stipple.port(), "sam-" + sam)) {
            String path = "/account/passkeys/" + id + "/removal";
            var without = caller.post(path, Map.of("key", UUID.randomUUID().toString(), "reason", "x"), true, false);
            assertThat(without.statusCode()).isEqualTo(422);
            var removed = caller.post(
                    path, Map.of("key", UUID.randomUUID().toString(), "reason", "Lost it on the train."), true, false);
            assertThat(removed.statusCode()).isEqualTo(303);
            assertThat(caller.get("/account").body()).doesNotContain("Blue key");
        }
        key.counter = 2;
        refused(opens(key));
        assertThat(trail())
                .contains(
                        "change: passkey “Blue key” of account " + sam + " removed: Lost it on the train.",
                        "refused: sign-in from 127.0.0.1 with a passkey: it was removed");
        Caller.signedIn(stipple.port(), "sam-" + sam).close();
    }

    @Test
    void anAdministratorRemovesTheKeyThatSomebodyLost() throws Exception {
        UUID id = keysOfSam().getFirst().id();
        try (var admin = Caller.signedIn(stipple.port(), "noor-keys");
                var samHere = Caller.signedIn(stipple.port(), "sam-" + sam)) {
            assertThat(admin.get("/accounts/" + sam).body()).contains("Blue key");
            var form = Map.of("key", UUID.randomUUID().toString(), "reason", "Lost it on the train.");
            assertThat(admin.post("/account/passkeys/" + id + "/removal", form, true, false)
                            .statusCode())
                    .as("not a key of their own")
                    .isEqualTo(404);
            assertThat(samHere.post("/accounts/" + sam + "/passkeys/" + id + "/removal", form, true, false)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(admin.post("/accounts/" + sam + "/passkeys/" + id + "/removal", form, true, false)
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(keysOfSam()).isEmpty();
    }

    /// Before the device makes one, which it would keep though nobody knows it here.
    @Test
    void aNameThatIsTakenOrNoneIsToldBeforeAKeyIsMade() throws Exception {
        var second = new SoftKey(PasskeySignIn.handle(sam));
        for (String name : List.of("Blue key", "", "x".repeat(61))) {
            var answer = adds(name, second, ClinicUnderTest.PASSWORD);
            assertThat(answer.statusCode()).as(name).isEqualTo(422);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        }
        for (int i = 2; i <= 10; i++) {
            assertThat(adds("Key " + i, new SoftKey(PasskeySignIn.handle(sam)), ClinicUnderTest.PASSWORD)
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(adds("Key 11", second, ClinicUnderTest.PASSWORD).body()).contains("at most 10 passkeys");
        assertThat(keysOfSam()).hasSize(10);
    }

    @Test
    void nobodyAddsAKeyWithoutThePassword() throws Exception {
        var theirs = new SoftKey(PasskeySignIn.handle(sam));
        var answer = adds("Theirs", theirs, "not my password at all");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).isEqualTo("The password is not yours. No passkey was added.");
        try (var caller = Caller.signedIn(stipple.port(), "sam-" + sam)) {
            // A challenge for signing in is none for adding a key.
            var added = caller.post("/account/passkeys", added("Theirs", theirs.made(challenge(caller))), true, false);
            assertThat(added.statusCode()).isEqualTo(422);
            assertThat(added.body()).contains("asked for too long ago");
        }
        assertThat(keysOfSam()).hasSize(1);
    }

    @Test
    void aKeyMadeForAnotherPageOrKnownAlreadyIsNotAdded() throws Exception {
        var elsewhere = new SoftKey(PasskeySignIn.handle(sam));
        elsewhere.origin = "https://evil.example";
        assertThat(adds("Elsewhere", elsewhere, ClinicUnderTest.PASSWORD).body())
                .contains("the page was another");
        assertThat(adds("Blue key again", key, ClinicUnderTest.PASSWORD).body()).contains("known already");
        assertThat(trail()).contains("refused: passkey not added: the page was another’s");
        assertThat(keysOfSam()).hasSize(1);
    }

    @Test
    void tryingKeysWaitsAsTryingPasswordsDoes() throws Exception {
        SoftKey forged = key.forged();
        for (int i = 0; i < 5; i++) {
            refused(opens(forged));
        }
        key.counter = 2;
        var waits = opens(key);
        assertThat(waits.statusCode()).isEqualTo(302);
        assertThat(waits.headers().firstValue("Location").orElse("")).endsWith("/sign-in?wait=30");
        assertThat(trail())
                .contains("refused: sign-in from 127.0.0.1 with a passkey: the signature is not that of the passkey,"
                        + " locked for 30 seconds");
        stipple.itIs("2026-11-20T09:00:31Z");
        assertThat(opens(key).headers().firstValue("Location").orElse("")).doesNotContain("sign-in");
    }

    /// Strangers send what they like: every part cut off at every eighth letter, or something else in its
    /// place.
    @Test
    void whatIsNoAnswerIsRefusedInWords() throws Exception {
        var now = Instant.parse("2026-11-20T10:00:00Z");
        var strange = new ArrayList<String>(List.of("", "%%%", "e30", "bnVsbA", "_".repeat(5_000)));
        for (int i = 0; i < 200; i += 8) {
            strange.add(String.valueOf(i));
        }
        try (var caller = Caller.nobody(stipple.port())) {
            for (String part : List.of("clientData", "authenticatorData", "signature", "user")) {
                for (String what : strange) {
                    // Past every wait, so that each is looked at.
                    now = now.plusSeconds(16 * 60);
                    stipple.itIs(now.toString());
                    key.counter = 2;
                    var form = new HashMap<>(key.answer(challenge(caller)));
                    form.computeIfPresent(
                            part,
                            (_, right) -> what.matches("\\d+")
                                    ? right.substring(0, Math.min(right.length() - 1, Integer.parseInt(what)))
                                    : what);
                    refused(caller.post("/sign-in/passkey", form, true, false));
                }
            }
        }
    }

    @Test
    void whatIsNoKeyIsNotAdded() throws Exception {
        try (var caller = Caller.signedIn(stipple.port(), "sam-" + sam)) {
            for (String part : List.of("clientData", "attestation")) {
                for (int i = 0; i < 300; i += 8) {
                    String challenge = caller.post(
                                    "/account/passkeys/challenge",
                                    Map.of("name", "Strange", "password", ClinicUnderTest.PASSWORD),
                                    true,
                                    false)
                            .body();
                    var form = added("Strange", new SoftKey(PasskeySignIn.handle(sam)).made(challenge));
                    int length = i;
                    form.computeIfPresent(part, (_, right) -> right.substring(0, Math.min(right.length() - 4, length)));
                    var answer = caller.post("/account/passkeys", form, true, false);
                    assertThat(answer.statusCode()).as(part + " " + i).isEqualTo(422);
                    assertThat(answer.body()).contains("the passkey was not accepted");
                }
            }
        }
        assertThat(keysOfSam()).hasSize(1);
    }

    @Test
    void withoutAnAddressThatAllowsThemNoneIsOffered(@TempDir Path elsewhere) throws Exception {
        try (var plain = ClinicUnderTest.serving(elsewhere, "--server.port=0", "--stipple.base-url=https://192.0.2.7");
                var caller = Caller.nobody(plain.port())) {
            assertThat(caller.get("/sign-in").body()).doesNotContain("passkey\"");
        }
        try (var caller = Caller.nobody(stipple.port())) {
            assertThat(caller.get("/sign-in").body())
                    .contains("data-passkey=\"ask\" data-host=\"clinic.example\" hidden");
        }
    }
}
