package org.stipple.clinic.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.planning.CourseRecord.Acceptance;
import org.stipple.clinic.planning.CourseRecord.AcceptanceKind;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.web.DaysInText;
import org.stipple.protocol.Finding;

/// What a signer takes upon themselves, and what stands against signing.
///
/// @param obstacles a sentence each; while there is one, nothing is signed
record TakenOn(List<Acceptance> acceptances, List<String> obstacles) {

    TakenOn {
        acceptances = List.copyOf(acceptances);
        obstacles = List.copyOf(obstacles);
    }

    private sealed interface Taken {
        record On(Acceptance acceptance) implements Taken {}

        record Not(String why) implements Taken {}
    }

    /// @param reasons of the signer, by rule
    static TakenOn of(Plan plan, Map<String, String> reasons) {
        var acceptances = new ArrayList<Acceptance>();
        var obstacles = new ArrayList<String>();
        if (plan.course().planned().isEmpty()) {
            obstacles.add("No zone may be treated, so there is nothing to sign.");
        }
        for (Finding finding : plan.course().screening().findings()) {
            if (!plan.concerns(finding)) {
                continue;
            }
            var reason = Optional.ofNullable(reasons.get(finding.rule())).filter(words -> !words.isBlank());
            var outcome = reason.filter(words -> !Reason.says(words, true)).isPresent()
                    ? reason.map(words -> (Taken) new Taken.Not("The reason for “" + DaysInText.of(finding.reason())
                            + "” was “" + words + "”, expected " + Reason.TAKEN_ON + "."))
                    : take(plan, finding, reason);
            outcome.ifPresent(taken -> {
                switch (taken) {
                    case Taken.On(var acceptance) -> acceptances.add(acceptance);
                    case Taken.Not(var why) -> obstacles.add(why);
                }
            });
        }
        return new TakenOn(acceptances, obstacles);
    }

    /// What has to happen to a finding before a signature: nothing, a reason, or another course.
    private static Optional<Taken> take(Plan plan, Finding finding, Optional<String> reason) {
        return switch (finding.kind()) {
            case NOTE, CAUTION -> Optional.empty();
            case SIGN_OFF ->
                Optional.of(reason.map(words -> plan.setAside(finding.rule()).isPresent()
                                ? override(finding, words)
                                : new Taken.On(Acceptance.of(AcceptanceKind.SIGN_OFF, finding, words)))
                        .orElse(new Taken.Not(
                                "“" + DaysInText.of(finding.reason()) + "” needs your sign-off with a reason.")));
            // A wait is kept by the calendar: the course may be signed now and is started when the wait is over.
            case DEFER -> reason.map(words -> override(finding, words));
            // What is not known is answered, never taken on.
            case UNKNOWN ->
                Optional.of(new Taken.Not(
                        "“" + DaysInText.of(finding.reason()) + "” is not answered. Ask, and screen again."));
            // A refusal that was not set aside before planning has no planned zone, so that none stands here.
            case REFUSE ->
                Optional.of(new Taken.Not("“" + DaysInText.of(finding.reason()) + "” stands against this course."));
        };
    }

    private static Taken override(Finding finding, String reason) {
        return Refusals.whyNever(finding)
                .<Taken>map(Taken.Not::new)
                .orElseGet(() -> new Taken.On(Acceptance.of(AcceptanceKind.OVERRIDE, finding, reason)));
    }
}
