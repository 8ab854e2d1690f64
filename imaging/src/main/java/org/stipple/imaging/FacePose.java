package org.stipple.imaging;

import java.util.List;

/// How a head is held, from landmarks that no expression moves: brow bones, bridge of the nose, corners of the
/// eyes, cheekbones, temples.
final class FacePose {

    private static final List<Integer> RIGID =
            List.of(10, 151, 9, 8, 168, 6, 197, 195, 33, 133, 362, 263, 116, 345, 123, 352, 127, 356, 234, 454);

    private static final int FOREHEAD = 10;
    private static final int CHIN = 152;
    private static final int RIGHT_EYE = 33;
    private static final int LEFT_EYE = 263;
    private static final int SWEEPS = 60;

    private FacePose() {}

    /// How far the head is turned, in space, from one photo to the other, whatever its place and size: Horn 1987
    /// (doi 10.1364/JOSAA.4.000629).
    static double degreesBetween(Landmarks one, Landmarks other) {
        double[] q = rotation(one, other);
        return Math.toDegrees(2 * Math.acos(Math.min(1, Math.abs(q[0]))));
    }

    /// How far the face looks away from where this view wants it to look.
    static double degreesOff(Landmarks face, View view) {
        double turned = switch (view) {
            case FRONTAL, PATCH -> 0;
            // The camera sees the patient's left side: the face looks to the left edge of the photo.
            case LEFT_45 -> -45;
            case RIGHT_45 -> 45;
            case LEFT_90 -> -90;
            case RIGHT_90 -> 90;
        };
        double[] n = normal(face);
        double x = Math.sin(Math.toRadians(turned));
        double z = -Math.cos(Math.toRadians(turned));
        return Math.toDegrees(Math.acos(Math.clamp(n[0] * x + n[2] * z, -1, 1)));
    }

    /// Where the face looks: across the line of the eyes and the line from chin to forehead; z away from the
    /// camera.
    private static double[] normal(Landmarks face) {
        double[] across = between(face.at(RIGHT_EYE), face.at(LEFT_EYE));
        double[] up = between(face.at(CHIN), face.at(FOREHEAD));
        double[] n = {
            across[1] * up[2] - across[2] * up[1],
            across[2] * up[0] - across[0] * up[2],
            across[0] * up[1] - across[1] * up[0]
        };
        double length = Math.max(1e-12, Math.hypot(Math.hypot(n[0], n[1]), n[2]));
        return new double[] {n[0] / length, n[1] / length, n[2] / length};
    }

    private static double[] between(Landmark a, Landmark b) {
        return new double[] {b.x() - a.x(), b.y() - a.y(), b.z() - a.z()};
    }

    /// The unit quaternion whose matrix fits best.
    private static double[] rotation(Landmarks one, Landmarks other) {
        double[] p = middle(one);
        double[] q = middle(other);
        var s = new double[3][3];
        for (int index : RIGID) {
            double[] a = between(p, one.at(index));
            double[] b = between(q, other.at(index));
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    s[i][j] += a[i] * b[j];
                }
            }
        }
        double[][] n = {
            {s[0][0] + s[1][1] + s[2][2], s[1][2] - s[2][1], s[2][0] - s[0][2], s[0][1] - s[1][0]},
            {s[1][2] - s[2][1], s[0][0] - s[1][1] - s[2][2], s[0][1] + s[1][0], s[2][0] + s[0][2]},
            {s[2][0] - s[0][2], s[0][1] + s[1][0], s[1][1] - s[0][0] - s[2][2], s[1][2] + s[2][1]},
            {s[0][1] - s[1][0], s[2][0] + s[0][2], s[1][2] + s[2][1], s[2][2] - s[0][0] - s[1][1]}
        };
        return largest(n);
    }

    private static double[] middle(Landmarks face) {
        var sum = new double[3];
        for (int index : RIGID) {
            sum[0] += face.at(index).x() / RIGID.size();
            sum[1] += face.at(index).y() / RIGID.size();
            sum[2] += face.at(index).z() / RIGID.size();
        }
        return sum;
    }

    private static double[] between(double[] middle, Landmark at) {
        return new double[] {at.x() - middle[0], at.y() - middle[1], at.z() - middle[2]};
    }

    /// The eigenvector of the largest eigenvalue: repeated squaring of the matrix, shifted to be positive.
    private static double[] largest(double[][] matrix) {
        double shift = 0;
        for (double[] row : matrix) {
            double sum = 0;
            for (double value : row) {
                sum += Math.abs(value);
            }
            shift = Math.max(shift, sum);
        }
        double[][] power = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                power[i][j] = (matrix[i][j] + (i == j ? shift : 0)) / Math.max(shift, 1e-300);
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            power = squared(power);
        }
        int best = 0;
        for (int i = 1; i < 4; i++) {
            best = power[i][i] > power[best][best] ? i : best;
        }
        double length = 0;
        for (int i = 0; i < 4; i++) {
            length = Math.hypot(length, power[i][best]);
        }
        var vector = new double[4];
        for (int i = 0; i < 4; i++) {
            vector[i] = power[i][best] / Math.max(length, 1e-300);
        }
        return vector;
    }

    private static double[][] squared(double[][] m) {
        var out = new double[4][4];
        double trace = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                for (int k = 0; k < 4; k++) {
                    out[i][j] += m[i][k] * m[k][j];
                }
            }
            trace += out[i][i];
        }
        for (double[] row : out) {
            for (int j = 0; j < 4; j++) {
                row[j] /= Math.max(trace, 1e-300);
            }
        }
        return out;
    }
}
