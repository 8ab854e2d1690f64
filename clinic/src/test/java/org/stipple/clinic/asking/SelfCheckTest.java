package org.stipple.clinic.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stipple.clinic.asking.SelfCheck.Found;
import org.stipple.clinic.web.Form;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Kind;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Setting;
import org.stipple.protocol.Verdict;

/// The self-check says what the knowledge says, of a clinic and of home, and takes nothing unknown for a no.
class SelfCheckTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static Map<String, List<String>> wish() {
        var wish = new HashMap<String, List<String>>();
        wish.put("indication", List.of("texture"));
        wish.put("zone", List.of("cheek-left", "cheek-right"));
        wish.put("fitzpatrick", List.of("2"));
        wish.put("sex", List.of("female"));
        wish.put("heat", List.of("no"));
        wish.put("needles", List.of("0.25"));
        wish.put("age", List.of("34"));
        return wish;
    }

    private static SelfCheck check(String field, String value) {
        var wish = wish();
        wish.put(field, List.of(value));
        return SelfCheck.read(new Form(wish), TODAY).check();
    }

    private static Found found(SelfCheck check, Setting setting) {
        return check.found(KNOWLEDGE).stream()
                .filter(found -> found.setting() == setting)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> refusing(Found found) {
        return found.screening().findings().stream()
                .filter(finding -> finding.kind() == Kind.REFUSE)
                .map(Finding::rule)
                .toList();
    }

    /// Answers page after page with its plain answer, as long as something is asked.
    private static SelfCheck plainly(SelfCheck begun, List<Sheet> asked) {
        var check = begun;
        for (Optional<Interview.Page> page = check.next(KNOWLEDGE); page.isPresent(); page = check.next(KNOWLEDGE)) {
            Sheet sheet = page.get().sheet();
            asked.add(sheet);
            var reading = SheetReading.of(
                    sheet, page.get().facts(), Set.of(), new Form(Map.of(SheetReading.ALL, List.of("plain"))), TODAY);
            assertThat(reading.isWhole()).isTrue();
            check = check.with(reading.told());
            assertThat(asked).hasSizeLessThan(40);
        }
        return check;
    }

    @Test
    void whatIsNotToldIsNeverTakenAsANo() {
        var check = check("age", "34");
        for (Found found : check.found(KNOWLEDGE)) {
            assertThat(found.screening().verdict()).isEqualTo(Verdict.UNKNOWN);
        }
        var unsure = check.with(Told.NOTHING.with("fact:pregnant", List.of("unknown")));
        assertThat(found(unsure, Setting.CLINIC).screening().findings())
                .anyMatch(finding -> finding.rule().equals("pregnant") && finding.kind() == Kind.UNKNOWN);
    }

    @Test
    void whoeverHasNothingToTellComesToAnEndAndIsToldNoYes() {
        var asked = new ArrayList<Sheet>();
        var check = plainly(check("age", "34"), asked);
        assertThat(asked).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(11).startsWith(Sheet.PREGNANCY);
        assertThat(found(check, Setting.CLINIC).screening().verdict()).isIn(Verdict.CAUTION, Verdict.PROCEED);
        assertThat(refusing(found(check, Setting.HOME))).isEmpty();
    }

    @Test
    void aRefusalOfBothPlacesEndsTheAsking() {
        var check = check("age", "34").with(Told.NOTHING.with("fact:pregnant", List.of("true")));
        assertThat(check.next(KNOWLEDGE)).isEmpty();
        assertThat(refusing(found(check, Setting.CLINIC))).contains("pregnant");
    }

    @Test
    void whatHeatsIsRefusedInBothPlacesAndNothingMoreIsAsked() {
        var check = check("heat", "yes");
        assertThat(check.next(KNOWLEDGE)).isEmpty();
        for (Found found : check.found(KNOWLEDGE)) {
            assertThat(refusing(found)).contains("radio-frequency");
        }
    }

    @Test
    void longNeedlesAreRefusedAtHomeAloneAndBothViewsStandThere() {
        var check = check("needles", "1.5");
        assertThat(refusing(found(check, Setting.HOME))).contains("home-depth");
        assertThat(refusing(found(check, Setting.CLINIC))).doesNotContain("home-depth");
        assertThat(found(check, Setting.HOME).disagreements())
                .filteredOn(dispute -> dispute.id().equals("home-depth"))
                .singleElement()
                .satisfies(dispute -> {
                    assertThat(dispute.chosen().says()).contains("0.3 mm");
                    assertThat(dispute.views()).hasSize(2);
                });
        assertThat(found(check, Setting.CLINIC).disagreements())
                .noneMatch(dispute -> dispute.id().startsWith("home"));
    }

    @Test
    void anUnknownDeviceIsAskedForAndNeverTakenForAHarmlessOne() {
        assertThat(found(check("heat", "unknown"), Setting.CLINIC).deviceUnclear())
                .isTrue();
        assertThat(found(check("needles", "unknown"), Setting.HOME).deviceUnclear())
                .isTrue();
        assertThat(found(check("needles", "unknown"), Setting.CLINIC).deviceUnclear())
                .isFalse();
    }

    @Test
    void whatIsRefusedAtAClinicIsNeverAllowedAtHome() {
        for (Fact fact : Fact.values()) {
            if (fact.shape() == Fact.Shape.FLAG) {
                var check = check("age", "34").with(Told.NOTHING.with("fact:" + fact.path(), List.of("true")));
                var home = found(check, Setting.HOME).screening().verdict();
                assertThat(found(check, Setting.CLINIC).screening().verdict().compareTo(home))
                        .as(fact.path())
                        .isGreaterThanOrEqualTo(0);
            }
        }
    }

    @Test
    void aBlankWishIsNamedFieldByField() {
        var wish = SelfCheck.read(new Form(Map.of()), TODAY);
        assertThat(wish.troubles()).containsOnlyKeys("indication", "zone", "sex", "heat", "needles", "fitzpatrick");
        assertThat(SelfCheck.read(new Form(Map.of("age", List.of("old"))), TODAY)
                        .troubles())
                .containsKey("age");
        assertThat(SelfCheck.read(new Form(wish()), TODAY).troubles()).isEmpty();
    }

    @Test
    void everyQuestionOfAPatientStandsOnOnePage() {
        var left = Arrays.stream(Fact.values())
                .filter(fact -> !fact.standsAtTop())
                .filter(fact -> Arrays.stream(Sheet.values())
                                .filter(sheet -> sheet.facts().contains(fact))
                                .count()
                        != 1)
                .toList();
        assertThat(left)
                .containsExactlyInAnyOrder(
                        Fact.PREVIOUS_NEEDLING_DEPTH, Fact.PREVIOUS_NEEDLING_SESSIONS, Fact.PREVIOUS_NEEDLING_ZONES);
        for (Sheet sheet : Sheet.values()) {
            assertThat(sheet.facts()).as(sheet.id()).hasSizeLessThanOrEqualTo(6);
        }
    }

    @Test
    void onlySoManyAskAtOnceAndTheRestAreToldToComeBack() {
        var pace = new Pace(3, Duration.ofMinutes(1));
        var now = Instant.parse("2026-11-20T09:00:00Z");
        for (int i = 0; i < 3; i++) {
            assertThat(pace.take(now)).isTrue();
        }
        assertThat(pace.take(now)).isFalse();
        assertThat(pace.take(now.plusSeconds(19))).isFalse();
        assertThat(pace.take(now.plusSeconds(21))).isTrue();
    }

    /// A page is cheap, so that it may be open to all: printed, and held to a bound that is a hundred times
    /// what it takes.
    @Test
    void anAnswerTakesLittleTime() {
        var check = check("age", "34");
        for (int i = 0; i < 200; i++) {
            check.next(KNOWLEDGE);
            check.found(KNOWLEDGE);
        }
        long begun = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            check.next(KNOWLEDGE);
            check.found(KNOWLEDGE);
        }
        double each = (System.nanoTime() - begun) / 1e9;
        System.out.printf("self-check: %.3f ms for what is asked next and what is found, in both places%n", each);
        assertThat(each).isLessThan(50);
    }
}
