package org.stipple.clinic.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
import org.stipple.clinic.access.AuditEntry;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.meaning.IntendedUse;
import org.stipple.clinic.meaning.SymptomWording;
import org.stipple.clinic.patient.ChangedMeanwhile;
import org.stipple.clinic.treatment.Begun;
import org.stipple.protocol.Knowledge;

/// Words about symptoms have a switch. The diary, whom a sign reaches and the way to a person have none.
class WithAndWithoutWordsTest {

    private static final String BEGAN = "2026-11-20T09:00:00Z";

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;

    Actor noor;
    Actor lead;
    Begun begun;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(
                directory, "--server.port=0", "--stipple.messages.every=0s", "--stipple.concerns.every=0s");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    /// A clinic of its own for each test: none of them has turned anything on.
    @BeforeEach
    void aClinic() {
        stipple.itIs(BEGAN);
        String name = "noor-words-" + UUID.randomUUID().toString().substring(0, 8);
        noor = stipple.clinic("Hillside", name, Set.of(Role.SUPERVISING_CLINICIAN, Role.ADMINISTRATOR, Role.AUDITOR));
        AccountId account = as(
                noor,
                () -> stipple.the(Accounts.class)
                        .add(
                                UUID.randomUUID(),
                                name + "-lead",
                                "Lea Lead",
                                ClinicUnderTest.PASSWORD,
                                Set.of(Role.PRIVACY_AND_SAFETY_LEAD)));
        lead = noor.colleague(account, "Lea Lead", Set.of(Role.PRIVACY_AND_SAFETY_LEAD));
        begun = as(noor, () -> Begun.of(stipple, "WORDS" + name.hashCode()));
        stipple.itIs("2026-11-24T12:00:00Z");
    }

