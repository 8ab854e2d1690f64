package org.stipple.clinic.outcome.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stipple.clinic.outcome.ChangeInterval;
import org.stipple.clinic.outcome.MeasuredPair;
import org.stipple.clinic.outcome.StoredReading;
import org.stipple.clinic.outcome.web.AboutCourse.About;
import org.stipple.clinic.outcome.web.OutcomeViews.Refused;
import org.stipple.clinic.outcome.web.ResultViews.Change;
import org.stipple.clinic.outcome.web.ResultViews.ZoneChanges;
import org.stipple.clinic.web.Sentence;
import org.stipple.clinic.web.look.MapView;
import org.stipple.clinic.web.look.Maps;
import org.stipple.clinic.web.look.ReadingView.Outcome;
import org.stipple.clinic.web.look.ZoneMark;
import org.stipple.clinic.web.look.ZoneShape;
import org.stipple.imaging.ChangeBar;
import org.stipple.imaging.MeasurementWords;
import org.stipple.protocol.outline.BodyView;
import org.stipple.protocol.outline.ZoneOutlines;
import org.stipple.quantities.ZoneId;

/// How the change of each zone looks: with its interval, beside what could be detected, and what it means in
/// words.
final class ZoneLooks {

    /// More than two maps of one body nobody compares.
    private static final int MOST_MAPS = 2;

    private ZoneLooks() {}

    static List<ZoneChanges> of(MeasuredPair pair, About about) {
        Map<String, List<StoredReading>> byZone = pair.readings().stream()
                .collect(Collectors.groupingBy(StoredReading::zone, LinkedHashMap::new, Collectors.toList()));
        return byZone.entrySet().stream()
                .map(zone -> new ZoneChanges(
                        capital(MeasurementWords.zone(zone.getKey())),
                        changes(zone.getValue(), about),
                        refused(zone.getValue())))
                .toList();
    }

    private static List<Change> changes(List<StoredReading> readings, About about) {
        return readings.stream()
                .sorted(Comparator.comparing(reading -> !about.isAbout(reading.metric())))
                .flatMap(reading ->
                        ChangeInterval.of(reading)
                                .map(interval -> change(reading, interval, about.isAbout(reading.metric())))
                                .stream())
                .toList();
    }

    static Change change(StoredReading reading, ChangeInterval interval, boolean about) {
        Outcome outcome = ReadingLooks.outcome(reading);
        double change = interval.change().doubleValue();
        double limit = interval.limit().doubleValue();
        return new Change(
                ReadingLooks.words(reading.metric()),
                MeasurementWords.unit(reading.unit()),
                ChangeBar.svg(change, limit),
                ReadingLooks.signed(interval.change()),
                ReadingLooks.number(interval.low()) + " to " + ReadingLooks.number(interval.high()),
                ReadingLooks.number(interval.limit()),
                change / limit,
                outcome,
                verdict(outcome),
                about);
    }

    static String verdict(Outcome outcome) {
        return switch (outcome) {
            case IMPROVED -> "improved";
            case WORSE -> "worse";
            case SAME -> "no change that can be told";
            case NEITHER -> "changed, and neither direction is better";
            case NOT_MEASURABLE -> "not measurable";
            case BASELINE -> "nothing to compare with yet";
        };
    }

    private static List<Refused> refused(List<StoredReading> readings) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        readings.stream()
                .filter(reading -> ReadingLooks.outcome(reading) == Outcome.NOT_MEASURABLE)
                .forEach(reading -> byReason.computeIfAbsent(reading.why().orElse(""), _ -> new ArrayList<>())
                        .add(ReadingLooks.plain(reading.metric())));
        return byReason.entrySet().stream()
                .map(each -> new Refused(capital(String.join(", ", each.getValue())), each.getKey()))
                .toList();
    }

    /// What could not be measured, by reason, with how many zones it concerns.
    static List<String> notMeasured(MeasuredPair pair) {
        Map<String, List<StoredReading>> byReason = pair.readings().stream()
                .filter(reading -> ReadingLooks.outcome(reading) == Outcome.NOT_MEASURABLE)
                .collect(Collectors.groupingBy(
                        reading -> reading.why().orElse("no reason was kept"),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byReason.entrySet().stream()
                .map(each -> capital(each.getValue().stream()
                                .map(reading -> ReadingLooks.plain(reading.metric()))
                                .distinct()
                                .collect(Collectors.joining(", ")))
                        + " ("
                        + each.getValue().stream()
                                .map(reading -> MeasurementWords.zone(reading.zone()))
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + "): " + each.getKey())
                .toList();
    }

    /// The change of what the course is about, on a map each: a word on each zone that was read, beside its
    /// colour. A patch of skin stands on no map.
    static List<MapView> maps(MeasuredPair pair, About about, ZoneOutlines outlines) {
        return pair.readings().stream()
                .map(StoredReading::metric)
                .distinct()
                .filter(about::isAbout)
                .limit(MOST_MAPS)
                .flatMap(metric -> map(pair, metric, outlines))
                .toList();
    }

    private static Stream<MapView> map(MeasuredPair pair, String metric, ZoneOutlines outlines) {
        var marks = new EnumMap<ZoneId, ZoneMark>(ZoneId.class);
        pair.readings().stream()
                .filter(reading -> reading.metric().equals(metric))
                .forEach(reading -> ZoneId.find(reading.zone()).ifPresent(zone -> marks.put(zone, mark(reading))));
        return Stream.of(BodyView.FACE_FRONT, BodyView.BODY_FRONT, BodyView.BODY_BACK)
                .map(outlines::drawing)
                .filter(drawing -> marks.keySet().stream()
                        .anyMatch(zone -> drawing.zone(zone).isPresent()))
                .limit(1)
                .map(drawing -> Maps.of(
                        drawing,
                        "change-" + metric,
                        drawing.view().words() + ": change of " + ReadingLooks.plain(metric),
                        marks,
                        ZoneShape.State.OFF,
                        Optional.empty()));
    }

    private static ZoneMark mark(StoredReading reading) {
        Outcome outcome = ReadingLooks.outcome(reading);
        String spoken = verdict(outcome) + reading.why().map(why -> ": " + why).orElse("");
        return switch (outcome) {
            case IMPROVED -> mark(ZoneShape.State.IMPROVED, "better", spoken);
            case WORSE -> mark(ZoneShape.State.WORSE, "worse", spoken);
            case SAME, NEITHER, BASELINE -> mark(ZoneShape.State.SAME, "=", spoken);
            case NOT_MEASURABLE -> mark(ZoneShape.State.NOT_MEASURABLE, "?", spoken);
        };
    }

    private static ZoneMark mark(ZoneShape.State state, String words, String spoken) {
        return new ZoneMark(state, OptionalDouble.empty(), words, spoken, "", 0);
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Sentence.beginning(words);
    }
}
