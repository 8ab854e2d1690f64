package org.stipple.cli;

import static org.stipple.cli.Schemas.either;
import static org.stipple.cli.Schemas.list;
import static org.stipple.cli.Schemas.number;
import static org.stipple.cli.Schemas.object;
import static org.stipple.cli.Schemas.open;
import static org.stipple.cli.Schemas.someOf;
import static org.stipple.cli.Schemas.string;
import static org.stipple.cli.Schemas.whole;
import static org.stipple.cli.Schemas.word;
import static org.stipple.cli.Schemas.zone;

import java.util.List;
import org.stipple.dose.Limit;
import org.stipple.protocol.document.Document;

/// The schema of what `stipple dose` is asked, with the bounds of [Limit].
final class DoseSchema {

    private DoseSchema() {}

    static Document.Mapping file() {
        return object(
                "device!", either(string(), pen(), roller(), stamp()),
                "technique!", technique(),
                "zone!", zoneOfSkin(),
                "sex", open(word(List.of("female", "male", "other"))),
                "penetration", open(either(of(Limit.PENETRATION), someOf(of(Limit.PENETRATION)))),
                "seed", open(whole(Long.MIN_VALUE, Long.MAX_VALUE)));
    }

    /// What `--search` is given.
    static Document.Mapping goal() {
        return object(
                "goal!", wish(),
                "available",
                        open(object(
                                "depthsMm", open(someOf(of(Limit.DEPTH))),
                                "passes", open(someOf(wholeOf(Limit.PASSES))),
                                "directions", open(someOf(wholeOf(Limit.DIRECTIONS))),
                                "glidesMmPerS", open(someOf(of(Limit.GLIDE))))),
                "bounds", open(bounds()),
                "seconds", open(number(GoalInput.LEAST_SECONDS, GoalInput.MOST_SECONDS)),
                "further", open(list(object("zone!", zoneOfSkin(), "goal", open(wish()), "bounds", open(bounds())))));
    }

    private static Document.Mapping wish() {
        return object("densityPerCm2!", number(1, GoalInput.MOST_PER_CM2), "depthMm!", of(Limit.DEPTH));
    }

    private static Document.Mapping bounds() {
        return object(
                "labelDepthMm", open(of(Limit.DEPTH)),
                "scopeDepthMm", open(of(Limit.DEPTH)),
                "seconds", open(number(GoalInput.LEAST_SECONDS, GoalInput.MOST_SECONDS)),
                "beyondDermis", open(cap()),
                "coverage", open(cap()),
                "duplicates", open(cap()));
    }

    private static Document.Mapping cap() {
        return object("most!", number(0, 1), "force!", word(List.of("hard", "caution")));
    }

    private static Document.Mapping zoneOfSkin() {
        return object(
                "id", open(zone()),
                "widthMm", open(of(Limit.ZONE_WIDTH)),
                "heightMm", open(of(Limit.ZONE_HEIGHT)),
                "outlineMm", open(points()),
                "holesMm", open(list(points())));
    }

    private static Document.Mapping of(Limit limit) {
        return number(limit.min(), limit.max());
    }

    private static Document.Mapping wholeOf(Limit limit) {
        return whole((long) limit.min(), (long) limit.max());
    }

    private static Document.Mapping points() {
        return list(list(Document.mapping().with("type", Document.of("number")))
                .with("minItems", Document.of(2))
                .with("maxItems", Document.of(2)));
    }

    private static Document.Mapping pen() {
        return object(
                "kind!", word(List.of("pen")),
                "pins!", wholeOf(Limit.PINS),
                "swathMm!", of(Limit.SWATH),
                "strokeHz!", of(Limit.STROKE),
                "needleDiameterMm!", of(Limit.NEEDLE_DIAMETER),
                "needleLengthMm!", of(Limit.NEEDLE_LENGTH),
                "pinsMm", open(points()),
                "taperMm", open(of(Limit.TAPER)));
    }

    private static Document.Mapping roller() {
        return object(
                "kind!", word(List.of("roller")),
                "needles!", wholeOf(Limit.NEEDLES),
                "rows!", wholeOf(Limit.ROWS),
                "drumDiameterMm!", of(Limit.DRUM_DIAMETER),
                "drumWidthMm!", of(Limit.DRUM_WIDTH),
                "needleLengthMm!", of(Limit.NEEDLE_LENGTH),
                "needleDiameterMm!", of(Limit.NEEDLE_DIAMETER),
                "taperMm", open(of(Limit.TAPER)));
    }

    private static Document.Mapping stamp() {
        return object(
                "kind!", word(List.of("stamp")),
                "pins!", wholeOf(Limit.PINS),
                "widthMm!", of(Limit.STAMP_WIDTH),
                "needleLengthMm!", of(Limit.NEEDLE_LENGTH),
                "needleDiameterMm!", of(Limit.NEEDLE_DIAMETER),
                "stampsPerCm2!", of(Limit.STAMPS),
                "pinsMm", open(points()),
                "taperMm", open(of(Limit.TAPER)));
    }

    private static Document.Mapping technique() {
        return object(
                "depthMm!", of(Limit.DEPTH),
                "passes!", wholeOf(Limit.PASSES),
                "directions", open(wholeOf(Limit.DIRECTIONS)),
                "glideMmPerS", open(of(Limit.GLIDE)),
                "contactDuty", open(of(Limit.CONTACT_DUTY)),
                "efficiency", open(of(Limit.EFFICIENCY)),
                "glideVariation", open(of(Limit.GLIDE_VARIATION)),
                "jitterMm", open(of(Limit.JITTER)));
    }
}
