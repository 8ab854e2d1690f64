package org.stipple.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stipple.imaging.CanonicalFace;
import org.stipple.imaging.GivenLandmarks;
import org.stipple.imaging.Landmark;
import org.stipple.imaging.Landmarks;
import org.stipple.imaging.Place;
import org.stipple.protocol.document.Field;

/// `{"baseline": {"points": [[x, y, z], …]}, "followup": {"clicked": {"nose-tip": [x, y], …}}}`, in pixels of
/// each photo.
///
/// @param canonical where `--landmark-models` has the face on which six points are enough
record LandmarksFile(InputFile file, Optional<CanonicalFace> canonical) {

    /// Beyond this no photo reaches.
    private static final double FAR = 1e6;

    GivenLandmarks landmarks() {
        var root = Field.root(file.document("--landmarks")).mapping(Set.of("baseline", "followup"));
        return new GivenLandmarks(
                Optional.of(face(root.required("baseline"), canonical)),
                root.optional("followup").map(face -> face(face, canonical)));
    }

    /// The points of one photo.
    static Landmarks face(Field face, Optional<CanonicalFace> canonical) {
        face.mapping(Set.of("points", "clicked"));
        Optional<Field> clicked = face.optional("clicked");
        if (clicked.isPresent() == face.optional("points").isPresent()) {
            throw face.refused("either points or clicked");
        }
        return clicked.map(points -> fitted(points, canonical)).orElseGet(() -> given(face.required("points")));
    }

    private static Landmarks given(Field points) {
        var found = new ArrayList<Landmark>();
        for (Field point : points.items()) {
            List<Field> xyz = point.items();
            if (xyz.size() != 3) {
                throw point.refused("[x, y, z] in pixels");
            }
            found.add(new Landmark(
                    xyz.get(0).number(-FAR, FAR),
                    xyz.get(1).number(-FAR, FAR),
                    xyz.get(2).number(-FAR, FAR)));
        }
        if (found.size() != Landmarks.MESH && found.size() != Landmarks.WITH_IRISES) {
            throw points.refused(
                    Landmarks.MESH + " or " + Landmarks.WITH_IRISES + " points of the MediaPipe face mesh");
        }
        try {
            return new Landmarks(found);
        } catch (IllegalArgumentException noFace) {
            throw points.refused("points of a face, its eyes apart");
        }
    }

    private static Landmarks fitted(Field clicked, Optional<CanonicalFace> canonical) {
        clicked.mapping(Stream.of(CanonicalFace.Clicked.values())
                .map(CanonicalFace.Clicked::id)
                .collect(Collectors.toSet()));
        var places = new ArrayList<Place>();
        for (CanonicalFace.Clicked which : CanonicalFace.Clicked.values()) {
            Field point = clicked.required(which.id());
            List<Field> xy = point.items();
            if (xy.size() != 2) {
                throw point.refused("[x, y] in pixels");
            }
            places.add(new Place(xy.get(0).number(-FAR, FAR), xy.get(1).number(-FAR, FAR)));
        }
        if (CanonicalFace.areExchanged(places)) {
            throw clicked.refused("left and right as the patient has them, which may be exchanged here: in a photo the"
                    + " patient's right eye lies to the left of the other");
        }
        CanonicalFace face = canonical.orElseThrow(() ->
                clicked.refused("--landmark-models DIR with " + CanonicalFace.FILE + ", on which six points are laid"));
        return face.laidOver(places).orElseThrow(() -> clicked.refused("six points that lie as those of a face"));
    }
}
