package org.stipple.clinic.planning;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.clinic.planning.CourseRecord.SetAside;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Kind;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Screening;

/// Setting a refusal aside within its rule's limits. A zone that is refused is not planned, so what clinicians
/// take
/// upon themselves has to be known before planning: the course is made on the clinic's knowledge with the
/// refusal set
/// aside, which asks for signatures instead and names who set it aside and why. What nobody may set aside stays.
@Component
final class Refusals {

    private final Knowledge knowledge;

    Refusals(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// The knowledge for a course in which these are set aside. What the screening does not refuse, or what
    /// nobody
    /// may set aside, stays as it is.
    Knowledge without(List<SetAside> setAside, Screening screening) {
        var rules = setAside.stream()
                .filter(one -> maySetAside(screening, one.rule()))
                .map(one -> new Knowledge.SetAside(one.rule(), one.by(), one.reason(), one.on()))
                .toList();
        return rules.isEmpty() ? knowledge : knowledge.settingAside(rules);
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
            case NEVER -> Optional.of("“" + finding.reason() + "” is never set aside, by anybody.");
            case CLINICIAN, TWO_PEOPLE -> Optional.empty();
        };
    }
}
