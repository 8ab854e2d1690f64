package org.stipple.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Photos taken view by view: with the camera of a browser (a film in place of it), with files, and with a
/// network that ends in the middle. What it cost is printed and kept in `target/photos.txt`.
@ExtendWith(TheOtherDemo.class)
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhotosInTheBrowserTest {

    /// Opening the camera, and two taps for each of five views.
    private static final int MOST_TAPS = 11;

    private static final double LONGEST_SECONDS = 60;
    private static final int MANY_PICTURES = 10;
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    private static final LocatorAssertions.HasCountOptions PATIENT =
            new LocatorAssertions.HasCountOptions().setTimeout(30_000);

    private final Chromium camera;
    private final Chromium blind = Chromium.start();
    private final RunningStipple stipple;

    PhotosInTheBrowserTest(RunningStipple demo) throws IOException {
        stipple = demo;
        camera = Chromium.withCamera(film());
    }

    private static Path film() throws IOException {
        Path film = Path.of("target", "skin.mjpeg");
        Files.deleteIfExists(film);
        byte[] picture = SkinPhoto.jpeg();
        for (int i = 0; i < MANY_PICTURES; i++) {
            Files.write(film, picture, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return film;
    }

    /// For what photos are taken; each test has its own, so that none finds the photos of another.
    ///
    /// @param session which of the person's, from 0; below 0 a visit
    private record Occasion(int session, String moment) {
        static final Occasion VISIT = new Occasion(-1, "");
    }

    /// Somebody with a device, whose taps are counted; the page for photos is open.
    private final class Hand implements AutoCloseable {
        private final Occasion occasion;
        private final BrowserContext context;
        private final List<String> complaints = new ArrayList<>();
        private final List<String> elsewhere = new ArrayList<>();
        private Page page;
        private int taps;

        Hand(Occasion occasion, Chromium browser, int width, int height, boolean touches, boolean scripts) {
            this.occasion = occasion;
            context = browser.browser()
                    .newContext(new Browser.NewContextOptions()
                            .setViewportSize(width, height)
                            .setHasTouch(touches)
                            .setIsMobile(touches)
                            .setJavaScriptEnabled(scripts));
            context.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    complaints.add(message.text());
                }
            });
            context.onRequest(request -> {
                if (!request.url().startsWith(stipple.address() + "/")
                        && !request.url().startsWith("blob:")
                        && !request.url().startsWith("data:")) {
                    elsewhere.add(request.url());
                }
            });
            page = context.newPage();
            signIn("clinician");
            openThePage();
        }

        void signIn(String name) {
            page.navigate(stipple.address() + "/sign-in");
            page.getByLabel("Sign-in name").fill(name);
            page.getByLabel("Password").fill(TheDemo.password(stipple));
            page.getByText("Sign in", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            page.waitForURL(Pattern.compile(".*/(today|people)?(\\?.*)?$"));
        }

        void openThePage() {
            page.navigate(stipple.address() + "/people");
            page.getByText("Okafor").first().click();
            page.waitForURL(Pattern.compile(".*/people/[0-9a-f-]{36}$"));
            String person = page.url();
            if (occasion.session() < 0) {
                page.navigate(person + "/photos/capture");
                return;
            }
            Object sessions =
                    page.evaluate("Array.from(new Set(Array.from(document.querySelectorAll(\"a[href*='/sessions/']\"))"
                            + ".map(a => a.pathname.split('/')[4]))).sort().join(' ')");
            String session = String.valueOf(sessions).split(" ")[occasion.session()];
            page.navigate(person + "/photos/capture?session=" + session + "&moment=" + occasion.moment());
        }

        Locator part(String name) {
            return page.locator("[data-" + name + "]").first();
        }

        void tap(String name) {
            part(name).click();
            taps++;
        }

        void openTheCamera() {
            // Who allowed it before finds it open; opened by hand and by itself at the same moment it is opened once.
            assertThat(page.locator("[data-open]:visible, [data-take]:visible")).hasCount(1);
            if ((boolean) page.evaluate("() => { const open = document.querySelector('[data-open]');"
                    + " if (open.hidden) return false; open.click(); return true; }")) {
                taps++;
            }
            assertThat(part("take")).isVisible();
        }

        void takeAndKeep() {
            String view = part("name").innerText();
            tap("take");
            assertThat(part("keep")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
            tap("keep");
            assertThat(part("name")).not().hasText(view);
        }

        Locator answer(String view) {
            return page.locator("#view-" + view + " .shot-answer");
        }

        Locator state(String view) {
            return page.locator("#view-" + view + " [data-state]");
        }

        /// How many photos of today the page of all photos shows.
        int storedToday() {
            page.navigate(page.url().replaceAll("/photos/.*", "/photos"));
            return page.locator(".shot")
                    .filter(new Locator.FilterOptions().setHasText("today"))
                    .count();
        }

        @Override
        public void close() {
            context.close();
        }
    }

    private static FilePayload skin() {
        return new FilePayload("skin.jpg", "image/jpeg", SkinPhoto.jpeg());
    }

    @Test
    void fiveViewsWithTheCameraTakeElevenTapsAtMost() throws IOException {
        try (var hand = new Hand(new Occasion(0, "before"), camera, 390, 844, true, true)) {
            int before = hand.storedToday();
            hand.openThePage();
            long began = System.nanoTime();
            hand.openTheCamera();
            for (int view = 0; view < 5; view++) {
                hand.takeAndKeep();
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            assertThat(hand.part("name")).hasText("Every view has a photo");
            assertThat(hand.page.locator(".shot-answer")).hasCount(5, PATIENT);
            double stored = (System.nanoTime() - began) / 1e9;
            assertThat(hand.answer("left-45")).containsText("No colour card and no tag found");
            String cost = String.format(
                    Locale.ROOT,
                    "five views with the camera of a phone: %d taps, %.1f s, all stored after %.1f s (a machine's hand)",
                    hand.taps,
                    seconds,
                    stored);
            System.out.println(cost);
            Files.writeString(Path.of("target", "photos.txt"), cost + "\n");
            assertThat(hand.taps).isLessThanOrEqualTo(MOST_TAPS);
            assertThat(stored).isLessThan(LONGEST_SECONDS);
            assertThat(hand.complaints).isEmpty();
            assertThat(hand.elsewhere).isEmpty();
            assertThat(hand.storedToday()).isEqualTo(before + 5);
        }
    }

    @Test
    void theBaselineLiesOverThePictureAtHalfStrengthUntilItIsSwitchedOff() {
        try (var hand = new Hand(Occasion.VISIT, camera, 820, 1180, true, true)) {
            hand.openTheCamera();
            hand.page.locator("#view-patch [data-pick]").click();
            assertThat(hand.part("ghost")).isVisible();
            assertThat(hand.part("ghost")).hasCSS("opacity", "0.5");
            assertThat(hand.page.locator(".gate")).containsText(new String[] {"harp", "Light", "Size"});
            hand.page.locator("[data-ghost-on]").uncheck();
            assertThat(hand.part("ghost")).isHidden();
            assertThat(Axe.violations(hand.page).stream()
                            .filter(found -> List.of("serious", "critical").contains(found.getImpact()))
                            .map(found -> found.getId() + " " + found.getNodes())
                            .toList())
                    .isEmpty();
        }
    }

    @Test
    void theKeyboardAloneTakesAView() {
        try (var hand = new Hand(new Occasion(0, "after"), camera, 1280, 900, false, true)) {
            hand.openTheCamera();
            hand.page.locator("#view-right-90 [data-pick]").focus();
            hand.page.keyboard().press("Enter");
            assertThat(hand.part("take")).isFocused();
            hand.page.keyboard().press("Enter");
            assertThat(hand.part("keep")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
            // What misses something stands on Retake, what misses nothing on Keep.
            assertThat(hand.page.locator("[data-keep]:focus, [data-retake]:focus"))
                    .hasCount(1);
            hand.part("keep").focus();
            hand.page.keyboard().press("Enter");
            assertThat(hand.answer("right-90")).hasCount(1, PATIENT);
        }
    }

    @Test
    void withoutACameraFilesDoTheSame() {
        try (var hand = new Hand(new Occasion(1, "before"), blind, 1280, 900, false, true)) {
            hand.part("open").click();
            assertThat(hand.part("trouble")).containsText("hoose files instead");
            hand.page.locator("#view-left-90 [data-pick]").click();
            hand.page.locator("[data-file]").setInputFiles(skin());
            assertThat(hand.part("keep")).isVisible();
            assertThat(hand.part("mark")).isVisible();
            hand.part("keep").click();
            assertThat(hand.answer("left-90")).hasCount(1, PATIENT);
            hand.page.locator("#view-left-90 [data-pick]").click();
            hand.page
                    .locator("[data-file]")
                    .setInputFiles(new FilePayload("words.txt", "text/plain", new byte[] {1, 2, 3}));
            assertThat(hand.part("trouble")).containsText("Nothing was stored");
        }
    }

    @Test
    void withoutAScriptEachViewHasAForm() {
        try (var hand = new Hand(new Occasion(1, "after"), blind, 390, 844, true, false)) {
            assertThat(hand.part("stage")).isHidden();
            hand.page.locator("#view-right-45 input[type=file]").setInputFiles(skin());
            hand.page.locator("#view-right-45 button[type=submit]").click();
            assertThat(hand.answer("right-45")).containsText("No colour card and no tag found");
        }
    }

    @Test
    void aCutNetworkADeadTabAndALostAnswerStoreThePhotoOnce() {
        try (var hand = new Hand(new Occasion(2, "before"), camera, 390, 844, true, true)) {
            int before = hand.storedToday();
            hand.openThePage();
            hand.openTheCamera();
            // The first part arrives, the second ends on its way, and then there is no network.
            var parts = new AtomicInteger();
            hand.context.route("**/part?at=*", route -> {
                if (parts.getAndIncrement() == 0) {
                    route.resume();
                } else {
                    route.abort();
                }
            });
            hand.page.locator("[data-file]").setInputFiles(new FilePayload("skin.png", "image/png", SkinPhoto.png()));
            hand.part("keep").click();
            assertThat(hand.state("frontal")).containsText("not yet sent", PATIENTLY);
            assertThat(hand.page.locator(".unsent-card:visible")).containsText("Photos kept here, not yet sent: 1");
            hand.page.close();
            hand.context.unroute("**/part?at=*");

            // The network is back, but the answer that it is stored is lost.
            var lost = new AtomicInteger();
            hand.context.route("**/whole", route -> {
                if (lost.getAndIncrement() == 0) {
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });
            hand.page = hand.context.newPage();
            hand.openThePage();
            assertThat(hand.answer("frontal")).hasCount(1, PATIENT);
            assertThat(hand.page.locator(".unsent-card:visible")).hasCount(0, PATIENT);
            assertThat(parts.get()).as("parts that were sent before the cut").isGreaterThan(1);
            assertThat(hand.storedToday()).isEqualTo(before + 1);
        }
    }

    private static final String KEPT = """
            () => new Promise(done => {
              const asked = indexedDB.open("stipple-photos", 1);
              asked.onupgradeneeded = () => asked.result.createObjectStore("unsent", { keyPath: "id" });
              asked.onsuccess = () => { const all = asked.result.transaction("unsent").objectStore("unsent").getAll();
                all.onsuccess = () => { asked.result.close(); done(all.result.length + (all.result.some(one => one.bytes) ? " in the clear" : "")); }; };
            })
            """;

    @Test
    void signingOutAsksFirstAndThenNothingOfAPersonIsLeft() {
        try (var hand = new Hand(new Occasion(2, "after"), camera, 1280, 900, false, true)) {
            hand.openTheCamera();
            hand.page.locator("#view-frontal [data-pick]").click();
            hand.context.route("**/photos/uploads**", route -> route.abort());
            hand.takeAndKeep();
            assertThat(hand.state("frontal")).containsText("not yet sent", PATIENTLY);
            assertThat(hand.page.evaluate(KEPT)).isEqualTo("1");
            hand.page.locator("form[action='/sign-out'] button").click();
            assertThat(hand.page.locator(".unsent-card:visible")).containsText("for good", PATIENTLY);
            hand.page.getByText("Stay signed in").click();
            hand.page.locator("form[action='/sign-out'] button").click();
            hand.page.getByText("Discard and sign out").click();
            hand.page.waitForURL("**/sign-in?out");
            assertThat(hand.page.evaluate(KEPT)).isEqualTo("0");
        }
    }

    @Test
    void whoeverSignsInNextFindsNoPhotosOfSomebodyElse() {
        try (var hand = new Hand(Occasion.VISIT, camera, 1280, 900, false, true)) {
            hand.openTheCamera();
            hand.page.locator("#view-frontal [data-pick]").click();
            hand.context.route("**/photos/uploads**", route -> route.abort());
            hand.takeAndKeep();
            assertThat(hand.state("frontal")).containsText("not yet sent", PATIENTLY);
            hand.context.clearCookies();
            hand.signIn("second");
            assertThat(hand.page.locator(".unsent").filter(new Locator.FilterOptions().setHasText("were removed: 1")))
                    .hasCount(1);
            assertThat(hand.page.evaluate(KEPT)).isEqualTo("0");
        }
    }

    @AfterAll
    void stop() {
        camera.close();
        blind.close();
    }
}
