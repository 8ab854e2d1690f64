package org.stipple.protocol.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.ZoneId;

class ZoneOutlinesTest {

    private static final ZoneOutlines OUTLINES = ZoneOutlines.standard();

    /// Two zones that share a curve may both claim points this near to it, where each is cut into straight
    /// pieces.
    private static final double SHARED_LINE_MM = 0.3;

    /// Zones left of the midline, no-go areas and one zone wrongly drawn, for proving that the checks can fail.
    private static final String SMALL = """
        frame: [-50, -50, 100, 100]
        origin: middle
        curves:
          square: [[0, 0], [20, 0], [20, 20], [0, 20], [0, 0]]
          shifted: [[10, 10], [30, 10], [30, 30], [10, 30], [10, 10]]
        zones:
          nose: {ring: [square]}
          chin: {ring: [shifted]}
        noGo: [{is: lips, ring: [square]}]
        drawing: {contour: [square]}
        seed: 1
        """;

    @Test
    void drawsEveryZoneInSomeView() {
        assertThat(ZoneId.values())
                .allSatisfy(zone -> assertThat(OUTLINES.of(zone)).isNotEmpty());
    }

    @Test
    void drawsTheWholeFaceFromTheFront() {
        var front = OUTLINES.drawing(BodyView.FACE_FRONT);
        assertThat(ZoneId.face())
                .hasSize(13)
                .allSatisfy(zone -> assertThat(front.zone(zone)).isPresent());
    }

    @Test
    void plansTheBackOfTheHandFromBehind() {
        assertThat(OUTLINES.main(ZoneId.HAND_LEFT).view()).isEqualTo(BodyView.BODY_BACK);
        assertThat(OUTLINES.drawing(BodyView.BODY_FRONT).zone(ZoneId.HAND_LEFT)).isEmpty();
    }

    @Test
    void putsThePatientsLeftOnTheViewersRightOnlyFromTheFront() {
        assertThat(labelX(BodyView.FACE_FRONT, ZoneId.CHEEK_LEFT)).isPositive();
        assertThat(labelX(BodyView.BODY_FRONT, ZoneId.THIGH_LEFT)).isPositive();
        assertThat(labelX(BodyView.BODY_BACK, ZoneId.CALF_LEFT)).isNegative();
        assertThat(OUTLINES.drawing(BodyView.FACE_LEFT).zone(ZoneId.CHEEK_RIGHT))
                .isEmpty();
        assertThat(OUTLINES.drawing(BodyView.FACE_RIGHT).zone(ZoneId.CHEEK_LEFT))
                .isEmpty();
    }

    private static double labelX(BodyView view, ZoneId zone) {
        return OUTLINES.drawing(view).zone(zone).orElseThrow().label().xMm();
    }

    @ParameterizedTest
    @EnumSource
    void drawsNoLineAcrossItself(BodyView view) {
        assertThat(rings(OUTLINES.drawing(view)).toList())
                .allSatisfy(ring -> assertThat(crossings(ring)).isZero());
    }

    private static Stream<Ring> rings(Drawing drawing) {
        return Stream.concat(
                drawing.zones().stream().flatMap(zone -> Stream.concat(zone.rings().stream(), zone.holes().stream())),
                drawing.noGo().stream().map(NoGo::ring));
    }

    @Test
    void wouldNoticeALineAcrossItself() {
        var bowTie = new Ring(List.of(new Point(0, 0), new Point(10, 10), new Point(10, 0), new Point(0, 10)), "");
        assertThat(crossings(bowTie)).isPositive();
    }

    private static int crossings(Ring ring) {
        var points = ring.points();
        int count = points.size();
        int found = 0;
        for (int i = 0; i < count; i++) {
            for (int j = i + 2; j < count; j++) {
                boolean neighbours = i == 0 && j == count - 1;
                if (!neighbours
                        && cross(points.get(i), points.get(i + 1), points.get(j), points.get((j + 1) % count))) {
                    found++;
                }
            }
        }
        return found;
    }

