package org.stipple.phantom;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A head cut from the body of a Wavefront file: corners in mm from the middle between the pupils, x to the
/// person's left, y up, z to the front.
///
/// @param corners x, y and z by turns
/// @param normals of the corners, of length 1
/// @param skin corners of triangles by threes
/// @param eyes the same of the eyeballs
/// @param points of the face
record HeadMesh(float[] corners, float[] normals, int[] skin, int[] eyes, Map<HeadPoint, double[]> points) {

    /// The file counts in decimetres.
    private static final double MM = 100;

    /// What is this far below the eyes is no head any more.
    private static final double NECK_MM = -175;

    /// @throws IllegalArgumentException when it is not that mesh
    static HeadMesh of(String obj) {
        var corners = new ArrayList<double[]>();
        var body = new ArrayList<int[]>();
        var left = new ArrayList<int[]>();
        var right = new ArrayList<int[]>();
        String group = "";
        for (String line : (Iterable<String>) obj.lines()::iterator) {
            if (line.startsWith("v ")) {
                String[] words = line.split(" +");
                corners.add(new double[] {number(words[1]), number(words[2]), number(words[3])});
            } else if (line.startsWith("g ")) {
                group = line.substring(2).strip();
            } else if (line.startsWith("f ")) {
                switch (group) {
                    case "body" -> body.add(face(line));
                    case "helper-l-eye" -> left.add(face(line));
                    case "helper-r-eye" -> right.add(face(line));
                    default -> {}
                }
            }
        }
        if (body.isEmpty() || left.isEmpty() || right.isEmpty()) {
            throw new IllegalArgumentException("the mesh must have the groups body, helper-l-eye and helper-r-eye");
        }
        return laid(corners, body, left, right);
    }

    private static double number(String word) {
        return MM * Double.parseDouble(word);
    }

    private static int[] face(String line) {
        String[] words = line.split(" +");
        var face = new int[words.length - 1];
        for (int i = 0; i < face.length; i++) {
            face[i] = Integer.parseInt(words[i + 1].split("/")[0]) - 1;
        }
        return face;
    }

    private static HeadMesh laid(List<double[]> corners, List<int[]> body, List<int[]> left, List<int[]> right) {
        double[] pupilLeft = front(corners, left);
        double[] pupilRight = front(corners, right);
        double[] middle = {
            (pupilLeft[0] + pupilRight[0]) / 2, (pupilLeft[1] + pupilRight[1]) / 2, (pupilLeft[2] + pupilRight[2]) / 2
        };
        for (double[] corner : corners) {
            for (int k = 0; k < 3; k++) {
                corner[k] -= middle[k];
            }
        }
        int[] skin =
                triangles(body.stream().filter(face -> isHead(corners, face)).toList());
        var eyes = new ArrayList<int[]>(left);
        eyes.addAll(right);
        int[] balls = triangles(eyes);
        var flat = new float[3 * corners.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) corners.get(i / 3)[i % 3];
        }
        var normals = new float[flat.length];
        addNormals(flat, skin, normals);
        addNormals(flat, balls, normals);
        for (int i = 0; i < normals.length; i += 3) {
            double length = Math.hypot(Math.hypot(normals[i], normals[i + 1]), normals[i + 2]);
            for (int k = 0; k < 3 && length > 0; k++) {
                normals[i + k] /= (float) length;
            }
        }
        return new HeadMesh(flat, normals, skin, balls, points(corners, skin, left, right));
    }

    private static boolean isHead(List<double[]> corners, int[] face) {
        for (int corner : face) {
            // Hands are as high in no pose of this mesh, but farther out.
            if (corners.get(corner)[1] < NECK_MM || Math.abs(corners.get(corner)[0]) > 120) {
                return false;
            }
        }
        return true;
    }

    private static int[] triangles(List<int[]> faces) {
        var all = new ArrayList<Integer>();
        for (int[] face : faces) {
            for (int i = 2; i < face.length; i++) {
                all.addAll(List.of(face[0], face[i - 1], face[i]));
            }
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void addNormals(float[] at, int[] triangles, float[] normals) {
        for (int t = 0; t < triangles.length; t += 3) {
            int a = 3 * triangles[t];
            int b = 3 * triangles[t + 1];
            int c = 3 * triangles[t + 2];
            float x1 = at[b] - at[a];
            float y1 = at[b + 1] - at[a + 1];
            float z1 = at[b + 2] - at[a + 2];
            float x2 = at[c] - at[a];
            float y2 = at[c + 1] - at[a + 1];
            float z2 = at[c + 2] - at[a + 2];
            for (int corner : new int[] {a, b, c}) {
                normals[corner] += y1 * z2 - z1 * y2;
                normals[corner + 1] += z1 * x2 - x1 * z2;
                normals[corner + 2] += x1 * y2 - y1 * x2;
            }
        }
    }

    /// The middle of an eyeball, and its radius.
    private static double[] ball(List<double[]> corners, List<int[]> faces) {
        double[] least = {1e9, 1e9, 1e9};
        double[] most = {-1e9, -1e9, -1e9};
        for (int[] face : faces) {
            for (int corner : face) {
                for (int k = 0; k < 3; k++) {
                    least[k] = Math.min(least[k], corners.get(corner)[k]);
                    most[k] = Math.max(most[k], corners.get(corner)[k]);
                }
            }
        }
        return new double[] {
            (least[0] + most[0]) / 2, (least[1] + most[1]) / 2, (least[2] + most[2]) / 2, (most[0] - least[0]) / 2
        };
    }

    private static double[] front(List<double[]> corners, List<int[]> faces) {
        double[] ball = ball(corners, faces);
        return new double[] {ball[0], ball[1], ball[2] + ball[3]};
    }

    private static Map<HeadPoint, double[]> points(
            List<double[]> corners, int[] skin, List<int[]> left, List<int[]> right) {
        var points = new EnumMap<HeadPoint, double[]>(HeadPoint.class);
        points.put(HeadPoint.PUPIL_LEFT, front(corners, left));
        points.put(HeadPoint.PUPIL_RIGHT, front(corners, right));
        double[] nose = {0, 0, -1e9};
        double[] root = {0, 0, 1e9};
        for (int corner : skin) {
            double[] at = corners.get(corner);
            boolean isMiddle = Math.abs(at[0]) < 2;
            if (isMiddle && at[1] > -60 && at[1] < 0 && at[2] > nose[2]) {
                nose = at;
            }
            if (isMiddle && at[1] > -10 && at[1] < 20 && at[2] > -30 && at[2] < root[2]) {
                root = at;
            }
        }
        points.put(HeadPoint.NOSE_TIP, nose);
        points.put(HeadPoint.NASION, root);
        return points;
    }

    /// A place of the face.
    double[] at(HeadPoint point) {
        return Objects.requireNonNull(points.get(point), point::name);
    }
}
