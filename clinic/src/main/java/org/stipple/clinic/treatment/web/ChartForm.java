package org.stipple.clinic.treatment.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.clinic.treatment.Endpoint;
import org.stipple.clinic.treatment.Manner;
import org.stipple.clinic.treatment.MinutesAndSeconds;
import org.stipple.clinic.treatment.Motion;
import org.stipple.clinic.treatment.NotCharted;
import org.stipple.clinic.treatment.NotCharted.Place;
import org.stipple.clinic.treatment.Pattern;
import org.stipple.clinic.treatment.Why;
import org.stipple.clinic.treatment.web.TreatmentViews.Values;
import org.stipple.clinic.web.Form;
import org.stipple.quantities.Depth;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.ZoneId;

/// The form of a zone: every field that does not fit is named, with what stood there and what was expected.
final class ChartForm {

    private static final int MOST_PASSES = 100;
    private static final int MOST_DIRECTIONS = 16;
    private static final int WORST_PAIN = 10;
    private static final String TIME =
            "minutes and seconds such as 1:25, or whole seconds such as 85, above 0 and up to "
                    + MinutesAndSeconds.words(Done.LONGEST);

    private final Form form;
    private final Map<Place, String> wrong = new EnumMap<>(Place.class);

    private ChartForm(Form form) {
        this.form = form;
    }

    /// What was sent for a zone and is to be mended.
    /// @param leavingOut whether it is that the zone was not treated
    record Sent(ZoneId zone, Form form, Map<Place, String> wrong, boolean leavingOut) {

        Values values() {
            return new Values(
                    text("depthMm"),
                    text("passes"),
                    text("directions"),
                    text("glideMmPerS"),
                    text("onSkin"),
                    text("endpoint"),
                    text("pain"),
                    text("why"),
                    text("reason"),
                    text("passDepths"),
                    text("motion"),
                    text("pattern"),
                    text("note"));
        }

        private String text(String field) {
            return form.text(field).orElse("");
        }

        Map<String, String> byField() {
            return wrong.entrySet().stream()
                    .collect(Collectors.toMap(one -> one.getKey().name().toLowerCase(Locale.ROOT), Entry::getValue));
        }
    }

    /// @throws NotCharted with everything that does not fit
    static Done read(Form form) {
        return new ChartForm(form).done();
    }

    private Done done() {
        var depth = value("depthMm", Place.DEPTH, "millimetres such as 1.5", text -> Depth.ofMillimetres(plain(text)));
        var passes = whole("passes", Place.PASSES, 1, MOST_PASSES);
        var directions = whole("directions", Place.DIRECTIONS, 1, MOST_DIRECTIONS);
        var glide = form.text("glideMmPerS").isEmpty()
                ? Optional.<GlideSpeed>empty()
                : value(
                        "glideMmPerS",
                        Place.GLIDE,
                        "millimetres in a second such as 20",
                        text -> GlideSpeed.ofMillimetresPerSecond(Double.parseDouble(plain(text))));
        var onSkin = form.text("onSkin").isEmpty()
                ? Optional.<Duration>empty()
                : value("onSkin", Place.TIME, TIME, ChartForm::time);
        var endpoint = form.text("endpoint").flatMap(Endpoint::find);
        if (endpoint.isEmpty()) {
            wrong.put(Place.ENDPOINT, "choose what the skin showed when you stopped");
        }
        var pain = form.text("pain").isEmpty() ? Optional.<Integer>empty() : whole("pain", Place.PAIN, 0, WORST_PAIN);
        var manner = manner(passes);
        if (!wrong.isEmpty()) {
            throw new NotCharted(wrong);
        }
        var done = new Done(
                depth.orElseThrow(),
                passes.orElseThrow(),
                directions.orElseThrow(),
                glide,
                onSkin,
                endpoint.orElseThrow(),
                pain,
                form.text("why").flatMap(Why::find),
                form.text("reason"));
        return done.in(manner);
    }

    /// The depths are in the order of the passes, with spaces between them: a comma is a point on many keyboards.
    private Manner manner(Optional<Integer> passes) {
        var depths = form.text("passDepths").isEmpty()
                ? Optional.of(List.<Depth>of())
                : value(
                        "passDepths",
                        Place.DEPTHS,
                        "the depth of each pass with spaces between them, such as 1.5 1.5 1",
                        text -> Arrays.stream(text.split("[\\s;/]+"))
                                .map(one -> Depth.ofMillimetres(plain(one)))
                                .toList());
        depths.filter(each -> !each.isEmpty()
                        && passes.filter(number -> number != each.size()).isPresent())
                .ifPresent(each -> wrong.put(
                        Place.DEPTHS,
                        "were " + each.size() + ", expected one for each of " + passes.orElseThrow() + " passes"));
        return new Manner(
                depths.orElse(List.of()),
                form.text("motion").flatMap(Motion::find),
                form.text("pattern").flatMap(Pattern::find),
                form.text("note"));
    }

    private static Duration time(String typed) {
        return MinutesAndSeconds.read(typed)
                .filter(time -> time.isPositive() && time.compareTo(Done.LONGEST) <= 0)
                .orElseThrow(IllegalArgumentException::new);
    }

    /// A comma is a point on many keyboards.
    private static String plain(String text) {
        return text.replace(',', '.');
    }

    private Optional<Integer> whole(String field, Place place, int min, int max) {
        return value(field, place, "a whole number from " + min + " to " + max, text -> {
            int number = Integer.parseInt(text);
            if (number < min || number > max) {
                throw new IllegalArgumentException();
            }
            return number;
        });
    }

    private <T> Optional<T> value(String field, Place place, String expected, Function<String, T> read) {
        String text = form.text(field).orElse("");
        try {
            return Optional.of(read.apply(text));
        } catch (IllegalArgumentException | ArithmeticException unfit) {
            wrong.put(place, (text.isEmpty() ? "is empty" : "was “" + text + "”") + ", expected " + expected);
            return Optional.empty();
        }
    }
}
