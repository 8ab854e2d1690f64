package org.stipple.clinic.planning.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.DoseTrials;
import org.stipple.clinic.planning.web.DoseViews.Answer;
import org.stipple.clinic.planning.web.DoseViews.Layer;
import org.stipple.clinic.planning.web.DoseViews.Line;
import org.stipple.clinic.planning.web.DoseViews.Part;
import org.stipple.clinic.planning.web.DoseViews.Slider;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.NotHere;
import org.stipple.dose.ChannelsByLayer;
import org.stipple.dose.DermisReach;
import org.stipple.dose.DoseEstimate;
import org.stipple.dose.Pace;
import org.stipple.dose.UnusableQuestion;
import org.stipple.dose.picture.DepthPicture;
import org.stipple.dose.picture.StipplePicture;
import org.stipple.protocol.Device;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.ZoneTrial;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.ZoneId;

/// Shows what a zone receives, as planned and as somebody tries it.
@Component
class DoseLooks {

    /// Design: twice and half of what is usual, because a slider has an end, and beyond it an answer takes
    /// longer than a hand waits.
    private static final int MOST_PASSES = 8;

    private static final int SLOWEST = 10;
    private static final int FASTEST = 50;

    private final DoseTrials trials;
    private final DrawnDoses drawn = new DrawnDoses();

    DoseLooks(DoseTrials trials) {
        this.trials = trials;
    }

    /// @param asked settings to try, as the sliders send them; empty for the planned ones
    /// @throws NotHere where that zone is not planned
    Part part(Plan plan, ZoneId zone, Form asked) {
        var planned = trials.asPlanned(plan, zone).orElseThrow(NotHere::new);
        var range = plan.course().planned().stream()
                .filter(each -> each.id() == zone)
                .map(ZonePlan.Planned::depth)
                .findFirst()
                .orElseThrow(NotHere::new);
        var troubles = new ArrayList<String>();
        ZoneTrial tried = tried(planned, range, asked, troubles);
        Answer answer;
        try {
            answer = answer(planned, tried, troubles);
        } catch (UnusableQuestion _) {
            // Its message names a parameter of the library, which tells a reader nothing.
            troubles.add("These settings lie outside what the dose is computed for. Below is what is planned.");
            tried = planned;
            answer = answer(planned, planned, troubles);
        }
        return new Part(
                plan.patient().toString(),
                plan.id().toString(),
                zone.id(),
                zone.words(),
                sliders(zone, range, planned, tried),
                answer);
    }

    private ZoneTrial tried(ZoneTrial planned, ZonePlan.DepthPlan range, Form asked, List<String> troubles) {
        Depth depth = number(asked, "depthMm", troubles)
                .map(mm -> nearest(planned.device(), range, mm))
                .orElse(planned.depth());
        int passes = number(asked, "passes", troubles)
                .map(value -> Math.clamp(Math.round(value), 1, mostPasses(planned)))
                .orElse(planned.passes());
        GlideSpeed glide = number(asked, "glideMmPerS", troubles)
                .map(value -> GlideSpeed.ofMillimetresPerSecond(Math.clamp(value, SLOWEST, FASTEST)))
                .orElse(planned.glide());
        return depth.equals(planned.depth()) && passes == planned.passes() && glide.equals(planned.glide())
                ? planned
                : trials.otherwise(planned, depth, passes, glide);
    }

    /// What is planned can always be tried.
    private static int mostPasses(ZoneTrial planned) {
        return Math.max(MOST_PASSES, planned.passes());
    }

    private static Optional<Double> number(Form asked, String name, List<String> troubles) {
        return asked.text(name).flatMap(text -> {
            if (text.matches("\\d{1,4}([.,]\\d{1,4})?")) {
                return Optional.of(Double.parseDouble(text.replace(',', '.')));
            }
            troubles.add("“" + text + "” is no number; what is planned is taken instead.");
            return Optional.empty();
        });
    }

    /// The device's setting next to what was asked, within what the plan allows here.
    private static Depth nearest(Device device, ZonePlan.DepthPlan range, double mm) {
        return settings(device, range)
                .min((a, b) -> Double.compare(Math.abs(a.asMillimetres() - mm), Math.abs(b.asMillimetres() - mm)))
                .orElse(range.chosen());
    }

    private static Stream<Depth> settings(Device device, ZonePlan.DepthPlan range) {
        return device.settings().stream()
                .filter(setting -> setting.compareTo(range.min()) >= 0 && setting.compareTo(range.max()) <= 0);
    }

