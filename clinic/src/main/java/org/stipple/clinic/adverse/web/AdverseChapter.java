package org.stipple.clinic.adverse.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.adverse.AdverseEvent;
import org.stipple.clinic.adverse.AdverseEvents;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.TimelineItem;

/// The adverse events of a person, on their page. Who leads privacy and safety reads them without reading the
/// rest of the record.
@Component
class AdverseChapter implements Chapter {

    private static final int ORDER = 9;

    private final AdverseEvents events;
    private final ClinicClock clock;

    AdverseChapter(AdverseEvents events, ClinicClock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Told tell(Patient person) {
        List<AdverseEvent> all = events.of(person.id());
        return new Told(
                ORDER,
                "Adverse events",
                state(all),
                Optional.empty(),
                Optional.empty(),
                AdverseEvents.mayOpen()
                        ? List.of(
                                new Link("To the adverse events", "/people/" + person.id() + "/adverse"),
                                new Link("Open one", "/people/" + person.id() + "/adverse/new"))
                        : List.of(),
                all.stream().map(this::event).toList());
    }

    @Override
    public Optional<Told> tellOthers(Patient person) {
        return AdverseEvents.mayOpen() ? Optional.of(tell(person)) : Optional.empty();
    }

    private static String state(List<AdverseEvent> all) {
        long standing = all.stream().filter(AdverseEvent::stands).count();
        return switch (all.size()) {
            case 0 -> "None was opened.";
            case 1 -> standing == 1 ? "One, which is not over." : "One, which stands against nothing.";
            default -> all.size() + ", of which " + (standing == 0 ? "none is" : standing + " are") + " not over.";
        };
    }

    private TimelineItem event(AdverseEvent event) {
        var zone = Acting.current().zone();
        return new TimelineItem(
                "reaction",
                event.said().onset().map(Object::toString).orElseGet(() -> TimelineItem.at(event.openedAt(), zone)),
                Days.near(
                        event.said()
                                .onset()
                                .orElseGet(() -> event.openedAt().atZone(zone).toLocalDate()),
                        clock.today()),
                event.said().kind().words(),
                AdverseLooks.state(event, clock.today()),
                AdverseEvents.mayOpen() ? AdverseLooks.href(event) : "",
                false);
    }
}
