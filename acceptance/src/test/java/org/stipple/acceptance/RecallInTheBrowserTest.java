package org.stipple.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A lot is recalled, and everybody who was treated with it is written to: in five taps at most (the table of the
/// products' read-through, *Lot recall drill*). Runs after the tests that only look at the demo.
@Order(9)
@ExtendWith(TheDemo.class)
class RecallInTheBrowserTest {

    private static final int MOST_TAPS = 5;

    private final RunningStipple stipple;

    RecallInTheBrowserTest(RunningStipple demo) {
        stipple = demo;
    }

    @Test
    void fromTheLotToTheMessagesInFiveTaps() {
        try (var chromium = Chromium.start();
                var visitor = new Visitor(chromium, stipple.address(), "recall")) {
            visitor.open("/sign-in");
            visitor.fill("Sign-in name", "clinician")
                    .fill("Password", TheDemo.password(stipple))
                    .press("Sign in");
            visitor.open("/people");
            int before = visitor.clicks();
            long began = System.nanoTime();
            visitor.press("Recalls");
            visitor.look("recalls");
            visitor.press("Lot DEMO18");
            visitor.look("recall");
            visitor.press("Approve the text and write to all 3");
            int taps = visitor.clicks() - before;
            System.out.println("recall: " + taps + " taps of " + MOST_TAPS + ", "
                    + (System.nanoTime() - began) / 1_000_000_000 + " s with two pages looked at");
            assertThat(taps).isLessThanOrEqualTo(MOST_TAPS);
            assertThat(visitor.page().locator("main").innerText())
                    .contains("3 people are written to")
                    .contains("waits to be sent")
                    .contains("no channel");
            visitor.look("recall-written");
            visitor.press("Report");
            visitor.look("recall-report");
            visitor.open("/messages");
            visitor.look("messages");
            visitor.press("Kessler");
            visitor.look("contact");
            visitor.barriers().forEach(barrier -> System.out.println("axe: " + barrier));
            assertThat(visitor.graveBarriers()).isEmpty();
            assertThat(visitor.tooWide()).isEmpty();
            assertThat(visitor.strangeRequests()).isEmpty();
        }
    }
}
