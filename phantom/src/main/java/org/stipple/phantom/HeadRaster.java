package org.stipple.phantom;

/// Which part of a head each pixel sees: triangles drawn one after the other, the nearest stays.
final class HeadRaster {

    static final byte NOTHING = 0;
    static final byte SKIN = 1;
    static final byte EYE = 2;

    private final HeadMesh mesh;
    private final Frame frame;
    private final double cos;
    private final double sin;
    private final double distance;
    private final double shiftX;
    private final double shiftY;
    private final byte[] parts;
    private final float[] depths;

    /// Place on the head and normal to the camera (x right, y down, z to the camera), six for each pixel.
    private final float[] seen;

    HeadRaster(HeadMesh mesh, double turnDegrees, double distanceMm, Pose pose, Frame frame) {
        this.mesh = mesh;
        this.frame = frame;
        this.cos = Math.cos(Math.toRadians(turnDegrees));
        this.sin = Math.sin(Math.toRadians(turnDegrees));
        this.distance = distanceMm;
        this.shiftX = pose.shiftXPx();
        this.shiftY = pose.shiftYPx();
        int size = frame.widthPx() * frame.heightPx();
        this.parts = new byte[size];
        this.depths = new float[size];
        java.util.Arrays.fill(depths, Float.NEGATIVE_INFINITY);
        this.seen = new float[6 * size];
        draw(mesh.skin(), SKIN);
        draw(mesh.eyes(), EYE);
    }

    /// @return x and y in pixels from the top left corner, and mm towards the camera
    double[] project(double x, double y, double z) {
        double right = cos * x + sin * z;
        double near = cos * z - sin * x;
        double px = distance / (distance - near) / frame.pixel().millimetres();
        return new double[] {
            right * px + frame.widthPx() / 2.0 + shiftX, -y * px + frame.heightPx() / 2.0 + shiftY, near
        };
    }

    private void draw(int[] triangles, byte part) {
        for (int t = 0; t < triangles.length; t += 3) {
            triangle(3 * triangles[t], 3 * triangles[t + 1], 3 * triangles[t + 2], part);
        }
    }

    private void triangle(int a, int b, int c, byte part) {
        float[] at = mesh.corners();
        double[] pa = project(at[a], at[a + 1], at[a + 2]);
        double[] pb = project(at[b], at[b + 1], at[b + 2]);
        double[] pc = project(at[c], at[c + 1], at[c + 2]);
        double area = (pb[0] - pa[0]) * (pc[1] - pa[1]) - (pc[0] - pa[0]) * (pb[1] - pa[1]);
        // What is drawn clockwise shows its back: y goes down in the frame.
        if (area >= 0) {
            return;
        }
        int left = (int) Math.max(0, Math.floor(Math.min(pa[0], Math.min(pb[0], pc[0])) - 0.5));
        int right = (int) Math.min(frame.widthPx() - 1.0, Math.ceil(Math.max(pa[0], Math.max(pb[0], pc[0])) - 0.5));
        int top = (int) Math.max(0, Math.floor(Math.min(pa[1], Math.min(pb[1], pc[1])) - 0.5));
        int bottom = (int) Math.min(frame.heightPx() - 1.0, Math.ceil(Math.max(pa[1], Math.max(pb[1], pc[1])) - 0.5));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double u = x + 0.5;
                double v = y + 0.5;
                double wb = ((u - pa[0]) * (pc[1] - pa[1]) - (pc[0] - pa[0]) * (v - pa[1])) / area;
                double wc = ((pb[0] - pa[0]) * (v - pa[1]) - (u - pa[0]) * (pb[1] - pa[1])) / area;
                double wa = 1 - wb - wc;
                double depth = wa * pa[2] + wb * pb[2] + wc * pc[2];
                int i = y * frame.widthPx() + x;
                if (wa >= 0 && wb >= 0 && wc >= 0 && depth > depths[i]) {
                    depths[i] = (float) depth;
                    parts[i] = part;
                    keep(6 * i, a, b, c, wa, wb, wc);
                }
            }
        }
    }

    private void keep(int slot, int a, int b, int c, double wa, double wb, double wc) {
        float[] at = mesh.corners();
        float[] normals = mesh.normals();
        for (int k = 0; k < 3; k++) {
            seen[slot + k] = (float) (wa * at[a + k] + wb * at[b + k] + wc * at[c + k]);
        }
        double x = wa * normals[a] + wb * normals[b] + wc * normals[c];
        double y = wa * normals[a + 1] + wb * normals[b + 1] + wc * normals[c + 1];
        double z = wa * normals[a + 2] + wb * normals[b + 2] + wc * normals[c + 2];
        double length = Math.max(1e-9, Math.sqrt(x * x + y * y + z * z));
        seen[slot + 3] = (float) ((cos * x + sin * z) / length);
        seen[slot + 4] = (float) (-y / length);
        seen[slot + 5] = (float) ((cos * z - sin * x) / length);
    }

    byte part(int pixel) {
        return parts[pixel];
    }

    float depth(int pixel) {
        return depths[pixel];
    }

    float x(int pixel) {
        return seen[6 * pixel];
    }

    float y(int pixel) {
        return seen[6 * pixel + 1];
    }

    float z(int pixel) {
        return seen[6 * pixel + 2];
    }

    float normalX(int pixel) {
        return seen[6 * pixel + 3];
    }

    float normalY(int pixel) {
        return seen[6 * pixel + 4];
    }

    float normalZ(int pixel) {
        return seen[6 * pixel + 5];
    }
}
