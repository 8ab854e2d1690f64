package org.stipple.clinic.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.WhoWaits;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.consent.ConsentTexts;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.Charted.Done;

/// What was done other than planned is looked at by somebody who supervises.
class ReviewsTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static int clinics;

    private Actor noor;
    private int serial;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
    }

    /// Each test has a clinic of its own, so that none finds what waits in another.
    @BeforeEach
    void aClinicBegins() {
        stipple.itIs("2026-11-20T09:00:00Z");
        noor = stipple.clinic("Hillside", "noor-reviews-" + ++clinics);
    }

    @AfterEach
    void whoWaitsIsWhatTheRecordsSay() {
        WhoWaits.isWhatTheRecordsSay(stipple, noor);
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    /// Somebody new, treated at that time with one pass more than planned on the first zone.
    private PatientId departedAt(String instant) {
        stipple.itIs(instant);
        var person = new PatientId(UUID.randomUUID());
        stipple.the(Patients.class).register(person, Someone.bornIn(1992));
        stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
        stipple.the(Screenings.class).screen(person);
        var courses = stipple.the(Courses.class);
        Plan plan = courses.draft(UUID.randomUUID(), person).plan();
        courses.sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
        Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
        var code = UnitCode.parse("(17)281130(10)LOT3(21)" + ++serial);
        UUID unit = stipple.the(Stock.class)
                .receive("skinpen-precision", code, 1)
                .getFirst()
                .id();
        var sessions = stipple.the(Sessions.class);
        var session = Someone.started(sessions.start(UUID.randomUUID(), person, plan.id(), List.of(unit)));
        var zones = plan.course().planned();
        Done planned = Someone.asPlanned(zones.getFirst());
        var other = new Done(
                planned.depth(),
                planned.passes() + 1,
                planned.directions(),
                planned.glide(),
                planned.endpoint(),
                planned.pain(),
                Optional.of("one spot again"));
        sessions.chart(person, session.id(), zones.getFirst().id(), other);
        sessions.chart(person, session.id(), zones.getLast().id(), Someone.asPlanned(zones.getLast()));
        return person;
    }

    @Test
    void departuresOfAllPeopleWaitOldestFirstAndWhatWasPlannedDoesNot() {
        Acting.doing(noor, () -> {
            PatientId later = departedAt("2026-11-21T09:00:00Z");
            PatientId earlier = departedAt("2026-11-20T09:00:00Z");
            var reviews = stipple.the(Reviews.class);
            assertThat(reviews.open()).extracting(Review::patient).containsExactly(earlier, later);
            assertThat(reviews.open().getFirst().charted().deviation().orElseThrow())
                    .contains("passes instead of");
            assertThat(reviews.waiting()).isEqualTo(2);
        });
    }

    @Test
    void aReviewEndsWithANoteUnderANameAndIsNotEndedTwice() {
        Acting.doing(noor, () -> {
            PatientId person = departedAt("2026-11-20T09:00:00Z");
            var reviews = stipple.the(Reviews.class);
            UUID session = reviews.open().getFirst().session();
            Acting.doing(second(), () -> {
                assertThat(reviews.review(person, session, 1, " ", ClinicUnderTest.PASSWORD))
                        .singleElement()
                        .asString()
                        .contains("note");
                assertThat(reviews.review(person, session, 1, "x", ClinicUnderTest.PASSWORD))
                        .singleElement()
                        .asString()
                        .contains("note: what was found");
                assertThat(reviews.review(person, session, 1, "Skin is calm.", "not the password"))
                        .singleElement()
                        .asString()
                        .contains("not yours");
                assertThat(reviews.review(person, session, 1, "Skin is calm.", ClinicUnderTest.PASSWORD))
                        .isEmpty();
                assertThat(reviews.open()).isEmpty();
                assertThat(reviews.waiting()).isZero();
                assertThat(reviews.of(person, session).getFirst().done().orElseThrow())
                        .extracting(Review.Done::note, Review.Done::signer)
                        .containsExactly("Skin is calm.", "Dr. Second");
                assertThat(reviews.review(person, session, 1, "Again.", ClinicUnderTest.PASSWORD))
                        .singleElement()
                        .asString()
                        .contains("reviewed before");
                assertThatThrownBy(() -> reviews.review(person, session, 2, "As planned.", ClinicUnderTest.PASSWORD))
                        .isInstanceOf(NoSuchPatient.class);
            });
        });
    }

    /// Somebody else of the clinic who supervises.
    private Actor second() {
        AccountId account = stipple.the(Accounts.class)
                .add(
                        UUID.randomUUID(),
                        "second-reviews-" + clinics,
                        "Dr. Second",
                        ClinicUnderTest.PASSWORD,
                        EnumSet.of(Role.SUPERVISING_CLINICIAN));
        return new Actor(
                account,
                noor.clinic(),
                "Dr. Second",
                EnumSet.of(Role.SUPERVISING_CLINICIAN),
                noor.clinicName(),
                noor.jurisdiction(),
                noor.zone());
    }

    @Test
    void nobodyReviewsWhatTheyChartedThemselvesAndAloneItWaits() {
        Acting.doing(noor, () -> {
            PatientId person = departedAt("2026-11-20T09:00:00Z");
            var reviews = stipple.the(Reviews.class);
            UUID session = reviews.open().getFirst().session();
            assertThat(reviews.othersThan(noor.name())).isEmpty();
            assertThat(reviews.review(person, session, 1, "All fine with me.", ClinicUnderTest.PASSWORD))
                    .singleElement()
                    .asString()
                    .contains("You charted this yourself")
                    .contains("the review waits for a second person");
            assertThat(reviews.waiting()).isEqualTo(1);
            second();
            assertThat(reviews.review(person, session, 1, "All fine with me.", ClinicUnderTest.PASSWORD))
                    .singleElement()
                    .asString()
                    .contains("somebody else who supervises: Dr. Second");
        });
    }

    private void withdraw(PatientId person, Purpose purpose) {
        var consents = stipple.the(Consents.class);
        consents.of(person).stream()
                .filter(consent -> consent.purpose() == purpose && consent.holds())
                .forEach(consent -> consents.withdraw(person, consent.id()));
    }

    @Test
    void consentWithdrawnWhileASessionIsOpenFlagsItAndIsReviewedThoughNothingIsChartedAfterIt() {
        Acting.doing(noor, () -> {
            PatientId person = departedAt("2026-11-20T09:00:00Z");
            var reviews = stipple.the(Reviews.class);
            stipple.itIs("2026-11-20T09:30:00Z");
            withdraw(person, Purpose.TREATMENT);
            assertThat(reviews.waiting()).as("the departure and the withdrawal").isEqualTo(2);
            SessionWithdrawal flag = reviews.openWithdrawals().getFirst();
            assertThat(flag.at()).isEqualTo("2026-11-20T09:30:00Z");
            assertThat(flag.session()).isEqualTo(reviews.open().getFirst().session());
            Acting.doing(second(), () -> {
                assertThat(reviewed(flag, " ")).singleElement().asString().contains("note");
                assertThat(reviewed(flag, "Rang her, she is well.")).isEmpty();
                assertThat(reviewed(flag, "Again.")).singleElement().asString().contains("reviewed before");
                assertThat(reviews.openWithdrawals()).isEmpty();
                assertThat(reviews.waiting()).isEqualTo(1);
            });
            assertThat(reviews.withdrawalsOf(person, flag.session()).getFirst().done())
                    .get()
                    .extracting(Review.Done::signer)
                    .isEqualTo("Dr. Second");
        });
    }

    @Test
    void whatWasAgreedToUnderTwoTextsIsOneWithdrawalWithOneReview() {
        Acting.doing(noor, () -> {
            PatientId person = departedAt("2026-11-20T09:00:00Z");
            var texts = stipple.the(ConsentTexts.class);
            int version = texts.inForce(Purpose.TREATMENT).getFirst().version();
            texts.publish(
                    Purpose.TREATMENT,
                    new ConsentTexts.Wording("Another", "Other words.\n"),
                    Optional.empty(),
                    version);
            Plan plan = stipple.the(Courses.class).inForce(person).orElseThrow().plan();
            Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
            assertThat(stipple.the(Consents.class).of(person).stream()
                            .filter(consent -> consent.purpose() == Purpose.TREATMENT && consent.holds()))
                    .hasSize(2);
            stipple.the(Consents.class).withdraw(person, Purpose.TREATMENT);
            assertThat(stipple.the(Consents.class).holding(person, Purpose.TREATMENT))
                    .isEmpty();
            assertThat(stipple.the(Reviews.class).openWithdrawals()).hasSize(1);
        });
    }

    private List<String> reviewed(SessionWithdrawal flag, String note) {
        return stipple.the(Reviews.class)
                .reviewWithdrawal(flag.patient(), flag.session(), flag.consent(), note, ClinicUnderTest.PASSWORD);
    }

    @Test
    void whoeverTreatedDoesNotReviewThatConsentWasWithdrawn() {
        Acting.doing(noor, () -> {
            withdraw(departedAt("2026-11-20T09:00:00Z"), Purpose.TREATMENT);
            SessionWithdrawal flag =
                    stipple.the(Reviews.class).openWithdrawals().getFirst();
            assertThat(reviewed(flag, "All fine with me."))
                    .singleElement()
                    .asString()
                    .contains("You treated in this session yourself");
        });
    }

    @Test
    void consentToPhotosOrWithdrawnAfterTheSessionFlagsNothing() {
        Acting.doing(noor, () -> {
            PatientId person = departedAt("2026-11-20T09:00:00Z");
            var reviews = stipple.the(Reviews.class);
            var sessions = stipple.the(Sessions.class);
            Someone.agrees(stipple, person, Purpose.RECORD_PHOTOS, plan(person));
            withdraw(person, Purpose.RECORD_PHOTOS);
            UUID session = sessions.of(person).getFirst().id();
            assertThat(sessions.close(person, session, "The rest another day.", ClinicUnderTest.PASSWORD))
                    .isEmpty();
            stipple.itIs("2026-11-20T10:00:00Z");
            withdraw(person, Purpose.TREATMENT);
            assertThat(reviews.openWithdrawals()).isEmpty();
            assertThat(reviews.waiting()).isEqualTo(1);
        });
    }

    private Plan plan(PatientId person) {
        return stipple.the(Courses.class).inForce(person).orElseThrow().plan();
    }

    /// Whatever the program forgets.
    @Test
    void theDatabaseKeepsNoReviewByWhoeverCharted() {
        Acting.doing(noor, () -> {
            PatientId person = departedAt("2026-11-20T09:00:00Z");
            assertThatThrownBy(() -> stipple.the(TransactionTemplate.class).executeWithoutResult(_ -> {
                        stipple.the(Patients.class).change(person, "test");
                        var store = stipple.the(ReviewStore.class);
                        var done = new Review.Done("Fine.", noor.name(), java.time.Instant.EPOCH);
                        store.reviewed(store.open(1).getFirst(), "meaning", done, noor);
                    }))
                    .hasMessageContaining("review_is_by_somebody_else");
        });
    }

    @Test
    void onlyWhoSupervisesEndsAReview() {
        Acting.doing(noor, () -> {
            PatientId person = departedAt("2026-11-20T09:00:00Z");
            UUID session = stipple.the(Reviews.class).open().getFirst().session();
            var practitioner = new Actor(
                    noor.account(),
                    noor.clinic(),
                    noor.name(),
                    EnumSet.of(Role.PRACTITIONER),
                    noor.clinicName(),
                    noor.jurisdiction(),
                    noor.zone());
            Acting.doing(
                    practitioner,
                    () -> assertThat(stipple.the(Reviews.class)
                                    .review(person, session, 1, "Fine.", ClinicUnderTest.PASSWORD))
                            .anyMatch(why -> why.contains("Only a supervising clinician")));
        });
    }

    @Test
    void countingOpensNobodysRecordAndTheListIsEntered() {
        Acting.doing(noor, () -> {
            departedAt("2026-11-20T09:00:00Z");
            var reviews = stipple.the(Reviews.class);
            int before = entries();
            assertThat(reviews.waiting()).isEqualTo(1);
            assertThat(entries()).isEqualTo(before);
            reviews.open();
            assertThat(entries()).isEqualTo(before + 1);
        });
    }

    private int entries() {
        return java.util.Objects.requireNonNull(stipple.the(TransactionTemplate.class)
                .execute(_ -> stipple.the(JdbcClient.class)
                        .sql("select count(*) from audit_entry")
                        .query(Integer.class)
                        .single()));
    }

    @Test
    void anotherClinicSeesAndCountsNothingOfIt() {
        Acting.doing(noor, () -> withdraw(departedAt("2026-11-20T09:00:00Z"), Purpose.TREATMENT));
        Acting.doing(stipple.clinic("Valley", "vera-reviews"), () -> {
            assertThat(stipple.the(Reviews.class).open()).isEmpty();
            assertThat(stipple.the(Reviews.class).openWithdrawals()).isEmpty();
            assertThat(stipple.the(Reviews.class).waiting()).isZero();
        });
    }
}
