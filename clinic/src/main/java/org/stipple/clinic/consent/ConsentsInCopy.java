package org.stipple.clinic.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Resource;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.document.Document;

/// What somebody agreed to, in their copy.
@Component
class ConsentsInCopy implements PartOfCopy {

    private static final String SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope";
    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private final ConsentStore store;

    ConsentsInCopy(ConsentStore store) {
        this.store = store;
    }

    @Override
    public String folder() {
        return "consent";
    }

    @Override
    public void into(Patient person, Parcel parcel) {
        var words = parcel.words();
        var lines = new ArrayList<Line>();
        for (Consent consent : store.of(person.id())) {
            lines.add(line(words, consent));
            boolean treatment = consent.purpose() == Purpose.TREATMENT;
            parcel.resource(Resource.of("Consent", consent.id())
                    .with("status", consent.holds() ? "active" : "inactive")
                    .with(
                            "scope",
                            Resource.concept(
                                    SCOPE,
                                    treatment ? "treatment" : "patient-privacy",
                                    consent.purpose().words()))
                    .with(
                            "category",
                            Document.listing(List.of(Resource.concept(
                                    CATEGORY,
                                    treatment ? "ICOL" : "IDSCL",
                                    consent.purpose().words()))))
                    .with("patient", Resource.reference("Patient", person.id().value()))
                    .with("dateTime", consent.givenAt())
                    .with(
                            "policyRule",
                            Resource.concept("version " + consent.version() + " of the clinic’s text, SHA-256 "
                                    + consent.sha256()))
                    .with("provision", provision(consent)));
        }
        parcel.tell(new Told(40, words.of("copy.consents"), lines));
    }

    private static Line line(Words words, Consent consent) {
        var zone = Acting.current().zone();
        return Line.on(
                words,
                LocalDate.ofInstant(consent.givenAt(), zone),
                words.of(
                                "copy.consent",
                                words.of("consent.purpose." + consent.purpose().id()),
                                consent.signature())
                        + consent.withdrawnAt()
                                .map(at -> " "
                                        + words.of("copy.consent.withdrawn", words.day(LocalDate.ofInstant(at, zone))))
                                .orElse(""));
    }

    private static Document provision(Consent consent) {
        return Document.mapping()
                .with("type", Document.of("permit"))
                .with("period", Resource.period(consent.givenAt(), consent.withdrawnAt()));
    }
}
