package org.stipple.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One person's first visit, page by page as a practitioner walks it. Each step stands on the page where the
/// one before it ended.
final class FirstVisit {

    static final String GIVEN_NAME = "Amara";
    static final String FAMILY_NAME = "Okafor";
    static final List<String> ZONES = List.of("cheek-left", "cheek-right");

    private static final String SKIN_TYPE_IV = "4";

    private final Visitor visitor;
    private final Page page;
    private final int year = LocalDate.now(ZoneOffset.UTC).getYear() % 100;

    FirstVisit(Visitor visitor) {
        this.visitor = visitor;
        this.page = visitor.page();
    }

    /// A sterile unit, good for two years.
    String goodUnit() {
        return String.format(Locale.ROOT, "(01)00850000000018(17)%02d0630(10)LOT7(21)0042", year + 2);
    }

    /// Its sister, forgotten on the shelf.
    String expiredUnit() {
        return String.format(Locale.ROOT, "(01)00850000000018(17)%02d0131(10)LOT3(21)0007", year - 1);
    }

    void setUpTheClinic(String link) {
        visitor.open(link);
        visitor.tour("setup", 900);
        visitor.look("set-up")
                .fill("Name of the clinic", TheClinic.NAME)
                .fill("Place and law", TheClinic.PLACE)
                .fill("Time zone", TheClinic.ZONE)
                .fill("Your name", TheClinic.CLINICIAN)
                .fill("Sign-in name", TheClinic.USERNAME)
                .fill("Password", TheClinic.PASSWORD)
                .press("Set up the clinic");
    }

    void signIn() {
        visitor.look("sign-in")
                .fill("Sign-in name", TheClinic.USERNAME)
                .fill("Password", TheClinic.PASSWORD)
                .press("Sign in");
        visitor.look("nobody-yet");
    }

