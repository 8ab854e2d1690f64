package org.stipple.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stipple.protocol.OverlayChanges.Limit;
import org.stipple.protocol.OverlayChanges.Looser;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// What a clinic changes in what follows a session. It may add words freely; to replace ours it signs,
/// because no machine can say whether other words are the stricter ones.
///
/// @param changes where they are written down
record OverlayAftercare(OverlayChanges changes) {

    /// A step of aftercare.
    void step(String id, Field change) {
        change.mapping(Set.of("do", "avoid", "alsoDo", "alsoAvoid", "toHours", "loosened"));
        var entry = changes.entry("aftercare", id, change);
        entry = words(entry, "do", change, "do", "alsoDo");
        entry = words(entry, "avoid", change, "avoid", "alsoAvoid");
        var limit = everywhere("overlay-aftercare-" + id, "This clinic's end of " + id);
        entry = changes.number(entry, "toHours", change, "toHours", Looser.SMALLER, limit, " hours");
        changes.put("aftercare", id, entry);
    }

    /// A red flag.
    void redFlag(String id, Field change) {
        change.mapping(Set.of("alsoDo", "withinMinutes", "loosened"));
        var entry = words(changes.entry("red-flags", id, change), "todo", change, "", "alsoDo");
        if (entry.fields().get("answer") instanceof Document.Mapping answer) {
            var limit = everywhere("overlay-red-flag-" + id, "This clinic's time to answer " + id);
            entry = entry.with(
                    "answer",
                    changes.number(answer, "withinMinutes", change, "withinMinutes", Looser.LARGER, limit, " minutes"));
        }
        changes.put("red-flags", id, entry);
    }

    private static Limit everywhere(String note, String words) {
        return new Limit(note, new Condition.All(List.of()), words);
    }

    private Document.Mapping words(Document.Mapping entry, String name, Field change, String instead, String more) {
        var before = new Field(name, entry).required(name).text();
        var replaced = entry;
        var other = instead.isEmpty() ? Optional.<Field>empty() : change.optional(instead);
        if (other.isPresent()) {
            var signature = changes.signature(change);
            var now = Document.of(
                    OverlayChanges.text(other.get()) + " (This clinic's words, " + signature.words() + ".)");
            changes.log(other.get().path(), Document.of(before), now, Optional.of(signature));
            replaced = changes.onTheClinic(replaced.with(name, now), "its own words", Optional.of(signature));
        }
        var added = change.optional(more);
        if (added.isPresent()) {
            var now = Document.of(
                    new Field(name, replaced).required(name).text() + " " + OverlayChanges.text(added.get()));
            changes.log(added.get().path(), Document.of(before), now, Optional.empty());
            replaced = replaced.with(name, now);
        }
        return replaced;
    }
}
