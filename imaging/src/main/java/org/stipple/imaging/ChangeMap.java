package org.stipple.imaging;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stipple.quantities.Fraction;

/// Where something was found, or where it changed, to lie over the picture of the baseline. Single marks come and
/// go between two photos of unchanged skin too: what counts is the reading of [#metric()], which has a limit.
///
/// The colours are those that people with any kind of colour blindness tell apart (Okabe and Ito 2008, "Color
/// universal design"): vermilion for new, blue for gone, dark grey for what is in both.
///
/// @param of what
/// @param overlay transparent where there is nothing, of the size of [MeasuredPictures#before()]
/// @param shades what each colour means and how much of it there is; only those that occur
public record ChangeMap(Of of, Picture overlay, List<Shade> shades) {

    /// What is shown.
    public enum Of {
        WRINKLES("wrinkles", Metric.WRINKLE_DENSITY),
        PORES("pores", Metric.PORE_DENSITY),
        SPOTS("spots", Metric.SPOT_AREA),
        STRETCH_MARKS("stretch-marks", Metric.STRETCH_MARK_DENSITY),
        SHINE("shine", Metric.SHINE),
        /// Between two photos only.
        REDNESS("redness", Metric.ERYTHEMA_INDEX);

        private final String id;
        private final Metric metric;

        Of(String id, Metric metric) {
            this.id = id;
            this.metric = metric;
        }

        /// The identifier in addresses: `stretch-marks`.
        public String id() {
            return id;
        }

        /// As a person reads it: `stretch marks`.
        public String words() {
            return id.replace('-', ' ');
        }

        /// The reading that says whether it changed.
        public Metric metric() {
            return metric;
        }

        static Of of(Finding finding) {
            return switch (finding) {
                case WRINKLES -> WRINKLES;
                case PORES -> PORES;
                case SPOTS -> SPOTS;
                case STRETCH_MARKS -> STRETCH_MARKS;
                case SHINE -> SHINE;
            };
        }
    }

    /// One colour of a map.
    ///
    /// @param words what it means: `no longer found`
    /// @param colour as it is drawn, `#0072B2`
    /// @param share of all marks, in pixels; of redness: of the skin that was compared
    public record Shade(String words, String colour, Fraction share) {}

    public ChangeMap {
        shades = List.copyOf(shades);
    }

    /// The reading that says whether it changed.
    public Metric metric() {
        return of.metric;
    }

    /// What is seen, for whoever does not see it: `wrinkles: no longer found 60 %, found in both 40 %`.
    public String words() {
        return of.words() + ": "
                + shades.stream()
                        .map(shade -> String.format(
                                Locale.ROOT,
                                "%s %.0f %%",
                                shade.words(),
                                100 * shade.share().value()))
                        .collect(Collectors.joining(", "));
    }
}
