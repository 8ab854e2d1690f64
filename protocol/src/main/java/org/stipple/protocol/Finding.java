package org.stipple.protocol;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.ZoneId;

/// What one rule found.
///
/// @param rule its identifier
/// @param kind what it means
/// @param zones of those asked, where it holds
/// @param until for a dated wait, the first day on which it no longer stands
/// @param missing the unanswered facts that would settle it, by path; only for [Kind#UNKNOWN]
/// @param reason for the professional
/// @param patientReason for the patient
/// @param basis `sourced` or `design`
/// @param sources with their strength; none for a design
/// @param views who disagrees
/// @param overridable who may set it aside
public record Finding(
        String rule,
        Kind kind,
        List<ZoneId> zones,
        Optional<LocalDate> until,
        List<Fact> missing,
        String reason,
        String patientReason,
        String basis,
        List<Citation> sources,
        List<View> views,
        Overridable overridable) {

    public Finding {
        zones = List.copyOf(zones);
        missing = List.copyOf(missing);
        sources = List.copyOf(sources);
        views = List.copyOf(views);
    }

    /// Whether it is a wait that ends only with an examination.
    public boolean isOpenEnded() {
        return kind == Kind.DEFER && until.isEmpty();
    }

    Document document() {
        var fields = new LinkedHashMap<String, Document>();
        fields.put("rule", Document.of(rule));
        fields.put("kind", Document.of(kind.id()));
        fields.put("zones", Document.texts(zones.stream().map(ZoneId::id).toList()));
        fields.put("until", until.map(Document::of).orElse(Document.UNKNOWN));
        fields.put("missing", Document.texts(missing.stream().map(Fact::path).toList()));
        fields.put("reason", Document.of(reason));
        fields.put("patientReason", Document.of(patientReason));
        fields.put("basis", Document.of(basis));
        fields.put(
                "sources",
                Document.listing(sources.stream().map(Citation::document).toList()));
        fields.put("views", Document.listing(views.stream().map(View::document).toList()));
        fields.put("overridable", Document.of(overridable.id()));
        return new Document.Mapping(fields);
    }

    static Finding read(Field field) {
        return new Finding(
                field.required("rule").text(),
                field.present("kind").word(Kind::find, Kind.WORDS),
                Stored.zones(field.required("zones")),
                field.optional("until").map(Field::date),
                Stored.facts(field.required("missing")),
                field.required("reason").text(),
                field.required("patientReason").text(),
                field.required("basis").text(),
                field.required("sources").items().stream().map(Citation::read).toList(),
                field.required("views").items().stream().map(View::read).toList(),
                field.required("overridable").constant(Overridable.class, Overridable::id));
    }
}
