package org.stipple.clinic.outcome.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.outcome.MeasuredPair;
import org.stipple.clinic.outcome.Outcomes;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.ReadingView;
import org.stipple.clinic.web.look.TimelineItem;

/// What readings tell on a person's page.
@Component
class OutcomeChapter implements Chapter {

    private final Outcomes outcomes;
    private final ClinicClock clock;

    OutcomeChapter(Outcomes outcomes, ClinicClock clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    public Told tell(Patient person) {
        List<MeasuredPair> all = outcomes.of(person.id());
        return new Told(
                7,
                "Readings",
                all.isEmpty() ? "None yet. Two photos of one view can be compared." : words(all.getFirst()),
                Optional.empty(),
                Optional.empty(),
                all.stream()
                        .map(pair -> new Link("Readings of " + Days.full(day(pair)), href(person, pair)))
                        .toList(),
                all.stream()
                        .map(pair -> new TimelineItem(
                                "note",
                                TimelineItem.at(pair.at(), Acting.current().zone()),
                                Days.near(day(pair), clock.today()),
                                "Photos measured",
                                words(pair),
                                href(person, pair),
                                false))
                        .toList());
    }

    private static LocalDate day(MeasuredPair pair) {
        return LocalDate.ofInstant(pair.at(), Acting.current().zone());
    }

    private static String href(Patient person, MeasuredPair pair) {
        return "/people/" + person.id() + "/measurements/" + pair.id();
    }

    private static String words(MeasuredPair pair) {
        return ReadingLooks.of(pair).stream()
                .filter(reading -> reading.outcome() != ReadingView.Outcome.NOT_MEASURABLE)
                .findFirst()
                .map(reading ->
                        reading.metric() + ": " + reading.outcome().words().toLowerCase(java.util.Locale.ROOT) + ".")
                .orElse("Nothing was measurable.");
    }
}
