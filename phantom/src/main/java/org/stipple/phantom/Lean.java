package org.stipple.phantom;

/// Turns directions of the skin (x right, y down, z out of the skin) with it, into those of the camera.
final class Lean {

    private final boolean isStraight;
    private final double cosA;
    private final double sinA;
    private final double cosB;
    private final double sinB;

    Lean(Pose pose) {
        this.isStraight = pose.nodDegrees() == 0 && pose.turnDegrees() == 0;
        this.cosA = Math.cos(Math.toRadians(pose.nodDegrees()));
        this.sinA = Math.sin(Math.toRadians(pose.nodDegrees()));
        this.cosB = Math.cos(Math.toRadians(pose.turnDegrees()));
        this.sinB = Math.sin(Math.toRadians(pose.turnDegrees()));
    }

    /// In place.
    void turn(double[] direction) {
        if (isStraight) {
            return;
        }
        double y = direction[1] * cosA + direction[2] * sinA;
        double z = -direction[1] * sinA + direction[2] * cosA;
        double x = direction[0] * cosB + z * sinB;
        direction[2] = -direction[0] * sinB + z * cosB;
        direction[0] = x;
        direction[1] = y;
    }
}
