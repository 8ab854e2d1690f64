package org.stipple.protocol;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stipple.protocol.OverlayChanges.Limit;
import org.stipple.protocol.OverlayChanges.Looser;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.Depth;

/// What a clinic changes in the knowledge. It may tighten whatever it can name; to loosen, it needs a
/// clinician's name, a reason and a date, and everything that is affected says so. What nobody may set aside
/// cannot be loosened at all. The page `docs/data/overlay.md` describes the file. The changed entries are
/// read again by the reader of the release, so that nothing holds for a clinic's numbers that does not hold
/// for ours.
final class Overlay {

    static final Set<String> NAMES = Set.of(
            "version",
            "zones",
            "rules",
            "newRules",
            "homeCap",
            "superficial",
            "dermisGuard",
            "conservativeDepth",
            "indications",
            "law",
            "laws",
            "devices",
            "anaesthetics",
            "aftercare",
            "redFlags");

    private final OverlayChanges changes;

    private Overlay(OverlayChanges changes) {
        this.changes = changes;
    }

    /// The knowledge with the changes.
    ///
    /// @param text of the file
    /// @param on the day of the question
    /// @throws UnusableInput with the path of what does not fit
    static Overlaid over(Contents base, String text, LocalDate on) {
        var file = Field.root(Documents.read(text)).mapping(NAMES);
        String version = OverlayChanges.text(file.required("version"));
        var changes = new OverlayChanges(version, on, base.entries());
        var overlay = new Overlay(changes);
        overlay.each(file, "zones", new OverlayZones(base, changes)::change);
        overlay.each(file, "indications", new OverlayIndications(base, changes)::change);
        overlay.each(file, "law", overlay::law);
        overlay.each(file, "devices", overlay::device);
        overlay.each(file, "anaesthetics", overlay::anaesthetic);
        var rules = new OverlayRules(base, changes);
        overlay.each(file, "rules", rules::change);
        file.optional("newRules").ifPresent(rules::add);
        var aftercare = new OverlayAftercare(changes);
        overlay.each(file, "aftercare", aftercare::step);
        overlay.each(file, "redFlags", aftercare::redFlag);
        file.optional("laws").ifPresent(overlay::laws);
        file.optional("homeCap").ifPresent(overlay::homeCap);
        file.optional("superficial").ifPresent(overlay::superficial);
        file.optional("dermisGuard").ifPresent(overlay::dermisGuard);
        file.optional("conservativeDepth").ifPresent(overlay::conservativeDepth);
        var release = new Release(
                base.release().version() + "+" + version,
                KnowledgeReader.hash((base.release().hash() + "\n" + text).getBytes(StandardCharsets.UTF_8)));
        return new Overlaid(
                KnowledgeReader.readAgain(release, changes.entries(), changes.notes()), changes.lastLoosened());
    }

    /// @param contents the knowledge with the changes
    /// @param since the first day on which all of it holds; empty where nothing was loosened
    record Overlaid(Contents contents, Optional<LocalDate> since) {}

    private interface Change {
        void make(String id, Field change);
    }

    private void each(Field file, String name, Change change) {
        file.optional(name).ifPresent(field -> field.names().forEach(id -> change.make(id, field.required(id))));
    }

    private static Limit everywhere(String note, String words) {
        return new Limit(note, new Condition.All(List.of()), words);
    }

    private void homeCap(Field change) {
        change.mapping(Set.of("depthMm", "loosened"));
        // Source: the input contract, which lets an overlay allow so much and no more.
        if (EntryReader.depth(change.required("depthMm")).micrometres() > 500) {
            throw change.required("depthMm").refused("at most 0.5 mm");
        }
        var limit = new Limit("overlay-home-cap", new Condition.At(Setting.HOME), "The cap at home");
        setting("home-cap", change, "depthMm", Looser.LARGER, limit, " mm");
    }

