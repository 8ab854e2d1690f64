package org.stipple.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Read this first: a clinic is set up, and one person's whole first visit is walked through its pages in a
/// browser. What the walk cost is printed and kept in `target/first-visit.txt`, its pages in
/// `target/screenshots/first-visit`.
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstVisitInTheBrowserTest {

    private final Chromium chromium = Chromium.start();
    private final RunningStipple stipple;
    private final Visitor visitor;
    private final List<String> cost = new ArrayList<>();

    FirstVisitInTheBrowserTest() throws IOException {
        stipple = RunningStipple.serve(RunningStipple.freshData("first-visit"));
        visitor = new Visitor(chromium, stipple.address(), "first-visit");
    }

    @BeforeAll
    void theVisitIsWalked() throws IOException {
        var visit = new FirstVisit(visitor);
        try {
            step("set up the clinic", () -> visit.setUpTheClinic(stipple.setUpLink()));
            step("sign in", visit::signIn);
            step("new person", visit::writeDownThePerson);
            step("intake", visit::answerTheQuestions);
            step("screening", visit::readTheFindings);
            step("course read and signed", visit::readAndSignTheCourse);
            step("consent", visit::takeConsent);
            step("goods in", visit::receiveStock);
            step("photo", visit::storeAPhoto);
            step("start", visit::startTheSession);
            step("chart both cheeks", visit::chartBothCheeks);
            step("reaction and aftercare", visit::writeDownTheEnd);
            step("close", visit::closeTheSession);
            step("used unit refused", visit::seeTheUsedUnitRefused);
        } finally {
            cost.add("in all: " + words(visitor.time(), visitor.clicks(), visitor.fields())
                    + "; the program was ready after " + stipple.startedIn().toMillis() + " ms");
            visitor.barriers().forEach(barrier -> cost.add("axe: " + barrier));
            visitor.tooWide().forEach(page -> cost.add("phone: " + page));
            visitor.complaints().forEach(complaint -> cost.add("console: " + complaint));
            Files.write(Path.of("target", "first-visit.txt"), cost);
            cost.forEach(System.out::println);
        }
    }

    private void step(String name, Runnable walk) {
        Duration before = visitor.time();
        int clicks = visitor.clicks();
        int fields = visitor.fields();
        try {
            walk.run();
        } catch (RuntimeException | AssertionError stuck) {
            visitor.look("stuck");
            throw new AssertionError(
                    "stuck in “" + name + "” at " + visitor.path() + ":\n"
                            + visitor.page().locator("main").innerText(),
                    stuck);
        }
        cost.add(name + ": "
                + words(visitor.time().minus(before), visitor.clicks() - clicks, visitor.fields() - fields));
    }

    private static String words(Duration time, int clicks, int fields) {
        return String.format(Locale.ROOT, "%.1f s, %d clicks, %d fields", time.toMillis() / 1000.0, clicks, fields);
    }

    @Test
    void aFirstVisitGoesFromSetUpToTheReportAndAUsedUnitIsRefused() {
        assertThat(cost).hasSizeGreaterThan(13);
    }

    @Test
    void noPageKeepsAnybodyOut() {
        assertThat(visitor.graveBarriers()).isEmpty();
    }

    @Test
    void noPageScrollsSidewaysOnAPhone() {
        assertThat(visitor.tooWide()).isEmpty();
    }

    @Test
    void noPageAsksAnotherHost() {
        assertThat(visitor.requests()).isGreaterThan(50);
        assertThat(visitor.strangeRequests()).isEmpty();
    }

    @Test
    void noPageBreaksItsOwnRulesOrScripts() {
        assertThat(visitor.complaints()).isEmpty();
    }

    @AfterAll
    void stop() {
        visitor.close();
        stipple.close();
        chromium.close();
    }
}
