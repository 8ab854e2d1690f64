package org.stipple.clinic.adverse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.web.Sentence;
import org.stipple.protocol.ExpectedHealing;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.RedFlag;

/// What an event may be called: the red flags of the knowledge base, the reactions that it expects, and
/// something else in words.
@Component
public class Kinds {

    /// The lines of the healing curve that are reactions of the skin; the others tell of repair and of days at
    /// home.
    private static final List<String> REACTIONS = List.of("redness", "tightness", "bruising", "flaking", "bleeding");

    static final String RED_FLAG = "red-flag.";
    static final String EXPECTED = "expected.";
    static final String OTHER = "other";

    private final Knowledge knowledge;

    Kinds(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// One of them, as it was called when it was chosen.
    ///
    /// @param id `red-flag.granuloma`, `expected.redness` or `other`
    public record Kind(String id, String words) {

        /// Whether the knowledge base expects it of everybody.
        public boolean isExpected() {
            return id.startsWith(EXPECTED);
        }

        /// The red flag that it is.
        ///
        /// @return empty where it is none
        public Optional<String> redFlag() {
            return id.startsWith(RED_FLAG) ? Optional.of(id.substring(RED_FLAG.length())) : Optional.empty();
        }
    }

    /// All but what is told in words: red flags first, the gravest of them first.
    public List<Kind> all() {
        return Stream.concat(
                        knowledge.redFlags().stream().map(Kinds::kind),
                        knowledge.healing().stream()
                                .filter(line -> REACTIONS.contains(line.id()))
                                .map(Kinds::kind))
                .toList();
    }

    private static Kind kind(RedFlag flag) {
        return new Kind(RED_FLAG + flag.id(), flag.sign());
    }

    private static Kind kind(ExpectedHealing line) {
        return new Kind(EXPECTED + line.id(), Sentence.beginning(line.event()));
    }

    /// The kind of a red flag.
    ///
    /// @return empty where the knowledge base has none of this identifier
    public Optional<Kind> redFlag(String id) {
        return find(RED_FLAG + id);
    }

    /// @return empty where the knowledge base has none of this identifier
    public Optional<Kind> find(String id) {
        return all().stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /// Something that has no name here.
    public static Kind other(String words) {
        return new Kind(OTHER, words.strip());
    }

    /// Whether a clinician must see it, and how soon, as the knowledge base says.
    public Optional<RedFlag> flag(Kind kind) {
        return kind.redFlag()
                .flatMap(id -> knowledge.redFlags().stream()
                        .filter(flag -> flag.id().equals(id))
                        .findFirst());
    }

    String release() {
        return knowledge.release().version() + ", " + knowledge.release().hash();
    }
}
