package org.stipple.clinic.planning;

import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.dose.DoseEstimate;
import org.stipple.protocol.Device;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.ZoneTrial;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Depth;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.ZoneId;

/// What a zone of a course would receive at other settings. Trying is trying: nothing is kept, and a plan
/// that was made or signed stays as it is.
@Component
public class DoseTrials {

    /// As a plan assumes where a device has no motor.
    private static final GlideSpeed NO_MOTOR = GlideSpeed.ofMillimetresPerSecond(20);

    /// Design: what a few people look at at once.
    private static final int KEPT = 128;

    private final Knowledge knowledge;

    /// A dose depends on nothing but its trial, so the planned one is not computed anew with every move of a
    /// slider.
    private final Map<ZoneTrial, DoseEstimate> known =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<ZoneTrial, DoseEstimate> eldest) {
                    return size() > KEPT;
                }
            });

    DoseTrials(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// The zone as it is planned.
    ///
    /// @return empty where it is not planned, or its device is not in the knowledge any more
    public Optional<ZoneTrial> asPlanned(Plan plan, ZoneId zone) {
        return plan.course().planned().stream()
                .filter(planned -> planned.id() == zone)
                .findFirst()
                .flatMap(planned -> knowledge.device(plan.device()).map(device -> trial(plan, planned, device)));
    }

    private ZoneTrial trial(Plan plan, ZonePlan.Planned planned, Device device) {
        // Dates of the answers are not after the day of the draft.
        var on = plan.draftedAt().atOffset(ZoneOffset.ofHours(14)).toLocalDate();
        var facts = PatientFacts.read(Field.root(plan.request()), on);
        var skin = knowledge.zone(planned.id());
        return new ZoneTrial(
                device,
                skin,
                facts.sex(),
                facts.wishes().areas().getOrDefault(planned.id(), skin.area()),
                planned.depth().chosen(),
                planned.passes(),
                planned.directions(),
                planned.glide().orElse(NO_MOTOR));
    }

    /// What the zone receives.
    ///
    /// @throws org.stipple.dose.UnusableQuestion where the settings are outside the ranges of `dose`
    public DoseEstimate dose(ZoneTrial trial) {
        var before = known.get(trial);
        if (before != null) {
            return before;
        }
        var dose = trial.dose();
        known.put(trial, dose);
        return dose;
    }

    /// The same zone at other settings. As a plan does, it crosses no more often than it passes.
    ///
    /// @throws org.stipple.dose.UnusableQuestion when it is asked for a dose outside the ranges of `dose`
    public ZoneTrial otherwise(ZoneTrial planned, Depth depth, int passes, GlideSpeed glide) {
        return new ZoneTrial(
                planned.device(),
                planned.zone(),
                planned.sex(),
                planned.area(),
                depth,
                passes,
                Math.min(passes, planned.device().directions()),
                glide);
    }
}
