package org.stipple.clinic.consent.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Consent;
import org.stipple.clinic.consent.ConsentText;
import org.stipple.clinic.consent.ConsentTexts;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Drawing;
import org.stipple.clinic.consent.Mark;
import org.stipple.clinic.consent.ShownCourse;
import org.stipple.clinic.consent.Where;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.paper.TaggedPdf;
import org.stipple.clinic.web.paper.TaggedPdf.Fact;
import org.stipple.clinic.web.words.Words;

/// A consent on paper, in the language that was signed: the text exactly as it was, what stood beside it, the
/// signature as it was typed or drawn, and what came of it.
@Component
class ConsentPdf {

    private final Consents consents;
    private final ConsentTexts texts;
    private final Patients patients;
    private final ClinicClock clock;

    ConsentPdf(Consents consents, ConsentTexts texts, Patients patients, ClinicClock clock) {
        this.consents = consents;
        this.texts = texts;
        this.patients = patients;
        this.clock = clock;
    }

    /// @throws org.stipple.clinic.patient.NoSuchPatient when there is none of this person
    byte[] of(PatientId patient, UUID consent) {
        Patient person = patients.read(patient, "signed consent, as a file");
        Consent signed = consents.one(patient, consent, "consent");
        ConsentText text = texts.signed(signed);
        var words = Words.in(signed.tongue());
        var zone = Acting.current().zone();
        var pdf = new TaggedPdf(
                words.of("consent.pdf.title"), clock.now(), signed.tongue().lang());
        pdf.title(text.title());
        pdf.small(Acting.current().clinicName() + ". " + words.of("consent.pdf.made", words.moment(clock.now(), zone)));
        pdf.heading(words.of("consent.pdf.about"));
        pdf.facts(facts(words, person, signed));
        if (!signed.particulars().isEmpty()) {
            pdf.heading(words.of("consent.pdf.beside"));
            pdf.list(signed.particulars());
        }
        pdf.heading(words.of("consent.pdf.text"));
        ConsentLooks.paragraphs(text).forEach(pdf::text);
        pdf.heading(words.of("consent.pdf.signature"));
        signature(pdf, words, signed);
        return pdf.file(Acting.current().clinicName() + " · " + text.title() + " · " + person.name());
    }

    private static void signature(TaggedPdf pdf, Words words, Consent signed) {
        switch (signed.mark()) {
            case Mark.Typed _ -> {
                pdf.under(signed.signature());
                pdf.small(words.of("consent.pdf.typed"));
            }
            case Mark.Drawn(var drawing) -> {
                String shows = words.of("consent.pdf.drawn", signed.signature());
                pdf.drawing(
                        drawing.strokes().stream()
                                .map(stroke -> stroke.stream()
                                        .map(point -> new float[] {point.x(), point.y()})
                                        .toList())
                                .toList(),
                        Drawing.WIDTH,
                        Drawing.HEIGHT,
                        shows);
                pdf.small(shows);
            }
        }
    }

    private static List<Fact> facts(Words words, Patient person, Consent signed) {
        var zone = Acting.current().zone();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                words.of("consent.pdf.person"),
                words.of(
                        "consent.pdf.born",
                        person.name(),
                        words.day(person.details().birthDate()))));
        facts.add(new Fact(
                words.of("consent.pdf.purpose"),
                words.of("consent.purpose." + signed.purpose().id())));
        facts.add(new Fact(
                words.of("consent.pdf.text-version"),
                words.of("consent.pdf.version", signed.version(), signed.sha256())));
        signed.course()
                .map(ShownCourse::sha256)
                .ifPresent(hash -> facts.add(new Fact(words.of("consent.pdf.plan"), "SHA-256 " + hash)));
        facts.add(new Fact(
                words.of("consent.pdf.signed"),
                words.of("consent.pdf.signed-as", words.moment(signed.givenAt(), zone), signed.signature())));
        facts.add(new Fact(
                words.of("consent.pdf.where"),
                switch (signed.where()) {
                    case Where.InTheClinic(var witness) -> words.of("consent.pdf.where-clinic", witness);
                    case Where.ByOwnLink _ -> words.of("consent.pdf.where-link");
                }));
        if (signed.isToBeConfirmed()) {
            facts.add(new Fact(words.of("consent.pdf.confirmed"), words.of("consent.pdf.not-confirmed")));
        }
        signed.confirmed()
                .ifPresent(one -> facts.add(new Fact(
                        words.of("consent.pdf.confirmed"),
                        words.of("consent.pdf.confirmed-by", words.moment(one.at(), zone), one.by()))));
        facts.add(new Fact(
                words.of("consent.pdf.withdrawn"),
                signed.withdrawnAt().map(at -> words.moment(at, zone)).orElseGet(() -> words.of("consent.pdf.holds"))));
        return facts;
    }
}
