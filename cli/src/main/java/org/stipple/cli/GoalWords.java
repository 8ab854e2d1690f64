package org.stipple.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stipple.dose.Pace;
import org.stipple.dose.picture.SettingsPicture;
import org.stipple.dose.settings.SessionAnswer;
import org.stipple.dose.settings.Setting;
import org.stipple.dose.settings.SettingsAnswer;
import org.stipple.protocol.document.Figures;
import org.stipple.quantities.ZoneId;

/// What a search found, for people: lines behind the table of a dose, and chapters of its report.
final class GoalWords {

    private static final List<String> HEADS = List.of(
            "set",
            "passes in directions",
            "seconds",
            "under-dose, worst",
            "over-dose, worst",
            "density",
            "coverage",
            "duplicates",
            "caution");

    /// Design: as many as anybody reads; all stand in the JSON.
    private static final int MOST_COMBINATIONS = 12;

    private final GoalInput.Asked asked;
    private final SessionAnswer answer;

    GoalWords(GoalInput.Asked asked, SessionAnswer answer) {
        this.asked = asked;
        this.answer = answer;
    }

    String text() {
        var out = new StringBuilder();
        for (int i = 0; i < answer.zones().size(); i++) {
            out.append('\n').append(title(i)).append('\n');
            switch (answer.zones().get(i)) {
                case SettingsAnswer.Found(var settings) -> {
                    out.append("  ").append(String.join("; ", HEADS)).append('\n');
                    rows(settings)
                            .forEach(row -> out.append("  ")
                                    .append(String.join("; ", row))
                                    .append('\n'));
                }
                case SettingsAnswer.Infeasible infeasible ->
                    out.append("  ").append(why(infeasible)).append('\n');
            }
        }
        session().forEach(line -> out.append(line).append('\n'));
        asked.defaults().forEach(each -> out.append("- ").append(each).append('\n'));
        return out.toString();
    }

    void addTo(ReportPage page) {
        for (int i = 0; i < answer.zones().size(); i++) {
            page.heading(title(i));
            switch (answer.zones().get(i)) {
                case SettingsAnswer.Found found ->
                    page.svg(SettingsPicture.svg(found))
                            .paragraph("Each dot is a setting that no other beats; the larger, the longer it takes."
                                    + " Worst: over penetration, speed ± 30 % and contact 60 to 100 %.")
                            .table(HEADS, rows(found.settings()));
                case SettingsAnswer.Infeasible infeasible -> page.paragraph(why(infeasible));
            }
        }
        session().forEach(page::paragraph);
        page.list(asked.defaults());
    }

    private String title(int i) {
        var question = asked.session().zones().get(i);
        return "Settings near " + Figures.text(question.goal().density().perSquareCentimetre(), 4) + " /cm² and "
                + question.goal().depth()
                + asked.zones()
                        .get(i)
                        .map(ZoneId::words)
                        .map(name -> ", " + name)
                        .orElse("");
    }

    private static List<List<String>> rows(List<Setting> settings) {
        var rows = new ArrayList<List<String>>();
        for (var each : settings) {
            var technique = each.technique();
            String glide = switch (each.pace()) {
                case Pace.Motorised _ -> " at " + technique.glide();
                case Pace.ByHand() -> "";
            };
            String seconds = switch (each.pace()) {
                case Pace.Motorised motorised -> Figures.text(motorised.seconds(), 3);
                case Pace.ByHand() -> "by hand";
            };
            rows.add(List.of(
                    technique.depth() + glide,
                    technique.passes() + " in " + technique.directions(),
                    seconds,
                    percent(each.worst().under()),
                    percent(each.worst().over()),
                    Figures.text(each.surface().density().mean().perSquareCentimetre(), 4) + " /cm²",
                    percent(each.surface().coverage().monteCarlo().value()),
                    percent(each.surface().duplicates().monteCarlo().value()),
                    each.cautions().stream().map(GoalAnswer::id).collect(Collectors.joining(", "))));
        }
        return rows;
    }

    private static String why(SettingsAnswer.Infeasible infeasible) {
        return "No setting fits. In the way stand: "
                + infeasible.unless().stream()
                        .map(bounds -> bounds.stream().map(GoalAnswer::words).collect(Collectors.joining(" and ")))
                        .collect(Collectors.joining(", or "))
                + ".";
    }

    private List<String> session() {
        var lines = new ArrayList<String>();
        switch (answer) {
            case SessionAnswer.Found found -> {
                var combinations = found.combinations();
                if (answer.zones().size() > 1 || asked.session().time().isPresent()) {
                    lines.add("Together: " + combinations.size() + " combinations that no other beats"
                            + asked.session()
                                    .time()
                                    .map(time -> " within " + Figures.text(time.toNanos() / 1e9) + " s")
                                    .orElse("")
                            + (combinations.size() > MOST_COMBINATIONS ? "; the first " + MOST_COMBINATIONS : ""));
                    combinations.stream().limit(MOST_COMBINATIONS).forEach(each -> lines.add(line(each)));
                }
            }
            case SessionAnswer.TooLong tooLong ->
                lines.add("There is not enough time: the quickest settings take "
                        + Figures.text(tooLong.leastSeconds(), 4) + " s together.");
            case SessionAnswer.ZoneInfeasible _ -> {}
        }
        return lines;
    }

    private static String line(SessionAnswer.Combination combination) {
        return "under-dose " + percent(combination.worst().under()) + ", over-dose "
                + percent(combination.worst().over()) + ", " + Figures.text(combination.seconds(), 4) + " s: "
                + combination.settings().stream()
                        .map(each -> each.technique().depth() + " × "
                                + each.technique().passes())
                        .collect(Collectors.joining("; "));
    }

    private static String percent(double part) {
        return Figures.text(100 * part, 3) + " %";
    }
}
