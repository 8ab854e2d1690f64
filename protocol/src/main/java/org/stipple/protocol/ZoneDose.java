package org.stipple.protocol;

import java.util.Optional;
import org.stipple.protocol.document.Document;
import org.stipple.quantities.Area;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Sex;

/// The seam to `dose`: what a zone receives when it is needled so.
interface ZoneDose {

    /// Computes nothing; the course says so.
    ZoneDose NOT_COMPUTED = (_, _, _, _, _) -> Optional.empty();

    /// @param depth that is set
    /// @param area of the zone
    /// @param sex for the thickness of the skin
    /// @return as `stipple dose` answers; empty where it cannot be computed
    Optional<Document> of(Device device, Depth depth, SkinZone zone, Area area, Optional<Sex> sex);
}
