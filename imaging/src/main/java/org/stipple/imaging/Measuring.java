package org.stipple.imaging;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// One run over one or two photos: preparation, gates, registration, readings, in this order.
final class Measuring {

    /// `design`: below this part of a zone seen in both photos, the rest may be what changed.
    private static final double MIN_COMMON = 0.8;

    /// `design`: below this part of a zone that shows skin, the mean is not that of the zone.
    private static final double MIN_SKIN = 0.5;

    private final Photo baseline;
    private final Optional<Photo> followup;
    private final Preparation ready;
    private final PhotoSetting setting;
    private final Repeatability repeatability;
    private final ZoneMetrics metrics;
    private final List<Gate> gates = new ArrayList<>();
    private final List<Gate> ofPhotos;
    private Optional<SkinMasks> masks = Optional.empty();

    Measuring(Photo baseline, Optional<Photo> followup, PhotoSetting setting, Repeatability repeatability) {
        this(baseline, followup, setting, repeatability, EnumSet.allOf(Metric.class));
    }

    /// @param asked metrics that are to be read
    Measuring(
            Photo baseline,
            Optional<Photo> followup,
            PhotoSetting setting,
            Repeatability repeatability,
            Set<Metric> asked) {
        this.metrics = new ZoneMetrics(asked);
        this.baseline = baseline;
        this.followup = followup;
        this.ready = Preparation.of(baseline, followup, setting);
        this.setting = ready.setting();
        this.repeatability = repeatability;
        gates.addAll(ready.gates());
        gates.add(Gates.ofCompression(baseline, Gate.Shot.BASELINE));
        followup.ifPresent(photo -> {
            gates.add(Gates.ofCompression(photo, Gate.Shot.FOLLOWUP));
            gates.add(Gates.ofCompression(baseline, photo));
        });
        ofPhotos = List.copyOf(gates);
    }

    /// Also gathers what was found: to be asked instead of [#answer()].
    MaskedMeasurement masked() {
        var gathered = new SkinMasks(baseline, followup);
        masks = Optional.of(gathered);
        Measurement measurement = answer();
        Optional<Registration.Carry> onto = measurement.registration().flatMap(Measuring::onto);
        return new MaskedMeasurement(measurement, gathered.masks(onto, setting.scale()), setting.zones());
    }

    private static Optional<Registration.Carry> onto(Registration registration) {
        return switch (registration) {
            case Registration.Registered registered -> Optional.of(registered.onto());
            case Registration.NotRegistered _ -> Optional.empty();
        };
    }

    Measurement answer() {
        List<Zone> zones = setting.zones();
        if (zones.isEmpty() && ready.hidden().isEmpty()) {
            return face();
        }
        Optional<Registration> registration = followup.map(photo -> Aligner.align(baseline, photo, setting.scale()));
        var readings = new ArrayList<ZoneReadings>();
        for (Zone zone : zones) {
            readings.add(zone(zone, registration));
        }
        ready.hidden().forEach(zone -> readings.add(hidden(zone)));
        return new Measurement(setting.scale(), ready.colour(), gates, registration, readings);
    }

    private ZoneReadings hidden(FaceAtlas.Lying zone) {
        String why = String.format(
                Locale.ROOT,
                "the zone faces away from the camera: it is turned by %.0f degrees, and at most %.0f can be read",
                zone.awayDegrees(),
                FaceAtlas.MAX_AWAY_DEGREES);
        return new ZoneReadings(
                zone.id().id(), Optional.empty(), Optional.empty(), metrics.refused(new Obstacles(List.of(why))));
    }

    /// Nobody knows where its zones are, so nothing is read; all that stands in the way is said at once.
    private Measurement face() {
        gates.add(Gates.ofFace(baseline, Gate.Shot.BASELINE));
        followup.ifPresent(photo -> gates.add(Gates.ofFace(photo, Gate.Shot.FOLLOWUP)));
        var reasons = new ArrayList<String>();
        reasons.add("no landmarks and no zones were given, so nobody knows where on the face the skin lies");
        if (setting.scale() instanceof Scale.Unknown(var why)) {
            reasons.add(why);
        }
        gates.stream()
                .filter(gate -> !gate.passed())
                .map(Measuring::faultOfFace)
                .forEach(reasons::add);
        Optional<Registration> registration = followup.map(_ ->
                new Registration.NotRegistered("no landmarks and no zones: there is nothing to lay onto each other"));
        return new Measurement(
                setting.scale(),
                ready.colour(),
                gates,
                registration,
                List.of(new ZoneReadings(
                        Measurement.FACE,
                        Optional.empty(),
                        Optional.empty(),
                        metrics.refused(new Obstacles(reasons)))));
    }

    private static String faultOfFace(Gate gate) {
        return gate.kind() != Gate.Kind.SIZE_PX
                ? gate.fault()
                : String.format(
                        Locale.ROOT,
                        "the %s has only %.0f pixels on its shorter side, and a face needs %.0f",
                        gate.shot().id(),
                        gate.value(),
                        gate.limit());
    }

