package org.stipple.protocol;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// The answer to *how*: a draft of a course of treatment, for a clinician to review and sign. The page
/// `docs/data/course.md` describes it. Nothing in it is clinically validated.
///
/// @param screening on which it rests
/// @param zones every zone asked, planned or refused; none where none may be treated
/// @param schedule how often and when; empty where no zone may be treated
/// @param anaesthetic limits of topical anaesthetics, and the check of the one that is meant to be used
/// @param aftercare in the order of time
/// @param disagreements that matter here
/// @param earliestStart empty where nothing may be treated, or while any wait ends only with an examination or
///   an answer is missing that decides
public record Course(
        Screening screening,
        List<ZonePlan> zones,
        Optional<CourseSchedule> schedule,
        Document anaesthetic,
        List<AftercareStep> aftercare,
        List<Disagreement> disagreements,
        Optional<LocalDate> earliestStart) {

    public Course {
        zones = List.copyOf(zones);
        aftercare = List.copyOf(aftercare);
        disagreements = List.copyOf(disagreements);
    }

    /// The zones that are planned.
    public List<ZonePlan.Planned> planned() {
        return zones.stream()
                .flatMap(zone -> zone instanceof ZonePlan.Planned planned
                        ? java.util.stream.Stream.of(planned)
                        : java.util.stream.Stream.empty())
                .toList();
    }

    /// As the command line gives it and the clinic keeps it.
    public Document toDocument() {
        var fields = new LinkedHashMap<String, Document>();
        fields.put("screening", screening.toDocument());
        fields.put(
                "zones", Document.listing(zones.stream().map(ZonePlan::document).toList()));
        fields.put("sessions", schedule.map(one -> one.sessions().document()).orElse(Document.UNKNOWN));
        fields.put(
                "intervalDays",
                schedule.map(one -> one.intervalDays().document()).orElse(Document.UNKNOWN));
        fields.put(
                "assessAtDays",
                schedule.map(CourseSchedule::assessDocument).orElseGet(() -> Document.listing(List.of())));
        fields.put(
                "maintenance",
                Document.texts(schedule.map(CourseSchedule::maintenance).orElse(List.of())));
        fields.put("anaesthetic", anaesthetic);
        fields.put(
                "aftercare",
                Document.listing(aftercare.stream().map(AftercareStep::document).toList()));
        fields.put(
                "disagreements",
                Document.listing(
                        disagreements.stream().map(Disagreement::document).toList()));
        fields.put("earliestStart", earliestStart.map(Document::of).orElse(Document.UNKNOWN));
        return new Document.Mapping(fields);
    }

    /// Reads what [#toDocument()] wrote.
    ///
    /// @throws org.stipple.protocol.document.UnusableInput with the path of what does not fit
    public static Course read(Document document) {
        var root = Field.root(document);
        return new Course(
                Screening.read(root.required("screening")),
                root.required("zones").items().stream().map(ZonePlan::read).toList(),
                CourseSchedule.readWithin(root),
                root.required("anaesthetic").document(),
                root.required("aftercare").items().stream()
                        .map(AftercareStep::read)
                        .toList(),
                root.required("disagreements").items().stream()
                        .map(Disagreement::read)
                        .toList(),
                root.optional("earliestStart").map(Field::date));
    }
}
