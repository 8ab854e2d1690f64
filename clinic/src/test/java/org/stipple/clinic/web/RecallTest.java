package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.ShownCourse;
import org.stipple.clinic.consent.Signer;
import org.stipple.clinic.messages.Channel;
import org.stipple.clinic.messages.Contacts;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.GoodsRecalls;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.look.Reach;
import org.stipple.clinic.web.look.Telephone;
import org.stipple.quantities.Sex;

/// From a lot to the people who were treated with it, and on until each of them knows.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecallTest {

    private static final String DEVICE = "skinpen-precision";
    private static final Pattern TAPPED = Pattern.compile("/recalls/[0-9a-f-]{36}");

    private static final PatientId AMARA = new PatientId(UUID.randomUUID());
    private static final PatientId BRUNO = new PatientId(UUID.randomUUID());
    private static final PatientId CHIARA = new PatientId(UUID.randomUUID());

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Caller clinician;
    static Caller manager;
    static String recall = "";

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory, "--server.port=0", "--stipple.messages.every=0s");
        noor = stipple.clinic("Hillside", "noor-recall");
        Acting.doing(noor, () -> {
            stipple.the(Accounts.class)
                    .add(
                            UUID.randomUUID(),
                            "lee-recall",
                            "Lee Manager",
                            ClinicUnderTest.PASSWORD,
                            Set.of(Role.MANAGER));
            treated(AMARA, "=Amara", "BAD7", "1", true);
            treated(BRUNO, "Bruno", "BAD7", "2", false);
            treated(CHIARA, "Chiara", "GOOD8", "3", true);
        });
        clinician = Caller.signedIn(stipple.port(), "noor-recall");
        manager = Caller.signedIn(stipple.port(), "lee-recall");
    }

    @AfterAll
    static void stop() {
        clinician.close();
        manager.close();
        stipple.close();
    }

    private static void treated(PatientId id, String given, String lot, String serial, boolean reachable) {
        stipple.the(Patients.class)
                .register(
                        id,
                        new PatientDetails(
                                given,
                                "Okafor",
                                LocalDate.of(1992, 2, 11),
                                Sex.FEMALE,
                                Optional.of("+49 30 123456"),
                                Optional.of("somebody@example.org")));
        stipple.the(Intakes.class).save(id, 0, Someone.withAcneScarsOnTheCheeks());
        stipple.the(Screenings.class).screen(id);
        var plan = stipple.the(Courses.class).draft(UUID.randomUUID(), id).plan();
        stipple.the(Courses.class)
                .sign(id, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
        var consents = stipple.the(Consents.class);
        consents.give(
                UUID.randomUUID(),
                id,
                Purpose.TREATMENT,
                consents.text(Purpose.TREATMENT).sha256(),
                Optional.of(new ShownCourse(plan.id(), plan.sha256())),
                new Signer.ThePerson(given + " Okafor"));
        UUID unit = stipple.the(Stock.class)
                .receive(DEVICE, UnitCode.parse("(17)281130(10)" + lot + "(21)" + serial), 1)
                .getFirst()
                .id();
        var session =
                Someone.started(stipple.the(Sessions.class).start(UUID.randomUUID(), id, plan.id(), List.of(unit)));
        var zone = Someone.plannedZones(plan).getFirst();
        stipple.the(Sessions.class).chart(id, session.id(), zone.id(), Someone.asPlanned(zone));
        if (reachable) {
            stipple.the(Contacts.class).note(id, Channel.EMAIL, true);
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    @Order(1)
    void whoWasTreatedWithALotStandsOnItsPageAndNobodyElse() throws Exception {
        manager.post(
                "/stock/recall",
                Map.of("key", key(), "device", DEVICE, "lot", "bad7", "reason", "Seal of the pouch is open"),
                true,
                false);
        var list = manager.get("/recalls");
        assertThat(list.body()).contains("Recalls (1)", "2 sessions, nobody written to yet");
        var found = TAPPED.matcher(list.body());
        assertThat(found.find()).isTrue();
        recall = found.group();
        assertThat(manager.get(recall).body())
                .contains("2 people", "=Amara", "Bruno", "Session 1, 20 Nov 2026: ")
                .doesNotContain("Chiara")
                .contains("approves the text and sends it")
                .doesNotContain("Write to all");
    }

    @Test
    @Order(2)
    void whatItWouldTellWhoeverSeesItIsNotSent() throws Exception {
        var noReach = clinician.post(recall, Map.of("key", key(), "words", "Please call us."), true, false);
        assertThat(noReach.statusCode()).isEqualTo(422);
        assertThat(noReach.body()).contains("how people reach you");
        Acting.doing(
                noor,
                () -> stipple.the(Messages.class)
                        .reach(new Reach.Stated(Optional.of(new Telephone("030 1234")), Map.of())));
        for (String telling : List.of(
                "The lot bad7 is recalled.", "Your SkinPen Precision treatment", "The needles were not sterile", "")) {
            var refused = clinician.post(recall, Map.of("key", key(), "words", telling), true, false);
            assertThat(refused.statusCode()).as(telling).isEqualTo(422);
            assertThat(refused.body()).contains("Nobody was written to");
        }
        var notHers = manager.post(recall, Map.of("key", key(), "words", "Please call us."), true, false);
        assertThat(notHers.statusCode()).isEqualTo(422);
        assertThat(notHers.body()).contains("A supervising clinician approves this text first");
        assertThat(clinician.get(recall).body()).contains("not written to yet");
    }

    @Test
    @Order(3)
    void oneTapWritesToAllOfThemOnce() throws Exception {
        var form = Map.of("key", key(), "words", "Please call us. It is important.");
        var sent = clinician.post(recall, form, true, false);
        assertThat(sent.headers().firstValue("Location").orElse("")).endsWith("?done=2");
        assertThat(clinician
                        .post(recall, form, true, false)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .as("the same form again")
                .endsWith("?done=2");
        var again =
                manager.post(recall, Map.of("key", key(), "words", "Please call us. It is important."), true, false);
        assertThat(again.headers().firstValue("Location").orElse(""))
                .as("the manager with words that are approved")
                .endsWith("?done=0");
        assertThat(clinician.get(recall).body())
                .contains("waits to be sent", "no channel", "2 written to by Dr. Hillside")
                .doesNotContain("Approve the text and write");
        assertThat(clinician.get("/recalls").body())
                .contains("2 sessions, written to")
                .doesNotContain("Recalls (");
        assertThat(clinician.get("/people/" + CHIARA + "/contact").body()).contains("Nothing was written");
    }

    @Test
    @Order(4)
    void theCallListEndsWhenSomebodyWasTold() throws Exception {
        assertThat(clinician.get("/messages").body()).contains("Bruno Okafor").doesNotContain("=Amara Okafor");
        var found = Pattern.compile("/messages/([0-9a-f-]{36})/calls")
                .matcher(clinician.get("/messages").body());
        assertThat(found.find()).isTrue();
        String calls = found.group();
        String back = recall.substring("/recalls/".length());
        manager.post(calls, Map.of("key", key(), "outcome", "no-answer", "note", "", "recall", back), true, false);
        assertThat(manager.get(recall).body()).contains("no answer");
        var told = manager.post(
                calls, Map.of("key", key(), "outcome", "told", "note", "spoke with him", "recall", back), true, false);
        assertThat(told.headers().firstValue("Location").orElse("")).endsWith(recall + "?done=called");
        assertThat(manager.get(recall).body()).contains("told by telephone", "spoke with him");
        assertThat(manager.get("/messages").body()).doesNotContain("Bruno Okafor");
    }

    @Test
    @Order(5)
    void theReportCanBePrintedAndReadByOtherProgramsWithoutRunningAnything() throws Exception {
        assertThat(manager.get(recall + "/report").body()).contains("=Amara", "told by telephone", "11 Feb 1992");
        var csv = manager.get(recall + "/report.csv");
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body().lines().toList())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("\"Okafor\",\"'=Amara\",\"1992-02-11\""));
    }

    @Test
    @Order(6)
    void theTrailOfEachPersonSaysWhoSawThemAndWhy() throws Exception {
        assertThat(clinician.get("/people/" + AMARA + "/trail").body()).contains("recall of lot bad7", "Lee Manager");
        assertThat(clinician.get("/people/" + CHIARA + "/trail").body()).doesNotContain("recall of lot");
    }

    @Test
    void aRecallKeepsItsNameWhateverTheCaseOfItsLot() {
        Acting.doing(
                noor,
                () -> assertThat(stipple.the(GoodsRecalls.class).all())
                        .allSatisfy(lot -> assertThat(lot.id())
                                .isEqualTo(UUID.nameUUIDFromBytes(
                                        (DEVICE + "\nbad7").getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
    }
}
