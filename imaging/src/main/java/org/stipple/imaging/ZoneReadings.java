package org.stipple.imaging;

import java.util.List;
import java.util.Optional;
import org.stipple.quantities.Area;

/// All readings of one zone: every metric stands here, measured or not.
///
/// @param id of a zone, `patch`, or `face` when nobody knows where its zones are
/// @param area in the baseline, seen as flat; nothing without a scale
/// @param followupOutline the zone in the follow-up, in its pixels; nothing without a registered follow-up.
///   It may reach beyond the photo
/// @param readings one for each [Metric], in order
public record ZoneReadings(String id, Optional<Area> area, Optional<Outline> followupOutline, List<Reading> readings) {

    public ZoneReadings {
        readings = List.copyOf(readings);
    }
}
