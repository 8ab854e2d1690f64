package org.stipple.imaging.landmark;

import java.lang.ref.Reference;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/// Where the face is: BlazeFace on the picture made square.
final class FaceDetector {

    private static final int SIDE = 128;
    private static final int ANCHORS = 896;
    private static final int VALUES = 16;

    /// `design`: MediaPipe takes 0.5.
    private static final double MIN_SCORE = 0.6;

    private final Net net;

    FaceDetector(byte[] model) {
        var bytes = new MatOfByte(ModelFile.DETECTOR.checked(model));
        net = Dnn.readNetFromTFLite(bytes);
        bytes.release();
    }

    /// Middle x, middle y and size of the best face, in pixels of the picture; eyes, ears and nose are left to
    /// the mesh.
    Optional<double[]> find(Mat rgb) {
        int side = Math.max(rgb.cols(), rgb.rows());
        var square = new Mat();
        Core.copyMakeBorder(
                rgb, square, 0, side - rgb.rows(), 0, side - rgb.cols(), Core.BORDER_CONSTANT, new Scalar(0, 0, 0));
        Mat blob = Dnn.blobFromImage(
                square, 1 / 127.5, new Size(SIDE, SIDE), new Scalar(127.5, 127.5, 127.5), false, false);
        square.release();
        Output[] outputs = Output.of(net, blob);
        blob.release();
        float[] boxes = new float[0];
        float[] scores = new float[0];
        for (Output output : outputs) {
            // By size, for the order differs between versions of the file.
            if (output.values().length == ANCHORS) {
                scores = output.values();
            } else if (output.values().length == ANCHORS * VALUES) {
                boxes = output.values();
            }
        }
        Reference.reachabilityFence(net);
        return best(boxes, scores, side);
    }

    private static Optional<double[]> best(float[] boxes, float[] scores, int side) {
        int best = -1;
        for (int i = 0; i < scores.length; i++) {
            if (best < 0 || scores[i] > scores[best]) {
                best = i;
            }
        }
        if (best < 0 || boxes.length == 0 || 1 / (1 + Math.exp(-scores[best])) < MIN_SCORE) {
            return Optional.empty();
        }
        double x = anchor(best, false) + boxes[VALUES * best] / SIDE;
        double y = anchor(best, true) + boxes[VALUES * best + 1] / SIDE;
        double size = Math.max(boxes[VALUES * best + 2], boxes[VALUES * best + 3]) / SIDE;
        return Optional.of(new double[] {x * side, y * side, size * side});
    }

    /// Two at each of 16 x 16 places, then six at each of 8 x 8; a part of the square.
    private static double anchor(int index, boolean down) {
        int grid = index < 512 ? 16 : 8;
        int cell = index < 512 ? index / 2 : (index - 512) / 6;
        return ((down ? cell / grid : cell % grid) + 0.5) / grid;
    }
}
