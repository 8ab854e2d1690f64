package org.stipple.clinic.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.Device;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.document.Field;

/// What stands beside the text of a treatment for one person alone: device, zones, sessions, what is outside
/// the clearances, and what is known of dark marks in their type of skin.
@Component
class Particulars {

    private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V", "VI");

    private final Knowledge knowledge;

    Particulars(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    List<String> of(SignedCourse signed, Tongue tongue) {
        Words words = Words.in(tongue);
        var course = signed.plan().course();
        List<ZonePlan.Planned> planned = course.planned();
        var lines = new ArrayList<String>();
        lines.add(words.of(
                "consent.plan.device",
                knowledge
                        .device(signed.plan().device())
                        .map(Device::name)
                        .orElse(signed.plan().device())));
        lines.add(words.of(
                "consent.plan.zones",
                planned.stream()
                        .map(zone -> words.of(
                                "consent.plan.zone",
                                zone(words, zone),
                                words.number(zone.depth().chosen().millimetres())))
                        .collect(Collectors.joining(", "))));
        course.schedule()
                .ifPresent(schedule -> lines.add(words.of(
                        "consent.plan.sessions",
                        schedule.sessions().chosen(),
                        schedule.intervalDays().chosen())));
        lines.addAll(offLabel(words, planned, tongue));
        lines.add(skin(words, signed));
        return List.copyOf(lines);
    }

    private static String zone(Words words, ZonePlan.Planned zone) {
        return words.of("zone." + zone.id().id());
    }

    /// The knowledge base says why in English alone; in every other language the zones are named, and it is
    /// said that one can ask.
    private static List<String> offLabel(Words words, List<ZonePlan.Planned> planned, Tongue tongue) {
        List<ZonePlan.Planned> outside =
                planned.stream().filter(zone -> zone.offLabel().isPresent()).toList();
        if (outside.isEmpty()) {
            return List.of();
        }
        return switch (tongue) {
            case ENGLISH ->
                outside.stream()
                        .flatMap(zone -> zone.offLabel().stream())
                        .distinct()
                        .map(why -> words.of("consent.plan.off-label", why))
                        .toList();
            case SPANISH ->
                List.of(words.of(
                        "consent.plan.off-label",
                        outside.stream().map(zone -> zone(words, zone)).collect(Collectors.joining(", "))));
        };
    }

    private static String skin(Words words, SignedCourse signed) {
        Optional<Integer> type = Field.root(signed.plan().request())
                .optional("fitzpatrick")
                .filter(field -> !field.isUnknown())
                .map(field -> field.integer(1, ROMAN.size()));
        return type.map(found -> words.of(
                        switch (found) {
                            case 1, 2 -> "consent.skin.light";
                            case 3 -> "consent.skin.between";
                            case 4, 5 -> "consent.skin.dark";
                            default -> "consent.skin.darkest";
                        },
                        ROMAN.get(found - 1)))
                .orElseGet(() -> words.of("consent.skin.unknown"));
    }
}
