package org.stipple.protocol;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stipple.quantities.ZoneId;

/// The reasons of a rule in one case: what stands between braces in them is filled in.
///
/// @param missing the unanswered facts, none where the rule holds
/// @param turned whether a signature was needed where there is nobody to sign
record Wording(Case patient, Rule rule, List<ZoneId> zones, List<Fact> missing, boolean turned) {

    String reason() {
        String text = filled(rule.reason());
        if (!missing.isEmpty()) {
            return "Not answered: " + missing.stream().map(Fact::path).collect(Collectors.joining(", ")) + ". If so: "
                    + text;
        }
        return turned ? text + " At home there is nobody to sign: see a clinician." : text;
    }

    String patientReason() {
        if (!missing.isEmpty()) {
            return "Please answer first: "
                    + missing.stream()
                            .map(fact -> patient.contents().question(fact).wording())
                            .collect(Collectors.joining(" "));
        }
        String text = filled(rule.patientReason());
        return turned ? text + " Please see a clinician instead of needling at home." : text;
    }

    private String filled(String text) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        return text.replace(
                        "{device}",
                        patient.device()
                                .map(Device::name)
                                .orElse(patient.facts().device()))
                .replace(
                        "{jurisdiction}", patient.facts().place().jurisdiction().orElse("this place"))
                .replace(
                        "{indications}",
                        patient.facts().indications().stream()
                                .map(sought -> sought.indication().words())
                                .collect(Collectors.joining(" and ")))
                .replace("{last}", last())
                .replace("{why}", why())
                .replace("{thickness}", thickness())
                .replace(
                        "{goal}",
                        patient.facts()
                                .wishes()
                                .goalDepth()
                                .map(Object::toString)
                                .orElse("no depth"));
    }

    private String last() {
        return rule.pause()
                .map(wait -> patient.answer(wait.since()) instanceof Answer.Day(LocalDate date)
                        ? date.toString()
                        : "an unknown day")
                .orElse("");
    }

    private String why() {
        var reasons = new LinkedHashSet<String>();
        for (var zone : zones) {
            switch (patient.depth(zone).orElse(null)) {
                case DepthRange.Empty(var reason) -> reasons.add(reason);
                case DepthRange.Settable range ->
                    reasons.add(zone.words() + ": " + range.chosen() + ", bound by " + range.boundBy());
                case null -> {}
            }
        }
        return String.join("; ", reasons);
    }

    private String thickness() {
        var layers = new LinkedHashSet<String>();
        for (var zone : zones) {
            patient.contents()
                    .zone(zone)
                    .thickness()
                    .ifPresent(skin -> layers.add(String.format(
                            Locale.ROOT,
                            "%s %.2f mm (%s, measured at the %s)",
                            zone.words(),
                            skin.meanMm(patient.facts().sex()),
                            skin.method(),
                            skin.site())));
        }
        return String.join("; ", layers);
    }
}
