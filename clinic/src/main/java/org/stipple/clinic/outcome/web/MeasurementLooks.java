package org.stipple.clinic.outcome.web;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stipple.clinic.outcome.Conditions.JudgedGate;
import org.stipple.clinic.outcome.MeasuredPair;
import org.stipple.clinic.outcome.StoredPicture;
import org.stipple.clinic.outcome.StoredReading;
import org.stipple.clinic.outcome.web.AboutCourse.About;
import org.stipple.clinic.outcome.web.OutcomeViews.ChangeMapView;
import org.stipple.clinic.outcome.web.OutcomeViews.ChangeRow;
import org.stipple.clinic.outcome.web.OutcomeViews.HowView;
import org.stipple.clinic.outcome.web.OutcomeViews.InShort;
import org.stipple.clinic.outcome.web.OutcomeViews.Meaning;
import org.stipple.clinic.outcome.web.OutcomeViews.Refused;
import org.stipple.clinic.outcome.web.OutcomeViews.ZoneView;
import org.stipple.clinic.web.Sentence;
import org.stipple.clinic.web.look.ReadingView.Outcome;
import org.stipple.imaging.ChangeBar;
import org.stipple.imaging.ChangeMap;
import org.stipple.imaging.Gate;
import org.stipple.imaging.MeasurementWords;

/// How a measurement looks: zone by zone, what the course is about first, what could not be read behind it.
final class MeasurementLooks {

    private MeasurementLooks() {}

    /// What came of a comparison, in one look; nothing of one photo.
    static List<InShort> inShort(MeasuredPair pair) {
        if (pair.followup().isEmpty()) {
            return List.of();
        }
        boolean several = zones(pair) > 1;
        Map<Outcome, List<String>> named = new LinkedHashMap<>();
        for (Outcome outcome : List.of(Outcome.IMPROVED, Outcome.WORSE, Outcome.NEITHER, Outcome.SAME)) {
            named.put(outcome, new ArrayList<>());
        }
        pair.readings()
                .forEach(reading -> Optional.ofNullable(named.get(ReadingLooks.outcome(reading)))
                        .ifPresent(names -> names.add(ReadingLooks.plain(reading.metric())
                                + (several ? " (" + MeasurementWords.zone(reading.zone()) + ")" : ""))));
        var lines = new ArrayList<InShort>();
        named.forEach((outcome, names) -> {
            if (outcome != Outcome.NEITHER || !names.isEmpty()) {
                lines.add(new InShort(outcome, outcome.words(), names.isEmpty() ? "none" : shortened(names)));
            }
        });
        lines.add(new InShort(Outcome.NOT_MEASURABLE, Outcome.NOT_MEASURABLE.words(), refused(pair)));
        return lines;
    }

    /// A face has thirteen zones of twelve metrics: more than some names are a number.
    private static String shortened(List<String> names) {
        return names.size() <= 6 ? String.join(", ", names) : names.size() + " readings";
    }

    private static String refused(MeasuredPair pair) {
        long refused = pair.readings().stream()
                .filter(reading -> ReadingLooks.outcome(reading) == Outcome.NOT_MEASURABLE)
                .count();
        return refused == 0
                ? "none"
                : refused + " of " + pair.readings().size() + " readings; the reasons stand with each zone";
    }

    private static long zones(MeasuredPair pair) {
        return pair.readings().stream().map(StoredReading::zone).distinct().count();
    }

    static List<ZoneView> zones(MeasuredPair pair, About about) {
        Map<String, List<StoredReading>> byZone = pair.readings().stream()
                .collect(Collectors.groupingBy(StoredReading::zone, LinkedHashMap::new, Collectors.toList()));
        return byZone.entrySet().stream()
                .map(each -> zone(each.getKey(), each.getValue(), about, byZone.size() == 1))
                .toList();
    }

    private static ZoneView zone(String id, List<StoredReading> readings, About about, boolean alone) {
        var measured = readings.stream()
                .filter(reading -> ReadingLooks.outcome(reading) != Outcome.NOT_MEASURABLE)
                .sorted(Comparator.comparing(reading -> !about.isAbout(reading.metric())))
                .toList();
        Map<String, List<String>> refused = new LinkedHashMap<>();
        readings.stream()
                .filter(reading -> ReadingLooks.outcome(reading) == Outcome.NOT_MEASURABLE)
                .sorted(Comparator.comparing(reading -> !about.isAbout(reading.metric())))
                .forEach(reading -> refused.computeIfAbsent(reading.why().orElse(""), _ -> new ArrayList<>())
                        .add(ReadingLooks.plain(reading.metric())));
        String words = MeasurementWords.zone(id);
        return new ZoneView(
                Sentence.beginning(words),
                alone,
                measured.stream()
                        .filter(reading -> about.isAbout(reading.metric()))
                        .map(ReadingLooks::view)
                        .toList(),
                measured.stream()
                        .map(reading -> row(reading, about.isAbout(reading.metric())))
                        .toList(),
                refused.entrySet().stream()
                        .map(each -> new Refused(Sentence.beginning(String.join(", ", each.getValue())), each.getKey()))
                        .toList());
    }

