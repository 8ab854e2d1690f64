package org.stipple.protocol;

import java.util.List;

/// What a rule or a number rests on: sources, or a decision of ours with its reason. Nothing stands without one.
public sealed interface Basis {

    /// On sources, one at least.
    record Sourced(List<Citation> citations) implements Basis {
        public Sourced {
            citations = List.copyOf(citations);
            if (citations.isEmpty()) {
                throw new IllegalArgumentException("what is sourced needs a source");
            }
        }
    }

    /// On a decision, because no source states it.
    ///
    /// @param reason why it was decided so
    record Design(String reason) implements Basis {
        public Design {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("what is designed needs a reason");
            }
        }
    }

    /// `sourced` or `design`.
    default String id() {
        return switch (this) {
            case Sourced _ -> "sourced";
            case Design _ -> "design";
        };
    }

    /// The sources; none for a design.
    default List<Citation> sources() {
        return switch (this) {
            case Sourced(var citations) -> citations;
            case Design _ -> List.of();
        };
    }
}
