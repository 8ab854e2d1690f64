package org.stipple.cli;

import java.util.Optional;
import org.stipple.dose.Outline;
import org.stipple.dose.SkinLayers;
import org.stipple.quantities.Sex;
import org.stipple.quantities.ZoneId;

/// What `stipple dose` asks the knowledge base about a zone that a file names.
interface ZoneAnatomy {

    /// Skin thickness; for `OTHER` the thinner value of the two sexes.
    ///
    /// @return empty when no publication gives it
    Optional<SkinLayers> layers(ZoneId zone, Sex sex);

    /// The zone's outline with its no-go holes, in mm.
    ///
    /// @return empty when none is known
    Optional<Outline> outline(ZoneId zone, Sex sex);

    /// Knows of no zone.
    ZoneAnatomy NONE = new ZoneAnatomy() {
        @Override
        public Optional<SkinLayers> layers(ZoneId zone, Sex sex) {
            return Optional.empty();
        }

        @Override
        public Optional<Outline> outline(ZoneId zone, Sex sex) {
            return Optional.empty();
        }
    };
}
