package org.stipple.clinic.planning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.patient.Patient;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.ZoneId;

/// Puts what the clinic knows over what was answered: age and sex as they are written down now, the law of
/// the clinic's place, and the clinic's own newest session.
@Component
class CurrentRequest {

    private static final String NEEDLING = "previous-needling";

    private final OwnNeedling own;
    private final ClinicClock clock;

    CurrentRequest(OwnNeedling own, ClinicClock clock) {
        this.own = own;
        this.clock = clock;
    }

    /// @param answered a request file
    Document.Mapping of(Patient person, Document answered) {
        return of(person, answered, own.last(person.id()));
    }

    /// While a session is open, what is charted in it is no reason against going on with it.
    Document.Mapping during(UUID session, Patient person, Document answered) {
        return of(person, answered, own.apartFrom(person.id(), session));
    }

    private Document.Mapping of(Patient person, Document answered, Optional<OwnNeedling.Needled> last) {
        var request = mapping(answered)
                .with("age", Document.of(person.ageOn(clock.today())))
                .with("sex", Document.of(person.details().sex().id()));
        Optional<String> place = Acting.current().jurisdiction();
        if (place.isPresent()) {
            request = request.with("jurisdiction", Document.of(place.get()));
        }
        return last.isPresent() ? with(request, last.get()) : request;
    }

    /// The clinic's own session stands, unless the person was needled elsewhere since.
    private static Document.Mapping with(Document.Mapping request, OwnNeedling.Needled last) {
        var facts = mapping(Optional.ofNullable(request.fields().get("facts")).orElse(Document.mapping()));
        if (statedLast(facts).filter(stated -> stated.isAfter(last.on())).isPresent()) {
            return request;
        }
        var needling =
                Document.mapping().with("last", Document.of(last.on())).with("sessions", Document.of(last.sessions()));
        if (last.deepest().isPresent()) {
            needling = needling.with("depthMm", Document.of(last.deepest().get().millimetres()));
        }
        if (!last.zones().isEmpty()) {
            needling = needling.with(
                    "zones",
                    Document.texts(last.zones().stream()
                            .sorted(Comparator.naturalOrder())
                            .map(ZoneId::id)
                            .toList()));
        }
        return request.with("facts", facts.with(NEEDLING, needling));
    }

    private static Optional<LocalDate> statedLast(Document.Mapping facts) {
        return Field.root(facts)
                .optional(NEEDLING)
                .filter(stated -> stated.document() instanceof Document.Mapping)
                .flatMap(stated -> stated.optional("last"))
                .filter(stated -> !(stated.document() instanceof Document.Text(var word) && word.equals("never")))
                .map(Field::date);
    }

    private static Document.Mapping mapping(Document document) {
        return document instanceof Document.Mapping mapping ? mapping : Document.mapping();
    }
}
