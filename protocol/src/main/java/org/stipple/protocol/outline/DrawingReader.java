package org.stipple.protocol.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.ZoneId;

/// Reads `outlines.yaml`, whose head says what its words mean.
final class DrawingReader {

    private static final double FARTHEST_MM = 3_000;

    private final BodyView view;
    private final Field field;

    /// Whether everything is read as its mirror image.
    private final boolean flipped;

    private final Optional<String> symmetric;
    private final Map<String, Curve> curves = new HashMap<>();

    private DrawingReader(BodyView view, Field field, Field views, boolean flipped) {
        this.view = view;
        this.flipped = flipped;
        this.field = field.mapping(
                Set.of("origin", "frame", "symmetric", "curvesOf", "curves", "zones", "noGo", "drawing", "seed"));
        this.symmetric = field.optional("symmetric")
                .map(side -> side.word(
                        word -> Optional.of(word).filter(Set.of("left", "right")::contains), List.of("left", "right")));
        field.optional("curvesOf").ifPresent(other -> addCurves(views.required(other.text())));
        addCurves(field);
    }

    private void addCurves(Field drawn) {
        Field named = drawn.required("curves");
        for (String name : named.names()) {
            var points = named.required(name).items().stream().map(this::point).toList();
            if (points.size() < 2) {
                throw named.required(name).refused("two points at least");
            }
            curves.put(name, Curve.through(points, isSymmetric()));
        }
    }

    static Map<BodyView, Drawing> all(Field root) {
        Field views = root.mapping(Set.of("views")).required("views");
        var drawings = new EnumMap<BodyView, Drawing>(BodyView.class);
        for (String name : views.names()) {
            Field field = views.required(name);
            BodyView view = BodyView.find(name).orElseThrow(() -> views.refused("views by their names, not " + name));
            DrawingReader reader = field.optional("mirrorOf")
                    .map(other -> {
                        field.mapping(Set.of("mirrorOf"));
                        return new DrawingReader(view, views.required(other.text()), views, true);
                    })
                    .orElseGet(() -> new DrawingReader(view, field, views, false));
            drawings.put(view, reader.drawing());
        }
        return drawings;
    }

    Point point(Field field) {
        var pair = field.items();
        if (pair.size() != 2) {
            throw field.refused("[x, y] in millimetres");
        }
        Point point = new Point(
                pair.get(0).number(-FARTHEST_MM, FARTHEST_MM), pair.get(1).number(-FARTHEST_MM, FARTHEST_MM));
        return flipped ? point.mirrored() : point;
    }

    boolean isSymmetric() {
        return symmetric.isPresent();
    }

    private Drawing drawing() {
        var zones = new ArrayList<ZoneOutline>();
        Field named = field.required("zones");
        for (String name : named.names()) {
            ZoneId written = ZoneId.find(name).orElseThrow(() -> named.refused("zones by their names, not " + name));
            ZoneId zone = flipped ? opposite(written) : written;
            Field shape = named.required(name);
            var rings = new ArrayList<Curve>();
            var holes = new ArrayList<Curve>();
            for (Field part : shape.document() instanceof Document.Listing ? shape.items() : List.of(shape)) {
                rings.add(ring(part.mapping(Set.of("ring", "half", "holes"))));
                part.optional("holes").ifPresent(list -> list.items().forEach(hole -> holes.add(curve(hole))));
            }
            zones.add(outline(zone, rings, holes));
            ZoneId twin = opposite(zone);
            if (isSymmetric() && twin != zone) {
                zones.add(outline(twin, mirrored(rings), mirrored(holes)));
            }
        }
        zones.sort(Comparator.comparing(ZoneOutline::zone));
        Field lines = field.required("drawing").mapping(Set.of("contour", "feature", "detail", "ink", "shades"));
        return new Drawing(
                view,
                field.required("origin").text(),
                frame(),
                zones,
                noGo(),
                strokes(lines),
                Shading.dots(this, lines, seed()));
    }

    private long seed() {
        return field.required("seed").longInteger();
    }

    private Drawing.Frame frame() {
        Field frame = field.required("frame");
        var numbers = frame.items().stream()
                .mapToDouble(item -> item.number(-FARTHEST_MM, FARTHEST_MM))
                .toArray();
        if (numbers.length != 4) {
            throw frame.refused("[left, top, width, height] in millimetres");
        }
        var asWritten = new Drawing.Frame(numbers[0], numbers[1], numbers[2], numbers[3]);
        return flipped ? asWritten.mirrored() : asWritten;
    }

