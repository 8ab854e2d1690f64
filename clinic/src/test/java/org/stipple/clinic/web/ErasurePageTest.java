package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.erasure.Erasures;
import org.stipple.clinic.patient.Patients;

/// From somebody who asks to the ledger, on the pages.
class ErasurePageTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Caller clinician;
    static Caller lead;
    static Caller auditor;

    PatientId person;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(
                directory, "--server.port=0", "--stipple.concerns.every=0s", "--stipple.erasures.every=0s");
        noor = stipple.clinic("Hillside", "noor-erasing");
        Acting.doing(noor, () -> {
            colleague("nurse-erasing", Role.PRACTITIONER);
            colleague("lead-erasing", Role.PRIVACY_AND_SAFETY_LEAD);
            colleague("auditor-erasing", Role.AUDITOR);
        });
        clinician = Caller.signedIn(stipple.port(), "nurse-erasing");
        lead = Caller.signedIn(stipple.port(), "lead-erasing");
        auditor = Caller.signedIn(stipple.port(), "auditor-erasing");
    }

    private static void colleague(String username, Role role) {
        stipple.the(Accounts.class).add(UUID.randomUUID(), username, username, ClinicUnderTest.PASSWORD, Set.of(role));
    }

    @AfterAll
    static void stop() {
        List.of(clinician, lead, auditor).forEach(Caller::close);
        stipple.close();
    }

    @BeforeEach
    void somebody() {
        person = new PatientId(UUID.randomUUID());
        Acting.doing(noor, () -> stipple.the(Patients.class).register(person, Someone.bornIn(1992)));
    }

    private String page() {
        return "/people/" + person + "/erasure";
    }

    private static Map<String, String> form(String... words) {
        var form = new LinkedHashMap<String, String>();
        form.put("key", UUID.randomUUID().toString());
        for (int i = 0; i < words.length; i += 2) {
            form.put(words[i], words[i + 1]);
        }
        return form;
    }

    private void everythingGoesAtOnce() throws Exception {
        everythingIsKeptFor(0);
    }

    private static void everythingIsKeptFor(int years) throws Exception {
        for (String of : List.of("treatment", "photos", "messages", "appointments")) {
            assertThat(lead.post(
                                    "/erasures/rules",
                                    form("class", of, "years", String.valueOf(years), "law", "a law of ours"),
                                    true,
                                    false)
                            .statusCode())
                    .isEqualTo(303);
        }
    }

    private Map<String, String> erasing() {
        return form(
                "act",
                "erase",
                "class",
                "treatment",
                "basis",
                "The time of keeping is over",
                "password",
                ClinicUnderTest.PASSWORD);
    }

    @Test
    void somebodyAsksTheLeadErasesAndTheLedgerNamesNobody() throws Exception {
        everythingIsKeptFor(10);
        var asked = clinician.post(
                page(),
                form("act", "request", "class", "treatment", "by", "person", "known", "She showed her passport"),
                true,
                false);
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(clinician.get("/people/" + person).body()).contains("use what is here for nothing but");
        assertThat(lead.get("/today").body()).contains("Asked to be erased").contains("something stands against it");
        everythingGoesAtOnce();
        assertThat(lead.get("/today").body()).contains("can be erased now");
        assertThat(lead.get(page()).body()).contains("Erase it for good");
        assertThat(clinician.get(page()).body()).doesNotContain("Erase it for good");
        var done = lead.post(page(), erasing(), true, false);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location")).contains("/erasures?done=erased");
        assertThat(lead.get("/erasures?done=erased").body()).contains("erased for good");
        assertThat(clinician.get("/people/" + person).statusCode()).isEqualTo(404);
        assertThat(auditor.get("/erasures").body())
                .contains(person.toString())
                .contains("The time of keeping is over")
                .doesNotContain(Someone.bornIn(1992).familyName());
    }

    @Test
    void whatIsRefusedSaysWhyAndKeepsWhatWasTyped() throws Exception {
        var refused = lead.post(page(), form("act", "hold", "reason", "case"), true, false);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The reason was").contains("No hold was placed");
        var rule =
                lead.post("/erasures/rules", form("class", "photos", "years", "many", "law", "our law"), true, false);
        assertThat(rule.statusCode()).isEqualTo(422);
        assertThat(rule.body()).contains("expected a whole number").contains("value=\"our law\"");
        assertThat(lead.post("/erasures/rules", form("class", "photos", "years", "101", "law", "x"), true, false)
                        .body())
                .contains("expected 0 to 100");
        assertThat(lead.post(page(), form("act", "lift", "about", "nonsense", "words", "x"), true, false)
                        .statusCode())
                .isEqualTo(404);
        assertThat(lead.post(page(), form("act", "nonsense"), true, false).statusCode())
                .isEqualTo(422);
    }

    @Test
    void fiftyCopiesOfOneErasureAreOneEntryOfTheLedger() throws Exception {
        everythingGoesAtOnce();
        var form = erasing();
        int before = Acting.as(noor, () -> stipple.the(Erasures.class).ledger().size());
        var copies = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 50; i++) {
            copies.add(() -> lead.post(page(), form, true, false).statusCode());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(copies)) {
                assertThat(answer.get()).isEqualTo(303);
            }
        }
        assertThat(Acting.as(noor, () -> stipple.the(Erasures.class).ledger().size()))
                .isEqualTo(before + 1);
    }
}
