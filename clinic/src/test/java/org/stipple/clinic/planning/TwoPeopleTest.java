package org.stipple.clinic.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.AuditEntry;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.AwaitingSecond;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.CourseRecord.SecondSignature;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.Start;
import org.stipple.protocol.Kind;

/// What a rule refuses is set aside within the rule's limits: by one clinician, by two, or never.
class TwoPeopleTest {

    /// A refusal that two people may set aside, and one that a single clinician may.
    private static final String FOR_TWO = "breastfeeding";

    private static final String FOR_ONE = "metal-allergy";

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Actor mika;
    static int serial;

    private PatientId person = new PatientId(UUID.randomUUID());

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-two");
        mika = colleague("mika-two", "Dr. Mika", Set.of(Role.SUPERVISING_CLINICIAN));
    }

    private static Actor colleague(String username, String name, Set<Role> roles) {
        var id = UUID.randomUUID();
        Acting.doing(noor, () -> stipple.the(Accounts.class).add(id, username, name, ClinicUnderTest.PASSWORD, roles));
        return new Actor(
                new AccountId(id), noor.clinic(), name, roles, noor.clinicName(), noor.jurisdiction(), noor.zone());
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    @BeforeEach
    void somebodyNew() {
        stipple.itIs("2026-11-20T09:00:00Z");
        person = new PatientId(UUID.randomUUID());
    }

    private Plan drafted(String fact, String rule) {
        screened(fact);
        return stipple.the(Courses.class)
                .draft(UUID.randomUUID(), person, Map.of(rule, "Discussed with her; she wants it and knows the risk."))
                .plan();
    }

    private void screened(String fact) {
        stipple.the(Patients.class).register(person, Someone.bornIn(1992));
        stipple.the(Intakes.class)
                .save(person, 0, Someone.withAcneScarsOnTheCheeks().with("facts", Someone.answering(fact, true)));
        stipple.the(Screenings.class).screen(person);
    }

    private static Map<String, String> reasons(Plan plan) {
        return plan.course().screening().findings().stream()
                .filter(finding -> finding.kind() == Kind.SIGN_OFF)
                .collect(Collectors.toMap(
                        finding -> finding.rule(),
                        _ -> "I have seen her, and her skin is calm today.",
                        (one, _) -> one));
    }

    private Signing signs(Plan plan) {
        return stipple.the(Courses.class)
                .sign(person, plan.id(), plan.sha256(), reasons(plan), ClinicUnderTest.PASSWORD);
    }

    private Signing signsSecond(Plan plan, String password) {
        return stipple.the(Courses.class)
                .signSecond(person, plan.id(), plan.sha256(), "I agree: she was told what is not known.", password);
    }

    private static List<String> why(Signing signing) {
        return switch (signing) {
            case Signing.Refused(var why) -> why;
            case Signing.Signed _, Signing.AwaitsSecond _ -> List.of();
        };
    }

    private List<String> against(Plan plan) {
        var code = UnitCode.parse("(17)281130(10)LOT2(21)" + ++serial);
        UUID unit = stipple.the(Stock.class)
                .receive("skinpen-precision", code, 1)
                .getFirst()
                .id();
        return switch (stipple.the(Sessions.class).start(UUID.randomUUID(), person, plan.id(), List.of(unit))) {
            case Start.Started _ -> List.of();
            case Start.NotStarted(var reasons) -> reasons;
        };
    }

    /// A day long before those of the other tests, so that what they sign does not count.
    @Test
    void howOftenRefusalsAreSetAsideIsCountedByWhoSigned() {
        stipple.itIs("2026-01-05T09:00:00Z");
        Acting.doing(mika, () -> {
            assertThat(signs(drafted("breastfeeding", FOR_TWO))).isInstanceOf(Signing.AwaitsSecond.class);
            person = new PatientId(UUID.randomUUID());
            stipple.the(Patients.class).register(person, Someone.bornIn(1992));
            stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
            stipple.the(Screenings.class).screen(person);
            Plan plan =
                    stipple.the(Courses.class).draft(UUID.randomUUID(), person).plan();
            assertThat(signs(plan)).isInstanceOf(Signing.Signed.class);
            assertThat(shares()).containsOnlyOnce(new Overrides.Share("Dr. Mika", 2, 1));
            stipple.itIs("2026-04-06T09:00:00Z");
            assertThat(shares())
                    .as("after three months")
                    .noneMatch(share -> share.signer().equals("Dr. Mika"));
        });
    }

    private static List<Overrides.Share> shares() {
        return java.util.Objects.requireNonNull(
                stipple.the(TransactionTemplate.class).<List<Overrides.Share>>execute(_ -> {
                    stipple.the(AuditTrail.class).openAll("test");
                    return stipple.the(Overrides.class).shares();
                }));
    }

    @Test
    void aRefusalForTwoIsTreatedOnlyWhenTwoHaveSigned() {
        Acting.doing(noor, () -> {
            Plan plan = drafted("breastfeeding", FOR_TWO);
            assertThat(plan.course().planned()).hasSize(2);
            assertThat(plan.course().screening().findings())
                    .anySatisfy(finding ->
                            assertThat(finding.reason()).contains("Set aside").contains("Dr. Hillside"));
            assertThat(signs(plan)).isInstanceOf(Signing.AwaitsSecond.class);
            assertThat(stipple.the(Courses.class).find(person, plan.id())).isInstanceOf(AwaitingSecond.class);
            assertThat(stipple.the(Courses.class).inForce(person)).isEmpty();
            assertThat(against(plan)).singleElement().asString().contains("second signature");
        });
        Plan plan = only();
        Acting.doing(
                mika,
                () -> assertThat(signsSecond(plan, ClinicUnderTest.PASSWORD)).isInstanceOf(Signing.Signed.class));
        Acting.doing(noor, () -> {
            assertThat(stipple.the(Courses.class).inForce(person).flatMap(SignedCourse::second))
                    .get()
                    .extracting(SecondSignature::signer)
                    .isEqualTo("Dr. Mika");
            Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
            assertThat(against(plan)).isEmpty();
        });
    }

    private Plan only() {
        try {
            return Acting.as(noor, () -> stipple.the(Courses.class).of(person))
                    .getFirst()
                    .plan();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void theSamePersonTwiceIsOne() {
        Acting.doing(noor, () -> {
            Plan plan = drafted("breastfeeding", FOR_TWO);
            signs(plan);
            assertThat(why(signsSecond(plan, ClinicUnderTest.PASSWORD)))
                    .singleElement()
                    .asString()
                    .contains("somebody else's");
            assertThat(why(signs(plan))).singleElement().asString().contains("signed before");
            assertThat(stipple.the(Courses.class).find(person, plan.id())).isInstanceOf(AwaitingSecond.class);
        });
    }

    /// Whatever the program forgets, the database knows two people apart.
    @Test
    void theDatabaseKeepsNoSecondSignatureOfTheFirst() {
        Acting.doing(noor, () -> {
            Plan plan = drafted("breastfeeding", FOR_TWO);
            signs(plan);
            var second = new SecondSignature(
                    "Dr. Hillside", java.time.Instant.parse("2026-11-20T09:00:00Z"), "x", plan.sha256(), "x");
            for (var pretended : List.of(noor.account(), mika.account())) {
                assertThatThrownBy(() -> stipple.the(TransactionTemplate.class).executeWithoutResult(_ -> {
                            stipple.the(Patients.class).change(person, "test");
                            stipple.the(CourseStore.class)
                                    .insertSecondSignature(plan, second, pretended, noor.account());
                        }))
                        .hasMessageMatching("(?s).*(two_people|course_second_signature_clinic_id_course_id_first).*");
            }
        });
    }

    @Test
    void theSecondNeedsTheirOwnPasswordTheRoleAndWhatWasShown() {
        Acting.doing(noor, () -> signs(drafted("breastfeeding", FOR_TWO)));
        Plan plan = only();
        Acting.doing(mika, () -> {
            assertThat(why(signsSecond(plan, "not the password")))
                    .singleElement()
                    .asString()
                    .contains("not yours");
            assertThat(why(stipple.the(Courses.class)
                            .signSecond(
                                    person,
                                    plan.id(),
                                    "0".repeat(64),
                                    "I agree: she was told what is not known.",
                                    ClinicUnderTest.PASSWORD)))
                    .singleElement()
                    .asString()
                    .contains("not this one");
            assertThat(why(stipple.the(Courses.class)
                            .signSecond(person, plan.id(), plan.sha256(), " ", ClinicUnderTest.PASSWORD)))
                    .singleElement()
                    .asString()
                    .contains("reason");
        });
        Actor nurse = colleague("nurse-two", "Nurse", EnumSet.of(Role.PRACTITIONER));
        Acting.doing(
                nurse,
                () -> assertThat(why(signsSecond(plan, ClinicUnderTest.PASSWORD)))
                        .singleElement()
                        .asString()
                        .contains("Only a supervising clinician"));
    }

    @Test
    void aRefusalForOneNeedsOneSignatureWithAReason() {
        Acting.doing(noor, () -> {
            Plan plan = drafted("metal-allergy", FOR_ONE);
            assertThat(why(stipple.the(Courses.class)
                            .sign(person, plan.id(), plan.sha256(), Map.of(), ClinicUnderTest.PASSWORD)))
                    .anyMatch(why -> why.contains("with a reason"));
            assertThat(signs(plan)).isInstanceOf(Signing.Signed.class);
            Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
            assertThat(against(plan)).isEmpty();
        });
    }

    @Test
    void wordsThatSayNothingSignNothing() {
        Acting.doing(noor, () -> {
            var courses = stipple.the(Courses.class);
            screened("breastfeeding");
            assertThatThrownBy(() -> courses.draft(UUID.randomUUID(), person, Map.of(FOR_TWO, "x")))
                    .hasMessageContaining("was “x”, expected why this may be done for this person");
            assertThat(courses.of(person)).isEmpty();
            Plan plan = courses.draft(UUID.randomUUID(), person, Map.of(FOR_TWO, "Discussed with her; she wants it."))
                    .plan();
            var nothing = reasons(plan).keySet().stream().collect(Collectors.toMap(rule -> rule, _ -> "x"));
            assertThat(why(courses.sign(person, plan.id(), plan.sha256(), nothing, ClinicUnderTest.PASSWORD)))
                    .isNotEmpty()
                    .allMatch(why -> why.contains("was “x”, expected why this may be done for this person"));
            assertThat(signs(plan)).isInstanceOf(Signing.AwaitsSecond.class);
        });
        Acting.doing(mika, () -> {
            Plan plan = only();
            assertThat(why(stipple.the(Courses.class)
                            .signSecond(person, plan.id(), plan.sha256(), "x", ClinicUnderTest.PASSWORD)))
                    .singleElement()
                    .asString()
                    .contains("was “x”, expected why this may be done for this person");
            assertThat(stipple.the(Courses.class).inForce(person)).isEmpty();
        });
    }

    @Test
    void whatIsNeverSetAsideIsNot() {
        Acting.doing(noor, () -> {
            assertThatThrownBy(() -> drafted("pregnant", "pregnant")).hasMessageContaining("never set aside");
            assertThat(stipple.the(Courses.class).of(person)).isEmpty();
        });
    }

    @Test
    void onlyWhatWasFoundIsSetAsideAndOnlyByWhoSupervises() {
        Acting.doing(
                noor,
                () -> assertThatThrownBy(() -> drafted("metal-allergy", FOR_TWO))
                        .hasMessageContaining("nothing of the rule"));
        Actor nurse = colleague("nurse-aside", "Nurse", EnumSet.of(Role.PRACTITIONER));
        somebodyNew();
        Acting.doing(
                nurse,
                () -> assertThatThrownBy(() -> drafted("metal-allergy", FOR_ONE))
                        .hasMessageContaining("only a supervising clinician"));
    }

    @Test
    void anotherRefusalOfTodayStandsThoughOneWasSetAside() {
        Acting.doing(noor, () -> {
            Plan plan = drafted("metal-allergy", FOR_ONE);
            signs(plan);
            Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
            stipple.the(Intakes.class)
                    .save(
                            person,
                            1,
                            Someone.withAcneScarsOnTheCheeks().with("facts", Someone.answering("pregnant", true)));
            assertThat(against(plan)).anyMatch(why -> why.startsWith("No: Pregnancy"));
        });
    }

    @Test
    void theTrailSaysWhoSetAsideAndWhoSigned() {
        Acting.doing(noor, () -> signs(drafted("breastfeeding", FOR_TWO)));
        Acting.doing(mika, () -> signsSecond(only(), ClinicUnderTest.PASSWORD));
        Acting.doing(noor, () -> {
            List<AuditEntry> entries = stipple.the(TransactionTemplate.class).execute(_ -> {
                stipple.the(AuditTrail.class).open(person, Act.READ, "test");
                return stipple.the(AuditTrail.class).about(person, 50);
            });
            assertThat(entries)
                    .extracting(entry -> entry.who() + ": " + entry.what())
                    .contains(
                            "Dr. Hillside: course drafted, refusals set aside",
                            "Dr. Hillside: course signed",
                            "Dr. Mika: course signed by a second clinician");
        });
    }
}
