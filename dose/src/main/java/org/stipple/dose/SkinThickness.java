package org.stipple.dose;

/// How thick the skin of a zone is, or why that is not known.
public sealed interface SkinThickness permits SkinLayers, SkinThickness.Unsourced {

    /// No publication gives the thickness here.
    ///
    /// @param why in words for a person
    record Unsourced(String why) implements SkinThickness {

        /// @throws UnusableQuestion when no reason is given
        public Unsourced {
            if (why.isBlank()) {
                throw new UnusableQuestion("zone", "a thickness that is unknown without a reason", "a reason");
            }
        }
    }
}