    private void superficial(Field change) {
        change.mapping(Set.of("belowMm", "intervalDays", "loosened"));
        setting(
                "superficial",
                change,
                "belowMm",
                Looser.LARGER,
                everywhere("overlay-superficial", "Superficial below"),
                " mm");
        setting(
                "superficial",
                change,
                "intervalDays",
                Looser.SMALLER,
                everywhere("overlay-superficial", "The interval of superficial sessions"),
                " days");
    }

    private void dermisGuard(Field change) {
        change.mapping(Set.of("penetration", "mostBeyond", "loosened"));
        setting(
                "dermis-guard",
                change,
                "penetration",
                Looser.SMALLER,
                everywhere("overlay-dermis-guard", "The penetration at which the dermis is guarded"),
                "");
        setting(
                "dermis-guard",
                change,
                "mostBeyond",
                Looser.LARGER,
                everywhere("overlay-dermis-guard", "The fraction that may pass the dermis"),
                "");
    }

    private void conservativeDepth(Field change) {
        change.mapping(Set.of("depthMm", "fromSkinType", "loosened"));
        change.optional("depthMm").ifPresent(EntryReader::depth);
        change.optional("fromSkinType").ifPresent(type -> type.integer(1, 6));
        setting(
                "conservative-depth",
                change,
                "depthMm",
                Looser.LARGER,
                everywhere("overlay-conservative-depth", "The conservative depth"),
                " mm");
        setting(
                "conservative-depth",
                change,
                "fromSkinType",
                Looser.LARGER,
                everywhere("overlay-conservative-depth", "The skin type from which on depth is conservative"),
                "");
    }

    private void setting(String id, Field change, String name, Looser looser, Limit limit, String unit) {
        changes.put(
                "settings",
                id,
                changes.number(changes.entry("settings", id, change), name, change, name, looser, limit, unit));
    }

    /// The law of a place can be read more strictly than we read it, never less: what a law allows is not a
    /// clinic's to say, and a law that was changed comes with a release.
    private void law(String id, Field change) {
        change.mapping(Set.of("depthMm", "inForce"));
        var entry = changes.entry("law", id, change);
        if (change.optional("depthMm").isPresent()) {
            entry = deeper(entry, change);
        }
        if (change.optional("inForce").isPresent()) {
            var now = change.required("inForce");
            if (!now.flag() && Document.of(true).equals(entry.fields().get("inForce"))) {
                throw now.refused("true: no overlay sets aside a law in force");
            }
            changes.log(
                    now.path(),
                    entry.fields().getOrDefault("inForce", Document.UNKNOWN),
                    now.document(),
                    Optional.empty());
            entry = entry.with("inForce", now.document());
        }
        changes.put("law", id, entry);
    }

    private Document.Mapping deeper(Document.Mapping entry, Field change) {
        var depth = OverlayChanges.within(entry, "depth");
        String name = depth.fields().containsKey("belowMm") ? "belowMm" : "maxMm";
        if (!(depth.fields().get(name) instanceof Document.Numeral(var before))) {
            throw change.refused("no depth: this law speaks of none; a law with one is added under laws");
        }
        var now = change.required("depthMm");
        if (EntryReader.depth(now).compareTo(Depth.ofMillimetres(before)) > 0) {
            throw now.refused("at most " + before.toPlainString() + ": no overlay goes deeper than the law");
        }
        changes.log(now.path(), Document.of(before), now.document(), Optional.empty());
        // The entry of a law says once what all of it rests on.
        return entry.with("depth", depth.with(name, now.document()));
    }

    /// A law that we do not know can only bind further.
    private void laws(Field laws) {
        for (var law : laws.items()) {
            String id = law.required("id").text();
            if (changes.section("law").containsKey(id)) {
                throw law.required("id").refused("an identifier that is not yet taken");
            }
            changes.log("laws." + id, Document.UNKNOWN, law.document(), Optional.empty());
            changes.put("law", id, law.document());
        }
    }

