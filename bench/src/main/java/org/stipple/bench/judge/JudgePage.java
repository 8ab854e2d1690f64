package org.stipple.bench.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stipple.phantom.SeedRange;
import org.stipple.quantities.SkinType;

/// Writes down what a run gave: target, measured, reached, by skin type.
record JudgePage(Scores scores, SeedRange seeds, int people, String on, String machine) {

    /// What VISIA repeats within (imaging reference, section 1), in per cent.
    private static final Map<String, Double> VARIATION = Map.of(
            "wrinkle-density", 3.4,
            "pore-density", 3.0,
            "pore-area", 3.0,
            "erythema-index", 3.0,
            "roughness", 2.0,
            "spot-area", 2.0,
            "melanin-index", 2.0);

    private static final double ICC = 0.9;

    String text() {
        var page = new StringBuilder("# imaging, " + on + "\n\n" + machine + ".\n\n")
                .append("What `stipple measure` reads from photos of synthetic skin whose truth is known: ")
                .append(people + " people of each skin type, seeds `" + seeds + "`, and 40 tags. ")
                .append("The photos are JPEGs of 1300 x 900 pixels of 0.04 mm. Synthetic skin is no skin: ")
                .append("nothing here says how well people are read.\n\n");
        targets(page);
        repeats(page);
        byMetric(page);
        missing(page);
        return page.toString();
    }

    private void targets(StringBuilder page) {
        page.append("| | target | measured | reached |");
        for (SkinType type : SkinType.values()) {
            page.append(' ').append(type).append(" |");
        }
        page.append("\n|---|--:|--:|---|--:|--:|--:|--:|--:|--:|\n");
        for (Target target : Target.values()) {
            List<Double> all = scores.of(target);
            page.append("| " + target.words() + " | " + target.limit() + " | ");
            if (all.isEmpty()) {
                page.append("not measured | no |");
            } else {
                double mean = Scores.mean(all);
                page.append(Figures.text(mean) + " (n = " + all.size() + ") | "
                        + (target.isReached(mean) ? "yes" : "**no**") + " |");
            }
            for (SkinType type : SkinType.values()) {
                List<Double> own = scores.of(target, type);
                page.append(' ')
                        .append(own.isEmpty() ? "–" : Figures.text(Scores.mean(own)))
                        .append(" |");
            }
            page.append('\n');
        }
    }

    private void repeats(StringBuilder page) {
        page.append(
                        "\nThree photos of each unchanged person. CV: standard deviation within a person in per cent of the ")
                .append("mean; targets are what VISIA repeats within on people, and only indicative.\n\n")
                .append("| metric | people | CV % | target | reached | ICC(2,1) | 95 % interval | ≥ 0.9 |\n")
                .append("|---|--:|--:|--:|---|--:|--:|---|\n");
        scores.repeats().forEach((metric, rows) -> {
            if (rows.size() < 2) {
                return;
            }
            var agreement = Agreement.of(rows.toArray(new double[0][]));
            double variation = agreement.variationPercent();
            page.append("| " + metric + " | " + rows.size() + " | " + Figures.text(variation) + " | ");
            if (VARIATION.containsKey(metric)) {
                double limit = VARIATION.get(metric);
                page.append("≤ " + Figures.text(limit) + " | " + (variation <= limit ? "yes" : "**no**") + " | ");
            } else {
                page.append(" | | ");
            }
            page.append(Figures.text(agreement.icc()) + " | " + Figures.text(agreement.low()) + " to "
                    + Figures.text(agreement.high()) + " | " + (agreement.icc() >= ICC ? "yes" : "**no**") + " |\n");
        });
    }

    private void byMetric(StringBuilder page) {
        page.append("\n| metric | unchanged said changed, % | n | fifth less found, % | n |\n|---|--:|--:|--:|--:|\n");
        for (String metric : scores.repeats().keySet()) {
            page.append("| " + metric + " |" + cells(scores.verdicts(Target.FALSE_CHANGE, metric))
                    + cells(scores.verdicts(Target.FOUND_CHANGE, metric)) + "\n");
        }
    }

    private static String cells(List<Double> verdicts) {
        return verdicts.isEmpty()
                ? " – | 0 |"
                : " " + Figures.text(Scores.mean(verdicts)) + " | " + verdicts.size() + " |";
    }

    private void missing(StringBuilder page) {
        var lines = new ArrayList<String>();
        for (Target target : Target.values()) {
            var reasons = new TreeMap<>(scores.missing(target));
            if (!reasons.isEmpty()) {
                lines.add("- " + target.words() + ": "
                        + reasons.entrySet().stream()
                                .map(entry -> entry.getValue() + " x " + shortened(entry.getKey()))
                                .collect(Collectors.joining("; ")));
            }
        }
        if (!lines.isEmpty()) {
            page.append("\nNot measured, and why:\n\n")
                    .append(String.join("\n", lines))
                    .append('\n');
        }
    }

    private static String shortened(String why) {
        return why.length() > 160 ? why.substring(0, 160) + "…" : why;
    }
}