    void writeDownThePerson() {
        visitor.press("New person")
                .look("new-person")
                .fill("Given name", GIVEN_NAME)
                .fill("Family name", FAMILY_NAME)
                .fill("Date of birth", "1992-02-11")
                .choose("sex", "female")
                .press("Write down");
        assertThat(page.getByRole(
                        com.microsoft.playwright.options.AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(FAMILY_NAME);
        visitor.look("person");
    }

    void answerTheQuestions() {
        visitor.press("Begin the intake").look("intake-empty").choose("indication", "acne-scars");
        ZONES.forEach(zone -> visitor.choose("zone", zone));
        visitor.select(page.getByLabel("Device"), "skinpen-precision")
                .select(page.getByLabel("Who treats"), "physician")
                .choose("fitzpatrick", SKIN_TYPE_IV);
        for (Locator group : page.locator("section[data-group]").all()) {
            answerNo(group);
        }
        assertThat(page.locator("#live .verdict-head")).not().containsText("Choose what");
        assertThat(page.locator("#live .ask-list li")).hasCount(0);
        visitor.look("intake-answered").press("Save and screen");
    }

    /// With one press where the group has a button for it; what that leaves open, one by one.
    private void answerNo(Locator group) {
        Locator none = group.locator("[data-none-of-these]");
        if (none.isVisible()) {
            visitor.click(none);
        }
        for (Locator question : group.locator("fieldset.question").all()) {
            if (question.isVisible()
                    && question.locator("input[type=radio]:checked").count() == 0) {
                Locator no = question.locator("label:has(input[value=false]), label:has(input[value=never])");
                visitor.click(
                        no.count() > 0
                                ? no.first()
                                : question.locator("label:has(input[type=radio])")
                                        .first());
            }
        }
    }

    void readTheFindings() {
        assertThat(page.locator(".verdict").first()).isVisible();
        assertThat(page.locator("details.finding").first()).isVisible();
        visitor.look("screening").press("Plan a course");
    }

    void readAndSignTheCourse() {
        assertThat(page).hasURL(Pattern.compile(".*/courses/[0-9a-f-]{36}$"));
        assertThat(page.locator("figure.map svg").first()).isVisible();
        visitor.look("course");
        Locator signing = page.locator("form:has(input[type=password])");
        for (Locator reason : signing.locator("textarea[required], input[type=text][required]")
                .all()) {
            visitor.fill(reason, "Seen, discussed, and the benefit outweighs it.");
        }
        for (Locator box :
                signing.locator("label:has(input[type=checkbox][required])").all()) {
            visitor.click(box);
        }
        visitor.fill(signing.locator("input[type=password]"), TheClinic.PASSWORD)
                .click(signing.locator("button[type=submit]"));
        assertThat(page.locator("form:has(input[type=password])")).hasCount(0);
        assertThat(page.locator("main")).containsText(TheClinic.CLINICIAN);
        visitor.look("course-signed");
    }

    void takeConsent() {
        openThePerson();
        visitor.click(page.locator("main a[href$='/consent']").first()).look("consent");
        for (String purpose : List.of("treatment", "record-photos", "measurement")) {
            Locator section = page.locator("#" + purpose);
            visitor.click(section.locator("label:has(input[name=agree])"))
                    .fill(section.getByLabel("Full name"), GIVEN_NAME + " " + FAMILY_NAME)
                    .click(section.locator("button[type=submit]"));
            assertThat(page.locator("#" + purpose + " .notice")).containsText("Agreed");
        }
        visitor.look("consent-given");
    }

    void receiveStock() {
        visitor.press("Stock").look("stock-empty");
        Locator form = page.locator("form[action='/stock']");
        receive(form, goodUnit());
        assertThat(page.locator(".notice-done")).containsText("Received");
        receive(form, expiredUnit());
        assertThat(form).containsText("it expired on");
        visitor.look("expired-goods")
                .click(form.locator("label:has(input[name=quarantine])"))
                .click(form.locator("button[type=submit]"));
        assertThat(page.locator(".notice-done")).containsText("quarantine");
        assertThat(page.locator("main")).containsText("quarantined");
        visitor.look("stock");
    }

    private void receive(Locator form, String code) {
        visitor.select(form.locator("select"), "skinpen-precision")
                .fill(form.getByLabel("Code"), code)
                .click(form.locator("button[type=submit]"));
    }

    void storeAPhoto() {
        openThePerson();
        visitor.click(page.locator("main a[href$='/photos']").first()).look("photos-empty");
        page.getByLabel("Photo", new Page.GetByLabelOptions().setExact(true))
                .setInputFiles(new FilePayload("before.jpg", "image/jpeg", SkinPhoto.jpeg()));
        visitor.press("Store");
        Locator stored = page.locator("figure.shot img");
        assertThat(stored).hasCount(1);
        assertThat(stored).hasJSProperty("naturalWidth", SkinPhoto.WIDTH);
        visitor.look("photos");
    }

    void startTheSession() {
        openThePerson();
        visitor.press("Start a session").look("before-the-session");
        scan(expiredUnit());
        assertThat(page.locator(".notice-error")).containsText("expired");
        visitor.look("expired-unit-refused");
        scan(goodUnit());
        assertThat(page.locator("#scan-lines .notice-done")).containsText("0042");
        assertThat(page.locator("#scan-lines .notice-error")).hasCount(0);
        assertThat(page.getByText("Start the session")).isDisabled();
        visitor.select(page.getByLabel("I treat as"), "physician").press("That is so");
        assertThat(page.getByText("Start the session")).isEnabled();
        assertThat(page.locator("main")).containsText("0042");
        visitor.look("unit-accepted").press("Start the session");
        assertThat(page).hasURL(Pattern.compile(".*/sessions/[0-9a-f-]{36}$"));
    }

    /// As a scanner does: it types, and presses Enter.
    private void scan(String code) {
        visitor.fill("Code", code);
        page.getByLabel("Code").press("Enter");
        page.waitForLoadState();
    }

    void chartBothCheeks() {
        visitor.look("room");
        Locator map = page.locator(".map-form");
        visitor.click(map.locator("label:has(input[name=all])"))
                .choose(map, "endpoint", "pinpoint-bleeding")
                .choose(map, "pain", "3")
                .click(map.locator("button[type=submit]"));
        assertThat(page.locator(".charted > li")).hasCount(ZONES.size());
        visitor.look("room-charted");
    }

    void writeDownTheEnd() {
        Locator end = page.locator("#after form[action$='/after']");
        visitor.choose(end, "erythema", "1").choose(end, "aftercare", "both").click(end.locator("button"));
        assertThat(page.locator("#after")).containsText("redness slight (1)");
    }

    void closeTheSession() {
        visitor.fill("Your password", TheClinic.PASSWORD).press("Close and sign");
        assertThat(page).hasURL(Pattern.compile(".*/report$"));
        assertThat(page.locator("main")).containsText("pinpoint bleeding");
        assertThat(page.locator("main")).containsText("LOT7");
        visitor.look("visit-report").press("Sheet to take home");
        assertThat(page.locator("main")).containsText("Call the emergency number at once");
        visitor.look("sheet-to-take-home");
    }

    void seeTheUsedUnitRefused() {
        openThePerson();
        assertThat(page.locator("main")).not().containsText("Start a session");
        assertThat(page.locator("main")).containsText("The next from");
        visitor.look("person-after").press("Before the session, from");
        scan(goodUnit());
        assertThat(page.locator(".notice-error")).containsText("used before");
        visitor.look("used-unit-refused");
    }

    /// By the list of people and a click on the name.
    private void openThePerson() {
        visitor.press("People").press(FAMILY_NAME);
        assertThat(page).hasURL(Pattern.compile(".*/people/[0-9a-f-]{36}$"));
    }
}