    private void device(String id, Field change) {
        change.mapping(Set.of("maxMm", "evaluatedMm", "minAge", "loosened"));
        var entry = changes.entry("devices", id, change);
        var limit = everywhere("overlay-device-" + id.toLowerCase(Locale.ROOT), "This clinic's limit of " + id);
        if (change.optional("maxMm").isPresent()) {
            var depth = OverlayChanges.within(entry, "depth");
            var most = change.required("maxMm");
            if (!(depth.fields().get("maxMm") instanceof Document.Numeral(var deepest))
                    || most.decimal("0", "10").compareTo(deepest) > 0) {
                throw most.refused("no more than the device has, and only where it has a dial");
            }
            entry = entry.with("depth", changes.number(depth, "maxMm", change, "maxMm", Looser.LARGER, limit, " mm"));
        }
        if (change.optional("evaluatedMm").isPresent()) {
            var evaluated = OverlayChanges.within(entry, "evaluated");
            entry = entry.with(
                    "evaluated",
                    changes.number(evaluated, "maxMm", change, "evaluatedMm", Looser.LARGER, limit, " mm"));
        }
        if (entry.fields().get("clearances") instanceof Document.Listing(var clearances)) {
            var changed = new ArrayList<Document>();
            for (var clearance : clearances) {
                var one = (Document.Mapping) clearance;
                one = changes.number(one, "minAge", change, "minAge", Looser.SMALLER, limit, " years");
                if (one.fields().containsKey("evaluatedMm")) {
                    one = changes.number(one, "evaluatedMm", change, "evaluatedMm", Looser.LARGER, limit, " mm");
                }
                changed.add(one);
            }
            entry = entry.with("clearances", Document.listing(changed));
        }
        changes.put("devices", id, entry);
    }

    /// Whether a label keeps what it has: it says nothing of this limit and borrows it from a label that
    /// does, or it is stricter already than what the clinic sets for the rest.
    private static boolean keepsItsOwn(
            List<Field> labels, Document.Mapping label, String name, Looser looser, Field change) {
        if (change.optional(name).isEmpty()) {
            return false;
        }
        var holders = labels.stream()
                .map(one -> (Document.Mapping) one.document())
                .filter(one -> one.fields().containsKey(name))
                .toList();
        if (!label.fields().containsKey(name)) {
            return !holders.isEmpty() && !label.fields().containsKey("largeArea");
        }
        var now = change.required(name).decimal("0", "1000000");
        return change.optional("loosened").isEmpty()
                && isLooser(label, name, looser, now)
                && holders.stream().anyMatch(other -> !isLooser(other, name, looser, now));
    }

    private static boolean isLooser(Document.Mapping label, String name, Looser looser, BigDecimal now) {
        return label.fields().get(name) instanceof Document.Numeral(var old)
                && (looser == Looser.LARGER ? now.compareTo(old) > 0 : now.compareTo(old) < 0);
    }

    private void anaesthetic(String id, Field change) {
        var limits = List.of("gramsPer10Cm2", "maxGrams", "maxAreaCm2", "minMinutes", "maxMinutes");
        var names = new java.util.HashSet<>(limits);
        names.add("loosened");
        change.mapping(names);
        var entry = changes.entry("anaesthetics", id, change);
        var limit = new Limit(
                "overlay-anaesthetic-" + id, new Condition.Anaesthetised(Set.of(id)), "This clinic's limit of " + id);
        var labels = new ArrayList<Document>();
        var all = new Field("anaesthetics." + id, entry).required("labels").items();
        for (var label : all) {
            var one = (Document.Mapping) label.document();
            for (String name : limits) {
                var looser = name.equals("minMinutes") ? Looser.SMALLER : Looser.LARGER;
                if (keepsItsOwn(all, one, name, looser, change)) {
                    continue;
                }
                one = changes.number(one, name, change, name, looser, limit, " (" + name + ")");
            }
            labels.add(one);
        }
        changes.put("anaesthetics", id, entry.with("labels", Document.listing(labels)));
    }
}
