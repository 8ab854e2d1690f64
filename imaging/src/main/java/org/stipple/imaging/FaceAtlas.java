package org.stipple.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stipple.quantities.ZoneId;

/// Where the 13 zones of a face lie, as polygons through landmarks of the MediaPipe face mesh (Apache-2.0, the
/// order of its canonical face model), clockwise as a viewer sees a face from the front.
///
/// `design`: drawn on the canonical model. Eyelids and all inside the bony rim, the vermilion and the nostril
/// rims are left out: the borders pass beside them, on the side of the skin.
final class FaceAtlas {

    /// `design`: skin that is turned farther away is too foreshortened for anything.
    static final double MAX_AWAY_DEGREES = 60;

    private FaceAtlas() {}

    /// A zone as it lies in a photo.
    ///
    /// @param awayDegrees between its mean normal and the camera, above 90 = seen from behind
    record Lying(ZoneId id, Optional<Outline> outline, double awayDegrees) {

        boolean isSeen() {
            return outline.isPresent() && awayDegrees <= MAX_AWAY_DEGREES;
        }
    }

    /// All zones, in their order.
    static List<Lying> of(Landmarks face) {
        var zones = new ArrayList<Lying>();
        for (ZoneId id : ZoneId.face()) {
            List<Integer> corners = corners(id);
            zones.add(new Lying(id, outline(face, corners), away(face, corners)));
        }
        return List.copyOf(zones);
    }

    private static Optional<Outline> outline(Landmarks face, List<Integer> corners) {
        try {
            return Optional.of(new Outline(corners.stream().map(face::place).toList()));
        } catch (IllegalArgumentException flat) {
            return Optional.empty();
        }
    }

    /// By the polygon's vector area (Newell): its direction is the mean normal.
    private static double away(Landmarks face, List<Integer> corners) {
        double nx = 0;
        double ny = 0;
        double nz = 0;
        for (int i = 0; i < corners.size(); i++) {
            Landmark a = face.at(corners.get(i));
            Landmark b = face.at(corners.get((i + 1) % corners.size()));
            nx += a.y() * b.z() - a.z() * b.y();
            ny += a.z() * b.x() - a.x() * b.z();
            nz += a.x() * b.y() - a.y() * b.x();
        }
        double length = Math.hypot(Math.hypot(nx, ny), nz);
        // Clockwise with y downwards: towards the viewer nz is above 0.
        return length > 0 ? Math.toDegrees(Math.acos(Math.clamp(nz / length, -1, 1))) : 180;
    }

    static List<Integer> corners(ZoneId zone) {
        return switch (zone) {
            case FOREHEAD -> List.of(338, 297, 332, 298, 293, 334, 296, 336, 9, 107, 66, 105, 63, 68, 103, 67, 109, 10);
            case GLABELLA -> List.of(336, 285, 417, 168, 193, 55, 107, 9);
            case TEMPLE_LEFT -> List.of(332, 284, 251, 389, 356, 264, 372, 383, 301, 298);
            case TEMPLE_RIGHT -> List.of(68, 71, 156, 143, 34, 127, 162, 21, 54, 103);
            case PERIORBITAL_LEFT -> List.of(372, 345, 346, 347, 348, 349, 451, 450, 449, 448, 261, 265, 353, 383);
            case PERIORBITAL_RIGHT -> List.of(156, 124, 35, 31, 228, 229, 230, 231, 120, 119, 118, 117, 116, 143);
            case NOSE ->
                List.of(
                        417, 412, 343, 437, 420, 429, 279, 344, 440, 275, 4, 45, 220, 115, 49, 209, 198, 217, 114, 188,
                        193, 168);
            case CHEEK_LEFT -> List.of(366, 401, 433, 416, 427, 426, 266, 371, 329, 349, 348, 347, 346, 345, 447);
            case CHEEK_RIGHT -> List.of(227, 116, 117, 118, 119, 120, 100, 142, 36, 206, 207, 192, 213, 177, 137);
            case UPPER_LIP -> List.of(326, 391, 322, 410, 270, 269, 267, 0, 37, 39, 40, 186, 92, 165, 97, 2);
            case CHIN ->
                List.of(313, 406, 335, 424, 431, 395, 369, 396, 175, 171, 140, 170, 211, 204, 106, 182, 83, 18);
            case JAWLINE_LEFT -> List.of(361, 288, 397, 365, 379, 378, 395, 431, 424, 422, 434, 416, 433, 401);
            case JAWLINE_RIGHT -> List.of(177, 213, 192, 214, 202, 204, 211, 170, 149, 150, 136, 172, 58, 132);
            case NECK,
                    DECOLLETAGE,
                    SCALP,
                    CHEST,
                    BACK,
                    ABDOMEN,
                    FLANK_LEFT,
                    FLANK_RIGHT,
                    THIGH_LEFT,
                    THIGH_RIGHT,
                    CALF_LEFT,
                    CALF_RIGHT,
                    BUTTOCK_LEFT,
                    BUTTOCK_RIGHT,
                    ARM_LEFT,
                    ARM_RIGHT,
                    HAND_LEFT,
                    HAND_RIGHT -> throw new IllegalArgumentException(zone + " is no zone of the face");
        };
    }
}
