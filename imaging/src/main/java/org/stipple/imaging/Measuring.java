package org.stipple.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One run over one or two photos: preparation, gates, registration, readings, in this order.
final class Measuring {

    /// `design`: below this part of a zone seen in both photos, the rest may be what changed.
    private static final double MIN_COMMON = 0.8;

    /// `design`: below this part of a zone that shows skin, the mean is not that of the zone.
    private static final double MIN_SKIN = 0.5;

    private static final String NOT_IN_THIS_VERSION = "not implemented in this version";

    private final Photo baseline;
    private final Optional<Photo> followup;
    private final Preparation ready;
    private final PhotoSetting setting;
    private final List<Gate> gates = new ArrayList<>();

    Measuring(Photo baseline, Optional<Photo> followup, PhotoSetting setting) {
        this.baseline = baseline;
        this.followup = followup;
        this.ready = Preparation.of(baseline, followup, setting);
        this.setting = ready.setting();
        gates.addAll(ready.gates());
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

    private static ZoneReadings hidden(FaceAtlas.Lying zone) {
        String why = String.format(
                Locale.ROOT,
                "the zone faces away from the camera: it is turned by %.0f degrees, and at most %.0f can be read",
                zone.awayDegrees(),
                FaceAtlas.MAX_AWAY_DEGREES);
        return new ZoneReadings(zone.id().id(), Optional.empty(), Optional.empty(), refused(List.of(why)));
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
                List.of(new ZoneReadings(Measurement.FACE, Optional.empty(), Optional.empty(), refused(reasons))));
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

    private static List<Reading> refused(List<String> reasons) {
        var readings = new ArrayList<Reading>();
        for (Metric metric : Metric.values()) {
            var all = new ArrayList<String>();
            if (metric != Metric.ERYTHEMA_INDEX) {
                all.add(NOT_IN_THIS_VERSION);
            }
            all.addAll(reasons);
            readings.add(new Reading.NotMeasurable(metric, String.join("; ", all)));
        }
        return readings;
    }

    private ZoneReadings zone(Zone zone, Optional<Registration> registration) {
        var region = Region.of(zone.outline(), baseline.width(), baseline.height());
        var reasons = new ArrayList<>(ready.faults());
        reasons.addAll(GateScope.faults(ready.gates(), Metric.ERYTHEMA_INDEX));
        judge(Gates.ofScale(setting.scale(), region, Gate.Shot.BASELINE, zone.id()), reasons);
        judge(Gates.ofZone(baseline, region, Gate.Shot.BASELINE, zone.id(), setting.scale()), reasons);
        Optional<Outline> carried = Optional.empty();
        Reading erythema;
        if (followup.isPresent() && registration.isPresent()) {
            switch (registration.get()) {
                case Registration.Registered registered -> {
                    carried = Optional.of(registered.onto().of(zone.outline()));
                    erythema = compared(zone, region, followup.get(), registered, reasons);
                }
                case Registration.NotRegistered(var why) -> {
                    reasons.add(why);
                    var whole = Outline.whole(followup.get());
                    var all = Region.of(
                            whole, followup.get().width(), followup.get().height());
                    judge(Gates.ofZone(followup.get(), all, Gate.Shot.FOLLOWUP, zone.id(), noScale()), reasons);
                    erythema = new Reading.NotMeasurable(Metric.ERYTHEMA_INDEX, String.join("; ", reasons));
                }
            }
        } else {
            erythema = alone(ZoneColour.of(baseline, region), reasons);
        }
        var readings = new ArrayList<Reading>();
        for (Metric metric : Metric.values()) {
            readings.add(
                    metric == Metric.ERYTHEMA_INDEX
                            ? erythema
                            : new Reading.NotMeasurable(metric, NOT_IN_THIS_VERSION));
        }
        return new ZoneReadings(zone.id(), setting.scale().area(region.count()), carried, readings);
    }

    /// Without a registration nothing is known about the follow-up's distance.
    private static Scale noScale() {
        return new Scale.Unknown("the follow-up is not registered");
    }

    private static Reading alone(ZoneColour colour, List<String> reasons) {
        judgeColour(colour, "baseline", reasons);
        return reasons.isEmpty()
                ? new Reading.Measured(Metric.ERYTHEMA_INDEX, colour.erythemaIndex())
                : new Reading.NotMeasurable(Metric.ERYTHEMA_INDEX, String.join("; ", reasons));
    }

    private Reading compared(
            Zone zone, Region region, Photo later, Registration.Registered registered, List<String> reasons) {
        Registration.Carry onto = registered.onto();
        Region here = region.seenBy(onto, later);
        Region there = Region.of(onto.of(zone.outline().inPieces()), later.width(), later.height())
                .seenBy(onto.inverse(), baseline);
        double common = region.count() == 0 ? 0 : here.count() / (double) region.count();
        if (common < MIN_COMMON) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "only %.0f %% of the zone is in both photos, at least %.0f %% is needed",
                    100 * common,
                    100 * MIN_COMMON));
        }
        Scale scale = scaleOfFollowup(onto, zone.outline());
        judge(Gates.ofScale(scale, there, Gate.Shot.FOLLOWUP, zone.id()), reasons);
        judge(Gates.ofZone(later, there, Gate.Shot.FOLLOWUP, zone.id(), scale), reasons);
        var before = ZoneColour.of(baseline, here);
        var after = ZoneColour.of(later, there);
        judgeColour(before, "baseline", reasons);
        judgeColour(after, "followup", reasons);
        if (before.used() > 0 && after.used() > 0) {
            judge(Gates.ofLight(before, after, zone.id()), reasons);
            judge(Gates.ofCourse(LightCourse.of(baseline, here), LightCourse.of(later, there), zone.id()), reasons);
        }
        if (!reasons.isEmpty()) {
            return new Reading.NotMeasurable(Metric.ERYTHEMA_INDEX, String.join("; ", reasons));
        }
        double sdc95 = DetectionLimit.ERYTHEMA_INDEX;
        double change = after.erythemaIndex() - before.erythemaIndex();
        return new Reading.Compared(
                Metric.ERYTHEMA_INDEX,
                before.erythemaIndex(),
                after.erythemaIndex(),
                sdc95,
                Verdict.ofLessIsBetter(change, sdc95));
    }

    private Scale scaleOfFollowup(Registration.Carry onto, Outline outline) {
        return switch (setting.scale()) {
            case Scale.Unknown unknown -> unknown;
            case Scale.Known(var pixel, var from) ->
                new Scale.Known(
                        org.stipple.quantities.Length.ofMillimetres(pixel.millimetres() / onto.zoom(outline)), from);
        };
    }

    private void judge(List<Gate> judged, List<String> reasons) {
        gates.addAll(judged);
        reasons.addAll(GateScope.faults(judged, Metric.ERYTHEMA_INDEX));
    }

    private static void judgeColour(ZoneColour colour, String photo, List<String> reasons) {
        if (colour.used() < MIN_SKIN * colour.total() || colour.used() == 0) {
            reasons.add(
                    String.format(Locale.ROOT, "in the %s less than half of the zone shows the colour of skin", photo));
        } else if (colour.logRed() == colour.logGreen() && colour.logGreen() == colour.logBlue()) {
            reasons.add(String.format(Locale.ROOT, "the %s is grey and has no colour to be read", photo));
        }
    }
}
