package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;

/// The self-check as anybody uses it: without an account, without scripts, and without a trace.
class SelfCheckPageTest {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        stipple.clinic("Hillside", "noor-check");
        stipple.itIs("2026-11-20T09:00:00Z");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static Map<String, List<String>> wish() {
        var wish = new HashMap<String, List<String>>();
        wish.put("indication", List.of("texture"));
        wish.put("zone", List.of("cheek-left", "cheek-right"));
        wish.put("fitzpatrick", List.of("2"));
        wish.put("sex", List.of("female"));
        wish.put("heat", List.of("no"));
        wish.put("needles", List.of("0.25"));
        wish.put("age", List.of("34"));
        return wish;
    }

    /// What the first form of a page carries along, with something answered.
    private static Map<String, List<String>> carried(HttpResponse<String> page, Map<String, String> answered) {
        String form =
                page.body().substring(page.body().indexOf("<form"), page.body().indexOf("</form>"));
        var fields = new TreeMap<String, List<String>>();
        HIDDEN.matcher(form)
                .results()
                .forEach(found -> fields.computeIfAbsent(found.group(1), _ -> new ArrayList<>())
                        .add(found.group(2)));
        answered.forEach((name, value) -> fields.put(name, List.of(value)));
        return fields;
    }

    private static String rows() throws Exception {
        try (Connection owner = stipple.owner().getConnection();
                var statement = owner.createStatement();
                var found = statement.executeQuery(
                        "select string_agg(relname || n_tup_ins, ' ' order by relname)"
                                + " from pg_stat_user_tables where relname in ('patient', 'intake', 'screening', 'request_key')")) {
            found.next();
            return found.getString(1);
        }
    }

    private static long entries() throws Exception {
        try (Connection owner = stipple.owner().getConnection();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table stipple.audit_entry no force row level security");
            try (var found = statement.executeQuery("select count(*) from stipple.audit_entry")) {
                found.next();
                return found.getLong(1);
            } finally {
                owner.rollback();
            }
        }
    }

