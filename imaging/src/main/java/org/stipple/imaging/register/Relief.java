package org.stipple.imaging.register;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.stipple.imaging.plane.Light;
import org.stipple.imaging.raster.Logarithm;
import org.stipple.imaging.raster.Plane;
import org.stipple.imaging.vision.OpenCv;

/// The fine detail of a photo in 8 bits, the light's course taken out and the contrast made even, maybe at a
/// smaller size. Owns native memory until closed.
public final class Relief implements AutoCloseable {

    private static final int SURROUNDING = 31;
    /// In standard deviations.
    private static final double EXTREME = 2;

    private static final double GREY = 128;
    private static final double STEPS_PER_DEVIATION = 42;

    private final Mat image;
    private final int factor;
    private final int photoWidth;
    private final int photoHeight;

    private Relief(Mat image, int factor, Light photo) {
        this.image = image;
        this.factor = factor;
        this.photoWidth = photo.width();
        this.photoHeight = photo.height();
    }

    /// @param factor pixels of the photo in a row of one pixel here
    public static Relief of(Light photo, int factor) {
        OpenCv.load();
        int width = photo.width() / factor;
        int height = photo.height() / factor;
        float[] plane = photo.means(factor);
        Plane.eachRow(height, y -> {
            for (int at = y * width; at < (y + 1) * width; at++) {
                plane[at] = Logarithm.of(plane[at] + 1e-3f);
            }
        });
        var fine = new Mat(height, width, CvType.CV_32F);
        fine.put(0, 0, plane);
        var coarse = new Mat();
        var square = new Mat();
        var around = new Size(SURROUNDING, SURROUNDING);
        Imgproc.blur(fine, coarse, around);
        withoutExtremes(fine, coarse);
        Imgproc.blur(fine, coarse, around);
        Imgproc.GaussianBlur(fine, fine, new Size(5, 5), 1);
        Core.subtract(fine, coarse, fine);
        Core.multiply(fine, fine, square);
        Imgproc.blur(square, coarse, around);
        Core.add(coarse, new Scalar(1e-8), coarse);
        Core.sqrt(coarse, coarse);
        Core.divide(fine, coarse, fine);
        var bytes = new Mat();
        fine.convertTo(bytes, CvType.CV_8U, STEPS_PER_DEVIATION, GREY);
        fine.release();
        coarse.release();
        square.release();
        return new Relief(bytes, factor, photo);
    }

    /// A hair or a deep line would darken its surroundings and drown the texture beside it: what is far from them
    /// is brought nearer.
    private static void withoutExtremes(Mat fine, Mat coarse) {
        var off = new Mat();
        Core.subtract(fine, coarse, off);
        double typical = Math.sqrt(Math.PI / 2) * Core.norm(off, Core.NORM_L1) / Math.max(1, off.total());
        Core.min(off, new Scalar(EXTREME * typical), off);
        Core.max(off, new Scalar(-EXTREME * typical), off);
        Core.add(coarse, off, fine);
        off.release();
    }

    Mat image() {
        return image;
    }

    int factor() {
        return factor;
    }

    int photoWidth() {
        return photoWidth;
    }

    int photoHeight() {
        return photoHeight;
    }

    @Override
    public void close() {
        image.release();
    }
}
