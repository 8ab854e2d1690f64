package org.stipple.dose;

import java.util.ArrayList;
import java.util.List;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.PunctureDensity;

/// How many channels reach each layer of the skin: λ·P(D > z) with z where the layer begins.
public sealed interface ChannelsByLayer {

    /// Layers from the surface down.
    enum Layer {
        EPIDERMIS,
        /// The upper fifth of the dermis: a secondary source (dose reference, anatomy), and a rough one.
        PAPILLARY_DERMIS,
        RETICULAR_DERMIS,
        BEYOND_DERMIS
    }

    /// @param layer which
    /// @param part of all channels
    /// @param channels that reach it or go through it
    record Reaching(Layer layer, Fraction part, PunctureDensity channels) {}

    /// @param layers all four, from the surface down
    record Known(List<Reaching> layers) implements ChannelsByLayer {

        /// Copies the list.
        public Known {
            layers = List.copyOf(layers);
        }
    }

    /// The zone's thickness has no source.
    ///
    /// @param why in words for a person
    record ThicknessUnknown(String why) implements ChannelsByLayer {}

    /// Part of the dermis that is papillary, see [Layer#PAPILLARY_DERMIS].
    double PAPILLARY_PART = 0.2;

    /// By closed form, at the skin's mean thickness.
    ///
    /// @param question whose density, depth and skin are taken
    /// @param penetration part of the set depth that is really reached, more than 0
    static ChannelsByLayer of(DoseQuestion question, Fraction penetration) {
        var technique = question.technique();
        var device = question.device();
        double density = 100 * device.densityPerMm2(technique, technique.glide().millimetresPerSecond());
        var depth = new DepthSpread(technique.depth().asMillimetres(), penetration.value(), device.needle());
        return switch (question.thickness()) {
            case SkinThickness.Unsourced(var why) -> new ThicknessUnknown(why);
            case SkinLayers layers -> {
                double from = layers.dermisFromMm(0);
                double to = layers.dermisToMm(0);
                double[] begins = {0, from, from + PAPILLARY_PART * (to - from), to};
                var reaching = new ArrayList<Reaching>();
                for (Layer layer : Layer.values()) {
                    double part = depth.deeperThan(begins[layer.ordinal()]);
                    reaching.add(new Reaching(
                            layer, Fraction.ofValue(part), PunctureDensity.ofPerSquareCentimetre(part * density)));
                }
                yield new Known(reaching);
            }
        };
    }
}
