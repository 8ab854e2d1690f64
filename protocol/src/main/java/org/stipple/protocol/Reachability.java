package org.stipple.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stipple.protocol.document.Document;

/// Looks for rules that are there in vain: those whose condition can never hold, and those that never say
/// more than another does already.
final class Reachability {

    private Reachability() {}

    /// One line for each.
    static List<String> of(Contents contents) {
        var problems = new ArrayList<String>();
        var written = contents.entries().getOrDefault("rules", Map.of());
        var rules = contents.rules().stream()
                .filter(rule -> written.containsKey(rule.id()))
                .toList();
        for (var rule : rules) {
            var condition = condition(written, rule);
            if (!Situations.canHold(condition)) {
                problems.add("rules." + rule.id() + ".when: can never hold");
                continue;
            }
            for (var other : rules) {
                // What a clinic refuses may well leave less to say for the release.
                boolean clinicBeforeRelease =
                        OverlayRules.isOfTheClinic(other, contents) && !OverlayRules.isOfTheClinic(rule, contents);
                if (other != rule
                        && !clinicBeforeRelease
                        && saysAsMuch(other, rule)
                        && Situations.implies(condition, condition(written, other))) {
                    problems.add("rules." + rule.id() + ".when: shadowed by " + other.id()
                            + ", which holds whenever it does and is as grave");
                }
            }
        }
        return problems;
    }

    private static Document condition(Map<String, Document> written, Rule rule) {
        return Situations.condition(written.getOrDefault(rule.id(), Document.mapping()));
    }

    /// Whether a finding of the one leaves nothing for the other to add to a verdict. Notes only inform.
    private static boolean saysAsMuch(Rule one, Rule other) {
        return other.kind() != Kind.NOTE
                && one.kind().compareTo(other.kind()) <= 0
                && strictness(one.overridable()) >= strictness(other.overridable())
                && (other.pause().isEmpty()
                        || one.kind() == Kind.REFUSE
                        || one.pause().isPresent()
                                && one.pause().get().since()
                                        == other.pause().get().since());
    }

    private static int strictness(Overridable overridable) {
        return switch (overridable) {
            case NEVER -> 2;
            case TWO_PEOPLE -> 1;
            case CLINICIAN -> 0;
        };
    }
}
