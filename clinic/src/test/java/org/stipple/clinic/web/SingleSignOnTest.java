package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.AccountChanges;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;

/// A sign-on service says who somebody is; the account that they linked to it says what they may do. Nobody
/// gets in by a token that was not made for this server, this question and this moment.
class SingleSignOnTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static TestSignOnService service;
    static Actor noor;

    private AccountId sam = new AccountId(UUID.randomUUID());
    private String name = "";

    @BeforeAll
    static void start() throws Exception {
        service = new TestSignOnService();
        Path secret = Files.writeString(directory.resolve("oidc-secret"), TestSignOnService.SECRET + "\n");
        stipple = ClinicUnderTest.serving(
                directory.resolve("data"),
                "--server.port=0",
                "--stipple.base-url=https://clinic.example/",
                "--stipple.oidc.issuer=" + service.issuer(),
                "--stipple.oidc.client-id=" + TestSignOnService.CLIENT,
                "--stipple.oidc.secret-file=" + secret);
        noor = stipple.clinic("Hillside", "noor-sso");
    }

    @AfterAll
    static void stop() {
        stipple.close();
        service.close();
    }

    @BeforeEach
    void samIsKnownThere() {
        stipple.itIs("2026-11-20T09:00:00Z");
        sam = new AccountId(UUID.randomUUID());
        name = "sam-" + sam;
        service.isHonestAbout("subject " + sam);
        Acting.doing(
                noor,
                () -> stipple.the(Accounts.class)
                        .add(sam.value(), name, "Sam", ClinicUnderTest.PASSWORD, Set.of(Role.PRACTITIONER)));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /// Links as a person does: password, on to the service, back.
    private HttpResponse<String> links(String username) throws Exception {
        try (var caller = Caller.signedIn(stipple.port(), username)) {
            var asked = caller.post("/account/sign-on", Map.of("password", ClinicUnderTest.PASSWORD), true, false);
            assertThat(asked.body()).contains("href=\"/account/sign-on\"", "Go on to 127.0.0.1");
            return caller.get(service.signsIn(location(caller.get("/account/sign-on"))));
        }
    }

    private HttpResponse<String> comes(Caller caller) throws Exception {
        return caller.get(service.signsIn(location(caller.get("/sign-in/elsewhere"))));
    }

    private HttpResponse<String> comes() throws Exception {
        try (var caller = Caller.nobody(stipple.port())) {
            return comes(caller);
        }
    }

    private static void refused(HttpResponse<String> answer, String why) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(why).contains("name=\"password\"");
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
    void whoeverLinkedTheirAccountSignsInThroughTheService() throws Exception {
        assertThat(location(links(name))).endsWith("/account");
        try (var caller = Caller.nobody(stipple.port())) {
            String before = caller.token();
            assertThat(caller.get("/sign-in").body()).contains("Sign in through 127.0.0.1");
            assertThat(location(comes(caller))).doesNotContain("sign-in");
            assertThat(caller.get("/people").statusCode()).isEqualTo(200);
            assertThat(caller.post("/room-theme", Map.of("_csrf", before), false, false)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(caller.get("/account").body()).contains(service.subject);
            assertThat(caller.get("/accounts").statusCode())
                    .as("what the account here may do, and no more")
                    .isEqualTo(403);
        }
        assertThat(trail())
                .contains("create: link of account " + sam + " to 127.0.0.1", "sign-in: signed in through 127.0.0.1");
    }

    @Test
    void aServiceThatTakesTheSecretInTheFormGetsItThere() throws Exception {
        service.secretInBody = true;
        links(name);
        assertThat(location(comes())).doesNotContain("sign-in");
    }

    @Test
    void whoIsNotLinkedIsToldWhatToDoAndGetsNoAccount() throws Exception {
        refused(comes(), "Nobody here is linked to your account at 127.0.0.1");
        links(name);
        int before = Acting.as(noor, () -> stipple.the(Accounts.class).allEver().size());
        service.subject = "somebody else";
        refused(comes(), "Sign in with your name and password, then link it under");
        assertThat(Acting.as(noor, () -> stipple.the(Accounts.class).allEver())).hasSize(before);
    }

    @Test
    void aTokenThatIsNotForThisQuestionHereAndNowIsNotReliedOn() throws Exception {
        links(name);
        service.nonce = Optional.of("another");
        refused(comes(), "it answers another question");
        service.nonce = Optional.empty();
        service.audience = "\"another program\"";
        refused(comes(), "it is for another program");
        service.audience = "\"another program\", \"" + TestSignOnService.CLIENT + "\"";
        refused(comes(), "it is for another program");
        service.more = ", \"azp\": \"another program\"";
        refused(comes(), "it is for another program");
        service.audience = "\"" + TestSignOnService.CLIENT + "\"";
        refused(comes(), "it is for another program");
        service.more = "";
        service.issuer = Optional.of("https://login.example");
        refused(comes(), "it is another service");
        service.issuer = Optional.empty();
        service.until = Instant.parse("2026-11-20T08:59:00Z");
        refused(comes(), "it has run out");
        service.until = Instant.parse("2026-11-20T09:05:00Z");
        service.now = Instant.parse("2026-11-20T09:01:01Z");
        refused(comes(), "it is of a time to come");
        service.now = Instant.parse("2026-11-20T09:00:00Z");
        service.subject = "";
        refused(comes(), "it names nobody");
        service.subject = "subject " + sam;
        assertThat(location(comes())).as("the control").doesNotContain("sign-in");
    }

    @Test
    void aTokenThatTheServiceDidNotSignIsNotReliedOn() throws Exception {
        links(name);
        service.wrongKey = true;
        refused(comes(), "its signature is not that of the service");
        service.wrongKey = false;
        service.algorithm = "none";
        refused(comes(), "its signature is not that of the service");
        service.algorithm = "HS256";
        refused(comes(), "its signature is not that of the service");
        service.algorithm = "RS256";
        service.calledIn = Optional.of("https://login.example");
        try (var caller = Caller.nobody(stipple.port())) {
            refused(caller.get("/sign-in/elsewhere"), "it calls itself by another name");
        }
    }

    @Test
    void anAnswerCountsOnceAndInTheBrowserThatAsked() throws Exception {
        links(name);
        try (var caller = Caller.nobody(stipple.port());
                var thief = Caller.nobody(stipple.port())) {
            String back = service.signsIn(location(caller.get("/sign-in/elsewhere")));
            refused(thief.get(back), "This answer belongs to nothing that was asked here just now");
            assertThat(location(caller.get(back))).doesNotContain("sign-in");
            assertThat(caller.get(back).statusCode()).isEqualTo(422);
            thief.get("/sign-in/elsewhere");
            refused(thief.get(back), "This answer belongs to nothing that was asked here just now");
        }
    }

    @Test
    void anAnswerIsWaitedForTenMinutes() throws Exception {
        links(name);
        try (var caller = Caller.nobody(stipple.port())) {
            String back = service.signsIn(location(caller.get("/sign-in/elsewhere")));
            stipple.itIs("2026-11-20T09:10:00Z");
            refused(caller.get(back), "is too old");
        }
    }

    @Test
    void anotherServiceOrABrokenOffSignInGetsNobodyIn() throws Exception {
        links(name);
        try (var caller = Caller.nobody(stipple.port())) {
            String back = service.signsIn(location(caller.get("/sign-in/elsewhere")));
            refused(caller.get(back + "&iss=https%3A%2F%2Flogin.example"), "Another service answered");
            back = service.signsIn(location(caller.get("/sign-in/elsewhere")));
            refused(
                    caller.get(back.replaceFirst("code=[^&]+", "error=access_denied")),
                    "did not let you in, or you broke it off there");
            back = service.signsIn(location(caller.get("/sign-in/elsewhere")));
            refused(caller.get(back.replaceFirst("code=[^&]+", "code=guessed")), "it answered with status 400");
        }
    }

    @Test
    void aServiceThatIsDownLeavesThePassword() throws Exception {
        service.silent = true;
        try (var caller = Caller.nobody(stipple.port())) {
            refused(caller.get("/sign-in/elsewhere"), "it answered with status 503");
        }
        service.isHonestAbout("subject " + sam);
        service.cutsOff = true;
        try (var caller = Caller.nobody(stipple.port())) {
            refused(caller.get("/sign-in/elsewhere"), "does not answer");
        }
        Caller.signedIn(stipple.port(), name).close();
    }

    @Test
    void anAccountThatIsShutIsShutForItsLinkAtOnce() throws Exception {
        links(name);
        try (var caller = Caller.nobody(stipple.port())) {
            comes(caller);
            assertThat(caller.get("/people").statusCode()).isEqualTo(200);
            Acting.doing(
                    noor,
                    () -> stipple.the(AccountChanges.class)
                            .change(sam, 1, Set.of(Role.PRACTITIONER), Optional.empty(), false, "Left the clinic."));
            assertThat(caller.get("/people").statusCode()).isEqualTo(302);
        }
        refused(comes(), "Nobody here is linked");
    }

    @Test
    void oneSubjectOpensOneAccountWhicheverClinicItIsOf() throws Exception {
        links(name);
        Actor kim = stipple.clinic("Riverside", "kim-sso");
        var second = links("kim-sso");
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("is linked to an account here already, and to one only");
        Acting.doing(
                noor,
                () -> stipple.the(AccountChanges.class)
                        .change(sam, 1, Set.of(Role.PRACTITIONER), Optional.empty(), false, "Left the clinic."));
        assertThat(links("kim-sso").statusCode())
                .as("a shut account keeps its link")
                .isEqualTo(422);
        assertThat(kim.clinic()).isNotEqualTo(noor.clinic());
    }

    @Test
    void aLinkIsTakenAwayWithAReasonAndCanBeMadeAnew() throws Exception {
        links(name);
        try (var caller = Caller.signedIn(stipple.port(), name)) {
            var away = caller.post(
                    "/account/sign-on/removal",
                    Map.of("key", UUID.randomUUID().toString(), "reason", "Another account there now."),
                    true,
                    false);
            assertThat(away.statusCode()).isEqualTo(303);
        }
        refused(comes(), "Nobody here is linked");
        assertThat(trail())
                .contains("change: link of account " + sam + " to 127.0.0.1 taken away: Another account there now.");
        links(name);
        assertThat(location(comes())).doesNotContain("sign-in");
        try (var admin = Caller.signedIn(stipple.port(), "noor-sso")) {
            assertThat(admin.get("/accounts/" + sam).body()).contains(service.subject);
            var away = admin.post(
                    "/accounts/" + sam + "/sign-on/removal",
                    Map.of("key", UUID.randomUUID().toString(), "reason", "Moved to another service."),
                    true,
                    false);
            assertThat(away.statusCode()).isEqualTo(303);
        }
        refused(comes(), "Nobody here is linked");
    }

    @Test
    void nobodyLinksAtAScreenThatSomebodyLeftOpen() throws Exception {
        try (var caller = Caller.signedIn(stipple.port(), name)) {
            var asked = caller.post("/account/sign-on", Map.of("password", "not my password"), true, false);
            assertThat(asked.statusCode()).isEqualTo(422);
            assertThat(asked.body()).contains("The password is not yours. Nothing was linked.");
            assertThat(location(caller.get("/account/sign-on"))).isEqualTo("/account");
        }
    }

    /// What was asked to link one account neither signs in nor links another's.
    @Test
    void aQuestionForALinkAnswersNothingElse() throws Exception {
        links(name);
        service.subject = "another person";
        try (var caller = Caller.signedIn(stipple.port(), name)) {
            caller.post("/account/sign-on", Map.of("password", ClinicUnderTest.PASSWORD), true, false);
            String back = service.signsIn(location(caller.get("/account/sign-on")));
            caller.post("/sign-out", Map.of(), true, false);
            assertThat(caller.get(back).body()).contains("This answer belongs to nothing");
        }
    }

    @Test
    void theSecretItselfStandsInNoSettingThatCanBeLookedUp() {
        for (String setting : List.of("issuer", "client-id", "secret-file", "secret")) {
            assertThat(String.valueOf(stipple.the(Environment.class).getProperty("stipple.oidc." + setting)))
                    .doesNotContain("a secret: with");
        }
    }
}
