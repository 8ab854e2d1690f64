package org.stipple.clinic.treatment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.web.Days;

/// Something that was given beside the needle in a session.
///
/// @param number counts from 1 within the session
/// @param caution what spoke against it when it was noted: its lot is recalled, or it may not be on needled
/// skin
public record Adjunct(int number, Used used, Optional<String> caution, Instant at, String by, AccountId account) {

    /// What kind of thing it is.
    public enum Kind {
        PRP("prp", "platelet-rich plasma"),
        TOPICAL("topical", "a topical"),
        MASK("mask", "a mask"),
        LIGHT("light", "light"),
        OTHER("other", "something else");

        private final String id;
        private final String words;

        Kind(String id, String words) {
            this.id = id;
            this.words = words;
        }

        /// The word in the database and in forms.
        public String id() {
            return id;
        }

        /// As a person reads it.
        public String words() {
            return words;
        }

        /// @return empty when no kind has this word
        public static Optional<Kind> find(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
        }
    }

    /// What it was.
    ///
    /// @param product its name
    /// @param millilitres how much of it, above 0 and up to 1000; empty where it has no volume or nobody
    ///   measured it
    /// @param lot as it stands on the pack; empty where there is none
    public record Used(Kind kind, String product, Optional<BigDecimal> millilitres, Optional<String> lot) {

        private static final BigDecimal MOST = new BigDecimal("1000");

        /// @throws IllegalArgumentException when it has no name or no possible volume
        public Used {
            if (product.isBlank()) {
                throw new IllegalArgumentException("the product is empty, expected its name");
            }
            if (millilitres
                    .filter(volume -> volume.signum() <= 0 || volume.compareTo(MOST) > 0 || volume.scale() > 2)
                    .isPresent()) {
                throw new IllegalArgumentException("the volume was " + millilitres.get()
                        + " ml, expected more than 0 and up to 1000, to a hundredth");
            }
        }

        /// `platelet-rich plasma: own plasma, 4 ml, lot A7`.
        public String words() {
            return kind.words() + ": " + product
                    + millilitres
                            .map(volume -> ", " + volume.stripTrailingZeros().toPlainString() + " ml")
                            .orElse("")
                    + lot.map(code -> ", lot " + code).orElse("");
        }
    }

    /// When, by whom and what.
    ///
    /// @param clinic the clinic's zone, for the time of day
    public String told(java.time.ZoneId clinic) {
        return Days.moment(at, clinic) + " by " + by + ": " + used.words()
                + caution.map(why -> ". Caution: " + why).orElse("");
    }
}
