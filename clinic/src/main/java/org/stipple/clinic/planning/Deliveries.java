package org.stipple.clinic.planning;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.DeliveryView;
import org.stipple.clinic.web.look.Verdict;
import org.stipple.dose.Technique;
import org.stipple.dose.UnusableQuestion;
import org.stipple.dose.delivery.Charted;
import org.stipple.dose.delivery.DeliveryCheck;
import org.stipple.dose.delivery.DeliveryFlag;
import org.stipple.protocol.ZoneTrial;
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
        try {
            var device = planned.device().needleArray();
            var technique = Technique.of(device, done.depth(), done.passes(), done.directions())
                    .withGlide(done.glide().orElse(planned.glide()));
            var check =
                    DeliveryCheck.of(planned.question(), planned.area(), new Charted(device, technique, done.onSkin()));
            return new DeliveryView.Line(
                    done.zone().words(),
                    perCm2(check.planned()),
                    perCm2(check.delivered()),
                    percent(check.ratio()),
                    percent(check.ratioRange().min()) + " to "
                            + percent(check.ratioRange().max()),
                    verdict(check.flags()),
                    word(check.flags()),
                    sentence(check));
        } catch (UnusableQuestion _) {
            // Its message names a parameter of the library, which tells a reader of the record nothing.
            return notComputed(done, "what was charted lies outside what the dose is computed for");
        }
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
