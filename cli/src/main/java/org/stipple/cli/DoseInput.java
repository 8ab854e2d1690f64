package org.stipple.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.Limit;
import org.stipple.dose.Needle;
import org.stipple.dose.NeedleArray;
import org.stipple.dose.Outline;
import org.stipple.dose.PinLayout;
import org.stipple.dose.Point;
import org.stipple.dose.SkinThickness;
import org.stipple.dose.Technique;
import org.stipple.dose.UnusableQuestion;
import org.stipple.protocol.Device;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.SkinZone;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.Figures;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.Length;
import org.stipple.quantities.Sex;
import org.stipple.quantities.StrokeFrequency;
import org.stipple.quantities.ZoneId;

/// Reads the file of `stipple dose`, described in `docs/data/technique.md`, and notes every default that it
/// fills in.
final class DoseInput {

    private final Knowledge knowledge;
    private final List<String> defaults = new ArrayList<>();

    private DoseInput(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// @param knowledge of the devices and zones that the file names
    /// @throws UnusableInput with the path of the field that does not fit
    static DoseQuestion question(Document document, Knowledge knowledge) {
        try {
            return new DoseInput(knowledge).question(Field.root(document));
        } catch (UnusableQuestion unusable) {
            throw new UnusableInput(unusable.field(), unusable.was(), unusable.expected());
        }
    }

    private DoseQuestion question(Field file) {
        file.mapping(Set.of("device", "technique", "zone", "sex", "penetration", "seed"));
        var device = device(file.required("device"));
        var technique = technique(file.required("technique"), device);
        var sex = file.optional("sex")
                .map(field -> field.constant(Sex.class, Sex::id))
                .orElse(Sex.OTHER);
        var zone = file.required("zone").mapping(Set.of("id", "widthMm", "heightMm", "outlineMm", "holesMm"));
        var id = zone.optional("id").map(field -> field.constant(ZoneId.class, ZoneId::id));
        var outline = outline(zone, id);
        var thickness = thickness(id, sex);
        var penetration = file.optional("penetration")
                .map(DoseInput::penetration)
                .orElseGet(() -> {
                    var usual = DoseQuestion.defaultPenetration(device);
                    assume("penetration "
                            + String.join(
                                    ", ",
                                    usual.stream()
                                            .map(each -> Figures.text(each.value()))
                                            .toList()));
                    return usual;
                });
        long seed = file.optional("seed").map(Field::longInteger).orElseGet(() -> {
            assume("seed 1");
            return 1L;
        });
        return new DoseQuestion(device, technique, outline, thickness, penetration, seed, defaults);
    }

    private void assume(String what) {
        defaults.add(what + " (design: default)");
    }

    private NeedleArray device(Field field) {
        if (field.document() instanceof Document.Text(var id)) {
            return named(field, id);
        }
        var kind = field.required("kind");
        return switch (kind.word(Optional::of, List.of("pen", "roller", "stamp"))) {
            case "pen" -> pen(field);
            case "roller" -> roller(field);
            case "stamp" -> stamp(field);
            default -> throw kind.refused("one of pen, roller, stamp");
        };
    }

    private NeedleArray named(Field field, String id) {
        var device = knowledge
                .device(id)
                .orElseThrow(() -> field.refused("the device's geometry, {kind: pen | roller | stamp, …}, or one of "
                        + String.join(
                                ", ",
                                knowledge.devices().stream().map(Device::id).toList())));
        defaults.add("device: " + device.name()
                + ", as the knowledge base has it; what no maker publishes (swath, pins)" + " is a design value there");
        return device.needleArray();
    }

    private static NeedleArray pen(Field field) {
        field.mapping(Set.of(
                "kind", "pins", "swathMm", "strokeHz", "needleDiameterMm", "needleLengthMm", "pinsMm", "taperMm"));
        return new NeedleArray.Pen(
                whole(field.required("pins"), Limit.PINS),
                length(field.required("swathMm"), Limit.SWATH),
                StrokeFrequency.ofHertz(number(field.required("strokeHz"), Limit.STROKE)),
                needle(field),
                layout(field));
    }

    private static NeedleArray roller(Field field) {
        field.mapping(Set.of(
                "kind",
                "needles",
                "rows",
                "drumDiameterMm",
                "drumWidthMm",
                "needleLengthMm",
                "needleDiameterMm",
                "taperMm"));
        return new NeedleArray.Roller(
                whole(field.required("needles"), Limit.NEEDLES),
                whole(field.required("rows"), Limit.ROWS),
                length(field.required("drumDiameterMm"), Limit.DRUM_DIAMETER),
                length(field.required("drumWidthMm"), Limit.DRUM_WIDTH),
                needle(field));
    }

    private static NeedleArray stamp(Field field) {
        field.mapping(Set.of(
                "kind", "pins", "widthMm", "needleLengthMm", "needleDiameterMm", "stampsPerCm2", "pinsMm", "taperMm"));
        return new NeedleArray.Stamp(
                whole(field.required("pins"), Limit.PINS),
                length(field.required("widthMm"), Limit.STAMP_WIDTH),
                number(field.required("stampsPerCm2"), Limit.STAMPS),
                needle(field),
                layout(field));
    }

    private static Needle needle(Field device) {
        return new Needle(
                length(device.required("needleDiameterMm"), Limit.NEEDLE_DIAMETER),
                depth(device.required("needleLengthMm"), Limit.NEEDLE_LENGTH),
                device.optional("taperMm")
                        .map(field -> length(field, Limit.TAPER))
                        .orElse(Length.ofMillimetres(0)));
    }

    private static PinLayout layout(Field device) {
        return device.optional("pinsMm")
                .<PinLayout>map(field -> new PinLayout.Measured(points(field, Limit.PIN_POSITION)))
                .orElseGet(PinLayout.Sunflower::new);
    }

    private Technique technique(Field field, NeedleArray device) {
        field.mapping(Set.of(
                "depthMm",
                "passes",
                "directions",
                "glideMmPerS",
                "contactDuty",
                "efficiency",
                "glideVariation",
                "jitterMm"));
        var depth = depth(field.required("depthMm"), Limit.DEPTH);
        int passes = whole(field.required("passes"), Limit.PASSES);
        int directions = field.optional("directions")
                .map(each -> whole(each, Limit.DIRECTIONS))
                .orElseGet(() -> {
                    assume("directions 1");
                    return 1;
                });
        return new Technique(
                depth,
                passes,
                directions,
                glide(field, device),
                fraction(field, "contactDuty", Limit.CONTACT_DUTY, 1),
                fraction(field, "efficiency", Limit.EFFICIENCY, 1),
                fraction(field, "glideVariation", Limit.GLIDE_VARIATION, 0),
                jitter(field, device));
    }

    private GlideSpeed glide(Field technique, NeedleArray device) {
        var given = technique
                .optional("glideMmPerS")
                .map(field -> GlideSpeed.ofMillimetresPerSecond(number(field, Limit.GLIDE)));
        return switch (device) {
            case NeedleArray.Pen _ ->
                given.orElseGet(() -> {
                    assume("glide " + Technique.DEFAULT_GLIDE);
                    return Technique.DEFAULT_GLIDE;
                });
            case NeedleArray.Roller _, NeedleArray.Stamp _ -> {
                if (given.isPresent()) {
                    defaults.add("glide: given, but nothing depends on it: only a pen strokes while it glides");
                }
                yield Technique.DEFAULT_GLIDE;
            }
        };
    }

    private Length jitter(Field technique, NeedleArray device) {
        return technique
                .optional("jitterMm")
                .map(field -> length(field, Limit.JITTER))
                .orElseGet(() -> {
                    var usual = Technique.defaultJitter(device);
                    assume("jitter " + Figures.text(usual.millimetres()) + " mm");
                    return usual;
                });
    }

    private Fraction fraction(Field technique, String name, Limit limit, double usual) {
        return technique
                .optional(name)
                .map(field -> Fraction.ofValue(number(field, limit)))
                .orElseGet(() -> {
                    assume(name + " " + Figures.text(usual));
                    return Fraction.ofValue(usual);
                });
    }

    private Outline outline(Field zone, Optional<ZoneId> id) {
        var ring = zone.optional("outlineMm");
        var width = zone.optional("widthMm");
        var height = zone.optional("heightMm");
        var holes = zone.optional("holesMm")
                .map(field -> field.items().stream()
                        .map(hole -> points(hole, Limit.COORDINATE))
                        .toList())
                .orElse(List.of());
        if (ring.isPresent()) {
            width.or(() -> height).ifPresent(side -> {
                throw side.refused("no sides beside outlineMm");
            });
            return Outline.of(points(ring.get(), Limit.COORDINATE), holes);
        }
        if (width.isEmpty() && height.isEmpty()) {
            return typical(
                    zone,
                    id.map(knowledge::zone)
                            .orElseThrow(() -> zone.refused("an id, widthMm and heightMm, or outlineMm")));
        }
        return Outline.rectangle(
                length(zone.required("widthMm"), Limit.ZONE_WIDTH),
                length(zone.required("heightMm"), Limit.ZONE_HEIGHT),
                holes);
    }

    private Outline typical(Field field, SkinZone zone) {
        if (field.names().contains("holesMm")) {
            throw field.required("holesMm").refused("no holes without an outline to which they belong");
        }
        String area = Figures.text(zone.area().squareCentimetres()) + " cm²";
        var drawn = zone.outline(zone.area());
        if (drawn.isPresent()) {
            assume("outline: the " + zone.id().words() + " of a standard adult, drawn to " + area);
            return drawn.get();
        }
        assume("outline: a square of " + area + ", the area that is planned for the "
                + zone.id().words());
        var side = Length.ofMillimetres(10 * Math.sqrt(zone.area().squareCentimetres()));
        return Outline.rectangle(side, side);
    }

    private SkinThickness thickness(Optional<ZoneId> id, Sex sex) {
        return id.map(zone -> knowledge.zone(zone).skin(Optional.of(sex)))
                .orElseGet(() -> new SkinThickness.Unsourced("no zone is named"));
    }

    private static List<Fraction> penetration(Field field) {
        var values = field.document() instanceof Document.Listing ? field.items() : List.of(field);
        return values.stream()
                .map(value -> Fraction.ofValue(number(value, Limit.PENETRATION)))
                .toList();
    }

    static int whole(Field field, Limit limit) {
        return field.integer((int) limit.min(), (int) limit.max());
    }

    static double number(Field field, Limit limit) {
        return field.number(limit.min(), limit.max(), expected(limit));
    }

    /// What should stand in a field: range and unit.
    static String expected(Limit limit) {
        return "a number from " + limit.range();
    }

    private static Length length(Field field, Limit limit) {
        return Length.ofMillimetres(number(field, limit));
    }

    static Depth depth(Field field, Limit limit) {
        BigDecimal millimetres =
                field.decimal(Double.toString(limit.min()), Double.toString(limit.max()), expected(limit));
        if (millimetres.stripTrailingZeros().scale() > 3) {
            throw field.refused("a whole number of micrometres, such as 1.25");
        }
        return Depth.ofMillimetres(millimetres);
    }

    private static List<Point> points(Field field, Limit limit) {
        return field.items().stream().map(item -> point(item, limit)).toList();
    }

    private static Point point(Field field, Limit limit) {
        var pair = field.items();
        if (pair.size() != 2) {
            throw field.refused("[x, y] in mm");
        }
        return new Point(number(pair.get(0), limit), number(pair.get(1), limit));
    }
}
