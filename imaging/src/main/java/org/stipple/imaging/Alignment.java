package org.stipple.imaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.core.TermCriteria;
import org.opencv.imgproc.Imgproc;
import org.opencv.video.Video;
import org.stipple.imaging.raster.Plane;

/// Finds the affine map from one work image to another.
final class Alignment {

    private static final int COARSE_SIDE = 512;
    private static final int MAX_TURN_DEGREES = 6;
    private static final int ROUNDS = 40;
    private static final double PRECISION = 1e-4;

    private Alignment() {}

    /// Without any idea of where the one lies in the other.
    ///
    /// @return nothing when the images do not resemble each other
    static Optional<Affine> find(WorkImage fixed, WorkImage moving) {
        return find(fixed, moving, Optional.empty());
    }

    /// From a first idea, which is only where the search begins.
    ///
    /// @return nothing when the images do not resemble each other
    static Optional<Affine> find(WorkImage fixed, WorkImage moving, Affine idea) {
        return find(fixed, moving, Optional.of(idea));
    }

    private static Optional<Affine> find(WorkImage fixed, WorkImage moving, Optional<Affine> idea) {
        int longest = Math.max(Math.max(fixed.width(), fixed.height()), Math.max(moving.width(), moving.height()));
        double shrink = Math.min(1, COARSE_SIDE / (double) longest);
        Mat from = resized(fixed.relief(), shrink);
        Mat to = resized(moving.relief(), shrink);
        try {
            Affine start = idea.map(known -> known.shrunk(shrink)).orElseGet(() -> turned(from, to));
            Affine full = enhanced(from, to, start).shrunk(1 / shrink);
            return Optional.of(polished(fixed, moving, polished(fixed, moving, full)));
        } catch (CvException doesNotConverge) {
            return Optional.empty();
        } finally {
            from.release();
            to.release();
        }
    }

    private static Mat resized(Mat image, double factor) {
        var small = new Mat();
        Imgproc.resize(image, small, new Size(0, 0), factor, factor, Imgproc.INTER_AREA);
        return small;
    }

    /// The best of some rotations about the middle, each with the shift that phase correlation finds for it.
    private static Affine turned(Mat fixed, Mat moving) {
        int width = Math.max(fixed.cols(), moving.cols());
        int height = Math.max(fixed.rows(), moving.rows());
        Mat canvas = padded(fixed, width, height);
        int turns = 2 * MAX_TURN_DEGREES + 1;
        var tried = new PhaseShift.Found[turns];
        Plane.eachRow(turns, i -> {
            Mat laid = laid(moving, turn(i - MAX_TURN_DEGREES, width / 2.0, height / 2.0), width, height);
            try (var phase = new PhaseShift(width, height)) {
                tried[i] = phase.of(canvas, laid);
            }
            laid.release();
        });
        Affine best = Affine.IDENTITY;
        double strongest = -1;
        for (int i = 0; i < turns; i++) {
            PhaseShift.Found found = tried[i];
            if (found.response() > strongest) {
                strongest = found.response();
                best = new Affine(1, 0, found.x(), 0, 1, found.y())
                        .then(turn(i - MAX_TURN_DEGREES, width / 2.0, height / 2.0));
            }
        }
        canvas.release();
        return best;
    }

    private static Mat padded(Mat image, int width, int height) {
        var canvas = new Mat();
        Core.copyMakeBorder(
                image, canvas, 0, height - image.rows(), 0, width - image.cols(), Core.BORDER_CONSTANT, new Scalar(0));
        return canvas;
    }

