package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stipple.protocol.document.Documents;

/// What is quick gives what is obvious.
class KernelsMatchTheirReferencesTest {

    /// Few in every build; `-Dstipple.cases=100000` for a thorough run.
    private static final int CASES = Integer.getInteger("stipple.cases", 900);

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final PlainScreener PLAIN = new PlainScreener(KNOWLEDGE.contents());

    @Test
    void screensAsRuleByRule() {
        var cases = new RandomCases(23);
        for (int i = 0; i < CASES; i++) {
            var facts = cases.any();
            assertThat(KNOWLEDGE.screen(facts, Cases.ON)).isEqualTo(PLAIN.screen(facts, Cases.ON));
        }
    }

    @Test
    void screensAsRuleByRuleUnderAnOverlay() {
        var strict = KNOWLEDGE.withOverlay("""
                version: strict-1
                homeCap: {depthMm: 0.25}
                zones:
                  cheek: {capMm: 1.0}
                  hand: {capMm: 0.5, loosened: {by: Dr Vale, reason: measured, date: 2026-11-01}}
                rules:
                  waxing: {withinDays: 10}
                  darker-skin: {atLeast: 5, loosened: {by: Dr Vale, reason: own series, date: 2026-11-01}}
                """, Cases.ON);
        var plain = new PlainScreener(strict.contents());
        var cases = new RandomCases(29);
        for (int i = 0; i < CASES / 3; i++) {
            var facts = cases.any();
            assertThat(strict.screen(facts, Cases.ON)).isEqualTo(plain.screen(facts, Cases.ON));
        }
    }

    @Test
    void readsTheExampleOfTheContractAlike() {
        var facts = Cases.read(ContractExample.YAML);
        assertThat(Documents.json(KNOWLEDGE.screen(facts, Cases.ON).toDocument()))
                .isEqualTo(Documents.json(PLAIN.screen(facts, Cases.ON).toDocument()));
    }
}
