package org.stipple.clinic;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.ShownCourse;
import org.stipple.clinic.consent.Signer;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.photo.PhotoView;
import org.stipple.clinic.photo.Photos;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.clinic.treatment.Endpoint;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Start;
import org.stipple.phantom.DemoScene;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Kind;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.document.Document;
import org.stipple.quantities.Sex;
import org.stipple.quantities.SkinType;

/// Invented people and what they answer.
public final class Someone {

    private static final Document.Mapping CLEAR = Knowledge.builtIn().clearCase();

    private Someone() {}

    public static PatientDetails bornIn(int year) {
        return new PatientDetails(
                "Amara", "Okafor", LocalDate.of(year, 2, 11), Sex.FEMALE, Optional.empty(), Optional.empty());
    }

    /// A standard case against which nothing stands: every question answered.
    public static Document.Mapping withAcneScarsOnTheCheeks() {
        return CLEAR.with("fitzpatrick", Document.of(3))
                .with("zones", Document.texts(List.of("cheek-left", "cheek-right")));
    }

    /// The facts of that case with one answer changed.
    public static Document.Mapping answering(String path, boolean answer) {
        return facts().withPath(path, Document.of(answer));
    }

    /// The facts of that case with one day changed.
    public static Document.Mapping answeringDay(String path, String day) {
        return facts().withPath(path, Document.of(day));
    }

    /// The facts of that case with one fact not answered.
    public static Document.Mapping without(String path) {
        return facts().withPath(path, Document.UNKNOWN);
    }

    private static Document.Mapping facts() {
        return (Document.Mapping) Objects.requireNonNull(CLEAR.fields().get("facts"));
    }

    /// A reason for every finding that needs the signer's.
    public static Map<String, String> reasonsFor(Plan plan) {
        return plan.course().screening().findings().stream()
                .filter(finding -> finding.kind() == Kind.SIGN_OFF)
                .collect(Collectors.toMap(
                        Finding::rule,
                        _ -> "Seen today and discussed with the person; the skin is calm.",
                        (one, _) -> one));
    }

    public static List<ZonePlan.Planned> plannedZones(Plan plan) {
        return plan.course().planned();
    }

    public static Done asPlanned(ZonePlan.Planned plan) {
        return new Done(
                plan.depth().chosen(),
                plan.passes(),
                plan.directions(),
                plan.glide(),
                Endpoint.PINPOINT_BLEEDING,
                Optional.of(3),
                Optional.empty());
    }

    /// Signs the text in force for a purpose; treatment is agreed to for one course.
    public static void agrees(ClinicUnderTest stipple, PatientId person, Purpose purpose, Plan plan) {
        var consents = stipple.the(Consents.class);
        Optional<ShownCourse> course = purpose == Purpose.TREATMENT
                ? Optional.of(new ShownCourse(plan.id(), plan.sha256()))
                : Optional.empty();
        consents.give(
                UUID.randomUUID(),
                person,
                purpose,
                consents.text(purpose).sha256(),
                course,
                new Signer.ThePerson(
                        stipple.the(Patients.class).read(person, "consent").name()));
    }

    /// A photo of synthetic skin, taken today.
    public static UUID photo(ClinicUnderTest stipple, PatientId person, DemoScene.Visit visit) {
        byte[] file = new DemoScene(SkinType.III, visit).render().photo().png();
        return stipple.the(Photos.class)
                .store(
                        UUID.randomUUID(),
                        person,
                        Optional.empty(),
                        PhotoView.PATCH,
                        stipple.the(ClinicClock.class).today(),
                        OptionalDouble.of(0.05),
                        file)
                .id();
    }

    /// The session that began.
    public static Session started(Start start) {
        return switch (start) {
            case Start.Started(var session) -> session;
            case Start.NotStarted(var why) -> throw new AssertionError("did not start: " + why);
        };
    }
}