    private static List<Slider> sliders(ZoneId zone, ZonePlan.DepthPlan range, ZoneTrial planned, ZoneTrial tried) {
        var sliders = new ArrayList<Slider>();
        List<Depth> settings = settings(tried.device(), range).toList();
        if (settings.size() > 1) {
            int step = settings.get(1).micrometres() - settings.getFirst().micrometres();
            sliders.add(new Slider(
                    "depthMm",
                    "depth-" + zone.id(),
                    "Depth, set",
                    "mm",
                    plain(settings.getFirst()),
                    plain(settings.getLast()),
                    plain(Depth.ofMicrometres(step)),
                    plain(tried.depth())));
        }
        sliders.add(new Slider(
                "passes",
                "passes-" + zone.id(),
                "Passes",
                "",
                "1",
                String.valueOf(mostPasses(planned)),
                "1",
                String.valueOf(tried.passes())));
        if (tried.device().family() == Device.Family.PEN) {
            sliders.add(new Slider(
                    "glideMmPerS",
                    "glide-" + zone.id(),
                    "Speed",
                    "mm/s",
                    String.valueOf(SLOWEST),
                    String.valueOf(FASTEST),
                    "1",
                    Shown.digits(tried.glide().millimetresPerSecond())));
        }
        return sliders;
    }

    private static String plain(Depth depth) {
        return depth.millimetres().stripTrailingZeros().toPlainString();
    }

    private Answer answer(ZoneTrial planned, ZoneTrial tried, List<String> troubles) {
        return drawn.find(planned, tried)
                .filter(_ -> troubles.isEmpty())
                .orElseGet(() -> draw(planned, tried, troubles));
    }

    private Answer draw(ZoneTrial planned, ZoneTrial tried, List<String> troubles) {
        Answer answer = drawn(planned, tried, troubles);
        if (troubles.isEmpty()) {
            drawn.keep(planned, tried, answer);
        }
        return answer;
    }

    private Answer drawn(ZoneTrial planned, ZoneTrial tried, List<String> troubles) {
        DoseEstimate before = trials.dose(planned);
        boolean other = !tried.equals(planned);
        DoseEstimate now = other ? trials.dose(tried) : before;
        var question = tried.question();
        String zone = tried.zone().id().words();
        var map = StipplePicture.zone(question, "Where punctures fall: " + zone + ", " + settings(tried));
        var channels = now.depth().stream()
                .map(scenario -> ChannelsByLayer.of(question, scenario.penetration()))
                .toList();
        return new Answer(
                zone,
                other,
                settings(tried),
                troubles,
                lines(before, now),
                now.depth().stream().map(each -> percent(each.penetration())).toList(),
                layers(channels),
                channels.getFirst() instanceof ChannelsByLayer.ThicknessUnknown(var why) ? why : "",
                map.svg(),
                String.valueOf(map.each()),
                tried.isDrawnWhole(),
                StipplePicture.closeUp(question, "Five millimetres of it, true to scale, every puncture a dot"),
                DepthPicture.svg(question, now),
                unknown(now),
                wish(tried, now));
    }

    private static String settings(ZoneTrial trial) {
        return trial.depth() + ", " + trial.passes() + (trial.passes() == 1 ? " pass" : " passes")
                + (trial.device().family() == Device.Family.PEN
                        ? " at " + Shown.digits(trial.glide().millimetresPerSecond()) + " mm/s"
                        : "");
    }

    private static List<Line> lines(DoseEstimate planned, DoseEstimate tried) {
        var least = tried.uncertainty().lowest();
        var most = tried.uncertainty().highest();
        var volume = tried.uncertainty().injuredVolume();
        return List.of(
                line(
                        "Punctures, mean",
                        "per cm²",
                        planned,
                        tried,
                        each -> Shown.digits(each.surface().density().mean().perSquareCentimetre()),
                        Shown.range(
                                least.density().mean().perSquareCentimetre(),
                                most.density().mean().perSquareCentimetre())),
                line(
                        "95 % of the area receives at least",
                        "per cm²",
                        planned,
                        tried,
                        each -> Shown.digits(each.surface().density().n95().perSquareCentimetre()),
                        Shown.range(
                                least.density().n95().perSquareCentimetre(),
                                most.density().n95().perSquareCentimetre())),
                line(
                        "5 % of the area receives at least",
                        "per cm²",
                        planned,
                        tried,
                        each -> Shown.digits(each.surface().density().n5().perSquareCentimetre()),
                        Shown.range(
                                least.density().n5().perSquareCentimetre(),
                                most.density().n5().perSquareCentimetre())),
                line(
                        "Surface in holes, at most",
                        "",
                        planned,
                        tried,
                        each -> percent(each.surface().coverage().monteCarlo()),
                        percent(least.coverage().monteCarlo()) + " to "
                                + percent(most.coverage().monteCarlo())),
                line(
                        "Reach the dermis",
                        "",
                        planned,
                        tried,
                        each -> reach(each, DermisReach.Reached::reachingDermis),
                        band(tried, DermisReach.Reached::reachingDermis)),
                line(
                        "Pass beyond the dermis",
                        "",
                        planned,
                        tried,
                        each -> reach(each, DermisReach.Reached::beyondDermis),
                        band(tried, DermisReach.Reached::beyondDermis)),
                line(
                        "Injured volume",
                        "mm³ per cm²",
                        planned,
                        tried,
                        each -> Shown.digits(each.injuredVolume().cubicMillimetresPerSquareCentimetre()),
                        Shown.range(
                                volume.min().cubicMillimetresPerSquareCentimetre(),
                                volume.max().cubicMillimetresPerSquareCentimetre())),
                line(
                        "Time on the skin",
                        "s",
                        planned,
                        tried,
                        each -> seconds(each.pace()),
                        seconds(tried.uncertainty().quickest()) + " to "
                                + seconds(tried.uncertainty().slowest())));
    }

