package org.stipple.clinic.outcome.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.outcome.MeasuredPair;
import org.stipple.clinic.outcome.Outcomes;
import org.stipple.clinic.outcome.Score;
import org.stipple.clinic.outcome.Scores;
import org.stipple.clinic.outcome.web.AboutCourse.About;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.photo.Photos;
import org.stipple.clinic.photo.StoredPhoto;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.Plot;
import org.stipple.clinic.web.look.ReadingView;
import org.stipple.clinic.web.look.TimelineItem;

/// What came of the treatment, on a person's page: readings, scales, reactions.
@Component
class OutcomeChapter implements Chapter {

    /// More of them is a page of its own: the newest readings.
    private static final int PLOTS = 3;

    private final Outcomes outcomes;
    private final AboutCourse about;
    private final Photos photos;
    private final Scores scores;
    private final Sessions sessions;
    private final ClinicClock clock;

    OutcomeChapter(
            Outcomes outcomes, AboutCourse about, Photos photos, Scores scores, Sessions sessions, ClinicClock clock) {
        this.outcomes = outcomes;
        this.scores = scores;
        this.sessions = sessions;
        this.about = about;
        this.photos = photos;
        this.clock = clock;
    }

    @Override
    public Told tell(Patient person) {
        List<MeasuredPair> all = outcomes.of(person.id());
        About course = all.isEmpty() ? About.NOTHING : about.of(person.id());
        return new Told(
                7,
                "Outcome",
                (all.isEmpty()
                                ? outcomes.withheld(person.id())
                                        .orElse("No readings yet. Two photos of one view can be compared.")
                                : words(all.getFirst(), course))
                        + judged(person),
                Optional.empty(),
                Optional.empty(),
                Stream.concat(
                                Stream.of(new Link("Open the outcome", "/people/" + person.id() + "/outcome")),
                                all.stream()
                                        .map(pair ->
                                                new Link("Readings of " + Days.full(day(pair)), href(person, pair))))
                        .toList(),
                Stream.concat(
                                reactions(person),
                                all.stream()
                                        .map(pair -> new TimelineItem(
                                                "note",
                                                TimelineItem.at(
                                                        pair.at(),
                                                        Acting.current().zone()),
                                                Days.near(day(pair), clock.today()),
                                                "Photos measured",
                                                words(pair, course),
                                                href(person, pair),
                                                false)))
                        .toList(),
                trend(person, all, course));
    }

    /// How many scores stand, and what the newest says.
    private String judged(Patient person) {
        List<Score> standing = Score.standing(scores.of(person.id()));
        if (standing.isEmpty()) {
            return " Nobody judged by a scale yet.";
        }
        Score newest = standing.getLast();
        return " Newest by a scale: " + newest.scale().name() + ", "
                + newest.total().map(ScoreLooks::plain).orElse("no answer") + ", "
                + ScoreLooks.words(newest.told().rater().by()).toLowerCase(Locale.ROOT) + ".";
    }

    /// What the skin showed at the end of a session, where a sign was more than none.
    private Stream<TimelineItem> reactions(Patient person) {
        return sessions.of(person.id()).stream()
                .flatMap(session ->
                        OutcomeOverview.reaction(session).map(words -> reaction(person, session, words)).stream());
    }

    private TimelineItem reaction(Patient person, Session session, String words) {
        var zone = Acting.current().zone();
        return new TimelineItem(
                "reaction",
                TimelineItem.at(session.aftermath().last().orElseThrow().at(), zone),
                Days.near(LocalDate.ofInstant(session.startedAt(), zone), clock.today()),
                "Reaction: " + words,
                "at the end of session " + session.number(),
                "/people/" + person.id() + "/sessions/" + session.id() + "/report",
                false);
    }

    /// How what the course is about went since the photo that the newest comparison was made with; without a
    /// course, what changed by more than can be detected.
    private List<Plot> trend(Patient person, List<MeasuredPair> all, About course) {
        Optional<MeasuredPair> compared =
                all.stream().filter(pair -> pair.followup().isPresent()).findFirst();
        if (compared.isEmpty()) {
            return List.of();
        }
        Map<UUID, LocalDate> taken =
                photos.of(person.id()).stream().collect(Collectors.toMap(StoredPhoto::id, StoredPhoto::takenOn));
        return compared
                .map(newest -> OverTime.since(
                        newest.baseline(),
                        all,
                        photo -> Objects.requireNonNull(taken.get(photo)),
                        metric -> course.metrics().isEmpty() ? changed(newest, metric) : course.isAbout(metric)))
                .orElse(List.of())
                .stream()
                .limit(PLOTS)
                .toList();
    }

    private static boolean changed(MeasuredPair pair, String metric) {
        return pair.readings().stream()
                .filter(reading -> reading.metric().equals(metric))
                .map(ReadingLooks::outcome)
                .anyMatch(outcome -> switch (outcome) {
                    case IMPROVED, WORSE, NEITHER -> true;
                    case BASELINE, SAME, NOT_MEASURABLE -> false;
                });
    }

    private static LocalDate day(MeasuredPair pair) {
        return LocalDate.ofInstant(pair.at(), Acting.current().zone());
    }

    private static String href(Patient person, MeasuredPair pair) {
        return "/people/" + person.id() + "/measurements/" + pair.id();
    }

    /// The reading that the course is about, or else the first that there is.
    private static String words(MeasuredPair pair, About course) {
        return pair.readings().stream()
                .filter(reading -> ReadingLooks.outcome(reading) != ReadingView.Outcome.NOT_MEASURABLE)
                .sorted(Comparator.comparing(reading -> !course.isAbout(reading.metric())))
                .limit(2)
                .map(reading -> ReadingLooks.words(reading.metric()) + ": "
                        + ReadingLooks.outcome(reading).words().toLowerCase(Locale.ROOT) + ".")
                .reduce((one, other) -> one + " " + other)
                .orElse("Nothing was measurable.");
    }
}
