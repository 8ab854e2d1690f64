package org.stipple.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// The intake with its script: answers follow the zones, what decides most is asked next, and what was entered
/// is kept until it is saved. Its pages are kept in `target/screenshots/intake`. It changes answers in the
/// demo, so it comes after the test that takes the pictures of the demo.
@Order(2)
@ExtendWith(TheDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeInTheBrowserTest {

    private static final String ACNE = "active-acne-in-zone";
    private static final String SURGERY = "surgery-in-zone.last";

    private final Chromium chromium = Chromium.start();
    private final RunningStipple stipple;
    private final Visitor visitor;
    private final Page page;

    IntakeInTheBrowserTest(RunningStipple demo) {
        stipple = demo;
        visitor = new Visitor(chromium, stipple.address(), "intake");
        page = visitor.page();
    }

    @BeforeAll
    void signIn() {
        visitor.open("/sign-in");
        visitor.fill("Sign-in name", "clinician")
                .fill("Password", TheDemo.password(stipple))
                .press("Sign in");
        page.waitForLoadState();
    }

    private void openTheIntakeOf(String familyName) {
        visitor.open("/people");
        visitor.press(familyName);
        assertThat(page).hasURL(Pattern.compile(".*/people/[0-9a-f-]{36}$"));
        visitor.open(visitor.path() + "/intake");
    }

    private Locator question(String path) {
        return page.locator("[id='q-" + path + "']");
    }

    private Locator answer(String path) {
        return question(path).locator("input[name='fact:" + path + "']:checked");
    }

    private int kept() {
        return (int) page.evaluate("Object.keys(sessionStorage).filter(k => k.startsWith('stipple-keep:')).length");
    }

    @Test
    void aZoneThatIsAddedTakesItsAnswersBackAndOneThatGoesGivesThemBack() {
        openTheIntakeOf("Dvorak");
        assertThat(answer(ACNE)).hasValue("true");
        assertThat(answer(SURGERY)).hasValue("never");
        visitor.choose("zone", "forehead");
        assertThat(answer(ACNE)).hasCount(0);
        assertThat(answer(SURGERY)).hasCount(0);
        assertThat(question(SURGERY)).containsText("Answered before: Never.");
        assertThat(question(ACNE).locator(".question-only input[value=cheek-left]"))
                .isChecked();
        assertThat(page.locator("#live .ask-list")).containsText("inflamed spots");
        visitor.look("asked-again");

        visitor.choose("zone", "forehead");
        assertThat(answer(ACNE)).hasValue("true");
        assertThat(answer(SURGERY)).hasValue("never");

        visitor.choose("zone", "forehead");
        Locator none = page.locator("[data-group=skin] [data-none-of-these]");
        visitor.click(none);
        assertThat(answer(ACNE)).hasCount(0);
        visitor.press("Save and screen");
        assertThat(page.locator(".troubles")).containsText("inflamed spots");
        assertThat(answer("tattoo-in-zone")).hasValue("false");
        assertThat(answer(SURGERY)).hasCount(0);
        assertThat(answer(ACNE)).hasCount(0);
        assertThat(question(ACNE).locator("input[value=cheek-left][type=checkbox]"))
                .isChecked();
        visitor.look("not-answered-yet");
    }

    @Test
    void whatWasEnteredIsKeptUntilItIsSaved() {
        openTheIntakeOf("Ferreira");
        String intake = visitor.path();
        visitor.choose("fact:diabetes", "controlled");
        page.locator("summary:has-text('Numbing cream')").click();
        visitor.fill("Amount", "10");
        visitor.press("Save and screen");
        assertThat(page.locator(".troubles li")).hasCount(1);
        visitor.look("one-does-not-fit");
        assertThat(answer("diabetes")).hasValue("controlled");
        assertThat(page.getByLabel("Amount")).hasValue("10");
        assertThat(kept()).isEqualTo(1);

        // The tab is lost and comes back.
        visitor.open(intake);
        assertThat(answer("diabetes")).hasValue("controlled");
        assertThat(page.locator("[data-kept]")).isVisible();
        page.locator("[id='f-anaesthetic.grams']").evaluate("field => field.closest('details').open = true");
        visitor.select(page.getByLabel("Numbing cream"), "emla").press("Save and screen");
        assertThat(page).hasURL(Pattern.compile(".*/screening$"));
        assertThat(kept()).isZero();
    }

    @Test
    void whatDecidesMostIsAskedNext() {
        openTheIntakeOf("Haas");
        assertThat(page.locator("[data-group]").first()).hasAttribute("data-group", "medicines");
        visitor.choose("indication", "acne-scars").choose("zone", "chin");
        visitor.select(page.getByLabel("Device"), "skinpen-precision");
        Locator next = page.locator("#live .next-question a");
        assertThat(next).containsText("pregnant");
        visitor.look("most-decisive-first");
        next.focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasAttribute("name", "fact:pregnant");
        visitor.choose("fact:pregnant", "false");
        assertThat(next).not().containsText("pregnant");
        assertThat(page.locator("[data-live-words]")).containsText("Next:");
    }

    @Test
    void noPageKeepsAnybodyOut() {
        openTheIntakeOf("Gruber");
        visitor.look("all-answered");
        assertThat(visitor.graveBarriers()).isEmpty();
        assertThat(visitor.tooWide()).isEmpty();
        assertThat(visitor.complaints()).isEmpty();
    }

    @AfterAll
    void stop() {
        visitor.close();
        chromium.close();
    }
}
