package org.stipple.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.Figures;

/// The figures of a dose as rows of a report: name, value with unit, range.
final class DoseFigures {

    static final List<String> HEADS = List.of("figure", "value", "range (see uncertainty under Assumed)");

    private static final int DIGITS = 4;

    /// Design: below it, nothing that a page need tell apart.
    private static final double LEAST = 0.001;

    private final Field dose;
    private final List<List<String>> rows = new ArrayList<>();

    private DoseFigures(Field dose) {
        this.dose = dose;
    }

    /// @param dose as `stipple dose` and each planned zone give it
    static List<List<String>> of(Document dose) {
        var figures = new DoseFigures(Field.root(dose));
        figures.row("density, mean", 1, "/cm²", "density", "mean");
        figures.row("95 % of the area gets at least", 1, "/cm²", "density", "n95");
        figures.row("50 % of the area gets at least", 1, "/cm²", "density", "n50");
        figures.row("5 % of the area gets at least", 1, "/cm²", "density", "n5");
        figures.row("variation between 2 mm cells", 100, "%", "density", "cv");
        figures.row("coverage of the surface (upper bound)", 100, "%", "coverage", "monteCarlo");
        figures.row("duplicates", 100, "%", "duplicates", "monteCarlo");
        figures.row("reach the dermis", 100, "%", "reachingDermis");
        figures.row("go through the dermis", 100, "%", "beyondDermis");
        figures.row("injured volume", 1, "mm³/cm²", "injuredVolumeMm3PerCm2");
        figures.row("punctures", 1, "", "punctures");
        figures.row("time on the skin", 1, "s", "seconds");
        return figures.rows;
    }

    private void row(String name, double factor, String unit, String... path) {
        rows.add(List.of(
                name,
                at(dose, path).map(value -> text(value, factor, unit)).orElse("–"),
                at(dose, below("min", path))
                        .flatMap(min -> at(dose, below("max", path))
                                .map(max -> text(min, factor, "") + " to " + text(max, factor, unit)))
                        .orElse("not known")));
    }

    private static String[] below(String end, String... path) {
        var all = new ArrayList<String>();
        all.add("uncertainty");
        all.addAll(List.of(path));
        all.add(end);
        return all.toArray(String[]::new);
    }

    private static Optional<Double> at(Field from, String... path) {
        Optional<Field> place = Optional.of(from);
        for (String name : path) {
            place = place.flatMap(field -> field.optional(name));
        }
        return place.map(field -> field.number(-1e300, 1e300));
    }

    private static String text(double value, double factor, String unit) {
        return (number(factor * value) + " " + unit).strip();
    }

    /// Four digits, and of next to nothing no more than that it is.
    static String number(double value) {
        return value > 0 && value < LEAST ? "under " + Figures.text(LEAST) : Figures.text(value, DIGITS);
    }
}
