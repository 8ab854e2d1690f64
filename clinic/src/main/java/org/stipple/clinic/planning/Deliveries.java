package org.stipple.clinic.planning;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.DeliveryView;
import org.stipple.clinic.web.look.Verdict;
import org.stipple.dose.NeedleArray;
import org.stipple.dose.Technique;
import org.stipple.dose.UnusableQuestion;
import org.stipple.dose.delivery.Charted;
import org.stipple.dose.delivery.DeliveryCheck;
import org.stipple.dose.delivery.DeliveryFlag;
import org.stipple.protocol.ZoneTrial;
import org.stipple.quantities.Depth;
import org.stipple.quantities.PunctureDensity;

/// The delivered dose beside the planned one, zone by zone, for every session of a course.
@Component
public class Deliveries {

    private final DeliveredDoses delivered;
    private final DoseTrials trials;

    Deliveries(DeliveredDoses delivered, DoseTrials trials) {
        this.delivered = delivered;
        this.trials = trials;
    }

    /// All sessions of the course in which something was charted. The person's record has been opened in the same
    /// transaction.
    public List<DeliveryView> of(Plan plan) {
        return delivered.of(plan.patient(), plan.id()).stream()
                .map(visit -> view(plan, visit))
                .toList();
    }

    /// One session of it; empty where nothing was charted.
    public Optional<DeliveryView> of(Plan plan, UUID session) {
        return delivered.of(plan.patient(), plan.id()).stream()
                .filter(visit -> visit.session().equals(session))
                .map(visit -> view(plan, visit))
                .findFirst();
    }

    /// The punctures of a session so far, of those that its whole plan asks for: zones that were left out or are
    /// left to do count with nothing.
    ///
    /// @return in words; empty where nothing of it can be computed
    public Optional<String> whole(Plan plan, UUID session) {
        var done = delivered.of(plan.patient(), plan.id()).stream()
                .filter(visit -> visit.session().equals(session))
                .flatMap(visit -> visit.zones().stream())
                .toList();
        double asked = 0;
        double given = 0;
        int unknown = 0;
        for (var zone : plan.course().planned()) {
            var planned = trials.asPlanned(plan, zone.id());
            if (planned.isEmpty()) {
                return Optional.empty();
            }
            double area = planned.get().area().squareCentimetres();
            asked += area * asPlanned(planned.get());
            var charted = done.stream().filter(one -> one.zone() == zone.id()).findFirst();
            if (charted.isPresent()) {
                var check = check(planned.get(), charted.get());
                given += check.map(one -> area * one.delivered().perSquareCentimetre())
                        .orElse(0.0);
                unknown += check.isPresent() ? 0 : 1;
            }
        }
        if (asked <= 0) {
            return Optional.empty();
        }
        return Optional.of(percent(given / asked) + " of the punctures that the whole plan asks for"
                + (unknown == 0 ? "" : "; without " + unknown + " for which it is not computed"));
    }

    private static double asPlanned(ZoneTrial planned) {
        var technique = planned.question().technique();
        return DeliveryCheck.of(
                        planned.question(),
                        planned.area(),
                        new Charted(planned.question().device(), technique, Optional.empty()))
                .planned()
                .perSquareCentimetre();
    }

    private DeliveryView view(Plan plan, DeliveredDoses.Visit visit) {
        return new DeliveryView(
                "Session " + visit.number() + ", "
                        + Days.moment(visit.startedAt(), Acting.current().zone()),
                "/people/" + plan.patient() + "/sessions/" + visit.session() + "/report",
                visit.zones().stream().map(zone -> line(plan, zone)).toList());
    }

    private DeliveryView.Line line(Plan plan, DeliveredDoses.Charted done) {
        return trials.asPlanned(plan, done.zone())
                .map(planned -> line(planned, done))
                .orElseGet(() -> notComputed(
                        done,
                        plan.course().planned().stream().anyMatch(zone -> zone.id() == done.zone())
                                ? "its device is not known here any more"
                                : "it is not in the plan"));
    }

    private static DeliveryView.Line line(ZoneTrial planned, DeliveredDoses.Charted done) {
        if (isUntimedStamping(planned, done)) {
            return notComputed(done, "it was stamped, and nobody took the time on the skin");
        }
        return check(planned, done)
                .map(check -> new DeliveryView.Line(
                        done.zone().words(),
                        perCm2(check.planned()),
                        perCm2(check.delivered()),
                        percent(check.ratio()),
                        percent(check.ratioRange().min()) + " to "
                                + percent(check.ratioRange().max()),
                        verdict(check.flags()),
                        word(check.flags()),
                        Stream.of(sentence(check), byDepth(check, done))
                                .filter(words -> !words.isEmpty())
                                .collect(Collectors.joining(" "))))
                // The library's message names a parameter, which tells a reader of the record nothing.
                .orElseGet(() -> notComputed(done, "what was charted lies outside what the dose is computed for"));
    }

