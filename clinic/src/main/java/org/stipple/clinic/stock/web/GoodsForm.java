package org.stipple.clinic.stock.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.stipple.clinic.stock.Goods;
import org.stipple.clinic.stock.Kind;
import org.stipple.clinic.stock.ProductNames;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Refusal;

/// What the form of goods in says: one code a line as a scanner types them, or lot and expiry by hand.
final class GoodsForm {

    /// More boxes than anybody scans before looking up.
    private static final int MOST_CODES = 100;

    private GoodsForm() {}

    /// @return one for each code, in their order
    /// @throws Refusal when something is missing
    /// @throws IllegalArgumentException when a code cannot be read, with which
    static List<Goods> read(Form form, ProductNames names) {
        String product = form.required("device", "Product");
        String id = product.substring(product.indexOf(':') + 1);
        Kind kind = kind(product)
                .filter(one -> one != Kind.HANDPIECE && names.knows(one, id))
                .orElseThrow(() -> new Refusal(List.of("Choose the product from the list. Nothing was received.")));
        int count = form.integer("count", "Count");
        Optional<String> article = form.text("article");
        Optional<String> declared = form.text("declared");
        List<UnitCode> codes = codes(form);
        if (codes.size() > 1 && count > 1) {
            throw new Refusal(List.of("A count is of one lot: enter one code with it, or several codes with count 1."));
        }
        return codes.stream()
                .map(code -> new Goods(
                        kind, id, article, code, count, code.serial().isPresent() ? Optional.empty() : declared))
                .toList();
    }

    /// The kind before the colon; a product without is a device, and what is taken in its cartridge.
    private static Optional<Kind> kind(String product) {
        int colon = product.indexOf(':');
        return colon < 0 ? Optional.of(Kind.CARTRIDGE) : Kind.find(product.substring(0, colon));
    }

    private static List<UnitCode> codes(Form form) {
        Optional<String> scanned = form.text("code");
        Optional<String> lot = form.text("lotByHand");
        if (scanned.isEmpty() && lot.isEmpty()) {
            throw new Refusal(List.of("Scan a code, or enter lot and expiry by hand."));
        }
        if (scanned.isEmpty()) {
            return List.of(UnitCode.byHand(lot.orElse(""), expiry(form), form.text("serialByHand")));
        }
        List<String> lines =
                scanned.get().lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() > MOST_CODES) {
            throw new Refusal(
                    List.of("There were " + lines.size() + " codes, expected at most " + MOST_CODES + " at once."));
        }
        return lines.stream().map(line -> read(line, lines.size())).toList();
    }

    private static UnitCode read(String line, int of) {
        try {
            return UnitCode.parse(line);
        } catch (IllegalArgumentException unreadable) {
            throw of == 1
                    ? unreadable
                    : new IllegalArgumentException(unreadable.getMessage() + "; nothing was received", unreadable);
        }
    }

    private static LocalDate expiry(Form form) {
        String typed = form.required("expiryByHand", "Expires");
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException noDay) {
            throw new Refusal(List.of("“Expires” was " + typed + ", expected a day such as 2027-11-30."));
        }
    }
}
