package org.stipple.clinic.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.patient.Patient;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// Puts what the clinic knows over what was answered: age and sex as they are written down now, the law of
/// the clinic's place, and the clinic's own sessions.
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
        return about(person).apply(answered);
    }

    /// As [#of], as it was known on a day: what was needled later is left out.
    Document.Mapping knownOn(LocalDate day, Patient person, Document answered) {
        return of(
                person,
                answered,
                own.of(person.id()).stream()
                        .filter(needled -> !needled.on().isAfter(day))
                        .toList());
    }

    /// As [#of], for several request files: the person's sessions are read once.
    Function<Document, Document.Mapping> about(Patient person) {
        var sessions = own.of(person.id());
        return answered -> of(person, answered, sessions);
    }

    /// As [#about]. While a session is open, what is charted in it is no reason against going on with it.
    Function<Document, Document.Mapping> during(UUID session, Patient person) {
        var sessions = own.apartFrom(person.id(), session);
        return answered -> of(person, answered, sessions);
    }

    private Document.Mapping of(Patient person, Document answered, List<OwnNeedling.Needled> own) {
        var request = mapping(answered)
                .with("age", Document.of(person.ageOn(clock.today())))
                .with("sex", Document.of(person.details().sex().id()));
        Optional<String> place = Acting.current().jurisdiction();
        if (place.isPresent()) {
            request = request.with("jurisdiction", Document.of(place.get()));
        }
        return withOwn(own, request);
    }

    /// What the clinic did stands beside what was told of another place.
    private static Document.Mapping withOwn(List<OwnNeedling.Needled> own, Document.Mapping request) {
        var facts = mapping(Optional.ofNullable(request.fields().get("facts")).orElse(Document.mapping()));
        Optional<Field> stated = Field.root(facts).optional(NEEDLING);
        int sessions = Math.max(own.size(), stated.map(CurrentRequest::sessions).orElse(0));
        return NeedledBefore.of(
                        own,
                        stated.flatMap(NeedledBefore::stated),
                        NeedledBefore.zones(Optional.ofNullable(request.fields().get("zones"))))
                .map(before -> request.with("facts", facts.with(NEEDLING, before.toDocument(sessions))))
                .orElse(request);
    }

    /// How many sessions were told of, 0 where it is not known.
    private static int sessions(Field stated) {
        return stated.document() instanceof Document.Mapping
                ? stated.optional("sessions")
                        .map(Field::document)
                        .map(number -> number instanceof Document.Numeral(var value) ? value.intValue() : 0)
                        .orElse(0)
                : 0;
    }

    static Document.Mapping mapping(Document document) {
        return document instanceof Document.Mapping mapping ? mapping : Document.mapping();
    }
}
