package org.stipple.protocol;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stipple.protocol.OverlayChanges.Limit;
import org.stipple.protocol.OverlayChanges.Looser;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Indication;

/// What a clinic changes in how an indication is needled: depths, sessions, intervals, when the result is judged.
///
/// @param base the release
/// @param changes where they are written down
record OverlayIndications(Contents base, OverlayChanges changes) {

    void change(String id, Field change) {
        change.mapping(Set.of("depth", "sessions", "intervalDays", "assessAtDays", "loosened"));
        var entry = changes.entry("indications", id, change);
        var indication = Arrays.stream(Indication.values())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> change.refused("under the identifier of an indication"));
        if (!entry.fields().containsKey("depth")) {
            throw change.refused("nothing: " + id + " is not offered");
        }
        var where = new Condition.Asks(1 << indication.ordinal());
        var groups = new LinkedHashMap<String, List<String>>();
        groups.put("depth", List.of("preferredMm", "deepestMm", "deepestSignedMm"));
        groups.put("sessions", List.of("chosen", "min", "max"));
        groups.put("intervalDays", List.of("chosen", "min", "max", "shortestSigned"));
        var names = Map.of("depth", "depth", "sessions", "number of sessions", "intervalDays", "interval");
        var units = Map.of("depth", " mm", "sessions", "", "intervalDays", " days");
        for (var group : groups.entrySet()) {
            String name = group.getKey();
            var given = change.optional(name);
            if (given.isEmpty()) {
                continue;
            }
            var within = signed(change, given.get().mapping(Set.copyOf(group.getValue())));
            var numbers = OverlayChanges.within(entry, name);
            for (String number : group.getValue()) {
                var limit = new Limit(
                        "overlay-" + id,
                        where,
                        "This clinic's " + names.getOrDefault(name, name) + " (" + number + ") for "
                                + indication.words());
                var looser = name.equals("intervalDays") ? Looser.SMALLER : Looser.LARGER;
                numbers = changes.number(numbers, number, within, number, looser, limit, units.getOrDefault(name, ""));
            }
            entry = entry.with(name, numbers);
        }
        changes.put("indications", id, assessed(entry, indication, change));
    }

    /// A result is never judged earlier than we say without a signature.
    private Document.Mapping assessed(Document.Mapping entry, Indication indication, Field change) {
        var given = change.optional("assessAtDays");
        if (given.isEmpty()) {
            return entry;
        }
        int earliest = given.get().items().stream()
                .mapToInt(day -> day.integer(56, 3_650))
                .min()
                .orElseThrow(() -> given.get().refused("one day at least"));
        int before = base.treatment(indication)
                .schedule()
                .orElseThrow()
                .assessAtDays()
                .getFirst();
        var signature =
                earliest < before ? Optional.of(changes.signature(change)) : Optional.<OverlayChanges.Signature>empty();
        signature.ifPresent(one -> changes.note(
                new Limit("overlay-" + indication.id(), new Condition.Asks(1 << indication.ordinal()), ""),
                "This clinic judges the result after " + earliest + " days instead of " + before + ", loosened "
                        + one.words() + "."));
        var assess = OverlayChanges.within(entry, "assessAtDays");
        changes.log(
                given.get().path(),
                assess.fields().getOrDefault("days", Document.UNKNOWN),
                given.get().document(),
                signature);
        return entry.with(
                "assessAtDays",
                changes.onTheClinic(assess.with("days", given.get().document()), "other days than before", signature));
    }

    /// A group of numbers under the signature of what is around it.
    private static Field signed(Field change, Field group) {
        var loosened = change.optional("loosened");
        return loosened.isEmpty()
                ? group
                : new Field(
                        group.path(),
                        ((Document.Mapping) group.document())
                                .with("loosened", loosened.get().document()));
    }
}
