package org.stipple.imaging.landmark;

import java.lang.ref.Reference;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.opencv.imgproc.Imgproc;
import org.stipple.imaging.plane.Planes;
import org.stipple.imaging.vision.OpenCv;

/// The 468 points of the face in a picture: found, cropped, then cropped twice more by the points themselves
/// with the roll of the head taken out. Half a millimetre is what they are good for.
public final class FaceMesh {

    private static final int POINTS = 468;
    private static final int SIDE = 192;
    private static final int PASSES = 3;
    private static final double MARGIN = 1.5;
    private static final int RIGHT_EYE = 33;
    private static final int LEFT_EYE = 263;

    /// `design`: faces have 40 and more, MediaPipe itself asks for 0.
    private static final double MIN_FLAG = 4;

    private final FaceDetector detector;
    private final Net net;

    /// @throws IllegalArgumentException when these are other files
    public FaceMesh(byte[] detectorModel, byte[] meshModel) {
        ModelFile.DETECTOR.checked(detectorModel);
        ModelFile.MESH.checked(meshModel);
        OpenCv.load();
        detector = new FaceDetector(detectorModel);
        var bytes = new MatOfByte(meshModel);
        net = Dnn.readNetFromTFLite(bytes);
        bytes.release();
    }

    /// @return x, y and z of each point in turn, in pixels of the picture; nothing when there is no face
    public synchronized Optional<double[]> find(Planes picture) {
        Mat rgb = coded(picture);
        try {
            Optional<double[]> box = detector.find(rgb);
            Optional<double[]> points = box.flatMap(b -> pass(rgb, b[0], b[1], MARGIN * b[2], 0));
            for (int i = 1; i < PASSES && points.isPresent(); i++) {
                double[] p = points.get();
                double roll =
                        Math.atan2(p[3 * LEFT_EYE + 1] - p[3 * RIGHT_EYE + 1], p[3 * LEFT_EYE] - p[3 * RIGHT_EYE]);
                double[] extent = extent(p, roll);
                points = pass(rgb, extent[0], extent[1], MARGIN * extent[2], roll);
            }
            return points;
        } finally {
            rgb.release();
        }
    }

    private Optional<double[]> pass(Mat rgb, double x, double y, double size, double roll) {
        double k = SIDE / size;
        double cos = Math.cos(roll);
        double sin = Math.sin(roll);
        var warp = new Mat(2, 3, CvType.CV_64F);
        // Between middles of pixels, as OpenCV counts.
        double u = x - 0.5;
        double v = y - 0.5;
        double half = (SIDE - 1) / 2.0;
        warp.put(
                0,
                0,
                k * cos,
                k * sin,
                half - k * (cos * u + sin * v),
                -k * sin,
                k * cos,
                half - k * (cos * v - sin * u));
        var crop = new Mat();
        Imgproc.warpAffine(rgb, crop, warp, new Size(SIDE, SIDE), Imgproc.INTER_AREA);
        Mat blob = Dnn.blobFromImage(crop, 1 / 255.0, new Size(SIDE, SIDE), new Scalar(0, 0, 0), false, false);
        float[] points = new float[0];
        double flag = Double.NEGATIVE_INFINITY;
        for (Output output : Output.of(net, blob)) {
            if (output.values().length == 3 * POINTS) {
                points = output.values();
            } else if (output.values().length == 1) {
                flag = output.values()[0];
            }
        }
        Reference.reachabilityFence(net);
        warp.release();
        crop.release();
        blob.release();
        if (points.length == 0 || flag < MIN_FLAG) {
            return Optional.empty();
        }
        var found = new double[points.length];
        for (int i = 0; i < POINTS; i++) {
            double dx = (points[3 * i] - SIDE / 2.0) / k;
            double dy = (points[3 * i + 1] - SIDE / 2.0) / k;
            found[3 * i] = x + cos * dx - sin * dy;
            found[3 * i + 1] = y + sin * dx + cos * dy;
            found[3 * i + 2] = points[3 * i + 2] / k;
        }
        return Optional.of(found);
    }

    /// Middle and longer side of the points, measured along the roll.
    private static double[] extent(double[] p, double roll) {
        double cos = Math.cos(roll);
        double sin = Math.sin(roll);
        double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
        double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int i = 0; i < POINTS; i++) {
            double along = cos * p[3 * i] + sin * p[3 * i + 1];
            double across = cos * p[3 * i + 1] - sin * p[3 * i];
            low[0] = Math.min(low[0], along);
            high[0] = Math.max(high[0], along);
            low[1] = Math.min(low[1], across);
            high[1] = Math.max(high[1], across);
        }
        double along = (low[0] + high[0]) / 2;
        double across = (low[1] + high[1]) / 2;
        return new double[] {
            cos * along - sin * across, sin * along + cos * across, Math.max(high[0] - low[0], high[1] - low[1])
        };
    }

    private static Mat coded(Planes picture) {
        var bytes = new byte[3 * picture.width() * picture.height()];
        for (int i = 0; i < picture.red().length; i++) {
            bytes[3 * i] = coded(picture.red()[i]);
            bytes[3 * i + 1] = coded(picture.green()[i]);
            bytes[3 * i + 2] = coded(picture.blue()[i]);
        }
        var rgb = new Mat(picture.height(), picture.width(), CvType.CV_8UC3);
        rgb.put(0, 0, bytes);
        return rgb;
    }

    /// IEC 61966-2-1.
    private static byte coded(float linear) {
        double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (byte) Math.clamp(Math.round(255 * value), 0, 255);
    }
}
