package org.stipple.clinic.outcome.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stipple.clinic.outcome.MeasuredPair;
import org.stipple.clinic.outcome.StoredReading;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.Plot;
import org.stipple.clinic.web.look.Plot.PlotPoint;
import org.stipple.imaging.MeasurementWords;

/// How each metric changed since one photo: every later photo that was compared with it. What is drawn is the
/// change, because each pair reads the skin that both of its photos show, and its error is the limit of
/// detection, `sdc95`: a change whose error reaches zero cannot be told from none.
final class OverTime {

    private OverTime() {}

    /// @param all pairs of the person, in any order; of two of the same photos the later measured counts
    /// @param takenOn when a photo was taken
    static List<Plot> since(UUID baseline, List<MeasuredPair> all, Function<UUID, LocalDate> takenOn) {
        return since(baseline, all, takenOn, _ -> true);
    }

    /// The same of some metrics.
    ///
    /// @param shown by the metric's identifier
    static List<Plot> since(
            UUID baseline, List<MeasuredPair> all, Function<UUID, LocalDate> takenOn, Predicate<String> shown) {
        var byDay = new TreeMap<LocalDate, MeasuredPair>();
        all.stream()
                .filter(pair -> pair.baseline().equals(baseline))
                .sorted(java.util.Comparator.comparing(MeasuredPair::at))
                .forEach(pair -> pair.followup().map(takenOn).ifPresent(day -> byDay.put(day, pair)));
        LocalDate first = takenOn.apply(baseline);
        Map<String, List<Change>> byMetric = new LinkedHashMap<>();
        byDay.forEach((day, pair) -> pair.readings().stream()
                .filter(reading -> shown.test(reading.metric()))
                .flatMap(reading -> Change.of(day, reading))
                .forEach(change -> byMetric.computeIfAbsent(
                                change.zone() + " " + change.metric(), _ -> new ArrayList<>())
                        .add(change)));
        return byMetric.values().stream()
                .map(changes -> plot(first, changes, zones(byMetric) > 1))
                .toList();
    }

    private static long zones(Map<String, List<Change>> byMetric) {
        return byMetric.values().stream()
                .map(changes -> changes.getFirst().zone())
                .distinct()
                .count();
    }

    private record Change(LocalDate day, String zone, String metric, String unit, BigDecimal by, BigDecimal sdc95) {

        static Stream<Change> of(LocalDate day, StoredReading reading) {
            Optional<BigDecimal> by =
                    reading.after().flatMap(after -> reading.before().map(after::subtract));
            return by
                    .flatMap(change -> reading.sdc95()
                            .map(sdc95 ->
                                    new Change(day, reading.zone(), reading.metric(), reading.unit(), change, sdc95)))
                    .stream();
        }
    }

    private static Plot plot(LocalDate first, List<Change> changes, boolean named) {
        var points = new ArrayList<PlotPoint>();
        points.add(new PlotPoint(0, Days.full(first), 0, 0, "baseline"));
        for (Change change : changes) {
            points.add(new PlotPoint(
                    ChronoUnit.DAYS.between(first, change.day()),
                    Days.full(change.day()),
                    change.by().doubleValue(),
                    change.sdc95().doubleValue(),
                    ReadingLooks.signed(change.by()) + " ± " + ReadingLooks.number(change.sdc95())));
        }
        Change last = changes.getLast();
        double limit = last.sdc95().doubleValue();
        return new Plot(
                ReadingLooks.words(last.metric()) + (named ? ", " + MeasurementWords.zone(last.zone()) : "")
                        + ": change since the baseline",
                MeasurementWords.unit(last.unit()),
                points,
                -limit,
                limit);
    }
}
