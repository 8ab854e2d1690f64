package org.stipple.clinic.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.messages.Channel;
import org.stipple.clinic.treatment.Begun;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.RedFlag;

/// What a person writes at night finds somebody: the clock of a concern goes from one to the next until a
/// person takes it on, whatever the server goes through meanwhile.
class EscalationTest {

    private static final Instant NIGHT = Instant.parse("2026-11-21T22:00:00Z");

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Actor nurse;
    static Actor chief;
    static Actor lead;
    static GreenMail mail;
    static Begun begun;

    @BeforeAll
    static void start() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        Files.writeString(
                directory.resolve("messages.properties"),
                "smtp.host=127.0.0.1\nsmtp.port=" + port + "\nsmtp.from=clinic@hillside.example\nsmtp.starttls=off\n");
        stipple = ClinicUnderTest.serving(
                directory,
                "--server.port=0",
                "--stipple.messages.every=0s",
                "--stipple.concerns.every=0s",
                "--stipple.base-url=https://clinic.example");
        noor = stipple.clinic("Hillside", "noor-night", Set.of(Role.SUPERVISING_CLINICIAN, Role.ADMINISTRATOR));
        nurse = colleague("nurse", Role.PRACTITIONER);
        chief = noor;
        lead = colleague("lead", Role.PRIVACY_AND_SAFETY_LEAD);
        begun = as(noor, () -> Begun.of(stipple, "NIGHT1"));
        for (Actor who : List.of(nurse, chief, lead)) {
            Acting.doing(
                    who,
                    () -> stipple.the(Alerts.class)
                            .reachMe(
                                    Channel.EMAIL,
                                    who.name()
                                                    .toLowerCase(java.util.Locale.ROOT)
                                                    .replaceAll("[^a-z]", "") + "@staff.example"));
        }
    }

    private static Actor colleague(String name, Role role) {
        AccountId account = as(
                noor,
                () -> stipple.the(Accounts.class)
                        .add(UUID.randomUUID(), name + "-night", name, ClinicUnderTest.PASSWORD, Set.of(role)));
        return noor.colleague(account, name, Set.of(role));
    }

    @AfterAll
    static void stop() {
        stipple.close();
        mail.stop();
    }

    /// What another test left open is closed.
    @BeforeEach
    void itIsNight() throws Exception {
        itIs(Duration.ZERO);
        Acting.doing(
                noor,
                () -> stipple.the(Concerns.class)
                        .open()
                        .forEach(open -> stipple.the(Concerns.class)
                                .close(
                                        begun.person(),
                                        open.concern().id(),
                                        open.concern().told(),
                                        Concern.Outcome.ERROR,
                                        "another test")));
        stipple.the(Alerts.class).sendDue();
        mail.purgeEmailFromAllMailboxes();
    }

    private static void itIs(Duration after) {
        stipple.itIs(NIGHT.plus(after).toString());
    }

    private static void minutesLater(int minutes) {
        itIs(Duration.ofMinutes(minutes));
        stipple.the(Escalation.class).stepDue();
        stipple.the(Alerts.class).sendDue();
    }

    private static <T> T as(Actor actor, Callable<T> work) {
        try {
            return Acting.as(actor, work);
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static DiaryEntry writes(DiaryQuestion question, String answer) {
        return writes(UUID.randomUUID(), question, answer);
    }

    private static DiaryEntry writes(UUID entry, DiaryQuestion question, String answer) {
        return as(
                noor.colleague(new AccountId(new UUID(0, 3)), "by their own link", Set.of()),
                () -> stipple.the(Diary.class)
                        .answer(begun.person(), begun.session().id(), entry, question, answer, ""));
    }

    private static Concern concern(DiaryEntry entry) {
        return as(noor, () -> stipple.the(Concerns.class).of(begun.person())).stream()
                .filter(one -> one.entry().equals(entry.id()))
                .findFirst()
                .orElseThrow();
    }

    /// To whom e-mail went so far, in no order.
    private static List<String> told() throws Exception {
        return Arrays.stream(mail.getReceivedMessages()).map(EscalationTest::to).toList();
    }

    private static String to(jakarta.mail.internet.MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString().replaceAll("@.*", "");
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void aFeverGoesFromThePractitionerToTheSupervisingClinicianToTheLeadAndThenToAllOfThem() throws Exception {
        writes(DiaryQuestion.FEVER, "yes");
        minutesLater(0);
        assertThat(told()).containsExactly("nurse");
        minutesLater(14);
        assertThat(told()).hasSize(1);
        minutesLater(15);
        assertThat(told()).containsExactlyInAnyOrder("nurse", "drhillside");
        minutesLater(59);
        assertThat(told()).hasSize(2);
        minutesLater(60);
        assertThat(told()).containsExactlyInAnyOrder("nurse", "drhillside", "lead");
        minutesLater(120);
        assertThat(told()).hasSize(6);
        minutesLater(600);
        assertThat(told()).hasSizeGreaterThan(8);
    }

    @Test
    void whatLeavesTheClinicNamesNoPatientAndNoSign() throws Exception {
        writes(DiaryQuestion.FEVER, "yes");
        minutesLater(0);
        var letter = mail.getReceivedMessages()[0];
        String whole = letter.getSubject() + letter.getContent();
        assertThat(whole)
                .contains("Hillside: somebody waits for an answer", "https://clinic.example/concerns")
                .doesNotContainIgnoringCase("fever")
                .doesNotContain("Okafor", "Ines", begun.person().toString());
    }

    @Test
    void whoeverTakesItOnStopsTheClockAndWhoDoesNotCloseItIsAskedAgain() throws Exception {
        var entry = writes(DiaryQuestion.FEVER, "yes");
        minutesLater(0);
        itIs(Duration.ofMinutes(5));
        Acting.doing(
                nurse,
                () -> stipple.the(Concerns.class)
                        .take(begun.person(), Map.of(concern(entry).id(), 1)));
        minutesLater(64);
        assertThat(told()).containsExactly("nurse");
        // An hour after it was taken on nothing has come of it: it goes on where it stood.
        minutesLater(65);
        assertThat(told()).containsExactlyInAnyOrder("nurse", "drhillside", "lead");
        Acting.doing(
                nurse,
                () -> assertThat(stipple.the(Concerns.class)
                                .close(
                                        begun.person(),
                                        concern(entry).id(),
                                        1,
                                        Concern.Outcome.SPOKE,
                                        "38.1 in the evening; comes in tomorrow at 8."))
                        .isEmpty());
        minutesLater(6000);
        assertThat(told()).hasSize(3);
        assertThat(concern(entry).closed()).map(Concern.Closed::by).contains("nurse");
        assertThat(concern(entry).taken()).hasSize(1);
    }

    @Test
    void anEmergencyIsLaidBeforeEverybodyAtOnce() throws Exception {
        writes(DiaryQuestion.SWELLING, "face");
        minutesLater(0);
        assertThat(told()).containsExactlyInAnyOrder("nurse", "drhillside", "lead");
        minutesLater(15);
        assertThat(told()).hasSize(6);
    }

    /// Every sign there is: written down at night, nobody takes it on, and each of the three is told in time.
    @Test
    void everySignThatIsNotAcknowledgedReachesAllThree() throws Exception {
        for (RedFlag flag : Knowledge.builtIn().redFlags()) {
            itIsNight();
            var entry = writes(DiaryQuestion.OTHER, DiaryQuestion.SIGN + flag.id());
            assertThat(concern(entry).sign()).isEqualTo(Sign.of(flag));
            minutesLater(flag.answerWithinMinutes());
            assertThat(told()).as(flag.id()).contains("nurse", "drhillside", "lead");
            assertThat(concern(entry).steps()).extracting(Concern.Step::number).startsWith(0, 1, 2);
        }
    }

    @Test
    void aServerThatWasDownMakesUpForItAtOnceAndInOrder() throws Exception {
        var entry = writes(DiaryQuestion.WEEPING, "pus");
        minutesLater(300);
        assertThat(told()).contains("nurse", "drhillside", "lead");
        assertThat(concern(entry).steps()).extracting(Concern.Step::number).isSorted();
    }

    /// Where the program ends in the middle of a step, the step did not happen, and is made when it runs again.
    @Test
    void aStepThatIsCutOffIsMadeAgainAndOnce() throws Exception {
        var entry = writes(DiaryQuestion.FEVER, "yes");
        var clocks = stipple.the(ClockStore.class);
        assertThatThrownBy(() -> Acting.doing(
                        noor,
                        () -> stipple.the(TransactionTemplate.class).executeWithoutResult(_ -> {
                            var due = clocks.claim(NIGHT).orElseThrow();
                            clocks.step(due, Ladder.roles(0), 1, NIGHT, NIGHT.plusSeconds(900));
                            throw new IllegalStateException("the power is gone");
                        })))
                .hasMessage("the power is gone");
        assertThat(concern(entry).steps()).isEmpty();
        minutesLater(0);
        minutesLater(0);
        assertThat(concern(entry).steps()).hasSize(1);
        assertThat(told()).containsExactly("nurse");
    }

    @Test
    void twoServersMakeEachStepOnce() throws Exception {
        var entry = writes(DiaryQuestion.FEVER, "yes");
        try (var servers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 50; i++) {
                servers.submit(() -> stipple.the(Escalation.class).stepDue());
            }
        }
        stipple.the(Alerts.class).sendDue();
        assertThat(concern(entry).steps()).hasSize(1);
        assertThat(told()).containsExactly("nurse");
    }

    @Test
    void aMailServerThatIsDownIsTriedAgainAndTheConcernGoesOnMeanwhile() throws Exception {
        mail.stop();
        writes(DiaryQuestion.FEVER, "yes");
        minutesLater(0);
        minutesLater(15);
        mail.start();
        minutesLater(16);
        assertThat(told()).contains("nurse", "drhillside");
    }

    @Test
    void theSameAnswerTwiceInOneEntryRaisesOneConcernAndAnAnswerTakenBackLeavesItOpen() {
        var entry = UUID.randomUUID();
        writes(entry, DiaryQuestion.FEVER, "yes");
        writes(entry, DiaryQuestion.WEEPING, "pus");
        var after = writes(entry, DiaryQuestion.FEVER, "no");
        assertThat(after.standing())
                .hasEntrySatisfying(
                        DiaryQuestion.FEVER, given -> assertThat(given.answer()).isEqualTo("no"));
        assertThat(as(noor, () -> stipple.the(Concerns.class).open()).stream()
                        .filter(open -> open.concern().entry().equals(entry)))
                .singleElement()
                .satisfies(open -> assertThat(open.concern().sign().id()).isEqualTo("infection"));
    }

    private static void taken(Actor who, Map<UUID, Integer> seen) {
        Acting.doing(who, () -> stipple.the(Concerns.class).take(begun.person(), seen));
    }

    private static List<String> closed(Concern concern, int seen) {
        return as(
                nurse,
                () -> stipple.the(Concerns.class)
                        .close(begun.person(), concern.id(), seen, Concern.Outcome.SPOKE, "Spoke with the person."));
    }

    private static List<Concern> open() {
        return as(noor, () -> stipple.the(Concerns.class).open()).stream()
                .map(Concerns.Of::concern)
                .toList();
    }

    @Test
    void aSignThatIsToldAgainAfterItWasClosedIsRaisedAnew() throws Exception {
        var entry = writes(DiaryQuestion.FEVER, "yes");
        minutesLater(0);
        assertThat(closed(concern(entry), 1)).isEmpty();
        itIs(Duration.ofMinutes(30));
        writes(entry.id(), DiaryQuestion.FEVER, "yes");
        assertThat(open()).singleElement().satisfies(anew -> {
            assertThat(anew.sign().id()).isEqualTo("infection");
            assertThat(anew.answerBy()).isEqualTo(NIGHT.plus(Duration.ofMinutes(90)));
        });
        minutesLater(30);
        assertThat(told()).containsExactly("nurse", "nurse");
        minutesLater(45);
        assertThat(told()).contains("drhillside");
    }

    @Test
    void aSignThatIsToldAgainAfterItWasTakenOnWakesTheClockAndTellsWhoeverTookIt() throws Exception {
        var entry = writes(DiaryQuestion.FEVER, "yes");
        minutesLater(0);
        itIs(Duration.ofMinutes(5));
        taken(lead, Map.of(concern(entry).id(), 1));
        assertThat(concern(entry).isTaken()).isTrue();
        itIs(Duration.ofMinutes(20));
        writes(entry.id(), DiaryQuestion.WEEPING, "pus");
        assertThat(concern(entry).isTaken()).isFalse();
        assertThat(concern(entry).answerBy()).isEqualTo(NIGHT.plus(Duration.ofMinutes(80)));
        minutesLater(20);
        assertThat(told()).containsExactlyInAnyOrder("nurse", "nurse", "lead");
        minutesLater(34);
        assertThat(told()).hasSize(3);
        minutesLater(35);
        assertThat(told()).hasSize(4).contains("drhillside");
        assertThat(open()).hasSize(1);
    }

    @Test
    void newWordsInTheSameEntryWakeTheClockToo() throws Exception {
        var entry = UUID.randomUUID();
        says(entry, "words", "It feels odd.");
        minutesLater(0);
        itIs(Duration.ofMinutes(5));
        taken(nurse, Map.of(open().getFirst().id(), 1));
        itIs(Duration.ofMinutes(10));
        says(entry, "words", "Now I see double.");
        minutesLater(10);
        assertThat(told()).containsExactly("nurse", "nurse");
        assertThat(open())
                .singleElement()
                .satisfies(one -> assertThat(one.told()).isEqualTo(2));
    }

    /// Whoever has a page open while the person goes on telling takes on and closes what stood on the page.
    @Test
    void whatWasToldSinceThePageWasOpenedIsNeitherTakenOnNorClosed() {
        var entry = writes(DiaryQuestion.FEVER, "yes");
        Concern seen = concern(entry);
        itIs(Duration.ofMinutes(5));
        writes(entry.id(), DiaryQuestion.WEEPING, "pus");
        writes(entry.id(), DiaryQuestion.OTHER, DiaryQuestion.SIGN + "eye");
        itIs(Duration.ofMinutes(6));
        assertThat(as(nurse, () -> stipple.the(Concerns.class).take(begun.person(), Map.of(seen.id(), 1))))
                .isFalse();
        assertThat(open()).hasSize(2).noneMatch(Concern::isTaken);
        assertThat(closed(seen, 1)).singleElement().asString().contains("still open");
        assertThat(as(nurse, () -> stipple.the(Concerns.class).take(begun.person(), Map.of(seen.id(), 2))))
                .as("the eye was not among what was seen")
                .isFalse();
        assertThat(open()).filteredOn(Concern::isTaken).extracting(Concern::id).containsExactly(seen.id());
        assertThat(closed(seen, 2)).isEmpty();
    }

    @Test
    void anAlertThatNobodyNeedsAnyMoreIsNotSent() throws Exception {
        mail.stop();
        var entry = writes(DiaryQuestion.FEVER, "yes");
        minutesLater(0);
        itIs(Duration.ofMinutes(1));
        taken(nurse, Map.of(concern(entry).id(), 1));
        mail.start();
        minutesLater(3);
        assertThat(told()).isEmpty();
        writes(entry.id(), DiaryQuestion.FEVER, "yes");
        minutesLater(4);
        assertThat(told()).containsExactly("nurse");
    }

    /// A link in the wrong hands, or somebody afraid: whoever else waits is found beside them, and nothing is
    /// lost.
    @Test
    void onePersonStandsInTheListOnceHoweverMuchTheyTold() throws Exception {
        for (int i = 0; i < 120; i++) {
            writes(DiaryQuestion.OTHER, DiaryQuestion.SIGN + (i == 119 ? "eye" : "tracks"));
        }
        var other = as(noor, () -> {
            stipple.itIs("2026-11-20T09:00:00Z");
            return Begun.of(stipple, "NIGHT2");
        });
        itIs(Duration.ofMinutes(1));
        Acting.doing(
                noor,
                () -> stipple.the(Diary.class)
                        .answer(
                                other.person(),
                                other.session().id(),
                                UUID.randomUUID(),
                                DiaryQuestion.OTHER,
                                DiaryQuestion.SIGN + "tracks",
                                ""));
        var listed = as(noor, () -> stipple.the(Concerns.class).openByPerson(100, 3));
        assertThat(listed).extracting(one -> one.person().id()).containsExactly(begun.person(), other.person());
        assertThat(listed.getFirst().all()).isEqualTo(120);
        assertThat(listed.getFirst().gravest())
                .hasSize(3)
                .first()
                .satisfies(first -> assertThat(first.sign().id()).isEqualTo("eye"));
        Acting.doing(
                noor,
                () -> stipple.the(Concerns.class)
                        .of(other.person())
                        .forEach(one -> stipple.the(Concerns.class)
                                .close(other.person(), one.id(), one.told(), Concern.Outcome.ERROR, "this test")));
        Acting.doing(
                noor,
                () -> stipple.the(Concerns.class).of(begun.person()).stream()
                        .filter(one -> one.closed().isEmpty())
                        .forEach(one -> stipple.the(Concerns.class)
                                .close(begun.person(), one.id(), one.told(), Concern.Outcome.ERROR, "this test")));
    }

    private static void says(UUID entry, String answer, String words) {
        Acting.doing(
                noor,
                () -> stipple.the(Diary.class)
                        .answer(begun.person(), begun.session().id(), entry, DiaryQuestion.OTHER, answer, words));
    }

    @Test
    void aConcernIsNotClosedWithoutWordsAndNotByAnotherClinic() {
        var id = concern(writes(DiaryQuestion.FEVER, "yes")).id();
        Acting.doing(
                noor,
                () -> assertThat(stipple.the(Concerns.class).close(begun.person(), id, 1, Concern.Outcome.SPOKE, " "))
                        .singleElement()
                        .asString()
                        .contains("still open"));
        assertThat(as(noor, () -> stipple.the(Concerns.class).countOpen())).isEqualTo(1);
    }
}