    private static Affine turn(double degrees, double x, double y) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return new Affine(cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y);
    }

    private static Affine enhanced(Mat fixed, Mat moving, Affine start) {
        Mat warp = mat(start);
        var until = new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, ROUNDS, PRECISION);
        var everywhere = new Mat();
        Video.findTransformECC(fixed, moving, warp, Video.MOTION_AFFINE, until, everywhere, 5);
        return affine(warp);
    }

    /// The map with the affine course of what the windows still see taken out; windows far from it do not count.
    private static Affine polished(WorkImage fixed, WorkImage moving, Affine there) {
        List<Window> windows =
                Window.grid(fixed, moving, there).stream().filter(Window::sees).toList();
        Affine correction = Affine.IDENTITY;
        for (int round = 0; round < 3 && windows.size() >= 6; round++) {
            correction = fitted(windows);
            Affine now = correction;
            var byDistance = new ArrayList<>(windows);
            byDistance.sort(Comparator.comparingDouble(window -> distance(window, now)));
            double limit = Math.max(0.3, 3 * distance(byDistance.get(byDistance.size() / 2), now));
            windows = byDistance.stream()
                    .filter(window -> distance(window, now) <= limit)
                    .toList();
        }
        return correction.then(there);
    }

    private static double distance(Window window, Affine correction) {
        Place at = correction.of(window.middle());
        return Math.hypot(
                at.x() - window.middle().x() - window.shiftX(),
                at.y() - window.middle().y() - window.shiftY());
    }

    /// Least squares of middle to middle plus shift.
    private static Affine fitted(List<Window> windows) {
        int n = windows.size();
        var places = new Mat(n, 3, CvType.CV_64F);
        var targets = new Mat(n, 2, CvType.CV_64F);
        for (int i = 0; i < n; i++) {
            var window = windows.get(i);
            places.put(i, 0, window.middle().x(), window.middle().y(), 1);
            targets.put(
                    i, 0, window.middle().x() + window.shiftX(), window.middle().y() + window.shiftY());
        }
        var solution = new Mat();
        boolean solved = Core.solve(places, targets, solution, Core.DECOMP_SVD);
        Affine fit = !solved
                ? Affine.IDENTITY
                : new Affine(
                        solution.get(0, 0)[0],
                        solution.get(1, 0)[0],
                        solution.get(2, 0)[0],
                        solution.get(0, 1)[0],
                        solution.get(1, 1)[0],
                        solution.get(2, 1)[0]);
        places.release();
        targets.release();
        solution.release();
        return fit;
    }

    /// The moving image as the fixed one sees it.
    static Mat laid(Mat moving, Affine there, int width, int height) {
        var out = new Mat();
        Mat warp = mat(there);
        Imgproc.warpAffine(moving, out, warp, new Size(width, height), Imgproc.INTER_CUBIC + Imgproc.WARP_INVERSE_MAP);
        warp.release();
        return out;
    }

    /// The same by any map.
    static Mat laid(Mat moving, UnaryOperator<Place> there, int width, int height) {
        var mapX = new Mat(height, width, CvType.CV_32F);
        var mapY = new Mat(height, width, CvType.CV_32F);
        var us = new float[width];
        var vs = new float[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Place at = there.apply(new Place(x + 0.5, y + 0.5));
                us[x] = (float) (at.x() - 0.5);
                vs[x] = (float) (at.y() - 0.5);
            }
            mapX.put(y, 0, us);
            mapY.put(y, 0, vs);
        }
        var out = new Mat();
        Imgproc.remap(moving, out, mapX, mapY, Imgproc.INTER_CUBIC);
        mapX.release();
        mapY.release();
        return out;
    }

    /// OpenCV counts from the middle of the first pixel, we from its corner.
    private static Mat mat(Affine map) {
        var warp = new Mat(2, 3, CvType.CV_32F);
        warp.put(
                0,
                0,
                map.a(),
                map.b(),
                map.c() + (map.a() + map.b() - 1) / 2,
                map.d(),
                map.e(),
                map.f() + (map.d() + map.e() - 1) / 2);
        return warp;
    }

    private static Affine affine(Mat warp) {
        var m = new float[6];
        warp.get(0, 0, m);
        warp.release();
        return new Affine(m[0], m[1], m[2] - (m[0] + m[1] - 1) / 2, m[3], m[4], m[5] - (m[3] + m[4] - 1) / 2);
    }
}
