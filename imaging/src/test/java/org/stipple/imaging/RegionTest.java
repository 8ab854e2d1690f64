package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegionTest {

    private static final Outline STAR = new Outline(List.of(
            new Place(20.3, 10),
            new Place(180, 60.5),
            new Place(-15, 90),
            new Place(150, 5),
            new Place(120, 140),
            new Place(60, 40)));

    /// A pixel is inside when its middle lies an odd number of times inside.
    @Test
    void isWhatEveryPixelSaysOfItself() {
        var region = Region.of(STAR, 170, 120);
        int count = 0;
        for (int y = 0; y < 120; y++) {
            for (int x = 0; x < 170; x++) {
                boolean inside = contains(x + 0.5, y + 0.5);
                assertThat(region.contains(x, y)).as("%s, %s", x, y).isEqualTo(inside);
                count += inside ? 1 : 0;
            }
        }
        assertThat(region.count()).isEqualTo(count);
        int[] box = region.box();
        assertThat(region.columns()).isEqualTo(box[2] - box[0]);
        for (int y = 0; y < 120; y++) {
            for (int x : region.runs(y)) {
                assertThat(x).isBetween(box[0], box[2]);
                assertThat(y).isBetween(box[1], box[3] - 1);
            }
        }
    }

    @Test
    void whatAnotherPhotoSeesIsWhatEveryPixelCarriedOverSays() {
        var random = new Random(4);
        var other = new Photo(140, 110, new int[140 * 110], PhotoFormat.PNG);
        for (int i = 0; i < 20; i++) {
            var onto = new Affine(
                    1 + 0.2 * random.nextGaussian(),
                    0.2 * random.nextGaussian(),
                    20 * random.nextGaussian(),
                    0.2 * random.nextGaussian(),
                    1 + 0.2 * random.nextGaussian(),
                    20 * random.nextGaussian());
            var region = Region.of(STAR, 170, 120);
            var seen = region.seenBy(onto, other);
            for (int y = 0; y < 120; y++) {
                for (int x = 0; x < 170; x++) {
                    Place there = onto.of(new Place(x + 0.5, y + 0.5));
                    boolean isSeen = there.x() >= 0 && there.x() < 140 && there.y() >= 0 && there.y() < 110;
                    assertThat(seen.contains(x, y)).isEqualTo(region.contains(x, y) && isSeen);
                }
            }
        }
    }

    @Test
    void withoutAnotherIsWhatEveryPixelSaysOfBoth() {
        var hole = Region.of(
                new Outline(List.of(new Place(40, 20), new Place(150, 30), new Place(90, 100), new Place(100, 50))),
                170,
                120);
        var region = Region.of(STAR, 170, 120);
        var left = region.without(hole);
        for (int y = 0; y < 120; y++) {
            for (int x = 0; x < 170; x++) {
                assertThat(left.contains(x, y)).isEqualTo(region.contains(x, y) && !hole.contains(x, y));
            }
        }
        assertThat(left.count()).isBetween(1, region.count() - 1);
        assertThat(region.without(region).count()).isZero();
    }

    @Test
    void mayBeEmpty() {
        var outside = new Outline(List.of(new Place(-9, -9), new Place(-1, -9), new Place(-1, -1)));
        var region = Region.of(outside, 30, 20);
        assertThat(region.count()).isZero();
        assertThat(region.box()).containsExactly(0, 0, 0, 0);
    }

    private static boolean contains(double x, double y) {
        boolean inside = false;
        List<Place> corners = STAR.corners();
        for (int i = 0; i < corners.size(); i++) {
            Place a = corners.get(i);
            Place b = corners.get((i + 1) % corners.size());
            boolean between = a.y() <= y && y < b.y() || b.y() <= y && y < a.y();
            if (between && x >= a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y())) {
                inside = !inside;
            }
        }
        return inside;
    }
}
