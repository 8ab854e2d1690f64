package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.StockUnit;
import org.stipple.clinic.stock.UnitCheck;
import org.stipple.clinic.stock.UnitCode;

/// What looks wrong at goods in, or in a recall, is asked about before it is done.
class StockFormTest {

    private static final String DEVICE = "skinpen-precision";

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Caller caller;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-stock");
        caller = Caller.signedIn(stipple.port(), "noor-stock");
    }

    @AfterAll
    static void stop() {
        caller.close();
        stipple.close();
    }

    private static HttpResponse<String> send(String path, Map<String, String> form) throws Exception {
        var fields = new LinkedHashMap<>(form);
        fields.put("key", UUID.randomUUID().toString());
        fields.put("device", DEVICE);
        return caller.post(path, fields, true, false);
    }

    private static String leadsTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }

    private static List<StockUnit> ofLot(String lot) {
        var found = new java.util.ArrayList<StockUnit>();
        Acting.doing(
                noor,
                () -> stipple.the(Stock.class).all().stream()
                        .filter(unit -> unit.lot().equals(lot))
                        .forEach(found::add));
        return found;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(17)261119(10)OLD1(21)1 | OLD1 | it expired on 19 Nov 2026",
                "(17)380101(10)OLD2(21)1 | OLD2 | looks like a misread code",
                "(11)270101(17)281130(10)OLD3(21)1 | OLD3 | made on 1 Jan 2027, still to come",
                "(11)260601(17)260501(10)OLD4(21)1 | OLD4 | after it expires"
            })
    void whatItsCodeSpeaksAgainstGoesIntoQuarantineOrNowhere(String code, String lot, String says) throws Exception {
        var asked = send("/stock", Map.of("code", code, "count", "1"));
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body())
                .contains(says)
                .contains("name=\"quarantine\"")
                .contains(">" + code + "</textarea>")
                .doesNotContain("Receive</button>");
        assertThat(ofLot(lot)).isEmpty();

        var taken = send("/stock", Map.of("code", code, "count", "1", "quarantine", "yes"));
        assertThat(leadsTo(taken)).isEqualTo("/stock?done=quarantined");
        assertThat(ofLot(lot))
                .singleElement()
                .satisfies(unit -> assertThat(unit.quarantine().orElse("")).contains(says));
        Acting.doing(
                noor,
                () -> assertThat(stipple.the(Stock.class).check(UnitCode.parse(code), DEVICE))
                        .isInstanceOfSatisfying(
                                UnitCheck.Refused.class,
                                refused -> assertThat(refused.why()).contains("in quarantine")));
        assertThat(caller.get("/stock").body()).contains("quarantined");
    }

    @Test
    void whatIsGoodIsReceivedAndShowsItsWholeCode() throws Exception {
        String code = "(01)00850000000018(17)281130(10)GOOD(21)0042";
        assertThat(leadsTo(send("/stock", Map.of("code", code, "count", "1")))).isEqualTo("/stock?done=received");
        assertThat(caller.get("/stock").body()).contains("<code class=\"code\">" + code + "</code>");
        Acting.doing(
                noor,
                () -> assertThat(stipple.the(Stock.class).check(UnitCode.parse(code), DEVICE))
                        .isInstanceOf(UnitCheck.Usable.class));
    }

    @Test
    void aTickForQuarantineIsNoWayForGoodGoodsIntoIt() throws Exception {
        send("/stock", Map.of("code", "(17)281130(10)FINE(21)1", "count", "1", "quarantine", "yes"));
        assertThat(ofLot("FINE"))
                .singleElement()
                .satisfies(unit -> assertThat(unit.quarantine()).isEmpty());
    }

    @Test
    void theRecallOfALotThatNobodyReceivedIsAskedAboutFirst() throws Exception {
        var asked = send("/stock/recall", Map.of("lot", "N0VEL", "reason", "Seal of the pouch is open"));
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body())
                .contains("No unit of lot N0VEL for SkinPen Precision was ever received here")
                .contains("name=\"unknown\"")
                .contains("value=\"N0VEL\"");
        send("/stock", Map.of("code", "(17)281130(10)N0VEL(21)1", "count", "1"));
        assertThat(ofLot("N0VEL"))
                .singleElement()
                .satisfies(unit -> assertThat(unit.recalled()).isEmpty());

        var empty = send("/stock/recall", Map.of("lot", "n0vel", "reason", "x"));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("nothing was recalled").contains("value=\"x\"");
        assertThat(leadsTo(send("/stock/recall", Map.of("lot", "n0vel", "reason", "Seal of the pouch is open"))))
                .isEqualTo("/stock?done=recalled");
        var meant =
                send("/stock/recall", Map.of("lot", "LATER", "reason", "Seal of the pouch is open", "unknown", "yes"));
        assertThat(leadsTo(meant)).isEqualTo("/stock?done=recalled-none");
        send("/stock", Map.of("code", "(17)281130(10)LATER(21)1", "count", "1"));
        assertThat(ofLot("LATER"))
                .singleElement()
                .satisfies(unit -> assertThat(unit.recalled()).contains("Seal of the pouch is open"));
    }

    /// GS1 gives a serial to one unit of an article alone: a lot that was misread would make a used unit new.
    @Test
    void aSerialOfAnArticleIsReceivedOnceWhateverTheLot() throws Exception {
        send("/stock", Map.of("code", "(01)00850000000018(17)280630(10)HOST1(21)1", "count", "1"));
        var again = send("/stock", Map.of("code", "(01)00850000000018(17)281231(10)HOST2(21)1", "count", "1"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body())
                .contains("this serial is in stock as lot HOST1")
                .contains("nothing was received");
        assertThat(ofLot("HOST2")).isEmpty();
        send("/stock", Map.of("code", "(01)00850000000018(17)280630(10)HOST2(21)2", "count", "1"));
        assertThat(ofLot("HOST2")).hasSize(1);
    }

    @Test
    void aRecallSaysThatUnitsWereUsedBefore() throws Exception {
        send("/stock", Map.of("code", "(17)281130(10)GONE(21)1", "count", "1"));
        Acting.doing(
                noor,
                () -> stipple.the(org.springframework.transaction.support.TransactionTemplate.class)
                        .execute(_ -> stipple.the(Stock.class)
                                .use(ofLot("GONE").getFirst().id(), DEVICE, UUID.randomUUID())));
        var recalled = send("/stock/recall", Map.of("lot", "gone", "reason", "Seal of the pouch is open"));
        assertThat(leadsTo(recalled)).isEqualTo("/stock?done=recalled-none&used=1");
        assertThat(caller.get(leadsTo(recalled)).body())
                .contains("One unit of it was used before: whoever was treated with it is to be told")
                .contains("used, then recalled");
    }

    @Test
    void aRefusedFormCanBeReloaded() throws Exception {
        assertThat(leadsTo(caller.get("/stock/recall"))).isEqualTo("/stock");
    }

    private static HttpResponse<String> sendOf(String product, String path, Map<String, String> form) throws Exception {
        var fields = new LinkedHashMap<>(form);
        fields.put("key", UUID.randomUUID().toString());
        fields.put("device", product);
        return caller.post(path, fields, true, false);
    }

    @Test
    void severalCodesAreReceivedAtOnceAllOrNone() throws Exception {
        String two = "(17)281130(10)MANY(21)1\n(17)281130(10)MANY(21)2\n";
        assertThat(leadsTo(send("/stock", Map.of("code", two, "count", "1")))).isEqualTo("/stock?done=received");
        assertThat(ofLot("MANY")).hasSize(2);
        String oneBad = "(17)281130(10)MANY(21)3\n(17)281130(10)MANY(21)2";
        assertThat(send("/stock", Map.of("code", oneBad, "count", "1")).body()).contains("was received before");
        assertThat(ofLot("MANY")).hasSize(2);
    }

    /// A second unit of a lot is never refused, a used unit always.
    @Test
    void eachUnitOfALotWithoutSerialsIsScannedByTheClinicsOwnLabel() throws Exception {
        sendOf(
                "anaesthetic:lmx4",
                "/stock",
                Map.of("code", "(17)281130(10)TUBES", "count", "3", "declared", "a tube of 5 g"));
        var tubes = ofLot("TUBES");
        assertThat(tubes).extracting(StockUnit::serial).containsExactly("#1", "#2", "#3");
        assertThat(tubes).allSatisfy(unit -> assertThat(unit.declared()).contains("a tube of 5 g"));
        var labels = caller.get("/stock/labels?lot=tubes").body();
        Acting.doing(noor, () -> {
            var stock = stipple.the(Stock.class);
            for (StockUnit tube : tubes) {
                assertThat(labels).contains(tube.label()).contains("<svg viewBox=");
                var label = UnitCode.parse(tube.labelCode());
                assertThat(stock.check(label, DEVICE)).isEqualTo(new UnitCheck.Usable(tube));
                stipple.the(org.springframework.transaction.support.TransactionTemplate.class)
                        .execute(_ -> stock.use(tube.id(), DEVICE, UUID.randomUUID()));
                assertThat(stock.check(label, DEVICE))
                        .isInstanceOfSatisfying(
                                UnitCheck.Refused.class,
                                refused -> assertThat(refused.why()).contains("was used before"));
            }
        });
    }

    @Test
    void aHandpieceGoesOutOfServiceAndBackWithWordsAndIsRefusedMeanwhile() throws Exception {
        sendOf("exceed", "/stock/handpieces", Map.of("code", "(01)00850001234566(21)H-0007", "maxDepthMm", "1.5"));
        var code = UnitCode.parse("(01)00850001234566(21)H-0007");
        var found = new java.util.ArrayList<org.stipple.clinic.stock.Handpiece>();
        Acting.doing(noor, () -> {
            assertThat(stipple.the(Stock.class).check(code, "exceed")).isInstanceOf(UnitCheck.Usable.class);
            found.addAll(stipple.the(org.stipple.clinic.stock.Handpieces.class).all());
        });
        String path = "/stock/handpieces/" + found.getFirst().id();
        assertThat(sendOf("", path, Map.of("step", "out-of-service", "note", "x"))
                        .body())
                .contains("expected what was found or done");
        sendOf("", path, Map.of("step", "out-of-service", "note", "The motor stalls under load"));
        Acting.doing(
                noor,
                () -> assertThat(stipple.the(Stock.class).check(code, "exceed"))
                        .isInstanceOfSatisfying(
                                UnitCheck.Refused.class,
                                refused -> assertThat(refused.why())
                                        .contains("out of service: The motor stalls under load")));
        sendOf("", path, Map.of("step", "serviced", "day", "2026-11-20", "note", "Motor replaced by the maker"));
        sendOf("", path, Map.of("step", "in-service", "note", "Runs smoothly again"));
        assertThat(caller.get("/stock").body())
                .contains("Last service: 20 Nov 2026")
                .contains("Labelled to 1.5 mm");
        Acting.doing(
                noor,
                () -> assertThat(stipple.the(Stock.class).check(code, "exceed")).isInstanceOf(UnitCheck.Usable.class));
    }

    @Test
    void goodsWithoutACodeAreReceivedByHand() throws Exception {
        sendOf(
                "topical:device-hydrogel",
                "/stock",
                Map.of("lotByHand", "GEL-1", "expiryByHand", "2027-05-31", "count", "2", "declared", "one sachet"));
        assertThat(ofLot("GEL-1")).hasSize(2);
        assertThat(caller.get("/stock?show=topicals").body())
                .contains("GEL-1")
                .doesNotContain("SkinPen Precision <span");
    }
}
