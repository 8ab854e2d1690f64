package org.stipple.clinic.stock;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.web.Days;

/// One sterile unit that the clinic received. Its serial, with device and lot, is what makes it this one; a
/// lot without serials is counted stock, and `#3` is its third unit.
///
/// @param device knowledge-base identifier of the device that it fits
/// @param usedIn the session that used it, if one did
/// @param recalled why its lot was recalled, if it was
/// @param quarantine why it was put aside when it was received, if it was; it is never used
public record StockUnit(
        UUID id,
        String device,
        Optional<String> gtin,
        String lot,
        String serial,
        LocalDate expiry,
        Optional<UUID> usedIn,
        Optional<String> recalled,
        Optional<String> quarantine) {

    private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    /// How a scanned code says something else than what was received; empty where it does not.
    public Optional<String> disagreesWith(UnitCode code) {
        if (code.expiry().isPresent() && !code.expiry().get().equals(expiry)) {
            return Optional.of("The code says that it expires on "
                    + Days.full(code.expiry().get()) + ", and " + words() + " was received with " + Days.full(expiry)
                    + ". Put it aside.");
        }
        if (code.gtin().isPresent() && gtin.isPresent() && !code.gtin().equals(gtin)) {
            return Optional.of("The code is of another article than " + words() + ". Put it aside.");
        }
        return Optional.empty();
    }

    /// Its code as it is printed, to be typed or pasted where there is no scanner:
    /// `(01)00850001234567(17)271130(10)LOT7(21)0042`. A lot without serials has none in its code.
    public String code() {
        return gtin.map(article -> "(01)" + article).orElse("")
                + "(17)" + expiry.format(YYMMDD)
                + "(10)" + lot
                + (serial.startsWith("#") ? "" : "(21)" + serial);
    }

    /// As a person names it: `lot LOT7, serial 0042`.
    public String words() {
        return "lot " + lot + (serial.startsWith("#") ? ", unit " : ", serial ") + serial;
    }
}
