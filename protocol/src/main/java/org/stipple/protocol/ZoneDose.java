package org.stipple.protocol;

import java.util.Optional;
import org.stipple.dose.DoseEstimate;
import org.stipple.dose.NeedleArray;
import org.stipple.dose.SkinThickness;
import org.stipple.dose.Technique;
import org.stipple.quantities.Area;

/// The seam to `dose`: what a zone receives when it is needled so.
interface ZoneDose {

    /// Computes nothing; the course says so.
    ZoneDose NOT_COMPUTED = _ -> Optional.empty();

    /// A zone and how it is needled.
    ///
    /// @param area of the zone
    record Needling(NeedleArray device, Technique technique, SkinThickness skin, Area area) {}

    /// @return empty where it cannot be computed
    Optional<DoseEstimate> of(Needling needling);
}
