package org.stipple.clinic.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Text stands out from its ground in both themes, as WCAG 2.2 asks (1.4.3 and 1.4.11).
final class ContrastTest {

    private static final double TEXT = 4.5;
    private static final double EDGE = 3.0;

    private static final List<String> GROUNDS = List.of("paper", "surface", "sunk");
    private static final List<String> VERDICTS = List.of("go", "caution", "signoff", "ask", "wait", "no");

    @ParameterizedTest
    @ValueSource(strings = {":root", ".room"})
    void everyTextStandsOutFromItsGround(String theme) throws IOException {
        var colours = colours(theme);
        var faint = new ArrayList<String>();
        for (String ground : GROUNDS) {
            for (String text : List.of("ink", "ink-2", "ink-3", "blue", "blue-2")) {
                demand(colours, text, ground, TEXT, faint);
            }
            for (String verdict : VERDICTS) {
                demand(colours, verdict, ground, TEXT, faint);
            }
            demand(colours, "field", ground, EDGE, faint);
            demand(colours, "focus", ground, EDGE, faint);
        }
        for (String verdict : VERDICTS) {
            demand(colours, verdict, verdict + "-tint", TEXT, faint);
            demand(colours, "ink", verdict + "-tint", TEXT, faint);
        }
        for (String text : List.of("ink", "ink-2", "blue", "blue-2")) {
            demand(colours, text, "blue-tint", TEXT, faint);
        }
        demand(colours, "ink", "pressed", TEXT, faint);
        demand(colours, "on-blue", "blue", TEXT, faint);
        demand(colours, "on-blue", "blue-2", TEXT, faint);
        demand(colours, "ink", "map-chosen", TEXT, faint);
        demand(colours, "map-line", "map-zone", TEXT, faint);
        assertThat(faint).as("too faint in %s", theme).isEmpty();
    }

    @Test
    void knowsTheContrastOfBlackOnWhiteAndOfAGreyThatIsJustTooFaint() {
        assertThat(contrast("#000000", "#ffffff")).isEqualTo(21.0);
        assertThat(contrast("#777777", "#ffffff")).isBetween(4.47, 4.49);
    }

    private static void demand(
            Map<String, String> colours, String text, String ground, double least, List<String> faint) {
        assertThat(colours).containsKeys(text, ground);
        double found = contrast(colours.getOrDefault(text, ""), colours.getOrDefault(ground, ""));
        if (found < least) {
            faint.add("%s on %s: %.2f, expected %.1f".formatted(text, ground, found, least));
        }
    }

    private static Map<String, String> colours(String theme) throws IOException {
        String sheet = Files.readString(Path.of("src/main/resources/static/stipple.css"));
        int from = sheet.indexOf("\n" + theme + " {");
        String block = sheet.substring(from, sheet.indexOf("\n}", from));
        var colours = new HashMap<String, String>();
        Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});")
                .matcher(block)
                .results()
                .forEach(found -> colours.put(found.group(1), found.group(2)));
        return colours;
    }

    /// As defined in WCAG 2.2.
    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double c = (channel & 0xff) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
