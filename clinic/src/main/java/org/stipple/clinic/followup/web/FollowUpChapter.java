package org.stipple.clinic.followup.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.followup.FollowUp;
import org.stipple.clinic.followup.FollowUps;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.web.Days;

/// When a person is asked how it went, on their page.
@Component
class FollowUpChapter implements Chapter {

    private static final int ORDER = 10;

    private final FollowUps followUps;
    private final ClinicClock clock;

    FollowUpChapter(FollowUps followUps, ClinicClock clock) {
        this.followUps = followUps;
        this.clock = clock;
    }

    @Override
    public Told tell(Patient person) {
        List<FollowUp> all = followUps.of(person.id());
        return new Told(
                ORDER,
                "Follow-ups",
                all.isEmpty()
                        ? "Nobody is to be asked now."
                        : "Next: " + all.getFirst().what().words() + ", due "
                                + Days.near(all.getFirst().due(), clock.today()) + ".",
                Optional.empty(),
                Optional.empty(),
                Acting.current().isOneOf(Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN)
                        ? List.of(new Link("To the follow-ups", "/people/" + person.id() + "/follow-up"))
                        : List.of(),
                List.of());
    }

    @Override
    public Optional<Told> tellOthers(Patient person) {
        return Acting.current().isOneOf(Role.FRONT_DESK) ? Optional.of(tell(person)) : Optional.empty();
    }
}
