package org.stipple.clinic.aftercare.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.aftercare.Concern;
import org.stipple.clinic.aftercare.Concerns;
import org.stipple.clinic.aftercare.Healing;
import org.stipple.clinic.aftercare.HealingDays;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.TimelineItem;

/// How somebody heals, on their page: where they are after the last session, and what they reported.
@Component
class HealingChapter implements Chapter {

    private static final int ORDER = 6;

    private final Sessions sessions;
    private final Concerns concerns;
    private final HealingDays healing;
    private final DiaryWords words;
    private final ClinicClock clock;

    HealingChapter(Sessions sessions, Concerns concerns, HealingDays healing, DiaryWords words, ClinicClock clock) {
        this.sessions = sessions;
        this.concerns = concerns;
        this.healing = healing;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Told tell(Patient person) {
        Optional<Session> last = sessions.of(person.id()).stream().max(Comparator.comparing(Session::startedAt));
        List<Concern> all = concerns.of(person.id());
        List<Concern> open =
                all.stream().filter(concern -> concern.closed().isEmpty()).toList();
        return new Told(
                ORDER,
                "Healing",
                state(last, open),
                Optional.empty(),
                open.stream().findFirst().map(concern -> new Link("Answer the concern", ConcernPages.href(concern))),
                last.stream()
                        .map(session -> new Link(
                                "Diary and its link",
                                "/people/" + person.id() + "/sessions/" + session.id() + "/diary"))
                        .toList(),
                all.stream().map(this::event).toList());
    }

    private String state(Optional<Session> last, List<Concern> open) {
        String where = last.map(healing::of).map(HealingChapter::day).orElse("No session yet.");
        return switch (open.size()) {
            case 0 -> where;
            case 1 -> "One concern waits for an answer. " + where;
            default -> open.size() + " concerns wait for an answer. " + where;
        };
    }

    private static String day(Healing healing) {
        List<String> now = healing.lines().stream()
                .filter(Healing.Line::now)
                .map(line -> line.expected().event())
                .toList();
        return "Day " + healing.day() + " after the last session: "
                + (now.isEmpty() ? "everything that is expected is over." : String.join(", ", now) + " expected.");
    }

    private TimelineItem event(Concern concern) {
        var zone = Acting.current().zone();
        return new TimelineItem(
                "reaction",
                TimelineItem.at(concern.raisedAt(), zone),
                Days.near(LocalDate.ofInstant(concern.raisedAt(), zone), clock.today()),
                "Reported: " + words.sign(concern.sign()),
                concern.closed()
                        .map(closed -> closed.by() + " " + closed.outcome().words())
                        .orElse("waits for an answer"),
                ConcernPages.href(concern),
                false);
    }
}
