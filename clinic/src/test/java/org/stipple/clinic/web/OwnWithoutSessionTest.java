package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.aftercare.Diary;
import org.stipple.clinic.aftercare.DiaryEntry;
import org.stipple.clinic.asking.OwnIntakes;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Invitation;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.messages.Message;
import org.stipple.clinic.messages.MessageLinks;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.treatment.Begun;
import org.stipple.clinic.web.look.Reach;
import org.stipple.clinic.web.look.Telephone;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.Operator;

/// The secret of a link is the proof: a person's pages need no session, outlive a restart, and answer every
/// mishap in the person's language, with how to reach somebody, and without what they typed being lost.
class OwnWithoutSessionTest {

    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Begun begun;
    static String after;
    static String takenBack;
    static Map<String, String> links;

    /// Without cookies, and led nowhere.
    static final HttpClient PHONE = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(
                directory, "--server.port=0", "--stipple.messages.every=0s", "--stipple.concerns.every=0s");
        noor = stipple.clinic("Hillside", "noor-bare");
        begun = Acting.as(noor, () -> Begun.of(stipple, "BARE1"));
        Acting.doing(
                noor,
                () -> stipple.the(Messages.class)
                        .reach(new Reach.Stated(
                                Optional.of(new Telephone("030 123 4567")), Map.of(Tongue.SPANISH, "a toda hora"))));
        after = invited(Errand.AFTER, begun.session().id()).path();
        Invitation taken = invited(Errand.AFTER, begun.session().id());
        Acting.doing(noor, () -> stipple.the(Invitations.class).takeBack(begun.person(), taken.id()));
        takenBack = taken.path();
        links = Map.of(
                "/own/after/",
                after,
                "/own/consent/",
                invited(Errand.CONSENT, begun.person().value()).path(),
                "/own/intake/",
                Acting.as(
                                noor,
                                () -> stipple.the(OwnIntakes.class)
                                        .ask(begun.person(), "skinpen-precision", Operator.NURSE, Optional.empty()))
                        .path(),
                "/m/",
                message());
    }

    @AfterAll
    static void stop() {
        PHONE.close();
        stipple.close();
    }

    @BeforeEach
    void itIsTwoDaysLater() {
        stipple.itIs("2026-11-22T22:00:00Z");
    }

    private static Invitation invited(Errand errand, UUID about) throws Exception {
        return Acting.as(
                noor, () -> stipple.the(Invitations.class).invite(begun.person(), errand, about, Duration.ofDays(366)));
    }

    private static String message() {
        var found = new ArrayList<Message>();
        Acting.doing(
                noor,
                () -> stipple.the(TransactionTemplate.class).executeWithoutResult(_ -> {
                    stipple.the(Messages.class)
                            .write(begun.person(), Message.Cause.RECALL, UUID.randomUUID(), "Please call us.");
                    stipple.the(Patients.class).read(begun.person(), "test");
                    found.addAll(stipple.the(Messages.class).of(begun.person()));
                }));
        return MessageLinks.path(stipple, found.getFirst().id());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return PHONE.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder to(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stipple.port() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(to(path, headers).GET());
    }

    private static HttpResponse<String> post(String path, Map<String, String> form, String... headers)
            throws Exception {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(to(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static Map<String, String> hidden(String page) {
        Matcher field = HIDDEN.matcher(page);
        return field.results()
                .collect(Collectors.toMap(
                        one -> one.group(1), one -> one.group(2), (one, _) -> one, LinkedHashMap::new));
    }

    /// What the page of the diary sends when something is written into it.
    private static Map<String, String> written(String words) throws Exception {
        var fields = hidden(get(after).body());
        fields.put("question", "other");
        fields.put("answer", "words");
        fields.put("words", words);
        return fields;
    }

    private static List<DiaryEntry> entries() throws Exception {
        return Acting.as(
                noor,
                () -> stipple.the(Diary.class)
                        .of(begun.person(), begun.session().id()));
    }

    private static List<String> kept(String entry) throws Exception {
        return entries().stream()
                .filter(one -> one.id().toString().equals(entry))
                .flatMap(one -> one.given().stream())
                .map(DiaryEntry.Given::words)
                .toList();
    }

    private static String the(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name));
    }

    /// Every address of a patient that takes this method, with the links of this clinic in it.
    private static TreeSet<String> routes(RequestMethod method) {
        var routes = new TreeSet<String>();
        stipple.the(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, _) -> {
            if (mapping.getMethodsCondition().getMethods().contains(method)) {
                mapping.getPatternValues().stream()
                        .filter(path -> OwnPages.isOwn(path.replace("{", "").replace("}", "")))
                        .map(OwnWithoutSessionTest::filled)
                        .forEach(routes::add);
            }
        });
        return routes;
    }

    private static String filled(String pattern) {
        String path = pattern;
        for (var link : links.entrySet()) {
            path = path.replace(link.getKey() + "{token}", link.getValue());
        }
        return path.replace("{token}", "0".repeat(43))
                .replace("{sheet}", "wanted")
                .replace("{purpose}", "teaching")
                .replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
    }

    private static void isThePersonsOwn(String what, HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Location").orElse("")).as(what).doesNotContain("sign-in");
        assertThat(answer.headers().allValues("Set-Cookie")).as(what).noneMatch(one -> !one.startsWith("tongue="));
        if (answer.statusCode() != 303) {
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(what)
                    .startsWith("text/html");
            assertThat(answer.body()).as(what).contains("class=\"own\"").doesNotContain("sign-in", "/today");
        }
    }

    @Test
    void everythingThatIsSentThereIsTakenWithoutASession() throws Exception {
        var routes = routes(RequestMethod.POST);
        assertThat(routes).hasSizeGreaterThanOrEqualTo(7).contains("/check", after + "/answer");
        for (String route : routes) {
            var answer = post(route, Map.of("key", UUID.randomUUID().toString()));
            isThePersonsOwn(route, answer);
            assertThat(answer.statusCode()).as(route).isNotIn(302, 401, 403);
        }
    }

    @Test
    void noPageThereBeginsASession() throws Exception {
        var routes = routes(RequestMethod.GET);
        assertThat(routes).hasSizeGreaterThanOrEqualTo(8).contains("/check", after);
        for (String route : routes) {
            assertThat(get(route).headers().allValues("Set-Cookie")).as(route).isEmpty();
        }
        assertThat(get(after + "?lang=es").headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("tongue=es;");
    }

    @Test
    void whatWasTypedBeforeTheServerStartedAnewIsKeptOnce() throws Exception {
        var fields = written("It burns since noon.");
        stipple.restart();
        stipple.itIs("2026-11-23T09:00:00Z");
        for (int tap = 0; tap < 3; tap++) {
            assertThat(post(after + "/answer", fields).statusCode()).isEqualTo(303);
        }
        assertThat(kept(the(fields, "entry"))).containsExactly("It burns since noon.");
    }

    @Test
    void whatThePageOfSomebodyElseSendsIsRefused() throws Exception {
        var fields = written("Not by this person.");
        for (List<String> foreign : List.of(
                List.of("Origin", "https://elsewhere.example"),
                List.of("Origin", "http://127.0.0.1:1"),
                List.of("Sec-Fetch-Site", "cross-site"),
                List.of("Sec-Fetch-Site", "same-site", "Origin", "null"))) {
            var answer = post(
                    after + "/answer",
                    fields,
                    Stream.concat(foreign.stream(), Stream.of("Accept-Language", "es"))
                            .toArray(String[]::new));
            assertThat(answer.statusCode()).as(foreign.toString()).isEqualTo(403);
            isThePersonsOwn(foreign.toString(), answer);
            assertThat(answer.body())
                    .contains("Esto no vino de nuestra página", "tel:0301234567")
                    .doesNotContain("Not by this person");
        }
        assertThat(kept(the(fields, "entry"))).isEmpty();
    }

    /// Our pages send no referrer, so that a browser says `null` of them.
    @Test
    void whatOurOwnPagesSendIsTakenWhateverTheBrowserSaysOfThem() throws Exception {
        for (String[] own : List.of(
                new String[] {"Origin", "null"},
                new String[] {"Origin", "http://127.0.0.1:" + stipple.port()},
                new String[] {"Origin", "https://before.the.proxy", "Sec-Fetch-Site", "same-origin"})) {
            assertThat(post(after + "/answer", written("Said by myself."), own).statusCode())
                    .as(List.of(own).toString())
                    .isEqualTo(303);
        }
    }

    @Test
    void anAddressThatEndsInASlashLeadsToTheOneWithout() throws Exception {
        assertThat(get(after + "/?lang=es").headers().firstValue("Location")).hasValue(after + "?lang=es");
        assertThat(get(after + "/answer").headers().firstValue("Location")).hasValue(after);
    }

    /// An answer to what went wrong.
    private record Mishap(String what, boolean known, HttpResponse<String> answer) {}

    private static List<Mishap> mishaps(String... language) throws Exception {
        String[] bytesOf = Stream.concat(Stream.of("Content-Type", "application/octet-stream"), Stream.of(language))
                .toArray(String[]::new);
        String[] torn = Stream.concat(Stream.of("Content-Type", "multipart/form-data"), Stream.of(language))
                .toArray(String[]::new);
        var bytes = HttpRequest.BodyPublishers.ofByteArray(new byte[] {0, 1, 2, (byte) 0xff});
        var used = written("First.");
        post(after + "/answer", used);
        used.put("words", "Second.");
        String nobody = "/own/after/" + "0".repeat(43);
        return List.of(
                new Mishap("unknown link", false, get(nobody, language)),
                new Mishap("unknown link, sent", false, post(nobody + "/answer", written("Lost?"), language)),
                new Mishap("unknown errand", false, get("/own/nothing", language)),
                new Mishap("unknown message", false, get("/m/" + "0".repeat(43), language)),
                new Mishap("unknown page of the check", false, get("/check/nothing", language)),
                new Mishap("taken back", true, get(takenBack, language)),
                new Mishap("taken back, sent", true, post(takenBack + "/answer", written("Lost?"), language)),
                new Mishap("another errand", true, get(after.replace("/after/", "/consent/"), language)),
                new Mishap("unknown entry", true, get(after + "/entry/" + UUID.randomUUID(), language)),
                new Mishap("no entry", true, get(after + "/entry/nothing", language)),
                new Mishap("unknown page", true, get(after + "/nothing/at/all", language)),
                new Mishap("a NUL", true, post(after + "/answer", written("be\0fore"), language)),
                new Mishap("too long", true, post(after + "/answer", written("a".repeat(2_001)), language)),
                new Mishap("much too long", true, post(after + "/answer", written("a".repeat(20_001)), language)),
                new Mishap("sent before", true, post(after + "/answer", used, language)),
                new Mishap("no key", true, post(after + "/answer", Map.of(), language)),
                new Mishap("bytes", true, send(to(after + "/answer", bytesOf).POST(bytes))),
                new Mishap("a torn form", true, send(to(after + "/answer", torn).POST(bytes))),
                new Mishap("a method", true, send(to(after, language).DELETE())),
                new Mishap("sent to a page", true, post(after, Map.of(), language)),
                new Mishap("refused by the server", true, get(after + ";a=b", language)));
    }

    private static void saysWhatAPersonNeeds(Tongue tongue, Mishap mishap) {
        var words = Words.in(tongue);
        String what =
                mishap.what() + ", " + tongue.own() + ", " + mishap.answer().statusCode();
        isThePersonsOwn(what, mishap.answer());
        String body = mishap.answer().body();
        assertThat(mishap.answer().statusCode()).as(what).isGreaterThanOrEqualTo(400);
        assertThat(body)
                .as(what)
                .contains("<html lang=\"" + tongue.lang() + "\"", words.of("frame.emergency"))
                .doesNotContain(secret(after), secret(takenBack), "0".repeat(43), "org.stipple", "Exception");
        assertThat(body.contains("tel:0301234567") && body.contains("Hillside"))
                .as(what)
                .isEqualTo(mishap.known());
    }

    private static String secret(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    @Test
    void whateverGoesWrongIsSaidInTheirLanguageWithHowToReachSomebody() throws Exception {
        for (var mishap : mishaps("Accept-Language", "es-MX,es;q=0.9")) {
            saysWhatAPersonNeeds(Tongue.SPANISH, mishap);
        }
        for (var mishap : mishaps("Accept-Language", "de", "Cookie", "tongue=en")) {
            saysWhatAPersonNeeds(Tongue.ENGLISH, mishap);
        }
    }

    @Test
    void alsoWhereTheProgramFailsAndWhatWasTypedStandsThere() throws Exception {
        var fields = written("Still hot in the evening.");
        asOwner("alter table stipple.diary_answer rename to diary_answer_gone");
        HttpResponse<String> failed;
        try {
            failed = post(after + "/answer", fields, "Accept-Language", "es");
        } finally {
            asOwner("alter table stipple.diary_answer_gone rename to diary_answer");
        }
        assertThat(failed.statusCode()).isEqualTo(500);
        saysWhatAPersonNeeds(Tongue.SPANISH, new Mishap("the program fails", true, failed));
        assertThat(post(
                                after + "/answer",
                                FormOnPage.of(failed.body(), "stack-tight").sent().entrySet().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey,
                                                field -> field.getValue().getFirst())))
                        .statusCode())
                .as("the page of the failure sends it once more")
                .isEqualTo(303);
        assertThat(kept(the(fields, "entry"))).containsExactly("Still hot in the evening.");
    }

    private static void asOwner(String statement) throws SQLException {
        try (var owner = stipple.owner().getConnection();
                var made = owner.createStatement()) {
            made.execute(statement);
        }
    }

    @Test
    void aQueryThatNobodyCanReadIsAnsweredTooInTheirLanguage() throws Exception {
        try (var socket = new Socket("127.0.0.1", stipple.port())) {
            socket.getOutputStream()
                    .write(("GET " + after + "?lang=%zz HTTP/1.1\r\nHost: 127.0.0.1:" + stipple.port()
                                    + "\r\nAccept-Language: es\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("lang=\"es\"", "tel:0301234567")
                    .doesNotContain(secret(after));
        }
    }

    @Test
    void sixtyLinesThatFitOnThePageFitInTheRecord() throws Exception {
        String lines = IntStream.range(0, 60).mapToObj(line -> "a".repeat(32)).collect(Collectors.joining("\r\n"));
        assertThat(lines.replace("\r\n", "\n")).hasSize(1_979);
        assertThat(lines).hasSizeGreaterThan(2_000);
        var fields = written(lines);
        assertThat(post(after + "/answer", fields).statusCode()).isEqualTo(303);
        assertThat(kept(the(fields, "entry"))).containsExactly(lines.replace("\r\n", "\n"));
    }

    @Test
    void whatIsTooLongStandsOnThePageAndIsSentOnceItIsShorter() throws Exception {
        var fields = written("b".repeat(2_345));
        var refused = post(after + "/answer", fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("2,345 characters", "2,000", "b".repeat(2_345))
                .containsOnlyOnce("<textarea");
        var shorter = hidden(refused.body());
        shorter.put("words", "b".repeat(1_999));
        assertThat(post(after + "/answer", shorter).statusCode()).isEqualTo(303);
        assertThat(kept(the(fields, "entry"))).containsExactly("b".repeat(1_999));
    }

    @Test
    void whatWasSentFirstStandsAndTheSecondCanBeCopied() throws Exception {
        var fields = written("The first.");
        post(after + "/answer", fields);
        fields.put("words", "The second.");
        var second = post(after + "/answer", fields);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("readonly>The second.<").doesNotContain("<form");
        assertThat(kept(the(fields, "entry"))).containsExactly("The first.");
    }

    /// What a person writes comes back when it is not kept: each such field is known by its name.
    @Test
    void everyFieldForWordsIsKnown() throws IOException {
        var unknown = new ArrayList<String>();
        int seen = 0;
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(template);
                var areas = Pattern.compile("<textarea[^>]*\\sname=\"([a-z]+)\"")
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .toList();
                if (text.contains("@param OwnFrame own") && !areas.isEmpty()) {
                    seen += areas.size();
                    areas.stream()
                            .filter(name -> !OwnPages.TYPED.containsKey(name))
                            .forEach(unknown::add);
                }
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(2);
        assertThat(unknown).isEmpty();
    }

    @Test
    void theWayBackNamesNoSecret() {
        String link = "/own/after/SECRET";
        assertThat(OwnPages.way(link + "/answer", link)).isEqualTo("./");
        assertThat(OwnPages.way(link + "/entry/7", link)).isEqualTo("../");
        assertThat(OwnPages.way(link + "/entry/7/photo", link)).isEqualTo("../../");
        assertThat(OwnPages.way(link + "/answer", link + "/entry/7")).isEqualTo("./entry/7");
        assertThat(OwnPages.way(link, link)).isEqualTo("?");
        assertThat(OwnPages.way("/check", "/check")).isEqualTo("?");
        assertThat(OwnPages.way(link + "/entry/7/photo", link + "/entry/7")).isEqualTo("./");
    }
}
