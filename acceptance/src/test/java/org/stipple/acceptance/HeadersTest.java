package org.stipple.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What the program says beside its pages, so that a browser keeps them to itself.
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadersTest {

    private final RunningStipple stipple;
    private final Client client;
    private final Map<String, HttpResponse<String>> pages = new LinkedHashMap<>();
    private final List<String> cookies = new java.util.ArrayList<>();

    HeadersTest() throws IOException {
        stipple = RunningStipple.serve(RunningStipple.freshData("headers"));
        client = new Client(stipple.address());
    }

    @BeforeAll
    void pagesOfEveryKindAreFetched() throws IOException {
        keep(
                "the set-up page",
                client.get(java.net.URI.create(stipple.setUpLink()).getPath()));
        keep("set up", client.setUp(stipple.setUpLink()));
        keep("the sign-in page", client.get("/sign-in"));
        keep("a wrong password", client.post("/sign-in", Map.of("username", "noor", "password", "wrong")));
        client.get("/sign-in");
        keep(
                "signing in",
                client.post("/sign-in", Map.of("username", TheClinic.USERNAME, "password", TheClinic.PASSWORD)));
        keep("a list", client.get("/people"));
        keep("a form", client.get("/people/new"));
        keep(
                "a refusal",
                client.post("/people", Map.of("key", java.util.UUID.randomUUID().toString())));
        keep("what is not there", client.get("/people/" + java.util.UUID.randomUUID()));
        keep("the room theme", client.post("/room-theme", Map.of()));
        keep("a forged form", client.postAsIs("/people", Map.of("givenName", "Eve")));
    }

    private void keep(String name, HttpResponse<String> answer) {
        pages.put(name, answer);
        cookies.addAll(answer.headers().allValues("Set-Cookie"));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void theAnswersAreThoseThatWereMeant() {
        var statuses = new LinkedHashMap<String, Integer>();
        pages.forEach((name, answer) -> statuses.put(name, answer.statusCode()));
        assertThat(statuses)
                .containsEntry("the set-up page", 200)
                .containsEntry("set up", 303)
                .containsEntry("a list", 200)
                .containsEntry("a refusal", 422)
                .containsEntry("what is not there", 404)
                .containsEntry("a forged form", 403);
    }

    /// Nothing from elsewhere, nothing inline, no frames, no plug-ins, and forms only to the program itself.
    @Test
    void everyPageComesWithAStrictContentSecurityPolicy() {
        assertThat(pages).allSatisfy((name, answer) -> {
            String policy = header(answer, "Content-Security-Policy");
            assertThat(policy.split("; *"))
                    .as(name)
                    .contains(
                            "default-src 'none'",
                            "script-src 'self'",
                            "style-src 'self'",
                            "form-action 'self'",
                            "base-uri 'none'",
                            "frame-ancestors 'none'");
            assertThat(policy)
                    .as(name)
                    .doesNotContain("unsafe")
                    .doesNotContain("*")
                    .doesNotContain("http");
        });
    }

    @Test
    void noPageIsKeptByABrowserOrAProxy() {
        assertThat(pages)
                .allSatisfy((name, answer) ->
                        assertThat(header(answer, "Cache-Control")).as(name).contains("no-store"));
    }

    @Test
    void noContentIsTakenForAnotherKind() {
        assertThat(pages)
                .allSatisfy((name, answer) -> assertThat(header(answer, "X-Content-Type-Options"))
                        .as(name)
                        .isEqualTo("nosniff"));
    }

    @Test
    void noScriptReadsACookieAndNoOtherSiteSendsIt() {
        var names = new TreeSet<String>();
        assertThat(cookies).isNotEmpty().allSatisfy(cookie -> {
            names.add(cookie.split("=")[0]);
            assertThat(cookie).containsIgnoringCase("HttpOnly").containsPattern("(?i)SameSite=(Lax|Strict)");
        });
        assertThat(names).contains("stipple", "room");
    }

    @Test
    void signingInGivesAnotherCookieThanBefore() {
        assertThat(header(Objects.requireNonNull(pages.get("signing in")), "Set-Cookie"))
                .startsWith("stipple=");
    }

    @AfterAll
    void stop() {
        client.close();
        stipple.close();
    }
}
