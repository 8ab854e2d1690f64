package org.stipple.clinic.planning.web;

import java.util.List;

/// What is shown where a dose is tried.
public final class DoseViews {

    private DoseViews() {}

    /// Something that can be moved.
    ///
    /// @param name of the field
    /// @param id of the element, one on the page
    /// @param value where it stands
    public record Slider(
            String name, String id, String label, String unit, String min, String max, String step, String value) {}

    /// A figure, as planned and as tried.
    ///
    /// @param band from the lowest to the highest over what the model is unsure of
    public record Line(String what, String unit, String planned, String tried, String band) {}

    /// A layer of the skin.
    ///
    /// @param parts of all channels that reach it, one for each penetration
    public record Layer(String layer, List<String> parts) {}

    /// What a zone receives.
    ///
    /// @param zone in words
    /// @param tried whether it is other than planned
    /// @param settings in words
    /// @param troubles what was asked for and cannot be tried
    /// @param penetrations parts of the set depth that are reached, the heads of the columns of `layers`
    /// @param layers empty where the thickness of the skin has no source
    /// @param noLayers why
    /// @param map dots on the zone, an `svg` element
    /// @param each punctures for which a dot of the map stands
    /// @param whole whether the map is the whole zone
    /// @param closeUp every puncture on a small square, an `svg` element
    /// @param depth the histogram, an `svg` element
    /// @param unknown what the model does not know, and what it assumed
    /// @param wish how to have it planned, in words
    public record Answer(
            String zone,
            boolean tried,
            String settings,
            List<String> troubles,
            List<Line> lines,
            List<String> penetrations,
            List<Layer> layers,
            String noLayers,
            String map,
            String each,
            boolean whole,
            String closeUp,
            String depth,
            List<String> unknown,
            String wish) {}

    /// A zone with its sliders and its answer.
    public record Part(String person, String course, String zone, String words, List<Slider> sliders, Answer answer) {}

    /// The page of one zone, for browsers without scripts and for courses of many zones.
    public record DosePage(String name, Part part) {}
}
