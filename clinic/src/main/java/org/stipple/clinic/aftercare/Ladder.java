package org.stipple.clinic.aftercare;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stipple.clinic.access.Role;

/// Before whom an open concern is laid, and when: whoever treats at once, the supervising clinician after a
/// quarter of the time in which somebody must have answered, the clinic's lead when that time is over, and from
/// then on all of them again and again until somebody takes it on. For what is answered within an hour that is
/// 15 and 60 minutes; an emergency is laid before everybody at once. `design`: these are the steps of the
/// hazard log (H15), and no source gives others for needling.
final class Ladder {

    /// Who answers concerns.
    static final List<Role> ALL = List.of(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD);

    /// Who sees to it that somebody answers, where nobody is reached who does. They are told no sign.
    static final List<Role> BEHIND = List.of(Role.MANAGER, Role.ADMINISTRATOR);

    private static final Duration SOONEST_AGAIN = Duration.ofMinutes(15);
    /// From this step on it is laid before all of them.
    static final int FIRST_OF_ALL = 3;

    private Ladder() {}

    static List<Role> roles(int step) {
        return switch (step) {
            case 0 -> List.of(Role.PRACTITIONER);
            case 1 -> List.of(Role.SUPERVISING_CLINICIAN);
            case 2 -> List.of(Role.PRIVACY_AND_SAFETY_LEAD);
            default -> ALL;
        };
    }

    /// When a step is due, unless somebody has taken it on.
    static Instant due(Instant raised, int minutes, int step) {
        return switch (step) {
            case 0 -> raised;
            case 1 -> raised.plus(Duration.ofMinutes(minutes).dividedBy(4));
            default ->
                raised.plus(Duration.ofMinutes(minutes)).plus(again(minutes).multipliedBy(step - FIRST_OF_ALL + 1L));
        };
    }

    /// After how long it is laid before all of them again, and how long somebody who took it on has to close
    /// it.
    static Duration again(int minutes) {
        var time = Duration.ofMinutes(minutes);
        return time.compareTo(SOONEST_AGAIN) < 0 ? SOONEST_AGAIN : time;
    }
}
