package org.stipple.protocol;

import java.util.List;
import org.stipple.protocol.document.Document;
import org.stipple.quantities.Indication;

/// What somebody wants treated: an indication with its subtype. Where nothing is said the subtype is `mixed`
/// for acne scars and `unknown` for surgical scars and hair; indications without subtypes have `""`.
public record Sought(Indication indication, String subtype) {

    /// @throws IllegalArgumentException when the indication has no such subtype
    public Sought {
        if (!subtypes(indication).contains(subtype)) {
            throw new IllegalArgumentException(
                    "subtype of " + indication + " must be one of " + subtypes(indication) + ", was " + subtype);
        }
    }

    /// With the subtype that is assumed when none is given.
    public static Sought of(Indication indication) {
        return new Sought(indication, subtypes(indication).getLast());
    }

    /// The subtypes of an indication, the assumed one last; one empty word where it has none.
    public static List<String> subtypes(Indication indication) {
        return switch (indication) {
            case ACNE_SCARS -> List.of("ice-pick", "boxcar", "rolling", "mixed");
            case SURGICAL_SCAR -> List.of("atrophic", "hypertrophic", "unknown");
            case HAIR -> List.of("androgenetic", "other", "unknown");
            case TEXTURE,
                    FINE_LINES,
                    WRINKLES,
                    PORES,
                    STRETCH_MARKS,
                    ACNE,
                    MELASMA,
                    POST_INFLAMMATORY_PIGMENT,
                    SUN_DAMAGE,
                    LAXITY,
                    OIL,
                    EXFOLIATION,
                    CELLULITE,
                    ABSORPTION -> List.of("");
        };
    }

    /// As it is written in a file: the identifier alone, or with the subtype where it is not the assumed one.
    Document document() {
        return equals(of(indication))
                ? Document.of(indication.id())
                : Document.mapping().with("id", Document.of(indication.id())).with("subtype", Document.of(subtype));
    }
}
