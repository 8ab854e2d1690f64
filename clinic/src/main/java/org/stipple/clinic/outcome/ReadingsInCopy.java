package org.stipple.clinic.outcome;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Resource;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.document.Document;

/// What photos and scales said, in the person's copy. Each change stands with what can be detected, and with
/// its verdict.
@Component
class ReadingsInCopy implements PartOfCopy {

    private static final String CATEGORIES = "http://terminology.hl7.org/CodeSystem/observation-category";
    private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    private final Outcomes outcomes;
    private final Scores scores;

    ReadingsInCopy(Outcomes outcomes, Scores scores) {
        this.outcomes = outcomes;
        this.scores = scores;
    }

    @Override
    public String folder() {
        return "readings";
    }

    @Override
    public void into(Patient person, Parcel parcel) {
        Words words = parcel.words();
        var lines = new ArrayList<Line>();
        for (MeasuredPair pair : outcomes.ofTheirOwn(person.id())) {
            lines.add(Line.on(
                    words,
                    LocalDate.ofInstant(pair.at(), Acting.current().zone()),
                    words.of("copy.reading", pair.readings().size())));
            for (StoredReading reading : pair.readings()) {
                parcel.resource(observation(person, pair, reading));
            }
        }
        for (Score score : scores.of(person.id())) {
            parcel.resource(scored(person, score));
            lines.add(Line.on(words, score.told().on(), judged(words, score)));
        }
        parcel.tell(new Told(50, words.of("copy.readings"), lines));
    }

    private static String judged(Words words, Score score) {
        return switch (score.told().answer()) {
            case Score.Answer.Given(var total, var _) ->
                words.of(
                        "copy.score",
                        score.scale().name(),
                        words.number(total),
                        words.number(score.scale().least()),
                        words.number(score.scale().most()),
                        score.told().rater().name());
            case Score.Answer.Absent _ ->
                words.of(
                        "copy.score.none",
                        score.scale().name(),
                        score.told().rater().name());
        };
    }

    private static Resource scored(Patient person, Score score) {
        Resource told = Resource.of("Observation", score.id())
                .with("status", score.correction().isPresent() ? "corrected" : "final")
                .withOne("category", Resource.concept(CATEGORIES, "survey", "Scale"))
                .with("code", Resource.concept(score.scale().name()))
                .with("subject", Resource.reference("Patient", person.id().value()))
                .with("effectiveDateTime", Document.of(score.told().on()))
                .withOne(
                        "performer",
                        Document.mapping()
                                .with(
                                        "display",
                                        Document.of(score.told().rater().name())));
        Resource whole = score.told().zones().isEmpty()
                ? told
                : told.with("bodySite", Resource.concept(score.told().where()));
        return switch (score.told().answer()) {
            case Score.Answer.Given(var total, var meaning) -> {
                var valued = whole.with("valueQuantity", Resource.quantity(total, "{score}"));
                yield meaning.map(words -> valued.with("note", Resource.note(words)))
                        .orElse(valued);
            }
            case Score.Answer.Absent(var why) ->
                whole.with("dataAbsentReason", Resource.concept(ABSENT, absent(why), why.words()));
        };
    }

    private static String absent(Score.Answer.Why why) {
        return switch (why) {
            case DECLINED -> "asked-declined";
            case COULD_NOT_SAY -> "asked-unknown";
            case NOT_ASSESSABLE -> "not-performed";
            case MISTAKEN -> "error";
        };
    }

    private static Resource observation(Patient person, MeasuredPair pair, StoredReading reading) {
        var id = UUID.nameUUIDFromBytes(
                (pair.id() + " " + reading.zone() + " " + reading.metric()).getBytes(StandardCharsets.UTF_8));
        var components = new ArrayList<Document>();
        reading.before().ifPresent(value -> components.add(component("before", Document.of(value), reading)));
        reading.after().ifPresent(value -> components.add(component("after", Document.of(value), reading)));
        reading.sdc95()
                .ifPresent(value -> components.add(
                        component("smallest change that can be detected, 95 %", Document.of(value), reading)));
        Resource told = Resource.of("Observation", id)
                .with("status", "final")
                .with("code", Resource.concept(reading.metric() + " from photos"))
                .with("subject", Resource.reference("Patient", person.id().value()))
                .with("effectiveDateTime", pair.at())
                .with("bodySite", Resource.concept(reading.zone()))
                .with("note", Resource.note("Not clinically validated."));
        Resource judged = reading.verdict()
                .map(verdict -> told.with(
                        "valueString",
                        verdict + reading.why().map(why -> ": " + why).orElse("")))
                .orElse(told);
        return components.isEmpty() ? judged : judged.with("component", Document.listing(components));
    }

    private static Document component(String words, Document value, StoredReading reading) {
        return Document.mapping()
                .with("code", Resource.concept(words))
                .with(
                        "valueQuantity",
                        Document.mapping().with("value", value).with("unit", Document.of(reading.unit())));
    }
}
