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
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Invitation;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.invitation.KeptNowhere;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.treatment.Begun;

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
        Acting.doing(noor, () -> stipple.the(Messages.class).reach("Telephone 030 123 4567, at any hour"));
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
            var fields = new java.util.LinkedHashMap<>(hidden);
            fields.put("answer", answer);
            fields.put("words", words);
            String body = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            shown = http.send(
                    to(path + "/answer")
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
                    .contains("href=\"tel:0301234567\"", "Telephone 030 123 4567, at any hour")
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
            assertThat(phone.page()).contains("What you sent first stands").doesNotContain("Nothing was kept");
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
            assertThat(phone.page())
                    .contains("This link does not open anything")
                    .doesNotContain("Hillside");
            assertThat(phone.get(path.replace("/after/", "/consent/")).statusCode())
                    .isEqualTo(404);
            assertThat(phone.get("/people").body()).doesNotContain("Okafor");
        }
    }
}
