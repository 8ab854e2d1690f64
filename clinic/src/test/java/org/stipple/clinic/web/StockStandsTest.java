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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.recall.Recalls;
import org.stipple.clinic.recall.Treated;
import org.stipple.clinic.stock.Goods;
import org.stipple.clinic.stock.Handpieces;
import org.stipple.clinic.stock.Item;
import org.stipple.clinic.stock.Kind;
import org.stipple.clinic.stock.Scanning;
import org.stipple.clinic.stock.Showing;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.StockUnit;
import org.stipple.clinic.stock.UnitCheck;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.stock.Wanted;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;

/// What the stock says stands: a recall holds against corrections and odd numbers, a code names what is in the
/// hand, and no count ends early.
class StockStandsTest {

    private static final String DEVICE = "skinpen-precision";
    private static final String REASON = "Seal of the pouch is open";

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Caller caller;
    static UUID handpiece = new UUID(0, 0);

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        stipple.itIs("2026-11-20T09:00:00Z");
        noor = stipple.clinic("Hillside", "noor-stands");
        caller = Caller.signedIn(stipple.port(), "noor-stands");
        Acting.doing(
                noor,
                () -> handpiece = stipple.the(Handpieces.class)
                        .receive(DEVICE, Optional.empty(), Optional.empty(), "H-STANDS", Optional.empty())
                        .id());
    }

    @AfterAll
    static void stop() {
        caller.close();
        stipple.close();
    }

    private static List<StockUnit> received(Kind kind, String product, String code, int count) {
        return stipple.the(Stock.class)
                .receive(new Goods(kind, product, Optional.empty(), UnitCode.parse(code), count, Optional.empty()));
    }

    private static UUID cartridge(String code) {
        return received(Kind.CARTRIDGE, DEVICE, code, 1).getFirst().id();
    }

    private static HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        var fields = new LinkedHashMap<>(form);
        fields.put("key", UUID.randomUUID().toString());
        return caller.post(path, fields, true, false);
    }

    private static String leadsTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }

    private static HttpResponse<String> refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer;
    }

    private static StockUnit unit(UUID id) throws Exception {
        return Acting.as(noor, () -> stipple.the(Stock.class).find(id).orElseThrow());
    }

    private static UnitCheck check(String code) throws Exception {
        return Acting.as(noor, () -> stipple.the(Stock.class).check(UnitCode.parse(code), DEVICE));
    }

    private static String refusal(UnitCheck check) {
        return switch (check) {
            case UnitCheck.Refused(var why) -> why;
            case UnitCheck.Usable _ -> "";
        };
    }

    private record Open(PatientId person, Session session) {
        String room() {
            return "/people/" + person + "/sessions/" + session.id();
        }
    }

    private static Open open(UUID cartridge) {
        var person = new PatientId(UUID.randomUUID());
        stipple.the(Patients.class).register(person, Someone.bornIn(1992));
        stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
        stipple.the(Screenings.class).screen(person);
        var courses = stipple.the(Courses.class);
        var plan = courses.draft(UUID.randomUUID(), person).plan();
        courses.sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
        Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
        return new Open(
                person,
                Someone.started(stipple.the(Sessions.class)
                        .start(UUID.randomUUID(), person, plan.id(), List.of(handpiece, cartridge))));
    }

    @Test
    void aCorrectionTakesNoRecallBackFromAUnit() throws Exception {
        UUID recalled = Acting.as(noor, () -> cartridge("(17)281130(10)BAD1(21)1"));
        post("/stock/recall", Map.of("device", DEVICE, "lot", "bad1", "reason", REASON));
        assertThat(caller.get("/stock?show=recalled").body()).contains("the recall stays with it");
        String done = leadsTo(post(
                "/stock/units/" + recalled,
                Map.of("lot", "FINE1", "expiry", "2028-11-30", "reason", "The lot was misread")));
        assertThat(caller.get(done).body()).contains("The unit is recalled, and the recall stays with it.");
        assertThat(unit(recalled).lot()).isEqualTo("FINE1");
        assertThat(unit(recalled).recalled()).contains(REASON + " (as lot bad1)");
        assertThat(refusal(check("(17)281130(10)FINE1(21)1"))).contains("is recalled");

        UUID twice = Acting.as(noor, () -> cartridge("(17)281130(10)FIRST(21)1"));
        Acting.doing(noor, () -> {
            var stock = stipple.the(Stock.class);
            stock.correct(twice, "SECOND", LocalDate.of(2028, 11, 30), "The lot was misread");
            stock.correct(twice, "THIRD", LocalDate.of(2028, 11, 30), "The lot was misread again");
            assertThat(stock.knows(DEVICE, "second")).isTrue();
            assertThat(stock.recall(DEVICE, "second", REASON)).isEqualTo(new Stock.Recalled(1, 0));
            assertThat(stock.recall(DEVICE, "SECOND", "The seal again, in other letters"))
                    .as("one unit, though the lot is recalled in two spellings")
                    .isEqualTo(new Stock.Recalled(1, 0));
            assertThat(stock.shown(Showing.RECALLED, 0, 100))
                    .filteredOn(one -> one.id().equals(twice))
                    .hasSize(1);
        });
        assertThat(unit(twice).recalled()).isPresent();
    }

    @Test
    void aCorrectionTakesNobodyOffARecall() {
        Acting.doing(noor, () -> {
            UUID used = cartridge("(17)281130(10)BAD2(21)1");
            var open = open(used);
            var stock = stipple.the(Stock.class);
            stock.correct(used, "FINE2", LocalDate.of(2028, 11, 30), "The lot was misread");
            stock.recall(DEVICE, "bad2", REASON);
            var recalls = stipple.the(Recalls.class);
            var recall = recalls.all().stream()
                    .filter(one -> one.goods().words().equals("lot bad2"))
                    .findFirst()
                    .orElseThrow();
            assertThat(recalls.treated(recall.goods().id()))
                    .extracting(Treated::person)
                    .singleElement()
                    .satisfies(person -> assertThat(person.id()).isEqualTo(open.person()));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "850000000032 | 00850000000032",
                "0850000000049 | 00850000000049",
                "(01) 0085 0000 0000 56 | 00850000000056",
                "0100850000000063 | 00850000000063"
            })
    void anArticleIsRecalledByItsNumberHoweverItIsPrinted(String typed, String gtin) throws Exception {
        UUID unit = Acting.as(noor, () -> cartridge("(01)" + gtin + "(17)281130(10)ART(21)" + gtin.substring(11)));
        var done = post("/stock/recall", Map.of("device", DEVICE, "gtin", typed, "reason", REASON));
        assertThat(leadsTo(done)).isEqualTo("/stock?done=article-recalled");
        assertThat(caller.get(leadsTo(done)).body()).contains("The article is recalled.");
        assertThat(unit(unit).recalled()).contains(REASON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abc | expected its 8, 12, 13 or 14 digits",
                "850000000033 | its last digit does not fit the others",
                "12345 | expected its 8, 12, 13 or 14 digits"
            })
    void whatIsNoNumberOfAnArticleRecallsNothing(String typed, String says) throws Exception {
        var answer = refused(
                post("/stock/recall", Map.of("device", DEVICE, "gtin", typed, "reason", REASON, "unknown", "yes")));
        assertThat(answer.body()).contains(says, "nothing was recalled", "value=\"" + typed + "\"");
    }

    @Test
    void anArticleThatWasNeverReceivedIsAskedAboutAndALotBesideItIsToo() throws Exception {
        var recall = Map.of("device", DEVICE, "gtin", "0850000000070", "reason", REASON);
        assertThat(refused(post("/stock/recall", recall)).body())
                .contains("Nothing of article 00850000000070 was ever received here", "name=\"unknown\"");
        var both = new LinkedHashMap<>(recall);
        both.put("lot", "ANY");
        assertThat(refused(post("/stock/recall", both)).body()).contains("which one is meant?");
        var meant = new LinkedHashMap<>(recall);
        meant.put("unknown", "yes");
        assertThat(leadsTo(post("/stock/recall", meant))).isEqualTo("/stock?done=article-recalled-none");
    }

    @Test
    void aHandpieceOutOfServiceStandsAgainstTheSessionThatUsesIt() {
        Acting.doing(noor, () -> {
            var handpieces = stipple.the(Handpieces.class);
            var open = open(cartridge("(17)281130(10)HAND(21)1"));
            assertThat(page(open.room())).doesNotContain("is out of service");
            handpieces.recall(handpiece, "The maker recalls its motor");
            assertThat(page(open.room()))
                    .contains(
                            "The handpiece, serial H-STANDS, in use here, is out of service: The maker recalls its motor");
            handpieces.putBack(handpiece, "The motor was replaced");
        });
    }

    private static String page(String path) {
        try {
            return caller.get(path).body();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void twoArticlesWithOneLotDoNotRefuseEachOther() throws Exception {
        Acting.doing(noor, () -> {
            received(Kind.CARTRIDGE, DEVICE, "(01)00850000000018(17)281130(10)SAME(21)1", 1);
            received(Kind.ANAESTHETIC, "lmx4", "(01)00850000000087(17)280630(10)SAME", 2);
            received(Kind.TOPICAL, "device-hydrogel", "(01)00850000000094(17)280531(10)SAME", 1);
            received(Kind.CARTRIDGE, "exceed", "(17)281130(10)TWIN(21)1", 1);
            received(Kind.CARTRIDGE, DEVICE, "(17)281130(10)TWIN(21)1", 1);
        });
        assertThat(check("(01)00850000000018(17)281130(10)SAME(21)1")).isInstanceOf(UnitCheck.Usable.class);
        assertThat(check("(01)00850000000087(17)280630(10)SAME"))
                .isInstanceOfSatisfying(
                        UnitCheck.Usable.class,
                        usable -> assertThat(usable.item().product()).isEqualTo("lmx4"));
        assertThat(check("(17)280531(10)SAME"))
                .isInstanceOfSatisfying(
                        UnitCheck.Usable.class,
                        usable -> assertThat(usable.item().product()).isEqualTo("device-hydrogel"));
        assertThat(check("(17)281130(10)TWIN(21)1"))
                .isInstanceOfSatisfying(
                        UnitCheck.Usable.class,
                        usable -> assertThat(usable.item().product()).isEqualTo(DEVICE));
        assertThat(refusal(check("(01)00850000000100(17)281130(10)SAME(21)1"))).contains("of another article");
    }

    @Test
    void aUsedUnitIsNotPassedByAnotherWithItsLotAndSerial() throws Exception {
        Acting.doing(noor, () -> {
            UUID used = received(Kind.ANAESTHETIC, "lmx4", "(17)281130(10)PAIR(21)1", 1)
                    .getFirst()
                    .id();
            received(Kind.TOPICAL, "device-hydrogel", "(17)281130(10)PAIR(21)1", 1);
            stipple.the(org.springframework.transaction.support.TransactionTemplate.class)
                    .execute(_ -> stipple.the(Stock.class).use(used, DEVICE, UUID.randomUUID()));
        });
        assertThat(refusal(check("(17)281130(10)PAIR(21)1"))).contains("fits more than one thing in stock");
    }

    @Test
    void aCodeWithoutSerialTakesNoUnitOfALotThatHasSerials() throws Exception {
        Acting.doing(noor, () -> {
            cartridge("(17)281130(10)SERIALS(21)1");
            received(Kind.CARTRIDGE, DEVICE, "(17)281130(10)COUNTED", 1);
        });
        assertThat(refusal(check("(17)281130(10)SERIALS"))).contains("has serials", "scan the serial on the pouch");
        assertThat(check("(17)281130(10)SERIALS(21)1")).isInstanceOf(UnitCheck.Usable.class);
        assertThat(check("(17)281130(10)COUNTED")).isInstanceOf(UnitCheck.Usable.class);
    }

    @Test
    void whatMayNotBeOnNeedledSkinIsTakenDownAndMarked() throws Exception {
        Open open = Acting.as(noor, () -> {
            received(Kind.TOPICAL, "device-hydrogel", "(17)281130(10)GELBAD", 1);
            stipple.the(Stock.class).recall("device-hydrogel", "GELBAD", REASON);
            return open(cartridge("(17)281130(10)ADJ(21)1"));
        });
        String adjuncts = open.room() + "/adjuncts";
        post(adjuncts, Map.of("kind", "mask", "product", "Sterile saline", "lot", "S1"));
        assertThat(caller.get(open.room()).body()).contains("Sterile saline").doesNotContain("Caution");
        post(adjuncts, Map.of("kind", "topical", "product", "Vitamin C serum 20 %", "lot", "V1"));
        post(adjuncts, Map.of("kind", "topical", "product", "device gel", "lot", "gelbad"));
        assertThat(caller.get(open.room()).body())
                .contains("Caution: Vitamin C serum 20 % is not put on skin that was just needled: it is not sterile")
                .contains("Caution: lot gelbad is recalled here: " + REASON);
        assertThat(caller.get(open.room() + "/report").body())
                .contains("Given beside the needle", "Caution: Vitamin C serum", "Caution: lot gelbad is recalled");
        Acting.doing(
                noor,
                () -> assertThat(stipple.the(Sessions.class)
                                .close(open.person(), open.session().id(), "", ClinicUnderTest.PASSWORD))
                        .anySatisfy(why -> assertThat(why).contains("Given beside the needle")));
    }

    @Test
    void noListAndNoCountEndsEarly() throws Exception {
        Acting.doing(noor, () -> {
            received(Kind.TOPICAL, "vitamin-c-serum", "(17)261231(10)MANY", 601);
            cartridge("(17)331130(10)LAST(21)1");
            var usable = stipple.the(Scanning.class).usable(Wanted.of(DEVICE), List.of());
            assertThat(usable).extracting(Item::words).contains("lot LAST, serial 1");
            assertThat(usable).extracting(Item::product).doesNotContain("vitamin-c-serum");
            assertThat(stipple.the(Stock.class).counts().get(Showing.ALL)).isGreaterThan(601);
            assertThat(stipple.the(Stock.class).shown(Showing.EXPIRING, 600, 100))
                    .hasSize(1);
        });
        String first = caller.get("/stock?show=expiring").body();
        assertThat(first)
                .contains("Expiring soon <span class=\"num\">601</span>", "Units 1 to 100 of 601")
                .contains("href=\"/stock?show=expiring&amp;page=2\"")
                .doesNotContain("Units before these");
        assertThat(first.split("<form method=\"post\" action=\"/stock/units/", -1))
                .hasSize(101);
        for (String page : List.of("7", "99")) {
            assertThat(caller.get("/stock?show=expiring&page=" + page).body())
                    .as(page)
                    .contains("Units 601 to 601 of 601", "href=\"/stock?show=expiring&amp;page=6\"")
                    .doesNotContain("More units</a>");
        }
        assertThat(caller.get("/stock/labels?lot=many").body().split("<li class=\"label\">", -1))
                .hasSize(602);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "topical:nonsense", "anaesthetic:skinpen-precision", "handpiece:exceed", "x:y"})
    void aProductThatNobodyKnowsIsNotReceived(String product) throws Exception {
        var goods = Map.of("device", product, "code", "(17)281130(10)ODD(21)1", "count", "1");
        assertThat(refused(post("/stock", goods)).body()).contains("Choose the product from the list");
        assertThat(refused(post("/stock/handpieces", Map.of("device", product, "code", "H-ODD")))
                        .body())
                .contains("Choose the device from the list");
        Acting.doing(
                noor,
                () -> assertThat(stipple.the(Stock.class).all())
                        .extracting(StockUnit::lot)
                        .doesNotContain("ODD"));
    }

    @Test
    void aLotByHandKeepsTheRuleOfACode() throws Exception {
        for (String lot : List.of("L".repeat(21), "L".repeat(5000), "LOT 7", "LÖT7")) {
            var goods = Map.of("device", DEVICE, "lotByHand", lot, "expiryByHand", "2028-11-30", "count", "1");
            assertThat(refused(post("/stock", goods)).body()).contains("expected 1 to 20 letters, digits and signs");
        }
        UUID unit = Acting.as(noor, () -> cartridge("(17)281130(10)RULE(21)1"));
        Acting.doing(
                noor,
                () -> assertThatThrownBy(() -> stipple.the(Stock.class)
                                .correct(unit, "L".repeat(21), LocalDate.of(2028, 11, 30), "The lot was misread"))
                        .hasMessageContaining("expected 1 to 20"));
        var serial = Map.of(
                "device", DEVICE, "lotByHand", "OK1", "expiryByHand", "2028-11-30", "count", "1", "serialByHand", "#1");
        assertThat(refused(post("/stock", serial)).body()).containsPattern("The serial was [^#]*#1");
    }
}