    private static <T> T as(Actor actor, Callable<T> work) {
        try {
            return Acting.as(actor, work);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static SymptomWording wording() {
        return stipple.the(SymptomWording.class);
    }

    private List<String> turn(boolean on, int onTopOf) {
        return as(
                lead,
                () -> wording()
                        .turn(
                                on,
                                onTopOf,
                                "Agreed with the supervising clinician.",
                                Optional.of(IntendedUse.sha256())));
    }

    private DiaryEntry writes(UUID entry, DiaryQuestion question, String answer) {
        return as(
                noor.colleague(new AccountId(new UUID(0, 3)), "by their own link", Set.of()),
                () -> stipple.the(Diary.class)
                        .answer(
                                begun.person(),
                                begun.session().id(),
                                entry,
                                question,
                                answer,
                                answer.equals("words") ? "My cheek feels odd." : ""));
    }

    /// Its page on the person's own phone.
    private String page(DiaryEntry entry, String language) throws Exception {
        String path = as(
                        noor,
                        () -> stipple.the(Invitations.class)
                                .invite(
                                        begun.person(),
                                        Errand.AFTER,
                                        begun.session().id(),
                                        Duration.ofDays(7)))
                .path();
        try (var phone = HttpClient.newHttpClient()) {
            var answer = phone.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + stipple.port() + path + "/entry/" + entry.id()))
                            .header("Accept-Language", language)
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private DiaryEntry redOnDayFour() {
        var entry = UUID.randomUUID();
        writes(entry, DiaryQuestion.PAIN, "much");
        return writes(entry, DiaryQuestion.REDNESS, "same");
    }

    @Test
    void nobodyIsToldWhatAnswersMeanUntilTheLeadTurnsItOn() throws Exception {
        assertThat(page(redOnDayFour(), "en")).doesNotContain("What your answers may mean", "than is usual");
        assertThat(turn(true, 0)).isEmpty();
        assertThat(page(redOnDayFour(), "en"))
                .contains("What your answers may mean")
                .contains("Does it hurt? “A lot”: this is a sign. The clinic was told.")
                .contains("Is your skin red? “The same as before”: on day 4 this is more than is usual.")
                .contains("If an answer of yours does not stand here, that tells you nothing about it.")
                .contains("A program wrote these lines.");
        assertThat(page(redOnDayFour(), "es"))
                .contains("«Mucho»: esto es un signo. La clínica ya tiene el aviso.")
                .contains("en el día 4 esto es más de lo habitual.", "Un programa escribió estas líneas.")
                .doesNotContain("usual.", "The clinic");
        assertThat(turn(false, 1)).isEmpty();
        assertThat(page(redOnDayFour(), "en")).doesNotContain("What your answers may mean");
    }

    @Test
    void anotherClinicTurnsNothingOnHere() throws Exception {
        assertThat(turn(true, 0)).isEmpty();
        aClinic();
        assertThat(as(noor, () -> wording().isOn())).isFalse();
        assertThat(page(redOnDayFour(), "en")).doesNotContain("What your answers may mean");
    }

    @Test
    void onlyTheLeadTurnsItWithAReasonHavingReadEverySentence() {
        assertThat(as(
                        noor,
                        () -> wording().turn(true, 0, "Because I supervise here.", Optional.of(IntendedUse.sha256()))))
                .containsExactly("Who leads privacy and safety turns this on and off, and nobody else.");
        assertThat(as(lead, () -> wording().turn(true, 0, "x", Optional.of(IntendedUse.sha256()))))
                .singleElement()
                .asString()
                .startsWith("The reason was “x”");
        assertThat(as(lead, () -> wording().turn(true, 0, "Agreed with everybody here.", Optional.empty())))
                .containsExactly("Say that you have read what it is for and every sentence that people would read.");
        assertThat(as(lead, () -> wording().turn(true, 0, "Agreed with everybody here.", Optional.of("0".repeat(64)))))
                .hasSize(1);
        assertThat(as(lead, () -> wording().all())).isEmpty();
        assertThat(turn(true, 0)).isEmpty();
        assertThat(turn(true, 1)).containsExactly("It is on already.");
        assertThatThrownBy(() -> turn(false, 0)).isInstanceOf(ChangedMeanwhile.class);
        assertThat(turn(false, 1)).isEmpty();
        assertThat(as(lead, () -> wording().all()))
                .extracting(turned -> turned.number() + " " + turned.on() + " " + turned.by())
                .containsExactly("2 false Lea Lead", "1 true Lea Lead");
        List<AuditEntry> trail = as(
                noor,
                () -> Objects.requireNonNull(stipple.the(TransactionTemplate.class)
                        .execute(_ -> stipple.the(AuditTrail.class).newest(Long.MAX_VALUE, 20))));
        assertThat(trail)
                .extracting(AuditEntry::what)
                .contains("automated words about symptoms turned on", "automated words about symptoms turned off");
    }

    /// What was agreed to were other sentences.
    @Test
    void otherTextsThanThoseThatWereReadAreOff() throws Exception {
        turn(true, 0);
        try (var owner = stipple.owner().getConnection();
                var statement = owner.createStatement()) {
            statement.execute("alter table stipple.symptom_wording disable trigger user");
            statement.execute("alter table stipple.symptom_wording no force row level security");
            statement.execute("update stipple.symptom_wording set text_sha256 = repeat('0', 64) where clinic_id = '"
                    + noor.clinic().value() + "'");
            statement.execute("alter table stipple.symptom_wording force row level security");
            statement.execute("alter table stipple.symptom_wording enable trigger user");
        }
        assertThat(as(noor, () -> wording().isOn())).isFalse();
        assertThat(page(redOnDayFour(), "en")).doesNotContain("What your answers may mean");
    }

    @Test
    void besideAnEmergencyNothingElseIsSaid() throws Exception {
        turn(true, 0);
        assertThat(page(writes(UUID.randomUUID(), DiaryQuestion.SWELLING, "face"), "en"))
                .contains("Call the emergency number now")
                .doesNotContain("What your answers may mean", "this is a sign");
    }

    /// Every answer of every question, each in an entry of its own, with the clock going on for a day.
    private List<String> escalated() {
        stipple.itIs("2026-11-24T12:00:00Z");
        var entries = new ArrayList<UUID>();
        for (DiaryQuestion question : DiaryQuestion.values()) {
            var answers = question == DiaryQuestion.OTHER
                    ? Stream.concat(
                                    question.answers().stream(),
                                    Knowledge.builtIn().redFlags().stream().map(flag -> "sign:" + flag.id()))
                            .toList()
                    : question.answers();
            for (String answer : answers) {
                var entry = UUID.randomUUID();
                entries.add(entry);
                writes(entry, question, answer);
            }
        }
        for (int minutes : new int[] {0, 5, 15, 16, 60, 61, 120, 360, 1440}) {
            stipple.itIs(java.time.Instant.parse("2026-11-24T12:00:00Z")
                    .plus(Duration.ofMinutes(minutes))
                    .toString());
            stipple.the(Escalation.class).stepDue();
        }
        List<Concern> all = as(noor, () -> stipple.the(Concerns.class).of(begun.person()));
        return entries.stream()
                .map(entry -> all.stream()
                        .filter(concern -> concern.entry().equals(entry))
                        .map(concern -> concern.sign() + " " + concern.raisedAt() + " " + concern.steps())
                        .sorted()
                        .toList()
                        .toString())
                .toList();
    }

    @Test
    void whomASignReachesAndHowSoonIsTheSameWithThemAndWithoutThem() {
        List<String> without = escalated();
        aClinic();
        assertThat(turn(true, 0)).isEmpty();
        assertThat(escalated()).isEqualTo(without);
        assertThat(without).hasSizeGreaterThan(30);
        assertThat(without.stream().filter(raised -> raised.contains("number=2")))
                .hasSizeGreaterThan(15);
    }

    /// A fault in what says it takes nothing else from the page.
    @Test
    void whereTheyFailTheDiaryGoesOn() throws Exception {
        turn(true, 0);
        try (var owner = stipple.owner().getConnection();
                var statement = owner.createStatement()) {
            statement.execute("alter table stipple.symptom_wording rename to symptom_wording_gone");
            try {
                DiaryEntry entry = redOnDayFour();
                assertThat(page(entry, "en"))
                        .contains("Call us now", "A lot", "The same as before")
                        .doesNotContain("What your answers may mean");
                assertThat(as(noor, () -> stipple.the(Concerns.class).of(begun.person())))
                        .anyMatch(concern -> concern.entry().equals(entry.id()));
            } finally {
                statement.execute("alter table stipple.symptom_wording_gone rename to symptom_wording");
            }
        }
    }
}
