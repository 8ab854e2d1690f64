package org.stipple.clinic.consent.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        return new Told(
                4,
                "Consent",
                state(person, all, course.map(ShownCourse::of)),
                Optional.empty(),
                course.filter(_ -> needed).map(signed -> next(person, signed, href)),
                List.of(new Link("Open consent", href)),
                all.stream().map(consent -> event(consent, href)).toList());
    }

    /// What is in force as the page before the session asks for it, and what was signed and is not, told apart.
    private String state(Patient person, List<Consent> all, Optional<ShownCourse> course) {
        var inForce = new ArrayList<String>();
        var signedOnly = new ArrayList<String>();
        for (Purpose purpose : Purpose.values()) {
            Optional<ShownCourse> about = purpose.isAboutACourse() ? course : Optional.empty();
            if (consents.inForce(person.id(), purpose, about).isPresent()) {
                inForce.add(purpose.words());
            } else {
                all.stream()
                        .filter(consent -> consent.purpose() == purpose && consent.holds())
                        .findFirst()
                        .map(consent -> purpose.words() + ", " + whyNot(person, consent, about))
                        .ifPresent(signedOnly::add);
            }
        }
        if (inForce.isEmpty() && signedOnly.isEmpty()) {
            return all.isEmpty() ? "Nothing is signed yet." : "Nothing is in force: what was signed was withdrawn.";
        }
        return (inForce.isEmpty() ? "Nothing is in force." : "In force: " + String.join(", ", inForce) + ".")
                + (signedOnly.isEmpty() ? "" : " Signed, but not in force: " + String.join("; ", signedOnly) + ".");
    }

    private String whyNot(Patient person, Consent consent, Optional<ShownCourse> about) {
        if (!consent.signer().countsFor(person, clock.today())) {
            return "as whoever signed may not sign for somebody of " + person.ageOn(clock.today()) + " years";
        }
        return consent.course().equals(about) ? "as its text was changed since" : "as it is to another course";
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
                TimelineItem.at(consent.givenAt(), Acting.current().zone()),
                Days.near(day, clock.today()),
                "Consent: " + consent.purpose().words() + (consent.holds() ? "" : ", withdrawn"),
                "signed as “" + consent.signature() + "” " + consent.where().words(),
                href,
                false);
    }
}