    private static boolean cross(Point a, Point b, Point c, Point d) {
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }

    private static double side(Point a, Point b, Point p) {
        return (b.xMm() - a.xMm()) * (p.yMm() - a.yMm()) - (b.yMm() - a.yMm()) * (p.xMm() - a.xMm());
    }

    @ParameterizedTest
    @EnumSource
    void givesNoPlaceToTwoZones(BodyView view) {
        assertThat(inTwoZones(OUTLINES.drawing(view))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void letsNoZoneReachIntoANoGoArea(BodyView view) {
        assertThat(inNoGo(OUTLINES.drawing(view))).isEmpty();
    }

    @Test
    void wouldNoticeOverlappingZonesAndAZoneOverANoGoArea() {
        var drawing = small(SMALL);
        assertThat(inTwoZones(drawing)).isNotEmpty();
        assertThat(inNoGo(drawing)).isNotEmpty();
    }

    private static List<Point> inTwoZones(Drawing drawing) {
        return grid(drawing).stream()
                .filter(point -> drawing.zones().stream()
                                .filter(zone -> isWellInside(zone, point))
                                .count()
                        > 1)
                .toList();
    }

    private static List<Point> inNoGo(Drawing drawing) {
        return grid(drawing).stream()
                .filter(point -> drawing.noGo().stream()
                                .anyMatch(area -> area.ring().contains(point)
                                        && area.ring().distanceMm(point) > SHARED_LINE_MM)
                        && drawing.zones().stream().anyMatch(zone -> zone.contains(point)))
                .toList();
    }

    private static boolean isWellInside(ZoneOutline zone, Point point) {
        return zone.contains(point)
                && Stream.concat(zone.rings().stream(), zone.holes().stream())
                        .allMatch(ring -> ring.distanceMm(point) > SHARED_LINE_MM);
    }

    /// Some 12 000 places all over the view.
    private static List<Point> grid(Drawing drawing) {
        var frame = drawing.frame();
        double step = Math.sqrt(frame.widthMm() * frame.heightMm() / 12_000);
        var points = new ArrayList<Point>();
        for (double x = frame.leftMm() + step / 3; x < frame.leftMm() + frame.widthMm(); x += step) {
            for (double y = frame.topMm() + step / 3; y < frame.topMm() + frame.heightMm(); y += step) {
                points.add(new Point(x, y));
            }
        }
        return points;
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryZoneInSightAndItsNumberInside(BodyView view) {
        var drawing = OUTLINES.drawing(view);
        var frame = drawing.frame();
        assertThat(drawing.zones()).allSatisfy(zone -> {
            assertThat(zone.contains(zone.label())).isTrue();
            assertThat(zone.rings())
                    .allSatisfy(ring -> assertThat(ring.points())
                            .allMatch(point -> point.xMm() >= frame.leftMm()
                                    && point.xMm() <= frame.leftMm() + frame.widthMm()
                                    && point.yMm() >= frame.topMm()
                                    && point.yMm() <= frame.topMm() + frame.heightMm()));
        });
    }

    @Test
    void keepsAreolaeAndGenitalsOutOfEveryZone() {
        var front = OUTLINES.drawing(BodyView.BODY_FRONT);
        assertThat(front.noGo()).extracting(NoGo::words).contains("areola", "genitals");
        assertThat(front.zones()).noneMatch(zone -> zone.contains(new Point(98, 452)));
        assertThat(front.zones()).noneMatch(zone -> zone.contains(new Point(-98, 452)));
        assertThat(front.zones()).noneMatch(zone -> zone.contains(new Point(0, 860)));
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheEyeOutOfEveryZoneOfTheFace(BodyView view) {
        var drawing = OUTLINES.drawing(view);
        assertThat(drawing.zones().stream()
                        .filter(zone ->
                                zone.zone() == ZoneId.PERIORBITAL_LEFT || zone.zone() == ZoneId.PERIORBITAL_RIGHT))
                .allSatisfy(zone -> assertThat(zone.holes()).hasSize(1));
    }

    @Test
    void drawsTheRightProfileAsTheMirrorImageOfTheLeft() {
        var left = OUTLINES.drawing(BodyView.FACE_LEFT);
        var right = OUTLINES.drawing(BodyView.FACE_RIGHT);
        assertThat(right.frame()).isEqualTo(left.frame().mirrored());
        assertThat(right.zones()).hasSameSizeAs(left.zones());
        assertThat(left.zones())
                .allSatisfy(zone -> assertMirrored(
                        zone, right.zone(DrawingReader.opposite(zone.zone())).orElseThrow()));
    }

    @ParameterizedTest
    @EnumSource(names = {"FACE_FRONT", "BODY_FRONT", "BODY_BACK"})
    void drawsLeftAsTheMirrorImageOfRight(BodyView view) {
        var drawing = OUTLINES.drawing(view);
        var sided = drawing.zones().stream()
                .filter(zone -> zone.zone().id().endsWith("-left"))
                .toList();
        assertThat(sided)
                .isNotEmpty()
                .allSatisfy(zone -> assertMirrored(
                        zone, drawing.zone(DrawingReader.opposite(zone.zone())).orElseThrow()));
    }

    private static void assertMirrored(ZoneOutline zone, ZoneOutline other) {
        assertThat(other.area().squareCentimetres())
                .isCloseTo(zone.area().squareCentimetres(), org.assertj.core.data.Offset.offset(1e-6));
        assertThat(zone.rings().stream().flatMap(ring -> ring.points().stream()))
                .allMatch(point -> other.rings().stream().anyMatch(ring -> ring.distanceMm(point.mirrored()) < 1e-6));
    }

    /// Bounds by design, in cm²: what a ruler on an average adult gives, generously. A slip of a coordinate
    /// or of a unit leaves them.
    @ParameterizedTest
    @CsvSource({
        "forehead, 30, 60",
        "glabella, 4, 12",
        "temple-left, 10, 30",
        "periorbital-left, 10, 30",
        "nose, 10, 30",
        "cheek-left, 35, 75",
        "upper-lip, 6, 18",
        "chin, 12, 35",
        "jawline-left, 12, 40",
        "neck, 60, 200",
        "decolletage, 200, 500",
        "scalp, 150, 500",
        "chest, 350, 800",
        "back, 900, 1800",
        "abdomen, 400, 800",
        "flank-left, 50, 200",
        "thigh-left, 400, 900",
        "calf-left, 180, 400",
        "buttock-left, 200, 450",
        "arm-left, 250, 600",
        "hand-left, 80, 180",
    })
    void hasPlausibleAreas(String zone, double least, double most) {
        assertThat(OUTLINES.main(ZoneId.find(zone).orElseThrow()).area().squareCentimetres())
                .isBetween(least, most);
    }

    @Test
    void givesTheSameDotsEveryTime() {
        assertThat(small(SMALL)).isEqualTo(small(SMALL));
        assertThat(EnumSet.allOf(BodyView.class))
                .allSatisfy(view -> assertThat(OUTLINES.drawing(view).dots()).isNotEmpty());
    }

    @Test
    void refusesASetWithoutEveryView() {
        assertThatThrownBy(() -> ZoneOutlines.read(Documents.read("views:\n  face-front:\n" + SMALL.indent(4))))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("every view");
    }

    @Test
    void refusesARingThatGapes() {
        String gaping = SMALL.replace("[0, 20], [0, 0]]", "[0, 20], [0, 1]]");
        assertThatThrownBy(() -> small(gaping))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("come back to where they began");
    }

    private static Drawing small(String view) {
        var root = org.stipple.protocol.document.Field.root(Documents.read("views:\n  face-front:\n" + view.indent(4)));
        return java.util.Objects.requireNonNull(DrawingReader.all(root).get(BodyView.FACE_FRONT));
    }
}
