package org.stipple.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.Indication;
import org.stipple.quantities.ZoneId;

/// Everything that a knowledge release holds, ready to be asked.
///
/// @param treated where each indication is treated
/// @param laws of every place of whose law something is known
/// @param places which of them are part of which
/// @param examples of each rule, by its identifier
/// @param entries every entry as it is written, by section and identifier
record Contents(
        Release release,
        Map<String, Source> sources,
        Map<ZoneId, SkinZone> zones,
        Map<String, Device> devices,
        Map<Indication, Treatment> treatments,
        TreatedZones treated,
        List<Rule> rules,
        List<DepthLaw> depthLaws,
        List<Law> laws,
        Places places,
        Settings settings,
        Map<String, Anaesthetic> anaesthetics,
        List<AftercareStep> aftercare,
        List<Disagreement.Conditional> disagreements,
        Guidance guidance,
        Map<Fact, Question> questions,
        Map<String, Examples> examples,
        Map<String, Map<String, Document>> entries) {

    /// Numbers that belong to no zone, device or indication.
    ///
    /// @param homeCap the deepest at home
    /// @param superficialBelow below this depth a session is superficial
    /// @param superficialDays shortest interval of superficial sessions without a signature
    /// @param glide of pens over the skin
    /// @param densityTolerance by how much of itself a wish for density may be missed
    /// @param dermisGuard where almost nothing may pass the dermis
    /// @param conservativeDepth the deepest without a signature where dark patches are to be expected
    /// @param conservativeFrom the skin type from which on they are
    record Settings(
            Depth homeCap,
            Depth superficialBelow,
            int superficialDays,
            GlideSpeed glide,
            Fraction densityTolerance,
            DermisGuard dermisGuard,
            Depth conservativeDepth,
            int conservativeFrom) {}

    /// The cases that a rule shows itself by, each a change to the clear case.
    ///
    /// @param on the day on which they are asked; empty for the day of most
    /// @param refusing the rule holds
    /// @param passing it does not
    /// @param unknown it cannot be decided; empty where it always can
    /// @param until what a dated wait gives in the refusing case
    record Examples(
            Optional<LocalDate> on,
            Document refusing,
            Document passing,
            Optional<Document> unknown,
            Optional<LocalDate> until) {}

    /// The case of somebody against whose treatment nothing speaks, which the examples of the rules change.
    ///
    /// @return empty where the release has none
    Optional<Document> clearCase() {
        var entry = entries.getOrDefault("settings", Map.of()).get("clear-case");
        return entry instanceof Document.Mapping(var fields)
                ? Optional.ofNullable(fields.get("case"))
                : Optional.empty();
    }

    /// The places of whose law something is known.
    Set<String> jurisdictions() {
        return laws.stream().map(Law::jurisdiction).collect(Collectors.toUnmodifiableSet());
    }

    /// The same with other rules.
    Contents with(Release made, List<Rule> others) {
        return new Contents(
                made,
                sources,
                zones,
                devices,
                treatments,
                treated,
                List.copyOf(others),
                depthLaws,
                laws,
                places,
                settings,
                anaesthetics,
                aftercare,
                disagreements,
                guidance,
                questions,
                examples,
                entries);
    }

    SkinZone zone(ZoneId id) {
        return known(zones.get(id), id);
    }

    Treatment treatment(Indication id) {
        return known(treatments.get(id), id);
    }

    Question question(Fact fact) {
        return known(questions.get(fact), fact);
    }

    private static <T> T known(@org.jspecify.annotations.Nullable T entry, Object id) {
        if (entry == null) {
            throw new IllegalStateException("the knowledge has no entry for " + id);
        }
        return entry;
    }

    /// The topical anaesthetic of this identifier.
    ///
    /// @throws UnusableInput for one that is not in the knowledge
    Anaesthetic anaesthetic(String id) {
        var anaesthetic = anaesthetics.get(id);
        if (anaesthetic == null) {
            throw new UnusableInput(
                    "anaesthetic.product", "\"" + id + "\"", "one of " + String.join(", ", anaesthetics.keySet()));
        }
        return anaesthetic;
    }

    /// The age from which on every cleared device may be used; 0 where none is cleared.
    int oldestLabelAge() {
        int least = 0;
        for (var device : devices.values()) {
            for (var clearance : device.clearances()) {
                least = Math.max(least, clearance.minAge());
            }
        }
        return least;
    }

    /// Whether a device is known as radio-frequency, which it is by its name alone, however that is written.
    static boolean isRadioFrequency(String id) {
        return id.regionMatches(true, 0, "rf-", 0, 3);
    }

    /// The device of this identifier.
    ///
    /// @return empty for radio-frequency, which is known by its name alone
    /// @throws UnusableInput for any other that is not in the knowledge
    Optional<Device> device(String id) {
        var device = devices.get(id);
        if (device == null && !isRadioFrequency(id)) {
            throw new UnusableInput("device", "\"" + id + "\"", "one of " + String.join(", ", devices.keySet()));
        }
        return Optional.ofNullable(device);
    }
}
