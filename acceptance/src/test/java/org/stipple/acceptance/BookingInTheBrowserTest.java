package org.stipple.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// The next date is given before somebody leaves: in four taps at most, by the desk, for one session or for all
/// that are left. Runs after the tests that only look at the demo.
@Order(9)
@ExtendWith(TheDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookingInTheBrowserTest {

    private static final int MOST_TAPS = 4;

    private final Chromium chromium = Chromium.start();
    private final RunningStipple stipple;

    BookingInTheBrowserTest(RunningStipple demo) {
        stipple = demo;
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    private Visitor desk(String name) {
        var desk = new Visitor(chromium, stipple.address(), name);
        desk.open("/sign-in");
        desk.fill("Sign-in name", "desk")
                .fill("Password", TheDemo.password(stipple))
                .press("Sign in");
        return desk;
    }

    private static void personsPage(Visitor desk, String name) {
        desk.open("/people?q=" + name.substring(0, name.indexOf(',')));
        desk.page()
                .locator("main a[href^='/people/']")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
    }

    private static void isSound(Visitor desk) {
        assertThat(desk.graveBarriers()).isEmpty();
        assertThat(desk.tooWide()).isEmpty();
        assertThat(desk.strangeRequests()).isEmpty();
        assertThat(desk.complaints()).isEmpty();
    }

    private static void told(String what, int taps, long began) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d taps of %d, %.1f s with its pages looked at%n",
                what,
                taps,
                MOST_TAPS,
                (System.nanoTime() - began) / 1e9);
        assertThat(taps).isLessThanOrEqualTo(MOST_TAPS);
    }

    @Test
    void theNextDateTakesTwoTaps() {
        try (var desk = desk("booking-next")) {
            personsPage(desk, "Jovic, Milan");
            int before = desk.clicks();
            long began = System.nanoTime();
            desk.press("Book a time");
            desk.look("booking-next");
            desk.click(desk.page().locator("button[name='slot']").first());
            desk.look("booking-next-taken");
            told("the next date", desk.clicks() - before, began);
            assertThat(desk.page().locator("main").innerText()).contains("Taken.", "Move it");
            isSound(desk);
        }
    }

    @Test
    void allSessionsThatAreLeftTakeFourTaps() {
        try (var desk = desk("booking-series")) {
            personsPage(desk, "Kessler, Nadia");
            int before = desk.clicks();
            long began = System.nanoTime();
            desk.press("Book a time");
            desk.click(desk.page().locator("input[name='series']"));
            desk.click(desk.page().locator("button[name='slot']").first());
            desk.look("booking-series-proposed");
            desk.press("Take all");
            desk.look("booking-series-taken");
            told("the rest of a course", desk.clicks() - before, began);
            assertThat(desk.page().locator("main").innerText()).contains("All of them are taken.");
            isSound(desk);
        }
    }
}
