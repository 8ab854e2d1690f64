package org.stipple.clinic.outcome.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.Courses;
import org.stipple.imaging.Metric;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Indication;

/// Which readings a person's course is about, so that they stand first. `design`: this orders a page and judges
/// nothing; that a metric stands with an indication is no claim that treatment changes it.
@Component
class AboutCourse {

    private final Courses courses;
    private final ClinicClock clock;

    AboutCourse(Courses courses, ClinicClock clock) {
        this.courses = courses;
        this.clock = clock;
    }

    /// What a course is about.
    ///
    /// @param words its indications: `acne scars, pores`; empty where there is no course
    /// @param indications the same, as the knowledge names them
    record About(String words, Set<Metric> metrics, Set<Indication> indications) {

        static final About NOTHING = new About("", Set.of(), Set.of());

        boolean isAbout(String metric) {
            return metrics.stream().anyMatch(one -> one.id().equals(metric));
        }
    }

    /// The course in force, or else the newest.
    About of(PatientId patient) {
        return courses.inForce(patient)
                .map(CourseRecord.class::cast)
                .or(() -> courses.of(patient).stream().findFirst())
                .map(this::about)
                .orElse(About.NOTHING);
    }

    /// What this course is about.
    About about(CourseRecord course) {
        List<Indication> sought =
                PatientFacts.read(Field.root(course.plan().request()), clock.today()).indications().stream()
                        .map(one -> one.indication())
                        .distinct()
                        .toList();
        var metrics = EnumSet.noneOf(Metric.class);
        sought.forEach(indication -> metrics.addAll(metrics(indication)));
        return new About(
                sought.stream().map(Indication::words).collect(Collectors.joining(", ")), metrics, Set.copyOf(sought));
    }

    static List<Metric> metrics(Indication indication) {
        return switch (indication) {
            case TEXTURE -> List.of(Metric.ROUGHNESS, Metric.PORE_AREA);
            case FINE_LINES, WRINKLES ->
                List.of(Metric.WRINKLE_DENSITY, Metric.WRINKLE_WIDTH, Metric.WRINKLE_DEPTH_PROXY);
            case PORES -> List.of(Metric.PORE_DENSITY, Metric.PORE_AREA);
            // What is left of acne is uneven and red; how deep it is no such photo tells.
            case ACNE_SCARS -> List.of(Metric.ROUGHNESS, Metric.ERYTHEMA_INDEX);
            case SURGICAL_SCAR -> List.of(Metric.ROUGHNESS, Metric.ERYTHEMA_INDEX, Metric.MELANIN_INDEX);
            case STRETCH_MARKS -> List.of(Metric.STRETCH_MARK_DENSITY);
            case ACNE -> List.of(Metric.ERYTHEMA_INDEX, Metric.SHINE);
            case MELASMA, POST_INFLAMMATORY_PIGMENT -> List.of(Metric.SPOT_AREA, Metric.MELANIN_INDEX, Metric.ITA);
            case SUN_DAMAGE -> List.of(Metric.SPOT_AREA, Metric.WRINKLE_DENSITY, Metric.ROUGHNESS);
            case LAXITY -> List.of(Metric.WRINKLE_DENSITY);
            case OIL -> List.of(Metric.SHINE);
            case EXFOLIATION -> List.of(Metric.ROUGHNESS, Metric.SHINE);
            case HAIR, CELLULITE, ABSORPTION -> List.of();
        };
    }

    /// The metric of that identifier, where there still is one.
    static Optional<Metric> metric(String id) {
        return List.of(Metric.values()).stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst();
    }
}
