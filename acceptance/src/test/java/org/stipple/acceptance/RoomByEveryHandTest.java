package org.stipple.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The steps of a session by thumb on a phone, by finger on a tablet, by mouse, and by the keyboard alone. What
/// each took is printed beside what the products' read-through asks for, and kept in `target/room-by-hand.txt`.
/// Seconds are those of a machine's hand, which reads nothing: they bound what the program adds, not what a
/// person needs.
@Order(8)
@ExtendWith(TheDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomByEveryHandTest {

    private static final List<String> FOUR = List.of(
            "(01)00850000000018(17)280630(10)DEMO24(21)112",
            "(01)00850000000049(21)H-0007",
            "(01)00850000000025(17)280630(10)NUMB7(21)501",
            "(01)00850000000032(17)280630(10)GEL3(21)301");

    /// With what somebody works.
    enum Hand {
        THUMB("a phone", 390, 844, true, "Jansen"),
        FINGER("a tablet", 820, 1180, true, "Keller"),
        MOUSE("a desktop", 1280, 900, false, "Ivarsson"),
        KEYBOARD("the keyboard alone", 1280, 900, false, "");

        private final String words;
        private final int width;
        private final int height;
        private final boolean touches;
        private final String room;

        Hand(String words, int width, int height, boolean touches, String room) {
            this.words = words;
            this.width = width;
            this.height = height;
            this.touches = touches;
            this.room = room;
        }
    }

    /// @param taps or scans; of the keyboard, keys
    private record Cost(String step, Hand hand, int taps, double seconds, int mostTaps, int mostSeconds) {
        String words() {
            return hand == Hand.KEYBOARD
                    ? String.format(
                            Locale.ROOT, "%s, %s: %d keys, %.1f s of %d", step, hand.words, taps, seconds, mostSeconds)
                    : String.format(
                            Locale.ROOT,
                            "%s, %s: %d of %d, %.1f s of %d",
                            step,
                            hand.words,
                            taps,
                            mostTaps,
                            seconds,
                            mostSeconds);
        }

        boolean isWithin() {
            return (hand == Hand.KEYBOARD || taps <= mostTaps) && seconds <= mostSeconds;
        }
    }

    private final Chromium chromium = Chromium.start();
    private final RunningStipple stipple;
    private final List<Cost> costs = new ArrayList<>();

    RoomByEveryHandTest(RunningStipple demo) {
        stipple = demo;
    }

    /// Somebody who is signed in, and whose taps are counted from then on.
    private final class Worker implements AutoCloseable {
        private final Hand hand;
        private final BrowserContext context;
        private final Page page;
        private int taps;
        private long began;

        Worker(Hand hand) {
            this.hand = hand;
            context = chromium.browser()
                    .newContext(new Browser.NewContextOptions()
                            .setViewportSize(hand.width, hand.height)
                            .setHasTouch(hand.touches)
                            .setIsMobile(hand.touches)
                            .setLocale("en-GB"));
            page = context.newPage();
            page.navigate(stipple.address() + "/sign-in");
            page.getByLabel("Sign-in name").fill("clinician");
            page.getByLabel("Password").fill(TheDemo.password(stipple));
            page.locator("main button[type=submit]").first().click();
        }

        void open(String family, String link) {
            page.navigate(stipple.address() + "/people");
            page.getByText(family).first().click();
            page.locator("main a")
                    .filter(new Locator.FilterOptions().setHasText(link))
                    .first()
                    .click();
        }

        void begin() {
            taps = 0;
            began = System.nanoTime();
        }

        Cost cost(String step, int mostTaps, int mostSeconds) {
            return new Cost(step, hand, taps, (System.nanoTime() - began) / 1e9, mostTaps, mostSeconds);
        }

        void tap(Locator what) {
            if (hand == Hand.KEYBOARD) {
                tabTo(what);
                page.keyboard().press(isChoice(what) ? "Space" : "Enter");
            } else {
                what.click();
            }
            taps++;
        }

        private boolean isChoice(Locator what) {
            return (boolean) what.evaluate("e => e.matches('input')");
        }

        private void tabTo(Locator what) {
            for (int presses = 0; presses < 400; presses++) {
                if ((boolean) what.evaluate("e => document.activeElement === e")) {
                    return;
                }
                page.keyboard().press("Tab");
                taps++;
            }
            throw new AssertionError("the keyboard does not reach " + what);
        }

        @Override
        public void close() {
            context.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Hand.class)
    void whatCanHaveChangedIsAskedAgain(Hand hand) {
        try (var worker = new Worker(hand)) {
            worker.open("Gruber", "Start a session");
            worker.page.navigate(worker.page.url().replaceFirst("session.*$", "recheck"));
            worker.begin();
            for (Locator group : worker.page.locator("[data-as-before]").all()) {
                if (group.isVisible()) {
                    worker.tap(group);
                }
            }
            for (Locator question :
                    worker.page.locator("fieldset.question.unanswered").all()) {
                if (question.isVisible()) {
                    Locator no = question.locator("input[value='false'], input[value='never']")
                            .first();
                    worker.tap(
                            hand == Hand.KEYBOARD
                                    ? no
                                    : question.locator(
                                                    "label:has(input[value='false']), label:has(input[value='never'])")
                                            .first());
                }
            }
            worker.tap(
                    worker.page.locator("main form.recheck button[type=submit]").last());
            assertThat(worker.page.locator("main")).not().containsText("Choose an answer");
            costs.add(worker.cost("asked again", 8, 60));
        }
        assertThat(costs.getLast().isWithin()).as(costs.getLast().words()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Hand.class)
    void fourThingsAreScanned(Hand hand) {
        try (var worker = new Worker(hand)) {
            worker.open("Gruber", "Start a session");
            worker.begin();
            for (String code : FOUR) {
                Locator field = worker.page.locator("#scan");
                if (hand == Hand.KEYBOARD) {
                    assertThat(field).isFocused();
                    worker.page.keyboard().type(code);
                } else {
                    field.fill(code);
                }
                worker.page.keyboard().press("Enter");
                worker.taps++;
                assertThat(worker.page.locator("main")).containsText(code.replaceAll(".*\\(21\\)", ""));
                assertThat(field).hasValue("");
            }
            assertThat(worker.page.locator("#scan-refused li")).hasCount(0);
            costs.add(worker.cost("four scans", 4, 30));
        }
        assertThat(costs.getLast().isWithin()).as(costs.getLast().words()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Hand.class,
            names = {"THUMB", "FINGER", "MOUSE"})
    void aSessionIsChartedAndClosed(Hand hand) {
        try (var worker = new Worker(hand)) {
            worker.open(hand.room, "Go on with session");
            Page page = worker.page;
            assertThat(page).hasURL(Pattern.compile(".*/sessions/[0-9a-f-]{36}$"));
            worker.begin();
            worker.tap(page.locator(".map-form label:has(input[name=all])"));
            worker.tap(page.locator(".map-form label:has(input[name=endpoint][value=pinpoint-bleeding])"));
            worker.tap(page.locator(".map-form label:has(input[name=pain][value='3'])"));
            worker.tap(page.locator(".map-send button"));
            assertThat(page.locator(".charted > li").first()).isVisible();
            costs.add(worker.cost("charted as planned", 14, 90));
            worker.begin();
            Locator end = page.locator("#after form[action$='/after']");
            worker.tap(end.locator("label:has(input[name=erythema][value='1'])"));
            worker.tap(end.locator("label:has(input[name=aftercare][value=both])"));
            worker.tap(end.locator("button"));
            assertThat(page.locator("#after")).containsText("redness slight (1)");
            page.getByLabel("Your password").fill(TheDemo.password(stipple));
            worker.taps++;
            worker.tap(page.locator("main button").filter(new Locator.FilterOptions().setHasText("Close and sign")));
            assertThat(page).hasURL(Pattern.compile(".*/report$"));
            costs.add(worker.cost("reaction, aftercare, signed", 8, 60));
        }
        assertThat(costs)
                .allSatisfy(cost -> assertThat(cost.isWithin()).as(cost.words()).isTrue());
    }

    @AfterAll
    void close() throws IOException {
        var lines = costs.stream().map(Cost::words).toList();
        lines.forEach(System.out::println);
        Files.write(Path.of("target", "room-by-hand.txt"), lines);
        chromium.close();
    }
}
