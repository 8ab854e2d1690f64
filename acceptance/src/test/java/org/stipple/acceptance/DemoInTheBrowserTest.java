package org.stipple.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// The demo as somebody sees it who has just heard of Stipple. Its pages are kept in `target/screenshots/demo`.
@Order(1)
@ExtendWith(TheDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoInTheBrowserTest {

    private static final Pattern LOOKED_AT =
            Pattern.compile("/people/[^/]+(/screening|/courses/[^/]+|/measurements/[^/]+)?");

    /// Whose course is the picture in the README.
    private static final String IN_THE_PICTURE = "ines-ferreira";

    private final Chromium chromium = Chromium.start();
    private final RunningStipple stipple;
    private final Visitor visitor;
    private final List<String> notOpened = new ArrayList<>();
    private final List<String> notMarked = new ArrayList<>();
    private final List<String> outOfSight = new ArrayList<>();
    private final Set<String> opened = new LinkedHashSet<>();

    DemoInTheBrowserTest(RunningStipple demo) {
        stipple = demo;
        visitor = new Visitor(chromium, stipple.address(), "demo");
    }

    @BeforeAll
    void theDemoIsVisited() {
        open("/sign-in");
        visitor.look("sign-in");
        visitor.fill("Sign-in name", "clinician")
                .fill("Password", TheDemo.password(stipple))
                .press("Sign in");
        open("/people");
        visitor.look("people");
        outOfSight.addAll(visitor.outOfSight(".who-name, .who-role, .nav a"));
        for (String person : links("/people/")) {
            if (!person.endsWith("/new")) {
                visit(person);
            }
        }
        for (String path : List.of(
                "/stock",
                "/reviews",
                "/knowledge",
                "/knowledge/rules",
                "/knowledge/rules/isotretinoin-stopped",
                "/knowledge/devices/skinpen-precision",
                "/knowledge/sources/meng-2022",
                "/knowledge?q=sunscreen")) {
            open(path);
            visitor.look(path.substring(1).replaceAll("\\W+", "-"));
        }
        visitor.barriers().forEach(barrier -> System.out.println("axe: " + barrier));
    }

    /// The person's page, and every page of the person that it leads to.
    private void visit(String person) {
        open(person);
        visitor.look("person-" + name());
        String name = name();
        for (String link : links(person + "/")) {
            open(link);
            if (LOOKED_AT.matcher(link).matches()) {
                visitor.look(link.split("/")[3] + "-" + name);
                if (link.contains("/courses/") && name.equals(IN_THE_PICTURE)) {
                    visitor.picture("course");
                }
            }
        }
    }

    private String name() {
        return visitor.page()
                .locator("h1")
                .innerText()
                .strip()
                .replaceAll("\\W+", "-")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private void open(String path) {
        int status = visitor.open(path);
        opened.add(path);
        if (status != 200) {
            notOpened.add(path + ": " + status);
        }
        if (!visitor.page().locator("header").innerText().contains("Demo")) {
            notMarked.add(path);
        }
    }

    private Set<String> links(String beginning) {
        var links = new LinkedHashSet<String>();
        var found = (List<?>) visitor.page()
                .locator("main a[href^='" + beginning + "']")
                .evaluateAll("links => links.map(link => link.getAttribute('href'))");
        found.forEach(link -> links.add(String.valueOf(link).replaceFirst("#.*", "")));
        return links;
    }

    @Test
    void theStartSaysWhereToGoAndWhoCanSignIn() {
        assertThat(stipple.said())
                .anyMatch(line -> line.startsWith("Stipple is ready: http://127.0.0.1:"))
                .anyMatch(line -> line.strip().startsWith("clinician ("))
                .anyMatch(line -> line.strip().startsWith("desk ("));
    }

    @Test
    void everyPageSaysThatItIsADemo() {
        assertThat(notMarked).isEmpty();
    }

    @Test
    void everyPageOfEveryPersonOpens() {
        assertThat(notOpened).isEmpty();
        assertThat(opened.stream().filter(path -> path.matches("/people/[0-9a-f-]{36}")))
                .hasSizeGreaterThan(5);
        assertThat(opened).anyMatch(path -> path.endsWith("/screening"));
        assertThat(opened).anyMatch(path -> path.matches(".*/courses/[^/]+"));
        assertThat(opened).anyMatch(path -> path.matches(".*/measurements/[^/]+"));
    }

    @Test
    void noPageKeepsAnybodyOut() {
        assertThat(visitor.graveBarriers()).isEmpty();
    }

    @Test
    void aPhoneShowsWhoIsSignedInAndTheWholeNavigation() {
        assertThat(outOfSight).isEmpty();
    }

    @Test
    void noPageAsksAnotherHost() {
        assertThat(visitor.strangeRequests()).isEmpty();
    }

    @AfterAll
    void stop() {
        visitor.close();
        chromium.close();
    }
}
