package org.stipple.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stipple.dose.Needle;
import org.stipple.dose.NeedleArray;
import org.stipple.dose.PinLayout;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Indication;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;
import org.stipple.quantities.StrokeFrequency;
import org.stipple.quantities.ZoneId;

/// A needling device as the knowledge base holds it.
///
/// @param id such as `skinpen-precision`
/// @param name as its maker writes it
/// @param family how it moves
/// @param needles how many needles or pins strike together (pen, stamp), or stand on the drum (roller)
/// @param needleDiameter of one needle
/// @param needleLength how far a needle stands out at most
/// @param settings every set depth that it has, ascending; one where the needles are fixed
/// @param evaluated the deepest setting that the label says was evaluated
/// @param strokeHz strokes a second, for pens
/// @param swath how wide the pins strike: the disc of a pen, the width of a drum or of a stamp
/// @param rows rows of needles on the drum, for rollers
/// @param drumDiameter of a roller
/// @param passes how many times a zone is covered by default
/// @param directions in how many directions
/// @param clearances what a regulator cleared it for
/// @param forHome whether it is made to be used at home
public record Device(
        String id,
        String name,
        Family family,
        int needles,
        Length needleDiameter,
        Depth needleLength,
        List<Depth> settings,
        Optional<Depth> evaluated,
        Optional<StrokeFrequency> strokeHz,
        Length swath,
        Optional<Integer> rows,
        Optional<Length> drumDiameter,
        int passes,
        int directions,
        List<Clearance> clearances,
        boolean forHome) {

    /// How a device moves.
    public enum Family {
        PEN,
        ROLLER,
        STAMP
    }

    /// What a regulator cleared a device for.
    ///
    /// @param subtypes of the indication; empty for all
    /// @param minAge in whole years
    /// @param skinTypes empty where the label that was read does not say
    /// @param evaluated the deepest setting of the study behind it, where it differs from the device's
    public record Clearance(
            Set<Indication> indications,
            Set<String> subtypes,
            Set<ZoneId> zones,
            int minAge,
            Set<SkinType> skinTypes,
            Optional<Depth> evaluated,
            List<Citation> sources) {

        public Clearance {
            indications = Set.copyOf(indications);
            subtypes = Set.copyOf(subtypes);
            zones = Set.copyOf(zones);
            skinTypes = Set.copyOf(skinTypes);
            sources = List.copyOf(sources);
        }

        boolean covers(Sought sought, ZoneId zone) {
            return indications.contains(sought.indication())
                    && zones.contains(zone)
                    && (subtypes.isEmpty() || subtypes.contains(sought.subtype()));
        }
    }

    public Device {
        settings = List.copyOf(settings);
        clearances = List.copyOf(clearances);
        if (settings.isEmpty() || settings.getLast().compareTo(needleLength) > 0) {
            throw new IllegalArgumentException("a device needs settings, none deeper than its needles: " + id);
        }
        if (family == Family.PEN && strokeHz.isEmpty()
                || family == Family.ROLLER && (rows.isEmpty() || drumDiameter.isEmpty())) {
            throw new IllegalArgumentException("a pen needs strokes, a roller rows and a drum: " + id);
        }
    }

    /// Whether its needles have one length and no dial.
    public boolean isFixed() {
        return settings.size() == 1;
    }

    /// The deepest setting.
    public Depth deepest() {
        return settings.getLast();
    }

    /// Its needles and what moves them, for `dose`. Nobody publishes the layout of pins or the taper of
    /// needles, and stamps are taken to be set edge to edge.
    public NeedleArray needleArray() {
        var needle = Needle.cylinder(needleDiameter, needleLength);
        return switch (family) {
            case PEN -> new NeedleArray.Pen(needles, swath, strokeHz.orElseThrow(), needle, new PinLayout.Sunflower());
            case ROLLER ->
                new NeedleArray.Roller(needles, rows.orElseThrow(), drumDiameter.orElseThrow(), swath, needle);
            case STAMP ->
                new NeedleArray.Stamp(
                        needles,
                        swath,
                        100 / (swath.millimetres() * swath.millimetres()),
                        needle,
                        new PinLayout.Sunflower());
        };
    }

    /// The clearance that covers an indication in a zone.
    ///
    /// @return empty where that is off-label
    public Optional<Clearance> clearanceFor(Sought sought, ZoneId zone) {
        for (var clearance : clearances) {
            if (clearance.covers(sought, zone)) {
                return Optional.of(clearance);
            }
        }
        return Optional.empty();
    }
}
