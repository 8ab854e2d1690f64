package org.stipple.clinic.web.look;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stipple.clinic.web.words.Tongue;

/// How people reach somebody of a clinic.
public sealed interface Reach {

    /// Nobody of the clinic has said it.
    record Unsaid() implements Reach {}

    /// As it was written down before the telephone and the languages were told apart. In which language, nobody
    /// knows.
    record InOneText(String text) implements Reach {}

    /// @param telephone empty where the clinic says that there is none
    /// @param words by language, such as when somebody answers; may be empty where there is a telephone
    record Stated(Optional<Telephone> telephone, Map<Tongue, String> words) implements Reach {

        public Stated {
            words = Map.copyOf(words);
            if (telephone.isEmpty() && words.isEmpty()) {
                throw new IllegalArgumentException("neither a telephone nor words");
            }
            if (words.values().stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("words that say nothing");
            }
        }
    }

    /// Words in a language.
    ///
    /// @param lang as the attribute of a page; empty where nobody knows
    record Said(String lang, String words) {}

    static Reach unsaid() {
        return new Unsaid();
    }

    /// Whether it is written down at all.
    default boolean isSaid() {
        return !(this instanceof Unsaid);
    }

    /// The number as a telephone dials it; empty where none is known for one. A number among other words is not
    /// picked out of them: the first digits of an address would be dialled.
    default String dial() {
        return telephone().map(Telephone::dial).orElse("");
    }

    private Optional<Telephone> telephone() {
        return switch (this) {
            case Unsaid() -> Optional.empty();
            case InOneText(String text) ->
                Optional.of(text.strip()).filter(Telephone::isOne).map(Telephone::new);
            case Stated stated -> stated.telephone();
        };
    }

    /// The telephone number to read, where it does not stand in [#words]; else empty.
    default String number() {
        return switch (this) {
            case Unsaid() -> "";
            case InOneText _ -> "";
            case Stated stated -> stated.telephone().map(Telephone::number).orElse("");
        };
    }

    /// What there is to read beside the number: in this language, else in the other.
    default Optional<Said> words(Tongue tongue) {
        return switch (this) {
            case Unsaid() -> Optional.empty();
            case InOneText(String text) -> Optional.of(new Said("", text));
            case Stated stated ->
                Stream.concat(Stream.of(tongue), Arrays.stream(Tongue.values()))
                        .filter(stated.words()::containsKey)
                        .findFirst()
                        .map(found -> new Said(found.lang(), stated.words().getOrDefault(found, "")));
        };
    }

    /// Number and words in a line, for paper; empty where nobody has said it.
    default String line(Tongue tongue) {
        String words = words(tongue).map(Said::words).orElse("");
        return number().isEmpty() ? words : words.isEmpty() ? number() : number() + ". " + words;
    }
}
