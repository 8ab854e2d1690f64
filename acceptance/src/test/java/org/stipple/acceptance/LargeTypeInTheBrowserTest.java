package org.stipple.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// A person's own pages where type is twice as large, or the page is: how to reach somebody stands below, and
/// does not cover what it is about. And nothing of the self-check stays in the browser.
@Order(11)
@ExtendWith(TheDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeTypeInTheBrowserTest {

    /// How much of the height the bar covers of the page, where that is being read.
    private static final String COVERED = """
            type => {
              document.documentElement.style.fontSize = type;
              window.scrollTo(0, (document.documentElement.scrollHeight - innerHeight) / 3);
              const bar = document.querySelector('.own-reach').getBoundingClientRect();
              const page = document.querySelector('main').getBoundingClientRect();
              return Math.max(0, Math.min(innerHeight, bar.bottom, page.bottom) - Math.max(0, bar.top)) / innerHeight;
            }""";

    private final Chromium chromium = Chromium.start();
    private final RunningStipple stipple;
    private String own = "";

    LargeTypeInTheBrowserTest(RunningStipple demo) {
        stipple = demo;
    }

    @BeforeAll
    void theCodeIsShown() {
        try (var clinician = new Visitor(chromium, stipple.address(), "large-type")) {
            clinician.open("/sign-in");
            clinician
                    .fill("Sign-in name", "clinician")
                    .fill("Password", TheDemo.password(stipple))
                    .press("Sign in");
            clinician.open("/people?q=Okafor");
            clinician
                    .page()
                    .locator("main a")
                    .filter(new Locator.FilterOptions().setHasText("Okafor, Amara"))
                    .first()
                    .click();
            clinician.page().locator("main a[href$='/diary']").first().click();
            clinician.press("Show it as a code");
            own = String.valueOf(clinician.page().locator(".qr-address").getAttribute("href"));
        }
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    private double covered(String address, int width, int height, String type) {
        try (var phone = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale("es-MX"))) {
            Page page = phone.newPage();
            page.navigate(address);
            return ((Number) page.evaluate(COVERED, type)).doubleValue();
        }
    }

    @Test
    void howToReachSomebodyCoversAThirdOfTheHeightAtMost() {
        var covered = new LinkedHashMap<String, Double>();
        for (String address : List.of(own, own + "/entry/" + UUID.randomUUID())) {
            covered.put(address + " twice as large type", covered(address, 360, 740, "200%"));
            covered.put(address + " twice as large", covered(address, 320, 370, "100%"));
            covered.put(address + " as it is", covered(address, 360, 740, "100%"));
        }
        System.out.println("the bar covers, of the height: " + covered.values());
        assertThat(covered.values()).allMatch(part -> part <= 1.0 / 3);
    }

    @Test
    void whereThereIsRoomItStaysInSight() {
        assertThat(covered(own, 390, 844, "100%")).isGreaterThan(0.05);
    }

    @Test
    void nothingOfTheSelfCheckStaysInTheBrowser() {
        try (var phone = chromium.browser().newContext()) {
            Page page = phone.newPage();
            page.navigate(stipple.address() + "/check");
            page.locator("#age").fill("34");
            page.locator("input[name=sex]").first().evaluate("box => box.click()");
            page.evaluate("document.body.dataset.old = 'yes'");
            page.locator("form button[type=submit]").first().click();
            page.waitForSelector("body:not([data-old])");
            page.waitForLoadState();
            assertThat(page.locator("h1").count()).isOne();
            assertThat(page.evaluate("() => ({...sessionStorage})")).isEqualTo(Map.of());
            assertThat(page.evaluate("() => ({...localStorage})")).isEqualTo(Map.of());
        }
    }

    @Test
    void whatWasNotKeptIsThereAgainWhenOneGoesBack() {
        try (var phone = chromium.browser().newContext()) {
            Page page = phone.newPage();
            page.navigate(own);
            while (page.locator("#words").count() == 0) {
                AfterwardsInTheBrowserTest.tap(
                        page,
                        String.valueOf(
                                page.locator(".asked-answers button").first().getAttribute("value")));
            }
            String asks = page.url();
            page.locator("#words").evaluate("field => field.removeAttribute('maxlength')");
            page.locator("#words").fill("It is hot. ".repeat(250));
            page.locator("button[value=words]").click();
            page.locator("body[data-failed]").waitFor();
            assertThat(page.locator("#typed-0").inputValue()).contains("It is hot. It is hot.");
            page.navigate(asks);
            assertThat(page.locator("#words").inputValue()).contains("It is hot. It is hot.");
        }
    }
}
