package org.stipple.clinic.treatment.web;

import java.util.List;
import java.util.Map;
import org.stipple.clinic.treatment.web.TreatmentViews.Option;
import org.stipple.clinic.web.look.ZonePick;

/// What the map of the room shows.
public final class MapViews {

    private MapViews() {}

    /// The map with what is said of the zones that are tapped.
    ///
    /// @param left identifiers of the zones that are left to do, with spaces between them
    /// @param leftToDo how many they are
    /// @param at of each zone of the course, the entry that is shown
    /// @param last what "as last time" is called, with its day; empty where there was none
    /// @param as what is chosen: `planned`, `last`, `other` or `left-out`
    /// @param endpoint what is chosen: that of whoever charts stays from entry to entry
    /// @param pain what is chosen, in the same way; empty where nothing is
    /// @param depths depths to tap, in millimetres
    /// @param typed what stands in the other fields, by their names
    /// @param wrong what is wrong with which field
    public record RoomMap(
            ZonePick pick,
            String left,
            int leftToDo,
            List<At> at,
            String last,
            String as,
            String endpoint,
            String pain,
            List<String> depths,
            List<Option> motions,
            List<Option> patterns,
            Map<String, String> typed,
            Map<String, String> wrong) {

        public RoomMap {
            at = List.copyOf(at);
            depths = List.copyOf(depths);
            motions = List.copyOf(motions);
            patterns = List.copyOf(patterns);
            typed = Map.copyOf(typed);
            wrong = Map.copyOf(wrong);
        }

        /// What stands in a field; empty where nothing does.
        public String in(String field) {
            return typed.getOrDefault(field, "");
        }

        /// What is wrong with a field; empty where nothing is.
        public String about(String field) {
            return wrong.getOrDefault(field, "");
        }
    }

    /// The entry about a zone that the page shows, 0 for none.
    public record At(String zone, int entry) {}
}
