package org.stipple.cli;

import static org.stipple.cli.Schemas.list;
import static org.stipple.cli.Schemas.number;
import static org.stipple.cli.Schemas.object;
import static org.stipple.cli.Schemas.oneOrMore;
import static org.stipple.cli.Schemas.someOf;
import static org.stipple.cli.Schemas.string;
import static org.stipple.cli.Schemas.word;

import java.util.List;
import java.util.stream.Stream;
import org.stipple.imaging.CanonicalFace;
import org.stipple.imaging.Landmarks;
import org.stipple.imaging.View;
import org.stipple.imaging.Zone;
import org.stipple.protocol.document.Document;
import org.stipple.quantities.ZoneId;

/// The schemas of what stands beside photos: zones, landmarks, a series of an archive.
final class PhotoSchema {

    private static final double FAR = 1e6;

    private PhotoSchema() {}

    /// What `--zones` takes.
    static Document.Mapping zones() {
        return object("zones!", zoneList());
    }

    private static Document.Mapping zoneList() {
        List<String> ids = Stream.concat(Stream.of(ZoneId.values()).map(ZoneId::id), Stream.of(Zone.PATCH))
                .toList();
        var polygon = list(numbers(2, 0))
                .with("minItems", Document.of(3))
                .with("maxItems", Document.of(ZonesFile.MAX_CORNERS));
        return someOf(object("id!", word(ids), "polygon!", polygon));
    }

    /// What `--landmarks` takes.
    static Document.Mapping landmarks() {
        return object("baseline!", face(), "followup", face());
    }

    private static Document.Mapping face() {
        var clicked = Stream.of(CanonicalFace.Clicked.values())
                .flatMap(which -> Stream.of(which.id() + "!", numbers(2, -FAR)))
                .toArray();
        return object("points", points(), "clicked", object(clicked))
                .with(
                        "oneOf",
                        Document.listing(List.of(
                                Document.mapping().with("required", Document.texts(List.of("points"))),
                                Document.mapping().with("required", Document.texts(List.of("clicked"))))));
    }

    private static Document.Mapping points() {
        return list(numbers(3, -FAR))
                .with("minItems", Document.of(Landmarks.MESH))
                .with("maxItems", Document.of(Landmarks.WITH_IRISES));
    }

    /// `series.yaml`.
    static Document.Mapping series() {
        return object(
                "view", word(View.class, View::id),
                "scale", oneOrMore(string()),
                "baseline", string(),
                "photos", list(string()).with("uniqueItems", Document.of(true)),
                "zones", zoneList(),
                "landmarks",
                        Document.mapping().with("type", Document.of("object")).with("additionalProperties", face()));
    }

    private static Document.Mapping numbers(int many, double least) {
        return list(number(least, FAR)).with("minItems", Document.of(many)).with("maxItems", Document.of(many));
    }
}
