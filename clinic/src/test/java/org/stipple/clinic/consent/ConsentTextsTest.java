package org.stipple.clinic.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.WhoWaits;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.consent.ConsentTexts.Wording;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.words.Tongue;

/// What people sign is written down in versions and languages, and whoever agreed to an older one is asked
/// again.
class ConsentTextsTest {

    private static final Wording SHORT = new Wording("Photos in class", "They may be shown in class.\n");
    private static final Wording CORTO = new Wording("Fotos en clase", "Se pueden mostrar en clase.\n");

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;

    private static int clinics;
    private Actor noor = someClinic();
    private PatientId person = new PatientId(UUID.randomUUID());

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static Actor someClinic() {
        return stipple.clinic("Hillside " + ++clinics, "noor-texts-" + clinics);
    }

    @BeforeEach
    void aClinicOfItsOwn() {
        stipple.itIs("2026-11-20T09:00:00Z");
        person = somebody();
    }

    private <T> T as(Callable<T> work) {
        try {
            return Acting.as(noor, work);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private PatientId somebody() {
        var one = new PatientId(UUID.randomUUID());
        as(() -> stipple.the(Patients.class).register(one, Someone.bornIn(1990)));
        return one;
    }

    private Consent agrees(PatientId who, Purpose purpose, Tongue tongue) {
        return as(() -> stipple.the(Consents.class).give(UUID.randomUUID(), who, agreement(purpose, tongue)));
    }

    private static Agreement agreement(Purpose purpose, Tongue tongue) {
        ConsentText text =
                stipple.the(ConsentTexts.class).inForce(purpose, tongue).orElseThrow();
        return new Agreement(
                purpose,
                tongue,
                text.sha256(),
                Optional.empty(),
                Consents.particularsHash(List.of()),
                new Signer.ThePerson("Amara Okafor"),
                new Mark.Typed(),
                new Where.InTheClinic("Dr. Hillside"));
    }

    private List<String> publish(Wording english, Optional<Wording> spanish, int onTopOf) {
        return as(() -> stipple.the(ConsentTexts.class).publish(Purpose.TEACHING, english, spanish, onTopOf));
    }

    private Optional<Consent> inForce(PatientId who, Purpose purpose) {
        return as(() -> stipple.the(Consents.class).inForce(who, purpose, Optional.empty()));
    }

    private List<AgreeAgain.Waiting> waiting() {
        return as(() -> stipple.the(TransactionTemplate.class).execute(_ -> {
            stipple.the(AuditTrail.class).openAll("test");
            return stipple.the(AgreeAgain.class).waiting(100);
        }));
    }

    /// The grade of Flesch and Kincaid, from sentences, words and syllables as vowels show them.
    private static double grade(String text) {
        long sentences =
                Pattern.compile("[.!?:](?=\\s|$)").matcher(text).results().count();
        var words = Pattern.compile("[A-Za-z’'-]+").matcher(text).results().toList();
        long syllables = words.stream()
                .mapToLong(word -> Math.max(
                        1,
                        Pattern.compile("[aeiouy]+")
                                .matcher(word.group().toLowerCase(java.util.Locale.ROOT))
                                .results()
                                .count()))
                .sum();
        return 0.39 * words.size() / sentences + 11.8 * syllables / words.size() - 15.59;
    }

    @Test
    void everyPurposeHasATextInEveryLanguageThatSaysWhatRefusingAndWithdrawingDo() {
        for (Purpose purpose : Purpose.values()) {
            String english = ShippedTexts.of(purpose, Tongue.ENGLISH).body();
            String spanish = ShippedTexts.of(purpose, Tongue.SPANISH).body();
            assertThat(grade(english)).as("grade of " + purpose).isLessThan(6.5);
            assertThat(english)
                    .as(purpose.id())
                    .containsPattern("I say no|I may say no")
                    .containsPattern("cannot|can no longer");
            assertThat(spanish)
                    .as(purpose.id())
                    .containsPattern("digo que no|decir que no")
                    .containsPattern("no (se )?(me )?puede");
            assertThat(ConsentTextsTest.paragraphs(spanish)).isEqualTo(ConsentTextsTest.paragraphs(english));
        }
        assertThat(ShippedTexts.of(Purpose.TREATMENT, Tongue.ENGLISH).body())
                .contains("common", "less common", "rare but serious", "not known", "off-label", "No promise")
                .contains("I can do nothing", "numbing cream", "skin type", "price", "time to think");
    }

    private static long paragraphs(String body) {
        return body.strip().lines().filter(line -> !line.isBlank()).count();
    }

    @Test
    void theHashOfAnEnglishTextIsWhatItWasBeforeThereWereLanguages() {
        var english = new ConsentText(Purpose.TREATMENT, 1, Tongue.ENGLISH, "A title", "A body\n");
        var spanish = new ConsentText(Purpose.TREATMENT, 1, Tongue.SPANISH, "A title", "A body\n");
        assertThat(english.sha256()).isEqualTo(Sha256.hex("A title\nA body\n"));
        assertThat(spanish.sha256()).isEqualTo(Sha256.hex("es\nA title\nA body\n"));
    }

    @Test
    void spanishSignsSpanishAndCountsAsTheSameVersion() {
        Consent given = agrees(person, Purpose.TEACHING, Tongue.SPANISH);
        assertThat(given.tongue()).isEqualTo(Tongue.SPANISH);
        assertThat(given.version()).isEqualTo(1);
        assertThat(given.sha256())
                .isEqualTo(ShippedTexts.of(Purpose.TEACHING, Tongue.SPANISH).sha256());
        assertThat(inForce(person, Purpose.TEACHING)).contains(given);
        assertThat(as(() -> stipple.the(ConsentTexts.class).signed(given)).title())
                .isEqualTo("Consentimiento para usar mis fotos en la docencia");
        assertThatThrownBy(() -> as(() -> {
                    var crossed = agreement(Purpose.RESEARCH, Tongue.ENGLISH);
                    return stipple.the(Consents.class)
                            .give(
                                    UUID.randomUUID(),
                                    person,
                                    new Agreement(
                                            Purpose.RESEARCH,
                                            Tongue.SPANISH,
                                            crossed.sha256(),
                                            Optional.empty(),
                                            crossed.particulars(),
                                            crossed.signer(),
                                            crossed.mark(),
                                            crossed.where()));
                }))
                .hasMessageContaining("the text was changed meanwhile");
    }

    @Test
    void aNewVersionEndsEveryConsentToAnOlderOneAndMakesTheList() {
        PatientId withdrew = somebody();
        PatientId other = somebody();
        agrees(person, Purpose.TEACHING, Tongue.ENGLISH);
        agrees(other, Purpose.RESEARCH, Tongue.ENGLISH);
        Consent gone = agrees(withdrew, Purpose.TEACHING, Tongue.ENGLISH);
        Acting.doing(noor, () -> stipple.the(Consents.class).withdraw(withdrew, gone.id()));
        assertThat(waiting()).isEmpty();

        assertThat(publish(SHORT, Optional.of(CORTO), 1)).isEmpty();
        assertThat(inForce(person, Purpose.TEACHING)).isEmpty();
        assertThat(inForce(other, Purpose.RESEARCH)).isPresent();
        assertThat(waiting()).containsExactly(new AgreeAgain.Waiting(person, "Amara Okafor", Purpose.TEACHING, 1));
        WhoWaits.isWhatTheRecordsSay(stipple, noor);

        agrees(person, Purpose.TEACHING, Tongue.SPANISH);
        assertThat(waiting()).isEmpty();
        assertThat(inForce(person, Purpose.TEACHING)).map(Consent::version).contains(2);
        WhoWaits.isWhatTheRecordsSay(stipple, noor);
    }

    @Test
    void theSameWordsAgainAsALaterVersionAreAgreedToAgain() {
        agrees(person, Purpose.TEACHING, Tongue.ENGLISH);
        ConsentText first = as(() -> stipple.the(ConsentTexts.class)
                .inForce(Purpose.TEACHING, Tongue.ENGLISH)
                .orElseThrow());
        assertThat(publish(SHORT, Optional.empty(), 1)).isEmpty();
        assertThat(publish(new Wording(first.title(), first.body()), Optional.empty(), 2))
                .isEmpty();
        assertThat(inForce(person, Purpose.TEACHING))
                .as("what was agreed to is version 1, in force is version 3")
                .isEmpty();
    }

    @Test
    void nothingIsPublishedOverWhatSomebodyElsePublishedMeanwhileOrThatSaysNothingNew() {
        assertThat(publish(SHORT, Optional.empty(), 7))
                .singleElement()
                .asString()
                .contains("changed meanwhile");
        assertThat(publish(SHORT, Optional.empty(), 1)).isEmpty();
        assertThat(publish(SHORT, Optional.empty(), 2))
                .singleElement()
                .asString()
                .contains("Nothing is different");
        assertThat(publish(new Wording("", "x"), Optional.of(new Wording("x", " ")), 2))
                .hasSize(2)
                .allSatisfy(why -> assertThat(why).contains("Nothing was published"));
        assertThat(publish(new Wording("x", "y".repeat(ConsentTexts.LONGEST + 1)), Optional.empty(), 2))
                .hasSize(1);
        assertThat(as(() -> stipple.the(ConsentTexts.class).editions(Purpose.TEACHING)))
                .extracting(ConsentTexts.Edition::version)
                .containsExactly(2, 1);
    }

    @Test
    void aTextThatTheClinicWroteInEnglishOnlyIsNotShownInAnotherLanguage() {
        publish(SHORT, Optional.empty(), 1);
        assertThat(as(() -> stipple.the(ConsentTexts.class).inForce(Purpose.TEACHING, Tongue.SPANISH)))
                .isEmpty();
    }

    /// A clinic whose version 1 is what an earlier release shipped.
    @Test
    void aNewerReleaseOffersItsTextAndChangesNothingThatIsInForce() {
        Acting.doing(
                noor,
                () -> stipple.the(TransactionTemplate.class)
                        .executeWithoutResult(_ -> stipple.the(JdbcClient.class)
                                .sql(
                                        "insert into consent_text (clinic_id, purpose, version, title, body, sha256, in_force)"
                                                + " values (current_clinic(), 'measurement', 1, 'As it was', 'Then.', :sha256, now())")
                                .param("sha256", Sha256.hex("As it was\nThen."))
                                .update()));
        agrees(person, Purpose.MEASUREMENT, Tongue.ENGLISH);
        assertThat(as(() -> stipple.the(Consents.class).text(Purpose.MEASUREMENT))
                        .title())
                .isEqualTo("As it was");
        assertThat(inForce(person, Purpose.MEASUREMENT)).isPresent();
        assertThat(as(() -> stipple.the(ConsentTexts.class).offered(Purpose.MEASUREMENT)))
                .isPresent();
        assertThat(as(() -> stipple.the(ConsentTexts.class).offered(Purpose.RESEARCH)))
                .isEmpty();
    }

    @Test
    void aDrawnSignatureSurvivesTheRecord() {
        var drawing = Drawing.read("100,200 300,120 420,260;500,90 510,310");
        Consent given = as(() -> {
            var typed = agreement(Purpose.MARKETING, Tongue.ENGLISH);
            return stipple.the(Consents.class)
                    .give(
                            UUID.randomUUID(),
                            person,
                            new Agreement(
                                    typed.purpose(),
                                    typed.tongue(),
                                    typed.sha256(),
                                    typed.course(),
                                    typed.particulars(),
                                    typed.signer(),
                                    new Mark.Drawn(drawing),
                                    typed.where()));
        });
        assertThat(as(() -> stipple.the(Consents.class).of(person))).containsExactly(given);
        assertThat(given.mark().drawn()).contains(drawing);
    }

    @Test
    void everythingAboutAConsentSurvivesTheRecord() {
        for (Tongue tongue : Tongue.values()) {
            PatientId one = somebody();
            Consent given = agrees(one, Purpose.RESEARCH, tongue);
            assertThat(as(() -> stipple.the(Consents.class).of(one))).isEqualTo(Arrays.asList(given));
        }
    }
}
