package org.stipple.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One run over one or two photos: gates, registration, readings, in this order.
final class Measuring {

    /// `design`: below this part of a zone seen in both photos, the rest may be what changed.
    private static final double MIN_COMMON = 0.8;

    /// `design`: below this part of a zone that shows skin, the mean is not that of the zone.
    private static final double MIN_SKIN = 0.5;

    private final Photo baseline;
    private final Optional<Photo> followup;
    private final PhotoSetting setting;
    private final Repeatability repeatability;
    private final List<Gate> gates = new ArrayList<>();
    private Optional<SkinMasks> masks = Optional.empty();

    Measuring(Photo baseline, Optional<Photo> followup, PhotoSetting setting, Repeatability repeatability) {
        this.baseline = baseline;
        this.followup = followup;
        this.setting = setting;
        this.repeatability = repeatability;
    }

    /// Also gathers what was found: to be asked instead of [#answer()].
    MaskedMeasurement masked() {
        var gathered = new SkinMasks(baseline, followup);
        masks = Optional.of(gathered);
        Measurement measurement = answer();
        Optional<Affine> onto = measurement.registration().flatMap(Measuring::onto);
        return new MaskedMeasurement(measurement, gathered.masks(onto, setting.scale()));
    }

    private static Optional<Affine> onto(Registration registration) {
        return switch (registration) {
            case Registration.Registered registered ->
                switch (registered.onto()) {
                    case Affine affine -> Optional.of(affine);
                };
            case Registration.NotRegistered _ -> Optional.empty();
        };
    }

    Measurement answer() {
        List<Zone> zones = setting.zones();
        if (zones.isEmpty() && setting.view() == View.PATCH) {
            zones = List.of(new Zone(Zone.PATCH, Outline.whole(baseline)));
        }
        if (zones.isEmpty()) {
            return face();
        }
        Optional<Registration> registration = followup.map(photo -> Aligner.align(baseline, photo));
        var readings = new ArrayList<ZoneReadings>();
        for (Zone zone : zones) {
            readings.add(zone(zone, registration));
        }
        return new Measurement(setting.scale(), gates, registration, readings);
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
        for (Gate gate : gates) {
            if (!gate.passed()) {
                reasons.add(String.format(
                        Locale.ROOT,
                        "the %s has only %.0f pixels on its shorter side, and a face needs %.0f",
                        gate.shot().id(),
                        gate.value(),
                        gate.limit()));
            }
        }
        Optional<Registration> registration = followup.map(_ ->
                new Registration.NotRegistered("no landmarks and no zones: there is nothing to lay onto each other"));
        return new Measurement(
                setting.scale(),
                gates,
                registration,
                List.of(new ZoneReadings(
                        Measurement.FACE, Optional.empty(), Optional.empty(), ZoneMetrics.refused(reasons))));
    }

    private ZoneReadings zone(Zone zone, Optional<Registration> registration) {
        var region = Region.of(zone.outline(), baseline.width(), baseline.height());
        var reasons = new ArrayList<String>();
        judge(Gates.ofZone(baseline, region, Gate.Shot.BASELINE, zone.id(), setting.scale()), reasons);
        Optional<Outline> carried = Optional.empty();
        List<Reading> readings;
        if (followup.isPresent() && registration.isPresent()) {
            switch (registration.get()) {
                case Registration.Registered registered -> {
                    carried = Optional.of(registered.onto().of(zone.outline()));
                    readings = compared(zone, region, followup.get(), registered, reasons);
                }
                case Registration.NotRegistered(var why) -> {
                    reasons.add(why);
                    var whole = Outline.whole(followup.get());
                    var all = Region.of(
                            whole, followup.get().width(), followup.get().height());
                    judge(Gates.ofZone(followup.get(), all, Gate.Shot.FOLLOWUP, zone.id(), noScale()), reasons);
                    readings = ZoneMetrics.refused(reasons);
                }
            }
        } else {
            readings = alone(new ZoneReader(baseline, region, setting.scale(), zone.id()), reasons);
        }
        return new ZoneReadings(zone.id(), setting.scale().area(region.count()), carried, readings);
    }

    /// Without a registration nothing is known about the follow-up's distance.
    private static Scale noScale() {
        return new Scale.Unknown("the follow-up is not registered");
    }

    private List<Reading> alone(ZoneReader reader, List<String> reasons) {
        judgeColour(reader.colour(), "baseline", reasons);
        if (reasons.isEmpty()) {
            masks.ifPresent(gathered -> gathered.add(SkinMask.Of.BASELINE, reader));
        }
        return ZoneMetrics.alone(reader, reasons);
    }

    private List<Reading> compared(
            Zone zone, Region region, Photo later, Registration.Registered registered, List<String> reasons) {
        Affine onto = switch (registered.onto()) {
            case Affine affine -> affine;
        };
        Region here = region.seenBy(onto, later);
        Region there = Region.of(onto.of(zone.outline()), later.width(), later.height())
                .seenBy(onto.inverse(), baseline);
        double common = region.count() == 0 ? 0 : here.count() / (double) region.count();
        if (common < MIN_COMMON) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "only %.0f %% of the zone is in both photos, at least %.0f %% is needed",
                    100 * common,
                    100 * MIN_COMMON));
        }
        judge(Gates.ofZone(later, there, Gate.Shot.FOLLOWUP, zone.id(), scaleOfFollowup(onto)), reasons);
        var before = new ZoneReader(baseline, here, setting.scale(), zone.id());
        var after = new ZoneReader(later, there, scaleOfFollowup(onto), zone.id());
        judgeColour(before.colour(), "baseline", reasons);
        judgeColour(after.colour(), "followup", reasons);
        if (before.colour().used() > 0 && after.colour().used() > 0) {
            judge(Gates.ofLight(before.colour(), after.colour(), zone.id()), reasons);
        }
        if (reasons.isEmpty()) {
            masks.ifPresent(gathered -> {
                gathered.add(SkinMask.Of.BASELINE, before);
                gathered.add(SkinMask.Of.FOLLOWUP, after);
            });
        }
        return ZoneMetrics.compared(before, after, repeatability, reasons);
    }

    private Scale scaleOfFollowup(Affine onto) {
        return switch (setting.scale()) {
            case Scale.Unknown unknown -> unknown;
            case Scale.Known(var pixel, var from) ->
                new Scale.Known(
                        org.stipple.quantities.Length.ofMillimetres(
                                pixel.millimetres() / Math.sqrt(onto.determinant())),
                        from);
        };
    }

    private void judge(List<Gate> judged, List<String> reasons) {
        gates.addAll(judged);
        judged.stream().filter(gate -> !gate.passed()).map(Gate::fault).forEach(reasons::add);
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
