package org.stipple.clinic.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnitCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static StockUnit unit(LocalDate expiry, Optional<UUID> usedIn, Optional<String> recalled) {
        return new StockUnit(
                UUID.randomUUID(),
                "skinpen-precision",
                Optional.empty(),
                "LOT7",
                "0042",
                expiry,
                usedIn,
                recalled,
                Optional.empty());
    }

    private static String why(StockUnit unit, String device) {
        return switch (UnitCheck.of(unit, device, TODAY)) {
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
}