    /// With a pen that stood and was lifted neither speed nor passes give the punctures; its time does.
    private static boolean isUntimedStamping(ZoneTrial planned, DeliveredDoses.Charted done) {
        return done.stamped() && done.onSkin().isEmpty() && planned.device().needleArray() instanceof NeedleArray.Pen;
    }

    /// @return empty where the dose of it is not computed
    private static Optional<DeliveryCheck> check(ZoneTrial planned, DeliveredDoses.Charted done) {
        if (isUntimedStamping(planned, done)) {
            return Optional.empty();
        }
        try {
            var device = planned.device().needleArray();
            var technique = Technique.of(device, done.depth(), done.passes(), done.directions())
                    .withGlide(done.glide().orElse(planned.glide()));
            return Optional.of(DeliveryCheck.of(
                    planned.question(), planned.area(), new Charted(device, technique, done.onSkin())));
        } catch (UnusableQuestion _) {
            return Optional.empty();
        }
    }

    /// Each pass gave its share of the punctures, at its own depth: `2 passes at 1.5 mm gave 120/cm², 1 at 1 mm
    /// 60/cm².`
    private static String byDepth(DeliveryCheck check, DeliveredDoses.Charted done) {
        if (done.depths().isEmpty()) {
            return "";
        }
        var passes = new TreeMap<Depth, Integer>(Comparator.reverseOrder());
        done.depths().forEach(depth -> passes.merge(depth, 1, Integer::sum));
        double each = check.delivered().perSquareCentimetre() / done.passes();
        return passes.entrySet().stream()
                .map(at -> at.getValue() + (at.getValue() == 1 ? " pass at " : " passes at ") + at.getKey() + ": "
                        + String.format(Locale.ROOT, "%.0f", each * at.getValue()) + "/cm²")
                .collect(Collectors.joining(", ", "Of it, ", "."));
    }

    private static DeliveryView.Line notComputed(DeliveredDoses.Charted done, String why) {
        return new DeliveryView.Line(
                done.zone().words(), "", "", "", "", Verdict.ASK, "not computed", "Not computed: " + why + ".");
    }

    private static String perCm2(PunctureDensity density) {
        return String.format(Locale.ROOT, "%.0f", density.perSquareCentimetre());
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * ratio);
    }

    private static Verdict verdict(List<DeliveryFlag> flags) {
        if (flags.isEmpty()) {
            return Verdict.GO;
        }
        return flags.stream().allMatch(Deliveries::isDoubt) ? Verdict.ASK : Verdict.CAUTION;
    }

    private static String word(List<DeliveryFlag> flags) {
        return switch (verdict(flags)) {
            case GO -> "as planned";
            case ASK -> "as planned, if told right";
            case CAUTION, SIGN_OFF, WAIT, NO -> "other than planned";
        };
    }

    /// Whether a flag says only that it is not certain.
    private static boolean isDoubt(DeliveryFlag flag) {
        return switch (flag) {
            case DENSITY_UNCERTAIN, TIME_NOT_TAKEN -> true;
            case LESS_DENSE, DENSER, DEEPER, SHALLOWER, OTHER_PASSES, OTHER_DEVICE, TIME_DOES_NOT_FIT -> false;
        };
    }

    private static String sentence(DeliveryCheck check) {
        return check.flags().stream().map(flag -> words(flag, check)).collect(Collectors.joining(" "));
    }

    private static String words(DeliveryFlag flag, DeliveryCheck check) {
        String depth = String.format(Locale.ROOT, "%.2f mm", Math.abs(check.deeperMicrometres()) / 1000.0);
        return switch (flag) {
            case LESS_DENSE -> "Less dense than planned by more than 15 %, whatever the contact was.";
            case DENSER -> "Denser than planned by more than 15 %, whatever the contact was.";
            case DENSITY_UNCERTAIN -> "The density may differ from the plan by more than 15 %.";
            case DEEPER -> "Set " + depth + " deeper than planned.";
            case SHALLOWER -> "Set " + depth + " less deep than planned.";
            case OTHER_PASSES -> "Another number of passes or directions than planned.";
            case OTHER_DEVICE -> "Another device, or one set to other strokes.";
            case TIME_NOT_TAKEN -> "Nobody took the time, so it rests on the speed that was told.";
            case TIME_DOES_NOT_FIT -> "Time, passes and speed do not fit each other: one of them is not what was done.";
        };
    }
}
