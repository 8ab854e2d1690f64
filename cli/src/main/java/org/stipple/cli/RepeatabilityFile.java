package org.stipple.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.stipple.imaging.Metric;
import org.stipple.imaging.Repeatability;
import org.stipple.imaging.SkinTone;
import org.stipple.imaging.TestRetest;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// What `stipple repeatability` writes and `stipple measure --repeatability` reads: by how much readings of
/// unchanged skin differ. See `docs/data/repeatability.md`.
record RepeatabilityFile(InputFile file) {

    private static final Set<String> FIELDS = Set.of(
            "metric",
            "unit",
            "tone",
            "subjects",
            "photos",
            "icc21",
            "icc21Low",
            "icc21High",
            "sem",
            "sdc95",
            "cvPercent");

    private static final double MOST = 1e6;

    /// Four digits that count stand in the file: what differs by less is the same.
    private static final double ROUNDING = 1e-3;

    /// Those of the file, none below what a clinic's own limit may be.
    ///
    /// @param says is told which of them were raised
    Repeatability limits(Consumer<String> says) {
        var limits = new EnumMap<Metric, Map<SkinTone, Double>>(Metric.class);
        for (Field field : Field.root(file.document("--repeatability"))
                .mapping(Set.of("metrics"))
                .required("metrics")
                .items()) {
            field.mapping(FIELDS);
            Field named = field.required("metric");
            Metric metric = named.word(RepeatabilityFile::metric, ids());
            SkinTone tone = field.required("tone").word(SkinTone::find, tones());
            double sdc95 = field.required("sdc95").number(0, MOST);
            if (!(sdc95 > 0)) {
                throw field.required("sdc95").refused("more than 0");
            }
            raised(metric, tone, sdc95).ifPresent(words -> says.accept(file.path() + ": " + words));
            Map<SkinTone, Double> byTone = limits.computeIfAbsent(metric, _ -> new EnumMap<>(SkinTone.class));
            if (byTone.put(tone, sdc95) != null) {
                throw named.refused("each metric once for each tone");
            }
        }
        return Repeatability.of(limits);
    }

    /// By what it judges: itself, or the least that a clinic's own limit may be.
    static double judging(Metric metric, SkinTone tone, double sdc95) {
        return Math.max(sdc95, Repeatability.least(metric, tone));
    }

    /// That a limit is raised; empty where it stands as it is.
    static Optional<String> raised(Metric metric, SkinTone tone, double sdc95) {
        double least = judging(metric, tone, sdc95);
        return least > sdc95 + ROUNDING * least
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "the limit of %s on %s skin was %.4g, raised to %.4g, half of that of synthetic skin: photos"
                                + " that differ by less were not taken anew",
                        metric.id(),
                        tone.id(),
                        sdc95,
                        least))
                : Optional.empty();
    }

    private static Optional<Metric> metric(String id) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.id().equals(id))
                .findFirst();
    }

    private static List<String> ids() {
        return Arrays.stream(Metric.values()).map(Metric::id).toList();
    }

    private static List<String> tones() {
        return Arrays.stream(SkinTone.values()).map(SkinTone::id).toList();
    }

    static Document of(Map<Metric, Map<SkinTone, TestRetest>> found) {
        var rows = new ArrayList<Document>();
        found.forEach((metric, byTone) -> byTone.forEach((tone, spread) -> rows.add(row(metric, tone, spread))));
        return Document.mapping().with("metrics", Document.listing(rows));
    }

    private static Document row(Metric metric, SkinTone tone, TestRetest spread) {
        return Document.mapping()
                .with("metric", Document.of(metric.id()))
                .with("unit", Document.of(metric.unit()))
                .with("tone", Document.of(tone.id()))
                .with("subjects", Document.of(spread.subjects()))
                .with("photos", Document.of(spread.photos()))
                .with("icc21", MeasureAnswer.rounded(spread.icc()))
                .with("icc21Low", MeasureAnswer.rounded(spread.iccLow()))
                .with("icc21High", MeasureAnswer.rounded(spread.iccHigh()))
                .with("sem", MeasureAnswer.rounded(spread.sem()))
                .with("sdc95", MeasureAnswer.rounded(judging(metric, tone, spread.sdc95())))
                .with("cvPercent", MeasureAnswer.rounded(spread.cvPercent()));
    }
}
