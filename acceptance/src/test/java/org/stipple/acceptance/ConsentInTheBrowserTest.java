package org.stipple.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Objects;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Somebody signs on a phone held upright, by a finger and without a name typed, reads it again, and takes it
/// back.
@Order(8)
@ExtendWith(TheDemo.class)
class ConsentInTheBrowserTest {

    /// The pre-visit link of the products' read-through, of which reading and signing consent is one part.
    private static final int MOST_TAPS = 15;

    private static final int PHONE = 390;
    private static final int HIGH = 844;

    private final RunningStipple stipple;

    ConsentInTheBrowserTest(RunningStipple demo) {
        stipple = demo;
    }

    private String link(Chromium chromium) {
        try (var clinician = new Visitor(chromium, stipple.address(), "consent-clinician")) {
            clinician.open("/sign-in");
            clinician
                    .fill("Sign-in name", "clinician")
                    .fill("Password", TheDemo.password(stipple))
                    .press("Sign in");
            clinician.open("/people?q=Okafor");
            clinician.press("Okafor, Amara");
            String person = clinician.path();
            clinician.open(person + "/consent/code");
            clinician.press("Make a");
            clinician.look("code");
            assertThat(clinician.graveBarriers()).isEmpty();
            return clinician.page().locator(".link-code .hash").innerText().strip();
        }
    }

    /// A zigzag from the left to the right of the box, as a finger draws it.
    private static void draw(Page page, Locator canvas) {
        // Whoever signs has the whole box before them, above the bar that is always in sight.
        canvas.evaluate("box => box.scrollIntoView({block: 'center'})");
        BoundingBox box = Objects.requireNonNull(canvas.boundingBox());
        page.mouse().move(box.x + box.width * 0.1, box.y + box.height * 0.7);
        page.mouse().down();
        for (int i = 1; i <= 8; i++) {
            page.mouse().move(box.x + box.width * (0.1 + 0.1 * i), box.y + box.height * (i % 2 == 0 ? 0.7 : 0.3));
        }
        page.mouse().up();
    }

    @Test
    void aFingerSignsOnAPhoneHeldUpright() {
        try (var chromium = Chromium.start();
                var person = new Visitor(chromium, stipple.address(), "consent")) {
            String link = link(chromium);
            Page page = person.page();
            page.setViewportSize(PHONE, HIGH);
            long began = System.nanoTime();
            person.open(link);
            person.press("photos for teaching");
            Locator form = page.locator("form:has([data-sign])");
            person.click(form.locator("label:has(input[name=agree])"));
            draw(page, form.locator("canvas"));
            assertThat(form.locator("[data-sign-state]")).hasText("A signature is drawn.");
            person.click(form.locator("button[type=submit]"));
            assertThat(page.locator("main")).containsText("Thank you. It is signed.");
            int taps = person.clicks() + 1;
            System.out.println("consent: " + taps + " taps and strokes of " + MOST_TAPS + ", "
                    + (System.nanoTime() - began) / 1_000_000_000 + " s without reading");
            assertThat(taps).isLessThanOrEqualTo(MOST_TAPS);
            assertThat(page.locator("svg.signature path"))
                    .hasAttribute("d", java.util.regex.Pattern.compile("M\\d+ \\d+L.*"));
            person.look("signed");
            page.setViewportSize(PHONE, HIGH);
            person.press("Take this back");
            person.press("Yes, take it back");
            assertThat(page.locator("main")).containsText("It is taken back.");
            page.locator("a[hreflang=es]").click();
            assertThat(page.locator("h1")).containsText("Consentimiento para usar mis fotos");
            person.look("spanish");
            assertThat(person.graveBarriers()).isEmpty();
            assertThat(person.tooWide()).isEmpty();
            assertThat(person.complaints()).isEmpty();
            assertThat(person.strangeRequests()).isEmpty();
        }
    }

    /// A dot is no signature; the page says so and keeps the tick.
    @Test
    void aDotIsNoSignature() {
        try (var chromium = Chromium.start();
                var person = new Visitor(chromium, stipple.address(), "consent-dot")) {
            Page page = person.page();
            page.setViewportSize(PHONE, HIGH);
            person.open(link(chromium) + "/research");
            Locator form = page.locator("form:has([data-sign])");
            person.click(form.locator("label:has(input[name=agree])"));
            form.locator("canvas").evaluate("box => box.scrollIntoView({block: 'center'})");
            form.locator("canvas").click();
            person.click(form.locator("button[type=submit]"));
            assertThat(page.locator("main")).containsText("The drawing was a dot or nearly nothing");
            assertThat(page.locator("input[name=agree]")).isChecked();
        }
    }
}
