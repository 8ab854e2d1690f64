package org.stipple.dose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What an answer takes for granted, in words for a person.
final class Assumptions {

    private Assumptions() {}

    /// Those of the asker first, then those of the method.
    static List<String> of(DoseQuestion question, Simulation simulation) {
        var all = new ArrayList<>(question.assumptions());
        var needle = question.device().needle();
        all.add("coverage: at the skin's surface, with holes as wide as the needle: an upper bound");
        all.add("duplicates: a puncture whose centre lies within half a needle's diameter ("
                + needle.diameter().millimetres() / 2 + " mm) of an earlier one");
        ofDevice(question, all);
        all.add("depth: normal around penetration × set depth with a standard deviation of "
                + DepthSpread.SD_OF_SET_DEPTH
                + " of the set depth (design: 6 % is the only published value, Kalluri 2011), never deeper than the"
                + " needle is long");
        all.add("injured volume: by closed form, punctures independent of each other; the mean of the penetration"
                + " scenarios, each weighing the same (design)");
        if (needle.taper().millimetres() == 0) {
            all.add("needle: a cylinder, because no taper is given; the injured volume is an upper bound");
        }
        all.add(
                switch (question.thickness()) {
                    case SkinLayers layers ->
                        "skin: epidermis " + layers.epidermis().millimetres() + " ± "
                                + layers.epidermisSd().millimetres() + " mm, dermis "
                                + layers.dermis().millimetres() + " ± "
                                + layers.dermisSd().millimetres() + " mm, "
                                + layers.method();
                    case SkinThickness.Unsourced(var why) ->
                        "skin: reachingDermis and beyondDermis are null, because " + why;
                });
        all.add("uncertainty: over the penetration scenarios, skin one standard deviation thinner and thicker, and a"
                + " pen's glide 30 % slower and faster");
        if (!simulation.everyLine()) {
            all.add("coverage: on a sample of lines across the zone (design: memory is bounded)");
        }
        if (!simulation.everyCell()) {
            all.add("duplicates: in a sample of 2 mm cells (design: memory is bounded)");
        }
        all.add("nothing here is clinically validated");
        return List.copyOf(all);
    }

    private static void ofDevice(DoseQuestion question, List<String> all) {
        var technique = question.technique();
        switch (question.device()) {
            case NeedleArray.Pen pen -> {
                layout(pen.layout(), all);
                if (PoissonModel.of(question) instanceof PoissonModel.TracksOverlap(var pitch, var hole)) {
                    all.add(String.format(
                                    Locale.ROOT,
                                    "coverage: the stroke pitch of %.3f mm is less than the hole of %.3f mm: pins draw",
                                    pitch.millimetres(),
                                    hole.millimetres())
                            + " overlapping tracks, and the Poisson figures over-predict coverage, by up to 8 points"
                            + " in published cases; use monteCarlo");
                }
                if (technique.glideVariation().value() > 0) {
                    all.add("glide: log-normal from lane to lane, way over time as given (design)");
                }
                all.add("density: what a pen really delivers has not been measured in any publication found; the only"
                        + " printed target is 250 to 300 /cm² (PRIME J. Oct 2015)");
            }
            case NeedleArray.Stamp stamp -> {
                layout(stamp.layout(), all);
                all.add(String.format(
                        Locale.ROOT,
                        "stamp: moved on a square lattice of %.3f mm that is drawn anew in every lane (design)",
                        stamp.pitchMm()));
            }
            case NeedleArray.Roller _ ->
                all.add("roller: rows are rings around the drum, not staggered; it rolls on the drum's surface without"
                        + " slip or slits (design)");
        }
        if (technique.contactDuty().value() < 1 || technique.efficiency().value() < 1) {
            all.add("contact: strokes out of contact and contacts that do not puncture fall at random (design)");
        }
    }

    private static void layout(PinLayout layout, List<String> all) {
        switch (layout) {
            case PinLayout.Sunflower() ->
                all.add("pins: on a sunflower spiral that fills the swath's disc (design: no maker publishes a"
                        + " layout)");
            case PinLayout.Measured _ -> {}
        }
    }
}
