package org.stipple.clinic.knowledge.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stipple.clinic.knowledge.web.KnowledgeViews.EntryLine;
import org.stipple.clinic.knowledge.web.KnowledgeViews.Line;
import org.stipple.clinic.knowledge.web.KnowledgeViews.SectionLine;
import org.stipple.clinic.web.look.SourceView;
import org.stipple.clinic.web.look.Verdict;
import org.stipple.protocol.Knowledge;

class KnowledgeBrowserTest {

    private final Knowledge knowledge = Knowledge.builtIn();
    private final KnowledgeBrowser browser = new KnowledgeBrowser(knowledge);

    @Test
    void everySectionOfTheKnowledgeIsListedOnce() {
        assertThat(browser.overview("").sections())
                .extracting(SectionLine::id)
                .containsExactlyInAnyOrderElementsOf(knowledge.entries().keySet())
                .endsWith("sources");
    }

    @Test
    void everyEntryHasAPageAndEverySourceItNamesLeadsToOne() {
        knowledge
                .entries()
                .forEach((section, entries) -> entries.keySet().forEach(id -> {
                    var page = browser.entry(section, id).orElseThrow();
                    assertThat(page.lines()).as("%s %s", section, id).isNotEmpty();
                    assertThat(page.lines().stream().flatMap(line -> line.sources().stream()))
                            .extracting(SourceView::href)
                            .allSatisfy(href -> assertThat(
                                            browser.entry("sources", href.substring("/knowledge/sources/".length())))
                                    .as("%s named by %s %s", href, section, id)
                                    .isPresent());
                }));
    }

    @Test
    void aRuleSaysItsConditionInWordsAndHowGraveItIs() {
        var page = browser.entry("rules", "isotretinoin-stopped").orElseThrow();
        assertThat(page.kind()).contains(Verdict.SIGN_OFF);
        assertThat(page.lines())
                .filteredOn(line -> line.label().equals("holds when"))
                .extracting(Line::text)
                .containsExactly("“isotretinoin.stopped” in the last 6 months, and not (“isotretinoin.current”)");
    }

    @Test
    void aDecisionWithoutASourceGivesItsReason() {
        var page = browser.entry("zones", "temple").orElseThrow();
        assertThat(page.lines())
                .filteredOn(line -> line.label().equals("by design, because"))
                .extracting(Line::text)
                .anyMatch(reason -> reason.contains("thinnest skin of the upper face"));
    }

    @Test
    void aSourceNamesWhatRestsOnIt() {
        assertThat(browser.entry("sources", "meng-2022").orElseThrow().namedBy())
                .extracting(EntryLine::href)
                .contains("/knowledge/zones/forehead", "/knowledge/zones/temple")
                .doesNotContain("/knowledge/zones/scalp-without-a-source");
        assertThat(browser.entry("zones", "forehead").orElseThrow().namedBy()).isEmpty();
    }

    @Test
    void findsWordsInsideEntriesWhateverTheirCase() {
        assertThat(browser.overview("ISOTRETINOIN").found())
                .flatExtracting(section -> section.entries())
                .extracting(EntryLine::id)
                .contains("isotretinoin-current", "isotretinoin-stopped");
        assertThat(browser.overview("no such words anywhere").found()).isEmpty();
    }

    @Test
    void whatIsNotThereIsNoPage() {
        assertThat(browser.section("spells")).isEmpty();
        assertThat(browser.entry("rules", "no-such-rule")).isEmpty();
        assertThat(browser.entry("spells", "any")).isEmpty();
    }
}
