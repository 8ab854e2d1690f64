package org.stipple.clinic.consent.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.consent.Consent;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.ShownCourse;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.TimelineItem;

/// What consent tells on a person's page.
@Component
class ConsentChapter implements Chapter {

    private final Consents consents;
    private final Courses courses;
    private final Screenings screenings;
    private final ClinicClock clock;

    ConsentChapter(Consents consents, Courses courses, Screenings screenings, ClinicClock clock) {
        this.screenings = screenings;
        this.consents = consents;
        this.courses = courses;
        this.clock = clock;
    }

    @Override
    public Told tell(Patient person) {
        List<Consent> all = consents.of(person.id());
        String href = "/people/" + person.id() + "/consent";
        Optional<SignedCourse> course = courses.inForce(person.id());
        boolean needed = course.isPresent()
                && consents.inForce(person.id(), Purpose.TREATMENT, course.map(ShownCourse::of))
                        .isEmpty();
        String agreed = all.stream()
                .filter(Consent::holds)
                .map(consent -> consent.purpose().words())
                .distinct()
                .collect(Collectors.joining(", "));
        return new Told(
                4,
                "Consent",
                agreed.isEmpty() ? "Nothing is signed yet." : "In force: " + agreed + ".",
                Optional.empty(),
                course.filter(_ -> needed).map(signed -> next(person, signed, href)),
                List.of(new Link("Open consent", href)),
                all.stream().map(consent -> event(consent, href)).toList());
    }

    /// Nobody is asked to agree to what is refused them today.
    private Link next(Patient person, SignedCourse course, String href) {
        return screenings
                        .today(person.id(), course.plan())
                        .filter(today -> today.refuses(course))
                        .isPresent()
                ? new Link("Look at what stands against treatment", "/people/" + person.id() + "/screening")
                : new Link("Read and sign the consent", href);
    }

    private TimelineItem event(Consent consent, String href) {
        var day = LocalDate.ofInstant(consent.givenAt(), Acting.current().zone());
        return new TimelineItem(
                "consent",
                day.toString(),
                Days.near(day, clock.today()),
                "Consent: " + consent.purpose().words() + (consent.holds() ? "" : ", withdrawn"),
                "signed as “" + consent.signature() + "”",
                href,
                false);
    }
}
