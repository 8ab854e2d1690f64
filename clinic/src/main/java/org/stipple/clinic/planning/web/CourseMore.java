package org.stipple.clinic.planning.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.Deliveries;
import org.stipple.clinic.planning.DoseTrials;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.web.PlanningViews.Anew;
import org.stipple.clinic.planning.web.PlanningViews.DoseLink;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.look.DeliveryView;
import org.stipple.clinic.web.look.FieldView;
import org.stipple.protocol.ZonePlan;

/// What stands on a course's page beside the plan: what each zone receives, the wishes for another plan, and
/// what was delivered.
@Component
class CourseMore {

    /// Design: the pictures of more zones make the page slow to read.
    private static final int SHOWN_AT_ONCE = 4;

    private final DoseLooks looks;
    private final DoseTrials trials;
    private final Intakes intakes;
    private final Deliveries deliveries;
    private final Ids ids;

    CourseMore(DoseLooks looks, DoseTrials trials, Intakes intakes, Deliveries deliveries, Ids ids) {
        this.looks = looks;
        this.trials = trials;
        this.intakes = intakes;
        this.deliveries = deliveries;
        this.ids = ids;
    }

    List<DoseViews.Part> doses(Plan plan) {
        return shown(plan).stream()
                .limit(SHOWN_AT_ONCE)
                .map(zone -> looks.part(plan, zone.id(), new Form(Map.of())))
                .toList();
    }

    List<DoseLink> moreDoses(Plan plan) {
        return shown(plan).stream()
                .skip(SHOWN_AT_ONCE)
                .map(zone -> new DoseLink(
                        zone.id().words(),
                        "/people/" + plan.patient() + "/courses/" + plan.id() + "/dose/"
                                + zone.id().id()))
                .toList();
    }

    private List<ZonePlan.Planned> shown(Plan plan) {
        return plan.course().planned().stream()
                .filter(zone -> trials.asPlanned(plan, zone.id()).isPresent())
                .toList();
    }

    Optional<Anew> anew(Plan plan) {
        return intakes.latest(plan.patient()).map(latest -> {
            var saved = IntakeForm.of(latest.request());
            return new Anew(
                    ids.next(),
                    latest.number(),
                    List.of(
                            field(
                                    "goal.depthMm",
                                    "Wished depth",
                                    "mm",
                                    "In every zone, as far as it is allowed.",
                                    saved),
                            field(
                                    "goal.densityPerCm2",
                                    "Wished density",
                                    "per cm²",
                                    "The plan takes the passes that come nearest.",
                                    saved),
                            field(
                                    "limits.depthMm",
                                    "The practitioner’s own limit",
                                    "mm",
                                    "The plan never goes deeper than this.",
                                    saved)));
        });
    }

    private static FieldView field(String name, String label, String unit, String hint, IntakeForm saved) {
        return IntakeWanted.number(name, label, unit, hint, saved, Map.of());
    }

    List<DeliveryView> delivered(Plan plan) {
        return deliveries.of(plan);
    }
}
