package org.stipple.clinic.stock.web;

import java.time.LocalDate;
import java.util.Arrays;
import org.stipple.clinic.stock.Kind;
import org.stipple.clinic.stock.StockUnit;

/// Which part of the stock is shown.
enum Showing {
    ALL("", "Everything"),
    CARTRIDGES("cartridges", "Cartridges"),
    ANAESTHETICS("anaesthetics", "Anaesthetics"),
    TOPICALS("topicals", "Topicals"),
    EXPIRING("expiring", "Expiring soon"),
    RECALLED("recalled", "Recalled"),
    USABLE("usable", "Unused");

    /// Design: an order placed now is here before then.
    private static final int SOON_WEEKS = 8;

    private final String id;
    private final String words;

    Showing(String id, String words) {
        this.id = id;
        this.words = words;
    }

    String id() {
        return id;
    }

    String words() {
        return words;
    }

    /// Everything where no part has this word.
    static Showing of(String id) {
        return Arrays.stream(values())
                .filter(one -> one.id.equals(id))
                .findFirst()
                .orElse(ALL);
    }

    boolean shows(StockUnit unit, LocalDate today) {
        return switch (this) {
            case ALL -> true;
            case CARTRIDGES -> unit.kind() == Kind.CARTRIDGE;
            case ANAESTHETICS -> unit.kind() == Kind.ANAESTHETIC;
            case TOPICALS -> unit.kind() == Kind.TOPICAL;
            case EXPIRING -> isLeft(unit) && unit.expiry().isBefore(today.plusWeeks(SOON_WEEKS));
            case RECALLED -> unit.recalled().isPresent();
            case USABLE ->
                isLeft(unit)
                        && unit.recalled().isEmpty()
                        && unit.quarantine().isEmpty()
                        && !today.isAfter(unit.expiry());
        };
    }

    private static boolean isLeft(StockUnit unit) {
        return unit.usedIn().isEmpty() && unit.discarded().isEmpty();
    }
}
