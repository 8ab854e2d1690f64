package org.stipple.clinic.treatment;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.quantities.ZoneId;

/// A topical anaesthetic that was put on intact skin before a session.
///
/// @param session identifier of the session that it is for, which may not have begun
/// @param strength what it is, with its strength, as the knowledge base names it
/// @param grams that were put on
/// @param areaCm2 on which they were put
/// @param leastMinutes the label's, before it works
/// @param mostMinutes the label's, on the skin
/// @param labels by which it was judged
/// @param override why somebody went on while it was on, where they did
public record Numbing(
        UUID id,
        UUID course,
        UUID session,
        UUID unit,
        String product,
        String strength,
        BigDecimal grams,
        BigDecimal areaCm2,
        List<ZoneId> zones,
        Optional<Integer> leastMinutes,
        Optional<Integer> mostMinutes,
        List<String> labels,
        Instant onAt,
        String onBy,
        Optional<Off> off,
        Optional<Override> override) {

    /// Wiped off completely.
    public record Off(Instant at, String by) {}

    /// Somebody went on while it was on.
    public record Override(String reason, String signer, Instant at) {}

    public Numbing {
        zones = List.copyOf(zones);
        labels = List.copyOf(labels);
    }

    /// Whole minutes on the skin, until it was taken off or until now.
    public long minutes(Instant now) {
        return Duration.between(onAt, off.map(Off::at).orElse(now)).toMinutes();
    }

    /// Whether it is, or was, on the skin for longer than the label says.
    public boolean isOver(Instant now) {
        return mostMinutes
                .filter(most ->
                        Duration.between(onAt, off.map(Off::at).orElse(now)).compareTo(Duration.ofMinutes(most)) > 0)
                .isPresent();
    }

    /// Whether it is, or was, on the skin for less than the label says it needs.
    public boolean isShort(Instant now) {
        return leastMinutes.filter(least -> minutes(now) < least).isPresent();
    }

    /// What and how much: `lidocaine 4 % (LMX4), 10 g on 100 cm²`.
    public String words() {
        return words(strength, grams, areaCm2);
    }

    static String words(String strength, BigDecimal grams, BigDecimal areaCm2) {
        return strength + ", " + grams.stripTrailingZeros().toPlainString() + " g on "
                + areaCm2.stripTrailingZeros().toPlainString() + " cm²";
    }

    /// What is to be known of it afterwards, in a sentence.
    public String told(Instant now) {
        return words() + ", on the skin for " + minutes(now) + " minutes"
                + (isOver(now) ? ", longer than the label’s " + mostMinutes.orElse(0) : "")
                + (isShort(now) ? ", shorter than the label’s " + leastMinutes.orElse(0) : "")
                + (off.isPresent() ? "" : ", still on")
                + override.map(gone -> "; " + gone.signer() + " went on while it was on: " + gone.reason())
                        .orElse("");
    }
}
