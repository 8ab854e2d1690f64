package org.stipple.dose;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a zone has received after each of the passes of one treatment.
///
/// A treatment of k passes is the beginning of one of more passes in as many directions: its punctures are
/// the same, one for one. So one simulation answers for all of them, figure for figure as
/// [DoseQuestion#estimate()] does.
public final class PassByPass {

    private PassByPass() {}

    /// The surface after each of these numbers of passes.
    ///
    /// @param whole with as many passes as are asked for at most
    /// @param passes each 1 to those of `whole`
    /// @return one entry a number, ascending
    /// @throws UnusableQuestion when a number lies outside that range
    public static NavigableMap<Integer, SurfaceDose> surfaces(DoseQuestion whole, Collection<Integer> passes) {
        int most = whole.technique().passes();
        var wanted = new TreeSet<>(passes);
        var surfaces = new TreeMap<Integer, SurfaceDose>();
        for (int each : wanted) {
            if (each < 1 || each > most) {
                throw new UnusableQuestion(Limit.PASSES.field(), Integer.toString(each), "1 to " + most);
            }
        }
        var maps = new PunctureMaps(whole.outline(), whole.device());
        while (!wanted.isEmpty()) {
            var alike = alike(whole, wanted);
            simulate(whole, alike, maps, surfaces);
            wanted.removeAll(alike);
        }
        return surfaces;
    }

    /// Those from the greatest down of which duplicates are sought in as many cells.
    private static NavigableSet<Integer> alike(DoseQuestion whole, NavigableSet<Integer> wanted) {
        long sample = Duplicates.oneCellIn(expected(whole, wanted.last()));
        var alike = new TreeSet<Integer>();
        for (int each : wanted) {
            if (Duplicates.oneCellIn(expected(whole, each)) == sample) {
                alike.add(each);
            }
        }
        return alike;
    }

    private static double expected(DoseQuestion whole, int passes) {
        var technique = whole.technique().withPasses(passes);
        return whole.device().densityPerMm2(technique, technique.glide().millimetresPerSecond())
                * whole.outline().areaMm2();
    }

    private static void simulate(
            DoseQuestion whole,
            NavigableSet<Integer> passes,
            PunctureMaps maps,
            TreeMap<Integer, SurfaceDose> surfaces) {
        var device = whole.device();
        var technique = whole.technique().withPasses(passes.last());
        double glide = technique.glide().millimetresPerSecond();
        maps.clear(expected(whole, passes.last()));
        new Motion(device, technique, whole.outline(), glide).run(new SplitMix(whole.seed()), maps, pass -> {
            if (passes.contains(pass)) {
                double perMm2 = device.densityPerMm2(technique.withPasses(pass), glide);
                surfaces.put(pass, Simulation.surface(device, perMm2, maps));
            }
        });
    }
}
