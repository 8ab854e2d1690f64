package org.stipple.clinic.consent;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Resource;
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
        for (Consent consent : store.of(person.id())) {
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
    }

    private static Document provision(Consent consent) {
        return Document.mapping()
                .with("type", Document.of("permit"))
                .with("period", Resource.period(consent.givenAt(), consent.withdrawnAt()));
    }
}
