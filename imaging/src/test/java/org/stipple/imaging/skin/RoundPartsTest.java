package org.stipple.imaging.skin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RoundPartsTest {

    private static final int WIDTH = 200;

    private interface Shape {
        boolean has(int x, int y);
    }

    private static int[] piece(Shape shape) {
        var piece = new ArrayList<Integer>();
        for (int at = 0; at < WIDTH * WIDTH; at++) {
            if (shape.has(at % WIDTH, at / WIDTH)) {
                piece.add(at);
            }
        }
        return piece.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean disc(int x, int y, int middleX, int radius) {
        return Math.hypot(x - middleX, y - 100) <= radius;
    }

    @Test
    void aSpotStaysAsItIs() {
        int[] spot = piece((x, y) -> disc(x, y, 100, 20));
        assertThat(RoundParts.of(spot, WIDTH, 8)).containsExactly(spot);
    }

    @Test
    void aWrinkleIsNoSpot() {
        assertThat(RoundParts.of(piece((x, y) -> x >= 20 && x < 180 && y >= 95 && y < 105), WIDTH, 8))
                .isEmpty();
    }

    @Test
    void aWrinkleIsCutOffTheSpotsItRunsThrough() {
        int[] piece =
                piece((x, y) -> disc(x, y, 60, 20) || disc(x, y, 140, 14) || x >= 10 && x < 190 && y >= 96 && y < 104);
        var parts = RoundParts.of(piece, WIDTH, 8);
        assertThat(parts).hasSize(2);
        int area = parts.stream().mapToInt(part -> part.length).sum();
        assertThat(area).isBetween((int) (0.97 * Math.PI * (400 + 196)), (int) (1.06 * Math.PI * (400 + 196)));
    }
}
