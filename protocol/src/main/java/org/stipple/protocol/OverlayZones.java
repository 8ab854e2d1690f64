package org.stipple.protocol;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stipple.protocol.OverlayChanges.Limit;
import org.stipple.protocol.OverlayChanges.Looser;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// What a clinic changes in zones of skin: how deep, and how thick the skin is.
///
/// @param base the release
/// @param changes where they are written down
record OverlayZones(Contents base, OverlayChanges changes) {

    void change(String name, Field change) {
        change.mapping(Set.of("capMm", "thickness", "loosened"));
        for (var id : ConditionReader.zonesNamed(name, change)) {
            var entry = ownEntry(id);
            if (change.optional("capMm").isPresent() && !keepsItsOwn(name, id, change)) {
                requireStricterOrSigned(id, entry, change);
                entry = capped(id, entry, change);
            }
            if (change.optional("thickness").isPresent()) {
                entry = thickened(id, entry, change);
            }
            changes.put("zones", entryOf(id), entry);
        }
    }

    /// Whether a zone stays as it is though a group that it belongs to gets a cap: no group opens a zone that has
    /// no cap, and where the rest gets stricter without a signature, what is stricter already stays so.
    private boolean keepsItsOwn(String name, ZoneId zone, Field change) {
        if (!name.equals("all") && !name.equals("face")) {
            return false;
        }
        var cap = EntryReader.depth(change.required("capMm"));
        var own = base.zone(zone).cap();
        return own.isEmpty()
                || change.optional("loosened").isEmpty()
                        && own.get().compareTo(cap) < 0
                        && ConditionReader.zonesNamed(name, change).stream()
                                .flatMap(one -> base.zone(one).cap().stream())
                                .anyMatch(other -> other.compareTo(cap) >= 0);
    }

    private static void requireStricterOrSigned(ZoneId zone, Document.Mapping entry, Field change) {
        var before = OverlayChanges.within(entry, "cap");
        boolean stricter = before.fields().get("maxMm") instanceof Document.Numeral(var most)
                && EntryReader.depth(change.required("capMm")).compareTo(Depth.ofMillimetres(most)) <= 0;
        if (!stricter && change.optional("loosened").isEmpty()) {
            String now = before.fields().get("maxMm") instanceof Document.Numeral(var most)
                    ? most.stripTrailingZeros().toPlainString() + " mm"
                    : "none";
            throw change.refused(
                    "no deeper than before (" + zone.words() + " " + now + "), or with loosened: {by, reason, date}");
        }
    }

    private String entryOf(ZoneId zone) {
        for (var entry : changes.section("zones").entrySet()) {
            if (zonesOf(entry.getKey(), entry.getValue()).contains(zone)) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("no entry holds " + zone);
    }

    private static Set<ZoneId> zonesOf(String id, Document entry) {
        return ConditionReader.zones(new Field("zones." + id, entry).required("zones"));
    }

    /// The entry of this zone alone: what holds for both cheeks is divided first.
    private Document.Mapping ownEntry(ZoneId zone) {
        String id = entryOf(zone);
        var entry = (Document.Mapping) changes.section("zones").getOrDefault(id, Document.mapping());
        var rest = EnumSet.copyOf(zonesOf(id, entry));
        rest.remove(zone);
        if (rest.isEmpty()) {
            return entry;
        }
        changes.put(
                "zones",
                id,
                entry.with("zones", Document.texts(rest.stream().map(ZoneId::id).toList())));
        var own = entry.with("id", Document.of(zone.id())).with("zones", Document.texts(List.of(zone.id())));
        changes.put("zones", zone.id(), own);
        return own;
    }

    private static Limit in(ZoneId zone, String note, String words) {
        return new Limit(note + zone, new Condition.InZone(ZoneTruths.bit(zone)), words + zone.words());
    }

    /// A lower cap holds for every course of the zone.
    private Document.Mapping capped(ZoneId zone, Document.Mapping entry, Field change) {
        var cap = EntryReader.depth(change.required("capMm"));
        var limit = in(zone, "overlay-cap-", "This clinic's cap for the ");
        var before = OverlayChanges.within(entry, "cap");
        var after = before.fields().isEmpty()
                ? changes.firstNumber(before, "maxMm", change, "capMm", limit, " mm")
                : changes.number(before, "maxMm", change, "capMm", Looser.LARGER, limit, " mm");
        var capped = entry.with("cap", after);
        boolean lower = base.zone(zone).cap().map(old -> cap.compareTo(old) < 0).orElse(false);
        if (lower && entry.fields().get("courses") instanceof Document.Listing(var courses)) {
            var limited = new ArrayList<Document>();
            for (var course : courses) {
                var deepest = EntryReader.depth(new Field("courses", course).required("maxMm"));
                limited.add(
                        deepest.compareTo(cap) > 0
                                ? changes.onTheClinic(
                                        ((Document.Mapping) course).with("maxMm", Document.of(cap.millimetres())),
                                        cap + " for every course",
                                        Optional.empty())
                                : course);
            }
            capped = capped.with("courses", Document.listing(limited));
        }
        return capped;
    }

    /// No machine can say whether another thickness is the safer one, so it is always signed.
    private Document.Mapping thickened(ZoneId zone, Document.Mapping entry, Field change) {
        var given = change.required("thickness").mapping(Set.of("site", "method", "female", "male", "wholeMm"));
        var signature = changes.signature(change);
        var limit = in(zone, "overlay-thickness-", "This clinic's thickness of the ");
        String words = "another thickness than before";
        changes.note(limit, limit.words() + " is its own, given " + signature.words() + ".");
        changes.log(
                given.path(),
                entry.fields().getOrDefault("thickness", Document.UNKNOWN),
                given.document(),
                Optional.of(signature));
        return entry.with(
                "thickness", changes.onTheClinic((Document.Mapping) given.document(), words, Optional.of(signature)));
    }
}
