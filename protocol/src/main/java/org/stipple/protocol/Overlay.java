package org.stipple.protocol;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// What a clinic changes in the knowledge. It may tighten anything that can be changed; to loosen, it needs a
/// clinician's name, a reason and a date, and everything that is affected says so. What nobody may set aside
/// cannot be
/// loosened at all. The page `docs/data/overlay.md` describes the file.
final class Overlay {

    /// Who loosened something, why and when.
    private record Signature(String by, String reason, LocalDate date) {

        private static Signature read(Field field) {
            field.mapping(Set.of("by", "reason", "date"));
            return new Signature(
                    text(field.required("by")),
                    text(field.required("reason")),
                    field.required("date").date());
        }

        private static String text(Field field) {
            if (field.text().isBlank()) {
                throw field.refused("words");
            }
            return field.text();
        }

        private String words() {
            return "by " + by + " on " + date + ": " + reason;
        }
    }

    private static final String LOOSER = "stricter, or with loosened: {by, reason, date}";

    private final Contents base;
    private final Map<ZoneId, SkinZone> zones;
    private final List<Rule> rules;
    private Depth homeCap;

    private Overlay(Contents base) {
        this.base = base;
        this.zones = new EnumMap<>(base.zones());
        this.rules = new ArrayList<>(base.rules());
        this.homeCap = base.settings().homeCap();
    }

    /// The knowledge with the changes.
    ///
    /// @param text of the file
    /// @throws org.stipple.protocol.document.UnusableInput with the path of what does not fit
    static Contents over(Contents base, String text) {
        var overlay = new Overlay(base);
        var file = Field.root(Documents.read(text)).mapping(Set.of("version", "zones", "rules", "homeCap"));
        String version = file.required("version").text();
        file.optional("zones").ifPresent(overlay::zones);
        file.optional("rules").ifPresent(overlay::rules);
        file.optional("homeCap").ifPresent(overlay::homeCap);
        return overlay.contents(version, text);
    }

    private Contents contents(String version, String text) {
        var release = new Release(
                base.release().version() + "+" + version,
                KnowledgeReader.hash((base.release().hash() + "\n" + text).getBytes(StandardCharsets.UTF_8)));
        return base.changed(release, zones, rules, base.settings().withHomeCap(homeCap));
    }

    private void zones(Field changes) {
        for (String name : changes.names()) {
            var change = changes.required(name).mapping(Set.of("capMm", "loosened"));
            for (var id : ConditionReader.zonesNamed(name, change)) {
                cap(base.zone(id), EntryReader.depth(change.required("capMm")), change);
            }
        }
    }

    private void cap(SkinZone zone, Depth cap, Field change) {
        zones.put(zone.id(), zone.withCap(cap));
        if (zone.cap().isEmpty() || cap.compareTo(zone.cap().get()) > 0) {
            String before = zone.cap().map(Depth::toString).orElse("none");
            rules.add(note(
                    "overlay-cap-" + zone.id(),
                    new Condition.InZone(ZoneTruths.bit(zone.id())),
                    "This clinic's cap for the " + zone.id().words() + " is " + cap + " instead of " + before
                            + ", loosened " + signature(change).words()));
        }
    }

    private void homeCap(Field change) {
        change.mapping(Set.of("depthMm", "loosened"));
        var cap = EntryReader.depth(change.required("depthMm"));
        // Source: the input contract, which lets an overlay allow so much and no more.
        if (cap.micrometres() > 500) {
            throw change.required("depthMm").refused("at most 0.5 mm");
        }
        if (cap.compareTo(homeCap) > 0) {
            rules.add(note(
                    "overlay-home-cap",
                    new Condition.At(Setting.HOME),
                    "The cap at home is " + cap + " instead of " + homeCap + ", loosened "
                            + signature(change).words()));
        }
        homeCap = cap;
    }

    private static Signature signature(Field change) {
        return Signature.read(change.optional("loosened").orElseThrow(() -> change.refused(LOOSER)));
    }

    private static Rule note(String id, Condition when, String reason) {
        return new Rule(
                id,
                Kind.NOTE,
                when,
                Optional.empty(),
                reason,
                "Your clinic goes beyond the usual limit here, on a clinician's word.",
                new Basis.Design("what is loosened says so"),
                List.of(),
                Overridable.CLINICIAN,
                Optional.empty());
    }

    private void rules(Field changes) {
        for (String id : changes.names()) {
            var change = changes.required(id).mapping(Set.of("kind", "withinDays", "withinMonths", "loosened"));
            int at = indexOf(id, change);
            rules.set(at, changed(rules.get(at), change));
        }
    }

    private int indexOf(String id, Field change) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).id().equals(id)) {
                return i;
            }
        }
        throw change.refused("the identifier of a rule: see stipple knowledge list rules");
    }

    private static Rule changed(Rule rule, Field change) {
        var kind = change.optional("kind")
                .map(field -> field.word(Kind::find, Kind.WORDS))
                .orElse(rule.kind());
        if (kind == Kind.UNKNOWN) {
            throw change.required("kind").refused("what it means when it holds");
        }
        var period = ConditionReader.period(change);
        if (period.isPresent() && rule.pause().isEmpty()) {
            throw change.refused("no time for a rule that is no wait");
        }
        var longer = rule.withPeriod(period).withKind(kind);
        boolean shorter = period.isPresent()
                && days(period.get()) < days(rule.pause().orElseThrow().period());
        if (kind.compareTo(rule.kind()) <= 0 && !shorter) {
            return longer;
        }
        if (rule.overridable() == Overridable.NEVER) {
            throw change.refused("stricter: nobody may set " + rule.id() + " aside");
        }
        return longer.withReason(
                rule.reason() + " Loosened in this clinic " + signature(change).words());
    }

    private static long days(java.time.Period period) {
        return Math.round(period.toTotalMonths() * 30.44 + period.getDays());
    }
}
