package org.stipple.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What came of a treatment, from the person's page to a file to give away: in three taps at most, the slider
/// by keyboard. Looks at the demo and changes nothing.
@Order(2)
@ExtendWith(TheDemo.class)
class OutcomeInTheBrowserTest {

    private static final int MOST_TAPS = 3;

    private final RunningStipple stipple;

    OutcomeInTheBrowserTest(RunningStipple demo) {
        stipple = demo;
    }

    @Test
    void fromThePersonToTheSliderAndTheFile() throws IOException {
        try (var chromium = Chromium.start();
                var visitor = new Visitor(chromium, stipple.address(), "outcome")) {
            visitor.open("/sign-in");
            visitor.fill("Sign-in name", "clinician")
                    .fill("Password", TheDemo.password(stipple))
                    .press("Sign in");
            visitor.open("/people");
            visitor.press("Okafor");
            visitor.look("person");
            assertThat(visitor.page().locator(".track li.tl-session").count()).isEqualTo(3);
            assertThat(visitor.page().locator(".track li.tl-photo img").count()).isEqualTo(3);
            assertThat(visitor.page()
                            .locator(".track li.tl-reaction")
                            .filter(new Locator.FilterOptions().setHasText("Reaction:"))
                            .count())
                    .isEqualTo(3);
            int before = visitor.clicks();
            visitor.press("Open the outcome");
            slideByKeyboard(visitor);
            Download file = visitor.page().waitForDownload(() -> visitor.press("Summary as PDF"));
            int taps = visitor.clicks() - before;
            System.out.println("outcome: " + taps + " taps of " + MOST_TAPS);
            assertThat(taps).isLessThanOrEqualTo(MOST_TAPS);
            Path kept = Path.of("target", "screenshots", "outcome", "course-summary.pdf");
            file.saveAs(kept);
            assertThat(file.suggestedFilename()).isEqualTo("course-summary.pdf");
            assertThat(new String(Files.readAllBytes(kept), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-");
            visitor.look("outcome");
            visitor.press("To print");
            visitor.look("summary");
            visitor.open(visitor.path().replaceFirst("/courses/.*", "/scores"));
            visitor.look("scales");
            visitor.press("global aesthetic improvement scale");
            visitor.look("score");
            visitor.barriers().forEach(barrier -> System.out.println("axe: " + barrier));
            assertThat(visitor.graveBarriers()).isEmpty();
            assertThat(visitor.tooWide()).isEmpty();
            assertThat(visitor.strangeRequests()).isEmpty();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    /// The photo after covers less as the slider goes to the right.
    private static void slideByKeyboard(Visitor visitor) {
        Locator slider = visitor.page().locator("#pair-range");
        slider.focus();
        String inTheMiddle = clip(visitor);
        for (int i = 0; i < 20; i++) {
            visitor.page().keyboard().press("ArrowRight");
        }
        assertThat(slider.inputValue()).isEqualTo("70");
        assertThat(clip(visitor)).isNotEqualTo(inTheMiddle).contains("70%");
    }

    private static String clip(Visitor visitor) {
        return String.valueOf(visitor.page().evaluate("document.querySelector('.photo-after img').style.clipPath"));
    }
}
