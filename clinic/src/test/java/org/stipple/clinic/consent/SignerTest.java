package org.stipple.clinic.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Signer.Relation;
import org.stipple.clinic.consent.Signer.Representative;
import org.stipple.clinic.consent.Signer.ThePerson;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.quantities.Sex;

/// Who may sign a consent, and under which name.
class SignerTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final String WITNESS = "Dr. Noor Demo";
    private static final List<String> STAFF = List.of(WITNESS, "Nurse Ines Vidal", "Ari Demo, MD");

    private final Patient adult = person("Zoë Ann", "O’Søren-Łuk", "2008-11-21");
    private final Patient minor = person("Zoë Ann", "O’Søren-Łuk", "2008-11-22");

    private static Patient person(String given, String family, String born) {
        return new Patient(
                new PatientId(new UUID(0, 1)),
                new PatientDetails(
                        given, family, LocalDate.parse(born), Sex.FEMALE, Optional.empty(), Optional.empty()),
                1);
    }

    @Test
    void aSignatureUnderAnotherNameIsRefusedWithTheNameThatWasExpected() {
        for (String name : List.of("x", "", "Zoë", "Ann O’Søren-Łuk", "Amara Okafor")) {
            assertThatThrownBy(() -> new ThePerson(name).requireFit(adult, TODAY, WITNESS, STAFF))
                    .isInstanceOf(Signer.Unfit.class)
                    .hasMessageContaining("expected the person's own name, Zoë Ann O’Søren-Łuk");
        }
    }

    @Test
    void accentsCapitalsSpacesAndOrderDoNotMatter() {
        for (String name : List.of(
                "Zoë Ann O’Søren-Łuk", "  zoe ann   o'soren luk", "OSOREN-LUK, ZOE ANN", "Zoe\u0308 Ann O’Søren Łuk")) {
            new ThePerson(name).requireFit(adult, TODAY, WITNESS, STAFF);
        }
        assertThat(Signer.sameName("Groß", "GROSS")).isTrue();
        assertThat(Signer.sameName("", " ")).isFalse();
    }

    @Test
    void aMinorNeverSignsAloneAndAParentOnlyForAMinor() {
        assertThatThrownBy(() -> new ThePerson(minor.name()).requireFit(minor, TODAY, WITNESS, STAFF))
                .hasMessageContaining("is 17 years old");
        var parent = new Representative("Ada O’Søren", Relation.PARENT);
        parent.requireFit(minor, TODAY, WITNESS, STAFF);
        assertThatThrownBy(() -> parent.requireFit(adult, TODAY, WITNESS, STAFF))
                .hasMessageContaining("is of age");
        new Representative("Ada O’Søren", Relation.GUARDIAN).requireFit(adult, TODAY, WITNESS, STAFF);
    }

    @Test
    void aRepresentativeHasANameOfTheirOwn() {
        for (String name : List.of("x", "Ada", "a b", minor.name(), "dr noor demo")) {
            assertThatThrownBy(() -> new Representative(name, Relation.PARENT).requireFit(minor, TODAY, WITNESS, STAFF))
                    .as(name)
                    .isInstanceOfSatisfying(
                            Signer.Unfit.class,
                            unfit -> assertThat(unfit.place()).isEqualTo(Signer.Place.NAME));
        }
    }

    @Test
    void nobodyOfTheStaffSignsForWhoIsTreatedWhateverTheirTitle() {
        for (String name : List.of(
                "Noor Demo",
                "Demo, Noor",
                "Prof. Dr. Noor Demo",
                "Mrs NOOR DEMO",
                "Noor A. Demo",
                "Priv.-Doz. Dr. med. habil. Noor Demo, FACS",
                "Noor Demo, PA-C",
                "Ines Vidal",
                "Ms. Ines Vidal",
                "Ari Demo",
                "Dr Ari Demo")) {
            assertThatThrownBy(
                            () -> new Representative(name, Relation.GUARDIAN).requireFit(minor, TODAY, WITNESS, STAFF))
                    .as(name)
                    .isInstanceOfSatisfying(
                            Signer.Unfit.class,
                            unfit -> assertThat(unfit.place()).isEqualTo(Signer.Place.NAME));
        }
        assertThatThrownBy(() ->
                        new Representative("Ines Vidal", Relation.GUARDIAN).requireFit(minor, TODAY, WITNESS, STAFF))
                .hasMessageContaining("Nurse Ines Vidal, who works in this clinic")
                .hasMessageContaining("another witness");
        for (String name : List.of("Dr. Ada Demo", "Ada Nurse", "Minh Do", "Ines Maria Vidal")) {
            new Representative(name, Relation.GUARDIAN).requireFit(minor, TODAY, WITNESS, STAFF);
        }
        assertThatThrownBy(() ->
                        new Representative("Mrs. Ada", Relation.GUARDIAN).requireFit(minor, TODAY, WITNESS, STAFF))
                .hasMessageContaining("given and family name");
    }

    @Test
    void nobodyTakesTheirOwnConsent() {
        var noor = person("Noor", "Demo", "1990-04-23");
        assertThatThrownBy(() -> new ThePerson("Noor Demo").requireFit(noor, TODAY, WITNESS, STAFF))
                .hasMessageContaining("nobody takes their own consent");
        new ThePerson("Noor Demo").requireFit(noor, TODAY, "Ari Demo, MD", STAFF);
    }

    @Test
    void aParentsSignatureEndsWhenTheChildComesOfAge() {
        var parent = new Representative("Ada O’Søren", Relation.PARENT);
        assertThat(parent.countsFor(minor, TODAY)).isTrue();
        assertThat(parent.countsFor(minor, TODAY.plusDays(1))).isFalse();
        assertThat(new ThePerson(minor.name()).countsFor(minor, TODAY)).isFalse();
        assertThat(new Signer.NotAsked("x").countsFor(minor, TODAY)).isFalse();
        assertThat(new Signer.NotAsked("x").countsFor(adult, TODAY)).isTrue();
    }
}
