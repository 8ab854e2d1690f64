package org.stipple.clinic.stock;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/// The clinic's own label: twelve characters that stand for the last 60 bits of an identifier, so that it needs
/// no number of its own. On the label it is written as GS1 leaves it to each company, under (91).
///
/// Source: Crockford's base 32, without I, L, O and U; what is typed as one of them is read as 1, 1, 0 and V.
final class OwnLabel {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern TYPED = Pattern.compile("[0-9A-Z]{12}");
    private static final int LENGTH = 12;
    private static final long LAST_60_BITS = (1L << 60) - 1;

    private OwnLabel() {}

    /// `7K3M9Q2XW4TC`.
    static String of(UUID id) {
        long bits = id.getLeastSignificantBits() & LAST_60_BITS;
        var label = new StringBuilder();
        for (int i = LENGTH - 1; i >= 0; i--) {
            label.append(DIGITS.charAt((int) (bits >>> (5 * i) & 31)));
        }
        return label.toString();
    }

    /// As it was typed or scanned, in one spelling.
    ///
    /// @throws IllegalArgumentException when it is none
    static String read(String typed) {
        String label = typed.toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace(" ", "")
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0')
                .replace('U', 'V');
        if (!TYPED.matcher(label).matches()) {
            throw UnitCode.unreadable(
                    typed, "the clinic's own label has " + LENGTH + " letters and digits, and this has others");
        }
        return label;
    }

    /// The last 15 hexadecimal digits of the identifiers that have this label.
    static String lastDigits(String label) {
        long bits = 0;
        for (char digit : label.toCharArray()) {
            bits = bits << 5 | DIGITS.indexOf(digit);
        }
        return String.format(Locale.ROOT, "%015x", bits);
    }
}
