package org.stipple.clinic.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Invitation;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.invitation.KeptNowhere;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.Begun;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.look.Reach;
import org.stipple.clinic.web.look.Telephone;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.RedFlag;

/// A person's own page after a session, on the phone, without an account and without scripts.
class OwnPageTest {

    private static final Pattern FIELD = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Begun begun;
    static String path;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(
                directory, "--server.port=0", "--stipple.messages.every=0s", "--stipple.concerns.every=0s");
        noor = stipple.clinic("Hillside", "noor-own");
        begun = Acting.as(noor, () -> Begun.of(stipple, "OWN1"));
        Acting.doing(
                noor,
                () -> stipple.the(Messages.class)
                        .reach(new Reach.Stated(
                                Optional.of(new Telephone("030 123 4567")), Map.of(Tongue.ENGLISH, "at any hour"))));
        path = Acting.as(
                        noor,
                        () -> stipple.the(Invitations.class)
                                .invite(
                                        begun.person(),
                                        Errand.AFTER,
                                        begun.session().id(),
                                        Duration.ofDays(366)))
                .path();
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    @BeforeEach
    void itIsTwoDaysLater() {
        stipple.itIs("2026-11-22T22:00:00Z");
    }

    /// A phone: it keeps cookies and follows where it is led.
    private static final class Phone implements AutoCloseable {

        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        private final String language;
        private HttpResponse<String> shown;

        Phone(String language) throws IOException, InterruptedException {
            this.language = language;
            shown = get(path);
        }

