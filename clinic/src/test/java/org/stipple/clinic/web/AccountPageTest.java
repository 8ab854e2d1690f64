package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;
import org.stipple.protocol.Operator;

/// What an administrator changes about somebody who can sign in.
class AccountPageTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;

    private AccountId nurse = new AccountId(UUID.randomUUID());

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-accounts");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    @BeforeEach
    void aNurse() {
        nurse = new AccountId(UUID.randomUUID());
        Acting.doing(
                noor,
                () -> stipple.the(Accounts.class)
                        .add(
                                nurse.value(),
                                "nurse-" + nurse,
                                "Sam",
                                ClinicUnderTest.PASSWORD,
                                Set.of(Role.PRACTITIONER)));
    }

    private static Map<String, List<String>> form(Caller caller, Map<String, List<String>> fields) {
        var form = new java.util.HashMap<>(fields);
        form.put("key", List.of(UUID.randomUUID().toString()));
        form.put("_csrf", List.of(caller.token()));
        return form;
    }

    private static Map<String, List<String>> somebody(String username, String name) {
        return Map.of(
                "username", List.of(username),
                "name", List.of(name),
                "password", List.of(ClinicUnderTest.PASSWORD),
                "role", List.of("practitioner"));
    }

    @Test
    void whosePasswordAnotherChoseChoosesTheirOwnBeforeAnythingElse() throws Exception {
        try (var admin = Caller.signedIn(stipple.port(), "noor-accounts")) {
            assertThat(admin.send("/accounts", form(admin, somebody("new-here", "Jo New")))
                            .statusCode())
                    .isEqualTo(303);
        }
        String own = "a sentence that nobody else knows";
        try (var first = Caller.nobody(stipple.port());
                var other = Caller.nobody(stipple.port())) {
            var signIn = Map.of("username", "new-here", "password", ClinicUnderTest.PASSWORD);
            first.post("/sign-in", signIn, true, false);
            other.post("/sign-in", signIn, true, false);
            assertThat(first.get("/people").headers().firstValue("Location")).contains("/account");
            first.seesItsToken();
            var refused = first.post("/account/password", password("not hers at all", own, own), true, false);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("password is not yours", "nothing was changed");
            assertThat(first.post("/account/password", password(ClinicUnderTest.PASSWORD, own, own + "."), true, false)
                            .body())
                    .contains("not the same");
            assertThat(first.post(
                                    "/account/password",
                                    password(ClinicUnderTest.PASSWORD, "short", "short"),
                                    true,
                                    false)
                            .body())
                    .contains("15 characters");
            assertThat(first.get("/people").statusCode()).isEqualTo(303);
            assertThat(first.post("/account/password", password(ClinicUnderTest.PASSWORD, own, own), true, false)
                            .headers()
                            .firstValue("Location"))
                    .contains("/account?changed");
            assertThat(first.get("/people").statusCode()).isEqualTo(200);
            assertThat(other.get("/account").statusCode())
                    .as("the other sign-in of the account")
                    .isEqualTo(302);
        }
        try (var again = Caller.nobody(stipple.port())) {
            again.post("/sign-in", Map.of("username", "new-here", "password", own), true, false);
            assertThat(again.get("/people").statusCode()).isEqualTo(200);
        }
    }

    private static Map<String, String> password(String old, String chosen, String again) {
        return Map.of(
                "key", UUID.randomUUID().toString(),
                "password", old,
                "chosen", chosen,
                "again", again);
    }

    @Test
    void aNameThatStandsUnderSignaturesIsNotGivenToASecondAccount() throws Exception {
        try (var admin = Caller.signedIn(stipple.port(), "noor-accounts")) {
            var refused = admin.send("/accounts", form(admin, somebody("second-sam", " sam ")));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("names stand under signatures");
        }
    }

    @Test
    void aProfessionIsChangedWithItsReasonAndCountsFromTheNextRequestOn() throws Exception {
        try (var admin = Caller.signedIn(stipple.port(), "noor-accounts")) {
            var answer = admin.send(
                    "/accounts/" + nurse,
                    form(
                            admin,
                            Map.of(
                                    "version", List.of("1"),
                                    "role", List.of("practitioner", "manager"),
                                    "profession", List.of("nurse"),
                                    "active", List.of("yes"),
                                    "reason", List.of("Registered since Monday."))));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
            assertThat(admin.get("/accounts/" + nurse).body())
                    .contains("profession: not stated ", "Registered since Monday.", "practitioner, manager");
        }
        var account =
                Acting.as(noor, () -> stipple.the(Accounts.class).find(nurse).orElseThrow());
        assertThat(account.profession()).contains(Operator.NURSE);
        assertThat(account.roles()).containsExactlyInAnyOrder(Role.PRACTITIONER, Role.MANAGER);
        assertThat(account.version()).isEqualTo(2);
    }

    @Test
    void whoIsSignedInLosesARoleAtTheNextRequest() throws Exception {
        try (var admin = Caller.signedIn(stipple.port(), "noor-accounts");
                var sam = Caller.signedIn(stipple.port(), "nurse-" + nurse)) {
            assertThat(sam.get("/people/new").statusCode()).isEqualTo(200);
            admin.send(
                    "/accounts/" + nurse,
                    form(
                            admin,
                            Map.of(
                                    "version", List.of("1"),
                                    "role", List.of("auditor"),
                                    "active", List.of("yes"),
                                    "reason", List.of("Works in quality now."))));
            assertThat(sam.get("/people/new").statusCode()).isEqualTo(403);
            assertThat(sam.get("/trail").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shuttingAnAccountEndsItsSignInsWithinFiveSeconds() throws Exception {
        try (var admin = Caller.signedIn(stipple.port(), "noor-accounts");
                var sam = Caller.signedIn(stipple.port(), "nurse-" + nurse);
                var samAtHome = Caller.signedIn(stipple.port(), "nurse-" + nurse)) {
            var shut = admin.send(
                    "/accounts/" + nurse,
                    form(
                            admin,
                            Map.of(
                                    "version", List.of("1"),
                                    "role", List.of("practitioner"),
                                    "reason", List.of("Left the clinic today."))));
            Instant at = Instant.now();
            assertThat(shut.statusCode()).isEqualTo(303);
            for (Caller one : List.of(sam, samAtHome)) {
                var answer = one.get("/people");
                assertThat(answer.statusCode()).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in");
            }
            assertThat(Duration.between(at, Instant.now())).isLessThan(Duration.ofSeconds(5));
            assertThat(admin.get("/accounts").body()).contains("cannot sign in any more");
        }
        try (var nobody = Caller.nobody(stipple.port())) {
            var again = nobody.post(
                    "/sign-in",
                    Map.of("username", "nurse-" + nurse, "password", ClinicUnderTest.PASSWORD),
                    true,
                    false);
            assertThat(again.headers().firstValue("Location").orElse("")).contains("wrong");
        }
    }

    @Test
    void nobodyChangesTheirOwnRolesOrShutsThemselvesOut() throws Exception {
        try (var admin = Caller.signedIn(stipple.port(), "noor-accounts")) {
            var answer = admin.send(
                    "/accounts/" + noor.account(),
                    form(
                            admin,
                            Map.of(
                                    "version", List.of("1"),
                                    "role", List.of("administrator"),
                                    "reason", List.of("I would like that."))));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("nobody changes their own roles or sign-in");
        }
    }

    @Test
    void aScopeIsSetOnThePageAndAWrongDepthIsNamed() throws Exception {
        try (var admin = Caller.signedIn(stipple.port(), "noor-accounts")) {
            var wrong = admin.send(
                    "/accounts/" + nurse + "/scope",
                    form(admin, Map.of("scopeMm", List.of("deep"), "reason", List.of("In the first year."))));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("was deep, expected 0.05 to 5 millimetres");
            var set = admin.send(
                    "/accounts/" + nurse + "/scope",
                    form(
                            admin,
                            Map.of(
                                    "scopeMm", List.of("0,75"),
                                    "zones", List.of("cheek-left", "chin"),
                                    "devices", List.of("skinpen-precision"),
                                    "reason", List.of("In the first year."))));
            assertThat(set.statusCode()).as(set.body()).isEqualTo(303);
            assertThat(admin.get("/accounts/" + nurse).body())
                    .contains("at most 0.75 mm; left cheek, chin; skinpen-precision", "In the first year.");
        }
    }

    @Test
    void aPatientIsNeverStaffToo() throws Exception {
        try (var admin = Caller.signedIn(stipple.port(), "noor-accounts")) {
            var answer = admin.send(
                    "/accounts/" + nurse,
                    form(
                            admin,
                            Map.of(
                                    "version", List.of("1"),
                                    "role", List.of("patient", "practitioner"),
                                    "active", List.of("yes"),
                                    "reason", List.of("Is treated here too."))));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("account has no other role");
        }
        assertThat(Acting.as(noor, () -> stipple.the(Accounts.class).find(nurse))
                        .map(Accounts.Account::roles))
                .isEqualTo(Optional.of(Set.of(Role.PRACTITIONER)));
    }
}
