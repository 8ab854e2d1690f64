package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;

/// Before each session is asked what can have changed, and nothing is carried over in silence.
class AskedAgainTest {

    private static final Pattern RADIO = Pattern.compile("<input type=\"radio\" name=\"([^\"]+)\" value=\"([^\"]+)\"");

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;

    private PatientId person = new PatientId(UUID.randomUUID());
    private String page = "";
    private Caller caller;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-asks");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    /// A day later nobody is signed in any more.
    private static Caller signedInOn(String instant) throws Exception {
        stipple.itIs(instant);
        return Caller.signedIn(stipple.port(), "noor-asks");
    }

    @BeforeEach
    void somebodyWithACourseOfLastMonth() throws Exception {
        stipple.itIs("2026-11-20T09:00:00Z");
        person = new PatientId(UUID.randomUUID());
        Plan plan = Acting.as(noor, () -> {
            stipple.the(Patients.class).register(person, Someone.bornIn(1992));
            stipple.the(Intakes.class)
                    .save(
                            person,
                            0,
                            Someone.withAcneScarsOnTheCheeks()
                                    .with("facts", Someone.answering("herpes.history", true)));
            stipple.the(Screenings.class).screen(person);
            return stipple.the(Courses.class).draft(UUID.randomUUID(), person).plan();
        });
        page = "/people/" + person + "/courses/" + plan.id() + "/recheck";
        caller = signedInOn("2026-12-20T09:00:00Z");
    }

    @AfterEach
    void leave() {
        caller.close();
    }

    /// Every question that stands on the page, answered as before where there is a before, else with no.
    private Map<String, String> asBefore() throws Exception {
        var fields = new HashMap<String, String>();
        var radios = RADIO.matcher(caller.get(page).body());
        while (radios.find()) {
            if (List.of("same", "none").contains(radios.group(2))) {
                fields.put(radios.group(1), radios.group(2));
            }
        }
        fields.put("key", UUID.randomUUID().toString());
        fields.put("revision", "1");
        return fields;
    }

    private HttpResponse<String> sent(Map<String, String> fields) throws Exception {
        return caller.post(page, fields, true, false);
    }

    private String answer(String question) throws Exception {
        return Acting.as(
                noor,
                () -> stipple
                        .the(org.stipple.clinic.planning.AnsweredBefore.class)
                        .of(stipple.the(Patients.class).read(person, "test"))
                        .stream()
                        .filter(line -> line.question().contains(question))
                        .map(org.stipple.clinic.planning.AnsweredBefore.Line::answer)
                        .collect(Collectors.joining()));
    }

    @Test
    void whatADayCanChangeIsAskedOneByOneTheRestInOneQuestionAndALastingYesNotAtAll() throws Exception {
        String shown = caller.get(page).body();
        assertThat(shown)
                .contains("fact:pregnant", "fact:herpes.active", "fact:isotretinoin.current", "fact:sunburn.last")
                .doesNotContain("fact:diabetes", "fact:herpes.history")
                .containsPattern("(?s)Read this out.{0,4000}Do you have diabetes")
                .containsPattern("(?s)Not asked again, because it lasts.{0,300}ever had cold sores");
    }

    @Test
    void asBeforeKeepsTheAnswersAndCountsAsAskedToday() throws Exception {
        assertThat(sent(asBefore()).statusCode()).isEqualTo(303);
        assertThat(answer("ever had cold sores")).isEqualTo("yes");
        assertThat(answer("cold sore now")).isEqualTo("no");
        assertThat(caller.get(page).body())
                .contains("Asked today", "looked at again on the same knowledge", "On to the session");
        assertThat(caller.get(page.replace("recheck", "session")).body()).doesNotContain("Ask again today and confirm");
    }

    @Test
    void nothingIsCarriedOverInSilence() throws Exception {
        var fields = asBefore();
        fields.remove("fact:herpes.active");
        fields.remove("news");
        var refused = sent(fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Do you have a cold sore now? Ask this one too.", "Is something new? Read the list out")
                .contains("value=\"same\" checked");
        assertThat(Acting.as(
                        noor,
                        () -> stipple.the(Intakes.class)
                                .latest(person)
                                .orElseThrow()
                                .number()))
                .isEqualTo(1);
    }

    @Test
    void anotherAnswerIsSavedAndSaysWhatItChangesAboutTheCourse() throws Exception {
        var fields = asBefore();
        fields.put("fact:pregnant", "true");
        assertThat(sent(fields).statusCode()).isEqualTo(303);
        assertThat(caller.get(page).body())
                .containsPattern("(?s)Are you pregnant, or could you be\\?</dt><dd>no; today yes")
                .containsPattern("(?s)Found today, and not when it was planned.{0,2000}[Pp]regnan")
                .doesNotContain("stands as it was planned");
    }

    @Test
    void somethingNewOpensTheQuestionsThatWereReadOut() throws Exception {
        var fields = asBefore();
        fields.put("news", "some");
        var opened = sent(fields);
        assertThat(opened.statusCode()).isEqualTo(422);
        assertThat(opened.body()).contains("fact:diabetes", "Ask this one too.");
        for (var radio = RADIO.matcher(opened.body()); radio.find(); ) {
            if (radio.group(2).equals("same")) {
                fields.putIfAbsent(radio.group(1), "same");
            }
        }
        fields.put("fact:diabetes", "uncontrolled");
        fields.put("key", UUID.randomUUID().toString());
        assertThat(sent(fields).statusCode()).isEqualTo(303);
        assertThat(answer("diabetes")).isEqualTo("uncontrolled");
        assertThat(caller.get(page).body()).contains("Found today, and not when it was planned");
    }

    @Test
    void whatNobodyAnsweredIsAskedByItselfAndNeverAsBefore() throws Exception {
        var fields = asBefore();
        fields.put("fact:herpes.active", "unknown");
        assertThat(sent(fields).statusCode()).isEqualTo(303);
        caller.close();
        caller = signedInOn("2027-01-20T09:00:00Z");
        assertThat(caller.get(page).body())
                .contains("name=\"fact:herpes.active\" value=\"false\"")
                .doesNotContain("name=\"fact:herpes.active\" value=\"same\"");
    }

    @Test
    void answersSavedMeanwhileAreNotOverwritten() throws Exception {
        var fields = asBefore();
        Acting.doing(noor, () -> stipple.the(Intakes.class).confirm(person, 1));
        var refused = sent(fields);
        assertThat(refused.statusCode()).isBetween(400, 499);
        assertThat(refused.body()).contains("Answers were saved meanwhile");
    }

    @Test
    void theSameFormSentTwiceIsOneRevision() throws Exception {
        var fields = asBefore();
        assertThat(sent(fields).statusCode()).isEqualTo(303);
        assertThat(sent(fields).statusCode()).isEqualTo(303);
        assertThat(Acting.as(
                        noor,
                        () -> stipple.the(Intakes.class)
                                .latest(person)
                                .orElseThrow()
                                .number()))
                .isEqualTo(2);
    }
}
