package org.stipple.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every page of the clinic, as `docs/tour.md` shows it: opened by whoever works with it, photographed into
/// `target/tour`, examined by axe, and measured by a finger. `TourTest` of the clinic holds the page against
/// the router, so that no page is left out.
@Order(2)
@ExtendWith(TheDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TourInTheBrowserTest {

    private static final Path TOUR = Path.of("..", "docs", "tour.md");
    private static final Pattern PICTURE = Pattern.compile("\\(pictures/tour/([a-z0-9-]+)\\.jpg\\)");

    /// Taken by the first visit: it is there before anybody can sign in, and once.
    private static final Set<String> TAKEN_ELSEWHERE = Set.of("setup");

    /// Of which the upper half says too little.
    private static final Set<String> HIGH = Set.of(
            "room",
            "course",
            "intake",
            "measurement",
            "dose",
            "start",
            "person",
            "photos",
            "recall",
            "outcome",
            "check",
            "check-result",
            "intake-links",
            "summary");

    private static final String IDENTIFIER = "[0-9a-f-]{36}";

    private final Chromium chromium = Chromium.start();
    private final RunningStipple stipple;
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();
    private final Set<String> taken = new TreeSet<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> small = new ArrayList<>();

    TourInTheBrowserTest(RunningStipple demo) {
        stipple = demo;
    }

    @BeforeAll
    void theTourIsWalked() throws IOException {
        Files.createDirectories(Path.of("target", "tour"));
        try (var nobody = new Visitor(chromium, stipple.address(), "tour-nobody")) {
            nobody.open("/sign-in");
            show(nobody, "sign-in");
            nobody.open("/m/nothing-was-ever-sent-with-this");
            show(nobody, "letter");
            walkTheSelfCheck(nobody);
        }
        for (String account : List.of("clinician", "desk", "manager", "lead", "admin", "auditor")) {
            open(account, "/today");
            show(as(account), account.equals("clinician") ? "today" : "today-" + account);
        }
        walkTheRecord();
        walkALink();
        walkTheRoom();
        walkAfterwards();
        walkTheClinic();
    }

    /// A person's own page, what they report, and who answers.
    private void walkAfterwards() {
        String ivarsson = somebody("Ivarsson, Lena");
        open("clinician", leading("clinician", ivarsson, ivarsson + "/sessions/" + IDENTIFIER + "/diary"));
        as("clinician").press("Show it as a code");
        show(as("clinician"), "diary");
        String own = String.valueOf(
                        as("clinician").page().locator(".qr-address").getAttribute("href"))
                .replaceFirst("^https?://[^/]+", "");
        var lena = new Visitor(chromium, stipple.address(), "tour-own");
        visitors.put("own", lena);
        lena.open(own);
        show(lena, "own-after");
        for (String answer : List.of("none", "same", "little", "no", "yes")) {
            AfterwardsInTheBrowserTest.tap(lena.page(), answer);
        }
        show(lena, "own-entry");
        open("clinician", "/concerns");
        show(as("clinician"), "concerns");
        open("clinician", leading("clinician", "/concerns", "/concerns/" + IDENTIFIER + "/" + IDENTIFIER));
        show(as("clinician"), "concern");
        open("lead", "/meaning");
        show(as("lead"), "meaning");
        open("clinician", "/concerns/reach");
        show(as("clinician"), "concerns-reach");
        open("clinician", "/aftercare");
        show(as("clinician"), "aftercare");
    }

    private void walkTheRecord() {
        open("clinician", "/people");
        show(as("clinician"), "people");
        open("clinician", "/people/new");
        show(as("clinician"), "person-new");
        open("clinician", somebody("Okafor, Amara"));
        show(as("clinician"), "person");
        String ines = somebody("Ferreira, Ines");
        for (String chapter : List.of("details", "contact", "intake", "screening", "trail")) {
            open("clinician", ines + "/" + chapter);
            show(as("clinician"), chapter);
        }
        String course = leading("clinician", ines, ines + "/courses/" + IDENTIFIER);
        open("clinician", course);
        show(as("clinician"), "course");
        open("clinician", course + "/dose/forehead");
        show(as("clinician"), "dose");
        String amara = somebody("Okafor, Amara");
        for (String chapter : List.of("consent", "photos")) {
            open("clinician", amara + "/" + chapter);
            show(as("clinician"), chapter);
        }
        walkConsent(amara);
        open("clinician", amara + "/photos/capture");
        show(as("clinician"), "capture");
        for (String chapter : List.of("outcome", "scores")) {
            open("clinician", amara + "/" + chapter);
            show(as("clinician"), chapter);
        }
        open("clinician", leading("clinician", amara + "/outcome", amara + "/scores/" + IDENTIFIER));
        show(as("clinician"), "score");
        open("clinician", leading("clinician", amara, amara + "/courses/" + IDENTIFIER) + "/summary");
        show(as("clinician"), "summary");
        open("clinician", leading("clinician", amara, amara + "/measurements/" + IDENTIFIER));
        show(as("clinician"), "measurement");
        open("clinician", amara + "/adverse");
        show(as("clinician"), "person-adverse");
        open("clinician", leading("clinician", amara + "/adverse", amara + "/adverse/" + IDENTIFIER));
        show(as("clinician"), "adverse-event");
        open("clinician", amara + "/adverse/new");
        show(as("clinician"), "adverse-new");
        open("desk", amara + "/follow-up");
        show(as("desk"), "follow-up");
        open("clinician", amara + "/erasure");
        show(as("clinician"), "erasure");
        walkTheCopy(amara);
        open("desk", ines + "/emergency");
        show(as("desk"), "emergency");
    }

    /// The copy of a record, and the link by which the person fetches it.
    private void walkTheCopy(String person) {
        var clinician = as("clinician");
        open("clinician", person + "/copy");
        clinician.press("Show it as a code");
        clinician.page().waitForSelector(".qr");
        show(clinician, "copy");
        String link = String.valueOf(clinician.page().locator(".qr-address").textContent());
        try (var own = new Visitor(chromium, stipple.address(), "tour-own-copy")) {
            own.open(link);
            show(own, "own-copy");
            assertThat(own.barriers()).isEmpty();
            assertThat(own.tooWide()).isEmpty();
        }
    }

    /// The link that a person gets, and what stands behind it on their own phone.
    private void walkConsent(String person) {
        open("clinician", person + "/consent/code");
        as("clinician").press("Make a code");
        show(as("clinician"), "consent-code");
        String link =
                as("clinician").page().locator(".link-code .hash").innerText().strip();
        try (var own = new Visitor(chromium, stipple.address(), "tour-own-consent")) {
            own.open(link);
            show(own, "own-consent");
            own.open(link + "/teaching");
            show(own, "own-consent-text");
            assertThat(own.barriers()).isEmpty();
            assertThat(own.tooWide()).isEmpty();
            assertThat(own.complaints()).isEmpty();
            assertThat(own.strangeRequests()).isEmpty();
        }
        open("manager", "/consent/texts");
        show(as("manager"), "consent-texts");
    }

    private void walkTheSelfCheck(Visitor nobody) {
        nobody.open("/check");
        nobody.choose("indication", "texture").choose("zone", "cheek-left").choose("fitzpatrick", "4");
        nobody.choose("sex", "female").choose("heat", "no").choose("needles", "1.5");
        show(nobody, "check");
        nobody.press("Go on");
        nobody.page().waitForSelector("input[name=sheet]", ATTACHED);
        nobody.press("Show what it says so far");
        nobody.page().waitForSelector(".check-place");
        show(nobody, "check-result");
    }

    private static final com.microsoft.playwright.Page.WaitForSelectorOptions ATTACHED =
            new com.microsoft.playwright.Page.WaitForSelectorOptions()
                    .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);

    /// Sent to somebody who has answered before.
    private void walkALink() {
        var clinician = as("clinician");
        open("clinician", somebody("Ferreira, Ines") + "/intake/links");
        clinician.press("Show as a code");
        clinician.page().waitForSelector(".qr");
        show(clinician, "intake-links");
        String link = String.valueOf(clinician.page().locator(".qr-address").textContent());
        try (var nobody = new Visitor(chromium, stipple.address(), "tour-link")) {
            nobody.open(link);
            show(nobody, "own-intake");
            nobody.open(link + "/medicines");
            show(nobody, "own-intake-page");
        }
    }

    private void walkTheRoom() {
        String gruber = somebody("Gruber, Jonas");
        String start = leading("clinician", gruber, gruber + "/courses/" + IDENTIFIER + "/session");
        open("clinician", start.replaceFirst("session$", "recheck"));
        show(as("clinician"), "recheck");
        open("clinician", start);
        show(as("clinician"), "start");
        String amara = somebody("Okafor, Amara");
        String done = leading("clinician", amara, amara + "/sessions/" + IDENTIFIER);
        open("clinician", done + "/report");
        show(as("clinician"), "report");
        open("clinician", done + "/sheet");
        show(as("clinician"), "sheet");
        String ivarsson = somebody("Ivarsson, Lena");
        String room = leading("clinician", ivarsson, ivarsson + "/sessions/" + IDENTIFIER);
        open("clinician", room);
        show(as("clinician"), "room");
        open("clinician", room + "/units");
        show(as("clinician"), "units");
    }

    private void walkTheClinic() {
        for (String path : List.of(
                "/reviews",
                "/adverse",
                "/incidents",
                "/incidents/new",
                "/incidents/protocols",
                "/recalls",
                "/messages")) {
            open("clinician", path);
            show(as("clinician"), path.substring(1).replace('/', '-'));
        }
        open("clinician", leading("clinician", "/incidents", "/incidents/" + IDENTIFIER));
        show(as("clinician"), "incident");
        String recall = leading("clinician", "/recalls", "/recalls/" + IDENTIFIER);
        open("clinician", recall);
        show(as("clinician"), "recall");
        open("clinician", recall + "/report");
        show(as("clinician"), "recall-report");
        walkTheBooking();
        for (String path : List.of("/stock", "/stock/labels", "/messages/reach")) {
            open("manager", path);
            show(as("manager"), path.substring(1).replace('/', '-'));
        }
        for (String path : List.of("/knowledge", "/knowledge/devices", "/knowledge/devices/skinpen-precision")) {
            open("clinician", path);
            show(
                    as("clinician"),
                    path.equals("/knowledge") ? "knowledge" : path.contains("skinpen") ? "entry" : "section");
        }
        open("clinician", "/account");
        show(as("clinician"), "own-account");
        open("admin", "/accounts");
        show(as("admin"), "accounts");
        open("admin", leading("admin", "/accounts", "/accounts/" + IDENTIFIER));
        show(as("admin"), "account");
        open("auditor", "/trail");
        show(as("auditor"), "clinic-trail");
        for (String path : List.of("/erasures", "/erasures/rules")) {
            open("lead", path);
            show(as("lead"), path.substring(1).replace('/', '-'));
        }
        open("lead", "/emergencies");
        show(as("lead"), "emergencies");
    }

    private void walkTheBooking() {
        open("desk", "/booking");
        show(as("desk"), "booking");
        open("desk", "/booking/calendars");
        show(as("desk"), "booking-calendars");
        open("manager", "/booking/arrangements");
        show(as("manager"), "booking-arrangements");
        open("manager", "/booking/closures");
        show(as("manager"), "booking-closures");
        open("desk", "/booking/look");
        show(as("desk"), "booking-look");
        open("desk", "/booking/missed");
        show(as("desk"), "booking-missed");
        String gruber = somebody("Gruber, Jonas") + "/booking";
        open("desk", gruber);
        show(as("desk"), "booking-person");
        var first = String.valueOf(
                as("desk").page().locator("button[name='slot']").first().getAttribute("value"));
        open("desk", gruber + "/series?first=" + first);
        show(as("desk"), "booking-series");
        open("desk", leading("desk", gruber, gruber + "/" + IDENTIFIER));
        show(as("desk"), "booking-appointment");
        open("desk", as("desk").page().url().replaceFirst("^https?://[^/]+", "") + "?code=yes");
        var own = new Visitor(chromium, stipple.address(), "tour-own-appointment");
        visitors.put("own-appointment", own);
        own.open(String.valueOf(as("desk").page().locator(".qr-address").getAttribute("href"))
                .replaceFirst("^https?://[^/]+", ""));
        show(own, "own-appointment");
    }

    /// Whoever is signed in under that name.
    private Visitor as(String account) {
        return visitors.computeIfAbsent(account, name -> {
            var visitor = new Visitor(chromium, stipple.address(), "tour-" + name);
            visitor.open("/sign-in");
            visitor.fill("Sign-in name", name)
                    .fill("Password", TheDemo.password(stipple))
                    .press("Sign in");
            return visitor;
        });
    }

    private void open(String account, String path) {
        int status = as(account).open(path);
        if (status != 200) {
            wrong.add(path + " as " + account + ": " + status);
        }
    }

    private String somebody(String name) {
        var visitor = as("clinician");
        visitor.open("/people?q=" + name.substring(0, name.indexOf(',')));
        return String.valueOf(visitor.page()
                        .locator("main a[href^='/people/']")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(name))
                        .first()
                        .getAttribute("href"))
                .replaceFirst("#.*", "");
    }

    /// The first link of a page that leads to such an address.
    private String leading(String account, String from, String pattern) {
        var visitor = as(account);
        visitor.open(from);
        Function<String, String> bare = href -> href.replaceFirst("[?#].*", "");
        var links = (List<?>) visitor.page()
                .locator("main a[href]")
                .evaluateAll("links => links.map(link => link.getAttribute('href'))");
        return links.stream()
                .map(link -> bare.apply(String.valueOf(link)))
                .filter(href -> href.matches(pattern))
                .findFirst()
                .orElseThrow(() -> new AssertionError(from + " leads to no " + pattern));
    }

    private void show(Visitor visitor, String name) {
        taken.add(name);
        visitor.tour(name, HIGH.contains(name) ? 1400 : 900);
        visitor.look(name);
        visitor.smallTargets().forEach(target -> small.add(name + ": " + target));
    }

    @Test
    void everyPageOpens() {
        assertThat(wrong).isEmpty();
    }

    @Test
    void noPageKeepsAnybodyOut() {
        assertThat(visitors.values()).allSatisfy(visitor -> {
            assertThat(visitor.barriers()).isEmpty();
            assertThat(visitor.tooWide()).isEmpty();
            assertThat(visitor.complaints()).isEmpty();
            assertThat(visitor.strangeRequests()).isEmpty();
        });
    }

    @Test
    void everyTargetIsLargeEnoughForAFingerInAGlove() {
        assertThat(small).isEmpty();
    }

    @Test
    void theTourShowsEachOfThemAndNothingElse() throws IOException {
        var shown = new TreeSet<String>();
        PICTURE.matcher(Files.readString(TOUR)).results().forEach(picture -> shown.add(picture.group(1)));
        var expected = new TreeSet<>(taken);
        expected.addAll(TAKEN_ELSEWHERE);
        assertThat(shown).isEqualTo(expected);
        assertThat(shown)
                .allSatisfy(name -> assertThat(TOUR.resolveSibling("pictures/tour/" + name + ".jpg"))
                        .isRegularFile());
    }

    @AfterAll
    void close() {
        visitors.values().forEach(Visitor::close);
        chromium.close();
    }
}