    @Test
    void pageAfterPageComesToAResultAndNothingIsWrittenDown() throws Exception {
        String before = rows();
        long entries = entries();
        try (var anybody = Caller.nobody(stipple.port())) {
            assertThat(anybody.get("/check").body())
                    .contains("Is microneedling right for me?", "We keep nothing", "data-keeps=\"nothing\"", ">Go on<")
                    .doesNotContain("Save");
            var page = anybody.send("/check", wish());
            int pages = 0;
            while (page.body().contains("name=\"sheet\"")) {
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).contains("data-keeps=\"nothing\"").doesNotContain("Save");
                assertThat(++pages).isLessThan(20);
                page = anybody.send("/check", carried(page, Map.of("all", "plain")));
            }
            assertThat(pages).isBetween(5, 12);
            assertThat(page.body())
                    .contains("What is known for you", "At a clinic", "At home", "What is disputed", "Whom to see")
                    .contains("This is no yes")
                    .contains("Needling at home at all?", "followed here", "the other view")
                    .contains("Caution: it may be done, with care", "Caution: only for the surface, and with care")
                    .doesNotContain("Go: ", "v-go");
        }
        assertThat(entries()).isEqualTo(entries);
        assertThat(rows()).isEqualTo(before);
    }

    /// Behind a proxy that is trusted the address is the one that it forwards.
    @Test
    void whoAsksWithoutEndClosesThePageForNobodyElse(@TempDir Path other) throws Exception {
        try (var busy = ClinicUnderTest.serving(
                        other, "--server.port=0", "--server.forward-headers-strategy=framework");
                var http = HttpClient.newHttpClient()) {
            var answers = new ArrayList<Integer>();
            for (int i = 0; i < 121; i++) {
                answers.add(asked(http, busy, "192.0.2.1"));
            }
            assertThat(answers).endsWith(429).containsOnlyOnce(429);
            assertThat(asked(http, busy, "192.0.2.2")).isEqualTo(422);
        }
    }

    private static int asked(HttpClient http, ClinicUnderTest busy, String from) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + busy.port() + "/check"))
                                .header("X-Forwarded-For", from)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void pregnancyEndsTheAskingAndIsNamedInBothPlaces() throws Exception {
        try (var anybody = Caller.nobody(stipple.port())) {
            var page = anybody.send("/check", wish());
            assertThat(page.body()).contains("Are you pregnant, or could you be?");
            var opened = anybody.send("/check", carried(page, Map.of("all", "open")));
            assertThat(opened.body()).contains("name=\"fact:pregnant\" value=\"unknown\"");
            var half = anybody.send("/check", carried(opened, Map.of("fact:pregnant", "true")));
            assertThat(half.statusCode()).isEqualTo(422);
            var result = anybody.send(
                    "/check", carried(opened, Map.of("fact:pregnant", "true", "fact:breastfeeding", "false")));
            assertThat(result.body())
                    .contains("No: not like this", "We do not needle during pregnancy", "Nobody sets this aside");
        }
    }

    @Test
    void radioFrequencyIsRefusedByName() throws Exception {
        try (var anybody = Caller.nobody(stipple.port())) {
            var wish = wish();
            wish.put("heat", List.of("yes"));
            assertThat(anybody.send("/check", wish).body())
                    .contains("Needling with radio frequency (RF) heats the skin", "No: not like this");
        }
    }

    @Test
    void iDoNotKnowIsShownAsNotKnownAndIsNoNo() throws Exception {
        try (var anybody = Caller.nobody(stipple.port())) {
            var wish = wish();
            wish.put("heat", List.of("unknown"));
            wish.put("go", List.of("result"));
            assertThat(anybody.send("/check", wish).body())
                    .contains(
                            "Ask: something is not known yet",
                            "Are you pregnant, or could you be?",
                            "Ask if the device also heats");
        }
    }

    @Test
    void aBlankPageSaysWhatIsMissingAndLosesNothing() throws Exception {
        try (var anybody = Caller.nobody(stipple.port())) {
            var wish = wish();
            wish.remove("zone");
            wish.remove("heat");
            var refused = anybody.send("/check", wish);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("Choose where. One place is enough.", "Would the device also heat your skin?")
                    .contains("value=\"texture\" checked");
        }
    }

    @Test
    void whatWasAnsweredOnAnEarlierPageIsNotOverwrittenByATapOnALaterOne() throws Exception {
        try (var anybody = Caller.nobody(stipple.port())) {
            var wish = wish();
            wish.put("fact:keloid-history", List.of("true"));
            wish.put("sheet", List.of("history"));
            wish.put("asked", List.of("pih-history", "herpes.history"));
            wish.put("all", List.of("plain"));
            assertThat(anybody.send("/check", wish).body())
                    .contains(
                            "name=\"fact:keloid-history\" value=\"true\"", "name=\"fact:pih-history\" value=\"false\"");
        }
    }

    @Test
    void oneCanGoBackAndChangeTheWish() throws Exception {
        try (var anybody = Caller.nobody(stipple.port())) {
            var first = anybody.send("/check", wish());
            var second = anybody.send("/check", carried(first, Map.of("all", "plain")));
            var back = anybody.send("/check", carried(second, Map.of("go", "back")));
            assertThat(back.body()).contains("Are you pregnant, or could you be?");
            assertThat(anybody.send("/check", carried(back, Map.of("go", "back")))
                            .body())
                    .contains("Is microneedling right for me?", "value=\"cheek-left\" checked");
            assertThat(anybody.send("/check", carried(back, Map.of("go", "first")))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void itSpeaksSpanishFromTheFirstPageToTheLast() throws Exception {
        try (var anybody = Caller.nobody(stipple.port())) {
            assertThat(anybody.get("/check?lang=es").body()).contains("lang=\"es\"");
            var wish = wish();
            wish.put("heat", List.of("yes"));
            assertThat(anybody.send("/check", wish).body())
                    .contains("radiofrecuencia (RF)", "lo que seguimos", "rodillo casero")
                    .doesNotContain("clinician", "needling at home");
        }
    }

    @Test
    void aStrangeFormIsAnsweredAndBreaksNothing() throws Exception {
        try (var anybody = Caller.nobody(stipple.port())) {
            var wish = wish();
            wish.put("fact:peel.last", List.of("date"));
            wish.put("day:peel.last", List.of("9999-99-99"));
            wish.put("zone", List.of("cheek-left", "cheek-left", "moon"));
            wish.put("step", List.of("moon", "sun"));
            wish.put("sheet", List.of("<b>"));
            wish.put("asked", List.of("age", URLEncoder.encode("§", StandardCharsets.UTF_8)));
            var answer = anybody.send("/check", wish);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("name=\"sheet\"");
        }
    }
}
