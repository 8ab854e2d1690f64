package org.stipple.clinic.recall;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.stipple.clinic.stock.RecalledGoods;

/// What stands behind the link of somebody whom a recall concerns. A link can be forwarded and a telephone can
/// lie on a table: the words say that the clinic wants to speak with them, and not why.
final class RecallWords {

    /// `design`: short, calm, without a reason and without a promise.
    static final String USUAL =
            "We would like to speak with you about a visit of yours. It is important. Please call us, or say below that "
                    + "you have read this, and we call you.";

    private static final int LONGEST = 600;

    /// What says more than that. It keeps the usual slips out; what remains a clinician reads who approves it.
    private static final List<String> TELLING = List.of(
            "needl",
            "acne",
            "scar",
            "wrinkle",
            "melasma",
            "cartridge",
            "handpiece",
            "anaesthetic",
            "infect",
            "steril",
            "recall",
            "lot ",
            "device");

    private RecallWords() {}

    /// Why these words are not sent; empty where they may be.
    static Optional<String> whyNot(String words, RecalledGoods goods, String name) {
        String small = words.toLowerCase(Locale.ROOT);
        if (words.isBlank() || words.length() > LONGEST) {
            return Optional.of("The text had " + words.length() + " characters, expected 1 to " + LONGEST + ".");
        }
        for (String telling :
                Stream.concat(goods.telling().stream(), Stream.of(name)).toList()) {
            if (small.contains(telling.toLowerCase(Locale.ROOT))) {
                return Optional.of("The text holds “" + telling
                        + "”: whoever sees the page would learn why. Say it when you speak.");
            }
        }
        return TELLING.stream()
                .filter(small::contains)
                .findFirst()
                .map(word -> "The text holds “" + word.strip()
                        + "”: whoever sees the page would learn why. Say it when you speak.");
    }
}
