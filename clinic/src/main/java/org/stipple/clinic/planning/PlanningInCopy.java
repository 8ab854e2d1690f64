package org.stipple.clinic.planning;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Resource;
import org.stipple.protocol.document.Documents;

/// What somebody answered, what was found, and what was planned, in their copy: the files as the clinic keeps
/// them, and a plan of care for each course.
@Component
class PlanningInCopy implements PartOfCopy {

    private final PlanningStore store;
    private final CourseStore courses;

    PlanningInCopy(PlanningStore store, CourseStore courses) {
        this.store = store;
        this.courses = courses;
    }

    @Override
    public String folder() {
        return "planning";
    }

    @Override
    public void into(Patient person, Parcel parcel) {
        store.latestIntake(person.id())
                .ifPresent(revision -> parcel.file(
                        "answers.json", Documents.pretty(revision.request()).getBytes(StandardCharsets.UTF_8)));
        store.screenings(person.id(), Screenings.MOST)
                .forEach(made -> parcel.file(
                        "screening-" + made.id() + ".json",
                        Documents.pretty(made.screening().toDocument()).getBytes(StandardCharsets.UTF_8)));
        for (CourseRecord course : courses.courses(person.id())) {
            var plan = course.plan();
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
    }
}
