package org.stipple.clinic.treatment.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.clinic.treatment.Endpoint;
import org.stipple.clinic.treatment.NotCharted;
import org.stipple.clinic.treatment.NotCharted.Place;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Why;
import org.stipple.clinic.treatment.ZoneEntry;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Refusal;
import org.stipple.protocol.ZonePlan;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// The form of the map: several zones, and one thing to say of all of them. What is not said of a zone is as it
/// was planned, or as it was last time.
final class MapForm {

    private final Form form;
    private final Plan plan;
    private final Optional<Session> before;
    private final Map<Place, String> wrong = new EnumMap<>(Place.class);

    private MapForm(Form form, Plan plan, Optional<Session> before) {
        this.form = form;
        this.plan = plan;
        this.before = before;
    }

    /// What is said of the zones.
    enum As {
        PLANNED,
        LAST,
        OTHER,
        LEFT_OUT;

        /// In forms.
        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<As> find(String id) {
            return Stream.of(values()).filter(one -> one.id().equals(id)).findFirst();
        }
    }

    /// What was sent and is to be mended.
    record Sent(Form form, Map<Place, String> wrong) {

        /// What stands in a field; empty where nothing does.
        String text(String field) {
            return form.text(field).orElse("");
        }

        Set<ZoneId> zones() {
            return MapForm.zones(form);
        }
    }

    /// The zones that were chosen, and those of the tap that chooses all that are left.
    static Set<ZoneId> zones(Form form) {
        var zones = EnumSet.noneOf(ZoneId.class);
        Stream.concat(form.texts("zones").stream(), form.text("all").stream().flatMap(all -> Stream.of(all.split(" "))))
                .forEach(id -> zones.add(
                        ZoneId.find(id).orElseThrow(() -> new Refusal(List.of("This zone is not known here.")))));
        return zones;
    }

    /// @param before the session whose values are those of last time
    /// @throws NotCharted with everything that does not fit
    static List<ZoneEntry> read(Form form, Plan plan, Optional<Session> before) {
        return new MapForm(form, plan, before).entries();
    }

    private List<ZoneEntry> entries() {
        var zones = zones(form);
        if (zones.isEmpty()) {
            wrong.put(Place.ZONES, "choose one zone at least, on the map or in the list");
        }
        As as = As.find(form.text("as").orElse(As.PLANNED.id())).orElse(As.PLANNED);
        List<ZoneEntry> entries = switch (as) {
            case LEFT_OUT -> zones.stream().map(this::leftOut).toList();
            case PLANNED -> treated(zones, this::planned);
            case LAST -> treated(zones, this::last);
            case OTHER -> treated(zones, this::other);
        };
        if (!wrong.isEmpty()) {
            throw new NotCharted(wrong);
        }
        return entries;
    }

    private ZoneEntry leftOut(ZoneId zone) {
        return new ZoneEntry.NotTreated(
                zone,
                form.text("leftWhy").flatMap(Why::find),
                form.text("leftReason").orElse(""),
                onTopOf(zone));
    }

    private List<ZoneEntry> treated(Set<ZoneId> zones, Function<ZoneId, Optional<Map<String, String>>> settings) {
        if (form.text("endpoint").flatMap(Endpoint::find).isEmpty()) {
            wrong.put(Place.ENDPOINT, "choose what the skin showed when you stopped");
        }
        if (zones.size() > 1 && form.text("onSkin").isPresent()) {
            wrong.put(Place.TIME, "is of one zone, and " + zones.size() + " are chosen");
        }
        var entries = new ArrayList<ZoneEntry>();
        for (ZoneId zone : zones) {
            settings.apply(zone)
                    .flatMap(this::done)
                    .ifPresent(done -> entries.add(new ZoneEntry.Treated(zone, done, onTopOf(zone))));
        }
        return List.copyOf(entries);
    }

    private Optional<Done> done(Map<String, String> settings) {
        try {
            return Optional.of(ChartForm.read(filled(settings)));
        } catch (NotCharted unfit) {
            wrong.putAll(unfit.wrong());
            return Optional.empty();
        }
    }

    /// The form of one zone: its settings, and what is said of all.
    private Form filled(Map<String, String> settings) {
        var fields = new HashMap<String, List<String>>();
        for (String field : List.of("endpoint", "pain", "why", "reason", "onSkin", "motion", "pattern", "note")) {
            form.text(field).ifPresent(text -> fields.put(field, List.of(text)));
        }
        settings.forEach((field, text) -> fields.putIfAbsent(field, List.of(text)));
        return new Form(fields);
    }

    private Optional<Map<String, String>> planned(ZoneId zone) {
        Optional<ZonePlan.Planned> planned = plan.course().planned().stream()
                .filter(each -> each.id() == zone)
                .findFirst();
        if (planned.isEmpty()) {
            wrong.put(Place.ZONES, "the " + zone.words() + " is not in the course; it is charted below, by itself");
        }
        return planned.map(MapForm::settings);
    }

    private static Map<String, String> settings(ZonePlan.Planned zone) {
        var settings = new HashMap<String, String>();
        settings.put("depthMm", mm(zone.depth().chosen()));
        settings.put("passes", String.valueOf(zone.passes()));
        settings.put("directions", String.valueOf(zone.directions()));
        zone.glide().ifPresent(speed -> settings.put("glideMmPerS", ZoneForms.plain(speed.millimetresPerSecond())));
        return settings;
    }

    private Optional<Map<String, String>> last(ZoneId zone) {
        Optional<Done> last = before.filter(session -> session.leftOut(zone).isEmpty())
                .flatMap(session -> session.last(zone))
                .map(charted -> charted.done());
        if (last.isEmpty()) {
            wrong.merge(
                    Place.ZONES,
                    "the " + zone.words() + " was not treated last time",
                    (one, other) -> one + "; " + other);
        }
        return last.map(MapForm::settings);
    }

    private static Map<String, String> settings(Done done) {
        var settings = new HashMap<String, String>();
        settings.put("depthMm", mm(done.depth()));
        settings.put("passes", String.valueOf(done.passes()));
        settings.put("directions", String.valueOf(done.directions()));
        done.glide().ifPresent(speed -> settings.put("glideMmPerS", ZoneForms.plain(speed.millimetresPerSecond())));
        if (!done.manner().depths().isEmpty()) {
            settings.put(
                    "passDepths",
                    done.manner().depths().stream().map(MapForm::mm).collect(Collectors.joining(" ")));
        }
        done.manner().motion().ifPresent(motion -> settings.put("motion", motion.id()));
        done.manner().pattern().ifPresent(pattern -> settings.put("pattern", pattern.id()));
        return settings;
    }

    /// As planned, apart from what is filled in.
    private Optional<Map<String, String>> other(ZoneId zone) {
        return planned(zone).map(settings -> {
            var other = new HashMap<>(settings);
            form.text("depthExact").or(() -> form.text("depthMm")).ifPresent(depth -> other.put("depthMm", depth));
            for (String field : List.of("passes", "directions", "glideMmPerS")) {
                form.text(field).ifPresent(text -> other.put(field, text));
            }
            form.text("passDepths").ifPresent(depths -> {
                other.put("passDepths", depths);
                if (form.text("passes").isEmpty()) {
                    other.put("passes", String.valueOf(depths.split("[\\s;/]+").length));
                }
            });
            return other;
        });
    }

    private int onTopOf(ZoneId zone) {
        return form.integer("at:" + zone.id(), "Entry");
    }

    private static String mm(Depth depth) {
        return depth.millimetres().stripTrailingZeros().toPlainString();
    }
}
