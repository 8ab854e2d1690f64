package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.asking.OwnIntakes;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.look.Reach;
import org.stipple.clinic.web.look.Telephone;
import org.stipple.protocol.Operator;

/// “Call” dials the clinic's telephone, which the clinic stated, and no number of a house.
class ReachPageTest {

    private static final String STREET = "Av. Reforma 1234567, Tel. 555 0100";

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static String link;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory, "--server.port=0", "--stipple.messages.every=0s");
        noor = stipple.clinic("Hillside", "noor-reach");
        var person = new PatientId(UUID.randomUUID());
        link = Acting.as(noor, () -> {
                    stipple.the(Patients.class).register(person, Someone.bornIn(1990));
                    return stipple.the(OwnIntakes.class)
                            .ask(person, "skinpen-precision", Operator.NURSE, Optional.empty());
                })
                .path();
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static String page(String language) throws Exception {
        try (var phone = Caller.nobody(stipple.port())) {
            return phone.get(link + "?lang=" + language).body();
        }
    }

    /// As somebody wrote it before the telephone had a field.
    private static void wroteBefore(String words) throws Exception {
        try (var owner = stipple.owner().getConnection();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table stipple.clinic_reach no force row level security");
            try (var insert = owner.prepareStatement(
                    "insert into stipple.clinic_reach (clinic_id, words, said_at, said_by) values (?, ?, now(), 'then')")) {
                insert.setObject(1, noor.clinic().value());
                insert.setString(2, words);
                insert.executeUpdate();
            }
            statement.execute("alter table stipple.clinic_reach force row level security");
            owner.commit();
        }
    }

    @Test
    void whatWasWrittenBeforeIsShownAsItStandsAndNothingIsPickedOutOfIt() throws Exception {
        wroteBefore(STREET);
        assertThat(page("es")).contains(STREET, "lang=\"\"").doesNotContain("href=\"tel:");
        try (var desk = Caller.signedIn(stipple.port(), "noor-reach")) {
            assertThat(desk.get("/messages").body()).contains("not stated by itself yet", "State it");
            assertThat(desk.get("/messages/reach").body()).contains("Until now it says", STREET);
        }
        wroteBefore("030 123 4567");
        assertThat(page("en")).contains("href=\"tel:0301234567\"");
    }

    @Test
    void aNumberIsANumberAloneOrThereIsSaidToBeNone() throws Exception {
        try (var desk = Caller.signedIn(stipple.port(), "noor-reach")) {
            for (Map<String, String> wrong : List.of(
                    Map.of("telephone", STREET),
                    Map.of("telephone", ""),
                    Map.of("telephone", "+49 (0)30 1234567"),
                    Map.of("telephone", "12"),
                    Map.of("telephone", "555 0100", "none", "yes"),
                    Map.of("none", "yes"),
                    Map.of("telephone", "555 0100", "words-es", "a".repeat(301)))) {
                var form = new HashMap<>(wrong);
                form.put("key", UUID.randomUUID().toString());
                var refused = desk.post("/messages/reach", form, true, false);
                assertThat(refused.statusCode()).as(wrong.toString()).isEqualTo(422);
                assertThat(refused.body())
                        .as(wrong.toString())
                        .contains("value=\"" + wrong.getOrDefault("telephone", "") + "\"");
            }
            var stated = desk.post(
                    "/messages/reach",
                    Map.of("telephone", "+1 (212) 555-0100", "words-es", "lunes a viernes", "key", key()),
                    true,
                    false);
            assertThat(stated.statusCode()).isEqualTo(303);
            assertThat(desk.get("/messages/reach").body()).contains("value=\"+1 (212) 555-0100\"", "lunes a viernes");
        }
        assertThat(page("es")).contains("href=\"tel:+12125550100\"", "<span>lunes a viernes</span>");
        assertThat(page("en")).contains("href=\"tel:+12125550100\"", "<span lang=\"es\">lunes a viernes</span>");
        try (var desk = Caller.signedIn(stipple.port(), "noor-reach")) {
            assertThat(desk.post(
                                    "/messages/reach",
                                    Map.of("none", "yes", "words-en", "Write to us.", "key", key()),
                                    true,
                                    false)
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(page("es")).contains("<span lang=\"en\">Write to us.</span>").doesNotContain("href=\"tel:");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void aTextThatIsNothingButANumberIsOne() {
        assertThat(new Reach.InOneText(" 555 0100 ").dial()).isEqualTo("5550100");
        assertThat(new Reach.InOneText(STREET).dial()).isEmpty();
        assertThat(new Reach.InOneText("Calle 14, 28001").dial()).isEmpty();
        assertThat(Telephone.isOne("1234567890123456")).isFalse();
    }
}
