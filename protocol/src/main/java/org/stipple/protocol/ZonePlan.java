package org.stipple.protocol;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Depth;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.StrokeFrequency;
import org.stipple.quantities.ZoneId;

/// What is planned in a zone, or why nothing is.
public sealed interface ZonePlan {

    ZoneId id();

    /// Nothing is planned.
    ///
    /// @param reason in words for the professional
    record Refused(ZoneId id, String reason) implements ZonePlan {}

    /// What is planned.
    ///
    /// @param passes full coverages of the zone
    /// @param directions in which they run
    /// @param strokeHz for pens
    /// @param glide for pens
    /// @param offLabel why the use is outside the device's clearances; empty where it is inside
    /// @param dose what the zone receives, as `stipple dose` answers; empty where it was not computed
    /// @param checks each limit with what was asked and what is given
    /// @param schedule of this zone, where the zones are treated for different things; empty where that of
    ///   the course is the zone's
    record Planned(
            ZoneId id,
            DepthPlan depth,
            int passes,
            int directions,
            Optional<StrokeFrequency> strokeHz,
            Optional<GlideSpeed> glide,
            Optional<String> offLabel,
            Optional<Document> dose,
            List<Check> checks,
            Optional<CourseSchedule> schedule)
            implements ZonePlan {
        public Planned {
            checks = List.copyOf(checks);
        }

        Planned with(CourseSchedule own) {
            return new Planned(
                    id, depth, passes, directions, strokeHz, glide, offLabel, dose, checks, Optional.of(own));
        }
    }

    /// A set depth with the settings around it.
    ///
    /// @param chosen needs no signature unless the goal asks for more or the device has nothing else
    /// @param max includes depths that need a signature
    /// @param boundBy the limit that binds: `indication`, `zone`, `label`, `device`, `dermis`, `law`, `scope` or
    ///   `home`
    record DepthPlan(Depth chosen, Depth min, Depth max, String boundBy) {}

    /// A limit that was looked at.
    ///
    /// @param check its name
    /// @param asked the limit, or what was wished for
    /// @param given what is planned
    record Check(String check, boolean passed, Optional<BigDecimal> asked, Optional<BigDecimal> given) {

        public Check {
            asked = asked.map(Check::plain);
            given = given.map(Check::plain);
        }

        /// Without trailing zeros and without an exponent, so that it is the same after it was written and read.
        private static BigDecimal plain(BigDecimal number) {
            var stripped = number.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }

        private Document document() {
            return Document.mapping()
                    .with("check", Document.of(check))
                    .with("passed", Document.of(passed))
                    .with("asked", number(asked))
                    .with("given", number(given));
        }

        private static Document number(Optional<BigDecimal> number) {
            return number.<Document>map(Document::of).orElse(Document.UNKNOWN);
        }

        private static Check read(Field field) {
            return new Check(
                    field.required("check").text(),
                    field.required("passed").flag(),
                    field.optional("asked").map(one -> one.decimal("-1000000", "1000000")),
                    field.optional("given").map(one -> one.decimal("-1000000", "1000000")));
        }
    }

    /// As the command line gives it.
    default Document document() {
        return switch (this) {
            case Refused(var id, var reason) ->
                Document.mapping().with("id", Document.of(id.id())).with("refused", Document.of(reason));
            case Planned planned -> document(planned);
        };
    }

    private static Document document(Planned planned) {
        var fields = new LinkedHashMap<String, Document>();
        fields.put("id", Document.of(planned.id().id()));
        fields.put(
                "depthMm",
                Document.mapping()
                        .with("chosen", mm(planned.depth().chosen()))
                        .with("min", mm(planned.depth().min()))
                        .with("max", mm(planned.depth().max()))
                        .with("boundBy", Document.of(planned.depth().boundBy())));
        fields.put("passes", Document.of(planned.passes()));
        fields.put("directions", Document.of(planned.directions()));
        fields.put(
                "strokeHz",
                planned.strokeHz().map(one -> Document.of(one.hertz())).orElse(Document.UNKNOWN));
        fields.put(
                "glideMmPerS",
                planned.glide()
                        .map(one -> Document.of(one.millimetresPerSecond()))
                        .orElse(Document.UNKNOWN));
        fields.put("offLabel", planned.offLabel().map(Document::of).orElse(Document.UNKNOWN));
        fields.put("dose", planned.dose().orElse(Document.UNKNOWN));
        if (planned.dose().isEmpty()) {
            fields.put("doseAbsent", Document.of("it cannot be computed for this device and area"));
        }
        fields.put(
                "checks",
                Document.listing(planned.checks().stream().map(Check::document).toList()));
        planned.schedule().ifPresent(schedule -> {
            fields.put("sessions", schedule.sessions().document());
            fields.put("intervalDays", schedule.intervalDays().document());
            fields.put("assessAtDays", schedule.assessDocument());
            fields.put("maintenance", Document.texts(schedule.maintenance()));
        });
        return new Document.Mapping(fields);
    }

    private static Document mm(Depth depth) {
        return Document.of(depth.millimetres());
    }

    static ZonePlan read(Field field) {
        var id = Stored.zone(field.required("id"));
        if (field.names().contains("refused")) {
            return new Refused(id, field.required("refused").text());
        }
        var depth = field.required("depthMm");
        return new Planned(
                id,
                new DepthPlan(
                        readDepth(depth, "chosen"),
                        readDepth(depth, "min"),
                        readDepth(depth, "max"),
                        depth.required("boundBy").text()),
                field.required("passes").integer(1, 100),
                field.required("directions").integer(1, 16),
                field.optional("strokeHz").map(one -> StrokeFrequency.ofHertz(one.number(0.1, 1_000))),
                field.optional("glideMmPerS").map(one -> GlideSpeed.ofMillimetresPerSecond(one.number(0.1, 500))),
                field.optional("offLabel").map(Field::text),
                field.optional("dose").map(Field::document),
                field.required("checks").items().stream().map(Check::read).toList(),
                CourseSchedule.readWithin(field));
    }

    private static Depth readDepth(Field field, String name) {
        return EntryReader.depth(field.required(name));
    }
}
