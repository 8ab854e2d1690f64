package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.messages.Message;
import org.stipple.clinic.messages.MessageLinks;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.look.Reach;
import org.stipple.clinic.web.look.Telephone;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.quantities.Sex;

/// What a person who follows their link sees, and what they do not.
class LinksTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory, "--server.port=0", "--stipple.messages.every=0s");
        noor = stipple.clinic("Hillside", "noor-links");
        Acting.doing(
                noor,
                () -> stipple.the(Messages.class)
                        .reach(new Reach.Stated(
                                Optional.of(new Telephone("030 1234")),
                                Map.of(Tongue.ENGLISH, "Monday to Friday 9 to 17"))));
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static PatientId someone() {
        var id = new PatientId(UUID.randomUUID());
        Acting.doing(noor, () -> {
            stipple.the(Patients.class)
                    .register(
                            id,
                            new PatientDetails(
                                    "Amara",
                                    "Okafor",
                                    LocalDate.of(1992, 2, 11),
                                    Sex.FEMALE,
                                    Optional.empty(),
                                    Optional.empty()));
            stipple.the(TransactionTemplate.class)
                    .executeWithoutResult(_ -> stipple.the(Messages.class)
                            .write(
                                    id,
                                    Message.Cause.RECALL,
                                    UUID.randomUUID(),
                                    "Please call us; we would like to speak with you."));
        });
        return id;
    }

    private static Message messageOf(PatientId person) {
        var found = new java.util.ArrayList<Message>();
        Acting.doing(
                noor,
                () -> stipple.the(TransactionTemplate.class).executeWithoutResult(_ -> {
                    stipple.the(Patients.class).read(person, "test");
                    found.addAll(stipple.the(Messages.class).of(person));
                }));
        return found.getFirst();
    }

    private static String link(PatientId person) {
        return MessageLinks.path(stipple, messageOf(person).id());
    }

    @Test
    void showsTheWordsAndHowToReachTheClinicAndNothingOfThePerson() throws Exception {
        stipple.itIs("2026-11-20T09:00:00Z");
        PatientId amara = someone();
        try (var nobody = Caller.nobody(stipple.port())) {
            var page = nobody.get(link(amara));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("A message from Hillside", "Please call us", "030 1234", "I have read this")
                    .doesNotContain("Amara", "Okafor", amara.toString(), "recall", "/people");
            assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(messageOf(amara).acknowledged())
                    .as("opening says nothing")
                    .isEmpty();

            var sent = nobody.send(link(amara), Map.of());
            assertThat(sent.statusCode()).isEqualTo(303);
            assertThat(messageOf(amara).acknowledged()).isPresent();
            assertThat(nobody.get(link(amara)).body())
                    .contains("You said on 20 November 2026 that you have read this")
                    .doesNotContain("I have read this");
            assertThat(nobody.get("/people/" + amara).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void oneLetterOtherIsNoLink() throws Exception {
        String link = link(someone());
        char last = link.charAt(link.length() - 1);
        try (var nobody = Caller.nobody(stipple.port())) {
            assertThat(nobody.get(link.substring(0, link.length() - 1) + (last == 'A' ? 'B' : 'A'))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(nobody.get("/m/" + "0".repeat(43)).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void afterItsTimeItOpensNothingAndSaysHowToReachTheClinic() throws Exception {
        stipple.itIs("2026-11-20T09:00:00Z");
        PatientId amara = someone();
        stipple.itIs("2026-12-20T09:00:00Z");
        try (var nobody = Caller.nobody(stipple.port())) {
            var page = nobody.get(link(amara));
            assertThat(page.statusCode()).isEqualTo(410);
            assertThat(page.body())
                    .contains("The time of this link is over", "030 1234")
                    .doesNotContain("Please call us");
            var sent = nobody.post(link(amara), Map.of(), true, false);
            assertThat(sent.statusCode()).isEqualTo(410);
            assertThat(messageOf(amara).acknowledged()).isEmpty();
        }
        stipple.itIs("2026-11-20T09:00:00Z");
    }

    @Test
    void theSecretOfALinkIsKeptNowhere() throws Exception {
        PatientId amara = someone();
        String secret = link(amara).substring(3);
        assertThat(secret).hasSize(43);
        try (var owner = stipple.owner().getConnection();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table stipple.message no force row level security");
            try (var rows = statement.executeQuery("select string_agg(m::text, ' ') from stipple.message m")) {
                rows.next();
                assertThat(rows.getString(1)).isNotEmpty().doesNotContain(secret);
            }
            owner.rollback();
        }
    }

    @Test
    void theTrailOfThePersonSaysThatTheLinkWasFollowed() throws Exception {
        PatientId amara = someone();
        try (var nobody = Caller.nobody(stipple.port())) {
            nobody.get(link(amara));
        }
        try (var caller = Caller.signedIn(stipple.port(), "noor-links")) {
            assertThat(caller.get("/people/" + amara + "/trail").body())
                    .contains("whoever has the link", "link followed");
        }
    }

    @Test
    void thePageOfMessagesSaysWhatIsNotSetUpAndWhomToCall() throws Exception {
        PatientId amara = someone();
        try (var caller = Caller.signedIn(stipple.port(), "noor-links")) {
            var page = caller.get("/messages");
            assertThat(page.body())
                    .contains("No mail server is set up", "No gateway is set up", "links lead nowhere")
                    .contains("Messages (")
                    .contains("Amara Okafor", "no channel");
            String message = messageOf(amara).id().toString();
            var called = caller.post(
                    "/messages/" + message + "/calls",
                    Map.of("key", UUID.randomUUID().toString(), "outcome", "told", "note", "spoke with her"),
                    true,
                    false);
            assertThat(called.statusCode()).isEqualTo(303);
            assertThat(caller.get("/people/" + amara + "/contact").body())
                    .contains("told by telephone", "spoke with her");
            assertThat(caller.get("/messages").body()).doesNotContain("call-" + message);
        }
    }
}
