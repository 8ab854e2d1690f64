package org.stipple.imaging;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// Finds by how much one picture is shifted against another of the same size. Owns native memory until closed.
final class PhaseShift implements AutoCloseable {

    private final Mat window = new Mat();
    private final Mat first = new Mat();
    private final Mat second = new Mat();
    private final Mat none = new Mat();

    /// For pictures of this size.
    PhaseShift(int width, int height) {
        Imgproc.createHanningWindow(window, new Size(width, height), CvType.CV_32F);
    }

    /// What was found.
    ///
    /// @param x pixels to the right, and
    /// @param y down, by which the second shows what the first shows
    /// @param response 1 = the same picture, 0 = nothing in common
    record Found(double x, double y, double response) {}

    Found of(Mat one, Mat other) {
        // The window is laid over copies: OpenCV, given it, may write into the pictures themselves.
        Core.multiply(one, window, first);
        Core.multiply(other, window, second);
        var response = new double[1];
        Point shift = Imgproc.phaseCorrelate(first, second, none, response);
        return new Found(shift.x, shift.y, response[0]);
    }

    @Override
    public void close() {
        window.release();
        first.release();
        second.release();
    }
}