    private static ChangeRow row(StoredReading reading, boolean isAbout) {
        var bar = reading.after()
                .flatMap(after -> reading.before().map(after::subtract))
                .flatMap(change ->
                        reading.sdc95().map(limit -> ChangeBar.svg(change.doubleValue(), limit.doubleValue())));
        return new ChangeRow(ReadingLooks.view(reading), bar.orElse(""), isAbout);
    }

    /// @param base address of the pictures
    static List<ChangeMapView> maps(MeasuredPair pair, About about, String base) {
        return pair.pictures().stream()
                .filter(StoredPicture::isMap)
                .sorted(Comparator.<StoredPicture, Boolean>comparing(map -> !about.isAbout(map.metric()))
                        .thenComparing(map -> !changed(pair, map)))
                .map(map -> map(pair, map, base))
                .toList();
    }

    private static boolean changed(MeasuredPair pair, StoredPicture map) {
        return outcomes(pair, map).stream().anyMatch(outcome -> outcome != Outcome.SAME);
    }

    private static List<Outcome> outcomes(MeasuredPair pair, StoredPicture map) {
        return pair.readings().stream()
                .filter(reading -> reading.metric().equals(map.metric()))
                .map(ReadingLooks::outcome)
                .filter(outcome -> outcome != Outcome.NOT_MEASURABLE && outcome != Outcome.BASELINE)
                .toList();
    }

    private static ChangeMapView map(MeasuredPair pair, StoredPicture map, String base) {
        String title = Sentence.beginning(map.name().replace('-', ' '));
        var shades = map.shades().stream()
                .map(shade -> new ChangeMapView.Shade(
                        shade.words(),
                        shade.colour(),
                        shade.percent().setScale(0, RoundingMode.HALF_EVEN).toPlainString() + " %"))
                .toList();
        return new ChangeMapView(
                title,
                title + ": "
                        + shades.stream()
                                .map(shade -> shade.words() + " " + shade.percent())
                                .collect(Collectors.joining(", ")),
                base + StoredPicture.BEFORE,
                base + map.name(),
                map.widthPx(),
                map.heightPx(),
                shades,
                verdict(pair, map));
    }

    /// What the readings of a map say, in how many zones.
    private static String verdict(MeasuredPair pair, StoredPicture map) {
        List<Outcome> outcomes = outcomes(pair, map);
        String said = Arrays.stream(Outcome.values())
                .filter(outcomes::contains)
                .map(outcome -> outcome.words().toLowerCase(Locale.ROOT)
                        + (outcomes.size() > 1
                                ? " in "
                                        + outcomes.stream()
                                                .filter(outcome::equals)
                                                .count() + " of " + outcomes.size() + " zones"
                                : ""))
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? "" : ReadingLooks.words(map.metric()) + ": " + said;
    }

    /// What has no map, because nothing was found or it could not be looked for.
    static String without(MeasuredPair pair) {
        return pair.pictures().isEmpty()
                ? ""
                : Arrays.stream(ChangeMap.Of.values())
                        .filter(of ->
                                of != ChangeMap.Of.REDNESS || pair.followup().isPresent())
                        .filter(of -> pair.picture(of.id()).isEmpty())
                        .map(ChangeMap.Of::words)
                        .collect(Collectors.joining(", "));
    }

    static Optional<HowView> how(MeasuredPair pair) {
        return pair.conditions().map(found -> {
            long failed = found.gates().stream().filter(gate -> !gate.passed()).count();
            return new HowView(
                    failed == 0
                            ? "all " + found.gates().size() + " gates passed"
                            : failed + " of " + found.gates().size() + " gates not passed",
                    found.scale(),
                    found.colour(),
                    found.registration().orElse(""),
                    found.gates().stream()
                            .sorted(Comparator.comparing(JudgedGate::passed))
                            .toList(),
                    meanings(found.gates()));
        });
    }

    /// Gates are kept in words: those of an older version that are not known any more go without.
    private static List<Meaning> meanings(List<JudgedGate> gates) {
        return Arrays.stream(Gate.Kind.values())
                .filter(kind -> gates.stream().anyMatch(gate -> gate.what().equals(MeasurementWords.of(kind))))
                .map(kind -> new Meaning(
                        Sentence.beginning(MeasurementWords.of(kind)), MeasurementWords.meaning(kind) + "."))
                .toList();
    }
}
