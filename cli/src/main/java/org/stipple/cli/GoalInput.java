package org.stipple.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.Limit;
import org.stipple.dose.NeedleArray;
import org.stipple.dose.UnusableQuestion;
import org.stipple.dose.settings.AvailableSettings;
import org.stipple.dose.settings.Cap;
import org.stipple.dose.settings.DoseBounds;
import org.stipple.dose.settings.DoseGoal;
import org.stipple.dose.settings.SessionQuestion;
import org.stipple.dose.settings.SettingsQuestion;
import org.stipple.protocol.Device;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.PunctureDensity;
import org.stipple.quantities.ZoneId;

/// Reads what `stipple dose FILE --search GOAL` is to come near to, described in `docs/data/goal.md`.
final class GoalInput {

    /// Design: the densest that is ever simulated.
    static final double MOST_PER_CM2 = DoseQuestion.MOST_PER_CM2;

    private static final String DENSITY = "a number from 1 to " + DoseQuestion.MOST_PER_CM2 + " /cm²";
    private static final String GOAL =
            "densityPerCm2, " + DENSITY + ", and depthMm, " + DoseInput.expected(Limit.DEPTH);

    /// Design: nothing is done in less.
    static final double LEAST_SECONDS = 0.001;

    /// Design: a day.
    static final double MOST_SECONDS = 86_400;

    /// Design: all zones of a body but the file's own.
    static final int MOST_FURTHER = 39;

    static final int MOST_LISTED = 100;

    /// Source: dose reference, optimiser: "depth step 0.25".
    private static final int STEP_MICROMETRES = 250;

    /// Design: hands from slow to quick around the usual 20 mm/s.
    private static final List<Double> USUAL_GLIDES = List.of(10.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0);

    private final Document file;
    private final Knowledge knowledge;
    private final Optional<Device> device;
    private final List<String> defaults = new ArrayList<>();

    private GoalInput(Document file, Knowledge knowledge) {
        this.file = file;
        this.knowledge = knowledge;
        device = Field.root(file).optional("device").flatMap(field -> switch (field.document()) {
            case Document.Text(var id) -> knowledge.device(id);
            case Document.Flag _, Document.Numeral _, Document.Listing _, Document.Mapping _, Document.Unknown _ ->
                Optional.empty();
        });
    }

    /// What is asked, with the defaults that were filled in.
    ///
    /// @param session zones in the order of the file: its own, then the further ones
    record Asked(SessionQuestion session, List<Optional<ZoneId>> zones, List<String> defaults) {

        Asked {
            zones = List.copyOf(zones);
            defaults = List.copyOf(defaults);
        }
    }

    /// @param goal the document behind `--search`
    /// @param file the document of the question, of which device, technique and zone are taken
    /// @throws UnusableInput with the path of the field that does not fit
    static Asked read(Document goal, Document file, Knowledge knowledge) {
        try {
            return new GoalInput(file, knowledge).read(Field.root(goal));
        } catch (UnusableQuestion unusable) {
            throw new UnusableInput(unusable.field(), unusable.was(), unusable.expected());
        }
    }

    private Asked read(Field root) {
        root.mapping(Set.of("goal", "available", "bounds", "seconds", "further"));
        var goal = goal(root.required("goal", GOAL));
        var own = DoseInput.question(file, knowledge);
        var available = available(root.optional("available"), own.device());
        var bounds = root.optional("bounds");
        var zones = new ArrayList<SettingsQuestion>();
        var ids = new ArrayList<Optional<ZoneId>>();
        ids.add(id(file));
        zones.add(new SettingsQuestion(own, goal, available, bounds(bounds, id(file))));
        for (var further : further(root)) {
            further.mapping(Set.of("zone", "goal", "bounds"));
            var there = ((Document.Mapping) file)
                    .with("zone", further.required("zone").document());
            ids.add(id(there));
            zones.add(new SettingsQuestion(
                    question(further, there),
                    further.optional("goal").map(GoalInput::goal).orElse(goal),
                    available,
                    bounds(further.optional("bounds").or(() -> bounds), id(there))));
        }
        var seconds = root.optional("seconds").map(GoalInput::duration);
        return new Asked(new SessionQuestion(zones, seconds), ids, defaults);
    }

    private static List<Field> further(Field root) {
        var further = root.optional("further").map(Field::items).orElse(List.of());
        if (further.size() > MOST_FURTHER) {
            throw root.required("further").refused("at most " + MOST_FURTHER + " zones");
        }
        return further;
    }

    /// The file's question of another zone; what does not fit there is named by its place in the goal.
    private DoseQuestion question(Field further, Document there) {
        try {
            return DoseInput.question(there, knowledge);
        } catch (UnusableInput unusable) {
            throw unusable.under(further.path());
        }
    }

    private static Optional<ZoneId> id(Document file) {
        return Field.root(file)
                .optional("zone")
                .flatMap(zone -> zone.optional("id"))
                .map(id -> id.constant(ZoneId.class, ZoneId::id));
    }

    private static DoseGoal goal(Field field) {
        field.mapping(Set.of("densityPerCm2", "depthMm"));
        return new DoseGoal(
                PunctureDensity.ofPerSquareCentimetre(
                        field.required("densityPerCm2", DENSITY).number(1, MOST_PER_CM2, DENSITY)),
                DoseInput.depth(field.required("depthMm", DoseInput.expected(Limit.DEPTH)), Limit.DEPTH));
    }

