package org.stipple.protocol;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// The entries of a release while a clinic changes them: what became looser needs a signature and leaves a
/// note, and every change is written down.
final class OverlayChanges {

    /// Which way a number loosens what it limits.
    enum Looser {
        LARGER,
        SMALLER
    }

    /// What a number belongs to.
    ///
    /// @param note identifier of the note that is left where it was loosened
    /// @param where the note holds
    /// @param words for it: `This clinic's cap for the nose`
    record Limit(String note, Condition where, String words) {}

    /// Who loosened something, why and when.
    ///
    /// @param second who loosened it too, where it takes two
    record Signature(String by, Optional<String> second, String reason, LocalDate date) {

        static Signature read(Field field, LocalDate on) {
            field.mapping(Set.of("by", "second", "reason", "date"));
            var date = field.required("date").date();
            if (date.isAfter(on)) {
                throw field.required("date").refused("a date not after " + on);
            }
            String by = text(field.required("by"));
            var second = field.optional("second").map(OverlayChanges::text);
            if (second.map(other -> isSame(other, by)).orElse(false)) {
                throw field.required("second").refused("somebody else than " + by);
            }
            return new Signature(by, second, text(field.required("reason")), date);
        }

        private static boolean isSame(String one, String other) {
            return one.strip().equalsIgnoreCase(other.strip());
        }

        String words() {
            return "by " + names() + " on " + date + ": " + reason;
        }

        private String names() {
            return by + second.map(other -> " and " + other).orElse("");
        }

        private Document document() {
            var document = Document.mapping().with("by", Document.of(by));
            if (second.isPresent()) {
                document = document.with("second", Document.of(second.get()));
            }
            return document.with("reason", Document.of(reason)).with("date", Document.of(date));
        }
    }

    private static final String LOOSER = "stricter, or with loosened: {by, reason, date}";

    private final String version;
    private final LocalDate on;
    private Optional<LocalDate> lastLoosened = Optional.empty();
    private final Map<String, Map<String, Document>> entries = new LinkedHashMap<>();
    private final Map<String, Document> log = new LinkedHashMap<>();
    private final Map<String, List<String>> noteReasons = new LinkedHashMap<>();
    private final Map<String, Condition> noteConditions = new LinkedHashMap<>();

    /// @param on the day of the question: nothing was loosened later
    OverlayChanges(String version, LocalDate on, Map<String, Map<String, Document>> base) {
        this.version = version;
        this.on = on;
        base.forEach((section, listed) -> entries.put(section, new LinkedHashMap<>(listed)));
    }

    /// Words of the clinic; between braces stand the gaps of rules, so there are none in them.
    static String text(Field field) {
        String text = field.text();
        if (text.isBlank() || text.contains("{") || text.contains("}")) {
            throw field.refused("words without braces");
        }
        return text;
    }

    /// The mapping under a name; an empty one where there is none.
    static Document.Mapping within(Document.Mapping owner, String name) {
        return owner.fields().get(name) instanceof Document.Mapping within ? within : Document.mapping();
    }

    /// The entry as it stands now.
    ///
    /// @param change in which it is named
    Document.Mapping entry(String section, String id, Field change) {
        if (entries.getOrDefault(section, Map.of()).get(id) instanceof Document.Mapping entry) {
            return entry;
        }
        throw change.refused("under the identifier of an entry: see stipple knowledge list " + section);
    }

    void put(String section, String id, Document entry) {
        entries.computeIfAbsent(section, _ -> new LinkedHashMap<>()).put(id, entry);
    }

    Map<String, Document> section(String name) {
        return entries.getOrDefault(name, Map.of());
    }

    /// The entries with all changes, which stand in a section `overlay` too.
    Map<String, Map<String, Document>> entries() {
        if (!log.isEmpty()) {
            entries.put("overlay", log);
        }
        return entries;
    }

    /// One note for everything that was loosened, so that every answer it touches says so.
    List<Rule> notes() {
        var notes = new ArrayList<Rule>();
        noteReasons.forEach((id, reasons) -> {
            var when = noteConditions.getOrDefault(id, new Condition.All(List.of()));
            notes.add(new Rule(
                    id,
                    Kind.NOTE,
                    when,
                    Optional.empty(),
                    String.join(" ", reasons),
                    "Your clinic goes beyond the usual limit here, on a clinician's word.",
                    new Basis.Design("what is loosened says so"),
                    List.of(),
                    Overridable.CLINICIAN,
                    Optional.empty(),
                    Optional.empty()));
        });
        return notes;
    }

