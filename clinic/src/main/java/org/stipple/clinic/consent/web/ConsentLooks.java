package org.stipple.clinic.consent.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.consent.Consent;
import org.stipple.clinic.consent.ConsentText;
import org.stipple.clinic.consent.ConsentTexts;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Drawing;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.ShownCourse;
import org.stipple.clinic.consent.web.ConsentViews.Agreed;
import org.stipple.clinic.consent.web.ConsentViews.Purposed;
import org.stipple.clinic.consent.web.ConsentViews.Sent;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;

/// What somebody reads before they sign, the same in the clinic and at home.
@Component
class ConsentLooks {

    private final Consents consents;
    private final ConsentTexts texts;
    private final Courses courses;
    private final Ids ids;

    ConsentLooks(Consents consents, ConsentTexts texts, Courses courses, Ids ids) {
        this.consents = consents;
        this.texts = texts;
        this.courses = courses;
        this.ids = ids;
    }

    /// The course that consent to a purpose would be about now.
    Optional<ShownCourse> about(Patient person, Purpose purpose) {
        return purpose.isAboutACourse() ? courses.inForce(person.id()).map(ShownCourse::of) : Optional.empty();
    }

    /// What holds for a purpose now.
    Optional<Consent> holds(Patient person, Purpose purpose) {
        Optional<ShownCourse> about = about(person, purpose);
        return purpose.isAboutACourse() && about.isEmpty()
                ? Optional.empty()
                : consents.inForce(person.id(), purpose, about);
    }

    /// How what was agreed to is told.
    interface Telling {
        Agreed of(Consent consent);
    }

    /// What was signed and holds is shown as it was signed; else the text in force.
    ///
    /// @param tongue in which it is read; where the clinic has not written the text in it, the English one
    ///   stands there and it is said
    /// @param blocked what is said where there is no course to agree to
    Purposed purposed(Patient person, Purpose purpose, Tongue tongue, String blocked, Telling telling, Sent sent) {
        var words = Words.in(tongue);
        Optional<Consent> held = holds(person, purpose);
        Optional<ConsentText> own = held.map(texts::signed).or(() -> texts.inForce(purpose, tongue));
        ConsentText text = own.orElseGet(() -> consents.text(purpose));
        List<String> plan = held.map(Consent::particulars)
                .orElseGet(() -> consents.particulars(person.id(), purpose, text.tongue()));
        Optional<ShownCourse> about = about(person, purpose);
        // What somebody agreed to under an older text or course lets stand what was done, so it can be taken back.
        Optional<Consent> earlier = held.isPresent() ? Optional.empty() : consents.holding(person.id(), purpose);
        return new Purposed(
                purpose.id(),
                words.of("consent.purpose." + purpose.id()),
                ids.next(),
                text.title(),
                paragraphs(text),
                plan,
                text.version(),
                text.sha256(),
                text.tongue().lang(),
                Consents.particularsHash(plan),
                about.map(shown -> shown.id().toString()).orElse(""),
                about.map(ShownCourse::sha256).orElse(""),
                held.map(telling::of),
                earlier.map(telling::of),
                ids.next(),
                purpose.isAboutACourse() && about.isEmpty() ? blocked : "",
                own.isEmpty() ? words.of("consent.own.other-language") : "",
                sent);
    }

    static List<String> paragraphs(ConsentText text) {
        return text.body().strip().lines().filter(line -> !line.isBlank()).toList();
    }

    static String path(Consent consent) {
        return consent.mark().drawn().map(Drawing::path).orElse("");
    }
}
