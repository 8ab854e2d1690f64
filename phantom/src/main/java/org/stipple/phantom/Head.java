package org.stipple.phantom;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.stipple.quantities.Length;

/// A head with a face, for what has to find eyes and nose: made from a mesh of MakeHuman, whose base mesh is
/// CC0 and which the caller hands in; nothing of it is in this program.
///
/// Its skin is coloured by place (cheeks and lips redder, brows and hair dark) and has no relief: there is
/// nothing on it to measure. Its points are those of the mesh, each where the camera sees it.
public final class Head {

    /// Of the camera from the eyes.
    private static final double DISTANCE_MM = 700;

    private static final double HIDDEN_MM = 3;
    private static final double WHITE_LEVEL = 0.95;
    private static final double[] BACKGROUND = {0.22, 0.25, 0.28};

    private final HeadMesh mesh;

    private Head(HeadMesh mesh) {
        this.mesh = mesh;
    }

    /// The head of a mesh.
    ///
    /// @param obj the text of `makehuman/data/3dobjs/base.obj` of the public repository of MakeHuman
    /// @throws IllegalArgumentException when it is not that mesh
    public static Head of(String obj) {
        return new Head(HeadMesh.of(obj));
    }

    /// From pupil to pupil.
    public Length pupilDistance() {
        double[] left = mesh.at(HeadPoint.PUPIL_LEFT);
        double[] right = mesh.at(HeadPoint.PUPIL_RIGHT);
        return Length.ofMillimetres(left[0] - right[0]);
    }

    /// One photo.
    ///
    /// @param itaDegrees the tone of its skin
    /// @param turnDegrees by which it looks to its own left, which is the right in the photo
    /// @param capture light, blur, noise and seed; its pose moves the head in the frame by pixels and is not
    ///   looked at otherwise
    /// @param frame a pixel is that large between the eyes
    public HeadPhoto photograph(double itaDegrees, double turnDegrees, Capture capture, Frame frame) {
        var raster = new HeadRaster(mesh, turnDegrees, DISTANCE_MM, capture.pose(), frame);
        var planes = new float[3][frame.widthPx() * frame.heightPx()];
        var skin = new BitSet(planes[0].length);
        var paint = new HeadPaint(mesh, itaDegrees, capture.seed());
        var shading = new Shading(capture.light());
        double lit = WHITE_LEVEL * Math.pow(2, capture.light().stops());
        IntStream.range(0, frame.heightPx()).parallel().forEach(y -> {
            var colour = new double[3];
            for (int x = 0; x < frame.widthPx(); x++) {
                int i = y * frame.widthPx() + x;
                if (raster.part(i) == HeadRaster.NOTHING) {
                    for (int band = 0; band < 3; band++) {
                        planes[band][i] = (float) (lit * BACKGROUND[band]);
                    }
                    continue;
                }
                boolean isEye = raster.part(i) == HeadRaster.EYE;
                var part = paint.at(raster.x(i), raster.y(i), raster.z(i), isEye, colour);
                double diffuse = lit * shading.diffuse(raster.normalX(i), raster.normalY(i), raster.normalZ(i));
                double gloss = isEye ? 0.6 : part == HeadPaint.Part.HAIR ? 0 : 0.2;
                double mirrored =
                        lit * shading.mirrored(raster.normalX(i), raster.normalY(i), raster.normalZ(i), gloss);
                for (int band = 0; band < 3; band++) {
                    planes[band][i] = (float) (diffuse * colour[band] + mirrored);
                }
            }
        });
        for (int i = 0; i < planes[0].length; i++) {
            if (raster.part(i) == HeadRaster.SKIN
                    && paint.partAt(raster.x(i), raster.y(i), raster.z(i)) == HeadPaint.Part.SKIN) {
                skin.set(i);
            }
        }
        return new HeadPhoto(
                recorded(planes, capture, frame),
                new Mask(frame.widthPx(), frame.heightPx(), skin),
                points(raster, frame));
    }

    private static RenderedPhoto recorded(float[][] planes, Capture capture, Frame frame) {
        var lens = new Lens(capture.blurPx());
        for (float[] plane : planes) {
            lens.blur(plane, frame.widthPx(), frame.heightPx());
        }
        var sensor = new Sensor(capture);
        var rgb = new int[planes[0].length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = sensor.record(i % frame.widthPx(), i / frame.widthPx(), planes[0][i], planes[1][i], planes[2][i]);
        }
        return new RenderedPhoto(frame, frame.pixel(), rgb);
    }

    private Map<HeadPoint, HeadPhoto.SeenAt> points(HeadRaster raster, Frame frame) {
        var seen = new EnumMap<HeadPoint, HeadPhoto.SeenAt>(HeadPoint.class);
        mesh.points().forEach((point, place) -> {
            double[] pixel = raster.project(place[0], place[1], place[2]);
            int x = (int) Math.floor(pixel[0]);
            int y = (int) Math.floor(pixel[1]);
            boolean isInside = x >= 0 && x < frame.widthPx() && y >= 0 && y < frame.heightPx();
            if (isInside && pixel[2] > raster.depth(y * frame.widthPx() + x) - HIDDEN_MM) {
                seen.put(point, new HeadPhoto.SeenAt(pixel[0], pixel[1]));
            }
        });
        eyeCorners(raster, frame, seen);
        return seen;
    }

    /// Where the opening of an eye ends to both sides: the first and the last column in which the ball shows.
    private static void eyeCorners(HeadRaster raster, Frame frame, Map<HeadPoint, HeadPhoto.SeenAt> seen) {
        for (int i = 0; i < frame.widthPx() * frame.heightPx(); i++) {
            if (raster.part(i) == HeadRaster.EYE) {
                var here = new HeadPhoto.SeenAt(i % frame.widthPx() + 0.5, i / frame.widthPx() + 0.5);
                boolean isLeft = raster.x(i) > 0;
                var first = isLeft ? HeadPoint.EYE_INNER_LEFT : HeadPoint.EYE_OUTER_RIGHT;
                var last = isLeft ? HeadPoint.EYE_OUTER_LEFT : HeadPoint.EYE_INNER_RIGHT;
                if (here.xPx() < seen.getOrDefault(first, here).xPx() || !seen.containsKey(first)) {
                    seen.put(first, here);
                }
                if (here.xPx() > seen.getOrDefault(last, here).xPx() || !seen.containsKey(last)) {
                    seen.put(last, here);
                }
            }
        }
    }
}
