package org.stipple.acceptance;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A person at a browser, who can do what a person can: click, type, look. Each page that is looked at is
/// photographed wide and as a phone shows it, and examined by axe.
final class Visitor implements AutoCloseable {

    private static final int WIDE = 1280;
    private static final int PHONE = 390;
    private static final int PICTURE = 1390;
    private static final double PATIENCE_MS = 30_000;

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final Path screenshots;
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<Barrier> barriers = new ArrayList<>();
    private final List<String> tooWide = new ArrayList<>();
    private final long began = System.nanoTime();
    private long looking;
    private int clicks;
    private int fields;
    private int looks;

    /// Something that keeps a person from using a page, as axe found it.
    ///
    /// @param impact `minor`, `moderate`, `serious` or `critical`
    record Barrier(String page, String rule, String impact, String help, List<String> where) {
        boolean isGrave() {
            return impact.equals("serious") || impact.equals("critical");
        }

        @Override
        public String toString() {
            return page + ": " + impact + " " + rule + " (" + help + ") at " + String.join(" | ", where);
        }
    }

    /// @param kept name of the directory of the screenshots
    Visitor(Chromium chromium, String address, String kept) {
        this.address = address;
        this.screenshots = Path.of("target", "screenshots", kept);
        removeThoseOfAnEarlierRun(screenshots);
        this.context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(WIDE, 900)
                        .setLocale("en-GB")
                        .setTimezoneId("UTC")
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MS);
        context.onRequest(request -> requests.add(request.url()));
        context.onConsoleMessage(message -> {
            // A page that refuses answers with a status of its own, which the console notes.
            if (message.type().equals("error") && !message.text().contains("status of 422")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        this.page = context.newPage();
    }

    private static void removeThoseOfAnEarlierRun(Path directory) {
        var names = directory.toFile().list((_, name) -> name.endsWith(".jpg"));
        for (String name : names == null ? new String[0] : names) {
            if (!directory.resolve(name).toFile().delete()) {
                throw new IllegalStateException("cannot remove " + directory.resolve(name));
            }
        }
    }

    /// Opens an address and gives the status of the answer.
    int open(String pathOrLink) {
        Response response = page.navigate(pathOrLink.startsWith("/") ? address + pathOrLink : pathOrLink);
        return Objects.requireNonNull(response).status();
    }

    Page page() {
        return page;
    }

    /// The path of the page that is open.
    String path() {
        return java.net.URI.create(page.url()).getPath();
    }

    Visitor click(Locator what) {
        what.click();
        clicks++;
        return this;
    }

    /// Presses the button, or follows the link, of these words.
    Visitor press(String words) {
        return click(page.locator("main button:visible, main a:visible, nav a:visible, summary:visible")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first());
    }

    /// Fills in the field of that label.
    Visitor fill(String label, String text) {
        return fill(page.getByLabel(label).first(), text);
    }

    Visitor fill(Locator field, String text) {
        field.fill(text);
        fields++;
        return this;
    }

    /// Takes one of the choices of a list.
    Visitor select(Locator list, String value) {
        list.selectOption(value);
        clicks += 2;
        return this;
    }

    /// Ticks a box or a choice by its words, as a finger does: what is clicked is the label.
    Visitor choose(String name, String value) {
        return choose(page.locator("body"), name, value);
    }

    Visitor choose(Locator within, String name, String value) {
        return click(within.locator("label:has(input[name='" + name + "'][value='" + value + "'])"));
    }

    /// Keeps the page as it is, wide and on a phone, and lets axe examine it.
    Visitor look(String name) {
        long before = System.nanoTime();
        looks++;
        page.waitForLoadState();
        photograph(name, WIDE);
        examine(name);
        page.setViewportSize(PHONE, 844);
        photograph(name, PHONE);
        int wide = (int) page.evaluate("document.documentElement.scrollWidth");
        if (wide > PHONE) {
            tooWide.add(name + " is " + wide + " px wide on a phone of " + PHONE + " px: " + page.evaluate(WIDEST));
        }
        page.setViewportSize(WIDE, 900);
        looking += System.nanoTime() - before;
        return this;
    }

    /// What of these a phone does not show whole, without scrolling sideways.
    List<String> outOfSight(String selector) {
        page.setViewportSize(PHONE, 844);
        var hidden = (List<?>) page.evaluate("""
                selector => Array.from(document.querySelectorAll(selector))
                  .filter(e => { const r = e.getBoundingClientRect(); return r.width == 0 || r.left < 0 || r.right > innerWidth })
                  .map(e => e.textContent.trim())
                """, selector);
        page.setViewportSize(WIDE, 900);
        return hidden.stream().map(String::valueOf).toList();
    }

    /// What sticks out: elements beyond the edge, and words without a place to break.
    private static final String WIDEST = """
            Array.from(document.body.querySelectorAll('*'))
              .filter(e => e.getBoundingClientRect().right > innerWidth + 1
                || (getComputedStyle(e).overflowX == 'visible' && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0
                  && e.children.length == 0))
              .slice(0, 3).map(e => e.tagName.toLowerCase() + '.' + e.getAttribute('class') + ' ' + e.textContent.trim().slice(0, 60))
              .join(', ')
            """;

    /// Keeps what a high window shows, as a picture for the documentation: `target/screenshots/NAME.png`.
    void picture(String name) {
        page.setViewportSize(WIDE, PICTURE);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
        page.setViewportSize(WIDE, 900);
    }

    /// Keeps what a window shows, as a picture for the tour: `target/tour/NAME.jpg`.
    ///
    /// @param high of the window, in pixels
    void tour(String name, int high) {
        page.waitForLoadState();
        page.setViewportSize(WIDE, high);
        page.evaluate("scrollTo(0, 0)");
        // Photos are fetched when they come into sight: a picture of a page shows them.
        page.evaluate(SEEN);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "tour", name + ".jpg"))
                .setType(com.microsoft.playwright.options.ScreenshotType.JPEG)
                .setQuality(72));
        page.setViewportSize(WIDE, 900);
    }

    /// What a finger has to hit and is smaller than it needs: 44 px high or wide. A link within a sentence is
    /// as high as its line, which the standard allows; a box or a choice is hit by its label.
    List<String> smallTargets() {
        page.setViewportSize(PHONE, 844);
        var small = (List<?>) page.evaluate(SMALL);
        page.setViewportSize(WIDE, 900);
        return small.stream().map(String::valueOf).toList();
    }

    private static final String SEEN = """
            () => Promise.all(Array.from(document.images)
              .filter(i => i.getBoundingClientRect().top < innerHeight)
              .map(i => { i.loading = 'eager'; return i.decode().catch(() => null); }))""";

    private static final String SMALL = """
            () => {
              const inSentence = e => getComputedStyle(e).display.startsWith('inline') && getComputedStyle(e).display == 'inline'
                && Array.from(e.parentElement.childNodes).some(n => n.nodeType == 3 && n.textContent.trim().length > 1);
              const found = [];
              for (const e of document.querySelectorAll('a[href], button, select, textarea, input:not([type=hidden]), summary')) {
                if (e.disabled || !e.checkVisibility({checkOpacity: false, checkVisibilityCSS: true})) continue;
                if (e.closest('svg')) continue;
                let hit = e.getBoundingClientRect();
                if (e.matches('input[type=checkbox], input[type=radio]')) {
                  const label = e.closest('label') || document.querySelector(`label[for='${e.id}']`);
                  if (label) hit = label.getBoundingClientRect();
                }
                if (hit.width == 0 || hit.height == 0 || hit.bottom < 0 || e.matches('.skip, .skip-on')) continue;
                if (e.matches('a') && inSentence(e)) continue;
                if (hit.height < 43.5 || hit.width < 23.5) {
                  found.push(`${e.tagName.toLowerCase()}.${e.className} “${(e.textContent || e.name || '').trim().slice(0, 40)}” `
                    + `${Math.round(hit.width)} × ${Math.round(hit.height)}`);
                }
              }
              return found;
            }
            """;

    private void photograph(String name, int width) {
        String file = String.format(Locale.ROOT, "%02d-%s-%d.jpg", looks, name, width);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(screenshots.resolve(file))
                .setType(com.microsoft.playwright.options.ScreenshotType.JPEG)
                .setQuality(72)
                .setFullPage(true));
    }

    private void examine(String name) {
        for (Rule violation : Axe.violations(page)) {
            barriers.add(new Barrier(
                    name,
                    violation.getId(),
                    violation.getImpact(),
                    violation.getHelp(),
                    violation.getNodes().stream()
                            .map(node -> node.getTarget() + " " + node.getHtml())
                            .limit(5)
                            .toList()));
        }
    }

    /// Clicks, and choices taken from lists as two.
    int clicks() {
        return clicks;
    }

    /// Fields filled in by typing or scanning.
    int fields() {
        return fields;
    }

    /// Since the browser was opened, without the time for looking.
    Duration time() {
        return Duration.ofNanos(System.nanoTime() - began - looking);
    }

    /// Everything that axe found, grave or not.
    List<Barrier> barriers() {
        return List.copyOf(barriers);
    }

    List<String> graveBarriers() {
        return barriers.stream().filter(Barrier::isGrave).map(Barrier::toString).toList();
    }

    /// Pages that a phone has to scroll sideways.
    List<String> tooWide() {
        return List.copyOf(tooWide);
    }

    /// Requests to anything but the program, all pages taken together.
    List<String> strangeRequests() {
        return requests.stream()
                .filter(url -> !url.startsWith(address + "/"))
                .filter(url -> !url.startsWith("data:") && !url.startsWith("blob:"))
                .toList();
    }

    /// How many requests were made in all.
    int requests() {
        return requests.size();
    }

    /// Errors on the browser's console, broken scripts and breaches of the content security policy among them.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }
}
