package org.stipple.cli;

import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stipple.imaging.ChangeMap;
import org.stipple.imaging.MeasuredPictures;
import org.stipple.imaging.Measurement;
import org.stipple.imaging.MeasurementWords;
import org.stipple.imaging.Picture;
import org.stipple.imaging.Reading;
import org.stipple.imaging.Verdict;

/// The pictures of a measurement on a report: before beside after, which a script turns into one under a slider,
/// and the maps over the picture of the baseline, which stands in the file once.
final class MeasurePictures {

    /// Without it both stand side by side. It draws nothing from anywhere.
    private static final String SLIDER = """
            (function () {
              var pair = document.getElementById("pair"), after = document.getElementById("after");
              var bar = document.getElementById("bar"), range = document.getElementById("range");
              var mode = document.getElementById("mode"), lines = document.getElementById("lines");
              function show() {
                var on = pair.classList.contains("slide");
                after.style.clipPath = on ? "inset(0 0 0 " + range.value + "%)" : "";
                bar.style.left = range.value + "%";
                document.getElementById("slider").hidden = !on;
                mode.textContent = on ? "Show side by side" : "Slide one over the other";
              }
              mode.addEventListener("click", function () { pair.classList.toggle("slide"); show(); });
              range.addEventListener("input", show);
              if (lines) {
                lines.addEventListener("change", function () { pair.classList.toggle("bare", !lines.checked); });
                lines.parentElement.parentElement.hidden = false;
              }
              mode.hidden = false;
              pair.classList.add("slide");
              show();
            })();
            """;

    private final ReportPage page;

    MeasurePictures(ReportPage page) {
        this.page = page;
    }

    void add(MeasuredPictures pictures, Measurement measurement) {
        pictures.after()
                .ifPresentOrElse(
                        after -> pair(pictures, after),
                        () -> page.heading("The photo")
                                .markup("<div class=\"one\">" + base(pictures, "The photo that was read")
                                        + "</div>\n"));
        if (!pictures.maps().isEmpty()) {
            boolean compared = pictures.after().isPresent();
            page.heading(compared ? "What changed where" : "What was found where");
            page.paragraph("Single marks come and go between two photos of unchanged skin too. What counts is the"
                    + " reading beside the map.");
            page.markup("<div class=\"maps\">");
            pictures.maps().stream()
                    .sorted(Comparator.comparing(map -> !changed(map, measurement)))
                    .forEach(map -> map(map, pictures, measurement));
            page.markup("</div>\n");
        }
        String nothing = Arrays.stream(ChangeMap.Of.values())
                .filter(of -> of != ChangeMap.Of.REDNESS || pictures.after().isPresent())
                .filter(of -> pictures.maps().stream().noneMatch(map -> map.of() == of))
                .map(ChangeMap.Of::words)
                .collect(Collectors.joining(", "));
        if (!nothing.isEmpty()) {
            page.paragraph("No map, because nothing was found or could be looked for: " + nothing + ".");
        }
    }

    private void pair(MeasuredPictures pictures, MeasuredPictures.Later later) {
        page.heading("Before and after");
        var after = later.picture();
        if (!later.laid()) {
            page.paragraph("The two photos could not be laid onto each other; they are shown as they were taken.");
        }
        page.markup("<div id=\"pair\" class=\"pair\"><figure><figcaption>Before</figcaption>"
                + base(pictures, "Before: the baseline")
                + "</figure><figure id=\"after\"><figcaption>After</figcaption>" + svg(after)
                + "<title>After: the follow-up</title>" + image(after, "")
                + (later.laid() ? ZoneOutlines.again(pictures) : "") + "</svg></figure>"
                + "<div id=\"bar\" aria-hidden=\"true\"></div></div>\n");
        if (later.laid()) {
            page.markup("<p id=\"slider\" hidden><label for=\"range\">Where before ends and after begins</label>"
                    + "<input id=\"range\" type=\"range\" min=\"0\" max=\"100\" value=\"50\"></p>"
                    + (pictures.zones().isEmpty()
                            ? ""
                            : "<p hidden><label><input id=\"lines\" type=\"checkbox\" checked> Show the zones that were read"
                                    + "</label></p>\n")
                    + "<p><button id=\"mode\" type=\"button\" hidden>Slide one over the other</button></p>\n");
            page.script(SLIDER);
        }
    }

