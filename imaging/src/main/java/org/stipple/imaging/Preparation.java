package org.stipple.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stipple.imaging.colour.Correction;
import org.stipple.imaging.colour.CorrectionFit;

/// Everything between decoding and the metrics that concerns whole photos: scale, colour, the face and its
/// zones, and what stands in the way of any reading.
///
/// @param setting with the scale and the zones that were found
/// @param hidden zones of the face that this view does not show
/// @param colour of the pair: absolute only where every photo has a card that passes its gate
/// @param onBaseline what lies on the skin to measure by
/// @param onFollowup likewise; nothing with one photo
/// @param baseline how colours of the baseline are corrected
/// @param followup how those of the follow-up are; both by cards or none of them
/// @param gates of the photos as wholes, passed or not
/// @param faults what else stands in the way of every reading
record Preparation(
        PhotoSetting setting,
        List<FaceAtlas.Lying> hidden,
        ColourReference colour,
        Markers onBaseline,
        Markers onFollowup,
        Correction baseline,
        Correction followup,
        List<Gate> gates,
        List<String> faults) {

    static Preparation of(Photo first, Optional<Photo> second, PhotoSetting setting) {
        var gates = new ArrayList<Gate>();
        var faults = new ArrayList<String>();
        // Pairs need OpenCV anyway; one photo alone is read without it unless a tag was announced.
        boolean tags = second.isPresent() || setting.rulers().stream().anyMatch(Ruler.Tag.class::isInstance);
        var markers = Markers.in(first, tags);
        var later =
                second.map(photo -> Markers.in(photo, tags)).orElseGet(() -> new Markers(Optional.empty(), List.of()));
        Optional<CorrectionFit> before = judged(markers.card(), Gate.Shot.BASELINE, gates);
        Optional<CorrectionFit> after = judged(later.card(), Gate.Shot.FOLLOWUP, gates);
        boolean hasFace = setting.view() != View.PATCH;
        Optional<Landmarks> face = hasFace ? setting.face().find(first, Gate.Shot.BASELINE) : Optional.empty();
        Optional<Landmarks> faceLater =
                hasFace ? second.flatMap(photo -> setting.face().find(photo, Gate.Shot.FOLLOWUP)) : Optional.empty();
        var scale = ScaleFinding.of(Gate.Shot.BASELINE, setting, markers, face);
        gates.addAll(scale.gates());
        second.ifPresent(_ -> gates.addAll(tiltOf(setting, later)));
        face.ifPresent(seen -> gates.addAll(Gates.ofFace(seen, faceLater, setting.view())));
        if (face.isPresent() && second.isPresent() && faceLater.isEmpty()) {
            faults.add("no landmarks in the followup: nobody knows whether pose and expression are those of the"
                    + " baseline");
        }
        List<FaceAtlas.Lying> atlas =
                setting.zones().isEmpty() && face.isPresent() ? FaceAtlas.of(face.get()) : List.of();
        boolean absolute = passes(before) && (second.isEmpty() || passes(after));
        return new Preparation(
                setting.settled(zones(setting, atlas, first), scale.scale()),
                atlas.stream().filter(zone -> !zone.isSeen()).toList(),
                colour(before, second.isPresent() && before.isPresent() && after.isEmpty()),
                markers,
                later,
                absolute ? before.orElseThrow().correction() : Correction.NONE,
                absolute && after.isPresent() ? after.get().correction() : Correction.NONE,
                gates,
                faults);
    }

    /// The rulers of the follow-up say how obliquely it is seen; its scale is that of the baseline, carried over.
    private static List<Gate> tiltOf(PhotoSetting setting, Markers markers) {
        var unknown = setting.settled(List.of(), new Scale.Unknown("not asked"));
        var found = ScaleFinding.of(Gate.Shot.FOLLOWUP, unknown, markers, Optional.empty());
        return found.gates().stream()
                .filter(gate -> gate.kind() == Gate.Kind.TILT)
                .toList();
    }

    private static List<Zone> zones(PhotoSetting setting, List<FaceAtlas.Lying> atlas, Photo photo) {
        if (!setting.zones().isEmpty()) {
            return setting.zones();
        }
        if (setting.view() == View.PATCH) {
            return List.of(new Zone(Zone.PATCH, Outline.whole(photo)));
        }
        return atlas.stream()
                .filter(FaceAtlas.Lying::isSeen)
                .map(zone -> new Zone(zone.id().id(), zone.outline().orElseThrow()))
                .toList();
    }

    private static Optional<CorrectionFit> judged(Optional<CardReading> card, Gate.Shot shot, List<Gate> gates) {
        Optional<CorrectionFit> fit = card.flatMap(CardReading::fit);
        fit.ifPresent(found -> gates.add(Gates.ofCard(shot, found.residual())));
        return fit;
    }

    private static boolean passes(Optional<CorrectionFit> fit) {
        return fit.isPresent() && fit.get().residual() <= Gates.MAX_CARD_RESIDUAL;
    }

    private static ColourReference colour(Optional<CorrectionFit> fit, boolean alone) {
        String only = ": colours compare only photos of one camera, light and white balance";
        if (alone) {
            return new ColourReference.None("no colour card is seen in the followup" + only);
        }
        return fit.<ColourReference>map(found -> new ColourReference.Card(found.residual(), found.used()))
                .orElseGet(() -> new ColourReference.None("no colour card is seen" + only));
    }
}
