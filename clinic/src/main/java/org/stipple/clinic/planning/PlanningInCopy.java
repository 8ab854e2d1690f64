package org.stipple.clinic.planning;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Resource;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.Device;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;

/// What somebody answered, what was found, and what was planned, in their copy: the files as the clinic keeps
/// them, and a plan of care for each course.
@Component
class PlanningInCopy implements PartOfCopy {

    private final PlanningStore store;
    private final CourseStore courses;
    private final Knowledge knowledge;

    PlanningInCopy(PlanningStore store, CourseStore courses, Knowledge knowledge) {
        this.store = store;
        this.courses = courses;
        this.knowledge = knowledge;
    }

    @Override
    public String folder() {
        return "planning";
    }

    @Override
    public void into(Patient person, Parcel parcel) {
        var lines = new ArrayList<Line>();
        Words words = parcel.words();
        store.latestIntake(person.id()).ifPresent(revision -> {
            parcel.file("answers.json", Documents.pretty(revision.request()).getBytes(StandardCharsets.UTF_8));
            parcel.resource(answers(person, revision));
            lines.add(Line.on(
                    words,
                    revision.answeredOn(Acting.current().zone()),
                    words.of("copy.answers", folder() + "/answers.json")));
        });
        store.screenings(person.id(), Screenings.MOST)
                .forEach(made -> parcel.file(
                        "screening-" + made.id() + ".json",
                        Documents.pretty(made.screening().toDocument()).getBytes(StandardCharsets.UTF_8)));
        for (CourseRecord course : courses.courses(person.id())) {
            var plan = course.plan();
            lines.add(line(words, course));
            parcel.file(
                    "course-" + plan.id() + ".json",
                    Documents.pretty(plan.course().toDocument()).getBytes(StandardCharsets.UTF_8));
            parcel.resource(Resource.of("CarePlan", plan.id())
                    .with(
                            "status",
                            switch (course) {
                                case CourseRecord.DraftCourse _, CourseRecord.AwaitingSecond _ -> "draft";
                                case CourseRecord.SignedCourse _ -> "active";
                            })
                    .with("intent", "plan")
                    .with("title", "Course of microneedling")
                    .with("subject", Resource.reference("Patient", person.id().value()))
                    .with("created", plan.draftedAt())
                    .with(
                            "note",
                            Resource.note("Device: " + plan.device()
                                    + ". Release of the knowledge and every limit: the file beside this one.")));
        }
        parcel.tell(new Told(20, words.of("copy.courses"), lines));
    }

    private Line line(Words words, CourseRecord course) {
        var plan = course.plan();
        String zones = plan.course().planned().stream()
                .map(zone -> words.of("zone." + zone.id().id()))
                .collect(Collectors.joining(", "));
        String device = knowledge.device(plan.device()).map(Device::name).orElse(plan.device());
        return Line.on(
                words,
                LocalDate.ofInstant(plan.draftedAt(), Acting.current().zone()),
                words.of("copy.course", device, zones) + " "
                        + switch (course) {
                            case CourseRecord.DraftCourse _, CourseRecord.AwaitingSecond _ ->
                                words.of("copy.course.draft");
                            case CourseRecord.SignedCourse signed ->
                                words.of(
                                        "copy.course.signed", signed.signature().signer());
                        });
    }

    /// The newest answers, each with the name that it has in the file beside it.
    private static Resource answers(Patient person, IntakeRevision revision) {
        var items = new ArrayList<Document>();
        collect("", revision.request(), items);
        return Resource.of(
                        "QuestionnaireResponse",
                        UUID.nameUUIDFromBytes(
                                (person.id() + " answers " + revision.number()).getBytes(StandardCharsets.UTF_8)))
                .with("status", "completed")
                .with("subject", Resource.reference("Patient", person.id().value()))
                .with("authored", revision.answeredAt())
                .withSome("item", items);
    }

    private static void collect(String path, Document said, List<Document> items) {
        switch (said) {
            case Document.Mapping parts ->
                parts.fields().forEach((name, part) -> collect(path.isEmpty() ? name : path + "." + name, part, items));
            case Document.Listing several -> {
                var answers =
                        several.items().stream().map(PlanningInCopy::answer).toList();
                if (!answers.isEmpty()) {
                    items.add(item(path, answers));
                }
            }
            // An empty text is none in FHIR.
            case Document.Text(var words) when words.isBlank() -> {}
            case Document.Text _, Document.Numeral _, Document.Flag _, Document.Unknown _ ->
                items.add(item(path, List.of(answer(said))));
        }
    }

    private static Document item(String path, List<Document> answers) {
        return Document.mapping().with("linkId", Document.of(path)).with("answer", Document.listing(answers));
    }

    private static Document answer(Document said) {
        return switch (said) {
            case Document.Flag _ -> Document.mapping().with("valueBoolean", said);
            case Document.Numeral _ -> Document.mapping().with("valueDecimal", said);
            case Document.Text _ -> Document.mapping().with("valueString", said);
            case Document.Unknown _ -> Document.mapping().with("valueString", Document.of("unknown"));
            case Document.Mapping _, Document.Listing _ ->
                Document.mapping().with("valueString", Document.of(Documents.json(said)));
        };
    }
}
