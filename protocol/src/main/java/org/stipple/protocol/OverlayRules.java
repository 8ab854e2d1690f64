package org.stipple.protocol;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stipple.protocol.OverlayChanges.Limit;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// What a clinic changes in rules: what they mean, how long they wait, from what age on, and which of its own
/// it adds to them.
///
/// @param base the release
/// @param changes where they are written down
record OverlayRules(Contents base, OverlayChanges changes) {

    private static final String NEW = "newRules.";

    void change(String id, Field change) {
        change.mapping(Set.of("kind", "withinDays", "withinMonths", "atLeast", "atMost", "loosened"));
        var rule = base.rules().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> change.refused("the identifier of a rule: see stipple knowledge list rules"));
        var entry = changes.entry("rules", id, change);
        var words = new ArrayList<String>();
        boolean looser = false;
        if (change.optional("kind").isPresent()) {
            var kind = change.required("kind").word(Kind::find, Kind.WORDS);
            if (kind == Kind.UNKNOWN) {
                throw change.required("kind").refused("what it means when it holds");
            }
            looser = kind.compareTo(rule.kind()) > 0;
            words.add(kind + " instead of " + rule.kind());
            entry = entry.with("kind", Document.of(kind.id()));
        }
        var period = ConditionReader.period(change);
        if (period.isPresent()) {
            var before = rule.pause().orElseThrow(() -> change.refused("no time for a rule that is no wait"));
            looser |= days(period.get()) < days(before.period());
            entry = entry.with("wait", wait(before.since(), period.get()));
            words.add(words(period.get()) + " instead of " + words(before.period()));
        }
        for (String name : List.of("atLeast", "atMost")) {
            if (change.optional(name).isPresent()) {
                var bound = bound(entry, name, change);
                looser |= bound.looser();
                entry = bound.entry();
                words.add(bound.words());
            }
        }
        if (looser && rule.floor().isPresent()) {
            throw change.refused(
                    "stricter: " + rule.id() + " is a floor (" + rule.floor().get() + ")");
        }
        if (looser && rule.overridable() == Overridable.NEVER) {
            throw change.refused("stricter: nobody may set " + rule.id() + " aside");
        }
        var signature = looser ? Optional.of(signature(rule, change)) : Optional.<OverlayChanges.Signature>empty();
        signature.ifPresent(one -> changes.note(
                new Limit("overlay-" + rule.id(), new Condition.Possibly(rule.when()), ""),
                "In this clinic the rule " + rule.id() + " is another: " + String.join("; ", words) + ", loosened "
                        + one.words() + "."));
        changes.log(change.path(), changes.entry("rules", id, change), change.document(), signature);
        changes.put("rules", id, told(entry, words, signature));
    }

    /// A rule more can only bind further: nothing that another rule says is taken away by it. So whatever a
    /// clinic will not do (a device, a use, a zone, a person's circumstance) it can write down as one.
    void add(Field rules) {
        for (var rule : rules.items()) {
            var id = rule.required("id");
            if (changes.section("rules").containsKey(id.text()) || id.text().startsWith("overlay-")) {
                throw id.refused("an identifier that is not yet taken and does not begin with overlay-");
            }
            if (rule.optional("floor").isPresent()) {
                throw rule.required("floor").refused("nothing: floors come with a release");
            }
            OverlayChanges.text(rule.required("review"));
            changes.log(NEW + id.text(), Document.UNKNOWN, rule.document(), Optional.empty());
            changes.put("rules", id.text(), rule.document());
        }
    }

    /// Whether a rule came with the overlay.
    static boolean isOfTheClinic(Rule rule, Contents contents) {
        return contents.entries().getOrDefault("overlay", Map.of()).containsKey(NEW + rule.id());
    }

    /// What takes two people in a single case takes two for all of them.
    private OverlayChanges.Signature signature(Rule rule, Field change) {
        return switch (rule.overridable()) {
            case TWO_PEOPLE -> changes.twoSignatures(change);
            case CLINICIAN, NEVER -> changes.signature(change);
        };
    }

    /// What the rule tells is no longer true of this clinic where its number is another.
    private static Document told(
            Document.Mapping entry, List<String> words, Optional<OverlayChanges.Signature> signature) {
        var told = entry;
        if (!words.isEmpty()) {
            String here = String.join("; ", words);
            told = more(told, "reason", " In this clinic: " + here + ".");
            told = more(told, "patientReason", " (In this clinic: " + here + ".)");
        }
        return signature.isEmpty()
                ? told
                : more(told, "reason", " Loosened " + signature.get().words());
    }

    private static Document.Mapping more(Document.Mapping entry, String name, String words) {
        return entry.with(
                name, Document.of(new Field(name, entry).required(name).text() + words));
    }

    private static Document wait(Fact since, Period period) {
        var wait = Document.mapping().with("fact", Document.of(since.path()));
        return period.toTotalMonths() > 0
                ? wait.with("withinMonths", Document.of(period.toTotalMonths()))
                : wait.with("withinDays", Document.of(period.getDays()));
    }

    private static String words(Period period) {
        return period.toTotalMonths() > 0 ? period.toTotalMonths() + " months" : period.getDays() + " days";
    }

    private static long days(Period period) {
        return Math.round(period.toTotalMonths() * 30.44 + period.getDays());
    }

    private record Bound(Document.Mapping entry, boolean looser, String words) {}

    /// The one number of a rule's condition, where it stands under no `not`.
    private static Bound bound(Document.Mapping entry, String name, Field change) {
        var when = entry.fields().get("when");
        var found = new ArrayList<BigDecimal>();
        if (when != null) {
            gather(when, name, found);
        }
        if (found.size() != 1) {
            throw change.refused("no " + name + " for a rule that has none, or several");
        }
        var before = found.getFirst();
        int now = change.required(name).integer(0, 1_000);
        boolean narrower = name.equals("atMost")
                ? BigDecimal.valueOf(now).compareTo(before) < 0
                : BigDecimal.valueOf(now).compareTo(before) > 0;
        var changed = replaced(when == null ? Document.UNKNOWN : when, name, Document.of(now));
        return new Bound(
                entry.with("when", changed),
                narrower,
                (name.equals("atMost") ? "to " : "from ") + now + " instead of " + before.toPlainString());
    }

    private static void gather(Document condition, String name, List<BigDecimal> found) {
        switch (condition) {
            case Document.Mapping(var fields) -> {
                if (fields.get(name) instanceof Document.Numeral(var value)) {
                    found.add(value);
                }
                for (String join : List.of("all", "any")) {
                    if (fields.get(join) instanceof Document joined) {
                        gather(joined, name, found);
                    }
                }
            }
            case Document.Listing(var items) -> items.forEach(item -> gather(item, name, found));
            case Document.Text _, Document.Numeral _, Document.Flag _, Document.Unknown _ -> {}
        }
    }

    private static Document replaced(Document condition, String name, Document now) {
        return switch (condition) {
            case Document.Mapping mapping -> {
                var after = mapping;
                if (mapping.fields().get(name) instanceof Document.Numeral) {
                    after = after.with(name, now);
                }
                for (String join : List.of("all", "any")) {
                    if (mapping.fields().get(join) instanceof Document joined) {
                        after = after.with(join, replaced(joined, name, now));
                    }
                }
                yield after;
            }
            case Document.Listing(var items) ->
                Document.listing(
                        items.stream().map(item -> replaced(item, name, now)).toList());
            case Document.Text _, Document.Numeral _, Document.Flag _, Document.Unknown _ -> condition;
        };
    }
}