    private ZoneOutline outline(ZoneId zone, List<Curve> rings, List<Curve> holes) {
        var outer = rings.stream().map(Ring::of).toList();
        var inner = holes.stream().map(Ring::of).toList();
        boolean central = isSymmetric() && opposite(zone) == zone;
        return new ZoneOutline(
                zone, view, outer, inner, central ? LabelPlace.onMidline(outer, inner) : LabelPlace.in(outer, inner));
    }

    private static List<Curve> mirrored(List<Curve> curves) {
        return curves.stream().map(Curve::mirrored).toList();
    }

    private List<NoGo> noGo() {
        var areas = new ArrayList<NoGo>();
        for (Field area : field.required("noGo").items()) {
            String words =
                    area.mapping(Set.of("is", "ring", "half")).required("is").text();
            Curve ring = ring(area);
            areas.add(new NoGo(words, Ring.of(ring)));
            if (isSymmetric() && area.optional("half").isEmpty()) {
                areas.add(new NoGo(words, Ring.of(ring.mirrored())));
            }
        }
        return areas;
    }

    private List<Stroke> strokes(Field lines) {
        var strokes = new ArrayList<Stroke>();
        for (var weight : List.of(Stroke.Weight.CONTOUR, Stroke.Weight.FEATURE, Stroke.Weight.DETAIL)) {
            lines.optional(weight.name().toLowerCase(Locale.ROOT)).stream()
                    .flatMap(list -> list.items().stream())
                    .forEach(name -> stroke(weight, curve(name), strokes));
        }
        lines.optional("ink").stream()
                .flatMap(list -> list.items().stream())
                .forEach(shape -> stroke(Stroke.Weight.INK, chain(shape), strokes));
        return strokes;
    }

    private void stroke(Stroke.Weight weight, Curve curve, List<Stroke> strokes) {
        strokes.add(new Stroke(weight, curve.svgPath()));
        if (isSymmetric()) {
            strokes.add(new Stroke(weight, curve.mirrored().svgPath()));
        }
    }

    /// The ring of a zone or an area, from `ring` or from `half`.
    private Curve ring(Field area) {
        Optional<Field> half = area.optional("half");
        if (half.isPresent() && isSymmetric()) {
            Curve curve = chain(half.get());
            Curve ring = curve.then(curve.mirrored().reversed());
            if (!ring.isClosed()) {
                throw half.get().refused("curves that begin and end on the midline");
            }
            return ring;
        }
        Field whole = area.required("ring");
        Curve ring = chain(whole);
        if (!ring.isClosed()) {
            throw whole.refused("curves that come back to where they began");
        }
        return ring;
    }

    /// Curves joined end to end, each turned as it must be.
    Curve chain(Field list) {
        var names = list.items();
        if (names.isEmpty()) {
            throw list.refused("a curve at least");
        }
        Curve line = curve(names.getFirst());
        if (names.size() > 1) {
            Curve second = curve(names.get(1));
            if (!second.startsAt(line.last()) && !second.reversed().startsAt(line.last())) {
                line = line.reversed();
            }
        }
        for (Field name : names.subList(1, names.size())) {
            Curve next = curve(name);
            Curve turned = next.startsAt(line.last()) ? next : next.reversed();
            if (!turned.startsAt(line.last())) {
                throw name.refused("a curve that begins or ends where the one before it ends");
            }
            line = line.then(turned);
        }
        return line;
    }

    private Curve curve(Field name) {
        boolean mirrored = name.text().startsWith("~");
        String plain = mirrored ? name.text().substring(1) : name.text();
        Curve curve = Optional.ofNullable(curves.get(plain)).orElseThrow(() -> name.refused("the name of a curve"));
        return mirrored ? curve.mirrored() : curve;
    }

    static ZoneId opposite(ZoneId zone) {
        String id = zone.id();
        String twin = id.endsWith("-left")
                ? id.replace("-left", "-right")
                : id.endsWith("-right") ? id.replace("-right", "-left") : id;
        return ZoneId.find(twin).orElseThrow();
    }
}
