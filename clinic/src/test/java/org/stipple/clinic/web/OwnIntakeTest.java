package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.WhoWaits;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.asking.OwnIntakes;
import org.stipple.clinic.asking.Sheet;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Invitation;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.invitation.KeptNowhere;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.IntakeRevision;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.ScreeningRecord;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.treatment.AgainstStarting;
import org.stipple.clinic.treatment.Obstacle;
import org.stipple.protocol.Answer;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Operator;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.Verdict;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// The intake on a person's own phone: kept page by page, sent once as a whole, and looked at before it counts.
class OwnIntakeTest {

    private static final Pattern NEXT = Pattern.compile("href=\"(/own/intake/[^\"]+/[a-z]+)\"");

    private static final Pattern RECORD = Pattern.compile("name=\"record\" value=\"(\\d+)\"");

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-own");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    @BeforeEach
    void itIsMorning() {
        stipple.itIs("2026-11-20T09:00:00Z");
    }

    private static <T> T asNoor(Callable<T> work) {
        try {
            return Acting.as(noor, work);
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static PatientId somebody() {
        var person = new PatientId(UUID.randomUUID());
        asNoor(() -> stipple.the(Patients.class).register(person, Someone.bornIn(1990)));
        return person;
    }

    private static Invitation asked(PatientId person) {
        return asNoor(
                () -> stipple.the(OwnIntakes.class).ask(person, "skinpen-precision", Operator.NURSE, Optional.empty()));
    }

    private static Optional<IntakeRevision> newest(PatientId person) {
        return asNoor(() -> stipple.the(Intakes.class).latest(person));
    }

    private static Verdict verdict(PatientId person) {
        return asNoor(() -> stipple.the(Screenings.class)
                .latest(person)
                .map(ScreeningRecord::screening)
                .orElseThrow()
                .verdict());
    }

    private static List<Obstacle> against(PatientId person) {
        return asNoor(() ->
                Objects.requireNonNull(stipple.the(TransactionTemplate.class).execute(_ -> {
                    stipple.the(Patients.class).read(person, "test");
                    return stipple.all(AgainstStarting.class).stream()
                            .flatMap(each -> each.of(person).stream())
                            .filter(obstacle -> obstacle.words().contains("by a link"))
                            .toList();
                })));
    }

    private static String plainly(String sheet) {
        return sheet.equals("new") ? "same" : "plain";
    }

    /// What one tap or two answer on a page.
    private static Map<String, String> answers(String sheet) {
        return switch (sheet) {
            case "wanted" -> Map.of("indication", "acne-scars", "zone", "cheek-left");
            case "sun" -> Map.of("fitzpatrick", "2");
            default -> Map.of("all", plainly(sheet));
        };
    }

    /// Answers page after page, as the link leads, until all are answered.
    ///
    /// @param other what is answered otherwise, by page
    /// @return the pages, in their order
    private static List<String> walk(Caller phone, String link, Map<String, Map<String, String>> other)
            throws Exception {
        var walked = new ArrayList<String>();
        var begun = NEXT.matcher(phone.get(link).body());
        assertThat(begun.find()).isTrue();
        String next = begun.group(1);
        while (!next.endsWith("/send")) {
            String sheet = next.substring(next.lastIndexOf('/') + 1);
            var shown = phone.get(next);
            assertThat(shown.statusCode()).isEqualTo(200);
            walked.add(sheet);
            var fields = new HashMap<>(other.getOrDefault(sheet, answers(sheet)));
            var record = RECORD.matcher(shown.body());
            assertThat(record.find()).isTrue();
            fields.put("record", record.group(1));
            var kept = phone.post(next, fields, true, false);
            assertThat(kept.statusCode()).as(sheet + kept.body()).isEqualTo(303);
            next = kept.headers().firstValue("Location").orElseThrow();
            assertThat(walked).hasSizeLessThan(20);
        }
        return walked;
    }

    private static HttpResponse<String> send(Caller phone, String link, UUID key) throws Exception {
        return phone.post(link + "/send", Map.of("key", key.toString()), true, false);
    }

    @Test
    void whoHasNothingToTellAnswersTwelvePagesAndTheAnswersWaitToBeLookedAt() throws Exception {
        PatientId person = somebody();
        String link = asked(person).path();
        try (var phone = Caller.nobody(stipple.port())) {
            assertThat(walk(phone, link, Map.of())).hasSizeLessThanOrEqualTo(12).startsWith("wanted", "pregnancy");
            assertThat(newest(person)).isEmpty();
            assertThat(phone.get(link + "/send").body()).contains("Look at your answers", "acne scars");
            assertThat(send(phone, link, UUID.randomUUID()).statusCode()).isEqualTo(303);
            assertThat(phone.get(link).body())
                    .contains("Thank you. Your answers are here.")
                    .doesNotContain("call you before");
        }
        var revision = newest(person).orElseThrow();
        assertThat(revision.number()).isEqualTo(1);
        assertThat(revision.by()).isEqualTo("by their own link");
        assertThat(verdict(person)).isNotEqualTo(Verdict.REFUSE);
        assertThat(against(person)).hasSize(1);
        WhoWaits.isWhatTheRecordsSay(stipple, noor);
        try (var desk = Caller.signedIn(stipple.port(), "noor-own")) {
            assertThat(desk.get("/today").body()).contains("Answers to look at", "Answered by their own link");
            String links = "/people/" + person + "/intake/links";
            var page = desk.get(links);
            assertThat(page.body()).contains("nobody who treats has looked at it yet", "What they answered");
            var looked = Pattern.compile("action=\"(" + links + "/[0-9a-f-]+/looked)\"")
                    .matcher(page.body());
            assertThat(looked.find()).isTrue();
            for (int tap = 0; tap < 2; tap++) {
                assertThat(desk.post(
                                        looked.group(1),
                                        Map.of("key", UUID.randomUUID().toString()),
                                        true,
                                        false)
                                .statusCode())
                        .isEqualTo(303);
            }
            assertThat(desk.get(links).body()).contains("looked at by Dr. Hillside");
            assertThat(desk.get("/people/" + person).body()).contains("by their own link");
        }
        assertThat(against(person)).isEmpty();
        WhoWaits.isWhatTheRecordsSay(stipple, noor);
    }

    @Test
    void aBlankIntakeIsNotSentAndTheFirstPageWithoutAnAnswerIsNamed() throws Exception {
        PatientId person = somebody();
        String link = asked(person).path();
        try (var phone = Caller.nobody(stipple.port())) {
            var refused = send(phone, link, UUID.randomUUID());
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("What and where", "not sent yet");
            assertThat(phone.post(link + "/wanted", Map.of(), true, false).statusCode())
                    .isEqualTo(422);
            assertThat(phone.post(link + "/pregnancy", Map.of("fact:pregnant", "false"), true, false)
                            .statusCode())
                    .isEqualTo(422);
            phone.post(link + "/wanted", answers("wanted"), true, false);
            assertThat(send(phone, link, UUID.randomUUID()).body()).doesNotContain("answer is “What and where”");
        }
        assertThat(newest(person)).isEmpty();
        assertThat(against(person)).isEmpty();
    }

    @Test
    void whatWasAnsweredIsThereOnAnotherDayAndInAnotherBrowser() throws Exception {
        String link = asked(somebody()).path();
        try (var phone = Caller.nobody(stipple.port())) {
            phone.post(link + "/wanted", answers("wanted"), true, false);
            phone.post(
                    link + "/pregnancy",
                    Map.of("fact:pregnant", "unknown", "fact:breastfeeding", "false"),
                    true,
                    false);
        }
        stipple.itIs("2026-11-24T20:00:00Z");
        try (var tablet = Caller.nobody(stipple.port())) {
            assertThat(tablet.get(link).body()).contains("2 of 12 pages are done", "Go on");
            assertThat(tablet.get(link + "/pregnancy").body())
                    .contains("name=\"fact:pregnant\" value=\"unknown\" checked");
        }
    }

    @Test
    void fiftyCopiesHaveOneEffectWhateverTheirKey() throws Exception {
        PatientId person = somebody();
        String link = asked(person).path();
        try (var phone = Caller.nobody(stipple.port())) {
            walk(phone, link, Map.of());
            var same = UUID.randomUUID();
            try (var all = Executors.newFixedThreadPool(10)) {
                var sent = new ArrayList<Callable<Integer>>();
                for (int i = 0; i < 50; i++) {
                    UUID key = i % 2 == 0 ? same : UUID.randomUUID();
                    sent.add(() -> send(phone, link, key).statusCode());
                }
                for (var answer : all.invokeAll(sent)) {
                    assertThat(answer.get()).isIn(200, 303);
                }
            }
            assertThat(phone.get(link + "/send").body()).contains("Thank you");
            assertThat(send(phone, link, UUID.randomUUID()).body()).contains("Thank you");
            assertThat(phone.post(link + "/sun", Map.of("fitzpatrick", "5"), true, false)
                            .body())
                    .contains("Thank you");
        }
        assertThat(newest(person).orElseThrow().number()).isEqualTo(1);
        assertThat(asNoor(() -> stipple.the(Screenings.class).all(person))).hasSize(1);
        assertThat(against(person)).hasSize(1);
        KeptNowhere.require(stipple, link);
    }

    @Test
    void anotherLinkOpensNothingOfItAndOneThatIsOverOpensNothing() throws Exception {
        PatientId person = somebody();
        var taken = asked(person);
        String other = asked(somebody()).path();
        try (var phone = Caller.nobody(stipple.port())) {
            phone.post(other + "/wanted", answers("wanted"), true, false);
            assertThat(phone.get(taken.path()).body()).contains("0 of 12");
            assertThat(phone.get(taken.path().replace("/intake/", "/consent/")).statusCode())
                    .isNotEqualTo(200);
            assertThat(phone.get(taken.path() + "A").statusCode()).isEqualTo(404);
            Acting.doing(noor, () -> stipple.the(OwnIntakes.class).takeBack(person, taken.id()));
            assertThat(phone.get(taken.path()).statusCode()).isEqualTo(404);
            assertThat(phone.post(taken.path() + "/wanted", answers("wanted"), true, false)
                            .statusCode())
                    .isEqualTo(404);
            stipple.itIs("2026-12-04T09:00:00Z");
            assertThat(phone.get(other).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whatStandsAgainstTreatmentIsNotJudgedOnThePhoneButACallIsPromised() throws Exception {
        PatientId person = somebody();
        String link = asked(person).path();
        try (var phone = Caller.nobody(stipple.port())) {
            walk(phone, link, Map.of("pregnancy", Map.of("fact:pregnant", "true", "fact:breastfeeding", "false")));
            send(phone, link, UUID.randomUUID());
            assertThat(phone.get(link).body())
                    .contains("The clinic will call you before your date is kept")
                    .doesNotContain("pregnan", "refuse", "verdict");
        }
        assertThat(verdict(person)).isEqualTo(Verdict.REFUSE);
        try (var desk = Caller.signedIn(stipple.port(), "noor-own")) {
            assertThat(desk.get("/today").body()).contains("Call before a date is kept");
        }
    }

    @Test
    void whoAnsweredBeforeIsAskedOnlyWhatCanHaveChangedAndTheRestStays() throws Exception {
        PatientId person = somebody();
        asNoor(() -> stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks()));
        String link = asked(person).path();
        var lately = new HashMap<String, String>();
        try (var phone = Caller.nobody(stipple.port())) {
            assertThat(phone.get(link).body()).contains("You have told us about your health before");
            assertThat(phone.get(link + "/new").body()).contains("We have noted: No.", "Nothing of this is new");
            var walked = walk(phone, link, Map.of("lately", filled(lately)));
            assertThat(walked).doesNotContain("wanted", "sun").hasSizeLessThanOrEqualTo(10);
            send(phone, link, UUID.randomUUID());
        }
        var revision = newest(person).orElseThrow();
        assertThat(revision.number()).isEqualTo(2);
        assertThat(revision.request().toString())
                .contains("skinpen-precision", "nurse", "acne-scars", "cheek-right", "2026-11-18");
    }

    private static Map<String, String> filled(Map<String, String> lately) {
        for (String path : List.of(
                "retinoid-topical.last",
                "waxing.last",
                "botulinum-toxin.last",
                "filler.last",
                "recent-vaccination.last")) {
            lately.put("fact:" + path, "same");
        }
        lately.put("fact:sunburn.last", "date");
        lately.put("day:sunburn.last", "2026-11-18");
        return new LinkedHashMap<>(lately);
    }

    @Test
    void itIsAskedInSpanishToo() throws Exception {
        String link = asked(somebody()).path();
        try (var phone = Caller.nobody(stipple.port())) {
            assertThat(phone.get(link + "?lang=es").body()).contains("Preguntas antes de su visita", "lang=\"es\"");
            phone.post(link + "/wanted", answers("wanted"), true, false);
            assertThat(phone.get(link + "/medicines").body()).contains("No a todo esto", "amiodarona");
        }
    }

    @Test
    void thePractitionerSetsWhatNoPatientIsAskedAndShowsACode() throws Exception {
        PatientId person = somebody();
        String links = "/people/" + person + "/intake/links";
        try (var practitioner = Caller.signedIn(stipple.port(), "noor-own")) {
            var refused =
                    practitioner.post(links, Map.of("key", UUID.randomUUID().toString(), "how", "code"), true, false);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Choose the device", "No patient is asked for it");
            String key = UUID.randomUUID().toString();
            var form = Map.of("key", key, "how", "code", "device", "exceed", "operator", "physician");
            var made = practitioner.post(links, form, true, false);
            assertThat(practitioner.post(links, form, true, false).headers().firstValue("Location"))
                    .isEqualTo(made.headers().firstValue("Location"));
            var shown = practitioner.get(made.headers().firstValue("Location").orElseThrow());
            assertThat(shown.body()).contains("The link as a code", "Open until");
            assertThat(asNoor(() -> stipple.the(OwnIntakes.class).given(person)))
                    .hasSize(1);
            var sent = practitioner.post(
                    links,
                    Map.of(
                            "key",
                            UUID.randomUUID().toString(),
                            "how",
                            "message",
                            "device",
                            "exceed",
                            "operator",
                            "physician"),
                    true,
                    false);
            assertThat(practitioner
                            .get(sent.headers().firstValue("Location").orElseThrow())
                            .body())
                    .contains("agreed to no channel");
        }
    }

    private static Map<String, String> asking(String how) {
        return Map.of(
                "key", UUID.randomUUID().toString(), "device", "skinpen-precision", "operator", "nurse", "how", how);
    }

    /// The desk sees whether a link was used, and not what was said, nor what follows from it.
    @Test
    void theFrontDeskSendsTheQuestionsAndReadsNoAnswer() throws Exception {
        PatientId person = somebody();
        String username = "desk-" + UUID.randomUUID();
        asNoor(() -> stipple.the(Accounts.class)
                .add(UUID.randomUUID(), username, "Kim Desk", ClinicUnderTest.PASSWORD, Set.of(Role.FRONT_DESK)));
        String links = "/people/" + person + "/intake/links";
        try (var desk = Caller.signedIn(stipple.port(), username);
                var clinician = Caller.signedIn(stipple.port(), "noor-own");
                var phone = Caller.nobody(stipple.port())) {
            assertThat(desk.get("/people/" + person).body()).contains("href=\"" + links + "\"");
            assertThat(desk.post(links, asking("code"), true, false).statusCode())
                    .isEqualTo(422);
            var sent = desk.post(links, asking("message"), true, false);
            assertThat(sent.statusCode()).isEqualTo(303);
            String shown = sent.headers().firstValue("Location").orElseThrow();
            assertThat(desk.get(shown).body())
                    .contains("The person has agreed to no channel, so nothing was sent.")
                    .doesNotContain("/own/intake/", "To be scanned", "Show as a code");
            assertThat(desk.get(links).body()).contains("Open until").doesNotContain("Used:");
            String link = asNoor(() -> stipple.the(Invitations.class).of(person, Errand.INTAKE))
                    .getFirst()
                    .path();
            walk(phone, link, Map.of("pregnancy", Map.of("fact:pregnant", "true", "fact:breastfeeding", "false")));
            assertThat(send(phone, link, UUID.randomUUID()).statusCode()).isEqualTo(303);
            assertThat(clinician.get(links).body())
                    .contains(
                            "Something stands against treatment",
                            "What they answered",
                            "I have looked at these answers");
            assertThat(desk.get(links).body())
                    .contains("Used: the answers were sent 20 Nov 2026")
                    .doesNotContain(
                            "Something stands against treatment",
                            "What they answered",
                            "pregnan",
                            "I have looked at these answers",
                            "/screening\"");
            assertThat(desk.get("/people/" + person).body()).doesNotContain("pregnan", "Screening");
            assertThat(desk.get("/people/" + person + "/intake").statusCode()).isEqualTo(403);
        }
    }
    /// Somebody of the clinic records something more.
    private static void recorded(PatientId person, Map<String, Document> facts) {
        asNoor(() -> {
            var before = newest(person);
            var request = before.map(IntakeRevision::request)
                    .map(Document.Mapping.class::cast)
                    .orElseGet(Someone::withAcneScarsOnTheCheeks)
                    .with("operator", Document.of("physician"));
            for (var fact : facts.entrySet()) {
                request = request.withPath("facts." + fact.getKey(), fact.getValue());
            }
            stipple.the(Intakes.class)
                    .save(person, before.map(IntakeRevision::number).orElse(0), request);
            return stipple.the(Screenings.class).screen(person);
        });
    }

    private static final Map<String, Document> REFUSED =
            Map.of("herpes.active", Document.of(true), "isotretinoin.current", Document.of(true));

    private static Map<String, Map<String, String>> allAsNoted() {
        var all = new HashMap<String, Map<String, String>>();
        for (Sheet sheet : Sheet.values()) {
            if (sheet != Sheet.WANTED && sheet != Sheet.SUN) {
                all.put(sheet.id(), Map.of("all", "same"));
            }
        }
        return all;
    }

    private static void stillRefused(PatientId person) {
        assertThat(verdict(person)).isEqualTo(Verdict.REFUSE);
        var facts = PatientFacts.read(Field.root(newest(person).orElseThrow().request()), LocalDate.of(2026, 11, 20));
        assertThat(facts.answer(Fact.HERPES_ACTIVE)).contains(new Answer.Flag(true));
        assertThat(facts.answer(Fact.ISOTRETINOIN_CURRENT)).contains(new Answer.Flag(true));
        assertThat(facts.place().operator()).contains(Operator.PHYSICIAN);
    }

    @Test
    void aRefusalThatWasRecordedAfterTheLinkIsNotOverwrittenByAsNoted() throws Exception {
        for (boolean begunBefore : List.of(false, true)) {
            PatientId person = somebody();
            asNoor(() -> stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks()));
            String link = asked(person).path();
            try (var phone = Caller.nobody(stipple.port())) {
                int pages = 0;
                if (begunBefore) {
                    pages = walk(phone, link, allAsNoted()).size();
                    assertThat(phone.get(link + "/send").body()).doesNotContain("asked again");
                }
                recorded(person, REFUSED);
                if (begunBefore) {
                    assertThat(phone.get(link).body()).contains("The clinic wrote something new down");
                    var refused = send(phone, link, UUID.randomUUID());
                    assertThat(refused.statusCode()).isEqualTo(422);
                    assertThat(refused.body()).contains("asked again", "How you are now", "Medicines");
                    assertThat(phone.get(link + "/now").body()).contains("Please answer it again.");
                }
                assertThat(phone.get(link + "/now").body()).contains("We have noted: Yes.");
                var again = walk(phone, link, allAsNoted());
                assertThat(again).contains("now", "medicines");
                assertThat(again.size() < pages)
                        .as("what the record did not touch stays")
                        .isEqualTo(begunBefore);
                assertThat(send(phone, link, UUID.randomUUID()).statusCode()).isEqualTo(303);
                assertThat(phone.get(link).body()).contains("The clinic will call you before your date is kept");
            }
            stillRefused(person);
            try (var desk = Caller.signedIn(stipple.port(), "noor-own")) {
                assertThat(desk.get("/people/" + person + "/intake/links").body())
                        .contains("as noted: Yes")
                        .doesNotContain("Answered otherwise");
            }
        }
    }

    @Test
    void aPageThatWasShownBeforeSomethingWasRecordedIsAskedAnewAndNotKept() throws Exception {
        PatientId person = somebody();
        asNoor(() -> stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks()));
        String link = asked(person).path();
        try (var phone = Caller.nobody(stipple.port())) {
            assertThat(phone.get(link + "/now").body()).contains("We have noted: No.", "name=\"record\" value=\"1\"");
            recorded(person, REFUSED);
            for (var shown :
                    List.of(Map.of("all", "same", "record", "1"), Map.of("all", "same"), Map.of("all", "plain"))) {
                var answer = phone.post(link + "/now", shown, true, false);
                assertThat(answer.statusCode()).as(shown.toString()).isEqualTo(409);
                assertThat(answer.body()).contains("Please answer it again.", "name=\"record\" value=\"2\"");
            }
            var untouched = phone.post(link + "/lately", Map.of("all", "same", "record", "1"), true, false);
            assertThat(untouched.statusCode()).isEqualTo(303);
            assertThat(phone.post(link + "/now", Map.of("all", "same", "record", "2"), true, false)
                            .statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void anAnswerThatContradictsWhatWasRecordedSinceIsAQuestionAndTheGraverCounts() throws Exception {
        PatientId person = somebody();
        asNoor(() -> stipple.the(Intakes.class)
                .save(person, 0, Someone.withAcneScarsOnTheCheeks().withPath("facts.pregnant", Document.UNKNOWN)));
        String link = asked(person).path();
        var facts = new HashMap<>(REFUSED);
        facts.put("pregnant", Document.of(false));
        recorded(person, facts);
        var answers = allAsNoted();
        answers.put("now", Map.of("all", "plain"));
        answers.put("medicines", Map.of("all", "plain"));
        answers.put("pregnancy", Map.of("fact:pregnant", "true", "fact:breastfeeding", "same"));
        try (var phone = Caller.nobody(stipple.port())) {
            walk(phone, link, answers);
            assertThat(send(phone, link, UUID.randomUUID()).statusCode()).isEqualTo(303);
        }
        stillRefused(person);
        var saved = PatientFacts.read(Field.root(newest(person).orElseThrow().request()), LocalDate.of(2026, 11, 20));
        assertThat(saved.answer(Fact.PREGNANT))
                .as("what they say themselves and is graver counts too")
                .contains(new Answer.Flag(true));
        try (var desk = Caller.signedIn(stipple.port(), "noor-own")) {
            assertThat(desk.get("/people/" + person + "/intake/links").body())
                    .contains("Answered otherwise than was recorded since")
                    .containsPattern("cold sore.*Recorded after the link was given: Yes\\. Answered by the link: No\\."
                            + " The record counts")
                    .containsPattern("regnant.*Recorded after the link was given: No\\. Answered by the link: Yes\\."
                            + " The answer counts");
        }
        assertThat(against(person)).hasSize(1);
    }

    @Test
    void whatWasRecordedWhileSomebodyAnsweredForTheFirstTimeStands() throws Exception {
        PatientId person = somebody();
        String link = asked(person).path();
        try (var phone = Caller.nobody(stipple.port())) {
            walk(phone, link, Map.of());
            recorded(person, REFUSED);
            assertThat(phone.get(link).body()).contains("The clinic wrote something new down");
            walk(phone, link, allAsNoted());
            assertThat(send(phone, link, UUID.randomUUID()).statusCode()).isEqualTo(303);
        }
        stillRefused(person);
    }
}
