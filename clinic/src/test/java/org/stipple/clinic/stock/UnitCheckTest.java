package org.stipple.clinic.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stipple.protocol.Knowledge;
import org.stipple.quantities.Depth;

class UnitCheckTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static StockUnit unit(LocalDate expiry, Optional<UUID> usedIn, Optional<String> recalled) {
        return new StockUnit(
                UUID.randomUUID(),
                Kind.CARTRIDGE,
                "skinpen-precision",
                Optional.empty(),
                Optional.empty(),
                "LOT7",
                "0042",
                Optional.empty(),
                expiry,
                usedIn,
                Optional.empty(),
                recalled,
                Optional.empty());
    }

    private static String why(StockUnit unit, String device) {
        return why(unit, Wanted.of(device));
    }

    private static String why(Item item, Wanted wanted) {
        return switch (UnitCheck.of(item, wanted, TODAY, KNOWLEDGE)) {
            case UnitCheck.Usable _ -> "usable";
            case UnitCheck.Refused(var why) -> why;
        };
    }

    @Test
    void isGoodThroughItsExpiryDateAndNoLonger() {
        assertThat(why(unit(TODAY, Optional.empty(), Optional.empty()), "skinpen-precision"))
                .isEqualTo("usable");
        assertThat(why(unit(TODAY.minusDays(1), Optional.empty(), Optional.empty()), "skinpen-precision"))
                .contains("expired on 19 Nov 2026");
    }

    @Test
    void isRefusedWhenItWasUsedRecalledOrIsOfAnotherDevice() {
        LocalDate later = TODAY.plusYears(1);
        assertThat(why(unit(later, Optional.of(UUID.randomUUID()), Optional.empty()), "skinpen-precision"))
                .contains("was used before");
        assertThat(why(unit(later, Optional.empty(), Optional.of("seal")), "skinpen-precision"))
                .contains("is recalled: seal");
        assertThat(why(unit(later, Optional.empty(), Optional.empty()), "exceed"))
                .contains("planned with exceed");
    }

    private static StockUnit topical(String product) {
        var any = unit(TODAY.plusYears(1), Optional.empty(), Optional.empty());
        return new StockUnit(
                any.id(),
                Kind.TOPICAL,
                product,
                any.article(),
                any.gtin(),
                any.lot(),
                any.serial(),
                any.declared(),
                any.expiry(),
                any.usedIn(),
                any.discarded(),
                any.recalled(),
                any.quarantine());
    }

    /// Serums that were needled in have caused granulomas (H11).
    @Test
    void aSerumIsNeverOnTheSkinWhileItIsNeedledAndSaysWhy() {
        var wanted = Wanted.of("skinpen-precision");
        assertThat(why(topical("vitamin-c-serum"), wanted))
                .contains("not on the skin while it is needled", "not sterile", "granulomas");
        assertThat(why(topical("device-hydrogel"), wanted)).isEqualTo("usable");
        assertThat(why(topical("unheard-of"), wanted)).contains("nothing is known of here");
    }

    private static Handpiece handpiece(Optional<Depth> most, Optional<String> outOfService) {
        return new Handpiece(
                UUID.randomUUID(),
                "skinpen-precision",
                Optional.empty(),
                Optional.empty(),
                "H-0007",
                most,
                outOfService,
                Optional.empty(),
                0);
    }

    @Test
    void aHandpieceIsRefusedOutOfServiceOfAnotherDeviceAndOverItsLabelledDepth() {
        var deep = new Wanted("skinpen-precision", Optional.of(Depth.ofMicrometres(1500)));
        assertThat(why(handpiece(Optional.empty(), Optional.empty()), deep)).isEqualTo("usable");
        assertThat(why(handpiece(Optional.of(Depth.ofMicrometres(1500)), Optional.empty()), deep))
                .as("as deep as it is labelled")
                .isEqualTo("usable");
        assertThat(why(handpiece(Optional.of(Depth.ofMicrometres(1000)), Optional.empty()), deep))
                .contains("is labelled to", "and the course plans");
        assertThat(why(handpiece(Optional.empty(), Optional.of("the motor stalls")), deep))
                .contains("out of service: the motor stalls");
        assertThat(why(handpiece(Optional.empty(), Optional.empty()), Wanted.of("exceed")))
                .contains("planned with exceed");
    }
}
