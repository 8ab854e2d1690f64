package org.stipple.clinic.stock;

import java.time.LocalDate;
import org.stipple.clinic.web.Days;

/// Whether a unit may be used: for this device, today, once.
public sealed interface UnitCheck {

    /// It may.
    record Usable(StockUnit unit) implements UnitCheck {}

    /// It may not, and why. Never overridable: another unit is needed.
    record Refused(String why) implements UnitCheck {}

    /// Judges a unit of the clinic's stock. A unit is good through its expiry date.
    static UnitCheck of(StockUnit unit, String device, LocalDate today) {
        if (unit.usedIn().isPresent()) {
            return new Refused(unit.words() + " was used before. A unit is used once; take another.");
        }
        if (unit.quarantine().isPresent()) {
            return new Refused(unit.words() + " is in quarantine since it was received: "
                    + unit.quarantine().get() + ". Take another.");
        }
        if (unit.recalled().isPresent()) {
            return new Refused(
                    "Lot " + unit.lot() + " is recalled: " + unit.recalled().get() + ". Take a unit of another lot.");
        }
        if (today.isAfter(unit.expiry())) {
            return new Refused(unit.words() + " expired on " + Days.full(unit.expiry()) + ". Take another.");
        }
        if (!unit.device().equals(device)) {
            return new Refused(
                    unit.words() + " is for " + unit.device() + ", and the course is planned with " + device + ".");
        }
        return new Usable(unit);
    }
}
