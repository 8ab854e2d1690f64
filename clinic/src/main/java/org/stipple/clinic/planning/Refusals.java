package org.stipple.clinic.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.planning.CourseRecord.SetAside;
import org.stipple.clinic.web.DaysInText;
import org.stipple.protocol.DoseMemory;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Kind;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.Screening;
import org.stipple.protocol.ZonePlan;

/// Setting a refusal aside within its rule's limits. A zone that is refused is not planned, so what
/// clinicians take upon themselves has to be known before planning: the course is made on the clinic's
/// knowledge with the refusal set aside, which asks for signatures instead and names who set it aside and
/// why. What nobody may set aside stays.
@Component
final class Refusals {

    private final Knowledge knowledge;
    private final DoseMemory doses;

    Refusals(Knowledge knowledge, DoseMemory doses) {
        this.knowledge = knowledge;
        this.doses = doses;
    }

    /// The knowledge for a course in which these are set aside. What the screening does not refuse, or what
    /// nobody may set aside, stays as it is.
    Knowledge without(List<SetAside> setAside, Screening screening) {
        var rules = setAside.stream()
                .filter(one -> maySetAside(screening, one.rule()))
                .map(one -> new Knowledge.SetAside(one.rule(), one.by(), one.reason(), one.on()))
                .toList();
        return rules.isEmpty() ? knowledge : knowledge.settingAside(rules);
    }

    /// The refusals that may be set aside to some effect: where all of them were, a zone that they refuse
    /// would be planned. What something else forbids there too is not worth a signature, and is never offered.
    List<Finding> worthSettingAside(PatientFacts facts, Screening screening, LocalDate on) {
        var candidates = refusals(screening).stream()
                .filter(finding -> whyNever(finding).isEmpty())
                .toList();
        if (candidates.isEmpty()) {
            return List.of();
        }
        var tried = candidates.stream()
                .map(finding -> new SetAside(finding.rule(), "tried", "nobody", on))
                .distinct()
                .toList();
        var planned = without(tried, screening).plan(facts, on, doses).planned().stream()
                .map(ZonePlan.Planned::id)
                .collect(Collectors.toSet());
        return candidates.stream()
                .filter(finding -> finding.zones().stream().anyMatch(planned::contains))
                .toList();
    }

    private static boolean maySetAside(Screening screening, String rule) {
        return refusals(screening).stream()
                .filter(finding -> finding.rule().equals(rule))
                .anyMatch(finding -> whyNever(finding).isEmpty());
    }

    /// Everything that refuses.
    static List<Finding> refusals(Screening screening) {
        return screening.findings().stream()
                .filter(finding -> finding.kind() == Kind.REFUSE)
                .toList();
    }

    /// Why nobody may set a refusal aside; empty where one clinician, or two people, may.
    static Optional<String> whyNever(Finding finding) {
        return switch (finding.overridable()) {
            case NEVER -> Optional.of("“" + DaysInText.of(finding.reason()) + "” is never set aside, by anybody.");
            case CLINICIAN, TWO_PEOPLE -> Optional.empty();
        };
    }
}
