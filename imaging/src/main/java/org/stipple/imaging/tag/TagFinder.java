package org.stipple.imaging.tag;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.objdetect.ArucoDetector;
import org.opencv.objdetect.DetectorParameters;
import org.opencv.objdetect.Objdetect;
import org.stipple.imaging.geometry.Homography;
import org.stipple.imaging.plane.Light;
import org.stipple.imaging.vision.OpenCv;

/// Finds tags of the family 36h11 (Olson 2011, doi 10.1109/ICRA.2011.5979561).
public final class TagFinder {

    /// Long side of the picture in which tags are looked for; corners are then measured in the photo itself.
    private static final int LONG_SIDE = 2400;

    private TagFinder() {}

    /// All tags, the largest first.
    public static List<SeenTag> find(Light photo) {
        OpenCv.load();
        int factor = Math.max(1, Math.ceilDiv(Math.max(photo.width(), photo.height()), LONG_SIDE));
        int width = photo.width() / factor;
        int height = photo.height() / factor;
        if (width < 16 || height < 16) {
            return List.of();
        }
        var grey = new Mat(height, width, CvType.CV_8UC1);
        var corners = new ArrayList<Mat>();
        var ids = new Mat();
        try {
            grey.put(0, 0, coded(photo, factor));
            var parameters = new DetectorParameters();
            parameters.set_cornerRefinementMethod(Objdetect.CORNER_REFINE_SUBPIX);
            var dictionary = Objdetect.getPredefinedDictionary(Objdetect.DICT_APRILTAG_36h11);
            var detector = new ArucoDetector(dictionary, parameters);
            detector.detectMarkers(grey, corners, ids);
            // Else the collector may free them while native code still runs.
            Reference.reachabilityFence(detector);
            Reference.reachabilityFence(parameters);
            Reference.reachabilityFence(dictionary);
            var tags = new ArrayList<SeenTag>();
            for (int i = 0; i < corners.size(); i++) {
                var found = new float[8];
                corners.get(i).get(0, 0, found);
                var rough = new double[8];
                for (int k = 0; k < 8; k++) {
                    rough[k] = (found[k] + 0.5) * factor;
                }
                int id = (int) ids.get(i, 0)[0];
                map(TagEdges.corners(photo, rough)).ifPresent(map -> tags.add(new SeenTag(id, map)));
            }
            tags.sort(Comparator.comparingDouble(SeenTag::sidePx).reversed().thenComparingInt(SeenTag::id));
            return List.copyOf(tags);
        } finally {
            grey.release();
            ids.release();
            corners.forEach(Mat::release);
        }
    }

    private static java.util.Optional<Homography> map(double[] c) {
        return Homography.of(List.of(
                new Homography.Pair(0, 0, c[0], c[1]),
                new Homography.Pair(1, 0, c[2], c[3]),
                new Homography.Pair(1, 1, c[4], c[5]),
                new Homography.Pair(0, 1, c[6], c[7])));
    }

    /// Averaged as light, then coded by the square root, the brightest as white: so a tag in dim light has the
    /// contrast of one in bright light.
    private static byte[] coded(Light photo, int factor) {
        float[] mean = photo.means(factor);
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) Math.sqrt(mean[i]);
        }
        float brightest = 1e-3f;
        for (float value : mean) {
            brightest = Math.max(brightest, value);
        }
        var bytes = new byte[mean.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(255 * mean[i] / brightest);
        }
        return bytes;
    }
}