        private HttpRequest.Builder to(String where) {
            return HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + stipple.port()).resolve(where))
                    .header("Accept-Language", language);
        }

        HttpResponse<String> get(String where) throws IOException, InterruptedException {
            shown = http.send(to(where).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return shown;
        }

        String page() {
            return shown.body();
        }

        Map<String, String> hidden() {
            Matcher field = FIELD.matcher(page());
            return field.results().collect(Collectors.toMap(one -> one.group(1), one -> one.group(2), (one, _) -> one));
        }

        HttpResponse<String> tap(String answer) throws IOException, InterruptedException {
            return tap(hidden(), answer, "");
        }

        HttpResponse<String> tap(Map<String, String> hidden, String answer, String words)
                throws IOException, InterruptedException {
            return tap(path, hidden, answer, words);
        }

        HttpResponse<String> tap(String link, Map<String, String> hidden, String answer, String words)
                throws IOException, InterruptedException {
            var fields = new java.util.LinkedHashMap<>(hidden);
            fields.put("answer", answer);
            fields.put("words", words);
            String body = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            shown = http.send(
                    to(link + "/answer")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return shown;
        }

        @Override
        public void close() {
            http.close();
        }
    }

    private static int open() throws Exception {
        return Acting.as(noor, () -> stipple.the(Concerns.class).countOpen());
    }

    private static List<DiaryEntry> entries() throws Exception {
        return Acting.as(
                noor,
                () -> stipple.the(Diary.class)
                        .of(begun.person(), begun.session().id()));
    }

    @Test
    void whereOneIsWhatToDoAndHowToReachAPersonStandOnThePage() throws Exception {
        try (var phone = new Phone("en")) {
            assertThat(phone.page())
                    .contains("Day 2 after your session", "20 November 2026")
                    .contains("Dry, and flaking a little.", "Red and swollen as after a sunburn.")
                    .contains("A gentle moisturiser", "Call the emergency number at once")
                    .contains("href=\"tel:0301234567\"", "030 123 4567.", "at any hour")
                    .contains("It does not say whether you are well");
        }
    }

    @Test
    void sixTapsAreSixAnswersAndNothingReassures() throws Exception {
        int before = open();
        try (var phone = new Phone("en")) {
            for (String answer : List.of("little", "less", "none", "no", "no", "nothing")) {
                assertThat(phone.tap(answer).statusCode()).isEqualTo(200);
            }
            assertThat(phone.page())
                    .contains("We have kept what you wrote.", "It does not tell you that all is well")
                    .doesNotContainIgnoringCase("normal")
                    .doesNotContainIgnoringCase("do not worry");
        }
        assertThat(entries()).anySatisfy(entry -> assertThat(entry.standing()).hasSize(6));
        assertThat(open()).isEqualTo(before);
    }

    @Test
    void aFormThatComesBackWithAnotherAnswerSaysThatTheFirstStands() throws Exception {
        try (var phone = new Phone("en")) {
            var form = phone.hidden();
            assertThat(phone.tap(form, "little", "").statusCode()).isEqualTo(200);
            assertThat(phone.tap(form, "none", "").statusCode()).isEqualTo(409);
            assertThat(phone.page()).contains("What was kept first stands").doesNotContain("Nothing was kept");
        }
    }

    @Test
    void whoeverStopsAfterAFeverWasHeard() throws Exception {
        int before = open();
        try (var phone = new Phone("en")) {
            for (String answer : List.of("none", "none", "none", "no")) {
                phone.tap(answer);
            }
            assertThat(phone.tap("yes").body())
                    .contains("Call us now", "We have told the people of the clinic", "22 November 2026, 23:00")
                    .contains("There are more questions");
        }
        assertThat(open()).isEqualTo(before + 1);
    }

    @Test
    void aFaceThatSwellsSaysTheEmergencyNumberAndNothingElseFirst() throws Exception {
        try (var phone = new Phone("en")) {
            phone.tap("none");
            phone.tap("none");
            assertThat(phone.tap("face").body()).contains("Call the emergency number now", "Do not wait for us");
        }
    }

    @Test
    void inSpanishEverythingIsSpanish() throws Exception {
        try (var phone = new Phone("es-MX,es;q=0.9")) {
            assertThat(phone.page())
                    .contains("lang=\"es\"", "Día 2 después de su sesión", "20 de noviembre de 2026", "¿Le duele?")
                    .contains("Piel seca que se pela un poco", "Una crema hidratante suave")
                    .doesNotContain("Call the", "moisturiser", "your session");
            for (String answer : List.of("none", "none", "none", "pus")) {
                phone.tap(answer);
            }
            assertThat(phone.page()).contains("Llámenos ahora").doesNotContain("Call us");
        }
    }

    @Test
    void whatToDoCanBeKeptOnPaperAndInACalendar() throws Exception {
        try (var phone = new Phone("es")) {
            var pdf = phone.get(path + "/sheet.pdf");
            assertThat(pdf.statusCode()).isEqualTo(200);
            assertThat(pdf.body()).startsWith("%PDF");
            String calendar = phone.get(path + "/steps.ics").body().replace("\r\n ", "");
            assertThat(calendar)
                    .contains("BEGIN:VCALENDAR", "SUMMARY:Hillside", "Una crema hidratante suave", "DTSTART:20261121T")
                    .doesNotContain("SUMMARY:Microneedling");
            assertThat(phone.get(path.replace("/own/after/", "/own/after/x") + "/sheet.pdf")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aLanguageThatWasChosenStays() throws Exception {
        try (var phone = new Phone("en")) {
            assertThat(phone.get(path + "?lang=es").body()).contains("¿Cómo está?");
            assertThat(phone.get(path).body()).contains("¿Cómo está?");
        }
    }

    @Test
    void fiftyCopiesOfATapAreOneAnswer() throws Exception {
        try (var phone = new Phone("en")) {
            var hidden = phone.hidden();
            try (var fingers = Executors.newFixedThreadPool(10)) {
                for (int i = 0; i < 50; i++) {
                    fingers.submit(() -> phone.tap(hidden, "much", ""));
                }
            }
            assertThat(entries().stream().filter(entry -> entry.id().toString().equals(hidden.get("entry"))))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.given()).hasSize(1));
        }
    }

    @Test
    void whatSomebodyWritesIsReadBySomebodyAlsoWhereTheyTappedAnotherButton() throws Exception {
        int before = open();
        try (var phone = new Phone("en")) {
            for (String answer : List.of("none", "none", "none", "no", "no")) {
                phone.tap(answer);
            }
            phone.tap(phone.hidden(), "nothing", "My cheek feels odd <b>today</b>.");
            assertThat(phone.page()).contains("My cheek feels odd &lt;b&gt;today&lt;/b&gt;.", "Call us now");
        }
        assertThat(open()).isEqualTo(before + 1);
    }

    /// Every sign: whoever types first and then taps what they have is heard with both.
    @Test
    void aSignThatIsTappedBesideWordsIsRaisedAndTheWordsAreKept() throws Exception {
        for (RedFlag flag : Knowledge.builtIn().redFlags()) {
            try (var phone = new Phone("en")) {
                for (String answer : List.of("none", "none", "none", "no", "no")) {
                    phone.tap(answer);
                }
                var hidden = phone.hidden();
                phone.tap(hidden, "sign:" + flag.id(), "It began\r\nthis morning.");
                assertThat(raised(Objects.requireNonNull(hidden.get("entry"))))
                        .as(flag.id())
                        .containsExactlyInAnyOrder(flag.id(), Sign.OWN_WORDS);
                assertThat(phone.page())
                        .contains(flag.patientWords().replace("'", "&#39;"))
                        .contains("It began\nthis morning.");
                if (flag.call() == RedFlag.Call.EMERGENCY) {
                    assertThat(phone.page()).contains("Call the emergency number now");
                }
            }
        }
    }

    private static List<String> raised(String entry) throws Exception {
        return Acting.as(noor, () -> stipple.the(Concerns.class).of(begun.person())).stream()
                .filter(concern -> concern.entry().toString().equals(entry))
                .map(concern -> concern.sign().id())
                .toList();
    }

    @Test
    void anEmergencyIsCalledForUnderTheNumberThatTheClinicStatesAndUnderNoOther() throws Exception {
        try (var phone = new Phone("en")) {
            phone.tap("none");
            phone.tap("none");
            String entry = phone.hidden().get("entry");
            assertThat(phone.tap("face").body())
                    .contains("Call the emergency number of your country")
                    .doesNotContain("href=\"tel:");
            Acting.doing(
                    noor,
                    () -> stipple.the(Messages.class)
                            .reach(new Reach.Stated(Optional.of(new Telephone("030 123 4567")), Map.of()), "11 2"));
            String page = phone.get(path + "/entry/" + entry).body();
            assertThat(page)
                    .contains("href=\"tel:112\"", "030 123 4567")
                    .doesNotContain("of your country", "href=\"tel:0301234567\"");
            assertThat(phone.get(path).body()).contains("href=\"tel:112\"", "href=\"tel:0301234567\"");
        } finally {
            Acting.doing(
                    noor,
                    () -> stipple.the(Messages.class)
                            .reach(new Reach.Stated(Optional.of(new Telephone("030 123 4567")), Map.of()), ""));
        }
    }

    @Test
    void whereSomebodyHasAnsweredItIsNotSaidThatNobodyLooked() throws Exception {
        try (var phone = new Phone("en")) {
            String entry = phone.hidden().get("entry");
            for (String answer : List.of("none", "none", "none", "no", "yes", "nothing")) {
                phone.tap(answer);
            }
            assertThat(phone.page()).contains("We have told the people of the clinic");
            Acting.doing(
                    noor,
                    () -> stipple.the(Concerns.class).of(begun.person()).stream()
                            .filter(one -> one.closed().isEmpty())
                            .forEach(one -> stipple.the(Concerns.class)
                                    .close(
                                            begun.person(),
                                            one.id(),
                                            one.told(),
                                            Concern.Outcome.SPOKE,
                                            "Spoke with her.")));
            assertThat(phone.get(path + "/entry/" + entry).body())
                    .contains("Somebody has answered this", "It does not tell you that all is well")
                    .doesNotContain("nobody has looked", "Nobody has looked", "Spoke with her");
        }
    }

    private static String sheet(String from) throws Exception {
        try (var http = HttpClient.newHttpClient();
                var file = Loader.loadPDF(http.send(
                                HttpRequest.newBuilder(
                                                URI.create("http://127.0.0.1:" + stipple.port() + from + "/sheet.pdf"))
                                        .header("Accept-Language", "es")
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray())
                        .body())) {
            return new PDFTextStripper().getText(file).replaceAll("\\s+", " ");
        }
    }

    @Test
    void onPaperWhatIsUsualStandsApartFromTheSignsAndSaysWhatToDoWhenItIsMore() throws Exception {
        String early = sheet(path);
        assertThat(early).contains("Qué hacer ahora");
        assertThat(early.indexOf("Lo que es habitual")).isGreaterThan(early.indexOf("Signos que no son habituales"));
        assertThat(early.substring(early.indexOf("Lo que es habitual")))
                .contains("todo lo que es de esperar pasa en siete días", "Si es más que esto, si dura más");
        assertThat(early.substring(0, early.indexOf("Lo que es habitual")))
                .doesNotContain("siete días", "habitual.", "es normal");
    }

    @Test
    void onPaperEveryEmergencyStandsAtAnyTimeAndNoHeadingOverNothing() throws Exception {
        stipple.itIs("2026-12-31T22:00:00Z");
        assertThat(sheet(path))
                .contains("No puede respirar bien", "Se le duermen los labios", "Algo va mal en su vista")
                .contains("El enrojecimiento se extiende")
                .doesNotContain("Qué hacer ahora", "Qué hacer más tarde");
        try (var phone = new Phone("en")) {
            assertThat(phone.page())
                    .contains("sheet.pdf", "You cannot breathe well")
                    .doesNotContain("What to do now");
        }
    }

    /// A link of the first session on the day of the second: what is expected, and what is a sign, counts from
    /// the second.
    @Test
    void anOldLinkIsAboutTheNewestSession() throws Exception {
        stipple.itIs("2026-11-20T09:00:00Z");
        Begun first = Acting.as(noor, () -> Begun.of(stipple, "OWN2"));
        String old = Acting.as(
                        noor,
                        () -> stipple.the(Invitations.class)
                                .invite(
                                        first.person(),
                                        Errand.AFTER,
                                        first.session().id(),
                                        Duration.ofDays(366)))
                .path();
        String before = UUID.randomUUID().toString();
        Acting.doing(
                noor,
                () -> stipple.the(Diary.class)
                        .answer(
                                first.person(),
                                first.session().id(),
                                UUID.fromString(before),
                                DiaryQuestion.PAIN,
                                "none",
                                ""));
        UUID second = Acting.as(noor, () -> {
            var sessions = stipple.the(Sessions.class);
            for (var zone : first.plan().course().planned()) {
                sessions.chart(first.person(), first.session().id(), zone.id(), Someone.asPlanned(zone));
            }
            assertThat(sessions.close(first.person(), first.session().id(), "", ClinicUnderTest.PASSWORD))
                    .isEmpty();
            stipple.itIs("2026-12-28T09:00:00Z");
            stipple.the(Intakes.class).confirm(first.person(), 1);
            stipple.the(Screenings.class).screen(first.person());
            var courses = stipple.the(Courses.class);
            var plan = courses.draft(UUID.randomUUID(), first.person()).plan();
            courses.sign(first.person(), plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
            Someone.agrees(stipple, first.person(), Purpose.TREATMENT, plan);
            UUID unit = stipple.the(Stock.class)
                    .receive(plan.device(), UnitCode.parse("(17)281130(10)OWN3(21)1"), 1)
                    .getFirst()
                    .id();
            var again = Someone.started(sessions.start(UUID.randomUUID(), first.person(), plan.id(), List.of(unit)));
            var zone = plan.course().planned().getFirst();
            sessions.chart(first.person(), again.id(), zone.id(), Someone.asPlanned(zone));
            return again.id();
        });
        stipple.itIs("2026-12-28T11:00:00Z");
        try (var phone = new Phone("en")) {
            assertThat(phone.get(old).body())
                    .contains("The day of your session", "28 December 2026", "You had a newer one")
                    .doesNotContain("Day 38");
            var hidden = phone.hidden();
            phone.tap(old, hidden, "none", "");
            phone.tap(old, phone.hidden(), "more", "");
            List<DiaryEntry> written =
                    Acting.as(noor, () -> stipple.the(Diary.class).of(first.person(), second));
            assertThat(written)
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.given()).hasSize(2));
            // Redness that grows on the day itself is expected; on day 38 it would not be.
            assertThat(Acting.as(noor, () -> stipple.the(Concerns.class).of(first.person())))
                    .isEmpty();
            // What was begun after the first session goes on there, and is judged by the second.
            var begunBefore = new java.util.HashMap<>(phone.hidden());
            begunBefore.put("key", UUID.randomUUID().toString());
            begunBefore.put("entry", before);
            begunBefore.put("question", "swelling");
            assertThat(phone.tap(old, begunBefore, "face", "").body()).contains("Call the emergency number now");
        }
    }

    @Test
    void anAnswerThatIsNoneIsRefusedAndNothingIsKept() throws Exception {
        int before = entries().size();
        try (var phone = new Phone("en")) {
            assertThat(phone.tap("splendid").statusCode()).isGreaterThanOrEqualTo(400);
        }
        assertThat(entries()).hasSize(before);
    }

    /// Whoever reads the database, or a backup of it, finds no link that opens anything.
    @Test
    void noTableHoldsTheSecretOfALink() throws Exception {
        try (var phone = new Phone("en")) {
            phone.tap("none");
        }
        KeptNowhere.require(stipple, path);
    }

    @Test
    void aLinkOfAnotherErrandOrOneThatWasTakenBackOpensNothing() throws Exception {
        Invitation taken = Acting.as(
                noor,
                () -> stipple.the(Invitations.class)
                        .invite(begun.person(), Errand.AFTER, begun.session().id(), Duration.ofDays(1)));
        Acting.doing(noor, () -> stipple.the(Invitations.class).takeBack(begun.person(), taken.id()));
        try (var phone = new Phone("en")) {
            assertThat(phone.get(taken.path()).statusCode()).isEqualTo(404);
            // Whoever has it was given it there: they are told how to reach somebody, and nothing more.
            assertThat(phone.page())
                    .contains("This link does not open anything", "tel:0301234567")
                    .doesNotContain("Okafor", "Amara", "20 November");
            assertThat(phone.get(path.replace("/after/", "/consent/")).statusCode())
                    .isEqualTo(404);
            assertThat(phone.get("/people").body()).doesNotContain("Okafor");
        }
    }
}
