package org.stipple.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stipple.imaging.Outline;
import org.stipple.imaging.Photo;
import org.stipple.imaging.Place;
import org.stipple.imaging.Zone;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.ZoneId;

/// `{"zones": [{"id": "cheek-left", "polygon": [[x, y], …]}]}`, in pixels of the baseline.
record ZonesFile(InputFile file) {

    /// `design`: more than anybody draws.
    static final int MAX_CORNERS = 10_000;

    List<Zone> zones(Photo baseline) {
        return zones(Field.root(document()).mapping(Set.of("zones")).required("zones"), baseline);
    }

    /// The zones of a list.
    static List<Zone> zones(Field listed, Photo baseline) {
        var zones = new ArrayList<Zone>();
        var seen = new HashSet<String>();
        for (Field field : listed.items()) {
            field.mapping(Set.of("id", "polygon"));
            Field id = field.required("id");
            String name = id.word(word -> Optional.of(word).filter(Zone::isKnown), knownIds());
            if (!seen.add(name)) {
                throw id.refused("each zone once");
            }
            zones.add(new Zone(name, outline(field.required("polygon"), baseline)));
        }
        if (zones.isEmpty()) {
            throw listed.refused("one zone at least");
        }
        return List.copyOf(zones);
    }

    /// Says which file it is where that cannot be read; a field that does not fit is named by its own path.
    private Document document() {
        return file.document("--zones");
    }

    private static List<String> knownIds() {
        return Stream.concat(Stream.of(ZoneId.values()).map(ZoneId::id), Stream.of(Zone.PATCH))
                .toList();
    }

    private static Outline outline(Field polygon, Photo baseline) {
        var corners = new ArrayList<Place>();
        for (Field corner : polygon.items()) {
            List<Field> xy = corner.items();
            if (xy.size() != 2) {
                throw corner.refused("[x, y]");
            }
            corners.add(
                    new Place(xy.get(0).number(0, baseline.width()), xy.get(1).number(0, baseline.height())));
        }
        if (corners.size() < 3 || corners.size() > MAX_CORNERS) {
            throw polygon.refused("3 to " + MAX_CORNERS + " corners");
        }
        try {
            return new Outline(corners);
        } catch (IllegalArgumentException flat) {
            throw polygon.refused("corners that enclose an area");
        }
    }
}
