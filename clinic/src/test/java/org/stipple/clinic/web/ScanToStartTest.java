package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.WhoWaits;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.recall.Recalls;
import org.stipple.clinic.stock.Goods;
import org.stipple.clinic.stock.Handpieces;
import org.stipple.clinic.stock.Kind;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.StockUnit;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.stock.Uses;
import org.stipple.clinic.treatment.Exposures;
import org.stipple.clinic.treatment.Numbings;
import org.stipple.clinic.treatment.SessionUnits;

/// Code after code into one field, each sorted by its kind and told with its verdict; then the session, in
/// which one more unit is used and one is dropped.
class ScanToStartTest {

    private static final Pattern UNIT = Pattern.compile("unit=([0-9a-f-]{36})");
    private static final String DEVICE = "skinpen-precision";

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Caller caller;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        stipple.itIs("2026-11-20T09:00:00Z");
        noor = stipple.clinic("Hillside", "noor-scan");
        caller = Caller.signedIn(stipple.port(), "noor-scan");
        Acting.doing(noor, () -> {
            stipple.the(Handpieces.class).receive(DEVICE, Optional.empty(), Optional.empty(), "H-1", Optional.empty());
            received(Kind.CARTRIDGE, DEVICE, "(17)271130(10)CART(21)1");
            received(Kind.CARTRIDGE, DEVICE, "(17)271130(10)CART(21)2");
            received(Kind.CARTRIDGE, "exceed", "(17)271130(10)OTHER(21)1");
            received(Kind.CARTRIDGE, DEVICE, "(17)271130(10)SEAL(21)1");
            received(Kind.ANAESTHETIC, "lmx4", "(17)271130(10)CREAM(21)1");
            received(Kind.TOPICAL, "device-hydrogel", "(17)271130(10)GEL(21)1");
            received(Kind.TOPICAL, "vitamin-c-serum", "(17)271130(10)SERUM(21)1");
            stipple.the(Stock.class).recall(DEVICE, "SEAL", "the maker says the seal is open");
        });
    }

    @AfterAll
    static void stop() {
        caller.close();
        stipple.close();
    }

    private static StockUnit received(Kind kind, String product, String code) {
        return stipple.the(Stock.class)
                .receive(new Goods(kind, product, Optional.empty(), UnitCode.parse(code), 1, Optional.empty()))
                .getFirst();
    }

    private record Ready(PatientId person, UUID course) {
        String page() {
            return "/people/" + person + "/courses/" + course + "/session";
        }
    }

    private static Ready ready() throws Exception {
        return Acting.as(noor, () -> {
            var person = new PatientId(UUID.randomUUID());
            stipple.the(Patients.class).register(person, Someone.bornIn(1992));
            stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
            stipple.the(Screenings.class).screen(person);
            var courses = stipple.the(Courses.class);
            var plan = courses.draft(UUID.randomUUID(), person).plan();
            courses.sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
            Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
            return new Ready(person, plan.id());
        });
    }

    private static HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        var fields = new LinkedHashMap<>(form);
        fields.put("key", UUID.randomUUID().toString());
        return caller.post(path, fields, true, false);
    }

    private static String leadsTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }

    private static String refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("data-scan-problem");
        return answer.body();
    }

    @Test
    void eachCodeIsSortedByItsKindAndRefusedWithItsReason() throws Exception {
        Ready ready = ready();
        assertThat(caller.get(ready.page()).body())
                .contains("Needed: a cartridge and the handpiece")
                .contains("/static/js/scan.js");
        assertThat(refused(post(ready.page(), Map.of("code", "(17)271130(10)OTHER(21)1"))))
                .contains("is for exceed, and the course is planned with skinpen-precision");
        assertThat(refused(post(ready.page(), Map.of("code", "(17)271130(10)SEAL(21)1"))))
                .contains("Lot SEAL is recalled: the maker says the seal is open");
        assertThat(refused(post(ready.page(), Map.of("code", "(17)271130(10)SERUM(21)1"))))
                .contains("vitamin C serum, which is not on the skin while it is needled");
        assertThat(refused(post(ready.page(), Map.of("code", "hello"))))
                .contains("This is no code of goods that can be read here");
        assertThat(refused(post(ready.page(), Map.of("code", "(17)271130(10)NOWHERE(21)1"))))
                .contains("No unit with lot NOWHERE and serial 1 is left in stock");
        assertThat(refused(post(ready.page(), Map.of("code", "(21)H-9")))).contains("No handpiece with serial H-9");
        String units = leadsTo(post(ready.page(), Map.of("code", "(21)H-1")));
        assertThat(caller.get(units).body()).contains("Handpiece: serial H-1");
        String handpiece =
                UNIT.matcher(units).results().findFirst().orElseThrow().group(1);
        assertThat(refused(post(ready.page(), Map.of("code", "(21)H-1", "unit", handpiece))))
                .contains("This was scanned already: handpiece, serial H-1");
        String byHand = leadsTo(post(ready.page(), Map.of("item", handpiece)));
        assertThat(byHand).contains("unit=" + handpiece);
    }

    @Test
    void aSessionUsesSeveralUnitsThrowsOneAwayAndARecallFindsWhoseItWas() throws Exception {
        Ready ready = ready();
        String handpiece = unitOf(leadsTo(post(ready.page(), Map.of("code", "(21)H-1"))));
        String cream = unitOf(leadsTo(post(ready.page(), Map.of("code", "(17)271130(10)CREAM(21)1"))));
        var numb = new LinkedHashMap<String, String>(
                Map.of("anaesthetic", cream, "grams", "10", "areaCm2", "60", "zone", "cheek-left", "unit", handpiece));
        String numbing = "/people/" + ready.person() + "/courses/" + ready.course() + "/numbing";
        assertThat(post(numbing, Map.of("anaesthetic", cream, "grams", "20", "areaCm2", "60", "zone", "cheek-left"))
                        .body())
                .contains("More than the label allows: at most 12 g on this area by the label, given 20 g");
        String on = leadsTo(post(numbing, numb));
        assertThat(on).contains("unit=" + handpiece).doesNotContain(cream);
        assertThat(caller.get(on.replaceAll("#.*", "")).body())
                .contains("data-on-since=\"2026-11-20T09:00:00Z\"")
                .contains("It is wiped off completely, now");
        String cartridge = unitOf(leadsTo(post(ready.page(), Map.of("code", "(17)271130(10)CART(21)1"))));
        String page = ready.page() + "?unit=" + handpiece + "&unit=" + cartridge;
        assertThat(caller.get(page).body()).contains("The anaesthetic is on the skin since");
        String standing = Acting.as(
                noor,
                () -> stipple.the(Numbings.class)
                        .beforeNext(ready.person(), ready.course())
                        .getFirst()
                        .id()
                        .toString());
        post(numbing + "/off", Map.of("numbing", standing));
        assertThat(caller.get(page).body()).contains("Ready to start");
        Acting.doing(noor, () -> {
            var units = List.of(UUID.fromString(handpiece), UUID.fromString(cartridge));
            UUID next = stipple.the(Numbings.class).reserved(ready.person(), ready.course());
            var session = Someone.started(stipple.the(org.stipple.clinic.treatment.Sessions.class)
                    .start(next, ready.person(), ready.course(), units));
            try {
                String room = "/people/" + ready.person() + "/sessions/" + session.id();
                assertThat(caller.get(room).body())
                        .contains("numbed with lidocaine 4 % (LMX4), 10 g on 60 cm")
                        .contains("serial H-1");
                assertThat(post(room + "/units", Map.of("code", "(17)271130(10)CART(21)1"))
                                .body())
                        .contains("was used before");
                assertThat(post(room + "/units", Map.of("code", "(17)271130(10)CART(21)2"))
                                .statusCode())
                        .isEqualTo(303);
                assertThat(post(room + "/units/discarded", Map.of("unit", cartridge, "why", "x"))
                                .body())
                        .contains("expected what happened to it");
                post(room + "/units/discarded", Map.of("unit", cartridge, "why", "It fell on the floor"));
                assertThat(caller.get(room + "/units").body()).contains("Thrown away: It fell on the floor");
                assertThat(caller.get(room + "/report").body())
                        .contains("handpiece, serial H-1", "lot CART, serial 2, expires")
                        .containsPattern(
                                "numbed with lidocaine 4 % \\(LMX4\\), 10 g on 60 cm[^<]* on the skin for 0 minutes");
            } catch (RuntimeException failed) {
                throw failed;
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
            assertThat(stipple.the(SessionUnits.class).of(ready.person(), session.id()))
                    .hasSize(4);
            var uses = stipple.the(Uses.class);
            var exposures = stipple.the(Exposures.class);
            assertThat(exposures.of(uses.ofLot(DEVICE, "cart")))
                    .extracting(Exposures.Exposure::patient)
                    .containsOnly(ready.person())
                    .hasSize(2);
            assertThat(exposures.of(uses.ofProduct(Kind.ANAESTHETIC, "lmx4")))
                    .singleElement()
                    .satisfies(one -> assertThat(one.use().session()).isEqualTo(session.id()));
            assertThat(exposures.of(uses.ofHandpiece(UUID.fromString(handpiece))))
                    .hasSize(1);
            assertThat(exposures.of(uses.ofProduct(Kind.HANDPIECE, DEVICE))).hasSize(1);
            aRecallOfAnythingInItFindsThePerson(ready.person(), UUID.fromString(handpiece));
        });
    }

    /// The cream before the needle and the handpiece in the hand touch a person as a cartridge does.
    private static void aRecallOfAnythingInItFindsThePerson(PatientId person, UUID handpiece) {
        var handpieces = stipple.the(Handpieces.class);
        stipple.the(Stock.class).recall("lmx4", "cream", "the maker found it too strong");
        assertThatThrownBy(() -> handpieces.recall(handpiece, "?")).hasMessageContaining("expected what was found");
        handpieces.recall(handpiece, "the maker recalls its motor");
        assertThatThrownBy(() -> handpieces.recall(handpiece, "the maker recalls its motor"))
                .hasMessageContaining("recalled before");
        assertThat(handpieces.all())
                .filteredOn(one -> one.id().equals(handpiece))
                .singleElement()
                .satisfies(one -> assertThat(one.outOfService()).contains("the maker recalls its motor"));
        var recalls = stipple.the(Recalls.class);
        for (String words : List.of("lot cream", "handpiece H-1")) {
            var recall = recalls.all().stream()
                    .filter(one -> one.goods().words().equals(words))
                    .findFirst()
                    .orElseThrow();
            assertThat(recall.sessions()).as(words).isEqualTo(1);
            assertThat(recalls.treated(recall.goods().id()))
                    .as(words)
                    .singleElement()
                    .satisfies(treated -> assertThat(treated.person().id()).isEqualTo(person));
        }
        assertThat(recalls.all()).extracting(Recalls.Overview::articleName).contains("lidocaine 4 % (LMX4)");
        handpieces.putBack(handpiece, "the motor was replaced");
    }

    private static String unitOf(String href) {
        return UNIT.matcher(href).results().findFirst().orElseThrow().group(1);
    }

    @Test
    void aMistakeAtGoodsInIsCorrectedByWhatIsAppendedAndAnArticleIsRecalledWhole() {
        Acting.doing(noor, () -> {
            var stock = stipple.the(Stock.class);
            var unit = received(Kind.CARTRIDGE, DEVICE, "(01)00850000000018(17)271130(10)WR0NG(21)1");
            assertThatThrownBy(() -> stock.correct(unit.id(), "WRONG", unit.expiry(), "x"))
                    .hasMessageContaining("expected what was wrong");
            stock.correct(unit.id(), "WRONG", LocalDate.of(2027, 12, 31), "Letter O was typed as zero");
            var corrected = stock.find(unit.id()).orElseThrow();
            assertThat(corrected.lot()).isEqualTo("WRONG");
            assertThat(corrected.expiry()).isEqualTo(LocalDate.of(2027, 12, 31));
            stock.recallArticle("00850000000018", "the maker recalls the whole article");
            assertThat(stock.find(unit.id()).orElseThrow().recalled()).contains("the maker recalls the whole article");
        });
    }

    @Test
    void whatWasTypedOfAnAnaestheticStandsThereAgainAndAnOddNumberIsAskedAbout() throws Exception {
        Ready ready = ready();
        String tube = Acting.as(noor, () -> received(Kind.ANAESTHETIC, "lmx4", "(17)271130(10)TYPED(21)1"))
                .id()
                .toString();
        String numbing = "/people/" + ready.person() + "/courses/" + ready.course() + "/numbing";
        var typed = new LinkedHashMap<String, String>(
                Map.of("anaesthetic", tube, "unit", tube, "grams", "61", "areaCm2", "60", "zone", "cheek-left"));
        var answer = post(numbing, typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("at most 12 g on this area by the label, given 61 g")
                .containsPattern("name=\"grams\" value=\"61\"")
                .containsPattern("name=\"areaCm2\" value=\"60\"")
                .containsPattern("value=\"cheek-left\" checked")
                .doesNotContainPattern("value=\"cheek-right\" checked");
        for (String odd : List.of("1e1", "5,000", "+5", "0", "5.555", "12345")) {
            typed.put("grams", odd);
            assertThat(post(numbing, typed).body())
                    .as(odd)
                    .contains("was " + odd + ", expected a number such as 5 or 2.5");
        }
        typed.put("grams", "5");
        typed.put("zone", "abdomen");
        assertThat(post(numbing, typed).body()).contains("Not in this course: abdomen");
    }

    private static void itIsAndNoorSignsInAgain(String instant) throws Exception {
        stipple.itIs(instant);
        caller.close();
        caller = Caller.signedIn(stipple.port(), "noor-scan");
    }

    @Test
    void anAnaestheticThatStaysOnIsSeenInTheRoomAndOnThePageOfTheDayUntilItIsTakenOff() throws Exception {
        Ready ready = ready();
        var tube = Acting.as(noor, () -> received(Kind.ANAESTHETIC, "lmx4", "(17)271130(10)STAYS(21)1"));
        var cartridge = Acting.as(noor, () -> received(Kind.CARTRIDGE, DEVICE, "(17)271130(10)STAYS(21)2"));
        String handpiece = unitOf(leadsTo(post(ready.page(), Map.of("code", "(21)H-1"))));
        String numbing = "/people/" + ready.person() + "/courses/" + ready.course() + "/numbing";
        post(numbing, Map.of("anaesthetic", tube.id() + "", "grams", "5", "areaCm2", "60", "zone", "cheek-left"));
        String on = Acting.as(
                noor,
                () -> stipple.the(Numbings.class)
                        .onTheSkin(ready.person())
                        .getFirst()
                        .id()
                        .toString());
        var goOn = new LinkedHashMap<String, String>(
                Map.of("numbing", on, "why", "Off on the left cheek, which alone is needled", "password", "not it"));
        assertThat(post(numbing + "/override", goOn).body())
                .contains("The password is not yours", "Off on the left cheek, which alone is needled</textarea>");
        goOn.put("password", ClinicUnderTest.PASSWORD);
        assertThat(post(numbing + "/override", goOn).statusCode()).isEqualTo(303);
        String room = Acting.as(noor, () -> {
            UUID next = stipple.the(Numbings.class).reserved(ready.person(), ready.course());
            var units = List.of(UUID.fromString(handpiece), cartridge.id());
            var started = stipple.the(org.stipple.clinic.treatment.Sessions.class)
                    .start(next, ready.person(), ready.course(), units);
            return "/people/" + ready.person() + "/sessions/"
                    + Someone.started(started).id();
        });
        String session = room.substring(room.lastIndexOf('/') + 1);
        assertThat(caller.get(room).body())
                .contains("data-on-since=\"2026-11-20T09:00:00Z\"", "It is wiped off completely, now");
        assertThat(caller.get(ready.page()).body())
                .contains("data-on-since=\"2026-11-20T09:00:00Z\"")
                .doesNotContain("Nothing is on the skin");
        assertThat(caller.get("/today").body())
                .contains("Anaesthetic on the skin", "off by 20 Nov 2026, 10:00", room)
                .doesNotContain("take it off now");
        try {
            itIsAndNoorSignsInAgain("2026-11-20T10:00:01Z");
            assertThat(caller.get("/today").body()).contains("time, take it off now");
            var close = new LinkedHashMap<String, String>(
                    Map.of("note", "They felt faint and went home", "password", ClinicUnderTest.PASSWORD));
            close.put("onTopOf", "0");
            assertThat(post(room + "/close", close).body())
                    .contains("The anaesthetic is on the skin since 20 Nov 2026, 09:00")
                    .contains("then close the session", "They felt faint and went home</textarea>");
            assertThat(leadsTo(post(numbing + "/off", Map.of("numbing", on, "session", session))))
                    .isEqualTo(room);
            assertThat(post(numbing + "/off", Map.of("numbing", on, "session", session))
                            .body())
                    .contains("It was taken off before", "Close and sign");
            assertThat(post(room + "/close", close).statusCode()).isEqualTo(303);
            assertThat(caller.get(room + "/report").body())
                    .contains("went on while it was on", "while the session ran");
            assertThat(caller.get("/today").body()).doesNotContain("LMX4");
        } finally {
            itIsAndNoorSignsInAgain("2026-11-20T09:00:00Z");
        }
        WhoWaits.isWhatTheRecordsSay(stipple, noor);
    }
}