    private AvailableSettings available(Optional<Field> given, NeedleArray needles) {
        given.ifPresent(field -> field.mapping(Set.of("depthsMm", "passes", "directions", "glidesMmPerS")));
        var usual = AvailableSettings.usual(usualDepths(needles), usualGlides());
        return new AvailableSettings(
                listed(given, "depthsMm")
                        .map(items -> items.stream()
                                .map(each -> DoseInput.depth(each, Limit.DEPTH))
                                .toList())
                        .orElseGet(() -> assumed("depths", usual.depths())),
                listed(given, "passes")
                        .map(items -> whole(items, Limit.PASSES))
                        .orElseGet(() -> assumed("passes", usual.passes())),
                listed(given, "directions")
                        .map(items -> whole(items, Limit.DIRECTIONS))
                        .orElseGet(() -> assumed("directions", usual.directions())),
                listed(given, "glidesMmPerS")
                        .map(items -> items.stream()
                                .map(each -> GlideSpeed.ofMillimetresPerSecond(DoseInput.number(each, Limit.GLIDE)))
                                .toList())
                        .orElseGet(() -> switch (needles) {
                            case NeedleArray.Pen _ -> assumed("glides", usual.glides());
                            case NeedleArray.Roller _, NeedleArray.Stamp _ -> usual.glides();
                        }));
    }

    private <T> List<T> assumed(String what, List<T> values) {
        defaults.add(what + " "
                + String.join(", ", values.stream().map(Object::toString).toList()) + " (design: default)");
        return values;
    }

    private static Optional<List<Field>> listed(Optional<Field> given, String name) {
        return given.flatMap(field -> field.optional(name)).map(field -> {
            var items = field.items();
            if (items.isEmpty() || items.size() > MOST_LISTED) {
                throw field.refused("1 to " + MOST_LISTED + " values");
            }
            return items;
        });
    }

    private static List<Integer> whole(List<Field> items, Limit limit) {
        return items.stream().map(each -> DoseInput.whole(each, limit)).toList();
    }

    /// The device's own steps; without them a quarter of a millimetre each, and what has no dial its length.
    private List<Depth> usualDepths(NeedleArray needles) {
        if (device.isPresent()) {
            return device.get().settings();
        }
        var length = needles.needle().length();
        var steps = new ArrayList<Depth>();
        for (int step = STEP_MICROMETRES;
                needles instanceof NeedleArray.Pen && Depth.ofMicrometres(step).compareTo(length) < 0;
                step += STEP_MICROMETRES) {
            steps.add(Depth.ofMicrometres(step));
        }
        steps.add(length);
        return steps;
    }

    private static List<GlideSpeed> usualGlides() {
        return USUAL_GLIDES.stream().map(GlideSpeed::ofMillimetresPerSecond).toList();
    }

    private DoseBounds bounds(Optional<Field> given, Optional<ZoneId> zone) {
        given.ifPresent(field -> field.mapping(
                Set.of("labelDepthMm", "scopeDepthMm", "seconds", "beyondDermis", "coverage", "duplicates")));
        return new DoseBounds(
                depth(given, "labelDepthMm").or(this::evaluated),
                depth(given, "scopeDepthMm"),
                cap(given, "beyondDermis").orElseGet(() -> beyondDermis(zone)),
                given.flatMap(field -> field.optional("seconds")).map(GoalInput::duration),
                Optional.of(cap(given, "coverage").orElse(Cap.caution(DoseBounds.USUAL_COVERAGE))),
                cap(given, "duplicates"));
    }

    private static Optional<Depth> depth(Optional<Field> given, String name) {
        return given.flatMap(field -> field.optional(name)).map(field -> DoseInput.depth(field, Limit.DEPTH));
    }

    private Optional<Depth> evaluated() {
        var deepest = device.flatMap(Device::evaluated);
        deepest.ifPresent(depth -> note("label depth " + depth + ", the deepest that the device's label evaluated"));
        return deepest;
    }

    /// Hard where the knowledge base spares what lies below the dermis, elsewhere a caution.
    private Cap beyondDermis(Optional<ZoneId> zone) {
        String most = "beyond the dermis at most 1 % in the worst scenario, ";
        if (zone.map(knowledge::sparesBelowDermis).orElse(false)) {
            note(most + "hard over the " + zone.orElseThrow().words() + " (design: default)");
            return Cap.hard(DoseBounds.USUAL_BEYOND_DERMIS);
        }
        note(most + "a caution (design: default)");
        return Cap.caution(DoseBounds.USUAL_BEYOND_DERMIS);
    }

    private void note(String words) {
        if (!defaults.contains(words)) {
            defaults.add(words);
        }
    }

    private static Optional<Cap> cap(Optional<Field> given, String name) {
        return given.flatMap(field -> field.optional(name)).map(field -> {
            field.mapping(Set.of("most", "force"));
            return new Cap(
                    Fraction.ofValue(field.required("most").number(0, 1)),
                    field.required("force").constant(Cap.Force.class, GoalAnswer::id));
        });
    }

    private static Duration duration(Field field) {
        return Duration.ofNanos(Math.round(1e9 * field.number(LEAST_SECONDS, MOST_SECONDS)));
    }
}
