package org.stipple.clinic.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.adverse.AdverseEvent;
import org.stipple.clinic.adverse.AdverseEvents;
import org.stipple.clinic.adverse.Grade;
import org.stipple.clinic.adverse.Kinds;
import org.stipple.clinic.adverse.Outcome;
import org.stipple.clinic.adverse.Source;
import org.stipple.clinic.treatment.Sessions;

/// An adverse event of the demo: over, and not yet looked at by anybody else.
@Component
class DemoAdverse {

    private final AdverseEvents events;
    private final Kinds kinds;
    private final Sessions sessions;
    private final ClinicClock clock;
    private final Ids ids;

    DemoAdverse(AdverseEvents events, Kinds kinds, Sessions sessions, ClinicClock clock, Ids ids) {
        this.events = events;
        this.kinds = kinds;
        this.sessions = sessions;
        this.clock = clock;
        this.ids = ids;
    }

    /// Ten days after the newest session of this person.
    void opened(PatientId person) {
        var opening = events.open(
                ids.next(),
                person,
                new Source.ByHand(),
                Optional.of(sessions.of(person).getFirst().id()),
                said(Outcome.RECOVERING));
        if (opening instanceof AdverseEvents.Opening.NotOpened(var why)) {
            throw new IllegalStateException("the demo's adverse event was not opened: " + why);
        }
    }

    /// Some days later.
    void over(PatientId person) {
        List<String> why = events.revise(
                person,
                events.of(person).getFirst().id(),
                1,
                said(Outcome.RESOLVED),
                "Seen again in the practice, and nothing is left.");
        if (!why.isEmpty()) {
            throw new IllegalStateException("the demo's adverse event was not ended: " + why);
        }
    }

    private AdverseEvent.Said said(Outcome outcome) {
        return new AdverseEvent.Said(
                kinds.redFlag("lasting-redness").orElseThrow(),
                Optional.empty(),
                "The left cheek is still red ten days after the session (demo).",
                Optional.of(Grade.MILD),
                Optional.of(Set.of()),
                Optional.of("Bland care alone, and a look again after some days."),
                outcome,
                outcome.isOver() ? Optional.of(clock.today()) : Optional.empty());
    }
}
