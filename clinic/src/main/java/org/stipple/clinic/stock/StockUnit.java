package org.stipple.clinic.stock;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.web.Days;

/// One unit that the clinic received and that one session uses up. Its serial, with product and lot, is what
/// makes it this one; a lot without serials is counted stock, and `#3` is its third unit.
///
/// @param product knowledge-base identifier: of the device that a cartridge fits, of the anaesthetic or topical
/// @param article as the box names it, where somebody wrote that down
/// @param gtin as [UnitCode#gtin()]
/// @param declared what one unit of a counted lot is, such as "a tube of 5 g"
/// @param usedIn the session that used it, if one did
/// @param discarded why it was thrown away, if it was, in a session or outside of one
/// @param recalled why its lot or its article was recalled, if it was
/// @param quarantine why it was put aside when it was received, if it was; it is never used
public record StockUnit(
        UUID id,
        Kind kind,
        String product,
        Optional<String> article,
        Optional<String> gtin,
        String lot,
        String serial,
        Optional<String> declared,
        LocalDate expiry,
        Optional<UUID> usedIn,
        Optional<String> discarded,
        Optional<String> recalled,
        Optional<String> quarantine)
        implements Item {

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

    /// Whether its lot has no serials of its own.
    public boolean isCounted() {
        return serial.startsWith("#");
    }

    /// Its code as it is printed, to be typed or pasted where there is no scanner:
    /// `(01)00850001234566(17)271130(10)LOT7(21)0042`. A lot without serials has none in its code.
    public String code() {
        return gtin.filter(article -> !article.startsWith("+"))
                        .map(article -> "(01)" + article)
                        .orElse("")
                + "(17)" + expiry.format(YYMMDD)
                + "(10)" + lot
                + (isCounted() ? "" : "(21)" + serial);
    }

    /// As a person names it: `lot LOT7, serial 0042`.
    @Override
    public String words() {
        return "lot " + lot + (isCounted() ? ", unit " : ", serial ") + serial;
    }
}