    private ZoneReadings zone(Zone zone, Optional<Registration> registration) {
        var region = ready.onBaseline().leave(Region.of(zone.outline(), baseline.width(), baseline.height()));
        var obstacles = new Obstacles(ready.faults());
        obstacles.judged(ofPhotos);
        judge(Gates.ofScale(setting.scale(), region, Gate.Shot.BASELINE, zone.id()), obstacles);
        var colour = ZoneColour.of(baseline, region);
        judge(Gates.ofZone(baseline, region, colour, Gate.Shot.BASELINE, zone.id(), setting.scale()), obstacles);
        Optional<Outline> carried = Optional.empty();
        List<Reading> readings;
        if (followup.isPresent() && registration.isPresent()) {
            switch (registration.get()) {
                case Registration.Registered registered -> {
                    carried = Optional.of(registered.onto().of(zone.outline()));
                    readings = compared(zone, region, colour, followup.get(), registered, obstacles);
                }
                case Registration.NotRegistered(var why) -> {
                    obstacles.add(why);
                    var whole = Outline.whole(followup.get());
                    var all = ready.onFollowup()
                            .leave(Region.of(
                                    whole,
                                    followup.get().width(),
                                    followup.get().height()));
                    var light = ZoneColour.of(followup.get(), all);
                    judge(
                            Gates.ofZone(followup.get(), all, light, Gate.Shot.FOLLOWUP, zone.id(), noScale()),
                            obstacles);
                    readings = metrics.refused(obstacles);
                }
            }
        } else {
            readings = alone(
                    new ZoneReader(baseline, region, setting.scale(), zone.id(), colour, ready.baseline()), obstacles);
        }
        return new ZoneReadings(zone.id(), setting.scale().area(region.count()), carried, readings);
    }

    /// Without a registration nothing is known about the follow-up's distance.
    private static Scale noScale() {
        return new Scale.Unknown("the follow-up is not registered");
    }

    private List<Reading> alone(ZoneReader reader, Obstacles obstacles) {
        judgeColour(reader.colour(), "baseline", obstacles);
        masks.ifPresent(gathered -> gathered.add(SkinMask.Of.BASELINE, reader, obstacles));
        return metrics.alone(reader, obstacles);
    }

    private List<Reading> compared(
            Zone zone,
            Region region,
            ZoneColour whole,
            Photo later,
            Registration.Registered registered,
            Obstacles obstacles) {
        Registration.Carry onto = registered.onto();
        Region common = region.seenBy(onto, later);
        Region here = ready.onFollowup().leave(common, onto.inverse());
        Region within = Region.of(onto.of(zone.outline().inPieces()), later.width(), later.height())
                .seenBy(onto.inverse(), baseline);
        Region there = ready.onBaseline().leave(ready.onFollowup().leave(within), onto);
        double part = region.count() == 0 ? 0 : common.count() / (double) region.count();
        if (part < MIN_COMMON) {
            obstacles.add(String.format(
                    Locale.ROOT,
                    "only %.0f %% of the zone is in both photos, at least %.0f %% is needed",
                    100 * part,
                    100 * MIN_COMMON));
        }
        Scale scale = scaleOfFollowup(onto, zone.outline());
        judge(Gates.ofScale(scale, there, Gate.Shot.FOLLOWUP, zone.id()), obstacles);
        var colour = here.count() == region.count() ? whole : ZoneColour.of(baseline, here);
        var laterColour = ZoneColour.of(later, there);
        judge(Gates.ofZone(later, there, laterColour, Gate.Shot.FOLLOWUP, zone.id(), scale), obstacles);
        var before = new ZoneReader(baseline, here, setting.scale(), zone.id(), colour, ready.baseline());
        var after = new ZoneReader(later, there, scale, zone.id(), laterColour, ready.followup());
        judgeColour(before.colour(), "baseline", obstacles);
        judgeColour(after.colour(), "followup", obstacles);
        if (before.colour().used() > 0 && after.colour().used() > 0) {
            judge(Gates.ofLight(before.colour(), after.colour(), zone.id()), obstacles);
            judge(likeness(later, here, there, onto, zone), obstacles);
            judge(Gates.ofCourse(LightCourse.of(baseline, here), LightCourse.of(later, there), zone.id()), obstacles);
        }
        masks.ifPresent(gathered -> {
            gathered.add(SkinMask.Of.BASELINE, before, obstacles);
            gathered.add(SkinMask.Of.FOLLOWUP, after, obstacles);
        });
        return metrics.compared(before, after, repeatability, obstacles);
    }

    private List<Gate> likeness(Photo later, Region here, Region there, Registration.Carry onto, Zone zone) {
        var sharper = Sharpness.Change.of(baseline, here, later, there);
        double grainier = Grain.of(later, there) - Grain.of(baseline, here);
        return Gates.ofLikeness(sharper, grainier, Foreshortening.degrees(onto, here), zone.id());
    }

    private Scale scaleOfFollowup(Registration.Carry onto, Outline outline) {
        return switch (setting.scale()) {
            case Scale.Unknown unknown -> unknown;
            case Scale.Known(var pixel, var from) ->
                new Scale.Known(
                        org.stipple.quantities.Length.ofMillimetres(pixel.millimetres() / onto.zoom(outline)), from);
        };
    }

    private void judge(List<Gate> judged, Obstacles obstacles) {
        gates.addAll(judged);
        obstacles.judged(judged);
    }

    private static void judgeColour(ZoneColour colour, String photo, Obstacles obstacles) {
        if (colour.used() < MIN_SKIN * colour.total() || colour.used() == 0) {
            obstacles.add(
                    String.format(Locale.ROOT, "in the %s less than half of the zone shows the colour of skin", photo));
        } else if (colour.logRed() == colour.logGreen() && colour.logGreen() == colour.logBlue()) {
            obstacles.add(String.format(Locale.ROOT, "the %s is grey and has no colour to be read", photo));
        }
    }
}
