package org.stipple.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a person does at home on their own phone: they scan the code, look where they are, and say how it is.
/// What it took is printed beside what the products' read-through asks for: six taps, thirty seconds. Seconds
/// are those of a machine's hand, which reads nothing.
@Order(9)
@ExtendWith(TheDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AfterwardsInTheBrowserTest {

    private static final int MOST_TAPS = 6;
    private static final int MOST_SECONDS = 30;

    private final Chromium chromium = Chromium.start();
    private final RunningStipple stipple;
    private String own = "";

    AfterwardsInTheBrowserTest(RunningStipple demo) {
        stipple = demo;
    }

    /// The code that is shown before the person leaves.
    @BeforeAll
    void theCodeIsShown() {
        try (var clinician = new Visitor(chromium, stipple.address(), "afterwards")) {
            clinician.open("/sign-in");
            clinician
                    .fill("Sign-in name", "clinician")
                    .fill("Password", TheDemo.password(stipple))
                    .press("Sign in");
            clinician.open("/people?q=Okafor");
            clinician
                    .page()
                    .locator("main a")
                    .filter(with("Okafor, Amara"))
                    .first()
                    .click();
            clinician.page().locator("main a[href$='/diary']").first().click();
            clinician.press("Show it as a code");
            own = String.valueOf(clinician.page().locator(".qr-address").getAttribute("href"));
        }
    }

    private static Locator.FilterOptions with(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private BrowserContext phone(String locale) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setHasTouch(true)
                        .setIsMobile(true)
                        .setLocale(locale));
    }

    /// Taps an answer, and waits for what comes after it: the page asks first whether the server is there.
    static void tap(Page page, String answer) {
        String before = page.locator(".asked-number").textContent();
        page.locator(".asked-answers button[value='" + answer + "']").click();
        page.waitForFunction(ANOTHER, before);
        page.waitForLoadState();
    }

    private static final String ANOTHER = """
            before => {
              const number = document.querySelector('.asked-number');
              return document.readyState === 'complete' && (!number || number.textContent !== before);
            }""";

    @Test
    void howItIsTakesSixTaps() {
        try (var phone = phone("en-GB")) {
            var page = phone.newPage();
            page.navigate(own);
            assertThat(page.locator("h1")).containsText("after your session");
            long began = System.nanoTime();
            List<String> answers = List.of("little", "none", "none", "no", "no", "nothing");
            answers.forEach(answer -> tap(page, answer));
            assertThat(page.locator("h1")).containsText("We have kept what you wrote");
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "how it is, on a phone: %d of %d taps, %.1f s of %d (a machine's hand)%n",
                    answers.size(),
                    MOST_TAPS,
                    seconds,
                    MOST_SECONDS);
            assertThat(answers.size()).isLessThanOrEqualTo(MOST_TAPS);
            assertThat(seconds).isLessThan(MOST_SECONDS);
        }
    }

    @Test
    void theWayToAPersonIsInSightWhereverOneScrolls() {
        try (var phone = phone("en-GB")) {
            var page = phone.newPage();
            page.navigate(own);
            for (String where : List.of("scrollTo(0, 0)", "scrollTo(0, document.body.scrollHeight / 2)")) {
                page.evaluate(where);
                assertThat((boolean) page.evaluate("""
                        (() => { const b = document.querySelector('.own-reach').getBoundingClientRect();
                          return b.top < innerHeight - 40 && b.bottom > 0 && b.height < innerHeight / 3; })()""")).as(where).isTrue();
            }
        }
    }

    @Test
    void withTheServerGoneThePhoneSaysSoAndKeepsWhatWasTyped() {
        try (var phone = phone("es-MX")) {
            var page = phone.newPage();
            page.navigate(own);
            List.of("none", "none", "none", "no", "no").forEach(answer -> tap(page, answer));
            page.locator("#words").fill("La mejilla está rara");
            phone.setOffline(true);
            page.locator("button[value=words]").tap();
            assertThat(page.locator(".own-gone")).containsText("Ahora no hay conexión");
            assertThat(page.locator("#words")).hasValue("La mejilla está rara");
            phone.setOffline(false);
            page.reload();
            assertThat(page.locator("#words")).hasValue("La mejilla está rara");
            page.locator("button[value=words]").tap();
            assertThat(page.locator("h1")).containsText("Llámenos ahora");
            assertThat(page.locator(".given")).containsText("La mejilla está rara");
        }
    }

    /// A file that was chosen stays chosen where the network ends, and one that is too large is not sent at
    /// all.
    @Test
    void aPhotoIsAddedWhenTheNetworkIsBack() {
        try (var phone = phone("en-GB")) {
            var page = phone.newPage();
            page.navigate(own);
            List.of("none", "none", "none", "no", "no", "nothing").forEach(answer -> tap(page, answer));
            var field = page.locator("#photo-file");
            var send = page.locator("#photo button[type=submit]");
            field.setInputFiles(new FilePayload("huge.jpg", "image/jpeg", new byte[26_000_000]));
            send.tap();
            assertThat(page.locator(".own-gone")).containsText("This photo is too large");
            field.setInputFiles(new FilePayload("skin.jpg", "image/jpeg", SkinPhoto.jpeg()));
            phone.setOffline(true);
            send.tap();
            assertThat(page.locator(".own-gone")).containsText("There is no connection");
            assertThat((int) page.evaluate("document.querySelector('#photo-file').files.length"))
                    .isEqualTo(1);
            phone.setOffline(false);
            send.tap();
            assertThat(page.locator("#photo")).containsText("We have your photo. Nobody has looked at it yet.");
            assertThat(page.locator("#photo")).containsText("Photos sent with this: 1");
        }
    }

    /// With the type twice as large nothing is cut off, and nothing scrolls sideways.
    @Test
    void itCanBeReadWithLargeType() {
        try (var phone = phone("en-GB")) {
            var page = phone.newPage();
            page.navigate(own);
            page.evaluate("document.documentElement.style.fontSize = '200%'");
            assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
        }
    }

    @AfterAll
    void close() {
        chromium.close();
    }
}
