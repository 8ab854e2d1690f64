package org.stipple.clinic.web.look;

import java.util.List;

/// The question "where?", answered on the map or in the list beside it: `parts/zonepick.jte`. Both are the
/// same boxes, so it works without a script, with the keyboard and with a screen reader.
///
/// @param name name of the form field, given once for every zone that is chosen
/// @param legend the whole question
/// @param hint one more sentence, or empty
/// @param maps the maps to tap on, made with [Maps#plain]; none is allowed
/// @param zones what can be chosen, in order
/// @param error what is wrong with the answer, or empty
public record ZonePick(String name, String legend, String hint, List<MapView> maps, List<Zone> zones, String error) {

    /// A zone that can be chosen.
    ///
    /// @param off whether it cannot be chosen here
    public record Zone(String id, String name, boolean chosen, boolean off) {}

    public ZonePick {
        maps = List.copyOf(maps);
        zones = List.copyOf(zones);
    }
}
