package org.stipple.imaging;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.stipple.imaging.raster.Logarithm;

/// The relief of a photo at a handy size: luminance averaged over blocks, freed of the light's large-scale
/// course and brought to the same contrast everywhere. Owns native memory until closed.
final class WorkImage implements AutoCloseable {

    private static final int LONG_SIDE = 1024;
    private static final double FINE = 1;
    private static final double COARSE = 12;

    private final Mat relief;
    private final int factor;

    private WorkImage(Mat relief, int factor) {
        this.relief = relief;
        this.factor = factor;
    }

    static WorkImage of(Photo photo) {
        int factor = Math.max(1, Math.ceilDiv(Math.max(photo.width(), photo.height()), LONG_SIDE));
        int width = Math.max(1, photo.width() / factor);
        int height = Math.max(1, photo.height() / factor);
        var grey = new Mat(height, width, CvType.CV_32F);
        grey.put(0, 0, averaged(photo, factor));
        var fine = new Mat();
        var coarse = new Mat();
        Imgproc.GaussianBlur(grey, fine, new Size(0, 0), FINE);
        Imgproc.GaussianBlur(grey, coarse, new Size(0, 0), COARSE);
        Core.subtract(fine, coarse, fine);
        Core.multiply(fine, fine, grey);
        Imgproc.GaussianBlur(grey, coarse, new Size(0, 0), COARSE);
        Core.add(coarse, new Scalar(1e-8), coarse);
        Core.sqrt(coarse, coarse);
        Core.divide(fine, coarse, fine);
        Core.min(fine, new Scalar(3), fine);
        Core.max(fine, new Scalar(-3), fine);
        grey.release();
        coarse.release();
        return new WorkImage(fine, factor);
    }

    private static float[] averaged(Photo photo, int factor) {
        float[] grey = new PhotoLight(photo).means(factor);
        for (int i = 0; i < grey.length; i++) {
            grey[i] = Logarithm.of(grey[i] + 1e-3f);
        }
        return grey;
    }

    Mat relief() {
        return relief;
    }

    int width() {
        return relief.cols();
    }

    int height() {
        return relief.rows();
    }

    /// Pixels of the photo in a row of one block.
    int factor() {
        return factor;
    }

    /// A map between two of these as a map between their photos.
    Affine toPhoto(Affine work, WorkImage other) {
        double k = other.factor / (double) factor;
        return new Affine(
                work.a() * k,
                work.b() * k,
                work.c() * other.factor,
                work.d() * k,
                work.e() * k,
                work.f() * other.factor);
    }

    @Override
    public void close() {
        relief.release();
    }
}
