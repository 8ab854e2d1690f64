package org.stipple.clinic.planning.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stipple.clinic.planning.web.PlanningViews.Check;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Source;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.document.Document;
import org.stipple.quantities.Indication;
import org.stipple.quantities.ZoneId;

/// Explains the limits of a zone's plan: what each allows, what is planned, on what it rests and where that is
/// written.
final class LimitWords {

    private static final String LIMIT = "-limit";
    static final String UNSIGNED = "-limit-without-signature";

    private final Knowledge knowledge;
    private final String device;
    private final List<Indication> indications;

    /// @param device identifier of the course's device
    /// @param indications what the course is for
    LimitWords(Knowledge knowledge, String device, List<Indication> indications) {
        this.knowledge = knowledge;
        this.device = device;
        this.indications = List.copyOf(indications);
    }

    Check of(ZoneId zone, ZonePlan.Check check) {
        return new Check(words(check), check.passed(), place(zone, check.check()));
    }

    private static String words(ZonePlan.Check check) {
        String asked = check.asked().map(Object::toString).orElse("unknown");
        String given = check.given().map(Object::toString).orElse("unknown");
        String name = check.check();
        if (name.endsWith(UNSIGNED)) {
            return of(name, UNSIGNED) + ": to " + asked + " mm without a signature; planned " + given + " mm";
        }
        if (name.endsWith(LIMIT)) {
            return of(name, LIMIT) + ": " + asked + " mm at most; planned " + given + " mm";
        }
        return switch (name) {
            case "skin-thickness" ->
                "Skin, epidermis and dermis together: " + asked + " mm on average; set " + given + " mm"
                        + (check.passed() ? "" : ", which is more than that. A set depth is not a reached depth");
            case "beyond-dermis" ->
                "Punctures that pass the dermis at half of the set depth: " + given + " of all; " + asked + " at most";
            case "goal-not-met" -> "Wished for " + asked + " mm; " + given + " mm is planned";
            case "goal-density" -> "Wished for " + asked + " punctures a cm²; " + given + " are computed";
            default -> name.replace('-', ' ') + ": " + asked + ", given " + given;
        };
    }

    static String of(String name, String ending) {
        return switch (name.substring(0, name.length() - ending.length())) {
            case "indication" -> "Indication";
            case "zone" -> "Zone";
            case "label" -> "Label of the device, as evaluated";
            case "device" -> "Deepest setting of the device";
            case "dermis" -> "Guard of the dermis over bone, eye and nerve";
            case "law" -> "Law";
            case "pigment" -> "Conservative depth, because dark patches are to be expected";
            case "scope" -> "The practitioner’s scope";
            case "home" -> "Home use";
            case String other -> other;
        };
    }

    /// Where each limit is written, with its reasons.
    private List<Check.Place> place(ZoneId zone, String name) {
        String kind = name.replace(UNSIGNED, "").replace(LIMIT, "");
        return switch (kind) {
            case "indication" ->
                indications.stream()
                        .flatMap(one -> place("indications", one.id(), "depth").stream())
                        .toList();
            case "zone" -> ofZone(zone, "cap");
            case "skin-thickness" -> ofZone(zone, "thickness");
            case "label" -> place("devices", device, "evaluated");
            case "device" -> place("devices", device, "depth");
            case "dermis", "beyond-dermis" -> place("settings", "dermis-guard", "");
            case "home" -> place("settings", "home-cap", "");
            case "pigment" -> place("settings", "conservative-depth", "");
            case "law" -> List.of(new Check.Place("/knowledge/law", "What the law says", ""));
            default -> List.of();
        };
    }

    /// Left and right share an entry.
    private List<Check.Place> ofZone(ZoneId zone, String part) {
        return Stream.of(zone.id(), zone.id().replaceFirst("-(left|right)$", ""))
                .filter(id ->
                        knowledge.entries().getOrDefault("zones", Map.of()).containsKey(id))
                .limit(1)
                .flatMap(id -> place("zones", id, part).stream())
                .toList();
    }

    private List<Check.Place> place(String section, String id, String part) {
        return Optional.ofNullable(
                        knowledge.entries().getOrDefault(section, Map.of()).get(id))
                .map(entry -> List.of(
                        new Check.Place("/knowledge/" + section + "/" + id, id.replace('-', ' '), basis(entry, part))))
                .orElse(List.of());
    }

    /// The sources of the part, or the reason of a decision.
    private String basis(Document entry, String part) {
        Document there = part.isEmpty() ? entry : field(entry, part).orElse(entry);
        return field(there, "design")
                .flatMap(design -> design instanceof Document.Text(var reason)
                        ? Optional.of("by design: " + reason)
                        : Optional.empty())
                .or(() -> field(there, "sources").map(this::titles))
                .orElse("");
    }

    private String titles(Document sources) {
        return sources instanceof Document.Listing(var ids)
                ? ids.stream()
                        .flatMap(id -> id instanceof Document.Text(var text) ? Stream.of(text) : Stream.empty())
                        .map(id -> knowledge.source(id).map(Source::title).orElse(id))
                        .collect(Collectors.joining("; "))
                : "";
    }

    private static Optional<Document> field(Document document, String name) {
        return document instanceof Document.Mapping(var fields)
                ? Optional.ofNullable(fields.get(name))
                : Optional.empty();
    }
}