    private void map(ChangeMap map, MeasuredPictures pictures, Measurement measurement) {
        var markup = new StringBuilder("<figure class=\"map\"><h3>")
                .append(ReportPage.escaped(capital(map.of().words())))
                .append("</h3>")
                .append(svg(pictures.before()))
                .append("<title>")
                .append(ReportPage.escaped(map.words()))
                .append("</title><use href=\"#base\" class=\"under\"/>")
                .append(image(map.overlay(), ""))
                .append(ZoneOutlines.plain(pictures))
                .append("</svg><figcaption><ul class=\"legend\">");
        for (ChangeMap.Shade shade : map.shades()) {
            markup.append("<li><svg class=\"swatch\" viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect width=\"10\""
                            + " height=\"10\" fill=\"")
                    .append(shade.colour())
                    .append("\"/></svg>")
                    .append(ReportPage.escaped(shade.words()))
                    .append(String.format(
                            Locale.ROOT, " %.0f %%", 100 * shade.share().value()))
                    .append("</li>");
        }
        markup.append("</ul>");
        verdict(map, measurement)
                .ifPresent(words ->
                        markup.append("<p>").append(ReportPage.escaped(words)).append("</p>"));
        page.markup(markup.append("</figcaption></figure>\n").toString());
    }

    /// Those stand first.
    private static boolean changed(ChangeMap map, Measurement measurement) {
        return verdicts(map, measurement).stream().anyMatch(verdict -> verdict != Verdict.NO_DETECTABLE_CHANGE);
    }

    private static List<Verdict> verdicts(ChangeMap map, Measurement measurement) {
        return measurement.zones().stream()
                .flatMap(zone -> zone.readings().stream())
                .filter(reading -> reading.metric() == map.metric())
                .flatMap(reading -> judged(reading).stream())
                .toList();
    }

    /// What the reading of the map says, in how many zones.
    private static Optional<String> verdict(ChangeMap map, Measurement measurement) {
        List<Verdict> verdicts = verdicts(map, measurement);
        String said = Arrays.stream(Verdict.values())
                .filter(verdicts::contains)
                .map(verdict -> MeasureReport.words(verdict)
                        + (verdicts.size() > 1
                                ? " in "
                                        + verdicts.stream()
                                                .filter(verdict::equals)
                                                .count() + " of " + verdicts.size() + " zones"
                                : ""))
                .collect(Collectors.joining(", "));
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(capital(MeasurementWords.of(map.metric())) + ": " + said);
    }

    private static Optional<Verdict> judged(Reading reading) {
        return switch (reading) {
            case Reading.Compared compared -> Optional.of(compared.verdict());
            case Reading.Measured _, Reading.NotMeasurable _ -> Optional.empty();
        };
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// The baseline with the zones that were read, which stand in the file once, as the photo does.
    private static String base(MeasuredPictures pictures, String words) {
        return svg(pictures.before()) + "<title>" + ReportPage.escaped(words) + "</title>"
                + image(pictures.before(), " id=\"base\"") + ZoneOutlines.drawn(pictures) + "</svg>";
    }

    private static String svg(Picture frame) {
        return "<svg role=\"img\" viewBox=\"0 0 " + frame.width() + " " + frame.height() + "\">";
    }

    private static String image(Picture picture, String id) {
        return "<image" + id + " width=\"" + picture.width() + "\" height=\"" + picture.height() + "\" href=\"data:"
                + picture.mediaType() + ";base64,"
                + Base64.getEncoder().encodeToString(picture.file()) + "\"/>";
    }
}