    Signature signature(Field change) {
        var signature = Signature.read(change.optional("loosened").orElseThrow(() -> change.refused(LOOSER)), on);
        lastLoosened =
                lastLoosened.filter(before -> before.isAfter(signature.date())).or(() -> Optional.of(signature.date()));
        return signature;
    }

    /// As [#signature(Field)] for what one person may not loosen alone.
    Signature twoSignatures(Field change) {
        var signature = signature(change);
        if (signature.second().isEmpty()) {
            throw change.required("loosened").required("second").refused("the name of a second person");
        }
        return signature;
    }

    /// The last day on which something was loosened; empty where nothing was. On no earlier day does any of it
    /// hold.
    Optional<LocalDate> lastLoosened() {
        return lastLoosened;
    }

    /// Writes a change down.
    void log(String path, Document was, Document now, Optional<Signature> loosened) {
        var change = Document.mapping()
                .with("id", Document.of(path))
                .with("was", was)
                .with("now", now)
                .with("loosened", loosened.map(Signature::document).orElse(Document.UNKNOWN));
        log.put(path, change);
    }

    void note(Limit limit, String says) {
        noteReasons.computeIfAbsent(limit.note(), _ -> new ArrayList<>()).add(says);
        noteConditions.put(limit.note(), limit.where());
    }

    /// A mapping with one of its numbers as the clinic wants it, resting on the clinic from now on. Where
    /// there was no number, there was no limit.
    ///
    /// @param owner in which the number stands
    /// @param name of the number there
    /// @param change of the clinic, in which it may stand as `as`
    Document.Mapping number(
            Document.Mapping owner, String name, Field change, String as, Looser looser, Limit limit, String unit) {
        if (change.optional(as).isEmpty()) {
            return owner;
        }
        var field = change.required(as);
        var now = field.decimal("0", "1000000").stripTrailingZeros();
        var before = Optional.ofNullable(owner.fields().get(name))
                .flatMap(one -> one instanceof Document.Numeral(var value)
                        ? Optional.of(value.stripTrailingZeros())
                        : Optional.empty());
        boolean loosened = before.map(old -> looser == Looser.LARGER ? now.compareTo(old) > 0 : now.compareTo(old) < 0)
                .orElse(false);
        return replaced(owner, name, field, change, before, now, loosened, limit, unit);
    }

    /// As [#number], where the absence of a number is the strictest of all.
    Document.Mapping firstNumber(
            Document.Mapping owner, String name, Field change, String as, Limit limit, String unit) {
        var field = change.required(as);
        var now = field.decimal("0", "1000000").stripTrailingZeros();
        return replaced(owner, name, field, change, Optional.empty(), now, true, limit, unit);
    }

    private Document.Mapping replaced(
            Document.Mapping owner,
            String name,
            Field field,
            Field change,
            Optional<BigDecimal> before,
            BigDecimal now,
            boolean loosened,
            Limit limit,
            String unit) {
        var signature = loosened ? Optional.of(signature(change)) : Optional.<Signature>empty();
        String was = before.map(value -> value.toPlainString() + unit).orElse("none");
        String words = now.toPlainString() + unit + " instead of " + was;
        signature.ifPresent(one -> note(limit, limit.words() + " is " + words + ", loosened " + one.words() + "."));
        log(field.path(), before.<Document>map(Document::of).orElse(Document.UNKNOWN), Document.of(now), signature);
        return onTheClinic(owner.with(name, Document.of(now)), words, signature);
    }

    /// The mapping rests on the clinic, and a clinician answers for it.
    Document.Mapping onTheClinic(Document.Mapping owner, String words, Optional<Signature> signature) {
        var fields = new LinkedHashMap<>(owner.fields());
        fields.remove("sources");
        fields.put(
                "design",
                Document.of("this clinic's overlay " + version + ": " + words
                        + signature.map(one -> ", loosened " + one.words()).orElse(", stricter")));
        fields.put("review", Document.of(signature.map(Signature::by).orElse("clinician of this clinic")));
        return new Document.Mapping(fields);
    }
}
