package org.stipple.clinic.consent;

import java.util.Optional;

/// How a name was signed.
public sealed interface Mark {

    /// Typed: the name is the signature.
    record Typed() implements Mark {}

    /// Drawn beside the name.
    record Drawn(Drawing drawing) implements Mark {}

    /// The drawing, where there is one.
    default Optional<Drawing> drawn() {
        return switch (this) {
            case Typed _ -> Optional.empty();
            case Drawn(var drawing) -> Optional.of(drawing);
        };
    }
}