    private static Line line(
            String what,
            String unit,
            DoseEstimate planned,
            DoseEstimate tried,
            Function<DoseEstimate, String> figure,
            String band) {
        return new Line(what, unit, figure.apply(planned), figure.apply(tried), band);
    }

    private static String seconds(Pace pace) {
        return switch (pace) {
            case Pace.Motorised motorised -> Shown.digits(motorised.seconds());
            case Pace.ByHand() -> "as the hand goes";
        };
    }

    /// From the least to the most over the penetrations, in skin of mean thickness.
    private static String reach(DoseEstimate estimate, Function<DermisReach.Reached, Fraction> part) {
        var parts = estimate.depth().stream()
                .flatMap(scenario -> scenario.reach() instanceof DermisReach.Reached reached
                        ? Stream.of(part.apply(reached))
                        : Stream.empty())
                .sorted()
                .toList();
        return parts.isEmpty() ? "not known" : between(parts.getFirst(), parts.getLast());
    }

    private static String band(DoseEstimate estimate, Function<DermisReach.Reached, Fraction> part) {
        return estimate.uncertainty().leastReach() instanceof DermisReach.Reached least
                        && estimate.uncertainty().mostReach() instanceof DermisReach.Reached most
                ? between(part.apply(least), part.apply(most))
                : "not known";
    }

    private static String between(Fraction least, Fraction most) {
        return percent(least).equals(percent(most)) ? percent(least) : percent(least) + " to " + percent(most);
    }

    private static String percent(Fraction fraction) {
        double percent = 100 * fraction.value();
        return percent > 0 && percent < 0.1 ? "under 0.1 %" : Shown.digits(percent < 0.1 ? 0 : percent) + " %";
    }

    private static List<Layer> layers(List<ChannelsByLayer> channels) {
        if (!(channels.getFirst() instanceof ChannelsByLayer.Known)) {
            return List.of();
        }
        return Stream.of(ChannelsByLayer.Layer.values())
                .map(layer -> new Layer(
                        switch (layer) {
                            case EPIDERMIS -> "Epidermis";
                            case PAPILLARY_DERMIS -> "Papillary dermis";
                            case RETICULAR_DERMIS -> "Reticular dermis";
                            case BEYOND_DERMIS -> "Beyond the dermis";
                        },
                        channels.stream()
                                .flatMap(each -> each instanceof ChannelsByLayer.Known known
                                        ? Stream.of(known.layers().get(layer.ordinal()))
                                        : Stream.empty())
                                .map(reaching -> percent(reaching.part()))
                                .toList()))
                .toList();
    }

    private static List<String> unknown(DoseEstimate estimate) {
        return Stream.concat(
                        Stream.of(
                                "How deep needles really go in this person. Published parts of the set depth run from a"
                                        + " fifth to all of it; every part is shown for itself.",
                                "How this hand moves. The band holds 30 % slower and faster; nobody measured hands.",
                                "How thick this person’s skin is. The band holds one standard deviation of a study.",
                                "Whether more is better. No density goal for pens is published, and nothing here is"
                                        + " clinically validated."),
                        estimate.assumptions().stream())
                .toList();
    }

    private static String wish(ZoneTrial tried, DoseEstimate now) {
        return "To have it planned: as wishes below, " + plain(tried.depth()) + " mm and "
                + BigDecimal.valueOf(
                                Math.round(now.surface().density().expected().perSquareCentimetre()))
                        .toPlainString()
                + " per cm². A speed is no wish: a plan takes the usual one.";
    }
}
