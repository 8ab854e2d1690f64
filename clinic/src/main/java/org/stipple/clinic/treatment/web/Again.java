package org.stipple.clinic.treatment.web;

import java.util.Optional;
import org.stipple.clinic.treatment.web.ChartForm.Sent;
import org.stipple.clinic.web.Form;

/// What was sent in the room, was not taken, and is shown again to be mended.
///
/// @param zone the form of one zone
/// @param map the form of the map
/// @param note the note with which somebody tried to close
/// @param after the form of what was given beside the needle, or of the end
record Again(Optional<Sent> zone, Optional<MapForm.Sent> map, Optional<String> note, Optional<Form> after) {

    static final Again NOTHING = new Again(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static Again zone(Sent sent) {
        return new Again(Optional.of(sent), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Again map(MapForm.Sent sent) {
        return new Again(Optional.empty(), Optional.of(sent), Optional.empty(), Optional.empty());
    }

    static Again closing(String note) {
        return new Again(Optional.empty(), Optional.empty(), Optional.of(note), Optional.empty());
    }

    static Again after(Form form) {
        return new Again(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(form));
    }
}
