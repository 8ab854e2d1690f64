package org.stipple.clinic.incident.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.incident.Incident;
import org.stipple.clinic.incident.Incidents;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.TimelineItem;

/// What went wrong in a person's sessions, on their page.
@Component
class IncidentChapter implements Chapter {

    private static final int ORDER = 8;

    private final Incidents incidents;
    private final ClinicClock clock;

    IncidentChapter(Incidents incidents, ClinicClock clock) {
        this.incidents = incidents;
        this.clock = clock;
    }

    @Override
    public Told tell(Patient person) {
        List<Incident> all = incidents.of(person.id());
        long waiting = all.stream().filter(one -> one.review().isEmpty()).count();
        return new Told(
                ORDER,
                "Incidents",
                state(all.size(), waiting),
                Optional.empty(),
                Optional.empty(),
                mayOpen() && !all.isEmpty() ? List.of(new Link("To the incidents", "/incidents")) : List.of(),
                all.stream().map(this::event).toList());
    }

    private static String state(int all, long waiting) {
        return switch (all) {
            case 0 -> "None was written down in a session of this person.";
            case 1 -> waiting == 1 ? "One, which waits to be looked at." : "One, which was looked at.";
            default -> all + ", of which " + (waiting == 0 ? "none waits" : waiting + " wait") + " to be looked at.";
        };
    }

    private TimelineItem event(Incident incident) {
        var zone = Acting.current().zone();
        return new TimelineItem(
                "reaction",
                TimelineItem.at(incident.told().at(), zone),
                Days.near(incident.told().at().atZone(zone).toLocalDate(), clock.today()),
                "Incident: " + incident.told().kind().words(),
                incident.review()
                        .map(review -> "looked at by " + review.signer())
                        .orElse("waits to be looked at"),
                mayOpen() ? "/incidents/" + incident.id() : "",
                false);
    }

    private static boolean mayOpen() {
        return Acting.current()
                .isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.PRIVACY_AND_SAFETY_LEAD);
    }
}
