package org.stipple.clinic.treatment;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// How many grams are in what was received as “a tube of 5 g”. Words that can be read in more ways than one are
/// not read at all.
final class DeclaredGrams {

    private static final Pattern STRENGTH = Pattern.compile("\\d+(?:[.,]\\d+)?\\s*%");

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    private static final Pattern GRAMS = Pattern.compile("(?<![\\d.,])(\\d+(?:[.,]\\d{1,2})?)\\s*(?:g|grams?)\\b");

    private DeclaredGrams() {}

    /// Empty where there is a second number, or none with grams.
    static Optional<BigDecimal> of(String declared) {
        String words = STRENGTH.matcher(declared).replaceAll("");
        if (NUMBER.matcher(words).results().count() != 1) {
            return Optional.empty();
        }
        return GRAMS.matcher(words)
                .results()
                .findFirst()
                .map(grams -> new BigDecimal(grams.group(1).replace(',', '.')))
                .filter(grams -> grams.signum() > 0);
    }
}
