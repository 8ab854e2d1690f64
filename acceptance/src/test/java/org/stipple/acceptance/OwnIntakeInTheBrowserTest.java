package org.stipple.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/// The intake and the self-check on a phone of 390 × 844 pixels, upright, once with type twice as large; the
/// taps are those of the table of the products' read-through (*Book: screening*, *Pre-visit link*). Seconds are
/// those of a machine that does not read. Its pages are kept in `target/screenshots/own-intake`. It adds a
/// person to the demo, so it comes last.
@Order(10)
@ExtendWith(TheDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnIntakeInTheBrowserTest {

    private static final int MOST_PAGES = 12;
    private static final int MOST_TAPS = 20;
    private static final int MOST_TAPS_AGAIN = 15;
    private static final int MOST_SECONDS = 240;
    private static final Path PICTURES = Path.of("target", "screenshots", "own-intake");

    private final RunningStipple stipple;
    private final Chromium chromium = Chromium.start();
    private final Visitor clinician;
    private final List<String> wrong = new ArrayList<>();
    private String person = "";
    private int taps;

    OwnIntakeInTheBrowserTest(RunningStipple demo) {
        stipple = demo;
        clinician = new Visitor(chromium, stipple.address(), "own-intake-staff");
        clinician.open("/sign-in");
        clinician
                .fill("Sign-in name", "clinician")
                .fill("Password", TheDemo.password(stipple))
                .press("Sign in");
        clinician.open("/people/new");
        clinician
                .fill("Given name", "Lucía")
                .fill("Family name", "Vega")
                .fill("Date of birth", "1991-03-04")
                .choose("sex", "female")
                .press("Write down");
        clinician.page().waitForURL(Pattern.compile(".*/people/[0-9a-f-]{36}.*"));
        person = clinician.path();
    }

    private String linkShownAsACode() {
        clinician.open(person + "/intake/links");
        clinician
                .select(clinician.page().getByLabel("Device"), "skinpen-precision")
                .select(clinician.page().getByLabel("Who treats"), "nurse")
                .press("Show as a code");
        clinician.look("links");
        return String.valueOf(clinician.page().locator(".qr-address").textContent());
    }

    private BrowserContext phone(String language) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setHasTouch(true)
                        .setIsMobile(true)
                        .setLocale(language)
                        .setTimezoneId("UTC")
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    }

    private void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".jpg"))
                .setType(com.microsoft.playwright.options.ScreenshotType.JPEG)
                .setQuality(72)
                .setFullPage(true));
        int wide = (int) page.evaluate("document.documentElement.scrollWidth");
        if (wide > 390) {
            wrong.add(name + " is " + wide + " px wide");
        }
        Axe.violations(page)
                .forEach(rule -> wrong.add(name + ": " + rule.getId() + " at "
                        + rule.getNodes().getFirst().getHtml()));
    }

    private void tap(Locator what) {
        what.first().tap();
        taps++;
    }

    private static Locator button(Page page, String words) {
        return page.locator("main button:visible, main a.btn:visible")
                .filter(new Locator.FilterOptions().setHasText(words));
    }

    private static void choose(OwnIntakeInTheBrowserTest test, Page page, String name, String value) {
        test.tap(page.locator("label:has(input[name='" + name + "'][value='" + value + "'])"));
    }

    private static String sheet(Page page) {
        return page.url().replaceFirst("[?#].*", "").replaceFirst(".*/", "");
    }

    /// Taps, and waits for the page that answers.
    private void answer(Page page, Locator what) {
        page.evaluate("document.body.dataset.old = 'yes'");
        tap(what);
        page.waitForSelector("body:not([data-old])");
        page.waitForLoadState();
    }

    /// Twice as large, as somebody sets it who sees little.
    private static void enlarge(Page page) {
        page.evaluate("document.documentElement.style.fontSize = '200%'");
    }

    /// Answers page after page with one tap where one tap answers it.
    private List<String> walk(Page page, boolean large) {
        var walked = new ArrayList<String>();
        while (!sheet(page).equals("send")) {
            String sheet = sheet(page);
            walked.add(sheet);
            if (large) {
                enlarge(page);
            }
            look(page, (large ? "large-" : "") + walked.size() + "-" + sheet);
            switch (sheet) {
                case "wanted" -> {
                    choose(this, page, "indication", "acne-scars");
                    choose(this, page, "zone", "cheek-left");
                    tap(button(page, "Save and go on"));
                }
                case "sun" -> {
                    choose(this, page, "fitzpatrick", "2");
                    tap(button(page, "Save and go on"));
                }
                case "new" -> tap(button(page, "Nothing of this is new"));
                case "ever" -> tap(button(page, "Never"));
                case "lately" -> tap(button(page, "None of these"));
                default -> {
                    if (button(page, "No to all").count() > 0) {
                        tap(button(page, "No to all"));
                    } else {
                        // One question alone is answered by itself.
                        tap(page.locator(".ask-choices label:has(input[value=false])"));
                        tap(button(page, "Save and go on"));
                    }
                }
            }
            page.waitForURL(url -> !url.replaceFirst("[?#].*", "").endsWith("/" + sheet));
            assertThat(walked).hasSizeLessThan(20);
        }
        return walked;
    }

    @Test
    @Order(1)
    void theWholeIntakeByThumbWithLargeTypeAndTheServerAwayForAWhile() {
        String link = linkShownAsACode();
        try (var phone = phone("en-GB")) {
            var page = phone.newPage();
            page.navigate(link);
            look(page, "0-start");
            long began = System.nanoTime();
            tap(button(page, "Begin"));
            page.waitForURL(Pattern.compile(".*/wanted"));
            choose(this, page, "indication", "wrinkles");
            phone.setOffline(true);
            taps++;
            button(page, "Save and go on").first().tap();
            assertThat(page.locator(".own-gone")).containsText("nothing was lost");
            assertThat(page.locator("input[value=wrinkles]")).isChecked();
            look(page, "0-no-connection");
            phone.setOffline(false);
            page.reload();
            assertThat(page.locator("input[value=wrinkles]")).isChecked();
            choose(this, page, "indication", "wrinkles");
            taps -= 3;
            var walked = walk(page, true);
            look(page, "send");
            tap(button(page, "Send my answers"));
            assertThat(page.locator("h1")).containsText("Thank you");
            look(page, "done");
            long seconds = (System.nanoTime() - began) / 1_000_000_000;
            System.out.println("intake by link: " + walked.size() + " pages of " + MOST_PAGES + ", " + taps
                    + " taps of " + MOST_TAPS + ", " + seconds + " s of " + MOST_SECONDS + " with every page examined");
            assertThat(walked).hasSizeLessThanOrEqualTo(MOST_PAGES);
            assertThat(taps).isLessThanOrEqualTo(MOST_TAPS);
            assertThat(seconds).isLessThan(MOST_SECONDS);
        }
        clinician.open(person + "/intake/links");
        clinician.look("answers");
        assertThat(clinician.page().locator("main")).containsText("nobody who treats has looked at it yet");
        clinician.press("I have looked at these answers");
        assertThat(clinician.page().locator("main")).containsText("looked at by");
    }

    @Test
    @Order(2)
    void beforeTheNextVisitOnlyWhatCanHaveChanged() {
        String link = linkShownAsACode();
        try (var phone = phone("en-GB")) {
            var page = phone.newPage();
            page.navigate(link);
            taps = 0;
            long began = System.nanoTime();
            tap(button(page, "Begin"));
            page.waitForURL(url -> !url.equals(link));
            var walked = walk(page, false);
            tap(button(page, "Send my answers"));
            assertThat(page.locator("h1")).containsText("Thank you");
            System.out.println("pre-visit link: " + walked.size() + " pages, " + taps + " taps of " + MOST_TAPS_AGAIN
                    + ", " + (System.nanoTime() - began) / 1_000_000_000 + " s of " + MOST_SECONDS);
            assertThat(taps).isLessThanOrEqualTo(MOST_TAPS_AGAIN);
        }
    }

    @Test
    @Order(3)
    void theSelfCheckOnAPhoneInSpanish() {
        try (var phone = phone("es-ES")) {
            var page = phone.newPage();
            page.navigate(stipple.address() + "/check");
            look(page, "check");
            for (var choice :
                    List.of("indication=texture", "zone=cheek-left", "fitzpatrick=4", "sex=female", "heat=no")) {
                choose(this, page, choice.split("=")[0], choice.split("=")[1]);
            }
            choose(this, page, "needles", "1.5");
            page.locator("#age").fill("34");
            answer(page, button(page, "Seguir"));
            for (int pages = 0; pages < 15 && page.locator("input[name=sheet]").count() > 0; pages++) {
                look(page, "check-" + page.locator("input[name=sheet]").inputValue());
                if (page.locator(".ask-buttons").count() == 0) {
                    tap(page.locator(".ask-choices label:has(input[value=false])"));
                }
                answer(page, page.locator(".ask-buttons button, .ask-form .btn-primary"));
            }
            assertThat(page.locator("h1")).containsText("Lo que se sabe en su caso");
            assertThat(page.locator("#place-home + .verdict")).containsText("No: así no");
            look(page, "check-result");
            enlarge(page);
            look(page, "check-result-large");
        }
    }

    @Test
    @Order(4)
    void noPageKeptAnybodyOut() {
        assertThat(wrong).isEmpty();
        assertThat(clinician.barriers()).isEmpty();
        assertThat(clinician.tooWide()).isEmpty();
        assertThat(clinician.strangeRequests()).isEmpty();
    }

    @AfterAll
    void close() {
        clinician.close();
        chromium.close();
    }
}
