package org.stipple.imaging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.stipple.imaging.raster.Plane;

/// A small square of the baseline and the shift at which the follow-up, already laid over it, fits best.
///
/// @param middle in the baseline
/// @param shiftX to the right, pixels
/// @param shiftY down
/// @param response of the phase correlation, 1 = the same picture
record Window(Place middle, double shiftX, double shiftY, double response) {

    private static final int SIDE = 96;

    /// From window to window.
    static final int STEP = 64;

    /// `design`: windows on different skin stay below this, on the same skin above.
    static final double MIN_RESPONSE = 0.1;

    /// A shift of more than this is a false peak: the windows overlap too little.
    private static final double MAX_SHIFT = SIDE / 6.0;

    boolean sees() {
        return response >= MIN_RESPONSE && Math.hypot(shiftX, shiftY) <= MAX_SHIFT;
    }

    /// All windows of the baseline that the follow-up shows as a whole.
    static List<Window> grid(WorkImage fixed, WorkImage moving, Affine there) {
        return grid(fixed, moving, Alignment.laid(moving.relief(), there, fixed.width(), fixed.height()), there::of);
    }

    /// The same for a moving image that is already laid over the fixed one.
    ///
    /// @param laid released by this
    /// @param there from the fixed image to the moving one
    static List<Window> grid(WorkImage fixed, WorkImage moving, Mat laid, UnaryOperator<Place> there) {
        int rows = Math.max(0, (fixed.height() - SIDE) / STEP + 1);
        var windows = new ArrayList<List<Window>>(Collections.nCopies(rows, List.of()));
        Plane.eachRow(rows, row -> windows.set(row, row(fixed, moving, laid, there, row * STEP)));
        laid.release();
        return windows.stream().flatMap(List::stream).toList();
    }

    private static List<Window> row(WorkImage fixed, WorkImage moving, Mat laid, UnaryOperator<Place> there, int y) {
        var windows = new ArrayList<Window>();
        if (y + SIDE > fixed.height()) {
            return windows;
        }
        try (var phase = new PhaseShift(SIDE, SIDE)) {
            for (int x = 0; x + SIDE <= fixed.width(); x += STEP) {
                if (isShown(there, x, y, moving)) {
                    var square = new Rect(x, y, SIDE, SIDE);
                    var found = phase.of(fixed.relief().submat(square), laid.submat(square));
                    var middle = new Place(x + SIDE / 2.0, y + SIDE / 2.0);
                    windows.add(new Window(middle, found.x(), found.y(), found.response()));
                }
            }
        }
        return windows;
    }

    private static boolean isShown(UnaryOperator<Place> there, int x, int y, WorkImage moving) {
        for (int corner = 0; corner < 4; corner++) {
            Place at = there.apply(new Place(x + SIDE * (corner % 2), y + SIDE * (corner / 2)));
            if (!(at.x() >= 0 && at.x() <= moving.width() && at.y() >= 0 && at.y() <= moving.height())) {
                return false;
            }
        }
        return true;
    }
}
