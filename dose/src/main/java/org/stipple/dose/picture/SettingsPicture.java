package org.stipple.dose.picture;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.stipple.dose.Pace;
import org.stipple.dose.settings.Setting;
import org.stipple.dose.settings.SettingsAnswer;

/// What settings that no other beats give and cost: under-dose to the right, over-dose upwards, both in the worst
/// scenario, and the longer a treatment takes, the larger its dot.
public final class SettingsPicture {

    private static final int LEFT = 60;
    private static final int TOP = 16;
    private static final int PLOT = 480;
    private static final int FOOT = 48;
    private static final double SMALLEST = 3;
    private static final double LARGEST = 11;

    private final StringBuilder out = new StringBuilder();

    private SettingsPicture() {}

    /// The picture; what each dot is stands in its title. It has no style sheet, script or reference to anything
    /// outside, so that it can stand in any page.
    ///
    /// @return an `svg` element
    public static String svg(SettingsAnswer.Found found) {
        var picture = new SettingsPicture();
        double under = scale(found, each -> each.worst().under());
        double over = scale(found, each -> each.worst().over());
        double longest =
                found.settings().stream().mapToDouble(Setting::seconds).max().orElse(0);
        picture.frame(under, over);
        for (var setting : found.settings()) {
            picture.add(
                    "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" fill=\"#31446b\" fill-opacity=\"0.7\"><title>%s</title>"
                            + "</circle>\n",
                    LEFT + PLOT * setting.worst().under() / under,
                    TOP + PLOT - PLOT * setting.worst().over() / over,
                    SMALLEST + (longest > 0 ? (LARGEST - SMALLEST) * setting.seconds() / longest : 0),
                    words(setting));
        }
        return picture.out.append("</svg>\n").toString();
    }

    private static double scale(SettingsAnswer.Found found, ToDoubleFunction<Setting> figure) {
        double most = found.settings().stream().mapToDouble(figure).max().orElse(0);
        return most > 0 ? RoundNumber.scaleFor(most) : 1;
    }

    private static String words(Setting setting) {
        var technique = setting.technique();
        String settings =
                technique.depth() + ", " + technique.passes() + " passes in " + technique.directions() + " directions";
        return switch (setting.pace()) {
            case Pace.Motorised motorised ->
                settings + ", " + technique.glide() + ", " + RoundNumber.text(motorised.seconds()) + " s";
            case Pace.ByHand() -> settings;
        };
    }

    private void frame(double under, double over) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\""
                        + " height=\"%2$d\" font-family=\"sans-serif\" font-size=\"13\">",
                LEFT + PLOT + 40, TOP + PLOT + FOOT);
        out.append("<title>Settings that no other beats: under-dose, over-dose and time</title>\n");
        add(
                "<path d=\"M%1$d %2$d V%3$d H%4$d\" fill=\"none\" stroke=\"#1a1a1a\"/>\n",
                LEFT, TOP, TOP + PLOT, LEFT + PLOT);
        text(LEFT, TOP + PLOT + 18, "middle", "0");
        text(LEFT + PLOT, TOP + PLOT + 18, "middle", RoundNumber.text(under));
        text(LEFT + PLOT / 2, TOP + PLOT + 38, "middle", "under-dose, worst case, part of the goal");
        text(LEFT - 6, TOP + PLOT, "end", "0");
        text(LEFT - 6, TOP + 10, "end", RoundNumber.text(over));
        text(LEFT + 8, TOP + 10, "start", "over-dose, worst case, part of the goal");
    }

    private void text(int x, int y, String anchor, String words) {
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"#1a1a1a\">%s</text>\n", x, y, anchor, words);
    }

    private void add(String pattern, Object... values) {
        out.append(String.format(Locale.ROOT, pattern, values));
    }
}
