package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.BreakGlass;
import org.stipple.clinic.access.EmergencyAccess;
import org.stipple.clinic.access.Role;

/// Somebody who does not read records opens one in an emergency.
class EmergencyTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Belongings ours;
    static Belongings theirs;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        ours = Belongings.of(stipple, "Haselmaus", "noor-glass");
        theirs = Belongings.of(stipple, "Mauersegler", "theirs-glass");
        for (Role role : List.of(Role.FRONT_DESK, Role.AUDITOR, Role.PRIVACY_AND_SAFETY_LEAD, Role.ADMINISTRATOR)) {
            Acting.doing(
                    ours.everybody(),
                    () -> stipple.the(Accounts.class)
                            .add(
                                    UUID.randomUUID(),
                                    "glass-" + role.id(),
                                    "One " + role.words(),
                                    ClinicUnderTest.PASSWORD,
                                    Set.of(role)));
        }
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    @BeforeEach
    void morning() {
        stipple.itIs("2026-11-20T09:00:00Z");
    }

    private static String record(Belongings clinic, String rest) {
        return "/people/" + clinic.the("id") + rest;
    }

    private static Map<String, String> asked(Map<String, String> otherwise) {
        var form = new java.util.HashMap<>(Map.of(
                "key",
                UUID.randomUUID().toString(),
                "why",
                "reaction",
                "reason",
                "She rang about a swelling and nobody is here.",
                "password",
                ClinicUnderTest.PASSWORD));
        form.putAll(otherwise);
        return form;
    }

    @Test
    void theDeskReadsOneRecordForHalfAnHourAndNothingElse() throws Exception {
        stipple.itIs("2026-11-21T09:00:00Z");
        try (var desk = Caller.signedIn(stipple.port(), "glass-front-desk")) {
            String intake = record(ours, "/intake");
            String session = record(ours, "/sessions/" + ours.the("session"));
            assertThat(desk.get(intake).statusCode()).isEqualTo(403);
            assertThat(desk.get(record(ours, "")).body())
                    .contains("Open the record in an emergency")
                    .doesNotContain("Screening");

            var opened = desk.post(record(ours, "/emergency"), asked(Map.of()), true, false);
            assertThat(opened.statusCode()).as(opened.body()).isEqualTo(303);

            assertThat(desk.get(record(ours, "")).body())
                    .contains("You opened a record in an emergency", "21 Nov 2026, 09:30", "Screening");
            assertThat(desk.get(intake).statusCode()).isEqualTo(200);
            assertThat(desk.get(session + "/report").statusCode()).isEqualTo(200);
            assertThat(desk.post(record(ours, "/screening"), asked(Map.of()), true, false)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(desk.get("/stock").statusCode()).isEqualTo(403);
            assertThat(desk.get("/reviews").statusCode()).isEqualTo(403);
            assertThat(desk.get(record(theirs, "/intake")).statusCode()).isEqualTo(403);

            stipple.itIs("2026-11-21T09:29:59Z");
            assertThat(desk.get(intake).statusCode()).isEqualTo(200);
            stipple.itIs("2026-11-21T09:30:00Z");
            assertThat(desk.get(intake).statusCode()).isEqualTo(403);
            assertThat(desk.get("/people").body()).doesNotContain("You opened a record in an emergency");
        }
    }

    @Test
    void nothingIsOpenedWithoutReasonAndPassword() throws Exception {
        stipple.itIs("2026-11-22T09:00:00Z");
        try (var desk = Caller.signedIn(stipple.port(), "glass-front-desk")) {
            for (var wrong : Map.of("reason", "urgent", "why", "curious", "password", "not my password")
                    .entrySet()) {
                var answer = desk.post(
                        record(ours, "/emergency"), asked(Map.of(wrong.getKey(), wrong.getValue())), true, false);
                assertThat(answer.statusCode()).as(wrong.getKey()).isEqualTo(422);
                assertThat(answer.body()).contains("Nothing was opened");
            }
            assertThat(desk.get(record(ours, "/intake")).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void neitherAuditorNorAdministratorNorAnotherClinicIsReached() throws Exception {
        for (String who : List.of("glass-auditor", "glass-administrator", "glass-privacy-and-safety-lead")) {
            try (var caller = Caller.signedIn(stipple.port(), who)) {
                assertThat(caller.post(record(ours, "/emergency"), asked(Map.of()), true, false)
                                .statusCode())
                        .as(who)
                        .isEqualTo(403);
            }
        }
        try (var desk = Caller.signedIn(stipple.port(), "glass-front-desk")) {
            var answer = desk.post(record(theirs, "/emergency"), asked(Map.of()), true, false);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain(theirs.canary());
            assertThat(desk.get(record(theirs, "/intake")).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void theTrailKeepsItAndTheLeadReviewsIt() throws Exception {
        stipple.itIs("2026-11-23T09:00:00Z");
        try (var desk = Caller.signedIn(stipple.port(), "glass-front-desk");
                var lead = Caller.signedIn(stipple.port(), "glass-privacy-and-safety-lead")) {
            desk.post(
                    record(ours, "/emergency"),
                    asked(Map.of("reason", "She rang, and this is how it is known.")),
                    true,
                    false);
            assertThat(lead.get(record(ours, "/trail")).body())
                    .contains("record opened in an emergency: reaction", "One front desk");
            String page = lead.get("/emergencies").body();
            assertThat(page)
                    .contains("She rang, and this is how it is known.", "Emergencies (", "Review by 26 Nov 2026")
                    .doesNotContain(theirs.canary());
            String access = accessWith(page, "She rang, and this is how it is known.");
            var reviewed = lead.post(
                    "/emergencies/" + access,
                    Map.of(
                            "key",
                            UUID.randomUUID().toString(),
                            "justified",
                            "yes",
                            "note",
                            "Rang back; it was needed.",
                            "password",
                            ClinicUnderTest.PASSWORD),
                    true,
                    false);
            assertThat(reviewed.statusCode()).as(reviewed.body()).isEqualTo(303);
            assertThat(lead.get("/emergencies").body()).doesNotContain("this is how it is known");
            assertThat(lead.get("/emergencies/" + theirs.the("access")).statusCode())
                    .isEqualTo(404);
        }
    }

    /// Of the cards of the page, the one that says this.
    private static String accessWith(String page, String words) {
        for (String card : page.split("<article ")) {
            Matcher id = Pattern.compile("action=\"/emergencies/([^\"]+)\"").matcher(card);
            if (card.contains(words) && id.find()) {
                return id.group(1);
            }
        }
        throw new AssertionError("no card says " + words);
    }

    @Test
    void threeWorkingDaysAreCountedOverAWeekend() {
        Acting.doing(ours.everybody(), () -> {
            EmergencyAccess friday = stipple.the(BreakGlass.class).waiting().getFirst();
            assertThat(friday.openedAt()).hasToString("2026-11-20T09:00:00Z");
            assertThat(friday.reviewBy(ZoneId.of("UTC"))).isEqualTo(LocalDate.of(2026, 11, 25));
        });
    }
}
