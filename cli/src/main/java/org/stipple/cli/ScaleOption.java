package org.stipple.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stipple.imaging.Ruler;
import org.stipple.imaging.Scale;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.Length;

/// What `--scale` says, once or several times: a scale, or what in the photo has a known size.
///
/// @param given by `mm-per-px`, or why there is none
/// @param rulers in the order of the command line
record ScaleOption(Scale given, List<Ruler> rulers) {

    private static final String NAME = "--scale";
    private static final String EXPECTED =
            "mm-per-px:NUMBER from 0.0001 to 100, tag36h11:SIDE or card:PITCH from 1 to 500 mm, or ipd:DISTANCE from 40"
                    + " to 80 mm";

    /// From what the best lens tells apart to a body that fills ten pixels.
    private static final double MIN_MM_PER_PX = 0.0001;

    private static final double MAX_MM_PER_PX = 100;
    private static final double MIN_RULER_MM = 1;
    private static final double MAX_RULER_MM = 500;

    /// No adult's pupils are nearer or farther apart (design).
    private static final double MIN_PUPILS_MM = 40;

    private static final double MAX_PUPILS_MM = 80;

    static ScaleOption of(List<String> values) {
        Scale given = new Scale.Unknown("no scale: neither --scale nor a tag or card says how large a pixel is");
        var rulers = new ArrayList<Ruler>();
        for (String value : values) {
            int colon = value.indexOf(':');
            String kind = colon < 0 ? value : value.substring(0, colon);
            if (value.equals("tag36h11")) {
                given = new Scale.Unknown("no scale: a tag without a stated side gives none");
                continue;
            }
            String number = colon < 0 ? "" : value.substring(colon + 1);
            switch (kind) {
                case "mm-per-px" -> {
                    Length pixel = length(value, number, MIN_MM_PER_PX, MAX_MM_PER_PX);
                    given = new Scale.Known(pixel, "given");
                }
                case "tag36h11" -> rulers.add(new Ruler.Tag(length(value, number, MIN_RULER_MM, MAX_RULER_MM)));
                case "card" -> rulers.add(new Ruler.Card(length(value, number, MIN_RULER_MM, MAX_RULER_MM)));
                case "ipd" -> rulers.add(new Ruler.Pupils(length(value, number, MIN_PUPILS_MM, MAX_PUPILS_MM)));
                default -> throw new UnusableInput(NAME, value, EXPECTED);
            }
        }
        return new ScaleOption(given, List.copyOf(rulers));
    }

    private static Length length(String value, String number, double least, double most) {
        return parsed(number)
                .filter(mm -> mm >= least && mm <= most)
                .map(Length::ofMillimetres)
                .orElseThrow(() -> new UnusableInput(NAME, value, EXPECTED));
    }

    private static Optional<Double> parsed(String number) {
        try {
            return number.matches("[0-9.eE+-]{1,30}") ? Optional.of(Double.valueOf(number)) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
