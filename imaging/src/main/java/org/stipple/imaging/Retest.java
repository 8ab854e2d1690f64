package org.stipple.imaging;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Readings of one piece of unchanged skin from several photos of it.
///
/// Each further photo is compared with the first, so all read the same skin; the first one's reading is the
/// mean of what it says in those comparisons.
///
/// @param tone of the skin
/// @param readings of each metric, one for each photo in order; a metric that any photo could not read is absent
/// @param refused why each metric that is absent could not be read, of the first photo that could not
public record Retest(SkinTone tone, Map<Metric, List<Double>> readings, Map<Metric, String> refused) {

    public Retest {
        readings = readings.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
        refused = Map.copyOf(refused);
    }

    /// One for each zone.
    ///
    /// @param photos of the same skin, two at least
    /// @param setting with zones in pixels of the first photo
    /// @throws IllegalArgumentException for fewer than two photos
    public static List<Retest> of(List<Photo> photos, PhotoSetting setting) {
        if (photos.size() < 2) {
            throw new IllegalArgumentException("test-retest needs 2 photos, had " + photos.size());
        }
        Photo first = photos.getFirst();
        var pairs = photos.stream()
                .skip(1)
                .map(photo -> Measurement.of(first, photo, setting).zones())
                .toList();
        var retests = new ArrayList<Retest>();
        for (int zone = 0; zone < pairs.getFirst().size(); zone++) {
            Outline outline = setting.zones().isEmpty()
                    ? Outline.whole(first)
                    : setting.zones().get(zone).outline();
            var colour = ZoneColour.of(first, Region.of(outline, first.width(), first.height()));
            var readings = new EnumMap<Metric, List<Double>>(Metric.class);
            var refused = new EnumMap<Metric, String>(Metric.class);
            for (Metric metric : Metric.values()) {
                int here = zone;
                List<Reading> read = pairs.stream()
                        .map(pair -> pair.get(here).readings().get(metric.ordinal()))
                        .toList();
                why(read).ifPresentOrElse(why -> refused.put(metric, why), () -> readings.put(metric, values(read)));
            }
            retests.add(new Retest(SkinTone.of(colour), readings, refused));
        }
        return retests;
    }

    private static Optional<String> why(List<Reading> pairs) {
        return pairs.stream()
                .flatMap(reading -> switch (reading) {
                    case Reading.NotMeasurable none -> Stream.of(none.why());
                    case Reading.Measured _ -> Stream.of("it was read from one of two photos alone");
                    case Reading.Compared _ -> Stream.empty();
                })
                .findFirst();
    }

    private static List<Double> values(List<Reading> pairs) {
        var values = new ArrayList<Double>();
        double first = 0;
        for (Reading reading : pairs) {
            if (reading instanceof Reading.Compared compared) {
                first += compared.before() / pairs.size();
                values.add(compared.after());
            }
        }
        values.addFirst(first);
        return values;
    }

    /// What all of them say of each metric on each tone, where there are pieces of skin enough
    /// ([TestRetest#LEAST_SUBJECTS]) and their readings differ at all. Of photos, as many count as every piece
    /// has.
    public static Map<Metric, Map<SkinTone, TestRetest>> analysed(List<Retest> retests) {
        var found = new EnumMap<Metric, Map<SkinTone, TestRetest>>(Metric.class);
        for (Metric metric : Metric.values()) {
            for (SkinTone tone : SkinTone.values()) {
                List<List<Double>> rows = retests.stream()
                        .filter(retest -> retest.tone == tone && retest.readings.containsKey(metric))
                        .map(retest -> retest.readings.getOrDefault(metric, List.of()))
                        .toList();
                if (rows.size() >= TestRetest.LEAST_SUBJECTS) {
                    int photos = rows.stream().mapToInt(List::size).min().orElseThrow();
                    var spread = TestRetest.of(rows.stream()
                            .map(row -> row.stream()
                                    .limit(photos)
                                    .mapToDouble(Double::doubleValue)
                                    .toArray())
                            .toArray(double[][]::new));
                    if (spread.sem() > 0) {
                        found.computeIfAbsent(metric, _ -> new EnumMap<>(SkinTone.class))
                                .put(tone, spread);
                    }
                }
            }
        }
        return found;
    }
}
